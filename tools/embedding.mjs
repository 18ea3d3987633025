// Puts beside the page what other sites embed it with: embed.js, under the name that their pages have, and
// the integration page, where a webmaster composes the code.
//
//   node tools/embedding.mjs dist    the folder has the simulator's own page, style sheet and icon

import { createHash } from 'node:crypto'
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { build } from 'esbuild'

const dist = process.argv[2]
const built = async (entry, format) => {
  const options = { entryPoints: [join('web', entry)], bundle: true, minify: true, write: false, format, target: 'es2022' }
  return (await build(options)).outputFiles[0].contents
}

// Both as a classic script and as a module.
writeFileSync(join(dist, 'embed.js'), await built('embed.js', 'iife'))

let html = readFileSync('web/integration.html', 'utf8')
const files = readdirSync(dist)
/** Has the page name a file as it is in the folder, and run nothing else in its place. */
function rename(name, file) {
  if (!file || !html.includes(`"./${name}"`)) throw new Error(`web/integration.html: ./${name} is not in it, or not in ${dist}`)
  const digest = createHash('sha256').update(readFileSync(join(dist, file))).digest('base64')
  const integrity = file.endsWith('.svg') ? '' : ` integrity="sha256-${digest}"`
  html = html.replace(`"./${name}"`, `"./${file}"${integrity}`)
}
rename('embed.js', 'embed.js')
for (const name of ['page.css', 'icon.svg']) {
  const extension = extname(name)
  const stem = basename(name, extension)
  rename(name, files.find((file) => new RegExp(`^${stem}-[0-9a-f]+\\${extension}$`).test(file)))
}
for (const name of ['integration.css', 'integration.js']) {
  const contents = await built(name, 'esm')
  const hash = createHash('sha256').update(contents).digest('hex').slice(0, 16)
  const file = name.replace('.', `-${hash}.`)
  writeFileSync(join(dist, file), contents)
  rename(name, file)
}
writeFileSync(join(dist, 'integration.html'), html)
