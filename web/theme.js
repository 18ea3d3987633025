// The colours, radius, font and width that a host gives the page. What would make it hard to read is
// refused, and the rest is applied.

import { between, colourOf, contrast, written } from './contrast.js'

/** What a text needs (WCAG 2.2, 1.4.3), and what shows where a field is (1.4.11). */
const TEXT = 4.5
const EDGE = 3

/** The host's colours, and those of the page that they become. */
const COLOURS = { text: '--ink', surface: '--paper', background: '--ground', accent: '--accent' }
/** What a warning calls the page's own colours. */
const CALLED = {
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
const SIZES = {
  // Twice as a calculation, as the page uses it: that takes one length and nothing else.
  radius: ['--radius', 'width', (value) => `clamp(0px, calc(${value} * 1), 2rem)`],
  width: ['--width', 'width', (value) => `max(20rem, calc(${value} * 1))`],
  font: ['--font', 'font-family', (value) => value],
}

const dark = matchMedia('(prefers-color-scheme: dark)')
const BLACK = [0, 0, 0]
const WHITE = [1, 1, 1]

/** Rules of the page's sheet: the ones for dark schemes, and one of its own for what a host gives. */
let sheet
function ours() {
  if (sheet) return sheet
  const [page] = document.styleSheets
  const isDark = ({ media }) => media?.mediaText.includes('prefers-color-scheme: dark')
  // On paper the page has its own colours.
  page.insertRule('@media screen { :root {} }', page.cssRules.length)
  sheet = {
    darks: [...page.cssRules].filter(isDark),
    root: page.cssRules[page.cssRules.length - 1].cssRules[0].style,
  }
  return sheet
}

/** The first of several colours that can be read on all of those, or else the last. */
const firstReadable = (colours, on, needed) =>
  colours.find((colour) => on.every((ground) => contrast(colour, ground) >= needed)) ?? colours.at(-1)

/**
 * Applies a theme: `scheme` is light, dark or auto; `properties` are the host's, without `--casd-`.
 * Calls `refuse({ name, value, why, ratio, needed })` for each that is left out.
 */
export function applyTheme({ scheme, properties }, refuse) {
  const { darks, root } = ours()
  const isDark = scheme === 'auto' ? dark.matches : scheme === 'dark'
  root.cssText = ''
  root.setProperty('color-scheme', isDark ? 'dark' : 'light')
  for (const rule of darks) rule.media.mediaText = isDark ? 'all' : 'not all'

  const given = (name) => (typeof properties[name] === 'string' ? properties[name].trim().slice(0, 300) : '')
  for (const [name, [property, as, used]] of Object.entries(SIZES)) {
    const value = given(name)
    if (!value) continue
    // What depends on other properties is the host's, which has resolved it.
    if (CSS.supports(as, used(value)) && !/var\(|env\(|attr\(/.test(value)) root.setProperty(property, used(value))
    else refuse({ name: `--casd-${name}`, value, why: `it is not a value of ${as}` })
  }
  paint(root, given, isDark ? '-dark' : '', refuse)
}

/** Colours: a host's are taken together, then what cannot be read is taken out again, one by one. */
function paint(root, given, suffix, refuse) {
  const style = getComputedStyle(document.documentElement)
  const own = (property) => colourOf(style.getPropertyValue(property).trim())
  const page = Object.fromEntries(Object.keys(CALLED).map((property) => [property, own(property)]))
  const taken = {}
  for (const [name, property] of Object.entries(COLOURS)) {
    const value = given(name + suffix)
    if (!value) continue
    const colour = colourOf(value)
    if (colour) taken[property] = { name: `--casd-${name}${suffix}`, value, colour }
    else refuse({ name: `--casd-${name}${suffix}`, value, why: 'it is not an opaque colour' })
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
    refuse({ name, value, why, ratio, needed: TEXT })
  }

  if (Object.keys(taken).length === 0) return
  const [ink, paper, ground, accent] = Object.values(COLOURS).map(now)
  // What follows from those: softer texts, edges, and the ground of what is chosen.
  const mixed = (one, other, shares) => shares.map((share) => between(one, other, share))
  const readsOn = (wash) => [ink, accent].every((text) => contrast(text, wash) >= TEXT)
  const wash = mixed(accent, paper, [0.12, 0.06, 0.03]).find(readsOn) ?? paper
  const colours = {
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
  for (const [property, colour] of Object.entries(colours)) root.setProperty(property, written(colour))
}
