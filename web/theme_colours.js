// Which of a host's colours the page takes: those that leave every text readable. No browser is needed.

import { between, contrast } from './contrast.js'

/** What a text needs (WCAG 2.2, 1.4.3), and what shows where a field is (1.4.11). */
const TEXT = 4.5
const EDGE = 3

/** The host's colours, and those of the page that they become. */
export const COLOURS = { text: '--ink', surface: '--paper', background: '--ground', accent: '--accent' }
/** The page's own colours, as a warning calls them. */
export const CALLED = {
  '--ink': 'text',
  '--paper': 'surface',
  '--ground': 'background',
  '--accent': 'accent',
  '--error': 'colour of errors',
  '--error-wash': 'ground of errors',
  '--mark': 'marked characters',
  '--saving': 'colour of reductions',
}
/** Which colours of the page are read on which. */
const READ_ON = {
  '--accent': ['--paper', '--ground', '--error-wash'],
  '--ink': ['--paper', '--ground', '--error-wash', '--mark'],
  '--error': ['--paper'],
  '--saving': ['--paper'],
}
const BLACK = [0, 0, 0]
const WHITE = [1, 1, 1]

/** The first of several colours that can be read on all of those, or else the last. */
const firstReadable = (colours, on, needed) =>
  colours.find((colour) => on.every((ground) => contrast(colour, ground) >= needed)) ?? colours.at(-1)

/**
 * A host's colours are taken together, then what cannot be read is taken out again, one by one.
 *
 * `given` are the host's: `{ accent: { name, value, colour } }`, without a colour where the value is none;
 * `page` has the page's own, by property. Gives the properties to set, and what is left out, with the reason.
 */
export function chosen(given, page) {
  const taken = {}
  const refused = []
  for (const [colour, property] of Object.entries(COLOURS)) {
    const one = given[colour]
    if (one?.colour) taken[property] = one
    else if (one) refused.push({ name: one.name, value: one.value, why: 'it is not an opaque colour' })
  }
  const now = (property) => taken[property]?.colour ?? page[property]
  /** The first pair that cannot be read, and where a colour of the host's is part of it. */
  const unreadable = () => {
    for (const [text, grounds] of Object.entries(READ_ON)) {
      for (const ground of grounds) {
        const ratio = contrast(now(text), now(ground))
        const culprit = taken[text] ? text : ground
        if (ratio < TEXT && taken[culprit]) return { culprit, other: culprit === text ? ground : text, ratio }
      }
    }
    return undefined
  }
  for (let found = unreadable(); found; found = unreadable()) {
    const { name, value } = taken[found.culprit]
    const ratio = Math.floor(found.ratio * 100) / 100
    const why = `its contrast with the ${CALLED[found.other]} is ${ratio.toFixed(2)}, at least ${TEXT} is needed`
    delete taken[found.culprit]
    refused.push({ name, value, why, ratio, needed: TEXT })
  }
  return { properties: Object.keys(taken).length ? derived(...Object.values(COLOURS).map(now)) : {}, refused }
}

/** The four colours, and what follows from them: softer texts, edges, and the ground of what is chosen. */
function derived(ink, paper, ground, accent) {
  const mixed = (one, other, shares) => shares.map((share) => between(one, other, share))
  const readsOn = (wash) => [ink, accent].every((text) => contrast(text, wash) >= TEXT)
  const wash = mixed(accent, paper, [0.12, 0.06, 0.03]).find(readsOn) ?? paper
  return {
    '--ink': ink,
    '--paper': paper,
    '--ground': ground,
    '--accent': accent,
    '--on-accent': firstReadable([WHITE, BLACK], [accent], TEXT),
    '--wash': wash,
    '--muted': firstReadable(mixed(ink, paper, [0.7, 0.8, 0.9, 1]), [paper, ground, wash], TEXT),
    '--edge': firstReadable(mixed(ink, paper, [0.55, 0.65, 0.75, 1]), [paper], EDGE),
    '--line': between(ink, paper, 0.2),
  }
}
