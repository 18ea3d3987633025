// The engine beside publicodes: the same list, the same projects, one process of Node.js. Prints Markdown.
//
//   node benches/engine.mjs        after tools/bench.sh built target/benches/engine/
//
// It fails where the two do not give the same amounts, unless publicodes misrounds exactly half a cent.

import { readFileSync } from 'node:fs'
import { cpus } from 'node:os'
import Publicodes from 'publicodes'
import { parse } from 'yaml'
import { Engine, total_of } from '../target/benches/engine/engine.js'
import { measured, perSecond, say, table } from './measuring.mjs'
import { COUNT, SEED, projects } from './publicodes/projects.mjs'
import { situation } from './publicodes/situation.mjs'

const ROUNDS = 5
const GOAL = 300

const asked = projects()
const json = asked.map((project) => JSON.stringify(project))
const situations = asked.map(situation)

const started = performance.now()
const ours = new Engine('casd-2020', JSON.stringify(asked), '2026-11-21')
const oursReady = performance.now() - started
const rules = parse(readFileSync(new URL('publicodes/casd-2020.publicodes.yaml', import.meta.url), 'utf8'))
const parsing = performance.now()
const publicodes = new Publicodes(rules)
const publicodesReady = performance.now() - parsing

const LINES = {
  'sd-box': 'devis . SD-Box',
  subscription: 'devis . abonnement',
  'additional-user': 'devis . accès supplémentaires',
  'student-access': 'devis . réduction',
  'health-referent': 'devis . référent',
  'automatic-exports': 'devis . exports',
}
const valueOf = (rule) => publicodes.evaluate(rule).nodeValue ?? 0
const cents = (amount) => Math.round(amount * 100)

// Whether both give the same, which warms both up, too.

/** Whether total ÷ users lies exactly between two cents. */
const isHalfCent = (total, users) => (2 * total) % users === 0 && ((2 * total) / users) % 2 === 1
let [sameLines, halves, misrounded] = [0, 0, 0]
asked.forEach((project, index) => {
  if (index % 1_000 === 0) say(`comparing project ${index} of ${COUNT}`)
  const quote = JSON.parse(ours.quote(json[index]))
  const differs = (what, one, other) => {
    throw new Error(`project ${index}, ${what}: ours is ${one}, publicodes' ${other}\n${json[index]}`)
  }
  const same = (what, one, other) => one === other || differs(what, one, other)
  const total = ours.total(index)
  same('our two totals', total, cents(Number(quote.total)))
  same('our total and that of its number', total, total_of(quote.number))

  publicodes.setSituation(situations[index])
  // Not rounded to whole cents before it is compared: a total is a sum of whole cents, as a float.
  if (Math.abs(valueOf('devis') * 100 - total) > 1e-4) differs('total', total, valueOf('devis') * 100)
  const lines = Object.fromEntries(Object.keys(LINES).map((id) => [id, 0]))
  for (const line of quote.lines) lines[line.id] += cents(Number(line.amount))
  for (const [id, rule] of Object.entries(LINES)) {
    const theirs = cents(valueOf(rule)) * (id === 'student-access' ? -1 : 1)
    same(id, lines[id], theirs + 0)
    sameLines += 1
  }
  const [one, other] = [cents(Number(quote.total_per_user)), cents(valueOf('par utilisateur'))]
  const half = isHalfCent(total, project.users)
  if (half) halves += 1
  if (half && one - other === 1) misrounded += 1
  else same('total per user', one, other)
})

// How fast they are. Each round takes another part of the projects, the same on both sides.

const ways = {
  byIndex: (index) => ours.total(index),
  wholeQuote: (index) => ours.quote(json[index]),
  theirTotal: (index) => publicodes.setSituation(situations[index]).evaluate('devis').nodeValue,
  theirLines: (index) => {
    publicodes.setSituation(situations[index])
    return [valueOf('devis'), ...Object.values(LINES).map(valueOf), valueOf('par utilisateur')]
  },
  theirSituation: (index) => publicodes.setSituation(situations[index]),
}
const times = Object.fromEntries(Object.keys(ways).map((way) => [way, []]))
const part = COUNT / ROUNDS
for (let round = 0; round < ROUNDS; round += 1) {
  say(`measuring round ${round + 1} of ${ROUNDS}`)
  for (const [way, run] of Object.entries(ways)) {
    times[way].push(measured(run, round * part, part))
  }
}

const rates = Object.fromEntries(Object.entries(times).map(([way, rounds]) => [way, perSecond(rounds)]))
const row = (what, way, gives) => [what, rates[way].median, rates[way].slowest, rates[way].fastest, gives]
const ratio = (ourWay, theirWay) => rates[ourWay].median / rates[theirWay].median
const asRatio = (number) => `${Math.round(number).toLocaleString('en')}×`
const met = (number) => (number >= GOAL ? 'met' : 'not met')

const { version } = JSON.parse(readFileSync(new URL('node_modules/publicodes/package.json', import.meta.url), 'utf8'))

console.log(`## The engine beside publicodes

The same list (\`casd-2020\`) and the same ${COUNT.toLocaleString('en')} projects (seed ${SEED}) on both sides, in one process:
Node.js ${process.versions.node}, publicodes ${version}, ${cpus()[0].model}. Ours is compiled as the page is, for size. ${ROUNDS} rounds of ${part.toLocaleString('en')} projects each; rates are quotes per second, by rounds.

All ${COUNT.toLocaleString('en')} totals and ${sameLines.toLocaleString('en')} lines are equal to the cent. The total per user falls exactly between two cents
${halves.toLocaleString('en')} times; of these publicodes, which rounds floats, misrounds ${misrounded.toLocaleString('en')}. All others are equal.

${table(
  ['', 'median', 'slowest round', 'fastest round', 'what comes back'],
  [
    row('ours, project already read', 'byIndex', 'the total; the quote with its lines, notices and options not chosen is made, and dropped'),
    row('ours, JSON to JSON', 'wholeQuote', 'all that a quote says, in both languages: lines with formula and origin, notices, budget, purchase orders, contract file, number'),
    row('publicodes, total', 'theirTotal', 'the total, in a tree that explains it, with the missing variables'),
    row('publicodes, total and lines', 'theirLines', 'the same for each line and for the total per user'),
    row('publicodes, `setSituation` alone', 'theirSituation', 'nothing: what of the above is reading the project'),
  ],
)}

${table(
  ['', 'ratio', `goal ${GOAL}×`],
  [
    ['a total, ours already read, beside publicodes', asRatio(ratio('byIndex', 'theirTotal')), met(ratio('byIndex', 'theirTotal'))],
    ['a whole quote, JSON to JSON, beside publicodes’ total', asRatio(ratio('wholeQuote', 'theirTotal')), met(ratio('wholeQuote', 'theirTotal'))],
    ['a whole quote, JSON to JSON, beside publicodes’ total and lines', asRatio(ratio('wholeQuote', 'theirLines')), met(ratio('wholeQuote', 'theirLines'))],
  ],
)}

Once, before the first quote: ours reads the price book and the projects in ${oursReady.toFixed(0)} ms; publicodes parses its rules in ${publicodesReady.toFixed(0)} ms.
`)
