import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { seeNothingWrongIn } from './axe.js'
import { expect, test } from './fixtures.js'
import { spaced } from './simulator.js'
import { DIST } from './site.js'

const FILES = readdirSync(join(DIST, 'price-lists')).filter((file) => file.endsWith('.json'))
const LISTS = FILES.map((file) => JSON.parse(readFileSync(join(DIST, 'price-lists', file), 'utf8')))

const PAGES = {
  fr: {
    file: 'tarifs.html',
    other: 'English',
    title: 'Tarifs de l’accès sécurisé aux données avec le CASD',
    amount: (plain) => `${plain.replace(/\B(?=(\d{3})+\.)/g, ' ').replace('.', ',')} €`,
    onRequest: 'sur demande',
    percent: (plain) => `−${plain} %`,
    prices: 'Prix',
    notBinding: 'Ces prix n’engagent personne.',
    vatNotStated: 'non précisée',
    cores: 'vCPU',
  },
  en: {
    file: 'prices.html',
    other: 'Français',
    title: 'Prices of secure data access with CASD',
    amount: (plain) => `€${plain.replace(/\B(?=(\d{3})+\.)/g, ',')}`,
    onRequest: 'on request',
    percent: (plain) => `−${plain}%`,
    prices: 'Prices',
    notBinding: 'These prices bind nobody.',
    vatNotStated: 'not stated',
    cores: 'vCPUs',
  },
}

/** What the simulator's page was still loading when it was left is given up. */
function forgiveGivenUp(heard) {
  const others = heard.filter((one) => !/\/(price-list\.json|[^/]*\.wasm) net::ERR_ABORTED$/.test(one))
  heard.splice(0, heard.length, ...others)
}

/** The section of a list. */
const sectionOf = (page, list, lang) => page.getByRole('region', { name: list.title[lang], exact: true })

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the simulator leads to its prices', async ({ page, heard }) => {
    await page.goto('./')
    await expect(page).toHaveURL(/\/tarifs\.html$/)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(PAGES.fr.title)
    forgiveGivenUp(heard)
  })

  for (const [lang, words] of Object.entries(PAGES)) {
    test(`every list stands there, with every price, in ${lang}`, async ({ page }) => {
      await page.goto(words.file)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.title)
      await expect(page.locator('html')).toHaveAttribute('lang', lang)
      await expect(page.getByText(words.notBinding)).toBeVisible()
      for (const list of LISTS) {
        const section = sectionOf(page, list, lang)
        const prices = section.getByRole('table', { name: words.prices, exact: true })
        const amounts = []
        for (const charge of list.charges) {
          const row = prices.getByRole('row').filter({ has: page.getByRole('rowheader').filter({ hasText: charge.label[lang] }) })
          const price = charge.price === 'on_request' ? words.onRequest : words.amount(charge.price.unit)
          amounts.push(price)
          await expect(row.getByRole('cell').first(), `${list.id}: ${charge.id}`).toHaveText(new RegExp(`^${spaced(price).source}`))
          const from = charge.provenance?.derived?.[lang] ?? list.sources.find(({ id }) => id === charge.provenance?.published)?.title[lang]
          if (from) await expect(row).toContainText(spaced(from))
        }
        // These rows and no others.
        await expect(prices.locator('tbody').getByRole('row')).toHaveCount(amounts.length)
        await expect(section).toContainText(words.vatNotStated)
        for (const { contact } of list.offers) {
          await expect(section.getByRole('link', { name: contact.email }).first()).toHaveAttribute('href', `mailto:${contact.email}`)
          await expect(section).toContainText(spaced(contact.who[lang]))
        }
        for (const one of list.configurations) {
          const described = `${one.label[lang]}${lang === 'fr' ? ' ' : ''}: ${one.vcpu} ${words.cores}, ${one.memory_gb} `
          await expect(section.getByRole('listitem').filter({ hasText: spaced(described) })).toBeVisible()
        }
        for (const option of list.options ?? []) {
          const item = section.getByRole('listitem').filter({ hasText: spaced(option.label[lang]) })
          await expect(item.first()).toContainText(spaced(option.help[lang]))
        }
        for (const reduction of list.reductions ?? []) {
          const item = section.getByRole('listitem').filter({ hasText: spaced(reduction.label[lang]) })
          await expect(item).toContainText(spaced(words.percent(reduction.percent)))
          await expect(item).toContainText(spaced(reduction.condition[lang]))
        }
        for (const remark of list.remarks ?? []) await expect(section).toContainText(spaced(remark.words[lang]))
        for (const example of list.examples) {
          await expect(section.getByRole('heading', { name: example.title[lang], exact: true })).toBeVisible()
          // What CASD published, and what is computed here: the same.
          const totals = section.getByText(new RegExp(`^${spaced(words.amount(example.total)).source}$`))
          expect(await totals.count(), `${list.id}: ${example.id}`).toBe(2)
        }
      }
      await expect(page.getByRole('region')).toHaveCount(LISTS.length)
    })

    test(`leads to the other language, in ${lang}`, async ({ page }) => {
      await page.goto(words.file)
      await page.getByRole('link', { name: words.other, exact: true }).click()
      const other = lang === 'fr' ? 'en' : 'fr'
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(PAGES[other].title)
      await expect(page.locator('html')).toHaveAttribute('lang', other)
    })
  }
})

for (const [lang, words] of Object.entries(PAGES)) {
  test.describe(`with a browser in ${lang}`, () => {
    test.use({ locale: lang === 'fr' ? 'fr-FR' : 'en-GB' })

    test('where there is no WebAssembly, the prices take the place of the simulator', async ({ page, heard }) => {
      await page.addInitScript(() => { delete globalThis.WebAssembly })
      await page.goto('./#CASD1QQ')
      // The number stays in the address: it is all that a visitor has of a simulation.
      await expect(page).toHaveURL(new RegExp(`/${words.file}#CASD1QQ$`))
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.title)
      forgiveGivenUp(heard)
    })

    test('where WebAssembly is refused, too', async ({ page, heard }) => {
      await page.addInitScript(() => {
        const refused = () => Promise.reject(new WebAssembly.CompileError('refused by the browser'))
        Object.assign(WebAssembly, { compile: refused, compileStreaming: refused, instantiate: refused, instantiateStreaming: refused })
      })
      await page.goto('./')
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.title)
      forgiveGivenUp(heard)
    })
  })

  for (const colorScheme of ['light', 'dark']) {
    for (const width of [390, 1280]) {
      test(`axe finds nothing wrong, and nothing is cut off: ${words.file}, ${colorScheme}, ${width} pixels`, async ({ page }) => {
        await seeNothingWrongIn(page, words.file, { colorScheme, width })
      })
    }
  }
}
