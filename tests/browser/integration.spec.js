// The page on which a webmaster composes the code, and sees what comes of it.

import { AXE } from './axe.js'
import { copied } from './clipboard.js'
import { expect, test } from './host.js'
import { Simulator, spaced } from './simulator.js'

const LABELS = {
  fr: {
    heading: 'Intégrer le simulateur',
    lang: 'Langue',
    offer: 'Type d’accès',
    users: 'Nombre d’utilisateurs (facultatif)',
    months: 'Durée du projet, en mois (facultatif)',
    date: 'Grille tarifaire en vigueur le (facultatif)',
    theme: 'Thème',
    accent: 'Couleur d’accent',
    radius: 'Arrondi des angles, en pixels (facultatif)',
    width: 'Largeur du contenu, en rem (facultatif)',
    element: 'Dans votre page',
    sheet: 'Dans votre feuille de style',
    frame: 'Là où les scripts ne sont pas permis : un cadre ordinaire',
    copy: 'Copier le code',
    copied: 'Copié.',
    notCopied: 'La copie n’a pas été possible : sélectionnez le texte et copiez-le.',
    other: 'English',
  },
  en: {
    heading: 'Embedding the simulator',
    lang: 'Language',
    offer: 'Kind of access',
    users: 'Number of users (optional)',
    other: 'Français',
    element: 'In your page',
  },
}

class Integration {
  constructor(page, lang = 'fr') {
    this.page = page
    this.labels = LABELS[lang]
    this.preview = page.locator('casd-simulator')
  }

  async open(address = './integration.html') {
    await this.page.goto(address)
    await expect(this.page.getByRole('heading', { level: 1, name: this.labels.heading })).toBeVisible()
    await expect(this.simulator().page.locator('.sheet')).toBeVisible()
  }

  simulator(lang = 'fr') {
    return new Simulator(this.preview.locator('iframe').contentFrame(), lang)
  }

  field(name) {
    return this.page.getByLabel(this.labels[name], { exact: true }).and(this.page.locator('input, select'))
  }

  code(name) {
    return this.page.getByLabel(this.labels[name]).and(this.page.locator('pre'))
  }
}

test('what is chosen is in the preview and in the code', async ({ page, baseURL }) => {
  const integration = new Integration(page)
  await integration.open()
  await integration.field('offer').selectOption('pmsi')
  await integration.field('users').fill('4')
  await integration.field('months').fill('6')
  await integration.simulator().seeTotal('2 454,00 €')
  await expect(integration.code('element')).toHaveText(
    `<script async src="${baseURL}embed.js"></script>\n<casd-simulator lang="fr" offer="pmsi" users="4" months="6"></casd-simulator>`,
  )
  await expect(integration.code('frame')).toContainText(`src="${baseURL}index.html?lang=fr&amp;offer=pmsi&amp;users=4&amp;months=6"`)
  await integration.field('lang').selectOption('en')
  await integration.simulator('en').seeTotal('€2,454.00')
  await integration.field('date').fill('2027-01-01')
  await expect(integration.code('element')).toContainText('date="2027-01-01"')
  await integration.field('users').fill('')
  await expect(integration.code('element')).not.toContainText('users')
})

test('the code, copied into a page of another origin, gives what the preview shows', async ({ page, host, context, baseURL }) => {
  const { origin } = new URL(baseURL)
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin })
  const integration = new Integration(page)
  await integration.open()
  await integration.field('offer').selectOption('pmsi')
  await integration.field('users').fill('4')
  await integration.field('months').fill('6')
  await integration.field('accent').fill('#7a003c')
  await page.getByRole('button', { name: integration.labels.copy, exact: true }).click()
  await expect(page.getByRole('status').filter({ hasText: integration.labels.copied })).toBeVisible()
  const code = await copied(page)
  const style = await integration.code('sheet').textContent()
  expect(code).toBe(await integration.code('element').textContent())
  expect(style).toBe('casd-simulator {\n  --casd-accent: #7a003c;\n}')
  await host.open(code.replace('<casd-simulator', '<casd-simulator id="one"'), { script: '', style: `<style>${style}</style>` })
  await host.simulator('one').seeTotal('2 454,00 €')
  const accent = (frame) => frame.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--accent').trim())
  await expect.poll(async () => accent(await host.frame('one'))).toBe('rgb(122 0 60)')
})

test('the preview keeps what was entered in it while choices and the language of the page change', async ({ page }) => {
  const integration = new Integration(page)
  await integration.open()
  await integration.simulator().enterUsers('7')
  await integration.field('months').fill('24')
  await expect(integration.simulator().field('months')).toHaveValue('24')
  await page.getByRole('button', { name: integration.labels.other, exact: true }).click()
  const inEnglish = new Integration(page, 'en')
  await expect(page.getByRole('heading', { level: 1, name: inEnglish.labels.heading })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await expect(page.getByRole('button', { name: inEnglish.labels.other, exact: true })).toBeFocused()
  await expect(integration.simulator().field('users')).toHaveValue('7')
  await expect(inEnglish.code('element')).toContainText('lang="fr"')
})

test('the appearance is in the preview and in the style sheet, and a colour that cannot be read is refused with its reason', async ({ page, host, heard }) => {
  const integration = new Integration(page)
  await integration.open()
  await expect(integration.code('sheet')).toBeHidden()
  await integration.field('radius').fill('2')
  await integration.field('width').fill('50')
  await integration.field('theme').selectOption('light')
  await expect(integration.code('sheet')).toHaveText('casd-simulator {\n  --casd-radius: 2px;\n  --casd-width: 50rem;\n}')
  await expect(integration.code('element')).toContainText('theme="light"')
  await expect(integration.simulator().page.locator('#simulator')).toHaveCSS('max-width', '800px')
  await integration.field('accent').fill('#ffe600')
  await expect(integration.field('accent')).toHaveAttribute('aria-invalid', 'true')
  await expect(integration.field('accent')).toHaveAccessibleDescription(
    spaced('Couleur refusée : son contraste avec ce qui l’entoure est de 1,26, il en faut 4,5.'),
  )
  await expect(integration.code('sheet')).not.toContainText('ffe600')
  await host.seeWarnings(heard, ['--casd-accent="#ffe600" is not applied: its contrast with the surface is 1.26, at least 4.5 is needed.'])
  await integration.field('accent').fill('#7a003c')
  await expect(integration.field('accent')).not.toHaveAttribute('aria-invalid', 'true')
  await expect(integration.code('sheet')).toContainText('--casd-accent: #7a003c;')
})

test('a number that is none is said at its field, and is neither in the code nor in the preview', async ({ page }) => {
  const integration = new Integration(page)
  await integration.open()
  await integration.field('users').fill('abc')
  await expect(integration.field('users')).toHaveAccessibleDescription('Indiquez un nombre entier de 0 à 9999, en chiffres, ou rien.')
  await expect(integration.code('element')).not.toContainText('abc')
  await expect(integration.simulator().field('users')).toHaveValue('1')
})

test('what is wrong is told to screen readers at once, but not before choices rest', async ({ page }) => {
  const integration = new Integration(page)
  await integration.open()
  const warning = page.locator('.announcement').getByRole('alert')
  await integration.field('users').fill('abc')
  await expect(warning).toHaveText('')
  await expect(warning).toHaveText(spaced('Nombre d’utilisateurs : Indiquez un nombre entier de 0 à 9999, en chiffres, ou rien.'))
  await integration.field('users').fill('3')
  await expect(warning).toHaveText('')
})

test('a code that could not be copied is told to screen readers at once', async ({ page }) => {
  await page.addInitScript(() => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException('refused', 'NotAllowedError'))
  })
  const integration = new Integration(page)
  await integration.open()
  await page.getByRole('button', { name: integration.labels.copy, exact: true }).click()
  await expect(page.locator('.said').getByRole('alert')).toHaveText(spaced(integration.labels.notCopied))
  await expect(page.locator('.said').getByRole('status')).toHaveText('')
})

test('the events are shown as they come, the latest first', async ({ page }) => {
  const integration = new Integration(page)
  await integration.open()
  const events = page.locator('#events').getByRole('listitem')
  await expect(events.first()).toContainText('casd:number {"number":"CASD1')
  await integration.simulator().enterUsers('2')
  await expect(events.first()).toContainText(/casd:(quote|number)/)
  await expect(page.locator('#events')).toContainText('"total":"3720.00","currency":"EUR"')
})

test('works with the keyboard alone', async ({ page }) => {
  const integration = new Integration(page)
  await integration.open()
  await integration.field('offer').focus()
  await page.keyboard.press('ArrowDown')
  await expect(integration.field('offer')).toHaveValue('cohorts')
  await page.keyboard.press('Tab')
  await page.keyboard.type('3')
  await expect(integration.simulator().field('users')).toHaveValue('3')
  await expect(integration.simulator().offer('cohorts')).toBeChecked()
  await expect(integration.field('users')).toBeFocused()
})

test('under a policy as strict as the simulator’s own', async ({ page }) => {
  await page.route(/integration\.html/, async (route) => {
    const response = await route.fetch()
    const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; frame-src 'self'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types casd-simulator"
    await route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': policy } })
  })
  const integration = new Integration(page)
  await integration.open()
  await integration.field('accent').fill('#7a003c')
  await integration.field('users').fill('3')
  await expect(integration.simulator().field('users')).toHaveValue('3')
})

for (const locale of ['fr-FR', 'en-GB']) {
  for (const colorScheme of ['light', 'dark']) {
    for (const width of [390, 1280]) {
      test.describe(`${locale}, ${colorScheme}, ${width} px`, () => {
        test.use({ locale, colorScheme, viewport: { width, height: 900 }, contextOptions: { reducedMotion: 'reduce' } })

        test('axe finds nothing wrong, and nothing sticks out', async ({ page }) => {
          const integration = new Integration(page, locale.slice(0, 2))
          await integration.open()
          await integration.field('users').fill('abc')
          await page.evaluate(AXE)
          const { violations } = await page.evaluate(() => axe.run(document, { iframes: false }))
          expect(violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target}`))).toEqual([])
          expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
        })
      })
    }
  }
}
