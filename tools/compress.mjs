// Puts a .br and a .gz beside each text and wasm file of a folder, and prints what a first visit
// loads. It fails where that is above the gate, or the script for other sites is above its own.
//
//   node tools/compress.mjs dist

import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { FIRST_LOAD, GATE } from './first-load.mjs'

/** What a page that embeds the simulator loads before it asks for a frame. */
const EMBED_GATE = 2_000
const COMPRESSED = new Set(['.css', '.html', '.js', '.json', '.svg', '.txt', '.wasm', '.webmanifest', '.xml'])
const ON_DEMAND = /\.(js|wasm)$/

const folder = process.argv[2]
// A webmaster replaces CASD's own files by hand, and takes back what works offline: what was compressed
// beside them would be served instead.
const REPLACED = ['price-list.json', 'enrolment-sessions.json', 'sw.js']
const isCompressed = (file) => COMPRESSED.has(extname(file)) && !REPLACED.includes(file)
const files = readdirSync(folder, { recursive: true }).filter(isCompressed).sort()
const rows = files.map((file) => {
  const path = join(folder, file)
  const bytes = readFileSync(path)
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  }
  const brotli = brotliCompressSync(bytes, { params })
  const gzip = gzipSync(bytes, { level: 9 })
  writeFileSync(`${path}.br`, brotli)
  writeFileSync(`${path}.gz`, gzip)
  return { file, raw: bytes.length, gzip: gzip.length, brotli: brotli.length, first: FIRST_LOAD.test(file), demand: ON_DEMAND.test(file) }
})

const first = rows.filter((row) => row.first)
const sum = (key) => first.reduce((total, row) => total + row[key], 0)
const line = (name, row) =>
  `${name.padEnd(46)}${[row.raw, row.gzip, row.brotli].map((bytes) => bytes.toLocaleString('en').padStart(11)).join('')}`
console.log(`${'First load, in bytes'.padEnd(46)}${['raw', 'gzip', 'brotli'].map((head) => head.padStart(11)).join('')}`)
for (const row of first) console.log(line(row.file, row))
const total = { raw: sum('raw'), gzip: sum('gzip'), brotli: sum('brotli') }
console.log(line('in all', total))
console.log('On demand')
for (const row of rows.filter((row) => row.demand && !row.first)) console.log(line(row.file, row))
const embed = rows.find((row) => row.file === 'embed.js')
if (embed.brotli > EMBED_GATE) {
  console.error(`embed.js is ${embed.brotli} bytes of brotli; its gate is ${EMBED_GATE}.`)
  process.exit(1)
}
if (total.brotli > GATE) {
  console.error(`The first load is ${total.brotli} bytes of brotli; the gate is ${GATE}.`)
  process.exit(1)
}
