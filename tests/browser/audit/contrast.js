// The contrast of what is no text: edges and plots. That of the focus ring is in keys.js, that of text axe's.

/** Each runs in the page, and returns what is wrong. */
export const CONTRAST = {
  'edges and plots stand out from what surrounds them': () => {
    const { contrast, groundOf, inSight, isTransparent, name } = window.audit
    const edge = (one) => {
      const { borderTopStyle, borderTopColor } = getComputedStyle(one)
      const isPlain = borderTopStyle === 'none' || isTransparent(borderTopColor)
      return isPlain || one.disabled ? [] : [[one, borderTopColor, groundOf(one.parentElement)]]
    }
    const drawn = (shape) => {
      const { fill, stroke } = getComputedStyle(shape)
      const ground = groundOf(shape.closest('figure'))
      const best = [fill, stroke].filter((colour) => colour !== 'none').sort((a, b) => contrast(b, ground) - contrast(a, ground))[0]
      return best ? [[shape, best, ground]] : []
    }
    const pairs = [
      ...inSight('button, a.button, input[type=text], input[type=date], input[type=color], select, textarea').flatMap(edge),
      ...inSight('.plot rect, .plot circle, .plot polyline, .plot line.mark-axis').flatMap(drawn),
    ]
    return pairs.filter(([, colour, ground]) => contrast(colour, ground) < 3).map(([one, colour, ground]) => `${name(one)}: ${colour} on ${ground}`)
  },
}
