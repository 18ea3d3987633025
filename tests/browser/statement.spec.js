// The accessibility statement, as the build writes it: it stands there without scripts, and is itself what it
// says the pages are.

import { readFileSync } from 'node:fs'
import { seeNothingWrongIn } from './axe.js'
import { expect, test } from './fixtures.js'
import { spaced } from './simulator.js'

const TABLE = JSON.parse(readFileSync(new URL('../../accessibility/rgaa-4.1.json', import.meta.url), 'utf8'))
const CRITERIA = TABLE.themes.flatMap(({ criteria }) => criteria)
const NOT_MET = CRITERIA.filter(({ status }) => status === 'not-conforming')

const STATEMENTS = {
  fr: {
    file: 'accessibilite.html',
    title: 'Déclaration d’accessibilité',
    other: 'English',
    mention: NOT_MET.length ? 'Accessibilité : partiellement conforme' : 'Accessibilité : totalement conforme',
    status: { conforming: 'conforme', 'not-conforming': 'non conforme', 'not-applicable': 'non applicable' },
    self: 'C’est une auto-évaluation par les développeurs du simulateur, non un audit par un tiers, et elle n’engage pas le CASD.',
    prices: 'tarifs.html',
  },
  en: {
    file: 'accessibility.html',
    title: 'Accessibility statement',
    other: 'Français',
    mention: NOT_MET.length ? 'Accessibility: partially compliant' : 'Accessibility: fully compliant',
    status: { conforming: 'met', 'not-conforming': 'not met', 'not-applicable': 'not applicable' },
    self: 'It is a self-assessment by the developers of the simulator, not an audit by a third party, and it does not commit CASD.',
    prices: 'prices.html',
  },
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the statement stands there in both languages, each leading to the other', async ({ page }) => {
    for (const [lang, words] of Object.entries(STATEMENTS)) {
      await page.goto(words.file)
      await expect(page).toHaveTitle(words.title)
      await expect(page.locator('html')).toHaveAttribute('lang', lang)
      await expect(page.getByText(spaced(words.self))).toBeVisible()
      const other = STATEMENTS[lang === 'fr' ? 'en' : 'fr']
      await page.getByRole('link', { name: words.other, exact: true }).click()
      await expect(page.getByRole('heading', { level: 1, name: other.title })).toBeVisible()
    }
  })

  test('each criterion stands there with its status and its reason, those that are not met at the top too', async ({ page }) => {
    for (const [lang, words] of Object.entries(STATEMENTS)) {
      await page.goto(words.file)
      const rows = await page.locator('tr[id]').evaluateAll((rows) => rows.map((row) => [...row.cells].map(({ textContent }) => textContent)))
      expect(rows.length).toBe(106)
      for (const [at, { number, title, why, status }] of CRITERIA.entries()) {
        const [said, state] = rows[at]
        expect(said.startsWith(`${number} ${title[lang]}`), number).toBe(true)
        expect(said, number).toContain(why[lang])
        expect(state.trim(), number).toBe(words.status[status])
      }
      for (const { number, title, why } of NOT_MET) {
        await expect(page.getByRole('listitem').filter({ hasText: `${number} ${title[lang]}` })).toContainText(why[lang])
      }
    }
  })

  test('what is in another language says so', async ({ page }) => {
    await page.goto(STATEMENTS.fr.file)
    const shown = await page.locator('tr[id] [lang]').evaluateAll((ones) => ones.map(({ lang, textContent }) => ({ lang, textContent })))
    expect(shown.length).toBe(CRITERIA.reduce((sum, { tests }) => sum + tests.length, 0))
    for (const { lang, textContent } of shown) {
      expect(lang).toBe('en')
      expect(textContent).toMatch(/^“.*”, tests\//)
    }
    await page.goto(STATEMENTS.en.file)
    await expect(page.locator('main [lang=fr]')).toHaveText(['Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07'])
  })

  test('the pages of prices lead to it', async ({ page }) => {
    for (const { prices, mention, title } of Object.values(STATEMENTS)) {
      await page.goto(prices)
      await page.getByRole('contentinfo').getByRole('link', { name: spaced(mention) }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
    }
  })
})

for (const [lang, words] of Object.entries(STATEMENTS)) {
  test.describe(lang, () => {
    test.use({ locale: lang === 'fr' ? 'fr-FR' : 'en-GB' })

    test('the simulator leads to it, in each of its languages, and says what it says', async ({ simulator, page }) => {
      await simulator.open()
      const link = page.getByRole('contentinfo').getByRole('link', { name: spaced(words.mention) })
      await expect(page.getByRole('contentinfo').getByRole('link')).toHaveCount(1)
      await simulator.languageSwitch.click()
      await expect(link).toHaveCount(0)
      await page.getByRole('button', { name: words === STATEMENTS.fr ? 'Français' : 'English', exact: true }).click()
      await link.click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.title)
    })

    test('every page and view that was checked can be reached from the statement', async ({ page }) => {
      await page.goto(words.file)
      const links = await page.locator('li a[href]:not([href^=mailto]):not([href^=https])').evaluateAll((links) =>
        links.map(({ href, textContent }) => ({ href, called: textContent })))
      expect(links.length).toBe(9)
      for (const { href, called } of links) {
        await page.goto(href)
        const view = new URL(href).searchParams.get('view')
        const heading = view ? page.locator('#annexe-heading') : page.getByRole('heading', { level: 1 })
        await expect(heading, called).toBeVisible()
        if (view) await expect(heading).toHaveText(spaced(called))
        await expect(page.locator('html')).toHaveAttribute('lang', lang)
      }
    })
  })

  for (const colorScheme of ['light', 'dark']) {
    for (const width of [390, 1280]) {
      test(`axe finds nothing wrong in it: ${words.file}, ${colorScheme}, ${width} pixels`, async ({ page }) => {
        await seeNothingWrongIn(page, words.file, { colorScheme, width })
      })
    }
  }
}
