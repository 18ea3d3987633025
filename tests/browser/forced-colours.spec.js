// The colours of the reader instead of the page's (Windows’ contrast themes). That the focus is seen in them at
// every stop, and the contrast of edges and plots otherwise, are the audit's (audit.spec.js).

import { shareInPage } from './audit/in-page.js'
import { expect, test } from './fixtures.js'
import { VIEWS } from './places.js'

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

  await simulator.enterUsers('2')
  await simulator.seeTotal(4440)
})

/** Runs in the page: the shapes and letters of plots that the colours of the reader do not show. */
function faint() {
  const { contrast, groundOf, inSight } = window.audit
  const shapes = inSight('.plot rect, .plot circle, .plot polyline, .plot line.mark-axis').flatMap((shape) => {
    const { fill, stroke } = getComputedStyle(shape)
    const ground = groundOf(shape.closest('figure'))
    const drawn = [fill, stroke].filter((colour) => colour !== 'none')
    return drawn.some((colour) => contrast(colour, ground) >= 3) ? [] : [`${shape.tagName} ${shape.getAttribute('class')}: ${fill}, ${stroke} on ${ground}`]
  })
  const letters = inSight('.plot text').flatMap((text) => {
    // On the bar that it stands on, else on the ground, in the colour of the reader's text.
    const { fill } = getComputedStyle(text)
    const series = /\bs(\d)\b/.exec(text.getAttribute('class'))
    const bar = series && text.parentElement.querySelector(`rect.s${series[1]}`)
    const ground = bar ? getComputedStyle(bar).fill : groundOf(text.closest('figure'))
    const isReaders = bar || fill === getComputedStyle(document.querySelector('#view h2')).color
    return isReaders && contrast(fill, ground) >= 4.5 ? [] : [`text ${text.textContent}: ${fill} on ${ground}`]
  })
  return [...shapes, ...letters]
}

test('plots and their letters have the colours of the reader, light or dark', async ({ simulator, page }) => {
  await page.addInitScript(shareInPage)
  await VIEWS['the plan'].find(({ isWhole }) => isWhole).reach(simulator)
  expect(await page.locator('.plot text').count()).toBeGreaterThan(10)
  for (const colorScheme of ['light', 'dark']) {
    await page.emulateMedia({ colorScheme, forcedColors: 'active' })
    expect(await page.evaluate(faint), colorScheme).toEqual([])
  }
})
