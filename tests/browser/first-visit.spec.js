// The page as it opens, before and after the wasm; and by which day it goes. Which day a project starts on by a day of
// today is proved by tests/draft.rs, what it costs by tests/estimates.rs.

import { expect, test } from './fixtures.js'
import { WORDS } from './words.js'

/** Holds the wasm back until it is released; `asked` resolves once the page has asked for it. */
async function holdBackWasm(page) {
  let release
  const released = new Promise((resolve) => (release = resolve))
  const asked = page.waitForRequest('**/*.wasm')
  await page.route('**/*.wasm', async (route) => {
    await released
    await route.continue()
  })
  return { asked, release }
}

test('the page says what it is before the wasm arrives, then opens on a small project and what it costs', async ({ page, simulator }) => {
  const wasm = await holdBackWasm(page)
  await page.goto('./', { waitUntil: 'commit' })
  await wasm.asked
  await expect(page).toHaveTitle(/Simulateur de coût.*Cost simulator/)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Simulateur de coût')
  await expect(page.getByText(WORDS.fr.loading)).toBeVisible()
  await expect(page.getByText(WORDS.en.loading)).toBeVisible()
  // A way out, for whom it never arrives: static-page.spec.js goes there.
  await expect(page.getByRole('link', { name: 'tarifs, conditions et contacts' })).toHaveAttribute('href', 'tarifs.html')
  await expect(page.getByRole('link', { name: 'prices, terms and contacts' })).toHaveAttribute('href', 'prices.html')
  await expect(simulator.sheet).toHaveCount(0)

  wasm.release()
  await simulator.seeTotal(3_276)
  for (const { loading } of Object.values(WORDS)) await expect(page.getByText(loading)).toHaveCount(0)
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)

  await expect(simulator.offer('standard')).toBeChecked()
  const entries = { start: '2026-12-01', months: '12', users: '1', students: '0', 'box 1': '12' }
  for (const [field, value] of Object.entries(entries)) await expect(simulator.field(field)).toHaveValue(value)
  await expect(simulator.boxes).toHaveCount(1)
  for (const option of ['renewal', 'exports', 'larger', 'software']) {
    await expect(simulator.option(option)).not.toBeChecked()
  }
  await expect(simulator.lines).toHaveCount(2)
  await simulator.seeNumber()
  const said = {
    fr: [
      'du 1er décembre 2026 au 30 novembre 2027',
      'TVA : non précisée',
      'Projets standard et cohortes, août 2020',
      'Prix entrés en vigueur le 1er août 2020 : ils ont 6 ans et 3 mois.',
      'Site du CASD, page « Cohortes CONSTANCES et GAZEL », exemple au 1er août 2020',
    ],
    en: [
      'from 1 December 2026 to 30 November 2027',
      'VAT: not stated',
      'Standard and cohort projects, August 2020',
      'Prices that came into force on 1 August 2020: they are 6 years and 3 months old.',
      'CASD’s website, page “CONSTANCES and GAZEL cohorts”, example of 1 August 2020',
    ],
  }
  for (const sentence of said[simulator.lang]) await simulator.seeSaid(sentence)

  // It is a starting point, until something is entered.
  const note = simulator.form.getByText(simulator.words.startingPoint, { exact: true })
  await expect(note).toBeVisible()
  await simulator.enterUsers('2')
  await expect(note).toHaveCount(0)
})

test.describe('in another time zone', () => {
  // In Paris it is still November.
  test.use({ today: new Date('2026-11-30T22:30:00+01:00'), timezoneId: 'Pacific/Auckland' })

  test('the page goes by the day of the visitor’s clock, however wrong', async ({ simulator, page }) => {
    await simulator.open()
    await expect(simulator.field('start')).toHaveValue('2027-01-01')

    await page.clock.setSystemTime(new Date('2015-03-10T10:00:00+01:00'))
    await page.reload()
    const noList = {
      fr: /^Aucune grille tarifaire n’est en vigueur/,
      en: /^No price list is in force/,
    }
    await simulator.seeSaid(noList[simulator.lang])
    await simulator.seeNoEstimate()
  })
})
