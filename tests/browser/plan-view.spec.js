// The views of the plan and of the variants as pages: coming and going, keys, axe, narrow windows, paper, no network.

import { AXE } from './axe.js'
import { Annexe } from './annexe.js'
import { Comparison } from './compare.js'
import { expect, test } from './fixtures.js'
import { FIXTURE, Plan, serveCalendar } from './plan.js'
import { readPdf } from './reading.js'
import { Simulator, spaced } from './simulator.js'
import { Site } from './site.js'

const CALENDAR = FIXTURE.replaceAll('"2020-', '"2027-').replaceAll('"2019-', '"2026-')

/** What axe finds wrong. */
async function examine(page) {
  await page.evaluate(AXE)
  const { violations } = await page.evaluate(() => axe.run(document))
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target} ${node.failureSummary ?? ''}`))
}

/** What sticks out to the right, but for tables that scroll on their own. */
const sticksOut = (page) =>
  page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement
    const wide = [...document.querySelectorAll('#annexe *')].filter(
      (one) => one.getBoundingClientRect().right > clientWidth + 0.5 && !one.closest('.table > *, .announcement'))
    return { scrolls: scrollWidth > clientWidth, wide: wide.map((one) => `${one.tagName} ${one.className} ${one.textContent.slice(0, 40)}`) }
  })

/** The plan with something in each of its parts. */
async function fullPlan(simulator) {
  await serveCalendar(simulator.page, CALENDAR)
  await simulator.open(`./?lang=${simulator.lang}&start=2027-08-01&months=30&users=3&students=1&funder=Institut%20A&box=30&box-funder=Centre%20hospitalier%20universitaire%20B&box=12&option-larger-configuration=yes`)
  const plan = new Plan(simulator)
  await plan.goTo()
  await plan.addDay(1, '2025-05-04')
  await plan.addDay(2, '2026-12-24')
  await expect(plan.day(2)).toHaveAttribute('aria-invalid', 'true')
  return plan
}

/** The views in the states that a visitor meets. */
const STATES = {
  'the plan, with something in each part': fullPlan,
  'the plan, with a wrong calendar': async (simulator) => {
    await serveCalendar(simulator.page, '{ "sessions": [{ "day": "14/11/2019" }] }')
    await simulator.open()
    await new Plan(simulator).goTo()
  },
  'no estimate': async (simulator) => {
    await new Plan(simulator).openAt(`&lang=${simulator.lang}&users=abc`)
  },
  'four variants, one of them wrong': async (simulator) => {
    await simulator.open()
    await simulator.openExample('standard2018')
    const comparison = new Comparison(simulator)
    await comparison.goTo()
    await comparison.addNumber('CASD-1XXX')
    for (let n = 1; n < 4; n += 1) await comparison.duplicate(n)
    await comparison.enter(2, 'users', '12')
    await comparison.enter(3, 'months', 'abc')
    await comparison.option(4, 'exports').check()
  },
}

for (const [locale, colorScheme, width] of [['fr-FR', 'light', 1280], ['fr-FR', 'dark', 390], ['en-GB', 'dark', 1280], ['en-GB', 'light', 390]]) {
  test.describe(`${locale}, ${colorScheme}, ${width} px`, () => {
    test.use({ locale, colorScheme, viewport: { width, height: 844 }, contextOptions: { reducedMotion: 'reduce' } })
    for (const [state, reach] of Object.entries(STATES)) {
      test(`axe finds nothing wrong: ${state}`, async ({ simulator, page }) => {
        await reach(simulator)
        expect(await examine(page)).toEqual([])
        expect(await sticksOut(page)).toEqual({ scrolls: false, wide: [] })
      })
    }
  })
}

for (const locale of ['fr-FR', 'en-GB']) {
  test.describe(`at 320 px, in ${locale}`, () => {
    test.use({ locale, viewport: { width: 320, height: 640 } })
    for (const [state, reach] of Object.entries(STATES)) {
      test(`nothing is cut off or scrolls sideways: ${state}`, async ({ simulator, page }) => {
        await reach(simulator)
        expect(await sticksOut(page)).toEqual({ scrolls: false, wide: [] })
        const small = await page.locator('#annexe').evaluate((view) =>
          [...view.querySelectorAll('button, input, select, summary')].filter((one) => one.checkVisibility()).flatMap((one) => {
            const sides = [one, ...(one.labels ?? [])].map((part) => part.getBoundingClientRect())
            return Math.max(...sides.map((side) => side.height)) >= 24 ? [] : [one.id || one.textContent]
          }))
        expect(small).toEqual([])
      })
    }
  })
}

test('no id is given twice, each entry and button has its name, and every description is there', async ({ simulator, page }) => {
  for (const reach of Object.values(STATES)) {
    await page.unrouteAll()
    await reach(simulator)
    for (const role of ['textbox', 'button', 'combobox', 'checkbox', 'radio', 'img', 'table', 'region']) {
      for (const entry of await page.locator('#annexe').getByRole(role).all()) await expect(entry).toHaveAccessibleName(/\S/)
    }
    const { twice, dangling } = await page.evaluate(() => {
      const ids = [...document.querySelectorAll('[id]')].map((one) => one.id)
      const pointed = [...document.querySelectorAll('[aria-describedby], [aria-labelledby], label[for]')]
        .flatMap((one) => [one.getAttribute('aria-describedby'), one.getAttribute('aria-labelledby'), one.getAttribute('for')])
        .flatMap((all) => all?.split(/\s+/) ?? [])
      return { twice: ids.filter((id, at) => ids.indexOf(id) !== at), dangling: pointed.filter((id) => id && !ids.includes(id)) }
    })
    expect(twice).toEqual([])
    expect(dangling).toEqual([])
  }
})

test('the plan keeps its view, what was chosen and what was ticked in the other language', async ({ simulator }) => {
  const plan = await fullPlan(simulator)
  await plan.papers.getByRole('checkbox').nth(1).check()
  await simulator.switchLanguage()
  await plan.seeView()
  await expect(plan.day(1)).toHaveValue('2025-05-04')
  await plan.seeFault(2, plan.words.toCome)
  await expect(plan.papers.getByRole('checkbox').nth(1)).toBeChecked()
})

test('what was ticked off is not of another simulation’s papers', async ({ simulator }) => {
  const plan = await fullPlan(simulator)
  const ticked = plan.papers.getByRole('checkbox', { checked: true })
  await plan.papers.getByRole('checkbox').nth(2).check()
  await plan.goBack()
  await plan.goTo()
  await expect(ticked).toHaveCount(1)
  await plan.goBack()
  await simulator.enterUsers('7')
  await plan.goTo()
  await expect(plan.papers.getByRole('checkbox').nth(2)).toBeVisible()
  await expect(ticked).toHaveCount(0)
})

test('back and forward go between the form and its plan, and a reload stays', async ({ simulator, page }) => {
  const plan = await fullPlan(simulator)
  const total = plan.view.locator('.sum')
  await expect(total).toHaveText(/\d/)
  const before = await total.textContent()
  await page.reload()
  await plan.seeView()
  await expect(total).toHaveText(before)
  await page.goBack()
  await plan.seeSimulator()
  await simulator.enterUsers('4')
  await simulator.turnAway()
  await page.goForward()
  await plan.seeView()
  await page.goBack()
  await plan.seeSimulator()
  await expect(simulator.field('users')).toHaveValue('4')
  await expect(simulator.sheet.locator('.alert')).toHaveCount(0)
})

test('the plan takes the focus when it comes, and the form when it goes', async ({ simulator, page }) => {
  await simulator.open()
  const plan = new Plan(simulator)
  await plan.goTo()
  await expect(plan.view.getByRole('heading', { level: 2 })).toBeFocused()
  await page.keyboard.press('Shift+Tab')
  await expect(plan.button(plan.words.back)).toBeFocused()
  await page.keyboard.press('Enter')
  await plan.seeSimulator()
  await expect.poll(() => page.evaluate(() => document.querySelector('#simulator > main').contains(document.activeElement))).toBe(true)
})

test('with the keys alone: to the plan, what is varied, a day, a wide table', async ({ simulator, page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await simulator.open()
  await simulator.sheet.getByRole('button', { name: simulator.words.plan.plan, exact: true }).focus()
  await page.keyboard.press('Enter')
  const plan = new Plan(simulator)
  await plan.seeView()
  await plan.view.getByRole('radio').first().focus()
  await page.keyboard.press('ArrowDown')
  await expect(plan.table(plan.words.whatIf.users)).toBeVisible()
  await expect(plan.view.getByRole('radio').nth(1)).toBeFocused()
  await plan.button(plan.words.addDay).focus()
  await page.keyboard.press('Enter')
  await expect(plan.day(1)).toBeFocused()
  await page.keyboard.type('05052025')
  await expect(plan.day(1)).toHaveValue('2025-05-05')
  await plan.seeSaid(plan.words.toEnrol(1, 0, 1))
})

test('what another window keeps does not take the focus from what is being typed', async ({ simulator, page, context }) => {
  await simulator.open()
  const comparison = new Comparison(simulator)
  await comparison.goTo()
  await comparison.duplicate(1)
  await comparison.field(2, 'users').focus()
  const other = new Simulator(await context.newPage(), simulator.lang)
  await other.open()
  await new Annexe(other).keep()
  await page.bringToFront()
  await expect(comparison.field(2, 'users')).toBeFocused()
  await page.keyboard.press('Control+A')
  await page.keyboard.type('7')
  await expect(comparison.field(2, 'users')).toHaveValue('7')
})

test('a calendar that is slow does not bring back a view that was left', async ({ simulator, page }) => {
  await simulator.open()
  const plan = new Plan(simulator)
  await plan.goTo()
  await plan.goBack()
  let release
  const held = new Promise((resolve) => { release = resolve })
  await page.route('**/enrolment-sessions.json', async (route) => {
    await held
    await route.continue()
  })
  const asked = page.waitForRequest('**/enrolment-sessions.json')
  await simulator.sheet.getByRole('button', { name: plan.words.plan, exact: true }).click()
  await asked
  await page.goBack()
  const answered = page.waitForResponse('**/enrolment-sessions.json')
  release()
  await answered
  await page.evaluate(() => new Promise((resolve) => { requestAnimationFrame(() => requestAnimationFrame(resolve)) }))
  await plan.seeSimulator()
})

test('on paper the plan is what it says, without what one presses', async ({ simulator, page }) => {
  const plan = await fullPlan(simulator)
  await page.emulateMedia({ media: 'print' })
  await expect(plan.plot('year')).toBeVisible()
  await expect(plan.papers.first()).toBeVisible()
  await expect(page.getByRole('button')).toHaveCount(0)
  const paper = readPdf(await page.pdf({ format: 'A4' }))
  for (const text of [plan.words.payers, plan.words.steps, plan.words.byYear]) expect(paper.text).toContain(text)
  expect(paper.text).not.toContain(simulator.words.json)
  expect(paper.text).not.toContain(plan.words.addDay)
})

test.describe('without a network', () => {
  test.use({ serviceWorkers: 'allow' })

  test('the plan that was opened once is there, with the calendar of then', async ({ simulator, page, heard, origins }) => {
    const site = await Site.open()
    origins.push(site.origin.slice(0, -1))
    try {
      site.write('enrolment-sessions.json', CALENDAR)
      await simulator.open(site.origin)
      await page.evaluate(async () => {
        await navigator.serviceWorker.ready
        if (!navigator.serviceWorker.controller) await new Promise((resolve) => navigator.serviceWorker.addEventListener('controllerchange', resolve))
      })
      const plan = new Plan(simulator)
      await plan.goTo()
      await expect(plan.sessions).not.toHaveCount(0)
      const sessions = await plan.sessions.allTextContents()
      await site.stop()
      await page.reload()
      await plan.seeView()
      await expect(plan.sessions).toHaveText(sessions.map((text) => spaced(text)))
      heard.splice(0, heard.length, ...heard.filter((one) => !/ERR_CONNECTION_REFUSED|ERR_FAILED/.test(one)))
    } finally {
      await site.close()
    }
  })
})
