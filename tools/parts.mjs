// Puts the scripts of web/ and the parts of the page beside it, each under a name that changes with its contents, and has
// index.html start with start.js instead of a script of its own. The scripts know what each part must be, and the
// browser runs nothing else.
//
//   node tools/parts.mjs dist FOLDER    the folder holds what tools/wasm.sh split the page into

import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build } from 'esbuild'
import { policy } from './hosting.mjs'

const [dist, split] = process.argv.slice(2)

/** What the scripts are told of each part, by its name without a hash: where it is, and what it must be to run. */
const parts = {}
const integrityOf = (bytes) => `sha256-${createHash('sha256').update(bytes).digest('base64')}`
const put = (name, bytes) => {
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 16)
  const file = name.replace(/(_bg)?\./, (end) => `-${hash}${end}`)
  writeFileSync(join(dist, file), bytes)
  parts[name] = { address: `./${file}`, integrity: integrityOf(bytes) }
}

// What trunk bound is not split.
for (const file of readdirSync(dist).filter((file) => /^casd-simulator-[0-9a-f]+(\.js|_bg\.wasm)$/.test(file))) rmSync(join(dist, file))
const wasm = readdirSync(split).filter((file) => file.endsWith('.wasm'))
for (const file of wasm) put(file, readFileSync(join(split, file)))

/** A script with what it imports in it, and the values of names that it does not define. */
async function bundle(name, define = {}, inject = []) {
  const { outputFiles } = await build({
    entryPoints: [join('web', `${name}.js`)],
    bundle: true,
    minify: true,
    // What wasm-bindgen writes has the same key several times.
    logLevel: 'error',
    write: false,
    format: 'esm',
    target: 'es2022',
    inject,
    alias: { 'casd-simulator': resolve(split, 'casd-simulator.js'), parts: resolve(split, 'parts.json') },
    define: Object.fromEntries(Object.entries(define).map(([name, value]) => [name, JSON.stringify(value)])),
  })
  return outputFiles[0].contents
}
put('frame.js', await bundle('frame'))
writeFileSync(join(split, 'parts.json'), JSON.stringify(parts))
put('start.js', await bundle('start', {}, ['web/checked_fetch.js']))

// CASD's own price book has its place: whoever has none serves one without lists, so that nobody asks
// for what is not there. The service worker tells by its digest whether it is still the one of the build.
const own = 'public/price-list.json'
const book = existsSync(own) ? readFileSync(own) : '{ "lists": [] }\n'
writeFileSync(join(dist, 'price-list.json'), book)
// The calendar of enrolment sessions, too.
const calendar = 'public/enrolment-sessions.json'
writeFileSync(join(dist, 'enrolment-sessions.json'), existsSync(calendar) ? readFileSync(calendar) : '{ "sessions": [] }\n')

let html = readFileSync(join(dist, 'index.html'), 'utf8')
const replace = (pattern, by) => {
  if (!pattern.test(html)) throw new Error(`index.html: ${pattern} was not found in what trunk wrote`)
  html = html.replace(pattern, by)
}
const { address, integrity } = parts['start.js']
replace(/<script type=module>[^]*?<\/script>/, `<script src=${address} integrity=${integrity} type=module></script>`)
replace(/<link [^>]*rel=modulepreload>/, '')
// The download begins with the page.
replace(/casd-simulator-[0-9a-f]+_bg\.wasm/, parts['casd-simulator_bg.wasm'].address.slice(2))
// First of all: it holds for what comes after it.
replace(/<meta charset=utf-8>/, `<meta charset=utf-8><meta http-equiv=Content-Security-Policy content="${policy}">`)
// Trunk's own are half as long again, and this page counts bytes; an icon has none (HTML, `link`).
const shorter = (whole, file) =>
  file.endsWith('.svg') ? `href=./${file}` : `href=./${file} integrity=${integrityOf(readFileSync(join(dist, file)))}`
html = html.replace(/href=\.\/(\S+) integrity=\S+/g, shorter)
writeFileSync(join(dist, 'index.html'), html)

// The service worker keeps what a first visit loads, and what reads CASD's own prices where there are
// any. Browsers know it by its name, which stays.
const asMade = (file) => [file, integrityOf(readFileSync(join(dist, file)))]
const linked = readdirSync(dist).filter((file) => /^(icon|page)-[0-9a-f]+\.(css|svg)$/.test(file))
const part = (name) => [parts[name].address, parts[name].integrity]
// What the chunk of the price list shares with others is in chunks of its own: __wasm_split.js has the list.
const loader = readFileSync(join(split, '__wasm_split.js'), 'utf8')
const [, shared] = /__wasm_split_load_price_list = .*?, \[([^\]]*)\]\)\)/s.exec(loader)
const chunks = ['split_price_list', ...(shared.match(/(?<=__)chunk_\d+/g) ?? [])].map((name) => `${name}.wasm`)
const kept = {
  FIRST_LOAD: [['./', asMade('index.html')[1]], ...['start.js', 'casd-simulator_bg.wasm'].map(part), ...linked.map(asMade)],
  WITH_PRICES: chunks.map(part),
}
const VERSION = createHash('sha256').update(JSON.stringify(kept)).digest('hex').slice(0, 16)
const digest = createHash('sha256').update(book).digest('base64')
writeFileSync(join(dist, 'sw.js'), await bundle('sw', { VERSION, ...kept, PARTS: { book: digest } }))
