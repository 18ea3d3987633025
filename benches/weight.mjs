// What a first load is made of: the files as `make build` left them in dist/, and the crates in the page's
// WebAssembly. Prints Markdown.
//
//   node benches/weight.mjs        after tools/bench.sh kept the names in target/benches/named.wasm

import { execFileSync } from 'node:child_process'
import { readFileSync, readdirSync } from 'node:fs'
import { FIRST_LOAD, GATE } from '../tools/first-load.mjs'

const GOAL = 110_000
const NAMED = 'target/benches/named.wasm'

const bytes = (number) => number.toLocaleString('en')
const size = (file) => readFileSync(`dist/${file}`).length
const files = readdirSync('dist').filter((file) => FIRST_LOAD.test(file)).sort()
const rows = files.map((file) => [file.replace(/-[0-9a-f]+(?=[._])/, ''), size(file), size(`${file}.br`)])
const whole = rows.reduce(([raw, brotli], [, oneRaw, oneBrotli]) => [raw + oneRaw, brotli + oneBrotli], [0, 0])

// The page's module again, with its names. An item counts for the first crate it names, and those of the
// simulator for their module.
const items = JSON.parse(execFileSync('twiggy', ['top', '-f', 'json', '-n', '1000000', NAMED], { maxBuffer: 1 << 28 }))
const isCode = ({ name }) => !/^(custom section|"|data segment|wasm magic)/.test(name)
const owner = (name) => {
  const [, crate, module] = name.match(/(\w+)\[[0-9a-f]+\](?:::([a-z_]+))?/) ?? [name, 'without a name']
  return crate === 'casd_simulator' ? `simulator: ${module ?? 'types'}` : crate
}
const byOwner = new Map()
const add = (who, count) => byOwner.set(who, (byOwner.get(who) ?? 0) + count)
for (const item of items.filter(isCode)) add(owner(item.name), item.shallow_size)
for (const item of items.filter(({ name }) => name.startsWith('data segment'))) add('texts and other data', item.shallow_size)
const all = [...byOwner.values()].reduce((sum, one) => sum + one, 0)
const owners = [...byOwner].sort(([, one], [, other]) => other - one)
const shown = owners.filter(([, count]) => count >= all / 100)
const rest = owners.length - shown.length
const share = (count) => `${((100 * count) / all).toFixed(1)} %`

console.log(`## First load

| file | bytes | brotli |
|---|---:|---:|
${rows.map(([file, raw, brotli]) => `| ${file} | ${bytes(raw)} | ${bytes(brotli)} |`).join('\n')}
| in all | ${bytes(whole[0])} | ${bytes(whole[1])} |

Gate: ${bytes(GATE)} bytes of brotli, ${whole[1] <= GATE ? 'met' : 'not met'}. Goal: ${bytes(GOAL)}, ${whole[1] <= GOAL ? 'met' : 'not met'}.

The WebAssembly by crate, uncompressed, of the same module optimised with its names (${bytes(all)} bytes without
them). A generic function counts for the crate that its name begins with, whoever uses it.

| crate | bytes | share |
|---|---:|---:|
${shown.map(([who, count]) => `| ${who} | ${bytes(count)} | ${share(count)} |`).join('\n')}
| ${rest} others | ${bytes(all - shown.reduce((sum, [, count]) => sum + count, 0))} | |
`)
