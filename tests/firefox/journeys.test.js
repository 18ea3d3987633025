// The main journeys in Debian's Firefox, in both languages. tests/browser goes through the same in Chromium,
// and through much more.

import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, afterEach, before, describe, test } from 'node:test'
import { Key } from 'selenium-webdriver'
import { readMessage, readPdf, readTable } from '../browser/reading.js'
import { Site } from '../browser/site.js'
import { Firefox } from './firefox.js'
import { Visitor, eventually, plain } from './visitor.js'

const TOTALS = {
  fr: { first: '3 276,00 €', five: '5 052,00 €', standard2018: '2 723,00 €', cohorts2020: '4 740,00 €', pmsi: '2 454,00 €' },
  en: { first: '€3,276.00', five: '€5,052.00', standard2018: '€2,723.00', cohorts2020: '€4,740.00', pmsi: '€2,454.00' },
}

for (const lang of ['fr', 'en']) {
  describe(`in Firefox, in ${lang}`, () => {
    const totals = TOTALS[lang]
    let site, browser, visitor

    before(async () => {
      site = await Site.open()
      browser = await Firefox.start(lang)
      browser.origins.push(new URL(site.origin).origin)
    })
    after(async () => {
      await browser?.quit()
      await site.close()
    })
    // Each journey is a visitor's who was never here.
    before(() => (visitor = new Visitor(browser, site.origin, lang)))
    afterEach(async () => {
      visitor.lang = lang
      await visitor.forget()
      // The browser asks for the icon late, and says so where it left the page before it had it.
      const isCutOff = (heard) => /^javascript error: Failed to load ‘[^’]*\/icon-[^’]*’\. A ServiceWorker intercepted the request/.test(heard)
      assert.deepEqual(browser.heard.splice(0).filter((heard) => !isCutOff(heard)), [])
    })

    test('a first visit gives a quote and its number', async () => {
      await visitor.open()
      await visitor.seeTotal(totals.first)
      await visitor.seeNumber()
      assert.equal(await browser.driver.executeScript(() => document.documentElement.lang), lang)
    })

    test('the published examples have the totals that CASD published', async () => {
      const { words } = visitor
      await visitor.open()
      for (const [example, called] of Object.entries(words.examples)) {
        await visitor.press(called)
        await visitor.seeTotal(totals[example])
        await visitor.see(words.equal)
        await visitor.press(words.again)
      }
    })

    test('wrong entries are explained, and kept', async () => {
      const { words } = visitor
      await visitor.open()
      await visitor.enter(words.fields.users, 'abc')
      await visitor.seeProblem(words.fields.users, words.faults.misread)
      await visitor.enter(words.fields.months, '6')
      await visitor.seeProblem(words.fields.months, words.faults.underMinimum)
      await visitor.seeNoEstimate()
      const { users, months } = await visitor.entries()
      assert.deepEqual({ users, months }, { users: 'abc', months: '6' })
      await visitor.enter(words.fields.users, '5')
      await visitor.enter(words.fields.months, '12')
      await visitor.seeTotal(totals.five)
    })

    test('a number that is typed reopens the same simulation, and so does its link', async () => {
      const { words } = visitor
      await visitor.open()
      await visitor.enter(words.fields.users, '5')
      await visitor.choose(words.options.exports)
      await visitor.press(words.addBox)
      const issued = await visitor.everything()

      await visitor.open(`?lang=${lang}`)
      await visitor.seeTotal(totals.first)
      await visitor.enter(words.openLabel, issued.number.toLowerCase().replaceAll('-', ' '))
      await visitor.press(words.openButton)
      await eventually('the number', async () => (await visitor.seeNumber()) === issued.number)
      assert.deepEqual(await visitor.everything(), issued)

      await browser.driver.get('about:blank')
      await visitor.open(`?lang=${lang}#${issued.number.replaceAll('-', '')}`)
      await eventually('the number', async () => (await visitor.seeNumber()) === issued.number)
      assert.deepEqual(await visitor.everything(), issued)
    })

    test('another language has the same simulation, and what was typed', async () => {
      await visitor.open()
      await visitor.enter(visitor.words.fields.users, '5')
      const number = await visitor.seeNumber()
      const before = await visitor.entries()
      await visitor.switchLanguage()
      await visitor.seeTotal(TOTALS[visitor.lang].five)
      assert.equal(await visitor.seeNumber(), number)
      assert.deepEqual(await visitor.entries(), before)
    })

    test('a reload, back and forward keep what was typed', async () => {
      const { words } = visitor
      await visitor.open()
      await visitor.enter(words.fields.users, 'abc')
      await visitor.press(words.addBox)
      const before = await visitor.entries()
      const seeTheSame = () => eventually('what was typed', async () => assert.deepEqual(await visitor.entries(), before))
      await visitor.reload()
      await seeTheSame()
      await visitor.press(words.views.check)
      await visitor.find('h2', words.views.check)
      await browser.driver.navigate().back()
      await visitor.find('h2', words.form)
      await seeTheSame()
      await browser.driver.get(`${site.origin}prices.html`)
      await browser.driver.navigate().back()
      await seeTheSame()
    })

    test('documents arrive whole, and a JSON file opens again', async () => {
      const { words } = visitor
      await visitor.open()
      await visitor.enter(words.fields.users, '5')
      const number = await visitor.seeNumber()

      const pdf = await visitor.save(words.pdf)
      const read = readPdf(pdf.bytes)
      assert.ok(read.text.includes(number), read.text)
      assert.ok(read.text.includes(plain(totals.five)), read.text)
      assert.match(pdf.bytes.toString('latin1'), /%%EOF\s*$/)

      const csv = (await visitor.save(words.csv)).bytes.toString()
      const rows = readTable(csv.replace(/^\ufeff/, ''), lang === 'fr' ? ';' : ',')
      assert.ok(rows.flat().includes(number), csv)

      const draft = readMessage((await visitor.save(words.eml)).bytes)
      assert.ok(draft.end)
      const [attached] = draft.parts.filter(({ type }) => type === 'application/pdf')
      assert.ok(readPdf(attached.bytes).text.includes(number))

      const json = await visitor.save(words.json)
      const { number: filed, total } = JSON.parse(json.bytes)
      assert.deepEqual({ filed, total }, { filed: number, total: '5052.00' })
      await visitor.enter(words.fields.users, '1')
      await visitor.seeTotal(totals.first)
      // The folder of downloads is emptied before the next.
      const file = join(browser.folder, 'again.json')
      writeFileSync(file, json.bytes)
      await (await visitor.field(words.openFile)).sendKeys(file)
      await visitor.see(words.files.opened)
      await visitor.seeTotal(totals.five)
    })

    test('the estimate leads to the plan and to variants side by side', async () => {
      const { words } = visitor
      await visitor.open()
      await visitor.press(words.plan.plan)
      await visitor.find('h2', words.plan.plan)
      await visitor.see(words.plan.payers)
      await visitor.see(words.plan.onePayer)
      await visitor.see(words.plan.papers.contract)
      await visitor.press(words.plan.back)
      await visitor.press(words.plan.compare)
      await visitor.press(words.comparison.duplicate)
      await visitor.find('h3', words.comparison.variant(2))
      await visitor.enterLast(words.fields.users, '5')
      await visitor.see(totals.five)
      await visitor.press(words.plan.back)
      await visitor.seeTotal(totals.first)
    })

    test('a simulation that is kept is there after a reload, and its number checks out', async () => {
      const { words } = visitor
      await visitor.open()
      await visitor.enter(words.fields.users, '5')
      const number = await visitor.seeNumber()
      await visitor.press(words.views.keep)
      await visitor.see(words.views.keptNow)
      await visitor.reload()
      await visitor.press(words.views.kept)
      await visitor.see(number)
      await visitor.press(words.views.back)
      await visitor.press(words.views.check)
      await visitor.enter(words.views.checkLabel, number)
      await visitor.press(words.views.checkButton)
      await visitor.see(new RegExp(words.views.sound.source.slice(1)))
      await visitor.see(totals.five)
    })

    test('a simulation can be described, from the offer to the number, without a mouse', async () => {
      const { words } = visitor
      await visitor.open()
      await visitor.tabTo('offer-standard')
      await visitor.type(Key.ARROW_DOWN)
      assert.equal((await visitor.entries())['offer-cohorts'], true)
      await visitor.tabTo('months')
      await visitor.typeOver('24')
      await visitor.tabTo('users')
      await visitor.typeOver('3')
      await visitor.tabTo('box-0')
      await visitor.tabTo(words.addBox)
      await visitor.type(Key.ENTER)
      await eventually('the new box has the focus', async () => (await visitor.focused()).id === 'box-1')
      await visitor.typeOver('6')
      await visitor.tabTo('option-automatic-exports')
      await visitor.type(Key.SPACE)
      await visitor.seeTotal(lang === 'fr' ? '11 298,00 €' : '€11,298.00')
      await visitor.tabTo(words.copyNumber)
      await visitor.type(Key.ENTER)
      await visitor.see(words.copied.number)
    })

    test('the workbench opens, and makes a list that is sound', async () => {
      const { words } = visitor
      await visitor.open(`?lang=${lang}`)
      await browser.driver.get(`${site.origin}?lang=${lang}&view=prices`)
      await visitor.find('h2', words.workbench.title)
      await (await visitor.field(words.workbench.firstDay)).sendKeys('2040-01-01')
      await visitor.press(words.workbench.makeList)
      await visitor.see(new RegExp(words.workbench.listMade.source.slice(1)))
      await visitor.see(words.workbench.sound)
    })

    test('after a first visit the page works without a network', async () => {
      await visitor.open()
      await browser.driver.executeAsyncScript(async (done) => {
        await navigator.serviceWorker.ready
        if (!navigator.serviceWorker.controller) {
          await new Promise((resolve) => navigator.serviceWorker.addEventListener('controllerchange', resolve))
        }
        done()
      })
      await site.stop()
      try {
        await visitor.reload()
        await visitor.enter(visitor.words.fields.users, '5')
        await visitor.seeTotal(totals.five)
        await visitor.seeNumber()
      } finally {
        await site.start()
      }
      // Firefox writes down what it could not reach.
      browser.heard = browser.heard.filter((one) => !one.includes('NS_ERROR_CONNECTION_REFUSED'))
    })
  })
}
