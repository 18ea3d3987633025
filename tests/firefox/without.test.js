// What Firefox shows where the simulator cannot run: the prices, instead of an empty page.

import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { Site } from '../browser/site.js'
import { Firefox } from './firefox.js'
import { eventually, plain } from './visitor.js'

const PRICES = {
  fr: { file: 'tarifs.html', title: 'Tarifs de l’accès sécurisé aux données avec le CASD', month: '238,00 €' },
  en: { file: 'prices.html', title: 'Prices of secure data access with CASD', month: '€238.00' },
}
/** What is missing, how Firefox is told so, and the language of the prices that it then shows. */
const MISSING = [
  { what: 'JavaScript', lang: 'fr', preferences: { 'javascript.enabled': false } },
  { what: 'WebAssembly', lang: 'en', preferences: { 'javascript.options.wasm': false } },
]

for (const { what, lang, preferences } of MISSING) {
  describe(`Firefox without ${what}`, () => {
    let site, browser

    before(async () => {
      site = await Site.open()
      browser = await Firefox.start(lang, preferences)
      browser.origins.push(new URL(site.origin).origin)
    })
    after(async () => {
      await browser?.quit()
      await site.close()
    })

    test(`without ${what}, the simulator leads to its prices`, async () => {
      const { driver } = browser
      const { file, title, month } = PRICES[lang]
      await driver.get(site.origin)
      await eventually(file, async () => (await driver.getCurrentUrl()) === site.origin + file)
      const text = plain(await driver.findElement({ css: 'body' }).getText())
      assert.ok(text.includes(title) && text.includes(month), text)
      // What was still loading when the page was left is given up.
      assert.deepEqual(browser.heard.filter((one) => !/NS_BINDING_ABORTED$/.test(one)), [])
    })
  })
}
