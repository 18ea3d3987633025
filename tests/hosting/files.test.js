// What tools/hosting.mjs writes for each host, and what it says of each file of dist/.

import assert from 'node:assert/strict'
import { readFileSync, readdirSync } from 'node:fs'
import { test } from 'node:test'
import { TYPES, cacheControl, files, headers, headersFile, policy } from '../../tools/hosting.mjs'
import { DIST } from '../browser/site.js'
import { NAMES, isNamedByContent } from './names.js'

const FOR_EVER = 'public, max-age=31536000, immutable'
const HEADERS = headers("'self'")
const hosting = (name) => readFileSync(new URL(`../../hosting/${name}`, import.meta.url), 'utf8')

test('the files in hosting/ are those that tools/hosting.mjs writes', () => {
  for (const [name, text] of Object.entries(files)) assert.equal(hosting(name), text, `${name}: run node tools/hosting.mjs`)
})

test('only a file whose name changes with its contents is kept without asking', () => {
  for (const name of NAMES) assert.equal(cacheControl(name), isNamedByContent(name) ? FOR_EVER : 'no-cache', name)
  for (const name of ['price-list.json', 'enrolment-sessions.json', 'index.html', 'sw.js', 'embed.js', 'start-1.js', 'price-lists/casd-2020.json']) {
    assert.equal(cacheControl(name), 'no-cache', name)
  }
})

test('_headers, for static hosts, has the headers of every file, and the time of those that are kept', () => {
  const written = readFileSync(`${DIST}/_headers`, 'utf8')
  assert.equal(written, headersFile(readdirSync(DIST).sort(), "'self'"), 'build again')
  const rules = written.trim().split('\n\n').map((rule) => rule.split('\n').map((line) => line.trim()))
  assert.deepEqual(rules, [
    ['/*', ...Object.entries(HEADERS).map((pair) => pair.join(': '))],
    ...NAMES.filter(isNamedByContent).sort().map((name) => [`/${name}`, `Cache-Control: ${FOR_EVER}`]),
  ])
  // Cloudflare's limits.
  assert.ok(written.match(/^\//gm).length <= 100)
  for (const line of written.split('\n')) assert.ok(line.length < 2000)
})

test('.htaccess, for Apache, has the same types, headers and times, and does not compress CASD’s own files', () => {
  const text = hosting('apache.htaccess')
  for (const [extension, type] of Object.entries(TYPES)) assert.ok(text.includes(`AddType "${type}" .${extension}\n`), extension)
  for (const [name, value] of Object.entries(headers('%{CASD_FRAMED_BY}e'))) assert.ok(text.includes(`Header always set ${name} "${value}"\n`), name)
  assert.match(text, /^SetEnvIf Request_URI \^ "CASD_FRAMED_BY='self'"$/m)
  const [, always] = /^Header set Cache-Control "(.*)"$/m.exec(text)
  const [, pattern, kept] = /<FilesMatch "(.*)">\s+Header set Cache-Control "(.*)"/.exec(text)
  assert.deepEqual([always, kept], ['no-cache', FOR_EVER])
  const [, passed] = /^RewriteRule (\S+) - \[END\]$/m.exec(text)
  for (const name of NAMES) {
    for (const served of [name, `${name}.br`, `${name}.gz`]) assert.equal(new RegExp(pattern).test(served), isNamedByContent(name), served)
    assert.equal(new RegExp(passed).test(name), ['price-list.json', 'enrolment-sessions.json'].includes(name), name)
  }
})

test('the page repeats the policy of the headers, but for who may frame it', () => {
  const html = readFileSync(`${DIST}/index.html`, 'utf8')
  assert.ok(html.includes(`<meta charset=utf-8><meta http-equiv=Content-Security-Policy content="${policy}">`))
  assert.equal(HEADERS['Content-Security-Policy'], `${policy}; frame-ancestors 'self'`)
})
