// The plan as a view: coming and going, keys, paper, no network. audit.spec.js has what holds of every view.

import { expect, test } from './fixtures.js'
import { FIXTURE, Plan, serveCalendar } from './plan.js'
import { readPdf } from './reading.js'
import { spaced } from './simulator.js'
import { Site } from './site.js'

const CALENDAR = FIXTURE.replaceAll('"2020-', '"2027-').replaceAll('"2019-', '"2026-')

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

test('the plan comes and goes with the history, a reload and the language, and keeps what was ticked for its simulation', async ({ simulator, page }) => {
  const plan = await fullPlan(simulator)
  const total = plan.view.locator('.sum')
  await expect(total).toHaveText(/\d/)
  const before = await total.textContent()
  const ticked = () => plan.papers.getByRole('checkbox', { checked: true })

  await test.step('a reload stays', async () => {
    await page.reload()
    await plan.seeView()
    await expect(total).toHaveText(before)
  })

  await test.step('the other language keeps the days and what was ticked', async () => {
    await plan.papers.getByRole('checkbox').nth(1).check()
    await simulator.switchLanguage()
    await plan.seeView()
    await expect(plan.day(1)).toHaveValue('2025-05-04')
    await plan.seeFault(2, plan.words.toCome)
    await expect(plan.papers.getByRole('checkbox').nth(1)).toBeChecked()
  })

  await test.step('back and forward go between the form and the plan', async () => {
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

  await test.step('what was ticked is of that simulation alone', async () => {
    await plan.goTo()
    await plan.papers.getByRole('checkbox').nth(2).check()
    await plan.goBack()
    await plan.goTo()
    await expect(ticked()).toHaveCount(1)
    await plan.goBack()
    await simulator.enterUsers('7')
    await plan.goTo()
    await expect(plan.papers.getByRole('checkbox').nth(2)).toBeVisible()
    await expect(ticked()).toHaveCount(0)
  })
})

test('the plan takes the focus, works with the keys alone, and is printed without what one presses', async ({ simulator, page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await simulator.open()
  const plan = new Plan(simulator)

  await test.step('the focus comes with it, and goes back to the form', async () => {
    const toPlan = simulator.sheet.getByRole('button', { name: plan.words.plan, exact: true })
    await toPlan.focus()
    await page.keyboard.press('Enter')
    await plan.seeView()
    await expect(plan.view.getByRole('heading', { level: 2 })).toBeFocused()
    await page.keyboard.press('Shift+Tab')
    await expect(plan.button(plan.words.back)).toBeFocused()
    await page.keyboard.press('Enter')
    await plan.seeSimulator()
    await expect.poll(() => page.evaluate(() => document.querySelector('#simulator > main').contains(document.activeElement))).toBe(true)
    await toPlan.focus()
    await page.keyboard.press('Enter')
    await plan.seeView()
  })

  await test.step('what is varied, and a day', async () => {
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

  await test.step('on paper', async () => {
    await page.emulateMedia({ media: 'print' })
    await expect(plan.plot('year')).toBeVisible()
    await expect(plan.papers.first()).toBeVisible()
    await expect(page.getByRole('button')).toHaveCount(0)
    const paper = readPdf(await page.pdf({ format: 'A4' }))
    for (const text of [plan.words.payers, plan.words.steps, plan.words.byYear]) expect(paper.text).toContain(text)
    expect(paper.text).not.toContain(simulator.words.json)
    expect(paper.text).not.toContain(plan.words.addDay)
  })
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
