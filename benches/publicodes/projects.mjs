// Legal projects under the list of 2020, the same ones on every machine: what teams ask for, mostly small,
// now and then at the limits of the simulator.
//
//   node benches/publicodes/projects.mjs > projects.json

import { fileURLToPath } from 'node:url'

/** How many are measured, and the seed they follow from. */
export const COUNT = 10_000
export const SEED = 2020

/** Numbers from 0 to 1 that follow from a seed (mulberry32). */
function randomFrom(seed) {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** So many projects, in the form of `casd quote`. */
export function projects(count = COUNT, seed = SEED) {
  const random = randomFrom(seed)
  const between = (least, most) => least + Math.floor(random() * (most - least + 1))
  const often = (share) => random() < share
  /** Mostly small, one time in twenty anything up to the limit. */
  const quantity = (least, usual, most) => between(least, often(0.05) ? most : usual)
  const months = (least) => (often(0.5) ? 12 * between(1, 3) : quantity(least, 60, 240))

  return Array.from({ length: count }, () => {
    const offer = often(0.4) ? 'cohorts' : 'standard'
    const renewal = often(0.2)
    const project = {
      offer,
      start: `${between(2021, 2035)}-${String(between(1, 12)).padStart(2, '0')}-${String(between(1, 28)).padStart(2, '0')}`,
      months: months(renewal ? 1 : 12),
      renewal,
      users: quantity(1, 8, 1_000),
      students: 0,
      configuration: 'configuration-1',
      access_points: [],
      options: {},
    }
    if (often(0.4)) project.students = between(1, project.users)
    for (let left = quantity(0, 4, 100); left > 0; left -= 1) {
      const box = { months: often(0.6) ? project.months : months(1) }
      if (often(0.1)) box.funder = 'B'
      project.access_points.push(box)
    }
    if (offer === 'cohorts' && often(0.7)) project.options['health-referent'] = true
    if (often(0.3)) project.options['automatic-exports'] = true
    if (often(0.1)) project.options['larger-configuration'] = true
    if (often(0.1)) project.options['extra-software'] = true
    if (often(0.1)) project.options['output-credits'] = between(1, 100)
    return project
  })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.stdout.write(JSON.stringify(projects()))
