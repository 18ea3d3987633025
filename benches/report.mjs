// Keeps what a measurement printed, and writes BENCHMARKS.md anew from all that is kept: no figure in it was
// written by hand.
//
//   tools/fuzz.sh | node benches/report.mjs fuzz

import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { arch, cpus, platform, totalmem } from 'node:os'
import { text } from 'node:stream/consumers'

/** The parts of the report, in its order; each is kept in benches/results/. */
const PARTS = ['engine', 'scaling', 'weight', 'page', 'fuzz', 'mutants', 'reproduce', 'audit']
const RESULTS = new URL('results/', import.meta.url)

const [part] = process.argv.slice(2)
if (!PARTS.includes(part)) {
  console.error(`What was measured? One of ${PARTS.join(', ')}.`)
  process.exit(1)
}
// Now, before anything is measured: it may take an hour, and the next commit may come meanwhile.
const git = (...asked) => execFileSync('git', asked, { encoding: 'utf8' }).trim()
const commit = git('rev-parse', '--short', 'HEAD')
const changed = git('status', '--porcelain', '--', 'src', 'web', 'style', 'public', 'Cargo.lock') ? ' and changes' : ''
const printed = (await text(process.stdin)).trim()
if (!printed) {
  console.error(`Nothing was printed of ${part}: its last result is kept.`)
  process.exit(1)
}
const memory = Math.round(totalmem() / 2 ** 30)
const machine = `${platform()}, ${arch()}, ${cpus().length} cores, ${memory} GB`
const when = new Date().toISOString().slice(0, 10)
mkdirSync(RESULTS, { recursive: true })
writeFileSync(
  new URL(`${part}.md`, RESULTS),
  `${printed}\n\n<sub>${when}, commit ${commit}${changed}; ${machine}.</sub>\n`,
)

const kept = PARTS.filter((one) => readdirSync(RESULTS).includes(`${one}.md`))
const parts = kept.map((one) => readFileSync(new URL(`${one}.md`, RESULTS), 'utf8'))
const head = `# Benchmarks

Written by commands, each figure as it was printed: \`make bench\` (engine, growth, first load, page), \`make fuzz\`,
\`make mutants\`, \`make reproduce\`, \`make audit\`. Under each part stand its day, its commit and its machine.
`
writeFileSync(new URL('../BENCHMARKS.md', import.meta.url), [head, ...parts].join('\n'))
process.stdout.write(`${printed}\n`)
