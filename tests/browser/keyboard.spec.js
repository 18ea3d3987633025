import { expect, test } from './fixtures.js'
import { Workbench } from './workbench.js'

test.beforeEach(async ({ simulator }) => {
  await simulator.open()
})

/** Where the focus is: what it is on, where that stands on the page, and whether it can be seen. */
async function focus(page) {
  return page.evaluate(() => {
    const element = document.activeElement
    const style = getComputedStyle(element)
    const { left, top, width, height } = element.getBoundingClientRect()
    return {
      id: element.id,
      text: (element.textContent || element.id).trim(),
      onPage: element !== document.body && element !== document.documentElement,
      outlined: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
      inSheet: Boolean(element.closest('section.sheet')),
      inFoot: Boolean(element.closest('footer')),
      left: left + scrollX,
      top: top + scrollY,
      width,
      height,
    }
  })
}

/** Presses Tab from the top to the end, and tells each stop. */
async function tabThrough(page) {
  const stops = []
  await page.evaluate(() => document.activeElement.blur())
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press('Tab')
    const stop = await focus(page)
    if (!stop.onPage) return stops
    // A date field has several stops of its own.
    if (stops.at(-1)?.id !== 'start' || stop.id !== 'start') stops.push(stop)
  }
  throw new Error('Tab never reached the end of the page')
}

/** Presses Tab until the focus is on the element. */
async function tabTo(page, target) {
  for (let presses = 0; presses < 80; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error('Tab never came there')
}

test('the focus goes with the press: the next key need not wait for a frame', async ({ simulator, annexe, page }) => {
  await annexe.goTo('check')
  // From now on no frame comes.
  await page.clock.pauseAt(new Date('2026-11-21T11:00:00+01:00'))
  await annexe.check('CASD-1')
  await expect(annexe.result).toBeFocused()
  await annexe.goBackToSimulator()
  await simulator.addBox()
  await expect(simulator.field('box 2')).toBeFocused()
  await simulator.openExample('standard2018')
  await expect(simulator.sheet.getByRole('heading', { level: 2 })).toBeFocused()
})

test('whoever leaves the workbench is back at the form', async ({ simulator, page }) => {
  const workbench = new Workbench(simulator)
  await workbench.openAt()
  await page.getByRole('button', { name: simulator.words.annexe.back, exact: true }).press('Enter')
  await expect(simulator.sheet).toBeVisible()
  await expect(simulator.form.getByRole('heading', { level: 2 })).toBeFocused()
})

test('a simulation can be described, from the offer to the number, without a mouse', async ({ simulator, page }) => {
  await tabTo(page, simulator.offer('standard'))
  await page.keyboard.press('ArrowDown')
  await expect(simulator.offer('cohorts')).toBeChecked()
  await expect(simulator.offer('cohorts')).toBeFocused()
  await tabTo(page, simulator.field('months'))
  await page.keyboard.press('Control+A')
  await page.keyboard.type('24')
  await tabTo(page, simulator.field('users'))
  await page.keyboard.press('Control+A')
  await page.keyboard.type('3')
  await tabTo(page, simulator.button('addBox'))
  await page.keyboard.press('Enter')
  await expect(simulator.field('box 2')).toBeFocused()
  await page.keyboard.press('Control+A')
  await page.keyboard.type('6')
  await tabTo(page, simulator.option('exports'))
  await page.keyboard.press('Space')
  await expect(simulator.option('exports')).toBeChecked()
  await simulator.seeTotal('11 298,00 €')
  await tabTo(page, simulator.button('copyNumber'))
})

test('the arrows go round the offers, and the private one keeps the focus', async ({ simulator, page }) => {
  await tabTo(page, simulator.offer('standard'))
  for (const offer of ['cohorts', 'pmsi', 'private', 'standard']) {
    await page.keyboard.press('ArrowDown')
    await expect(simulator.offer(offer)).toBeChecked()
    await expect(simulator.offer(offer)).toBeFocused()
  }
})

test('the focus is seen wherever it is', async ({ page }) => {
  for (const stop of await tabThrough(page)) {
    expect(stop.outlined, `an outline on ${stop.text}`).toBe(true)
    expect(stop.width * stop.height, `the size of ${stop.text}`).toBeGreaterThan(0)
  }
})

for (const width of [1280, 390]) {
  test(`at ${width} px the focus goes down the page, column by column`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 })
    const stops = await tabThrough(page)
    expect(stops.length).toBeGreaterThan(20)
    const form = stops.filter((stop) => !stop.inSheet && !stop.inFoot)
    const sheet = stops.filter((stop) => stop.inSheet)
    const foot = stops.filter((stop) => stop.inFoot)
    expect([...form, ...sheet, ...foot].map((stop) => stop.text), 'the form before the sheet, and the foot last').toEqual(stops.map((stop) => stop.text))
    for (const column of [form, sheet]) {
      for (const [at, stop] of column.slice(1).entries()) {
        const last = column[at]
        const below = stop.top + stop.height / 2 > last.top
        const beside = stop.left > last.left
        expect(below || beside, `${stop.text} after ${last.text}`).toBe(true)
      }
    }
  })
}

test('adding an SD-Box goes to its months; removing one stays among the SD-Boxes', async ({ simulator, page }) => {
  await tabTo(page, simulator.button('addBox'))
  await page.keyboard.press('Enter')
  await expect(simulator.field('box 2')).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(simulator.boxes).toHaveCount(1)
  const group = simulator.form.getByRole('group', { name: simulator.words.boxes })
  await expect.poll(() => group.evaluate((element) => element.contains(document.activeElement))).toBe(true)
  expect((await focus(page)).outlined).toBe(true)
  await tabTo(page, simulator.button('addBox'))
})

test('the link of a problem goes to its field by Enter', async ({ simulator, page }) => {
  await simulator.enterUsers('abc')
  await simulator.seeProblem('users', simulator.words.faults.misread)
  await tabTo(page, simulator.problemLink(simulator.words.fields.users))
  await page.keyboard.press('Enter')
  await expect(simulator.field('users')).toBeFocused()
  expect((await focus(page)).outlined).toBe(true)
})

test('a number is opened by Enter in its field', async ({ simulator, page }) => {
  const number = await simulator.seeNumber()
  await simulator.enterUsers('6')
  await tabTo(page, simulator.numberField).catch(() => simulator.numberField.focus())
  await page.keyboard.type(number)
  await page.keyboard.press('Enter')
  await expect(simulator.field('users')).toHaveValue('1')
})

test('Enter in a field of the form neither submits nor changes anything', async ({ simulator, page }) => {
  await simulator.field('users').focus()
  const before = await simulator.everything()
  await page.keyboard.press('Enter')
  expect(await simulator.everything()).toEqual(before)
  await expect(simulator.field('users')).toBeFocused()
})

test('typing does not move the focus, whatever comes and goes around the field', async ({ simulator, page }) => {
  await tabTo(page, simulator.field('users'))
  for (const key of ['Backspace', '1', '0', '0', '0', '1', 'Backspace']) {
    await page.keyboard.press(key)
    await expect(simulator.field('users')).toBeFocused()
  }
  await expect(simulator.field('users')).toHaveValue('1000')
})

for (const [verb, name] of [['redo', 'redo'], ['new simulation', 'again']]) {
  test(`the focus is not lost after “${verb}”, whose button goes`, async ({ simulator, page }) => {
    await simulator.openExample('standard2018')
    await simulator.button(name).focus()
    await page.keyboard.press('Enter')
    await expect(simulator.button(name)).toHaveCount(0)
    await expect.poll(async () => (await focus(page)).onPage).toBe(true)
  })
}
