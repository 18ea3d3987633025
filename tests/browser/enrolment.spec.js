// The enrolment in the plan. Who needs which session, which ones come in time and what is wrong with a calendar is in
// tests/enrolment.rs; here is how the view shows it.

import { expect, test } from './fixtures.js'
import { FIXTURE, Plan, serveCalendar } from './plan.js'
import { spaced } from './simulator.js'

/** CASD's calendar of the seeds, a year later: numbers are issued from 2020 on. */
const CALENDAR = FIXTURE.replaceAll('"2020-', '"2021-').replaceAll('"2019-', '"2020-')

/** The plan of a project that begins on a day, seen on another. */
async function visit(simulator, { on = '2020-10-31', start = '2021-02-01', offer = 'standard', users = 2, calendar = CALENDAR } = {}) {
  const { page, lang } = simulator
  await page.clock.setSystemTime(new Date(`${on}T12:00:00+01:00`))
  if (calendar !== null) {
    await page.unroute('**/enrolment-sessions.json')
    await serveCalendar(page, calendar)
  }
  const plan = new Plan(simulator)
  await plan.openAt(`&lang=${lang}&offer=${offer}&start=${start}&months=12&users=${users}`)
  return plan
}

/** What the network or the host did was meant: it is no fault of the page's. */
const forgive = (heard, pattern) => {
  expect(heard.some((one) => pattern.test(one))).toBe(true)
  heard.splice(0, heard.length, ...heard.filter((one) => !pattern.test(one)))
}

const DAYS = {
  fr: {
    standard: ['samedi 7 novembre 2020', 'vendredi 11 décembre 2020', 'samedi 9 janvier 2021'],
    closes: '31 octobre 2020',
    health: ['samedi 14 novembre 2020', 'mercredi 16 décembre 2020'],
    hours: 'séance complète de 14 h à 17 h, séance express de 9 h 30 à 12 h, inscription jusqu’au 31 octobre 2020 inclus',
    start: '1er février 2021',
    early: '7 novembre 2020',
    countsUntil: ['1er février 2021', '31 janvier 2021'],
  },
  en: {
    standard: ['Saturday 7 November 2020', 'Friday 11 December 2020', 'Saturday 9 January 2021'],
    closes: '31 October 2020',
    health: ['Saturday 14 November 2020', 'Wednesday 16 December 2020'],
    hours: 'full session from 14:00 to 17:00, express session from 09:30 to 12:00, registration up to and including 31 October 2020',
    start: '1 February 2021',
    early: '7 November 2020',
    countsUntil: ['1 February 2021', '31 January 2021'],
  },
}

const plain = (texts) => texts.map((text) => text.replace(/\s+/g, ' '))

/** The days of the sessions that are listed. */
async function seeSessions(plan, days) {
  await expect(plan.sessions.locator('strong')).toHaveText(days.map((day) => spaced(day)))
}

test('the sessions that can be booked are listed with their hours, those for health data where the project needs them', async ({ simulator }) => {
  const days = DAYS[simulator.lang]
  await test.step('before the start, while registration is open', async () => {
    const plan = await visit(simulator)
    await plan.seeSaid(plan.words.inTime(days.start))
    await seeSessions(plan, days.standard)
    expect(plain(await plan.sessions.locator('.formula').allTextContents())[0]).toBe(days.hours)
    await plan.seeNotSaid(plan.words.healthOnly)
  })

  await test.step('the day after, registration for the first is closed', async () => {
    await seeSessions(await visit(simulator, { on: '2020-11-01' }), days.standard.slice(1))
  })

  await test.step('health data', async () => {
    const plan = await visit(simulator, { offer: 'pmsi' })
    await seeSessions(plan, days.health)
    await plan.seeSaid(plan.words.healthOnly)
  })

  await test.step('none before the start: those that follow', async () => {
    const plan = await visit(simulator, { start: '2020-11-07' })
    await plan.seeSaid(`${plan.words.noneInTime(days.early)} ${plan.words.nextOne(days.standard[0], days.closes)}`)
    await expect(plan.sessions).toHaveCount(10)
  })
})

test('a day of an earlier session gives the session that is needed, a wrong one its fault, and it stays on the device', async ({ simulator, page }) => {
  const { countsUntil } = DAYS[simulator.lang]
  const plan = await visit(simulator, { users: 2 })
  const announced = (role) => plan.view.locator('.box .announcement').getByRole(role)
  await plan.seeSaid(plan.words.toEnrol(2, 2, 0))

  await test.step('announced once it rests: at once what is wrong, in its turn what it comes to', async () => {
    await page.clock.pauseAt(new Date('2020-10-31T13:00:00+01:00'))
    await plan.addDay(1, '2020-11-01')
    await plan.seeFault(1, plan.words.toCome)
    await plan.seeNotSaid(plan.words.toEnrol(2, 2, 0))
    await expect(announced('alert')).toHaveText('')
    await page.clock.runFor(1_600)
    await expect(announced('alert')).toHaveText(spaced(plan.words.toCome))
    await expect(announced('status')).toHaveText('')
    await plan.day(1).fill('2017-02-02')
    await expect(plan.day(1)).toHaveAttribute('aria-invalid', 'false')
    await page.clock.runFor(1_600)
    await expect(announced('status')).toHaveText(spaced(plan.words.express(countsUntil[0])))
    await expect(announced('alert')).toHaveText('')
    await page.clock.resume()
  })

  await test.step('an express session within four years, a full one after', async () => {
    await plan.seeSaid(plan.words.toEnrol(2, 1, 1))
    await plan.addDay(2, '2017-02-01')
    await plan.seeSaid(plan.words.full(countsUntil[1]))
    await plan.seeSaid(plan.words.toEnrol(2, 1, 1))
    await plan.day(2).fill('2020-10-31')
    await plan.seeSaid(plan.words.toEnrol(2, 0, 2))
  })

  await test.step('an empty day is not wrong; a third one is more than there are users', async () => {
    await plan.addDay(3)
    await expect(plan.day(3)).toHaveAttribute('aria-invalid', 'false')
    await plan.seeSaid(plan.words.toEnrol(2, 0, 2))
    await plan.day(3).fill('2020-10-30')
    await expect(plan.day(3)).toHaveAttribute('aria-invalid', 'true')
    await expect(plan.day(3)).toHaveAccessibleDescription(/\S/)
    await expect(plan.day(1)).toHaveAttribute('aria-invalid', 'false')
  })

  await test.step('one that is removed leaves the others, and the focus in the view', async () => {
    await plan.button(plan.words.removeDay(3)).focus()
    await page.keyboard.press('Enter')
    await expect(plan.day(3)).toHaveCount(0)
    await expect(plan.button(plan.words.addDay)).toBeFocused()
    await plan.seeSaid(plan.words.toEnrol(2, 0, 2))
  })

  const seen = async () => {
    await expect(plan.day(1)).toHaveValue('2017-02-02')
    await expect(plan.day(2)).toHaveValue('2020-10-31')
    expect(page.url()).not.toMatch(/2017-02-02|2020-10-31/)
  }
  await test.step('they survive a reload, the other language and another project, and are in no address', async () => {
    await page.reload()
    await seen()
    await simulator.switchLanguage()
    await seen()
    await plan.seeSaid(plan.words.toEnrol(2, 0, 2))
    await plan.goBack()
    await simulator.enterUsers('5')
    await plan.goTo()
    await seen()
    await plan.seeSaid(plan.words.toEnrol(5, 3, 2))
    await plan.button(plan.words.removeDay(1)).click()
    await expect(plan.day(1)).toHaveValue('2020-10-31')
  })
})

test('a calendar that is wrong, missing, out of reach or slow leaves the rest of the plan', async ({ simulator, page, heard }) => {
  const answer = async (give) => {
    await page.unroute('**/enrolment-sessions.json')
    await page.route('**/enrolment-sessions.json', give)
    await page.reload()
  }
  const plan = await test.step('wrong: each mistake is shown with its place', async () => {
    const plan = await visit(simulator, { calendar: '{ "sessions": [{ "day": "14/11/2019" }] }' })
    await plan.seeSaid(plan.words.calendarWrong)
    await expect(plan.view.locator('.alert li')).toHaveText([new RegExp(plan.words.wrongDay.source.replace(/ /g, '\\s'))])
    await expect(plan.steps).toHaveCount(4)
    return plan
  })

  await test.step('the host fails', async () => {
    await answer((route) => route.fulfill({ status: 500 }))
    await plan.seeSaid(plan.words.calendarNotLoaded)
    await expect(plan.steps).toHaveCount(4)
    forgive(heard, /500|sessions\.json net::ERR_ABORTED/)
  })

  await test.step('out of reach', async () => {
    await answer((route) => route.abort())
    await plan.seeSaid(plan.words.calendarNotLoaded)
    forgive(heard, /ERR_FAILED/)
  })

  await test.step('missing: none was announced', async () => {
    await answer((route) => route.fulfill({ status: 404 }))
    await plan.seeSaid(plan.words.notAnnounced)
    await plan.seeNotSaid(plan.words.calendarNotLoaded)
    forgive(heard, /404|sessions\.json net::ERR_ABORTED/)
  })

  await test.step('slow: it does not bring back a view that was left', async () => {
    await plan.goBack()
    let release
    const held = new Promise((resolve) => { release = resolve })
    await page.unroute('**/enrolment-sessions.json')
    await page.route('**/enrolment-sessions.json', async (route) => {
      await held
      await route.fulfill({ json: { sessions: [] } })
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
})
