// What goes wrong around the page: its clock, its storage, its files, its host. The page says so, keeps what was
// typed, and breaks nothing else. Price lists that are wrong are in price-list.spec.js, files that were altered in
// tampering.spec.js, documents that do not load in files.spec.js.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Views } from './views.js'
import { expect, test } from './fixtures.js'
import { Plan } from './plan.js'
import { Simulator } from './simulator.js'
import { DIST } from './site.js'
import { Workbench, bookOf2027, serve } from './workbench.js'

const missing = (route) => route.fulfill({ status: 404, body: 'not found', contentType: 'text/plain' })

/** Forgets what the browser, and what loads chunks, write down of files that they were refused; nothing else. */
function forgive(heard, file) {
  const others = heard.filter((one) => !file.test(one) && !/Failed to load resource|TypeError: Failed to fetch/.test(one))
  heard.splice(0, heard.length, ...others)
}

test('a clock that is wrong, goes on overnight or is set back is no harm', async ({ simulator, page }) => {
  await serve(page, bookOf2027())
  await page.clock.setSystemTime(new Date('2026-12-31T12:00:00+01:00'))
  await simulator.open()
  await simulator.seeTotal(3276)
  const number = await test.step('on a page that was open overnight, what is changed is priced and dated by the day it is', async () => {
    await page.clock.setSystemTime(new Date('2027-01-04T12:00:00+01:00'))
    await simulator.enterUsers('2')
    // 12 × 240 + 12 × 37 + 12 × 35
    await simulator.seeTotal(3744)
    const number = await simulator.seeNumber()
    await simulator.openNumber(number)
    await simulator.seeSaid({ fr: `Simulation ${number} du 4 janvier 2027, rouverte`, en: `Simulation ${number} of 4 January 2027, reopened` }[simulator.lang])
    return number
  })
  await test.step('set back while the page is open, it does not hold up the address', async () => {
    await simulator.button('again').click()
    await simulator.enterUsers('4')
    await simulator.stay()
    await page.clock.setSystemTime(new Date('2027-01-03T10:00:00+01:00'))
    await simulator.enterUsers('5')
    await simulator.seeTotal(5076)
    await simulator.stay()
    await simulator.seeAddressNames(await simulator.seeNumber())
  })
  for (const [day, said] of [
    ['1970-01-01', simulator.words.noList],
    ['2099-12-31', { fr: 'ils ont 72 ans et 11 mois', en: 'they are 72 years and 11 months old' }[simulator.lang]],
  ]) {
    await test.step(`a page that is opened on ${day} says so, and numbers open at their own prices`, async () => {
      await page.goto('about:blank')
      await page.clock.setSystemTime(new Date(`${day}T12:00:00Z`))
      await simulator.open()
      await simulator.seeSaid(said)
      await simulator.openNumber(number)
      await simulator.seeTotal(3744)
      await expect(simulator.number).toHaveText(number)
      await expect(simulator.field('users')).toHaveValue('2')
    })
  }
})

test('where nothing can be stored, and a wait cannot be limited, everything but keeping works', async ({ simulator, views, page }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }
    delete AbortSignal.timeout
  })
  await serve(page, bookOf2027((list) => (list.in_force.from = '2026-01-01')))
  await simulator.open()
  // CASD's price list was read all the same.
  await simulator.seeTotal(3300)
  await expect(page.locator('#standing')).toHaveText('')
  await simulator.switchLanguage()
  await simulator.enterUsers('abc')
  await simulator.seeProblem('users', simulator.words.faults.misread)
  await views.failToKeep(views.words.full)
  // The history holds what was typed.
  await simulator.turnAway()
  await page.reload()
  await expect(simulator.field('users')).toHaveValue('abc')
  await simulator.seeProblem('users', simulator.words.faults.misread)
  await simulator.enterUsers('5')
  await simulator.seeTotal(5076)
  expect(await page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0])
})

test('where a file of the page itself cannot be loaded, the page leads to its prices; without its styles, it can be used', async ({ simulator, page, heard }) => {
  const [script, module] = [/\/start-[^/]*\.js/, /\/casd-simulator-[^/]*\.wasm/]
  const cutShort = async (route) => {
    const whole = readFileSync(join(DIST, new URL(route.request().url()).pathname.slice(1)))
    await route.fulfill({ response: await route.fetch(), body: whole.subarray(0, whole.length / 2) })
  }
  for (const [what, file, refuse, reported] of [
    ['the script is not there', script, missing, /^status 404: .*start-/],
    ['the script is cut short', script, cutShort, /^console error: .*integrity/],
    ['the module is not there', module, missing, /^error: /],
    ['the module is cut short', module, cutShort, /^error: /],
    ['the module cannot be reached', module, (route) => route.abort(), /^error: /],
  ]) {
    await test.step(what, async () => {
      await page.route(file, refuse)
      await page.goto('./')
      const loading = page.getByText(simulator.words.loading)
      await expect(loading).toBeVisible()
      // The reason is for the console alone, and is there once.
      await expect.poll(() => heard.filter((one) => reported.test(one))).toHaveLength(1)
      await loading.getByRole('link').click()
      await expect(page).toHaveURL({ fr: /\/tarifs\.html$/, en: /\/prices\.html$/ }[simulator.lang])
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      expect(heard.filter((one) => one.startsWith('error: '))).toHaveLength(file === module ? 1 : 0)
      heard.length = 0
      await page.unroute(file)
    })
  }
  await test.step('the style sheet is not there', async () => {
    const sheet = /\/page-[^/]*\.css/
    await page.route(sheet, missing)
    await simulator.open()
    await simulator.enterUsers('5')
    await simulator.seeTotal(5052)
    // Its address is in the list of what was refused, and in what Chromium says of its type.
    forgive(heard, sheet)
  })
})

test('where a part that loads on demand is not there, the page says so, keeps what was typed, and has it once it is', async ({ simulator, views, page, heard }) => {
  const plan = new Plan(simulator)
  const workbench = new Workbench(simulator)
  await simulator.open()
  await simulator.enterUsers('5')
  await simulator.seeTotal(5052)
  const before = await simulator.everything()
  const goToPlan = simulator.sheet.getByRole('button', { name: simulator.words.plan.plan, exact: true })
  for (const file of [/\/split_views-[^/]*\.wasm/]) {
    await test.step(`${file} is missing`, async () => {
      await page.route(file, missing)
      await goToPlan.click()
      await expect(simulator.notLoaded).toBeVisible()
      expect(await simulator.everything()).toEqual(before)
      await expect(page).not.toHaveURL(/view=/)
      await page.unroute(file)
      forgive(heard, file)
    })
  }
  await test.step('the next click works', async () => {
    await goToPlan.click()
    await plan.seeView()
    await expect(simulator.notLoaded).toHaveCount(0)
  })
  await test.step('the way back needs nothing that is not there already', async () => {
    const asked = []
    page.on('request', (request) => asked.push(new URL(request.url()).pathname))
    await plan.goBack()
    expect(await simulator.everything()).toEqual(before)
    // The browser itself asks for the icon again where the title is another.
    expect(asked.filter((path) => !path.endsWith('.svg'))).toEqual([])
  })
  await test.step('a view stays where the one that it leads to cannot be loaded', async () => {
    const part = /\/split_price_editor-[^/]*\.wasm/
    await views.goTo('check')
    await page.route(part, missing)
    const lead = page.getByRole('button', { name: simulator.words.workbench.lead, exact: true })
    await lead.click()
    await expect(simulator.notLoaded).toBeVisible()
    await views.seeView('check')
    await page.unroute(part)
    await lead.click()
    await workbench.seeOpen()
    await expect(simulator.notLoaded).toHaveCount(0)
    forgive(heard, part)
  })
  await test.step('every other view comes and goes while the price list of the workbench cannot be had', async () => {
    await serve(page, (route) => route.fulfill({ status: 500, body: 'no' }))
    await views.button('back', workbench.view).click()
    await views.seeSimulator()
    await views.goTo('check')
    await simulator.switchLanguage()
    await views.seeView('check')
    await expect(simulator.notLoaded).toHaveCount(0)
    await page.goBack()
    await views.seeSimulator()
  })
})

test('two windows that keep what they hold in the same moment keep both, again and again', async ({ simulator, views, context }) => {
  await simulator.open()
  const other = new Simulator(await context.newPage(), simulator.lang)
  await other.open()
  // One clock for both, which stands still.
  await context.clock.pauseAt(new Date('2026-11-21T11:00:00+01:00'))
  const kept = []
  for (const [mine, theirs] of [['2', '3'], ['4', '5'], ['6', '7']]) {
    await simulator.enterUsers(mine)
    await other.enterUsers(theirs)
    kept.push(await simulator.seeNumber(), await other.seeNumber())
    await Promise.all([simulator, other].map((one) => new Views(one).button('keep').click()))
    await expect.poll(async () => Object.keys(await views.stored()).length).toBe(kept.length)
  }
  const numbers = Object.values(await views.stored()).map((text) => JSON.parse(text).number)
  expect(numbers.sort()).toEqual(kept.sort())
})

test('back and forward lead through numbers, views and languages as they were', async ({ simulator, views, page }) => {
  const [first, second] = [simulator.lang, { fr: 'en', en: 'fr' }[simulator.lang]]
  await simulator.open()
  await simulator.enterUsers('5')
  await simulator.seeTotal(5052)
  const five = await simulator.seeNumber()
  await simulator.turnAway()
  await views.goTo('check')
  await simulator.switchLanguage()
  await views.seeView('check')
  await views.goBackToSimulator()
  await simulator.enterUsers('abc')
  await simulator.turnAway()
  await page.goto(`./?lang=${first}#${five.replaceAll('-', '')}`)
  simulator.lang = first
  await simulator.seeTotal(5052)

  await test.step('back to the form with a wrong entry, which was left in the other language', async () => {
    await page.goBack()
    simulator.lang = second
    await expect(simulator.field('users')).toHaveValue('abc')
    await simulator.seeProblem('users', simulator.words.faults.misread)
  })
  await test.step('back to the view, of which nothing was asked for since the page was loaded', async () => {
    await page.goBack()
    await views.seeView('check')
    await page.goBack()
    // The first page was in the first language when it was left; the one that was chosen since then stays.
    await expect(simulator.sheet).toBeVisible()
    await expect(simulator.number).toHaveText(five)
    simulator.lang = await page.evaluate(() => document.documentElement.lang)
    await simulator.seeTotal(5052)
  })
  await test.step('and forward again', async () => {
    await page.goForward()
    await views.seeView('check')
    await page.goForward()
    await expect(simulator.field('users')).toHaveValue('abc')
    await page.goForward()
    simulator.lang = first
    await simulator.seeTotal(5052)
    await expect(simulator.number).toHaveText(five)
  })
})
