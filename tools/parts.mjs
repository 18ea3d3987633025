// Puts the scripts of web/ and the modules that load on demand beside the page, each under a name that
// changes with its contents, and has index.html start with start.js instead of a script of its own.
// The scripts know what each file must be, and the browser runs nothing else.
//
//   node tools/parts.mjs dist FOLDER    the folder holds what wasm-bindgen made of each module

import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build } from 'esbuild'
import { policy } from './hosting.mjs'

const [dist, modules] = process.argv.slice(2)

/** What the scripts are told of each file: where it is, and what it must be to run. */
const parts = {}
const integrityOf = (bytes) => `sha256-${createHash('sha256').update(bytes).digest('base64')}`
const told = (name, file, bytes) => {
  parts[name] = { address: `./${file}`, integrity: integrityOf(bytes) }
}
const put = (name, extension, bytes) => {
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 16)
  const file = `${name}-${hash}${extension}`
  writeFileSync(join(dist, file), bytes)
  told(name, file, bytes)
}

// Trunk named the page's own.
const page = readdirSync(dist).find((file) => /^casd-simulator-[0-9a-f]+\.js$/.test(file))
const pageWasm = page.replace('.js', '_bg.wasm')
told('page', pageWasm, readFileSync(join(dist, pageWasm)))
const onDemand = readdirSync(modules).filter((file) => file.endsWith('.js')).map((file) => file.slice(0, -3))
for (const name of onDemand) put(name, '.wasm', readFileSync(join(modules, `${name}_bg.wasm`)))

/** A script with what it imports in it, and what it is told. */
async function bundle(name, define) {
  const { outputFiles } = await build({
    entryPoints: [join('web', `${name}.js`)],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    loader: { '.css': 'text' },
    alias: {
      'casd-simulator': resolve(dist, page),
      ...Object.fromEntries(onDemand.map((name) => [name, resolve(modules, `${name}.js`)])),
    },
    define: Object.fromEntries(Object.entries(define).map(([name, value]) => [name, JSON.stringify(value)])),
  })
  return outputFiles[0].contents
}
/** One that knows those parts, under a name that changes with its contents. */
async function script(name, known) {
  put(name, '.js', await bundle(name, { PARTS: Object.fromEntries(known.map((name) => [name, parts[name]])) }))
}
await script('asked', onDemand)

// CASD's own price book has its place: whoever has none serves one without lists, so that nobody asks
// for what is not there. The page tells by its digest whether it is still the one that it was built with.
const own = 'public/price-list.json'
const book = existsSync(own) ? readFileSync(own) : '{ "lists": [] }\n'
writeFileSync(join(dist, 'price-list.json'), book)
parts.book = createHash('sha256').update(book).digest('base64')
// The calendar of enrolment sessions, too.
const calendar = 'public/enrolment-sessions.json'
writeFileSync(join(dist, 'enrolment-sessions.json'), existsSync(calendar) ? readFileSync(calendar) : '{ "sessions": [] }\n')
await script('start', ['page', 'asked', 'book'])
rmSync(join(dist, page))

let html = readFileSync(join(dist, 'index.html'), 'utf8')
const replace = (pattern, by) => {
  if (!pattern.test(html)) throw new Error(`index.html: ${pattern} was not found in what trunk wrote`)
  html = html.replace(pattern, by)
}
const { address, integrity } = parts.start
replace(/<script type=module>[^]*?<\/script>/, `<script src=${address} integrity=${integrity} type=module></script>`)
replace(/<link [^>]*rel=modulepreload>/, '')
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
const kept = {
  FIRST_LOAD: [['./', asMade('index.html')[1]], ...['start', 'page'].map(part), ...linked.map(asMade)],
  WITH_PRICES: ['asked', 'prices'].map(part),
}
const VERSION = createHash('sha256').update(JSON.stringify(kept)).digest('hex').slice(0, 16)
writeFileSync(join(dist, 'sw.js'), await bundle('sw', { VERSION, ...kept, PARTS: { book: parts.book } }))
