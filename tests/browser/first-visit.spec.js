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

test('opens on one user, twelve months and one SD-Box from the first of next month', async ({ simulator }) => {
  await simulator.open()
  await expect(simulator.offer('standard')).toBeChecked()
  await expect(simulator.field('start')).toHaveValue('2026-12-01')
  await expect(simulator.field('months')).toHaveValue('12')
  await expect(simulator.field('users')).toHaveValue('1')
  await expect(simulator.field('students')).toHaveValue('0')
  await expect(simulator.boxes).toHaveCount(1)
  await expect(simulator.field('box 1')).toHaveValue('12')
  for (const option of ['renewal', 'exports', 'larger', 'software']) {
    await expect(simulator.option(option)).not.toBeChecked()
  }
})

test('says that it is a starting point, until something is entered', async ({ simulator }) => {
  await simulator.open()
  const note = simulator.form.getByText(simulator.words.startingPoint, { exact: true })
  await expect(note).toBeVisible()
  await simulator.enterUsers('2')
  await expect(note).toHaveCount(0)
})

test('shows what the starting point costs, line by line, at the prices in force', async ({ simulator }) => {
  await simulator.open()
  await simulator.seeTotal('3 276,00 €')
  await simulator.seeLines([
    ['Location et maintenance de SD-Box (point d’accès)', '12 mois × 1 SD-Box × 35,00 €', '420,00 €'],
    ['Abonnement, dont 1 accès utilisateur et la Configuration 1', '12 mois × 238,00 €', '2 856,00 €'],
  ])
  await simulator.seeNumber()
  await simulator.seeSaid('du 1er décembre 2026 au 30 novembre 2027')
  await simulator.seeSaid('TVA : non précisée')
  await simulator.seeSaid('Prix entrés en vigueur le 1er août 2020 : ils ont 6 ans et 3 mois.')
  await simulator.seeSaid('Site du CASD, page « Cohortes CONSTANCES et GAZEL », exemple au 1er août 2020')
})

test.describe('in December', () => {
  test.use({ today: new Date('2026-12-31T23:30:00+01:00') })

  test('starts in January of the next year', async ({ simulator }) => {
    await simulator.open()
    await expect(simulator.field('start')).toHaveValue('2027-01-01')
    await simulator.seeSaid('du 1er janvier 2027 au 31 décembre 2027')
  })
})

test.describe('in another time zone', () => {
  // In Paris it is still November.
  test.use({ today: new Date('2026-11-30T22:30:00+01:00'), timezoneId: 'Pacific/Auckland' })

  test('goes by the day of the visitor', async ({ simulator }) => {
    await simulator.open()
    await expect(simulator.field('start')).toHaveValue('2027-01-01')
  })
})

test.describe('with a clock that is far wrong', () => {
  test.use({ today: new Date('2015-03-10T10:00:00+01:00') })

  test('says that no list is in force, and shows no amount', async ({ simulator }) => {
    await simulator.open()
    await simulator.seeSaid(/^Aucune grille tarifaire n’est en vigueur/)
    await simulator.seeNoEstimate()
  })
})

test('shows its title and what it is doing before the wasm arrives', async ({ page, simulator }) => {
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
  await simulator.seeTotal('3 276,00 €')
  await expect(page.getByText(WORDS.fr.loading)).toHaveCount(0)
  await expect(page.getByText(WORDS.en.loading)).toHaveCount(0)
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
})
