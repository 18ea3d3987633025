// Puts the scripts of web/ and the modules that load on demand beside the page, each under a name that
// changes with its contents, and has index.html start with start.js instead of a script of its own.
//
//   node tools/parts.mjs dist FOLDER    the folder holds what wasm-bindgen made of each module

import { createHash } from 'node:crypto'
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { transformSync } from 'esbuild'

const [dist, modules] = process.argv.slice(2)
const hashed = (name, bytes) => {
  const [, stem, extension] = /^(.*?)(\.[a-z]+)$/.exec(name)
  return `${stem}-${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}${extension}`
}
const page = join(dist, 'index.html')
let html = readFileSync(page, 'utf8')

// The names that scripts write, and those that the files get.
const names = new Map()
const put = (name, contents) => {
  const bytes = Buffer.from(contents)
  names.set(name, hashed(name, bytes))
  writeFileSync(join(dist, names.get(name)), bytes)
}
const renamed = (code) => {
  for (const [name, given] of names) code = code.replaceAll(`./${name}`, `./${given}`)
  return code
}
const script = (name) => {
  const { code } = transformSync(readFileSync(join('web', name), 'utf8'), { minify: true, format: 'esm', target: 'es2022' })
  put(name, renamed(code))
}

// Trunk named the page's own.
for (const file of readdirSync(dist)) {
  const given = /^(casd-simulator)-[0-9a-f]+(_bg\.wasm|\.js)$/.exec(file)
  if (given) names.set(given[1] + given[2], file)
}
for (const file of readdirSync(modules).filter((file) => /\.(js|wasm)$/.test(file))) {
  put(file, readFileSync(join(modules, file)))
}
script('asked.js')
script('start.js')

const inline = /<script type=module>[^]*?<\/script>/
if (!inline.test(html)) throw new Error(`${page}: trunk's start-up script was not found`)
html = html.replace(inline, `<script src=./${names.get('start.js')} type=module></script>`)
writeFileSync(page, html)
