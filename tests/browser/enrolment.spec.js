// The enrolment in the plan: who needs which session, and which sessions of CASD's calendar come in time.

import { expect, test } from './fixtures.js'
import { FIXTURE, Plan, serveCalendar } from './plan.js'
import { spaced } from './simulator.js'

/** CASD's calendar of the seeds, a year later: numbers are issued from 2020 on. */
const CALENDAR = FIXTURE.replaceAll('"2020-', '"2021-').replaceAll('"2019-', '"2020-')

/** The plan of a project that begins on a day, seen on another. */
async function visit(simulator, { on = '2020-10-31', start = '2021-02-01', offer = 'standard', users = 2, calendar = CALENDAR } = {}) {
  const { page, lang } = simulator
  await page.clock.setSystemTime(new Date(`${on}T12:00:00+01:00`))
  if (calendar !== null) await serveCalendar(page, calendar)
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
    november: 'samedi 7 novembre 2020',
    december: 'vendredi 11 décembre 2020',
    january: 'samedi 9 janvier 2021',
    closes: '31 octobre 2020',
    health: ['samedi 14 novembre 2020', 'mercredi 16 décembre 2020'],
    both: 'séance complète de 14 h à 17 h, séance express de 9 h 30 à 12 h, inscription jusqu’au 31 octobre 2020 inclus',
    healthHours: 'séance complète de 14 h à 16 h, inscription jusqu’au 7 novembre 2020 inclus',
    start: '1er février 2021',
  },
  en: {
    november: 'Saturday 7 November 2020',
    december: 'Friday 11 December 2020',
    january: 'Saturday 9 January 2021',
    closes: '31 October 2020',
    health: ['Saturday 14 November 2020', 'Wednesday 16 December 2020'],
    both: 'full session from 14:00 to 17:00, express session from 09:30 to 12:00, registration up to and including 31 October 2020',
    healthHours: 'full session from 14:00 to 16:00, registration up to and including 7 November 2020',
    start: '1 February 2021',
  },
}

const plain = (texts) => texts.map((text) => text.replace(/\s+/g, ' '))

for (const locale of ['fr-FR', 'en-GB']) {
  test.describe(`in ${locale}`, () => {
    test.use({ locale })

    test('standard sessions before the start, whose registration is open, are listed with their hours', async ({ simulator }) => {
      const days = DAYS[simulator.lang]
      const plan = await visit(simulator)
      await plan.seeSaid(plan.words.inTime(days.start))
      expect(plain(await plan.sessions.locator('strong').allTextContents())).toEqual([days.november, days.december, days.january])
      expect(plain(await plan.sessions.locator('.formula').allTextContents())[0]).toBe(days.both)
      await plan.seeNotSaid(plan.words.healthOnly)
    })

    test('the last day of registration counts, the next one no more', async ({ simulator }) => {
      const days = DAYS[simulator.lang]
      const plan = await visit(simulator, { on: '2020-11-01' })
      expect(plain(await plan.sessions.locator('strong').allTextContents())).toEqual([days.december, days.january])
    })

    test('health sessions are for health data alone, and the view says so', async ({ simulator }) => {
      const days = DAYS[simulator.lang]
      for (const offer of ['cohorts', 'pmsi']) {
        const plan = await visit(simulator, { offer })
        expect(plain(await plan.sessions.locator('strong').allTextContents())).toEqual(days.health)
        expect(plain(await plan.sessions.locator('.formula').allTextContents())[0]).toBe(days.healthHours)
        await plan.seeSaid(plan.words.healthOnly)
      }
    })

    test('where none is before the start, it says so, and which is next', async ({ simulator }) => {
      const { words, lang } = simulator
      const start = { fr: '7 novembre 2020', en: '7 November 2020' }[lang]
      const plan = await visit(simulator, { start: '2020-11-07' })
      await plan.seeSaid(`${words.plan.noneInTime(start)} ${words.plan.nextOne(DAYS[lang].november, DAYS[lang].closes)}`)
      await expect(plan.sessions).toHaveCount(10)
      // Every one past, and registration for the last one closed.
      await visit(simulator, { on: '2021-07-17', start: '2021-09-01' })
      const later = { fr: '1er septembre 2021', en: '1 September 2021' }[lang]
      await plan.seeSaid(`${words.plan.noneInTime(later)} ${words.plan.noOther}`)
      await expect(plan.sessions).toHaveCount(0)
    })

    test('a calendar with mistakes is not used: what is wrong, and where', async ({ simulator, page }) => {
      const wrong = {
        '{ "sessions": [{ "day": "14/11/2019" }] }': 'wrongDay',
        '{ "sessions": [': 'noJson',
        [JSON.stringify({ sessions: [1, 2].map(() => JSON.parse(CALENDAR).sessions[0]) })]: 'sameDay',
      }
      for (const [calendar, why] of Object.entries(wrong)) {
        await page.unrouteAll()
        const plan = await visit(simulator, { calendar })
        await plan.seeSaid(plan.words.calendarWrong)
        await expect(plan.view.locator('.alert li')).toHaveText([new RegExp(plan.words[why].source.replace(/ /g, '\\s'))])
        // The rest of the view is there all the same.
        await expect(plan.steps).toHaveCount(4)
      }
    })

    test('a host that fails is no host without a calendar', async ({ simulator, page, heard }) => {
      const { words } = simulator
      await page.route('**/enrolment-sessions.json', (route) => route.fulfill({ status: 500 }))
      const plan = await visit(simulator, { calendar: null })
      await plan.seeSaid(words.plan.calendarNotLoaded)
      forgive(heard, /500|sessions\.json net::ERR_ABORTED/)
      await page.unrouteAll()
      await page.route('**/enrolment-sessions.json', (route) => route.abort())
      await page.reload()
      await plan.seeSaid(words.plan.calendarNotLoaded)
      await expect(plan.steps).toHaveCount(4)
      forgive(heard, /ERR_FAILED/)
      await page.unrouteAll()
      await page.route('**/enrolment-sessions.json', (route) => route.fulfill({ status: 404 }))
      await page.reload()
      await plan.seeSaid(words.plan.notAnnounced)
      await plan.seeNotSaid(words.plan.calendarNotLoaded)
      forgive(heard, /404|sessions\.json net::ERR_ABORTED/)
    })

    test('who was enrolled within four years takes the express session, who was before the full one', async ({ simulator }) => {
      const { lang } = simulator
      const plan = await visit(simulator, { users: 3 })
      await plan.seeSaid(plan.words.toEnrol(3, 3, 0))
      await plan.addDay(1, '2017-02-02')
      await plan.seeSaid(plan.words.express({ fr: '1er février 2021', en: '1 February 2021' }[lang]))
      await plan.seeSaid(plan.words.toEnrol(3, 2, 1))
      await plan.addDay(2, '2017-02-01')
      await plan.seeSaid(plan.words.full({ fr: '31 janvier 2021', en: '31 January 2021' }[lang]))
      await plan.seeSaid(plan.words.toEnrol(3, 2, 1))
      await plan.day(2).fill('2020-10-31')
      await plan.seeSaid(plan.words.toEnrol(3, 1, 2))
      // An empty one says nothing, and is not wrong.
      await plan.addDay(3)
      await expect(plan.day(3)).toHaveAttribute('aria-invalid', 'false')
      await plan.seeSaid(plan.words.toEnrol(3, 1, 2))
    })

    test('screen readers are told what a day comes to, and at once what is wrong with it, once it rests', async ({ simulator, page }) => {
      const plan = await visit(simulator, { users: 1 })
      const of = (role) => plan.view.locator('.box .announcement').getByRole(role)
      await plan.addDay(1, '2020-11-01')
      await expect(of('alert')).toHaveText('')
      await page.clock.runFor(1_600)
      await expect(of('alert')).toHaveText(spaced(plan.words.toCome))
      await expect(of('status')).toHaveText('')
      await plan.day(1).fill('2017-02-02')
      await page.clock.runFor(1_600)
      await expect(of('status')).toHaveText(spaced(plan.words.express({ fr: '1er février 2021', en: '1 February 2021' }[simulator.lang])))
      await expect(of('alert')).toHaveText('')
    })

    test('a day to come, and more days than users, are explained at their fields', async ({ simulator }) => {
      const plan = await visit(simulator, { users: 1 })
      await plan.addDay(1, '2020-11-01')
      await plan.seeFault(1, plan.words.toCome)
      await plan.seeNotSaid(plan.words.toEnrol(1, 1, 0))
      await plan.day(1).fill('2020-10-31')
      await expect(plan.day(1)).toHaveAttribute('aria-invalid', 'false')
      await plan.seeSaid(plan.words.toEnrol(1, 0, 1))
      await plan.addDay(2, '2020-10-30')
      await plan.seeFault(2, plan.words.moreThanUsers)
      await expect(plan.day(1)).toHaveAttribute('aria-invalid', 'false')
      await plan.button(plan.words.removeDay(2)).click()
      await expect(plan.day(2)).toHaveCount(0)
      await expect(plan.day(1)).toHaveValue('2020-10-31')
      await plan.seeSaid(plan.words.toEnrol(1, 0, 1))
    })
  })
}

test('the days survive a reload, the other language, the simulator and another project, and go nowhere', async ({ simulator, page }) => {
  const plan = await visit(simulator, { users: 3 })
  await plan.addDay(1, '2018-05-04')
  await plan.addDay(2, '2020-06-05')
  const seen = async () => {
    await expect(plan.day(1)).toHaveValue('2018-05-04')
    await expect(plan.day(2)).toHaveValue('2020-06-05')
    expect(page.url()).not.toMatch(/2018-05-04|2020-06-05/)
  }
  await page.reload()
  await seen()
  await simulator.switchLanguage()
  await seen()
  await plan.seeSaid(plan.words.toEnrol(3, 1, 2))
  await plan.goBack()
  await simulator.enterUsers('5')
  await plan.goTo()
  await seen()
  await plan.seeSaid(plan.words.toEnrol(5, 3, 2))
  await plan.button(plan.words.removeDay(1)).click()
  await expect(plan.day(1)).toHaveValue('2020-06-05')
})

test('removing a day leaves the focus in the view', async ({ simulator, page }) => {
  const plan = await visit(simulator, { users: 3 })
  await plan.addDay(1, '2018-05-04')
  await plan.addDay(2, '2020-06-05')
  await plan.button(plan.words.removeDay(2)).focus()
  await page.keyboard.press('Enter')
  await expect(plan.day(2)).toHaveCount(0)
  await expect.poll(() => plan.view.evaluate((view) => view.contains(document.activeElement))).toBe(true)
})
