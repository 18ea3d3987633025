// The places that a visitor can be in: each page, and each view, in the states that it can have. What holds of all
// of them is checked in all of them (audit.spec.js).

import { Views } from './views.js'
import { Comparison } from './compare.js'
import { expect } from '@playwright/test'
import { FIXTURE, Plan, serveCalendar } from './plan.js'
import { Workbench } from './workbench.js'

const CALENDAR = FIXTURE.replaceAll('"2020-', '"2027-').replaceAll('"2019-', '"2026-')
const PROJECT =
  'start=2027-08-01&months=30&users=3&students=1&funder=Institut%20A&box=30&box-funder=Centre%20hospitalier%20universitaire%20B&box-host=Laboratoire%20C&box=12' +
  '&option-larger-configuration=yes&option-output-credits=2'

const open = (simulator, query = '') => simulator.open(`./?lang=${simulator.lang}${query}`)
/** Goes on where the state before left, or opens the page anew. */
const state = (name, reach) => ({ state: name, reach })
/** The state that has most in it: it is looked at more closely. */
const whole = (name, reach) => ({ state: name, reach, isWhole: true })

/** The same number with another last character. */
const mistype = (number) => number.slice(0, -1) + (number.endsWith('Q') ? 'P' : 'Q')

/** A number of today, and one of 2018. */
async function someNumbers(simulator) {
  await open(simulator)
  const today = await simulator.seeNumber()
  await simulator.openExample('standard2018')
  await expect(simulator.number).not.toHaveText(today)
  return { today, archived: await simulator.seeNumber() }
}

/** Goes from a view to that of numbers, where nothing is entered yet, and checks those. */
async function check(simulator, text) {
  const views = new Views(simulator)
  await views.openAt('check', `&lang=${simulator.lang}`)
  if (text) await views.check(text)
  return views
}

/** The places of the simulator's own page: its form, and its views. */
export const VIEWS = {
  'the simulator': [
    whole('with prices on request, three institutions, and kept', async (simulator) => {
      await open(simulator, `&${PROJECT}`)
      await new Views(simulator).keep()
      await simulator.showMessage()
    }),
    state('a first visit', open),
    state('an archived example, its form closed', async (simulator) => {
      await simulator.openExample('standard2018')
      await expect(simulator.button('redo')).toBeVisible()
    }),
  ],

  'the form, with wrong entries': [
    whole('a wrong field in each part, a mistyped number and a file that is none', async (simulator) => {
      await open(simulator)
      await simulator.enterMonths('6')
      await simulator.enterUsers('abc')
      await simulator.enterStudents('3')
      await simulator.enterBoxMonths(1, '0')
      await simulator.chooseFile('{ "format": 1, ')
      await expect(simulator.fileRefusal).not.toBeEmpty()
      await simulator.openNumber('CASD1QJNN442382558TCJ25MAQ')
      await simulator.seeRefusal(simulator.words.refusals.mistyped)
    }),
  ],

  'a private project': [
    whole('without prices', async (simulator) => {
      await open(simulator)
      await simulator.chooseOffer('private')
    }),
  ],

  'the plan': [
    whole('with something in each part, and a wrong day', async (simulator) => {
      await serveCalendar(simulator.page, CALENDAR)
      await open(simulator, `&${PROJECT}`)
      const plan = new Plan(simulator)
      await plan.goTo()
      await plan.addDay(1, '2025-05-04')
      await plan.addDay(2, '2026-12-24')
      await expect(plan.day(2)).toHaveAttribute('aria-invalid', 'true')
    }),
    state('with a wrong calendar', async (simulator) => {
      await serveCalendar(simulator.page, '{ "sessions": [{ "day": "14/11/2019" }] }')
      await open(simulator)
      const plan = new Plan(simulator)
      await plan.goTo()
      await plan.seeSaid(plan.words.calendarWrong)
    }),
    state('without an estimate', async (simulator) => {
      const plan = new Plan(simulator)
      await plan.openAt(`&lang=${simulator.lang}&users=abc`)
      await plan.seeSaid(plan.words.noEstimate)
    }),
  ],

  'compared variants': [
    state('two variants', async (simulator) => {
      await open(simulator)
      const comparison = new Comparison(simulator)
      await comparison.goTo()
      await comparison.duplicate(1)
      await comparison.enter(2, 'users', '12')
      // The address follows a little later.
      await simulator.rest()
    }),
    whole('four variants, one of them wrong, and a number that was refused', async (simulator) => {
      await open(simulator)
      await simulator.openExample('standard2018')
      const comparison = new Comparison(simulator)
      await comparison.goTo()
      await comparison.addNumber('CASD-1XXX')
      for (let n = 1; n < 4; n += 1) await comparison.duplicate(n)
      await comparison.enter(2, 'users', '12')
      await comparison.enter(3, 'months', 'abc')
      await comparison.option(4, 'exports').check()
      await expect(comparison.field(3, 'months')).toHaveAttribute('aria-invalid', 'true')
      await simulator.rest()
    }),
  ],

  'checked numbers': [
    whole('several numbers: of today, of a list no longer in force, mistyped', async (simulator) => {
      const { today, archived } = await someNumbers(simulator)
      const views = await check(simulator, `${today} ${archived} ${mistype(today)}`)
      await expect(views.rows).toHaveCount(3)
    }),
    state('nothing to check yet', (simulator) => check(simulator)),
    state('a number of a list no longer in force', async (simulator) => {
      const { archived } = await someNumbers(simulator)
      const views = await check(simulator, archived)
      await views.seeSound(archived)
    }),
    state('a mistyped number', async (simulator) => {
      const { today } = await someNumbers(simulator)
      const views = await check(simulator, mistype(today))
      await expect(views.refused).not.toBeEmpty()
    }),
  ],

  'what is kept': [
    whole('a long title, a long entry that cannot be read, and one that was deleted', async (simulator) => {
      await open(simulator)
      const views = new Views(simulator)
      await views.keep()
      await simulator.enterUsers('2')
      await views.keep()
      await simulator.enterUsers('abc')
      await views.keep()
      await simulator.page.evaluate((text) => localStorage.setItem('casd-simulator.kept.1-1', text), 'cut short '.repeat(30))
      await views.goTo('kept')
      await views.rename('', 'Une thèse sur la santé des populations, avec deux doctorants et un post-doctorant')
      await expect(views.items).toHaveCount(4)
      await views.press('delete', '')
      await expect(views.button('undo')).toBeVisible()
      await expect(views.items).toHaveCount(3)
    }),
    state('nothing', async (simulator) => {
      const views = new Views(simulator)
      await views.button('deleteAll').click()
      await views.seeNothingKept()
    }),
  ],

  'the price-list workbench': [
    state('without a list', (simulator) => new Workbench(simulator).openAt(`&lang=${simulator.lang}`)),
    whole('with a new list', async (simulator) => {
      const workbench = new Workbench(simulator)
      await workbench.makeList('2027-01-01', 'casd2020')
      await workbench.enter('subscription', 'price', '240')
      await workbench.seeSound()
    }),
    state('with errors and warnings', async (simulator) => {
      const workbench = new Workbench(simulator)
      await workbench.enter('heading', 'from', '2026-01-01')
      await workbench.enter('subscription', 'price', 'x'.repeat(80))
      await workbench.enter('heading', 'serial', '2')
      await workbench.enter('reduction', 'percent', '150')
      await expect(workbench.findings).not.toHaveCount(0)
    }),
    state('with text that is no JSON', async (simulator) => {
      const workbench = new Workbench(simulator)
      await workbench.enterText(`{ "lists": [${'x'.repeat(300)}`)
      await expect(workbench.findings).toHaveCount(1)
    }),
    state('the preview of a new list', async (simulator) => {
      const workbench = new Workbench(simulator)
      await workbench.button('takeInUse').click()
      await workbench.makeList('2027-01-01', 'casd2020')
      await workbench.enter('subscription', 'price', '240')
      await workbench.openPreview()
      await expect(simulator.page.locator('#standing')).not.toBeEmpty()
    }),
  ],
}

/** The pages beside it. */
export const PAGES = {
  'the page of prices': [whole('as built', ({ page, lang }) => page.goto({ fr: 'tarifs.html', en: 'prices.html' }[lang]))],
  'the integration page': [
    whole('with a number that is none', async ({ page, lang }) => {
      await page.goto(`integration.html?lang=${lang}`)
      await expect(page.locator('casd-simulator iframe').contentFrame().locator('.sheet')).toBeVisible()
      const users = page.getByLabel({ fr: 'Nombre d’utilisateurs (facultatif)', en: 'Number of users (optional)' }[lang], { exact: true })
      await users.fill('abc')
      await expect(users).toHaveAttribute('aria-invalid', 'true')
    }),
  ],
  'the accessibility statement': [whole('as built', ({ page, lang }) => page.goto({ fr: 'accessibilite.html', en: 'accessibility.html' }[lang]))],
}

export const PLACES = { ...VIEWS, ...PAGES }
