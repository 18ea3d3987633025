// CASD's own price list beside the page: price-list.json, read at run time.

import { plain, readMessage, readPdf } from './reading.js'
import { expect, test } from './fixtures.js'
import { spaced } from './simulator.js'
import { bookOf2027, publishedList, serve } from './workbench.js'

/** A year of the smallest project: under the list of 2020, and under that of 2027. */
const TOTAL = {
  2020: { fr: '3 276,00 €', en: '€3,276.00' },
  2027: { fr: '3 300,00 €', en: '€3,300.00' },
}
const TITLE = {
  2020: { fr: 'Projets standard et cohortes, août 2020', en: 'Standard and cohort projects, August 2020' },
  2027: { fr: 'Projets standard et cohortes, 2027', en: 'Standard and cohort projects, 2027' },
}
/** What is said on the new list's days of a simulation under the old one. */
const UNDER_2027 = {
  fr: ['3 300,00 € (+\u206024,00 €, +0,7 %)', [['Abonnement, dont 1 accès utilisateur et la Configuration 1', '2 856,00 €', '2 880,00 €']]],
  en: ['€3,300.00 (+\u2060€24.00, +0.7%)', [['Subscription, including 1 user access and Configuration 1', '€2,856.00', '€2,880.00']]],
}

const noonOf = (day) => new Date(`${day}T12:00:00+01:00`)

/** Opens the page on a day. */
async function visit(simulator, day, path = './') {
  await simulator.page.clock.setSystemTime(noonOf(day))
  await simulator.open(path)
}

/** What stands above the page. */
const standing = (simulator) => simulator.page.getByRole('alert').and(simulator.page.locator('#standing'))

/** Which list the estimate names. */
async function seeList(simulator, year) {
  await simulator.seeSaid(TITLE[year][simulator.lang])
  await expect(simulator.sheet).not.toContainText(TITLE[year === 2020 ? 2027 : 2020][simulator.lang])
}

for (const locale of ['fr-FR', 'en-GB']) {
  test.describe(`in ${locale}`, () => {
    test.use({ locale })

    test('without lists of CASD’s own, nothing else is asked for, and nothing is said', async ({ simulator, page }) => {
      const asked = []
      page.on('request', (request) => asked.push(new URL(request.url()).pathname))
      await simulator.open()
      await simulator.seeTotal(TOTAL[2020][simulator.lang])
      await page.waitForLoadState('networkidle')
      expect(asked.filter((path) => /\/(asked|prices|annexe|workbench)/.test(path))).toEqual([])
      expect(asked.filter((path) => path.endsWith('/price-list.json'))).toHaveLength(1)
      await expect(page.locator('#standing')).toBeHidden()
      await expect(page.locator('#standing')).toHaveText('')
    })

    test('a list from next 1 January is in force from then on, and the one before it until then', async ({ simulator, page }) => {
      const { lang } = simulator
      await serve(page, bookOf2027())
      for (const [day, year] of [['2026-11-21', 2020], ['2026-12-31', 2020], ['2027-01-01', 2027], ['2027-07-14', 2027]]) {
        await visit(simulator, day)
        await simulator.seeTotal(TOTAL[year][lang])
        await seeList(simulator, year)
        await expect(page.locator('#standing')).toHaveText('')
      }
    })

    test('yesterday’s number opens at yesterday’s price, and says what it costs today', async ({ simulator, annexe, someoneElse }) => {
      const { lang } = simulator
      await visit(simulator, '2026-12-31')
      const number = await simulator.seeNumber()
      const link = `./?lang=${lang}#${number.replaceAll('-', '')}`

      // The next day CASD's list is there.
      const other = await someoneElse()
      await serve(other.page, bookOf2027())
      await visit(other, '2027-01-01', link)
      await other.seeTotal(TOTAL[2020][lang])
      await expect(other.number).toHaveText(number)
      await other.seeToday(...UNDER_2027[lang])
      // So it does where the number is typed, and among those that are checked.
      await visit(other, '2027-01-01', `./?lang=${lang}`)
      await other.seeTotal(TOTAL[2027][lang])
      await other.openNumber(number)
      await other.seeTotal(TOTAL[2020][lang])
      await other.seeToday(...UNDER_2027[lang])
      await other.button('redo').click()
      await other.seeTotal(TOTAL[2027][lang])

      await serve(simulator.page, bookOf2027())
      await simulator.page.clock.setSystemTime(noonOf('2027-01-01'))
      await annexe.openAt('check', `&lang=${lang}`)
      await annexe.check(number)
      await annexe.seeSound(number)
      await annexe.seeTotal(TOTAL[2020][lang])
      await simulator.seeToday(...UNDER_2027[lang], annexe.result)
    })

    test('a number of CASD’s own list is known wherever that list is, and nowhere else', async ({ simulator, someoneElse }) => {
      const { lang } = simulator
      await serve(simulator.page, bookOf2027())
      await visit(simulator, '2027-01-02')
      await simulator.enterUsers('2')
      const issued = await simulator.everything()

      const same = await someoneElse()
      await serve(same.page, bookOf2027())
      await visit(same, '2027-02-01', `./?lang=${lang}#${issued.number.replaceAll('-', '')}`)
      expect(await same.everything()).toEqual(issued)

      const stranger = await someoneElse()
      await visit(stranger, '2027-02-01', `./?lang=${lang}`)
      await stranger.openNumber(issued.number)
      await expect(stranger.refusal).toContainText(lang === 'fr' ? 'la grille tarifaire n°\u00a04, que cette page ne connaît pas' : 'price list no. 4, which this page does not have')

      // CASD may not change a list that was used: its number says so rather than cost something else.
      const changed = await someoneElse()
      await serve(changed.page, bookOf2027((list) => (list.charges[0].price.unit = '36.00')))
      await visit(changed, '2027-02-01', `./?lang=${lang}`)
      await changed.openNumber(issued.number)
      await expect(changed.refusal).toContainText(lang === 'fr' ? 'Le contenu de la grille tarifaire n°\u00a04 a changé' : 'The content of price list no. 4 has changed')
    })

    test('a list that is archived is not used for new simulations, and its numbers open', async ({ simulator, page }) => {
      const { lang } = simulator
      await serve(page, bookOf2027())
      await visit(simulator, '2027-01-02')
      const number = await simulator.seeNumber()
      await serve(page, bookOf2027((list) => (list.archived = true)))
      await visit(simulator, '2027-01-03')
      await simulator.seeTotal(TOTAL[2020][lang])
      await simulator.openNumber(number)
      await simulator.seeTotal(TOTAL[2027][lang])
      await expect(simulator.number).toHaveText(number)
    })

    test('what leaves the page uses the same list as the page', async ({ simulator, annexe, page }) => {
      const { lang } = simulator
      const total = TOTAL[2027][lang]
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

      // And what comes back.
      await simulator.enterUsers('5')
      await simulator.chooseFile(json)
      await simulator.seeImported(simulator.words.files.opened)
      await simulator.seeTotal(total)
      await expect(simulator.number).toHaveText(number)

      await annexe.goTo('check')
      await annexe.check(number)
      await annexe.seeSound(number)
      await annexe.seeFacts({ list: new RegExp(TITLE[2027][lang]) })
      await annexe.seeTotal(total)
      await annexe.goBackToSimulator()
      await annexe.keep()
      await annexe.goTo('kept')
      await expect(annexe.items).toHaveCount(1)
      await expect(annexe.items).toContainText(spaced(total))
    })

    test('a slow server is waited for, and the page says meanwhile that it loads', async ({ simulator, page }) => {
      const { lang } = simulator
      await page.clock.setSystemTime(noonOf('2027-01-02'))
      await serve(page, async (route) => {
        await new Promise((resolve) => setTimeout(resolve, 5_000))
        await route.fulfill({ json: bookOf2027() })
      })
      await page.goto('./')
      await expect(page.getByText(simulator.words.loading).first()).toBeVisible()
      await expect(simulator.sheet).toBeVisible({ timeout: 10_000 })
      await simulator.seeTotal(TOTAL[2027][lang])
      await expect(page.locator('#standing')).toHaveText('')
    })

    test('a server that never answers is waited for ten seconds, and no longer', async ({ simulator, page, heard }) => {
      const { lang, words } = simulator
      await page.clock.setSystemTime(noonOf('2027-01-02'))
      await serve(page, () => {})
      await page.goto('./')
      await expect(simulator.sheet).toBeVisible({ timeout: 15_000 })
      await simulator.seeTotal(TOTAL[2020][lang])
      await expect(standing(simulator)).toHaveText(pattern(words.standing.wrong(WHY), /.*timed out.*/))
      expect(heard.filter((one) => !/^failed: .*\/price-list\.json net::ERR_ABORTED$/.test(one))).toEqual([])
      heard.length = 0
    })

    for (const [what, { answer, why, heard: made = [] }] of Object.entries(BROKEN())) {
      test(`where the list is ${what}, the page works on the published lists and says so`, async ({ simulator, page, heard }) => {
        const { lang, words } = simulator
        await serve(page, answer)
        await visit(simulator, '2027-01-02')
        await simulator.seeTotal(TOTAL[2020][lang])
        await seeList(simulator, 2020)

        const said = standing(simulator)
        await expect(said).toBeVisible()
        await expect(said).toHaveText(pattern(words.standing.wrong(WHY), why))
        const [{ y }, form] = [await said.boundingBox(), await simulator.form.boundingBox()]
        expect(y, 'above the form').toBeLessThan(form.y)

        // What was said is said again in the other language.
        await simulator.switchLanguage()
        await expect(said).toHaveText(pattern(simulator.words.standing.wrong(WHY), why))
        await expect(said).not.toContainText(words.standing.wrong('').slice(0, 40))
        await simulator.seeTotal(TOTAL[2020][simulator.lang])
        await simulator.switchLanguage()

        // The simulator is the simulator.
        await simulator.enterUsers('2')
        await simulator.seeTotal({ fr: '3 720,00 €', en: '€3,720.00' }[lang])
        const number = await simulator.seeNumber()
        const json = JSON.parse((await simulator.save('json')).bytes.toString())
        expect(json).toMatchObject({ number, total: '3720.00' })
        const there = heard.map((one) => one.replace(/http:\/\/[^/]+\//, '/'))
        expect(there).toEqual(made)
        heard.length = 0
      })
    }
  })
}

/** Stands for what is said to the webmaster. */
const WHY = 'WHY'

function pattern(sentence, why) {
  const [before, after] = sentence.split(WHY)
  return new RegExp(`^\\s*${spaced(before).source}${why.source}${spaced(after).source}\\s*$`)
}

/** Everything that a webmaster can get wrong: what is served, and what is said of it. */
function BROKEN() {
  const text = (body, contentType = 'application/json') => (route) => route.fulfill({ body, contentType })
  const status = (status) => (route) => route.fulfill({ status, body: 'no', contentType: 'text/plain' })
  const wrongAt = (change) => bookOf2027(change)
  return {
    'cut short': {
      answer: text(JSON.stringify(bookOf2027(), null, 2).slice(0, 2_000)),
      why: /lists\[0\].* at line \d+ column \d+/,
    },
    'no JSON': { answer: text('{ "lists": [,] }'), why: /lists\[0\]: expected value at line 1 column 13/ },
    'a page of HTML': {
      answer: text('<!doctype html><title>Accueil</title>', 'text/html'),
      why: /.*expected value at line 1 column 1/,
    },
    empty: { answer: text(''), why: /.*EOF while parsing a value at line 1 column 0/ },
    'wrong in a price': {
      answer: wrongAt((list) => (list.charges[1].price.unit = '240')),
      why: /lists\[0\]\.charges\[1\]\.price.*expected an amount.* at line \d+ column \d+/,
    },
    'wrong in a field’s name': {
      answer: wrongAt((list) => (list.charges[1].prise = {})),
      why: /lists\[0\]\.charges\[1\].*unknown field `prise`, expected .*/,
    },
    'without a translation': {
      answer: wrongAt((list) => (list.charges[1].label.en = ' ')),
      why: /lists\[0\]\.charges\[1\]\.label: .*/,
    },
    'one that came with the simulator, altered': {
      answer: { lists: [JSON.parse(publishedList('casd-2020').replace('"238.00"', '"240.00"'))] },
      why: /lists\[0\]\.charges: .*/,
    },
    'one with a serial that another has': {
      answer: wrongAt((list) => (list.serial = 2)),
      why: /lists\[0\]\.serial: .*/,
    },
    'a list instead of a book': {
      answer: bookOf2027().lists[0],
      why: /.*unknown field `id`, expected .*/,
    },
    'too large': {
      answer: text(JSON.stringify(bookOf2027()) + ' '.repeat(1 << 20)),
      why: /the file has 10\d{5} bytes; at most 1048576 are read/,
    },
    'not there': {
      answer: status(404),
      why: /404 Not Found/,
      heard: [
        'status 404: /price-list.json',
        'console error: Failed to load resource: the server responded with a status of 404 (Not Found)',
      ],
    },
    'refused by the server': {
      answer: status(500),
      why: /500 Internal Server Error/,
      heard: [
        'status 500: /price-list.json',
        'console error: Failed to load resource: the server responded with a status of 500 (Internal Server Error)',
      ],
    },
    'out of reach': {
      answer: (route) => route.abort(),
      why: /Failed to fetch/,
      heard: ['failed: /price-list.json net::ERR_FAILED', 'console error: Failed to load resource: net::ERR_FAILED'],
    },
  }
}

test('what is wrong with the list does not widen the page, however long it is', async ({ simulator, page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await serve(page, bookOf2027((list) => (list.charges[1]['x'.repeat(300)] = 1)))
  await simulator.open()
  await expect(standing(simulator)).toContainText('xxxxxx')
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
})
