// What the checks that run in the page share there, as `window.audit`.

/** Runs in each page before its own scripts: what it needs, it has within itself. */
export function shareInPage() {
  const luminance = (colour) => {
    const [red, green, blue] = colour.match(/[\d.]+/g).map(Number)
    const linear = (one) => (one / 255 <= 0.04045 ? one / 255 / 12.92 : ((one / 255 + 0.055) / 1.055) ** 2.4)
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }

  const isTransparent = (colour) => /^rgba\(.*, 0\)$/.test(colour)

  window.audit = {
    isTransparent,

    /** The contrast of two colours, from 1 to 21. */
    contrast(one, other) {
      const [darker, lighter] = [one, other].map(luminance).sort((a, b) => a - b)
      return (lighter + 0.05) / (darker + 0.05)
    },

    /** The background that an element is on. */
    groundOf(element) {
      for (let around = element; around; around = around.parentElement) {
        const { backgroundColor } = getComputedStyle(around)
        if (!isTransparent(backgroundColor)) return backgroundColor
      }
      return 'rgb(255, 255, 255)'
    },

    /** What is in sight, of a selector. */
    inSight: (selector) => [...document.querySelectorAll(selector)].filter((one) => one.checkVisibility()),

    /** An element as a finding names it. */
    name(element) {
      const { id, className, textContent } = element
      const called = id ? `#${id}` : className && `.${className.baseVal ?? className}`
      return `${element.tagName.toLowerCase()}${called ?? ''} “${textContent.replace(/\s+/g, ' ').trim().slice(0, 40)}”`
    },
  }
}
