// How the measurements time, sum up and print: Markdown on standard output, progress elsewhere.

/** The shortest time that is measured at once: below, the clock is too coarse. */
const LEAST = 300

export const say = (progress) => process.stderr.write(`${progress}\n`)

/** How many milliseconds one of so many items takes, from an index on; over again until it took long enough. */
export function measured(run, from, count) {
  const start = performance.now()
  let done = 0
  let took = 0
  while (took < LEAST) {
    for (let index = from; index < from + count; index += 1) run(index)
    done += count
    took = performance.now() - start
  }
  return took / done
}

const sorted = (numbers) => [...numbers].sort((one, other) => one - other)

/** The value that a share of the numbers do not exceed. */
export const quantile = (numbers, share) => sorted(numbers)[Math.max(0, Math.ceil(share * numbers.length) - 1)]
export function median(numbers) {
  const [all, middle] = [sorted(numbers), numbers.length / 2]
  return Number.isInteger(middle) ? (all[middle - 1] + all[middle]) / 2 : all[Math.floor(middle)]
}

/** Milliseconds of rounds as rates. */
export const perSecond = (rounds) => ({
  median: 1_000 / median(rounds),
  slowest: 1_000 / Math.max(...rounds),
  fastest: 1_000 / Math.min(...rounds),
})

const cell = (value) => (typeof value === 'number' ? Math.round(value).toLocaleString('en') : value)
const cells = (values) => `| ${values.map(cell).join(' | ')} |`
/** A table of Markdown; what is a number stands on the right. */
export function table(head, rows) {
  const rule = head.map((_, column) => (rows.every((row) => typeof row[column] === 'number') ? '--:' : '---'))
  return [head, rule, ...rows].map(cells).join('\n')
}
