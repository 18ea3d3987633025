// The accessibility statement among the other pages. What it says is in tests/accessibility_statement.rs.

import { expect, test } from './fixtures.js'
import { spaced } from './simulator.js'

const STATEMENTS = {
  fr: { file: 'accessibilite.html', title: 'Déclaration d’accessibilité', mention: /Accessibilité : (totalement|partiellement|non) conforme/, name: 'Français' },
  en: { file: 'accessibility.html', title: 'Accessibility statement', mention: /Accessibility: (fully|partially|not) compliant/, name: 'English' },
}

test('every page and view that was checked can be reached from the statement', async ({ simulator, page }) => {
  await simulator.open()
  await simulator.switchLanguage()
  const { lang } = simulator
  const [here, other] = [STATEMENTS[lang], STATEMENTS[{ fr: 'en', en: 'fr' }[lang]]]
  await test.step('the simulator leads to it, in its language alone', async () => {
    await expect(page.getByRole('contentinfo').getByRole('link')).toHaveText([spaced(here.mention)])
    await page.getByRole('contentinfo').getByRole('link').click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(here.title)
    await expect(page).toHaveURL(new RegExp(`/${here.file}$`))
  })
  await test.step('it leads to the other language, and back', async () => {
    for (const [name, { title }] of [[other.name, other], [here.name, here]]) {
      await page.getByRole('link', { name, exact: true }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
      await expect(page).toHaveTitle(title)
    }
    await expect(page.locator('html')).toHaveAttribute('lang', lang)
  })
  const links = await page.locator('li a[href]:not([href^=mailto]):not([href^=https])').evaluateAll((links) =>
    links.map(({ href, textContent }) => ({ href, called: textContent })))
  expect(links.length).toBe(9)
  for (const { href, called } of links) {
    await test.step(called, async () => {
      await page.goto(href)
      // The simulator has its heading before its price list: leaving it then would end that request.
      await expect(page.locator('.loading')).toHaveCount(0)
      const view = new URL(href).searchParams.get('view')
      const heading = view ? page.locator('#view-heading') : page.getByRole('heading', { level: 1 })
      await expect(heading).toBeVisible()
      if (view) await expect(heading).toHaveText(spaced(called))
      await expect(page.locator('html')).toHaveAttribute('lang', lang)
    })
  }
})
