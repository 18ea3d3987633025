// The colours, radius, font and width that a host gives the page. What would make it hard to read is
// refused (theme_colours.js), and the rest is applied.

import { parsed, written } from './contrast.js'
import { CALLED, COLOURS, chosen } from './theme_colours.js'

const SIZES = {
  // Twice as a calculation, as the page uses it: that takes one length and nothing else.
  radius: ['--radius', 'width', (value) => `clamp(0px, calc(${value} * 1), 2rem)`],
  width: ['--width', 'width', (value) => `max(20rem, calc(${value} * 1))`],
  font: ['--font', 'font-family', (value) => value],
}

const dark = matchMedia('(prefers-color-scheme: dark)')

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

/** A colour as CSS writes it, read by the browser; nothing where it is none, or not opaque. */
function colourOf(text) {
  // The head is never shown, so that colours can be tried on it.
  const { style } = document.head
  const shown = (colour) => {
    style.color = ''
    style.color = colour
    return style.color && getComputedStyle(document.head).color
  }
  let read = shown(text)
  // Colours of other spaces: as sRGB has them.
  if (read && !read.startsWith('rgb')) read = shown(`color-mix(in srgb, ${text}, ${text})`)
  style.color = ''
  return parsed(read)
}

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

/** Applies the host's colours, as far as the page can be read in them. */
function paint(root, given, suffix, refuse) {
  const style = getComputedStyle(document.documentElement)
  const page = Object.fromEntries(Object.keys(CALLED).map((property) => [property, colourOf(style.getPropertyValue(property).trim())]))
  const colours = {}
  for (const colour of Object.keys(COLOURS)) {
    const value = given(colour + suffix)
    if (value) colours[colour] = { name: `--casd-${colour}${suffix}`, value, colour: colourOf(value) }
  }
  const { properties, refused } = chosen(colours, page)
  refused.forEach((one) => refuse(one))
  for (const [property, colour] of Object.entries(properties)) root.setProperty(property, written(colour))
}
