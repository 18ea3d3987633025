// Larger text, narrower windows, wider spacing: whatever a reader sets, nothing is lost. 1280 px at 400 % is
// 320 px at 100 % (RGAA 10.11). accessibility.spec.js and plan-view.spec.js look at further states.

import { expect, test } from './fixtures.js'
import { PAGES, PLACES, unfold } from './places.js'

/** What sticks out to the right, or is cut off: it should be nothing. */
const lost = (page) =>
  page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement
    const scrolls = (one) => /auto|scroll/.test(getComputedStyle(one).overflowX)
    const within = (one, is) => { for (let around = one.parentElement; around && around !== document.body; around = around.parentElement) if (is(around)) return true; return false }
    const shown = [...document.body.querySelectorAll('*')].filter((one) => one.checkVisibility() && !one.closest('.announcement, .skip'))
    const tell = (one) => `${one.tagName} ${one.id || one.className?.baseVal || one.className}: ${one.textContent.slice(0, 40)}`
    return [
      ...(scrollWidth > clientWidth ? [`the page scrolls sideways: ${scrollWidth} px in ${clientWidth}`] : []),
      // A data table scrolls on its own; what is in it is not lost.
      ...shown.filter((one) => one.getBoundingClientRect().right > clientWidth + 0.5 && !within(one, scrolls)).map((one) => `sticks out: ${tell(one)}`),
      // Keys must reach what scrolls.
      ...shown.filter((one) => scrolls(one) && one.scrollWidth > one.clientWidth + 1 && one.tabIndex < 0).map((one) => `scrolls without keys: ${tell(one)}`),
      ...shown
        .filter((one) => /hidden|clip/.test(getComputedStyle(one).overflow) && one.namespaceURI.endsWith('xhtml') && !one.matches('iframe, input'))
        .filter((one) => one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1)
        .map((one) => `cut off: ${tell(one)}`),
      // Words that leave the button, the cell or the legend that they are in.
      ...shown.filter((one) => one.matches('button, a.button, summary, th, td, label, legend, h1, h2, h3, h4, caption, dt, dd')).flatMap((one) => {
        const box = one.getBoundingClientRect()
        const range = document.createRange()
        range.selectNodeContents(one)
        const out = [...range.getClientRects()].some((words) => words.width > 0 && (words.right > box.right + 1.5 || words.bottom > box.bottom + 4))
        return out && !one.querySelector('svg') ? [`words out of ${tell(one)}`] : []
      }),
    ]
  })

/** Puts a style sheet of the reader's over those of the page. */
const restyle = (page, css) =>
  page.evaluate((css) => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(css)
    document.adoptedStyleSheets.push(sheet)
  }, css)

/** The four spacings of RGAA 10.12. */
const SPACING = `
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
  p { margin-bottom: 2em !important }
  svg * { letter-spacing: normal !important; word-spacing: normal !important }
`

for (const locale of ['fr-FR', 'en-GB']) {
  test.describe(locale, () => {
    test.use({ locale })
    for (const [place, reach] of Object.entries(PLACES)) {
      test(`at 320 px nothing is cut off or scrolls sideways: ${place}`, async ({ simulator, page }) => {
        await page.setViewportSize({ width: 320, height: 640 })
        await reach(simulator)
        await unfold(page)
        expect(await lost(page)).toEqual([])
      })

      test(`with the text spacing of a reader’s own, nothing is lost: ${place}`, async ({ simulator, page }) => {
        await reach(simulator)
        await unfold(page)
        await restyle(page, SPACING)
        for (const width of [1280, 320]) {
          await page.setViewportSize({ width, height: 900 })
          expect(await lost(page), `at ${width} px`).toEqual([])
        }
      })
    }
  })
}

for (const place of ['the plan', 'compared variants', ...Object.keys(PAGES)]) {
  test(`text can be twice as large: ${place}`, async ({ simulator, page }) => {
    await PLACES[place](simulator)
    await unfold(page)
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'))
    for (const width of [1280, 640]) {
      await page.setViewportSize({ width, height: 900 })
      expect(await lost(page), `at ${width} px`).toEqual([])
    }
  })
}

for (const [place, reach] of Object.entries(PLACES)) {
  test(`a phone can be turned: ${place}`, async ({ simulator, page }) => {
    await page.setViewportSize({ width: 390, height: 844 })
    await reach(simulator)
    const said = () => page.locator('body').evaluate((body) =>
      [...body.querySelectorAll('h1, h2, h3, h4, p:not(.bar), th, td, label, legend, button, a')].filter((one) => one.checkVisibility()).map(({ textContent }) => textContent))
    const upright = await said()
    await page.setViewportSize({ width: 844, height: 390 })
    expect(await said()).toEqual(upright)
    expect(await lost(page)).toEqual([])
  })
}
