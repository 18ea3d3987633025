// Puts the scripts of web/ and the modules that load on demand beside the page, each under a name that
// changes with its contents, and has index.html start with start.js instead of a script of its own.
// The scripts know what each file must be, and the browser runs nothing else.
//
//   node tools/parts.mjs dist FOLDER    the folder holds what wasm-bindgen made of each module

import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build } from 'esbuild'

const [dist, modules] = process.argv.slice(2)

/** What the scripts are told of each file: where it is, and what it must be to run. */
const parts = {}
const told = (name, file, bytes) => {
  const integrity = `sha256-${createHash('sha256').update(bytes).digest('base64')}`
  parts[name] = { address: `./${file}`, integrity }
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

/** A script with what it imports in it; it knows those parts. */
async function script(name, known) {
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
    define: { PARTS: JSON.stringify(Object.fromEntries(known.map((name) => [name, parts[name]]))) },
  })
  put(name, '.js', outputFiles[0].contents)
}
await script('asked', onDemand)

// CASD's own price book has its place: whoever has none serves one without lists, so that nobody asks
// for what is not there. The page tells by its digest whether it is still the one that it was built with.
const own = 'public/price-list.json'
const book = existsSync(own) ? readFileSync(own) : '{ "lists": [] }\n'
writeFileSync(join(dist, 'price-list.json'), book)
parts.book = createHash('sha256').update(book).digest('base64')
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
writeFileSync(join(dist, 'index.html'), html)
