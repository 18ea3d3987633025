import { Annexe } from './annexe.js'
import { TOTAL_2018 } from './archived.js'
import { expect, test } from './fixtures.js'
import { Simulator } from './simulator.js'

const link = (number) => `./#${number.replaceAll('-', '')}`

/** Something of every kind in the form, right or wrong. */
const FORMS = {
  'a number just typed': (simulator) => simulator.enterUsers('5'),
  'wrong entries': async (simulator) => {
    await simulator.enterUsers('a&b=c %41 + é😀')
    await simulator.enterMonths('')
    await simulator.enterStart('1999-12-31')
    await simulator.enterStudents('-1')
  },
  'SD-Boxes': async (simulator) => {
    await simulator.addBox()
    await simulator.enterBoxMonths(2, '6')
    await simulator.addBox()
    await simulator.enterBoxMonths(3, 'six')
    await simulator.removeBox(1)
  },
  'no SD-Box': (simulator) => simulator.removeBox(1),
  options: async (simulator) => {
    await simulator.tickOption('renewal')
    await simulator.tickOption('exports')
    await simulator.tickOption('larger')
    await simulator.enter('packs', '3')
    await simulator.enterMonths('6')
  },
  'another offer': async (simulator) => {
    await simulator.chooseOffer('cohorts')
    await simulator.tickOption('referent')
  },
  'the private offer': (simulator) => simulator.chooseOffer('private'),
  'an example': (simulator) => simulator.openExample('pmsi'),
  'an example of an archived list': (simulator) => simulator.openExample('standard2018'),
  'an example, changed': async (simulator) => {
    await simulator.openExample('cohorts2020')
    await simulator.enterUsers('x')
  },
}

/** The moments at which the page may be loaded again. */
const MOMENTS = {
  'at once': async () => {},
  'when the address is written': (simulator) => simulator.stay(),
  'after one turned away': (simulator) => simulator.turnAway(),
}

for (const [what, fill] of Object.entries(FORMS)) {
  for (const [when, pass] of Object.entries(MOMENTS)) {
    test(`a reload ${when} keeps the form: ${what}`, async ({ simulator, page }) => {
      await simulator.open()
      await fill(simulator)
      const before = await simulator.entries()
      const total = await simulator.total.allTextContents()
      await pass(simulator)
      // And again: what was brought back stays.
      for (let times = 0; times < 2; times += 1) {
        await page.reload()
        await expect(simulator.sheet).toBeVisible()
        await expect.poll(() => simulator.entries()).toEqual(before)
        expect(await simulator.total.allTextContents()).toEqual(total)
      }
    })
  }
}

test('a reload in the midst of typing, after the address was written, keeps the last key', async ({ simulator, page }) => {
  await simulator.open()
  for (const typed of ['2', '20', '200', '200x']) {
    await simulator.enterUsers(typed)
    await simulator.rest()
    await page.reload()
    await expect(simulator.field('users')).toHaveValue(typed)
  }
})

test('what was on the form when the page was left, and came back to from the browser’s memory, does not return after newer entries', async ({ simulator, page }) => {
  await simulator.open()
  await simulator.enterUsers('4')
  await simulator.stay()
  await simulator.enterUsers('5')
  // As a browser does that keeps the page: it tells the page that it is left, and nothing when it is back.
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true })))
  await simulator.enterUsers('4')
  await simulator.stay()
  await page.reload()
  await expect(simulator.field('users')).toHaveValue('4')
})

test('going into a view and out of it leaves the rest of the address as it was written', async ({ simulator, annexe, page }) => {
  await simulator.open('./?lang=fr&offer=pmsi&users=4&months=6&box')
  await simulator.seeTotal('2 454,00 €')
  await annexe.goTo('check')
  await page.reload()
  await annexe.goBackToSimulator()
  await page.reload()
  await simulator.seeTotal('2 454,00 €')
  expect(new URL(page.url()).search).toBe('?lang=fr&offer=pmsi&users=4&months=6&box')
})

test('an SD-Box that follows the length of the project still does after a reload', async ({ simulator, page }) => {
  await simulator.open()
  await simulator.enterMonths('18')
  await page.reload()
  await simulator.enterMonths('24')
  await expect(simulator.field('box 1')).toHaveValue('24')
})

test('back and forward go between simulations opened by their addresses', async ({ simulator, page }) => {
  await simulator.open()
  const numbers = {}
  for (const users of ['5', '3']) {
    await simulator.enterUsers(users)
    numbers[users] = await simulator.seeNumber()
  }
  await page.goto('about:blank')
  await simulator.open()
  await page.goto(link(numbers[5]))
  await simulator.seeTotal('5 052,00 €')
  await page.goto(link(numbers[3]))
  await simulator.seeTotal('4 164,00 €')
  await page.goBack()
  await simulator.seeTotal('5 052,00 €')
  await expect(simulator.number).toHaveText(numbers[5])
  await page.goForward()
  await simulator.seeTotal('4 164,00 €')
  await expect(simulator.number).toHaveText(numbers[3])
})

test('back from a simulation opened by its address brings back the form as it was left, wrong entries included', async ({
  simulator,
  page,
}) => {
  await simulator.open()
  const number = await simulator.seeNumber()
  await simulator.enterUsers('abc')
  await simulator.addBox()
  const before = await simulator.entries()
  await simulator.turnAway()
  await page.goto(link(number))
  await simulator.seeTotal('3 276,00 €')
  await page.goBack()
  await expect.poll(() => simulator.entries()).toEqual(before)
  await simulator.seeProblem('users', simulator.words.faults.misread)
  await page.goForward()
  await simulator.seeTotal('3 276,00 €')
})

test('back from another page brings back what was typed last', async ({ simulator, page }) => {
  await simulator.open()
  await simulator.enterUsers('4')
  await simulator.rest()
  await simulator.enterUsers('abc')
  const before = await simulator.entries()
  await page.goto('about:blank')
  await page.goBack()
  await expect(simulator.sheet).toBeVisible()
  expect(await simulator.entries()).toEqual(before)
})

// Only turning away, leaving the page or a pause writes what is typed into the history; on `popstate` it is
// too late to: `Desk::change_address`.
test('back and forward at once, while typing, lose nothing', async ({ simulator, page }) => {
  await simulator.open()
  const number = await simulator.seeNumber()
  await page.goto(link(number))
  await simulator.seeTotal('3 276,00 €')
  await simulator.stay()
  await simulator.enterUsers('5')
  await simulator.seeTotal('5 052,00 €')
  // With the keys: Alt and an arrow.
  await page.keyboard.press('Alt')
  await page.goBack()
  await page.goForward()
  await simulator.seeTotal('5 052,00 €')
})

test('back and forward go into the views and out of them, and the form stays', async ({ simulator, annexe, page }) => {
  await simulator.open()
  await simulator.enterUsers('abc')
  const before = await simulator.entries()
  await annexe.goTo('check')
  await annexe.goTo('kept')
  await annexe.goBackToSimulator()
  await page.goBack()
  await annexe.seeView('kept')
  await page.goBack()
  await annexe.seeView('check')
  await page.goBack()
  await annexe.seeSimulator()
  expect(await simulator.entries()).toEqual(before)
  for (const view of ['check', 'kept']) {
    await page.goForward()
    await annexe.seeView(view)
  }
  await page.goForward()
  await annexe.seeSimulator()
  expect(await simulator.entries()).toEqual(before)
  await page.reload()
  await expect(simulator.sheet).toBeVisible()
  expect(await simulator.entries()).toEqual(before)
})

test('a reload in a view keeps the view, and the form behind it', async ({ simulator, annexe, page }) => {
  await simulator.open()
  await simulator.enterUsers('abc')
  const before = await simulator.entries()
  for (const view of ['check', 'kept']) {
    await annexe.goTo(view)
    await page.reload()
    await annexe.seeView(view)
  }
  await annexe.goBackToSimulator()
  expect(await simulator.entries()).toEqual(before)
})

test('back leads from what was opened in a view to what was on the form', async ({ simulator, annexe, page }) => {
  await simulator.open()
  await simulator.enterUsers('5')
  await simulator.seeTotal('5 052,00 €')
  await annexe.keep()
  await simulator.enterUsers('abc')
  await annexe.goTo('kept')
  await annexe.press('open', '')
  await annexe.seeSimulator()
  await simulator.seeTotal('5 052,00 €')
  await page.goBack()
  await annexe.seeView('kept')
  await page.goBack()
  await annexe.seeSimulator()
  await expect(simulator.field('users')).toHaveValue('abc')
  await page.goForward()
  await page.goForward()
  await annexe.seeSimulator()
  await simulator.seeTotal('5 052,00 €')
})

test('a tab opened from the copied address shows the simulation, and neither disturbs the other', async ({
  simulator,
  page,
  context,
}) => {
  await simulator.open()
  await simulator.enterUsers('5')
  await simulator.rest()
  await simulator.enterUsers('6')
  await simulator.seeTotal('5 496,00 €')
  const issued = await simulator.everything()
  await simulator.turnAway()
  const other = new Simulator(await context.newPage(), simulator.lang)
  await other.open(page.url())
  await other.seeTotal('5 496,00 €')
  expect(await other.everything()).toEqual(issued)

  await other.enterUsers('abc')
  await simulator.enterUsers('2')
  await Promise.all([other.page.reload(), page.reload()])
  await expect(other.field('users')).toHaveValue('abc')
  await expect(simulator.field('users')).toHaveValue('2')
})

test('a tab that another one opens does not take what is typed there', async ({ simulator, page, context }) => {
  await simulator.open()
  const number = await simulator.seeNumber()
  await simulator.enterUsers('abc')
  // It starts with a copy of the session of the one that opens it.
  const [opened] = await Promise.all([context.waitForEvent('page'), page.evaluate((to) => void open(to), link(number))])
  const other = new Simulator(opened, simulator.lang)
  await other.seeTotal('3 276,00 €')
  await other.page.reload()
  await other.seeTotal('3 276,00 €')
  await page.reload()
  await expect(simulator.field('users')).toHaveValue('abc')
  await other.page.reload()
  await other.seeTotal('3 276,00 €')
})

test('a link opened in the same tab shows that simulation, not what was typed before', async ({ simulator, page }) => {
  await simulator.open()
  const number = await simulator.seeNumber()
  await simulator.enterUsers('5')
  await page.goto(link(number))
  await simulator.seeTotal('3 276,00 €')
  await expect(simulator.number).toHaveText(number)
  await simulator.stay()
  await simulator.seeAddressNames(number)
})

// What was left behind is known by the state of the history alone (`browser::left_behind`), and that is
// empty for both pages; a link does not clear it either (`browser::form_in_history`).
test('a link opened after another page shows that simulation, after a reload too', async ({ simulator, page }) => {
  await simulator.open()
  const number = await simulator.seeNumber()
  await simulator.enterUsers('5')
  await page.goto('about:blank')
  await simulator.open(link(number))
  await simulator.seeTotal('3 276,00 €')
  await simulator.stay()
  await page.reload()
  await simulator.seeTotal('3 276,00 €')
  await expect(simulator.number).toHaveText(number)
})

test('a link of an archived list opened in the same tab is not today’s', async ({ simulator, page }) => {
  await simulator.open()
  await simulator.openExample('standard2018')
  const number = await simulator.seeNumber()
  await simulator.button('again').click()
  await simulator.enterUsers('5')
  await simulator.turnAway()
  await page.goto(link(number))
  await simulator.seeTotal(TOTAL_2018.fr)
  await page.reload()
  await simulator.seeTotal(TOTAL_2018.fr)
  await page.goBack()
  await simulator.seeTotal('5 052,00 €')
})

// `Desk::change_address` leaves the refusal where the desk is as the address says.
test('the refusal of a wrong address goes with it, and what stood there comes back', async ({ simulator, page }) => {
  await simulator.open()
  await simulator.enterUsers('5')
  await simulator.turnAway()
  await page.goto('./#CASD1WRONG')
  await expect(simulator.refusal).toContainText(/\S/)
  await simulator.seeTotal('5 052,00 €')
  await page.goBack()
  await simulator.seeTotal('5 052,00 €')
  await simulator.seeNoRefusal()
})

/** Counts how often the page writes the address, without changing what that does. */
async function countWrites(page) {
  await page.addInitScript(() => {
    window.writes = 0
    const write = history.replaceState
    history.replaceState = function (...entry) {
      window.writes += 1
      return write.apply(this, entry)
    }
  })
}

test('typing for a minute writes the address at most five times, and adds nothing to the history', async ({
  simulator,
  page,
}) => {
  await countWrites(page)
  await simulator.open()
  await page.clock.pauseAt(new Date('2026-11-21T10:05:00+01:00'))
  const before = await page.evaluate(() => ({ writes: window.writes, length: history.length }))
  // A key every two seconds: each is a rest of its own.
  for (let seconds = 0; seconds < 60; seconds += 2) {
    await simulator.enterUsers(String(2 + seconds))
    await page.clock.runFor(2_000)
  }
  const after = await page.evaluate(() => ({ writes: window.writes, length: history.length }))
  console.log(`${after.writes - before.writes} writes in a minute`)
  expect(after.writes - before.writes).toBeGreaterThanOrEqual(1)
  expect(after.writes - before.writes).toBeLessThanOrEqual(5)
  expect(after.length).toBe(before.length)
  await simulator.stay()
  await simulator.seeAddressNames(await simulator.seeNumber())
})

test('keys without a rest do not write the address more often, and the last one is written', async ({ simulator, page }) => {
  await countWrites(page)
  await simulator.open()
  await page.clock.pauseAt(new Date('2026-11-21T10:05:00+01:00'))
  const before = await page.evaluate(() => window.writes)
  for (let keys = 0; keys < 60; keys += 1) {
    await simulator.enterUsers(String(2 + keys))
    await page.clock.runFor(1_000)
  }
  const writes = (await page.evaluate(() => window.writes)) - before
  console.log(`${writes} writes in a minute without a rest`)
  expect(writes).toBeLessThanOrEqual(5)
  await simulator.stay()
  await simulator.seeAddressNames(await simulator.seeNumber())
})

test('turning away writes the address at once, each time, and nothing where nothing changed', async ({ simulator, page }) => {
  await countWrites(page)
  await simulator.open()
  await page.clock.pauseAt(new Date('2026-11-21T10:05:00+01:00'))
  for (const users of ['2', '3', '4']) {
    await simulator.enterUsers(users)
    await simulator.turnAway()
    await simulator.seeAddressNames(await simulator.seeNumber())
  }
  const writes = await page.evaluate(() => window.writes)
  await simulator.turnAway()
  expect(await page.evaluate(() => window.writes)).toBe(writes)
  await simulator.enterUsers('abc')
  await simulator.turnAway()
  await expect(page).not.toHaveURL(/CASD1/)
})

test('a browser that refuses to write the address is no harm', async ({ simulator, page }) => {
  await page.addInitScript(() => {
    history.replaceState = () => {
      throw new DOMException('too often', 'SecurityError')
    }
  })
  await simulator.open()
  await simulator.enterUsers('5')
  await simulator.stay()
  await simulator.seeTotal('5 052,00 €')
  await simulator.switchLanguage()
  await simulator.seeNumber()
})

test('the language in the address stays beside the view and the number', async ({ simulator, annexe, page }) => {
  await simulator.open()
  await simulator.switchLanguage()
  const number = await simulator.seeNumber()
  await simulator.turnAway()
  await annexe.goTo('check')
  await expect(page).toHaveURL(new RegExp(`[?]lang=en&view=check#${number.replaceAll('-', '')}$`))
  await page.reload()
  await annexe.seeView('check')
  await annexe.goBackToSimulator()
  await expect(page).toHaveURL(new RegExp(`[?]lang=en#${number.replaceAll('-', '')}$`))
})

test('two tabs with views do not disturb each other', async ({ simulator, annexe, context }) => {
  await simulator.open()
  await simulator.enterUsers('abc')
  await annexe.goTo('kept')
  const other = new Simulator(await context.newPage(), simulator.lang)
  await other.open()
  await other.enterUsers('7')
  await new Annexe(other).keep()
  await expect(annexe.items).toHaveCount(1)
  await annexe.goBackToSimulator()
  await expect(simulator.field('users')).toHaveValue('abc')
  await expect(other.field('users')).toHaveValue('7')
})
