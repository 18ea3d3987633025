// The places that a visitor can be in: each page, and each view in a state with something of everything. What
// holds of all of them is tested in all of them.

import { Annexe } from './annexe.js'
import { Comparison } from './compare.js'
import { expect } from '@playwright/test'
import { FIXTURE, Plan, serveCalendar } from './plan.js'
import { Workbench } from './workbench.js'

const CALENDAR = FIXTURE.replaceAll('"2020-', '"2027-').replaceAll('"2019-', '"2026-')
const PROJECT = 'start=2027-08-01&months=30&users=3&students=1&funder=Institut%20A&box=30&box-funder=Centre%20hospitalier%20B&box=12&option-larger-configuration=yes'

const open = (simulator, query = '') => simulator.open(`./?lang=${simulator.lang}${query}`)

/** The places of the simulator's own page: its form, and its views. */
export const VIEWS = {
  'the simulator': (simulator) => open(simulator, `&${PROJECT}`),
  async 'the form, with wrong entries'(simulator) {
    await open(simulator)
    await simulator.enterUsers('abc')
    await simulator.enterBoxMonths(1, '0')
    await simulator.openNumber('CASD1QJNN442382558TCJ25MAQ')
    await simulator.seeRefusal(simulator.words.refusals.mistyped)
  },
  async 'a private project'(simulator) {
    await open(simulator)
    await simulator.chooseOffer('private')
  },
  async 'the plan'(simulator) {
    await serveCalendar(simulator.page, CALENDAR)
    await open(simulator, `&${PROJECT}`)
    const plan = new Plan(simulator)
    await plan.goTo()
    await plan.addDay(1, '2025-05-04')
  },
  async 'compared variants'(simulator) {
    await open(simulator)
    const comparison = new Comparison(simulator)
    await comparison.goTo()
    await comparison.duplicate(1)
    await comparison.enter(2, 'users', '12')
    // The address follows a little later.
    await simulator.rest()
  },
  async 'checked numbers'(simulator) {
    await open(simulator)
    const number = await simulator.seeNumber()
    const annexe = new Annexe(simulator)
    await annexe.goTo('check')
    await annexe.check(`${number} ${number.slice(0, -1)}${number.endsWith('Q') ? 'P' : 'Q'}`)
    await expect(annexe.rows).toHaveCount(2)
  },
  async 'what is kept'(simulator) {
    await open(simulator)
    const annexe = new Annexe(simulator)
    await annexe.keep()
    await simulator.enterUsers('abc')
    await annexe.keep()
    await annexe.goTo('kept')
    await expect(annexe.items).toHaveCount(2)
  },
  async 'the price-list workbench'(simulator) {
    const workbench = new Workbench(simulator)
    await workbench.openAt(`&lang=${simulator.lang}`)
    await workbench.makeList('2027-01-01', 'casd2020')
    await expect(workbench.part('subscription')).toBeVisible()
  },
}

/** The pages beside it. */
export const PAGES = {
  'the page of prices': ({ page, lang }) => page.goto({ fr: 'tarifs.html', en: 'prices.html' }[lang]),
  async 'the integration page'({ page, lang }) {
    await page.goto(`integration.html?lang=${lang}`)
    await expect(page.locator('casd-simulator iframe').contentFrame().locator('.sheet')).toBeVisible()
  },
  'the accessibility statement': ({ page, lang }) => page.goto({ fr: 'accessibilite.html', en: 'accessibility.html' }[lang]),
}

/** All of them: each goes there, from anywhere. */
export const PLACES = { ...VIEWS, ...PAGES }

/** Unfolds whatever is folded. */
export const unfold = (page) => page.evaluate(() => { for (const folded of document.querySelectorAll('details')) folded.open = true })

/** Has the next Tab go to the first stop of the page, wherever the focus was. */
export const startAtTheTop = (page) =>
  page.evaluate(() => {
    document.body.tabIndex = -1
    document.body.focus()
    document.body.removeAttribute('tabindex')
  })

/** Presses Tab from the top to the end of the page, and gives what `look` tells, there, of each stop. */
export async function tabThrough(page, look) {
  const stops = []
  await startAtTheTop(page)
  await page.evaluate(() => { window.lastStop = undefined })
  for (let presses = 0; presses < 400; presses += 1) {
    await page.keyboard.press('Tab')
    const stop = await page.evaluate(() => {
      const element = document.activeElement
      if (element === document.body || element === document.documentElement) return 'end'
      // A date field and a frame have several stops of their own.
      return element === window.lastStop ? 'same' : 'new'
    })
    if (stop === 'end') return stops
    if (stop === 'new') stops.push(await page.evaluate(look))
    await page.evaluate(() => { window.lastStop = document.activeElement })
  }
  throw new Error('Tab never reached the end of the page')
}
