// The history, the session and the address: nothing that was typed is lost to a reload, to back and forward, or to
// another tab; and the address is written rarely. What the form is as text is proved by tests/form_text.rs.

import { Views } from './views.js'
import { expect, test } from './fixtures.js'
import { Simulator } from './simulator.js'

/**
 * Stops the clock: timers run only where a journey lets them. A timer that writes the address while the page is
 * being left would make "at once" something else on a busy machine.
 */
const stopTheClock = (page) => page.clock.pauseAt(new Date('2026-11-21T10:05:00+01:00'))

const link = (number) => `./#${number.replaceAll('-', '')}`

/** The moments at which the page may be loaded again. */
const MOMENTS = {
  'at once': async () => {},
  'when the address is written': (simulator) => simulator.stay(),
  'after the visitor turned away': (simulator) => simulator.turnAway(),
}

/** Reloads twice: what was brought back stays. */
async function seeReloadsKeep(simulator) {
  const before = await simulator.entries()
  const total = await simulator.total.allTextContents()
  return async () => {
    for (let times = 0; times < 2; times += 1) {
      await simulator.page.reload()
      await expect(simulator.sheet).toBeVisible()
      await expect.poll(() => simulator.entries()).toEqual(before)
      expect(await simulator.total.allTextContents()).toEqual(total)
    }
  }
}

/** The numbers of simulations of the starting point with so many users. */
async function numbersOf(simulator, ...teams) {
  const numbers = []
  for (const users of teams) {
    await simulator.enterUsers(String(users))
    await simulator.seeTotal(2_832 + 444 * users)
    numbers.push(await simulator.seeNumber())
  }
  return numbers
}

test('a reload keeps the form, right and wrong, at whatever moment', async ({ simulator, page }) => {
  await simulator.open()
  await stopTheClock(page)
  await simulator.chooseOffer('cohorts')
  await simulator.tickOption('renewal')
  await simulator.untickOption('referent')
  await simulator.tickOption('exports')
  await simulator.enter('packs', '3')
  await simulator.addBox()
  await simulator.enterBoxMonths(2, '6')
  await simulator.addBox()
  await simulator.removeBox(1)
  await simulator.enterStart('1999-12-31')
  for (const [when, pass] of Object.entries(MOMENTS)) {
    await test.step(when, async () => {
      await simulator.enterUsers('a&b=c %41 + é😀')
      await simulator.enterMonths(String(10 + when.length))
      const reloadsKeep = await seeReloadsKeep(simulator)
      await pass(simulator)
      await reloadsKeep()
    })
  }
  await test.step('once it is right', async () => {
    await simulator.enterUsers('5')
    await simulator.enterStart('2027-01-01')
    await simulator.seeNumber()
    const reloadsKeep = await seeReloadsKeep(simulator)
    await reloadsKeep()
  })
  await test.step('an SD-Box that follows the length of the project still does', async () => {
    await simulator.enterMonths('24')
    await expect(simulator.field('box 1')).toHaveValue('6')
    await expect(simulator.field('box 2')).toHaveValue('24')
  })
  await test.step('in the midst of typing, after the address was written', async () => {
    for (const typed of ['20', '200', '200x']) {
      await simulator.enterUsers(typed)
      await simulator.rest()
      await page.reload()
      await expect(simulator.field('users')).toHaveValue(typed)
    }
  })
  await test.step('what was left before newer entries does not come back', async () => {
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
})

test('a reload keeps what was written to the address while the page was already being left', async ({ simulator, page }) => {
  await simulator.open()
  await simulator.enterUsers('7')
  const total = await simulator.total.textContent()
  const entries = await simulator.entries()
  // The old page writes once the new one was asked for, and the browser drops what it writes then; the new one
  // comes only after that. Playwright cannot ask the old page for anything meanwhile.
  let wrote
  const written = new Promise((resolve) => (wrote = resolve))
  await page.exposeFunction('wrote', wrote)
  await page.evaluate(() => addEventListener('beforeunload', () => setTimeout(() => {
    dispatchEvent(new Event('blur'))
    window.wrote()
  })))
  await page.route((url) => url.pathname === '/', async (route) => { await written; await route.continue() })
  await page.reload()
  await expect.poll(() => simulator.entries()).toEqual(entries)
  await expect(simulator.total).toHaveText(total)
})

test('a reload keeps an example, archived or not, and a private project', async ({ simulator, page }) => {
  await simulator.open()
  await stopTheClock(page)
  const examples = [['pmsi', 2_454], ['standard2018', 2_723], ['pmsi', 2_454]]
  for (const [at, [when, pass]] of Object.entries(MOMENTS).entries()) {
    await test.step(when, async () => {
      const [example, total] = examples[at]
      await simulator.openExample(example)
      await simulator.seeTotal(total)
      const reloadsKeep = await seeReloadsKeep(simulator)
      await pass(simulator)
      await reloadsKeep()
      await simulator.button('again').click()
    })
  }
  await simulator.chooseOffer('private')
  const reloadsKeep = await seeReloadsKeep(simulator)
  await reloadsKeep()
  await expect(simulator.sheet.getByRole('heading', { name: simulator.words.privateHeading })).toBeVisible()
})

test('back and forward go between the form as it was left and simulations opened by their links', async ({ simulator, page }) => {
  await simulator.open()
  const [three, five] = await numbersOf(simulator, 3, 5)
  await simulator.openExample('standard2018')
  await simulator.seeTotal(2_723)
  const archived = await simulator.seeNumber()
  await simulator.button('again').click()
  await simulator.enterUsers('abc')
  await simulator.addBox()
  const before = await simulator.entries()
  await simulator.turnAway()

  const [first, ...others] = [[five, 5_052], [archived, 2_723], [three, 4_164]]
  const seeOpened = async ([number, total]) => {
    await simulator.seeTotal(total)
    await expect(simulator.number).toHaveText(number)
  }
  for (const one of [first, ...others]) {
    await page.goto(link(one[0]))
    await seeOpened(one)
  }
  await page.goBack()
  await seeOpened([archived, 2_723])
  await expect(simulator.field('users')).toBeDisabled()
  // The list of 2018 stays the one of this link.
  await page.reload()
  await seeOpened([archived, 2_723])
  await page.goBack()
  await seeOpened(first)
  await page.goBack()
  await expect.poll(() => simulator.entries()).toEqual(before)
  await simulator.seeProblem('users', simulator.words.faults.misread)
  for (const one of [first, ...others]) {
    await page.goForward()
    await seeOpened(one)
  }
})

test('a link opened in the same tab while typing shows that simulation, and a wrong one leaves what was there', async ({ simulator, page }) => {
  await simulator.open()
  const number = await simulator.seeNumber()
  await simulator.enterUsers('5')
  await page.goto(link(number))
  await simulator.seeTotal(3_276)
  await expect(simulator.number).toHaveText(number)
  await simulator.stay()
  await simulator.seeAddressNames(number)

  // Only turning away, leaving the page or a pause writes what is typed into the history; on `popstate` it is
  // too late to: `Desk::change_address`.
  await test.step('back and forward by their keys, at once, lose nothing', async () => {
    await simulator.enterUsers('5')
    await simulator.seeTotal(5_052)
    await page.keyboard.press('Alt')
    await page.goBack()
    await page.goForward()
    await simulator.seeTotal(5_052)
  })
  await test.step('the refusal of a wrong address goes with it', async () => {
    await simulator.enterUsers('6')
    await simulator.turnAway()
    await page.goto('./#CASD1WRONG')
    await expect(simulator.refusal).toContainText(/\S/)
    await simulator.seeTotal(5_496)
    await page.goBack()
    await simulator.seeTotal(5_496)
    await simulator.seeNoRefusal()
  })
})

test('back from another page brings back what was typed last; a link from there opens its simulation', async ({ simulator, page }) => {
  await simulator.open()
  await stopTheClock(page)
  const number = await simulator.seeNumber()
  await simulator.enterUsers('4')
  await simulator.rest()
  await simulator.enterUsers('abc')
  const before = await simulator.entries()
  await page.goto('about:blank')
  await page.goBack()
  await expect(simulator.sheet).toBeVisible()
  expect(await simulator.entries()).toEqual(before)

  // What was left behind is known by the state of the history alone (`left_behind` in src/app/history.rs), and that is
  // empty for both pages; a link does not clear it either.
  await simulator.enterUsers('5')
  await page.goto('about:blank')
  await simulator.open(link(number))
  await simulator.seeTotal(3_276)
  await simulator.stay()
  await page.reload()
  await simulator.seeTotal(3_276)
  await expect(simulator.number).toHaveText(number)
})

test('back, forward and a reload go into the views and out of them, and the form stays', async ({ simulator, views, page }) => {
  await simulator.open()
  await simulator.enterUsers('abc')
  const before = await simulator.entries()
  for (const view of ['check', 'kept']) {
    await views.goTo(view)
    await page.reload()
    await views.seeView(view)
  }
  await views.goBackToSimulator()
  for (const view of ['kept', 'check']) {
    await page.goBack()
    await views.seeView(view)
  }
  await page.goBack()
  await views.seeSimulator()
  expect(await simulator.entries()).toEqual(before)
  for (const view of ['check', 'kept']) {
    await page.goForward()
    await views.seeView(view)
  }
  await page.goForward()
  await views.seeSimulator()
  expect(await simulator.entries()).toEqual(before)
  await page.reload()
  await expect(simulator.sheet).toBeVisible()
  expect(await simulator.entries()).toEqual(before)

  await test.step('back leads from what was opened in a view to what was on the form', async () => {
    await simulator.enterUsers('5')
    await simulator.seeTotal(5_052)
    await views.keep()
    await simulator.enterUsers('abc')
    await views.goTo('kept')
    await views.press('open', '')
    await views.seeSimulator()
    await simulator.seeTotal(5_052)
    await page.goBack()
    await views.seeView('kept')
    await page.goBack()
    await views.seeSimulator()
    await expect(simulator.field('users')).toHaveValue('abc')
    await page.goForward()
    await page.goForward()
    await views.seeSimulator()
    await simulator.seeTotal(5_052)
  })
})

test('going into a view and out of it leaves the rest of the address as it was written', async ({ simulator, views, page }) => {
  const query = `?lang=${simulator.lang}&offer=pmsi&users=4&months=6&box`
  await simulator.open(`./${query}`)
  await simulator.seeTotal(2_454)
  await views.goTo('check')
  await page.reload()
  await views.goBackToSimulator()
  await page.reload()
  await simulator.seeTotal(2_454)
  expect(new URL(page.url()).search).toBe(query)
})

test('tabs do not disturb each other: from the copied address, opened by a page, and in views', async ({ simulator, views, page, context }) => {
  await simulator.open()
  await stopTheClock(page)
  const starting = await simulator.seeNumber()
  await simulator.enterUsers('5')
  await simulator.rest()
  await simulator.enterUsers('6')
  await simulator.seeTotal(5_496)
  const issued = await simulator.everything()
  await simulator.turnAway()
  const other = new Simulator(await context.newPage(), simulator.lang)
  await other.open(page.url())
  await other.seeTotal(5_496)
  expect(await other.everything()).toEqual(issued)
  await other.enterUsers('abc')
  await simulator.enterUsers('2')
  await Promise.all([other.page.reload(), page.reload()])
  await expect(other.field('users')).toHaveValue('abc')
  await expect(simulator.field('users')).toHaveValue('2')

  await test.step('a tab that another one opens, with a copy of its session', async () => {
    await simulator.enterUsers('abc')
    const [tab] = await Promise.all([context.waitForEvent('page'), page.evaluate((to) => void open(to), link(starting))])
    const opened = new Simulator(tab, simulator.lang)
    await opened.seeTotal(3_276)
    await tab.reload()
    await opened.seeTotal(3_276)
    await page.reload()
    await expect(simulator.field('users')).toHaveValue('abc')
    await tab.reload()
    await opened.seeTotal(3_276)
  })
  await test.step('in a view of one, what the other keeps is shown, and the forms stay', async () => {
    await views.goTo('kept')
    await other.enterUsers('7')
    await new Views(other).keep()
    await expect(views.items).toHaveCount(1)
    await views.goBackToSimulator()
    await expect(simulator.field('users')).toHaveValue('abc')
    await expect(other.field('users')).toHaveValue('7')
  })
})

test('the address is written at most five times a minute, at once when the visitor turns away, and never of an old simulation', async ({ simulator, page }) => {
  // Counts the writes, without changing what they do.
  await page.addInitScript(() => {
    window.writes = 0
    const write = history.replaceState
    history.replaceState = function (...entry) {
      window.writes += 1
      return write.apply(this, entry)
    }
  })
  await simulator.open()
  await stopTheClock(page)
  const length = await page.evaluate(() => history.length)
  const writes = () => page.evaluate(() => window.writes)
  // Each key every two seconds is a rest of its own; those every second leave none.
  for (const [every, keys] of [[2_000, 30], [1_000, 60]]) {
    await test.step(`a key every ${every} ms`, async () => {
      const before = await writes()
      for (let key = 0; key < keys; key += 1) {
        await simulator.enterUsers(String(2 + key))
        await page.clock.runFor(every)
      }
      expect((await writes()) - before).toBeGreaterThanOrEqual(1)
      expect((await writes()) - before).toBeLessThanOrEqual(5)
      await simulator.stay()
      await simulator.seeAddressNames(await simulator.seeNumber())
    })
  }
  await test.step('turning away writes it at once, each time, and nothing where nothing changed', async () => {
    for (const users of ['2', '3', '4']) {
      await simulator.enterUsers(users)
      await simulator.turnAway()
      await simulator.seeAddressNames(await simulator.seeNumber())
    }
    const before = await writes()
    await simulator.turnAway()
    expect(await writes()).toBe(before)
  })
  for (const [when, pass] of [['turning away', () => simulator.turnAway()], ['15 s', () => simulator.stay()]]) {
    await test.step(`after ${when}, it does not name what was there before a wrong entry`, async () => {
      await simulator.enterUsers('2')
      await simulator.stay()
      await simulator.seeAddressNames(await simulator.seeNumber())
      await simulator.enterUsers('abc')
      await pass()
      await expect(page).not.toHaveURL(/CASD1/)
    })
  }
  await test.step('a new simulation is written at once, however lately the address was', async () => {
    await simulator.openExample('standard2018')
    await simulator.turnAway()
    await simulator.seeAddressNames(await simulator.seeNumber())
    await simulator.button('again').click()
    await simulator.seeTotal(3_276)
    const number = await simulator.seeNumber()
    await page.clock.runFor(1)
    await simulator.seeAddressNames(number)
  })
  expect(await page.evaluate(() => history.length)).toBe(length)
})
