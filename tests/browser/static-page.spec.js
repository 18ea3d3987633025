// The pages of prices, for browsers that cannot run the simulator. What stands on them is in tests/price_page.rs.

import { expect, test } from './fixtures.js'
import { spaced } from './simulator.js'

const TITLES = {
  fr: 'Tarifs de l’accès sécurisé aux données avec le CASD',
  en: 'Prices of secure data access with CASD',
}
const FILES = { fr: 'tarifs.html', en: 'prices.html' }
const STATEMENTS = { fr: 'Déclaration d’accessibilité', en: 'Accessibility statement' }

/** What the simulator's page was still loading when it was left is given up. */
function forgiveGivenUp(heard) {
  const others = heard.filter((one) => !/\/(price-list\.json|[^/]*\.wasm) net::ERR_ABORTED$/.test(one))
  heard.splice(0, heard.length, ...others)
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the simulator leads to its prices', async ({ page, heard }) => {
    await page.goto('./')
    // It has no script to know the language by.
    await expect(page).toHaveURL(/\/tarifs\.html$/)
    for (const [lang, other, otherName] of [['fr', 'en', 'English'], ['en', 'fr', 'Français']]) {
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(TITLES[lang])
      await expect(page.locator('html')).toHaveAttribute('lang', lang)
      await expect(page.getByRole('table').first()).toBeVisible()
      await page.getByRole('contentinfo').getByRole('link').click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(STATEMENTS[lang])
      await page.goBack()
      await page.getByRole('link', { name: otherName, exact: true }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(TITLES[other])
    }
    forgiveGivenUp(heard)
  })
})

test('where there is no WebAssembly, or it is refused, the prices take the place of the simulator', async ({ page, simulator, context, heard }) => {
  const { lang } = simulator
  await test.step('it is refused', async () => {
    await page.addInitScript(() => {
      const refused = () => Promise.reject(new WebAssembly.CompileError('refused by the browser'))
      Object.assign(WebAssembly, { compile: refused, compileStreaming: refused, instantiate: refused, instantiateStreaming: refused })
    })
    await page.goto('./')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(spaced(TITLES[lang]))
  })
  await test.step('there is none', async () => {
    const other = await context.newPage()
    await other.addInitScript(() => { delete globalThis.WebAssembly })
    await other.goto('./#CASD1QQ')
    // The number stays in the address: it is all that a visitor has of a simulation.
    await expect(other).toHaveURL(new RegExp(`/${FILES[lang]}#CASD1QQ$`))
    await expect(other.getByRole('heading', { level: 1 })).toHaveText(TITLES[lang])
  })
  forgiveGivenUp(heard)
})
