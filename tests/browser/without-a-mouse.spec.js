// Keys alone, from the first visit to a number that is sent; and what a pointer does not do by accident.
// keyboard.spec.js has the details.

import { copied } from './clipboard.js'
import { expect, test } from './fixtures.js'
import { PLACES, VIEWS, startAtTheTop } from './places.js'

/** Presses Tab until the focus is on the element. */
async function tabTo(page, target) {
  for (let presses = 0; presses < 120; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error('Tab never came there')
}

async function type(page, field, text) {
  await tabTo(page, field)
  await page.keyboard.press('Control+A')
  await page.keyboard.type(text)
}

for (const locale of ['fr-FR', 'en-GB']) {
  test.describe(locale, () => {
    test.use({ locale })

    test('from the first visit to a number sent, with the keyboard alone', async ({ simulator, page, context, baseURL }) => {
      await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: new URL(baseURL).origin })
      await simulator.open()
      const { words } = simulator
      // Past the head of the page.
      await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
      await tabTo(page, simulator.offer('standard'))
      await page.keyboard.press('ArrowDown')
      await expect(simulator.offer('cohorts')).toBeChecked()
      await type(page, simulator.field('users'), '2x')
      await simulator.seeProblem('users', words.faults.misread)
      // What is wrong leads to its field.
      await tabTo(page, simulator.problemLink(words.fields.users))
      await page.keyboard.press('Enter')
      await expect(simulator.field('users')).toBeFocused()
      await page.keyboard.press('Backspace')
      await simulator.seeTotal(locale === 'fr-FR' ? '4 440,00 €' : '€4,440.00')
      await tabTo(page, simulator.option('exports'))
      await page.keyboard.press('Space')
      await simulator.seeTotal(locale === 'fr-FR' ? '4 740,00 €' : '€4,740.00')

      // From the estimate to the access, and back.
      const toPlan = simulator.sheet.getByRole('button', { name: words.plan.plan, exact: true })
      await tabTo(page, toPlan)
      await page.keyboard.press('Enter')
      await expect(page.locator('#annexe-heading')).toBeFocused()
      await page.keyboard.press('Shift+Tab')
      await page.keyboard.press('Enter')
      await expect(simulator.sheet).toBeVisible()

      const number = await simulator.seeNumber()
      await tabTo(page, simulator.button('copyNumber'))
      await page.keyboard.press('Enter')
      await expect.poll(() => copied(page)).toBe(number)
      // The message to CASD: the browser would open its mail program.
      const opened = page.evaluate(() => new Promise((open) => {
        addEventListener('click', (event) => {
          const link = event.target.closest('a')
          event.preventDefault()
          open(link.href)
        })
      }))
      await page.keyboard.press('Shift+Tab')
      await expect(simulator.mailLink).toBeFocused()
      await page.keyboard.press('Enter')
      const message = decodeURIComponent(await opened)
      expect(message).toContain('mailto:service@casd.eu?subject=')
      expect(message).toContain(number)
    })
  })
}

for (const [place, reach] of Object.entries(PLACES)) {
  test(`the first stop of ${place} leads to its main content`, async ({ simulator, page }) => {
    await reach(simulator)
    await startAtTheTop(page)
    const skip = page.locator('.skip').filter({ visible: true })
    await expect(skip).toHaveText('Aller au contenu')
    await expect(skip).not.toHaveCSS('clip-path', 'none')
    await page.keyboard.press('Tab')
    await expect(skip).toBeFocused()
    await expect(skip).toHaveCSS('clip-path', 'none')
    await expect(skip).toBeInViewport({ ratio: 1 })
    const address = page.url()
    await page.keyboard.press('Enter')
    await expect.poll(() => page.evaluate(() => Boolean(document.activeElement.closest('main')?.checkVisibility()))).toBe(true)
    // The fragment of the simulator's address is the number's.
    if (place in VIEWS) expect(page.url()).toBe(address)
    // And on from there.
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => Boolean(document.activeElement.closest('main')))).toBe(true)
  })
}

test('a press that slides off its button does nothing', async ({ simulator, page }) => {
  await simulator.open()
  const pressed = async (locator) => {
    await locator.scrollIntoViewIfNeeded()
    const { x, y, width, height } = await locator.boundingBox()
    await page.mouse.move(x + width / 2, y + height / 2)
    await page.mouse.down()
    await page.mouse.move(x + width / 2, y + height + 200)
    await page.mouse.up()
  }
  const before = await simulator.everything()
  await pressed(simulator.button('addBox'))
  await pressed(simulator.page.getByRole('button', { name: simulator.words.examples.pmsi, exact: true }))
  await pressed(simulator.languageSwitch)
  expect(await simulator.everything()).toEqual(before)
  await simulator.addBox()
  await expect(simulator.boxes).toHaveCount(2)
})
