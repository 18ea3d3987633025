// Everything in dist/ that can run is named with what it must be to run: the browser refuses what was altered on
// the host. That browsers do so, and that the page then says so, is in tests/browser/tampering.spec.js.

import assert from 'node:assert/strict'
import { readFileSync, readdirSync } from 'node:fs'
import { test } from 'node:test'
import { DIST, integrityOf } from '../browser/site.js'
import { NAMES } from './names.js'

const read = (name) => readFileSync(`${DIST}/${name}`)
const PAGES = NAMES.filter((name) => name.endsWith('.html'))
/** A browser takes a service worker by its address alone: there is nobody to check it. */
const UNCHECKED = ['sw.js']
const RUNS = NAMES.filter((name) => /\.(js|css|wasm)$/.test(name) && !UNCHECKED.includes(name))

/** The attributes of the elements of a page that load something to run. */
function loadedBy(html) {
  const elements = [...html.matchAll(/<(script|link)\b([^>]*)>/g)].map(([, element, text]) => {
    const attributes = Object.fromEntries([...text.matchAll(/([\w-]+)(?:=(?:"([^"]*)"|([^\s"]+)))?/g)].map(([, name, quoted, plain]) => [name, quoted ?? plain ?? '']))
    return { element, ...attributes }
  })
  return elements.filter(({ element, rel }) => element === 'script' || rel === 'stylesheet')
}

/** What a script says of the others: `address:"./x.wasm",integrity:"sha256-…"`, or `["./x.js","sha256-…"]`; `./` is the page. */
const namedIn = (script) => [
  ...script.matchAll(/address:"\.\/([^"]+)",integrity:"([^"]+)"/g),
  ...script.matchAll(/\["(?:\.\/)?([^"]*)","(sha256-[^"]+)"\]/g),
].map(([, name, integrity]) => [name || 'index.html', integrity])

const named = [
  ...PAGES.flatMap((page) => loadedBy(read(page).toString()).map(({ src, href, integrity }) => [(src ?? href).replace('./', ''), integrity])),
  ...NAMES.filter((name) => name.endsWith('.js')).flatMap((name) => namedIn(read(name).toString())),
]

test('each script and style sheet of each page has the digest of its file, and none is within the page', () => {
  assert.ok(PAGES.length >= 6)
  for (const page of PAGES) {
    const loaded = loadedBy(read(page).toString())
    assert.ok(loaded.some(({ rel }) => rel === 'stylesheet'), `${page} has no style sheet`)
    for (const { src, href, integrity } of loaded) {
      assert.ok(src ?? href, `${page} has a script or a style of its own`)
      assert.equal(integrity, integrityOf(read(src ?? href)), `${page}: ${src ?? href}`)
    }
    assert.doesNotMatch(read(page).toString(), /<style|\son\w+=|javascript:/i, page)
  }
})

test('each file that a script loads has its digest there', () => {
  for (const [name, integrity] of named) assert.equal(integrity, integrityOf(read(name)), name)
})

test('everything that can run is named somewhere, and nothing without its digest', () => {
  const names = new Set(named.map(([name]) => name))
  assert.deepEqual(RUNS.filter((name) => !names.has(name)), [], 'nothing that is checked loads these')
  for (const [name, integrity] of named) assert.ok(integrity, name)
  // No script names a file that it loads in any other way.
  for (const script of NAMES.filter((name) => name.endsWith('.js'))) {
    const text = read(script).toString()
    const said = [...text.matchAll(/["'`]\.?\/?([\w-]+-[0-9a-f]{15,16}(?:_bg)?\.(?:js|css|wasm))["'`]/g)].map(([, name]) => name)
    const checked = namedIn(text).map(([name]) => name)
    assert.deepEqual(said.filter((name) => !checked.includes(name)), [], script)
  }
})

test('what is compressed beside a file is that file', async () => {
  const { brotliDecompressSync, gunzipSync } = await import('node:zlib')
  for (const name of readdirSync(DIST).filter((name) => /\.(br|gz)$/.test(name))) {
    const bytes = name.endsWith('.br') ? brotliDecompressSync(read(name)) : gunzipSync(read(name))
    assert.ok(bytes.equals(read(name.replace(/\.(br|gz)$/, ''))), name)
  }
  // A webmaster replaces these by hand.
  for (const name of ['price-list.json', 'enrolment-sessions.json', 'sw.js']) {
    assert.deepEqual(readdirSync(DIST).filter((file) => file.startsWith(name)), [name])
  }
})
