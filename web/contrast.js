// Colours, and how well they are told apart (WCAG 2.2, 1.4.3 and 1.4.11): functions without a browser.
// A colour is its red, green and blue in sRGB, each from 0 to 1.

/** A colour as browsers compute it, `rgb(…)` or `color(srgb …)`; nothing where it is no colour, or not opaque. */
export function parsed(text) {
  const unit = text.startsWith('rgb') ? 255 : 1
  const [red, green, blue, alpha = 1] = (text.match(/-?\d[\d.e-]*/g) ?? []).map(Number)
  if (alpha < 1 || blue === undefined) return undefined
  return [red, green, blue].map((part) => Math.min(Math.max(part / unit, 0), 1))
}

export const written = (colour) => `rgb(${colour.map((part) => Math.round(part * 255)).join(' ')})`

/** A colour between two others: so much of the first. */
export const between = (one, other, share) => one.map((part, at) => part * share + other[at] * (1 - share))

function luminance(colour) {
  const [red, green, blue] = colour.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** From 1, alike, to 21, black on white. */
export function contrast(one, other) {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (lighter + 0.05) / (darker + 0.05)
}
