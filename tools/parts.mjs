// Puts the scripts of web/ and the modules that load on demand beside the page, each under a name that
// changes with its contents, and has index.html start with start.js instead of a script of its own.
//
//   node tools/parts.mjs dist FOLDER    the folder holds what wasm-bindgen made of each module

import { createHash } from 'node:crypto'
import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build } from 'esbuild'

const [dist, modules] = process.argv.slice(2)

// The names that scripts write, and those that the files get.
const names = new Map()
const put = (name, bytes) => {
  const [, stem, extension] = /^(.*?)(\.[a-z]+)$/.exec(name)
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 16)
  names.set(name, `${stem}-${hash}${extension}`)
  writeFileSync(join(dist, names.get(name)), bytes)
}

// Trunk named the page's own.
const page = readdirSync(dist).find((file) => /^casd-simulator-[0-9a-f]+\.js$/.test(file))
names.set('casd-simulator_bg.wasm', page.replace('.js', '_bg.wasm'))
for (const file of readdirSync(modules).filter((file) => /\.(js|wasm)$/.test(file))) {
  put(file, readFileSync(join(modules, file)))
}

/** A script with the page's own script in it, and the names of the other files as they are now. */
async function script(name) {
  const { outputFiles } = await build({
    entryPoints: [join('web', name)],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    alias: { 'casd-simulator': resolve(dist, page) },
    external: ['./asked.js', './annexe.js', './pdf.js'],
  })
  let code = outputFiles[0].text
  for (const [written, given] of names) code = code.replaceAll(`./${written}`, `./${given}`)
  put(name, code)
}
await script('asked.js')
await script('start.js')
rmSync(join(dist, page))

let html = readFileSync(join(dist, 'index.html'), 'utf8')
const replace = (pattern, by) => {
  if (!pattern.test(html)) throw new Error(`index.html: ${pattern} was not found in what trunk wrote`)
  html = html.replace(pattern, by)
}
replace(/<script type=module>[^]*?<\/script>/, `<script src=./${names.get('start.js')} type=module></script>`)
replace(/<link [^>]*rel=modulepreload>/, '')
writeFileSync(join(dist, 'index.html'), html)
