// Keys alone, from the first visit to a number that is sent; where the focus goes; and what neither a key nor a
// pointer does by accident. That every stop of every place is in order and seen is the audit's (audit.spec.js).

import { copied } from './clipboard.js'
import { expect, test } from './fixtures.js'
import { spaced } from './simulator.js'
import { Workbench } from './workbench.js'

/** Presses Tab, or Shift+Tab, until the focus is on the element. */
async function tabTo(page, target, key = 'Tab') {
  for (let presses = 0; presses < 120; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press(key)
  }
  throw new Error('Tab never came there')
}

/** Goes to a field, and types over what is in it. */
async function type(page, field, text, key) {
  await tabTo(page, field, key)
  await page.keyboard.press('Control+A')
  await page.keyboard.type(text)
}

/** Goes to a button or a link, and presses Enter. */
async function press(page, target, key) {
  await tabTo(page, target, key)
  await page.keyboard.press('Enter')
}

/** The element that has the focus, which is seen. */
async function seeFocus(page, element) {
  await expect(element).toBeFocused()
  await expect(element).toHaveCSS('outline-style', 'solid')
}

test('from the first visit to a number sent, with the keyboard alone', async ({ simulator, page, context, baseURL }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: new URL(baseURL).origin })
  await simulator.open()
  const { words } = simulator

  await test.step('past the head of the page, and round the offers', async () => {
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await tabTo(page, simulator.offer('standard'))
    for (const offer of ['cohorts', 'pmsi', 'private', 'standard', 'cohorts']) {
      await page.keyboard.press('ArrowDown')
      await expect(simulator.offer(offer)).toBeChecked()
      await seeFocus(page, simulator.offer(offer))
    }
  })

  await test.step('a wrong entry: its link leads to the field', async () => {
    await type(page, simulator.field('months'), '24')
    await type(page, simulator.field('users'), '3x')
    await simulator.seeProblem('users', words.faults.misread)
    await press(page, simulator.problemLink(words.fields.users))
    await seeFocus(page, simulator.field('users'))
    await page.keyboard.press('Backspace')
    await simulator.seeNoProblem('users')
  })

  await test.step('an SD-Box is added, removed and added', async () => {
    await press(page, simulator.button('addBox'))
    await seeFocus(page, simulator.field('box 2'))
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect(simulator.boxes).toHaveCount(1)
    const focused = simulator.form.getByRole('group', { name: words.boxes, exact: true }).locator(':focus')
    await seeFocus(page, focused)
    await press(page, simulator.button('addBox'))
    await expect(simulator.field('box 2')).toBeFocused()
    await page.keyboard.press('Control+A')
    await page.keyboard.type('6')
    await tabTo(page, simulator.option('exports'))
    await page.keyboard.press('Space')
    await simulator.seeTotal(11298)
  })

  await test.step('to the plan, in the other language, and back: the title names what is in sight', async () => {
    const titled = (words, view) => expect(page).toHaveTitle(view ? new RegExp(`^${spaced(view).source} – ${spaced(words.documentTitle).source}$`) : words.documentTitle)
    await titled(words)
    await press(page, simulator.sheet.getByRole('button', { name: words.plan.plan, exact: true }))
    await seeFocus(page, page.locator('#view-heading'))
    await titled(words, words.plan.plan)
    const { lang } = simulator
    for (const other of [lang === 'fr' ? 'en' : 'fr', lang]) {
      await press(page, simulator.languageSwitch, 'Shift+Tab')
      simulator.lang = other
      await titled(simulator.words, simulator.words.plan.plan)
    }
    await press(page, page.getByRole('button', { name: words.plan.back, exact: true }))
    await expect(simulator.sheet).toBeVisible()
    await titled(words)
  })

  const number = await simulator.seeNumber()
  await test.step('the number is copied, and sent', async () => {
    await press(page, simulator.button('copyNumber'))
    await expect.poll(() => copied(page)).toBe(number)
    // The message to CASD: the browser would open its mail program.
    const opened = page.evaluate(() => new Promise((open) => {
      addEventListener('click', (event) => {
        const link = event.target.closest('a')
        event.preventDefault()
        open(link.href)
      }, { once: true })
    }))
    await page.keyboard.press('Shift+Tab')
    await expect(simulator.mailLink).toBeFocused()
    await page.keyboard.press('Enter')
    const message = decodeURIComponent(await opened)
    expect(message).toContain('mailto:service@casd.eu?subject=')
    expect(message).toContain(number)
  })

  await test.step('a number is opened by Enter in its field', async () => {
    await type(page, simulator.field('users'), '6', 'Shift+Tab')
    await type(page, simulator.numberField, number, 'Shift+Tab')
    await page.keyboard.press('Enter')
    await expect(simulator.field('users')).toHaveValue('3')
  })
})

test('the focus goes with the press, and is never lost', async ({ simulator, views, page }) => {
  const workbench = new Workbench(simulator)
  const onPage = () => page.evaluate(() => document.activeElement !== document.body && document.activeElement !== document.documentElement)
  await workbench.openAt(`&lang=${simulator.lang}`)
  await page.getByRole('button', { name: simulator.words.views.back, exact: true }).press('Enter')
  await expect(simulator.sheet).toBeVisible()
  await expect(simulator.form.getByRole('heading', { level: 2 })).toBeFocused()
  await views.goTo('check')
  // From now on no frame comes: the next key need not wait for one.
  await page.clock.pauseAt(new Date('2026-11-21T11:00:00+01:00'))
  await views.check('CASD-1')
  await expect(views.result).toBeFocused()
  await views.goBackToSimulator()
  await simulator.addBox()
  await expect(simulator.field('box 2')).toBeFocused()
  // The buttons under an archived example go when they are pressed.
  for (const name of ['redo', 'again']) {
    await simulator.openExample('standard2018')
    await expect(simulator.sheet.getByRole('heading', { level: 2 })).toBeFocused()
    await simulator.button(name).press('Enter')
    await expect(simulator.button(name)).toHaveCount(0)
    await expect.poll(onPage).toBe(true)
  }
})

test('typing does not move the focus, Enter in a field and a press that slides off do nothing', async ({ simulator, page }) => {
  await simulator.open()
  const users = simulator.field('users')
  await tabTo(page, users)
  for (const key of ['Backspace', '1', '0', '0', '0', '1', 'Backspace']) {
    await page.keyboard.press(key)
    await expect(users).toBeFocused()
  }
  await expect(users).toHaveValue('1000')

  const before = await simulator.everything()
  await page.keyboard.press('Enter')
  expect(await simulator.everything()).toEqual(before)
  await expect(users).toBeFocused()

  for (const button of [
    simulator.button('addBox'),
    page.getByRole('button', { name: simulator.words.examples.pmsi, exact: true }),
    simulator.languageSwitch,
  ]) {
    await button.scrollIntoViewIfNeeded()
    const { x, y, width, height } = await button.boundingBox()
    await page.mouse.move(x + width / 2, y + height / 2)
    await page.mouse.down()
    await page.mouse.move(x + width / 2, y + height + 200)
    await page.mouse.up()
  }
  expect(await simulator.everything()).toEqual(before)
  await simulator.addBox()
  await expect(simulator.boxes).toHaveCount(2)
})

test('a table that scrolls on its own can be reached and scrolled with the keys', async ({ simulator, views, page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await simulator.open()
  const today = await simulator.seeNumber()
  await simulator.openExample('standard2018')
  await expect(simulator.number).not.toHaveText(today)
  const archived = await simulator.seeNumber()
  await views.goTo('check')
  await views.check(`${today} ${archived}`)
  const table = views.result.locator('.wide')
  await tabTo(page, table)
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => table.evaluate((element) => element.scrollLeft)).toBeGreaterThan(0)
})
