// What goes wrong around the page: its clock, its storage, its files, its host. The page says so in the
// visitor's language, keeps what was typed, and breaks nothing else. Price lists that are wrong are in
// price-list.spec.js, files that were altered in tampering.spec.js, documents that do not load in files.spec.js.

import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { Annexe } from './annexe.js'
import { expect, test } from './fixtures.js'
import { Plan } from './plan.js'
import { Simulator, spaced } from './simulator.js'
import { DIST } from './site.js'
import { WORDS } from './words.js'
import { Workbench, bookOf2027, serve } from './workbench.js'

const LOCALES = { fr: 'fr-FR', en: 'en-GB' }
/** A year of the smallest project, and one of five users, at the prices of 2020. */
const TOTAL = { fr: '3 276,00 €', en: '€3,276.00' }
const FIVE = { fr: '5 052,00 €', en: '€5,052.00' }
const link = (number) => `./#${number.replaceAll('-', '')}`

/** Forgets what the browser itself writes down of files that it was refused; nothing else. */
function forgive(heard, file) {
  const others = heard.filter((one) => !file.test(one) && !/Failed to load resource/.test(one))
  heard.splice(0, heard.length, ...others)
}

for (const [lang, locale] of Object.entries(LOCALES)) {
  test.describe(`in ${lang}`, () => {
    test.use({ locale })

    // The clock

    for (const [day, said] of [
      ['1970-01-01', { fr: /^Aucune grille tarifaire n’est en vigueur/, en: /^No price list is in force/ }],
      ['2019-06-15', { fr: /^Aucune grille tarifaire n’est en vigueur/, en: /^No price list is in force/ }],
      ['2099-12-31', { fr: 'Prix entrés en vigueur le 1er août 2020 : ils ont 79 ans et 4 mois.', en: 'Prices that came into force on 1 August 2020: they are 79 years and 4 months old.' }],
    ]) {
      test(`a clock that says ${day} is no harm: the page says where it has no prices, and numbers open at their own`, async ({ simulator, page, someoneElse }) => {
        const other = await someoneElse()
        await other.open()
        await other.enterUsers('5')
        const number = await other.seeNumber()

        await page.clock.setSystemTime(new Date(`${day}T12:00:00Z`))
        await simulator.open()
        await simulator.seeSaid(said[lang])
        await simulator.openNumber(number)
        await simulator.seeTotal(FIVE[lang])
        await expect(simulator.number).toHaveText(number)
        await expect(simulator.field('users')).toHaveValue('5')
      })
    }

    test('a clock that is set back while the page is open does not hold up the address', async ({ simulator, page }) => {
      await simulator.open()
      await simulator.enterUsers('4')
      await simulator.stay()
      await page.clock.setSystemTime(new Date('2026-11-20T10:00:00+01:00'))
      await simulator.enterUsers('5')
      await simulator.seeTotal(FIVE[lang])
      await simulator.stay()
      await simulator.seeAddressNames(await simulator.seeNumber())
    })

    // The storage

    test('where the storage is full from the first, everything but keeping works, and the history holds what was typed', async ({ simulator, annexe, page }) => {
      await page.addInitScript(() => {
        Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }
      })
      await simulator.open()
      await simulator.switchLanguage()
      await simulator.enterUsers('abc')
      await simulator.seeProblem('users', simulator.words.faults.misread)
      await annexe.failToKeep(annexe.words.full)
      await simulator.turnAway()
      await page.reload()
      await expect(simulator.field('users')).toHaveValue('abc')
      await simulator.seeProblem('users', simulator.words.faults.misread)
      await simulator.enterUsers('5')
      await simulator.seeTotal(FIVE[simulator.lang])
      expect(await page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0])
    })

    // The price list

    for (const [encoding, encoded] of Object.entries({
      'UTF-16': (text) => Buffer.from(`\ufeff${text}`, 'utf16le'),
      'Latin-1': (text) => Buffer.from(text, 'latin1'),
    })) {
      test(`a price list in ${encoding} is not used, and the page says so`, async ({ simulator, page }) => {
        const book = JSON.stringify(bookOf2027((list) => (list.in_force.from = '2026-01-01')))
        await serve(page, (route) => route.fulfill({ body: encoded(book), contentType: 'application/json' }))
        await simulator.open()
        await expect(page.locator('#standing')).toHaveText(new RegExp(spaced(simulator.words.standing.wrong('')).source))
        await simulator.seeTotal(TOTAL[lang])
        await expect(page.locator('body')).not.toContainText('\ufffd')
      })
    }

    test('in a browser that cannot limit how long it waits, CASD’s price list is read all the same', async ({ simulator, page }) => {
      await page.addInitScript(() => { delete AbortSignal.timeout })
      await serve(page, bookOf2027((list) => (list.in_force.from = '2026-01-01')))
      await simulator.open()
      await simulator.seeTotal({ fr: '3 300,00 €', en: '€3,300.00' }[lang])
      await expect(page.locator('#standing')).toHaveText('')
    })

    // The page's own files

    for (const [how, refuse] of Object.entries({
      'is not there': (route) => route.fulfill({ status: 404, body: 'not found', contentType: 'text/plain' }),
      'is cut short': async (route) => {
        const name = new URL(route.request().url()).pathname.slice(1)
        const whole = readFileSync(join(DIST, name))
        await route.fulfill({ response: await route.fetch(), body: whole.subarray(0, whole.length / 2) })
      },
      'cannot be reached': (route) => route.abort(),
    })) {
      for (const file of [/\/casd-simulator-[^/]*\.wasm/, /\/start-[^/]*\.js/]) {
        const name = /(\w+)-.*\.(\w+)$/.exec(file.source.replaceAll('\\', '')).slice(1).join('.')

        test(`where ${name} ${how}, the page leads to the prices`, async ({ page, heard }) => {
          await page.route(file, refuse)
          await page.goto('./')
          await expect(page.getByText(WORDS[lang].loading)).toBeVisible()
          const way = page.getByText(WORDS[lang].loading).getByRole('link')
          await page.waitForLoadState('networkidle')
          await way.click()
          await expect(page).toHaveURL(lang === 'fr' ? /\/tarifs\.html$/ : /\/prices\.html$/)
          await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
          // The reason is for the console alone, and is there once.
          const reasons = heard.filter((one) => one.startsWith('error: '))
          expect(reasons.length).toBe(file.source.includes('wasm') ? 1 : 0)
          heard.length = 0
        })
      }
    }

    test('without its style sheet, the page can be read and used', async ({ simulator, page, heard }) => {
      const sheet = /\/page-[^/]*\.css/
      await page.route(sheet, (route) => route.fulfill({ status: 404, body: 'not found', contentType: 'text/plain' }))
      await simulator.open()
      await simulator.enterUsers('5')
      await simulator.seeTotal(FIVE[lang])
      // Its address is in the list of what was refused, and in what Chromium says of its type.
      forgive(heard, sheet)
    })

    // What loads on demand

    for (const [what, part, goTo, seeIt] of [
      ['the plan', /\/plan-[^/]*\.wasm/, (simulator) => simulator.sheet.getByRole('button', { name: simulator.words.plan.plan, exact: true }).click(), (simulator) => new Plan(simulator).seeView()],
      ['the check of numbers', /\/annexe-[^/]*\.wasm/, (simulator) => new Annexe(simulator).button('check').click(), (simulator) => new Annexe(simulator).seeView('check')],
    ]) {
      test(`where ${what} is not there, the page says so, keeps what was typed, and goes there once it is`, async ({ simulator, page, heard }) => {
        await simulator.open()
        await simulator.enterUsers('5')
        await simulator.seeTotal(FIVE[lang])
        const before = await simulator.everything()
        await page.route(part, (route) => route.fulfill({ status: 404, body: 'not found', contentType: 'text/plain' }))
        await goTo(simulator)
        await expect(simulator.notLoaded).toBeVisible()
        expect(await simulator.everything()).toEqual(before)
        await expect(page).not.toHaveURL(/view=/)

        await page.unroute(part)
        await goTo(simulator)
        await seeIt(simulator)
        await page.goBack()
        await expect(simulator.notLoaded).toHaveCount(0)
        expect(await simulator.everything()).toEqual(before)
        forgive(heard, part)
      })
    }
  })
}

// From one view to another

test('where the module of another view is not there, the view that leads to it stays, and the page says so', async ({ simulator, annexe, page, heard }) => {
  const part = /\/workbench-[^/]*\.wasm/
  await annexe.openAt('check')
  await page.route(part, (route) => route.fulfill({ status: 404, body: 'not found', contentType: 'text/plain' }))
  const lead = page.getByRole('button', { name: simulator.words.workbench.lead, exact: true })
  await lead.click()
  await expect(simulator.notLoaded).toBeVisible()
  await annexe.seeView('check')
  await page.unroute(part)
  await lead.click()
  await new Workbench(simulator).seeOpen()
  await expect(simulator.notLoaded).toHaveCount(0)
  forgive(heard, part)
})

test('the way back to the simulator needs nothing that is not there already', async ({ simulator, page }) => {
  await simulator.open()
  const plan = new Plan(simulator)
  await plan.goTo()
  const asked = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await plan.goBack()
  // The browser itself asks for the icon again where the title is another.
  expect(asked.filter((path) => !path.endsWith('.svg'))).toEqual([])
})

test('once the workbench was open, every other view comes and goes while CASD’s price list cannot be had', async ({ simulator, annexe, page }) => {
  const workbench = new Workbench(simulator)
  await workbench.openAt()
  await page.route('**/price-list.json', (route) => route.fulfill({ status: 500, body: 'no' }))
  await annexe.button('back', workbench.view).click()
  await annexe.seeSimulator()
  await annexe.goTo('check')
  await simulator.switchLanguage()
  await annexe.seeView('check')
  await expect(simulator.notLoaded).toHaveCount(0)
  await page.goBack()
  await annexe.seeSimulator()
  await page.goBack()
  await workbench.seeOpen()
})

// Midnight

test('on a page that was open overnight, what is changed is priced and dated by the day it is', async ({ simulator, page }) => {
  await page.route('**/price-list.json', (route) => route.fulfill({ json: bookOf2027() }))
  await page.clock.setSystemTime(new Date('2026-12-31T12:00:00+01:00'))
  await simulator.open()
  await simulator.seeTotal('3 276,00 €')
  await page.clock.setSystemTime(new Date('2027-01-04T12:00:00+01:00'))
  await simulator.enterUsers('2')
  // 12 × 240 + 12 × 37 + 12 × 35
  await simulator.seeTotal('3 744,00 €')
  const number = await simulator.seeNumber()
  await simulator.openNumber(number)
  await simulator.seeSaid(new RegExp(`^Simulation ${number} du 4 janvier 2027, rouverte avec sa grille`))
})

// Two windows

test('two windows that keep what they hold in the same moment keep both, again and again', async ({ simulator, annexe, context }) => {
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
    await Promise.all([simulator, other].map((one) => new Annexe(one).button('keep').click()))
    await expect.poll(async () => Object.keys(await annexe.stored()).length).toBe(kept.length)
  }
  const numbers = Object.values(await annexe.stored()).map((text) => JSON.parse(text).number)
  expect(numbers.sort()).toEqual(kept.sort())
})

// Back and forward

// Nothing of a view was asked for since the reload.
test('back after a reload leads into the view that the address names, and forward out of it', async ({ simulator, annexe, page }) => {
  await simulator.open()
  await annexe.goTo('check')
  await annexe.goBackToSimulator()
  await simulator.enterUsers('5')
  await page.reload()
  await simulator.seeTotal(FIVE.fr)
  await page.goBack()
  await annexe.seeView('check')
  await page.goForward()
  await annexe.seeSimulator()
  await simulator.seeTotal(FIVE.fr)
})

test('back and forward lead through numbers, views and languages as they were', async ({ simulator, annexe, page }) => {
  await simulator.open()
  await simulator.enterUsers('5')
  const five = await simulator.seeNumber()
  await simulator.turnAway()
  await annexe.goTo('check')
  await simulator.switchLanguage()
  await annexe.seeView('check')
  await annexe.goBackToSimulator()
  await simulator.enterUsers('abc')
  await simulator.turnAway()
  await page.goto(`${new URL(page.url()).pathname}?lang=fr${link(five).slice(2)}`)
  simulator.lang = 'fr'
  await simulator.seeTotal(FIVE.fr)

  // Back to the form with a wrong entry, which was left in English.
  await page.goBack()
  simulator.lang = 'en'
  await expect(simulator.field('users')).toHaveValue('abc')
  await simulator.seeProblem('users', simulator.words.faults.misread)
  await page.goBack()
  await annexe.seeView('check')
  await page.goBack()
  // The first page was in French when it was left; the language that was chosen since then stays.
  await expect(simulator.sheet).toBeVisible()
  await expect(simulator.number).toHaveText(five)
  const lang = await page.evaluate(() => document.documentElement.lang)
  await expect(simulator.total).toHaveText(FIVE[lang])

  for (const see of [() => annexe.seeView('check'), () => expect(simulator.field('users')).toHaveValue('abc')]) {
    await page.goForward()
    await see()
  }
  await page.goForward()
  simulator.lang = 'fr'
  await simulator.seeTotal(FIVE.fr)
  await expect(simulator.number).toHaveText(five)
})
