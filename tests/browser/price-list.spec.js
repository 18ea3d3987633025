// CASD's own price list next to the page: price-list.json, read at run time. What can be wrong in the file is
// in crates/tariff/tests/tariff/overlay.rs; here is what becomes of it in the page.

import { expect, test } from './fixtures.js'
import { plain, readMessage, readPdf } from './reading.js'
import { spaced } from './simulator.js'
import { bookOf2027, dearerIn2027, serve } from './workbench.js'

/** A year of the smallest project, in euros: under the list of 2020, and under that of 2027. */
const TOTAL = { 2020: 3_276, 2027: 3_300 }
const TITLE = {
  2020: { fr: 'Projets standard et cohortes, août 2020', en: 'Standard and cohort projects, August 2020' },
  2027: { fr: 'Projets standard et cohortes, 2027', en: 'Standard and cohort projects, 2027' },
}

/** Opens the page on a day. */
async function visit(simulator, day, path = './') {
  await simulator.page.clock.setSystemTime(new Date(`${day}T12:00:00+01:00`))
  await simulator.open(path)
}

const banner = (simulator) => simulator.page.locator('#standing')

/** Which list the estimate uses, and its total. */
async function seeList(simulator, year) {
  await simulator.seeTotal(TOTAL[year])
  await simulator.seeSaid(TITLE[year][simulator.lang])
  await expect(simulator.sheet).not.toContainText(TITLE[year === 2020 ? 2027 : 2020][simulator.lang])
}

/** The banner shows that the list could not be read, with this reason for the webmaster. */
async function seeWrong(simulator, why) {
  const [before, after] = simulator.words.standing.wrong('WHY').split('WHY')
  const whole = new RegExp(`^\\s*${spaced(before).source}${why.source}${spaced(after).source}\\s*$`)
  await expect(banner(simulator).and(simulator.page.getByRole('alert'))).toHaveText(whole)
}

/** Takes what was heard of the price list that the server did not give. */
function expectHeard(heard, expected) {
  expect(heard.splice(0).map((one) => one.replace(/http:\/\/[^/]+\//, '/'))).toEqual(expected)
}

test('a list from 1 January is in force from that day, and a number of the day before keeps its price', async ({ simulator, views, someoneElse, page }) => {
  const { lang } = simulator
  const yesterday = await test.step('without a list nothing else is loaded, and the banner is empty', async () => {
    const asked = []
    page.on('request', (request) => asked.push(new URL(request.url()).pathname))
    await visit(simulator, '2026-12-31')
    await seeList(simulator, 2020)
    await page.waitForLoadState('networkidle')
    expect(asked.filter((path) => /\/(split|chunk)_/.test(path))).toEqual([])
    expect(asked.filter((path) => path.endsWith('/price-list.json'))).toHaveLength(1)
    await expect(banner(simulator)).toBeHidden()
    return simulator.seeNumber()
  })

  await test.step('the list is there, and not in force yet', async () => {
    await serve(page, bookOf2027())
    await visit(simulator, '2026-12-31')
    await seeList(simulator, 2020)
    await expect(simulator.number).toHaveText(yesterday)
    await expect(banner(simulator)).toHaveText('')
  })

  await test.step('on its first day it is', async () => {
    await visit(simulator, '2027-01-01')
    await seeList(simulator, 2027)
    await expect(banner(simulator)).toHaveText('')
  })

  await test.step('the number that is typed has its own price, and what it costs today', async () => {
    await simulator.openNumber(yesterday)
    await seeList(simulator, 2020)
    await expect(simulator.number).toHaveText(yesterday)
    await simulator.seeToday(...dearerIn2027(simulator))
    await simulator.button('redo').click()
    await seeList(simulator, 2027)
  })

  await test.step('so has the link, for someone else', async () => {
    const other = await someoneElse()
    await serve(other.page, bookOf2027())
    await visit(other, '2027-07-14', `./?lang=${lang}#${yesterday.replaceAll('-', '')}`)
    await seeList(other, 2020)
    await other.seeToday(...dearerIn2027(other))
  })

  await test.step('so has the number that is checked', async () => {
    await views.openAt('check', `&lang=${lang}`)
    await views.check(yesterday)
    await views.seeSound(yesterday)
    await views.seeTotal(simulator.euros(TOTAL[2020]))
    await simulator.seeToday(...dearerIn2027(simulator), views.result)
  })
})

test('what leaves the page, and what comes back, uses the same list as the page', async ({ simulator, views, page }) => {
  const { lang } = simulator
  const total = simulator.euros(TOTAL[2027])
  await serve(page, bookOf2027())
  await visit(simulator, '2027-01-02')
  await simulator.seeTotal(total)
  const number = await simulator.seeNumber()

  const { body } = await simulator.message()
  expect(plain(body)).toContain(total)
  expect(body).toContain(number)

  const pdf = readPdf((await simulator.save('pdf')).bytes)
  expect(pdf.text).toContain(plain(total))
  expect(pdf.text).toContain(number)
  expect(pdf.text).toContain(TITLE[2027][lang])
  const attached = JSON.parse(Object.values(pdf.attachments)[0])
  expect(attached.total).toBe('3300.00')

  const message = readMessage((await simulator.save('eml')).bytes)
  expect(plain(message.parts[0].bytes.toString())).toContain(total)
  const csv = (await simulator.save('csv')).bytes.toString()
  expect(csv).toContain(number)
  expect(csv).toContain(lang === 'fr' ? '2880,00' : '2880.00')
  const json = (await simulator.save('json')).bytes.toString()
  expect(JSON.parse(json)).toMatchObject({ number, total: '3300.00' })

  await simulator.enterUsers('5')
  await simulator.chooseFile(json)
  await simulator.seeImported(simulator.words.files.opened)
  await simulator.seeTotal(total)
  await expect(simulator.number).toHaveText(number)

  await views.goTo('check')
  await views.check(number)
  await views.seeSound(number)
  await views.seeFacts({ list: new RegExp(TITLE[2027][lang]) })
  await views.seeTotal(total)
  await views.goBackToSimulator()
  await views.keep()
  await views.goTo('kept')
  await expect(views.items).toHaveCount(1)
  await expect(views.items).toContainText(spaced(total))
})

test('a list with a mistake is not used: the banner has the reason, and the page works on the published lists', async ({ simulator, page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  // A reason may be one long word: it does not widen the page.
  const name = 'x'.repeat(300)
  await serve(page, bookOf2027((list) => (list.charges[1][name] = 1)))
  await visit(simulator, '2027-01-02')
  await seeList(simulator, 2020)
  const why = new RegExp(`lists\\[0\\]\\.charges\\[1\\].*unknown field \`${name}\`, expected .*`)
  await seeWrong(simulator, why)
  const [{ y }, form] = [await banner(simulator).boundingBox(), await simulator.form.boundingBox()]
  expect(y, 'above the form').toBeLessThan(form.y)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)

  // The banner follows the language.
  const before = simulator.words.standing.wrong('').slice(0, 40)
  await simulator.switchLanguage()
  await seeWrong(simulator, why)
  await expect(banner(simulator)).not.toContainText(before)

  // The simulator works as ever.
  await simulator.enterUsers('2')
  await simulator.seeTotal(3_720)
  const number = await simulator.seeNumber()
  const json = JSON.parse((await simulator.save('json')).bytes.toString())
  expect(json).toMatchObject({ number, total: '3720.00' })
})

test('a list that the server does not give is a banner with the reason, too', async ({ simulator, page, heard }) => {
  const status = (status) => (route) => route.fulfill({ status, body: 'no', contentType: 'text/plain' })
  const failedToLoad = (why) => `console error: Failed to load resource: ${why}`
  for (const [answer, why, expected] of [
    [status(404), /404 Not Found/, ['status 404: /price-list.json', failedToLoad('the server responded with a status of 404 (Not Found)')]],
    [status(500), /500 Internal Server Error/, ['status 500: /price-list.json', failedToLoad('the server responded with a status of 500 (Internal Server Error)')]],
    [(route) => route.abort(), /Failed to fetch/, ['failed: /price-list.json net::ERR_FAILED', failedToLoad('net::ERR_FAILED')]],
  ]) {
    await test.step(String(why), async () => {
      await serve(page, answer)
      await visit(simulator, '2027-01-02')
      await seeList(simulator, 2020)
      await seeWrong(simulator, why)
      expectHeard(heard, expected)
    })
  }
  await simulator.enterUsers('2')
  await simulator.seeTotal(3_720)
})

test('a slow server is waited for, one that never answers for ten seconds', async ({ simulator, page, heard }) => {
  const { words } = simulator
  await page.clock.setSystemTime(new Date('2027-01-02T12:00:00+01:00'))
  await test.step('the page shows meanwhile that it loads', async () => {
    let answer
    const asked = new Promise((resolve) => { answer = resolve })
    await serve(page, async (route) => {
      await asked
      await route.fulfill({ json: bookOf2027() })
    })
    await page.goto('./')
    await expect(page.getByText(words.loading).first()).toBeVisible()
    await expect(simulator.sheet).toBeHidden()
    answer()
    await seeList(simulator, 2027)
    await expect(banner(simulator)).toHaveText('')
  })

  await test.step('after ten seconds the page is there without the list', async () => {
    // The browser's own time does not stand still for tests: it runs twenty times as fast here.
    await page.addInitScript(() => {
      const { timeout } = AbortSignal
      AbortSignal.timeout = (milliseconds) => {
        window.patience = milliseconds
        return timeout.call(AbortSignal, milliseconds / 20)
      }
    })
    await serve(page, () => {})
    await page.goto('./')
    await seeList(simulator, 2020)
    await seeWrong(simulator, /.*timed out.*/)
    expect(await page.evaluate(() => window.patience)).toBe(10_000)
    expectHeard(heard, ['failed: /price-list.json net::ERR_ABORTED'])
  })
})
