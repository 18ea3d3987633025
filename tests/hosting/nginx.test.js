// What Debian's nginx answers on the files in hosting/, at the root and under a path, without a browser.

import assert from 'node:assert/strict'
import { readFileSync, readdirSync } from 'node:fs'
import { after, before, describe, test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import { headers } from '../../tools/hosting.mjs'
import { hosted } from '../browser/nginx.js'
import { DIST } from '../browser/site.js'
import { NAMES, isNamedByContent } from './names.js'

const FRAMER = 'https://www.example.org'
const HEADERS = headers("'self'")
const TYPES = {
  css: /^text\/css/, html: /^text\/html/, js: /^text\/javascript/, json: /^application\/json/, svg: /^image\/svg\+xml/,
  wasm: /^application\/wasm$/, webmanifest: /^application\/manifest\+json/,
}
/** What a browser says that it accepts, what it then gets, and the file that has it. */
const ENCODINGS = [['gzip, deflate, br', 'br', '.br'], ['gzip', 'gzip', '.gz'], ['identity', null, '']]

let site, nginx, close

before(async () => {
  const all = await hosted(FRAMER)
  site = all.site
  nginx = all.nginx
  close = all.close
})
after(() => close())

/** What nginx answers. */
async function ask(path, { encoding = 'identity', ...options } = {}) {
  const response = await fetch(nginx.origin + path, { ...options, headers: { 'Accept-Encoding': encoding, ...options.headers } })
  const text = await response.text()
  return { status: response.status, text, header: (name) => response.headers.get(name) }
}

function seeHeaders(header, name) {
  for (const [header_, value] of Object.entries(HEADERS)) assert.equal(header(header_), value, `${name}: ${header_}`)
}

for (const path of ['', 'outils/simulateur/']) {
  describe(`under /${path}`, () => {
    test('every file has its type, its headers and its time', async () => {
      for (const name of ['', ...NAMES]) {
        const { status, header } = await ask(path + name)
        assert.equal(status, 200, name)
        assert.match(header('content-type'), TYPES[name ? name.split('.').at(-1) : 'html'], name)
        seeHeaders(header, name)
        assert.equal(header('cache-control'), isNamedByContent(name) ? 'public, max-age=31536000, immutable' : 'no-cache', name)
      }
    })

    test('an error has the same headers, and is not to be kept', async () => {
      for (const name of ['nothing.html', 'start-0000000000000000.js', 'price-lists/', '.htaccess', '_headers']) {
        const { status, header } = await ask(path + name)
        assert.ok([403, 404].includes(status), `${name}: ${status}`)
        seeHeaders(header, name)
        assert.equal(header('cache-control'), null, name)
      }
    })

    test('files come as they were compressed before, or as the browser wants them', async () => {
      const compressed = NAMES.filter((name) => readdirSync(DIST).includes(`${name}.br`))
      assert.ok(compressed.length > 8)
      for (const name of compressed) {
        for (const [encoding, sent, suffix] of ENCODINGS) {
          const { header } = await ask(path + name, { encoding, method: 'HEAD' })
          assert.equal(header('content-encoding'), sent, `${name}, ${encoding}`)
          assert.equal(Number(header('content-length')), readFileSync(`${site.folder}/${name}${suffix}`).length, `${name}, ${encoding}`)
          assert.equal(header('vary'), 'Accept-Encoding', name)
        }
      }
    })

    test('what did not change is not sent again', async () => {
      const etag = (await ask(`${path}index.html`)).header('etag')
      assert.ok(etag)
      const { status, text, header } = await ask(`${path}index.html`, { headers: { 'If-None-Match': etag } })
      assert.deepEqual([status, text], [304, ''])
      assert.equal(header('content-security-policy'), HEADERS['Content-Security-Policy'])
    })

    // CASD's own files, each with something else that is no less right.
    const OWN = {
      'price-list.json': '{ "lists": [], "$schema": "new" }',
      'enrolment-sessions.json': '{ "sessions": [], "$schema": "new" }',
    }
    for (const [name, replaced] of Object.entries(OWN)) {
      test(`${name} is the one that a webmaster put there, whatever lies beside it`, async () => {
        const asBuilt = site.read(name)
        const stale = gunzipSync(readFileSync(`${site.folder}/price-list.schema.json.gz`)).toString()
        site.write(name, replaced)
        // Site takes away what was compressed; here it lies there all the same.
        for (const suffix of ['.br', '.gz']) site.write(`${name}${suffix}`, stale)
        for (const [encoding] of ENCODINGS) {
          const { text, header } = await ask(path + name, { encoding })
          assert.equal(text, replaced, encoding)
          assert.equal(header('cache-control'), 'no-cache')
          seeHeaders(header, name)
        }
        site.remove(name)
        site.write(name, asBuilt)
      })
    }
  })
}

test('who may frame the simulator follows from the name it is asked under', async () => {
  const asked = async (origin) => (await fetch(origin)).headers.get('content-security-policy')
  assert.match(await asked(nginx.origin), /; frame-ancestors 'self'$/)
  assert.match(await asked(nginx.origin.replace('127.0.0.1', 'localhost')), new RegExp(`; frame-ancestors 'self' ${FRAMER}$`))
})
