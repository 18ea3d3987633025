// Builds the page that stands beside ours in the measurements: minified for production, compressed.
//
//   node benches/peer/build.mjs target/benches/peer

import { copyFileSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync } from 'node:zlib'
import { build } from 'esbuild'
import { parse } from 'yaml'

const here = fileURLToPath(new URL('.', import.meta.url))
const folder = process.argv[2]
rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })

const yaml = {
  name: 'yaml',
  setup({ onLoad }) {
    onLoad({ filter: /\.yaml$/ }, ({ path }) => ({ contents: JSON.stringify(parse(readFileSync(path, 'utf8'))), loader: 'json' }))
  },
}
await build({
  entryPoints: [join(here, 'app.jsx'), join(here, 'app.css')],
  outdir: folder,
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2022',
  jsx: 'automatic',
  define: { 'process.env.NODE_ENV': '"production"' },
  legalComments: 'none',
  plugins: [yaml],
})
copyFileSync(join(here, 'index.html'), join(folder, 'index.html'))
for (const file of readdirSync(folder)) {
  writeFileSync(join(folder, `${file}.br`), brotliCompressSync(readFileSync(join(folder, file))))
}
