// The colours of the reader instead of the page's (Windows’ contrast themes), and the contrast of what is no
// text: edges, the focus, plots.

import { expect, test } from './fixtures.js'
import { PLACES, VIEWS, tabThrough } from './places.js'

/** In the page: the contrast of two colours, and the background that an element stands on. */
const measures = () => {
  window.luminance = (colour) => {
    const [red, green, blue] = colour.match(/[\d.]+/g).map(Number)
    const linear = (one) => (one / 255 <= 0.04045 ? one / 255 / 12.92 : ((one / 255 + 0.055) / 1.055) ** 2.4)
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }
  window.contrast = (one, other) => {
    const [darker, lighter] = [one, other].map(window.luminance).sort((a, b) => a - b)
    return (lighter + 0.05) / (darker + 0.05)
  }
  window.groundOf = (element) => {
    for (let around = element; around; around = around.parentElement) {
      const { backgroundColor } = getComputedStyle(around)
      if (!/^rgba\(.*, 0\)$/.test(backgroundColor)) return backgroundColor
    }
    return 'rgb(255, 255, 255)'
  }
}

const seen = () => {
  const element = document.activeElement
  const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element)
  // Inside a frame the frame's page shows it.
  const isFrame = element.tagName === 'IFRAME' || element.tagName === 'CASD-SIMULATOR'
  return {
    text: (element.textContent || element.id).slice(0, 50),
    isSeen: isFrame || (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 && window.contrast(outlineColor, window.groundOf(element.parentElement)) >= 3),
  }
}

test.beforeEach(({ page }) => page.addInitScript(measures))

test.describe('with forced colours', () => {
  test.use({ contextOptions: { forcedColors: 'active' } })

  test('what is chosen, what is wrong and where the focus is are seen without the colours of the page', async ({ simulator, page }) => {
    await simulator.open()
    expect(await page.evaluate(() => matchMedia('(forced-colors: active)').matches)).toBe(true)
    await simulator.chooseOffer('cohorts')
    const look = (locator) => locator.evaluate((element) => {
      const { outlineStyle, outlineWidth, borderTopWidth, borderLeftWidth, borderTopStyle } = getComputedStyle(element)
      return { outline: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2, edge: borderTopStyle === 'none' ? 0 : parseFloat(borderTopWidth), side: parseFloat(borderLeftWidth) }
    })
    const choice = (name) => simulator.offer(name).locator('xpath=..')
    expect((await look(choice('cohorts'))).outline).toBe(true)
    expect((await look(choice('standard'))).outline).toBe(false)

    expect((await look(simulator.field('users'))).edge).toBe(1)
    await simulator.enterUsers('abc')
    await simulator.seeProblem('users', simulator.words.faults.misread)
    expect((await look(simulator.field('users'))).edge).toBe(2)
    expect((await look(simulator.sheet.locator('.alert'))).side).toBe(4)

    await simulator.openNumber('CASD1QJNN442382558TCJ25MAQ')
    await simulator.seeRefusal(simulator.words.refusals.mistyped)
    expect((await look(simulator.refusal.locator('mark').first())).outline).toBe(true)

    await simulator.field('months').focus()
    expect((await look(simulator.field('months'))).outline).toBe(true)
    expect((await look(simulator.field('students'))).outline).toBe(false)
  })

  for (const colorScheme of ['light', 'dark']) {
    test(`plots, edges and text have the colours of the reader, ${colorScheme}`, async ({ simulator, page }) => {
      await page.emulateMedia({ colorScheme, forcedColors: 'active' })
      await VIEWS['the plan'](simulator)
      const faint = await page.evaluate(() => {
        const inSight = (one) => one.checkVisibility()
        const shapes = [...document.querySelectorAll('.plot rect, .plot circle, .plot polyline, .plot line.mark-axis')].filter(inSight).flatMap((shape) => {
          const { fill, stroke } = getComputedStyle(shape)
          const ground = window.groundOf(shape.closest('figure'))
          const drawn = [fill, stroke].filter((colour) => colour !== 'none')
          return drawn.some((colour) => window.contrast(colour, ground) >= 3) ? [] : [`${shape.tagName} ${shape.getAttribute('class')}: ${fill}, ${stroke} on ${ground}`]
        })
        const letters = [...document.querySelectorAll('.plot text')].filter(inSight).flatMap((text) => {
          // On the bar that it stands on, else on the ground, in the colour of the reader's text.
          const { fill } = getComputedStyle(text)
          const series = /\bs(\d)\b/.exec(text.getAttribute('class'))
          const bar = series && text.parentElement.querySelector(`rect.s${series[1]}`)
          const ground = bar ? getComputedStyle(bar).fill : window.groundOf(text.closest('figure'))
          const isReaders = bar || fill === getComputedStyle(document.querySelector('#annexe h2')).color
          return isReaders && window.contrast(fill, ground) >= 4.5 ? [] : [`text ${text.textContent}: ${fill} on ${ground}`]
        })
        return [...shapes, ...letters]
      })
      expect(faint).toEqual([])
    })
  }

  for (const [place, reach] of Object.entries(PLACES)) {
    test(`the focus is seen at every stop: ${place}`, async ({ simulator, page }) => {
      await reach(simulator)
      const stops = await tabThrough(page, seen)
      expect(stops.length).toBeGreaterThan(3)
      expect(stops.filter(({ isSeen }) => !isSeen)).toEqual([])
    })
  }
})

for (const colorScheme of ['light', 'dark']) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme })

    test('edges, the focus ring and plots stand out from what surrounds them, in both themes', async ({ simulator, page }) => {
      for (const [place, reach] of Object.entries(PLACES)) {
        await reach(simulator)
        const faint = await page.evaluate(() => {
          const inSight = (selector) => [...document.querySelectorAll(selector)].filter((one) => one.checkVisibility())
          const edge = (one) => {
            const { borderTopStyle, borderTopColor } = getComputedStyle(one)
            const isPlain = borderTopStyle === 'none' || /^rgba\(.*, 0\)$/.test(borderTopColor)
            return isPlain || one.disabled ? [] : [[one, borderTopColor, window.groundOf(one.parentElement)]]
          }
          const drawn = (shape) => {
            const { fill, stroke } = getComputedStyle(shape)
            const ground = window.groundOf(shape.closest('figure'))
            const best = [fill, stroke].filter((colour) => colour !== 'none').sort((a, b) => window.contrast(b, ground) - window.contrast(a, ground))[0]
            return [[shape, best, ground]]
          }
          const pairs = [
            ...inSight('button, a.button, input[type=text], input[type=date], input[type=color], select, textarea').flatMap(edge),
            ...inSight('.plot rect, .plot circle, .plot polyline, .plot line.mark-axis').flatMap(drawn),
          ]
          const name = (one) => `${one.tagName} ${one.id || one.textContent.slice(0, 30) || one.getAttribute('class')}`
          return pairs.filter(([, colour, ground]) => window.contrast(colour, ground) < 3).map(([one, colour, ground]) => `${name(one)}: ${colour} on ${ground}`)
        })
        expect(faint, place).toEqual([])
      }
      await VIEWS['the simulator'](simulator)
      const stops = await tabThrough(page, seen)
      expect(stops.filter(({ isSeen }) => !isSeen)).toEqual([])
    })
  })
}
