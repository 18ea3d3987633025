// What the mutations of `make mutants` met: how many a test noticed, and why the others cannot be noticed or
// need not be. Prints Markdown; it fails where one survived that benches/survivors.json does not explain.
//
//   node benches/mutants.mjs [target/mutants]

import { readFileSync, readdirSync } from 'node:fs'

const folder = process.argv[2] ?? 'target/mutants'
const read = (file) => JSON.parse(readFileSync(`${folder}/${file}`, 'utf8'))
const nameOf = ({ scenario: { Mutant } }) => Mutant.name
/** What each change met, the last time that it was made. */
const met = new Map(
  readdirSync(`${folder}/met`).sort().flatMap((file) => read(`met/${file}`).outcomes)
    .filter(({ scenario }) => scenario.Mutant)
    .map((outcome) => [nameOf(outcome), outcome]),
)
/** The changes that there are to make. */
const outcomes = new Map(read('list.json').map(({ name }) => [name, met.get(name)]))
const notMade = [...outcomes].filter(([, outcome]) => !outcome).map(([name]) => name)
if (notMade.length) throw new Error(`not made yet: ${notMade.slice(0, 5).join(', ')} …`)
/** What survives, without its line and column, and why. */
const explained = JSON.parse(readFileSync(new URL('survivors.json', import.meta.url), 'utf8'))

const mutants = [...outcomes.values()]
const of = (summary) => mutants.filter((outcome) => outcome.summary === summary)
const name = ({ scenario: { Mutant: { file, name } } }) => `${file}: ${name.replace(/^\S+ /, '')}`
const count = (number) => number.toLocaleString('en')
const survivors = of('MissedMutant').map(name)
const unexplained = survivors.filter((survivor) => !explained[survivor])
const rows = [
  ['noticed by a test', of('CaughtMutant').length],
  ['not done in time (an endless loop, mostly), and stopped', of('Timeout').length],
  ['not compiling', of('Unviable').length],
  ['surviving, explained below', survivors.length - unexplained.length],
  ['surviving, not explained', unexplained.length],
]

console.log(`## Mutations of the engine and the number

cargo-mutants made ${count(mutants.length)} small changes in \`crates/tariff\`, one at a time.

| | changes |
|---|---:|
${rows.map(([what, number]) => `| ${what} | ${count(number)} |`).join('\n')}
`)
for (const survivor of [...new Set(survivors)]) {
  console.log(`- \`${survivor}\`: ${explained[survivor] ?? 'not explained.'}`)
}
process.exitCode = unexplained.length ? 1 : 0
