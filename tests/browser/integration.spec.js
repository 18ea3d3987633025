// The page on which a webmaster composes the code, and sees what comes of it.

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
    wholeNumber: 'Indiquez un nombre entier de 0 à 9999, en chiffres, ou rien.',
    wrongUsers: 'Nombre d’utilisateurs : Indiquez un nombre entier de 0 à 9999, en chiffres, ou rien.',
    unreadable: 'Couleur refusée : son contraste avec ce qui l’entoure est de 1,26, il en faut 4,5.',
  },
  en: {
    heading: 'Embedding the simulator',
    lang: 'Language',
    offer: 'Kind of access',
    users: 'Number of users (optional)',
    months: 'Length of the project, in months (optional)',
    date: 'Price list in force on (optional)',
    theme: 'Theme',
    accent: 'Accent colour',
    radius: 'Rounding of corners, in pixels (optional)',
    width: 'Width of the content, in rem (optional)',
    element: 'In your page',
    sheet: 'In your style sheet',
    frame: 'Where scripts are not allowed: a plain frame',
    copy: 'Copy the code',
    copied: 'Copied.',
    notCopied: 'Copying was not possible: select the text and copy it.',
    other: 'Français',
    wholeNumber: 'Enter a whole number from 0 to 9999, in digits, or nothing.',
    wrongUsers: 'Number of users: Enter a whole number from 0 to 9999, in digits, or nothing.',
    unreadable: 'Colour refused: its contrast with what surrounds it is 1.26, and 4.5 is needed.',
  },
}

class Integration {
  constructor(page, lang) {
    this.page = page
    this.lang = lang
    this.labels = LABELS[lang]
    this.preview = page.locator('casd-simulator')
  }

  async open() {
    await this.page.goto('./integration.html')
    await expect(this.page.getByRole('heading', { level: 1, name: this.labels.heading })).toBeVisible()
    await expect(this.simulator().page.locator('.sheet')).toBeVisible()
  }

  simulator(lang = this.lang) {
    return new Simulator(this.preview.locator('iframe').contentFrame(), lang)
  }

  field(name) {
    return this.page.getByLabel(this.labels[name], { exact: true }).and(this.page.locator('input, select'))
  }

  code(name) {
    return this.page.getByLabel(this.labels[name]).and(this.page.locator('pre'))
  }

  button(name) {
    return this.page.getByRole('button', { name: this.labels[name], exact: true })
  }
}

test('what is chosen is in the preview and in the code, which gives the same in a page of another origin', async ({ page, host, context, baseURL }) => {
  const { origin } = new URL(baseURL)
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin })
  const integration = new Integration(page, host.lang)
  await integration.open()
  await expect(integration.code('sheet')).toBeHidden()
  await integration.field('offer').selectOption('pmsi')
  await integration.field('users').fill('4')
  await integration.field('months').fill('6')
  await integration.simulator().seeTotal(2454)
  await expect(integration.code('element')).toHaveText(
    `<script async src="${baseURL}embed.js"></script>\n<casd-simulator lang="${host.lang}" offer="pmsi" users="4" months="6"></casd-simulator>`,
  )
  await expect(integration.code('frame')).toContainText(`src="${baseURL}index.html?lang=${host.lang}&amp;offer=pmsi&amp;users=4&amp;months=6"`)
  await integration.field('lang').selectOption(host.otherLang)
  await integration.simulator(host.otherLang).seeTotal(2454)
  await integration.field('date').fill('2027-01-01')
  await expect(integration.code('element')).toContainText('date="2027-01-01"')
  await integration.field('accent').fill('#7a003c')
  await integration.button('copy').click()
  await expect(page.getByRole('status').filter({ hasText: integration.labels.copied })).toBeVisible()

  const code = await copied(page)
  const [style, frame] = [await integration.code('sheet').textContent(), await integration.code('frame').textContent()]
  expect(code).toBe(await integration.code('element').textContent())
  expect(style).toBe('casd-simulator {\n  --casd-accent: #7a003c;\n}')

  await test.step('the element in a page of another origin', async () => {
    await host.open(code.replace('<casd-simulator', '<casd-simulator id="one"'), { script: '', style: `<style>${style}</style>` })
    await host.simulator('one', host.otherLang).seeTotal(2454)
    const accent = (frame) => frame.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--accent').trim())
    await expect.poll(async () => accent(await host.frame('one'))).toBe('rgb(122 0 60)')
  })
  await test.step('the plain frame there: it needs no script, and scrolls as any page', async () => {
    await host.open(frame, { script: '' })
    const simulator = new Simulator(page.locator('iframe').contentFrame(), host.otherLang)
    await simulator.seeTotal(2454)
    await simulator.enterUsers('5')
    await simulator.seeTotal(2628)
    await expect(page.locator('iframe')).toHaveAttribute('title', /CASD/)
    const inside = await (await page.locator('iframe').elementHandle()).contentFrame()
    const { overflow, scrolls } = await inside.evaluate(() => ({
      overflow: getComputedStyle(document.documentElement).overflow,
      scrolls: document.documentElement.scrollHeight > innerHeight,
    }))
    expect({ overflow, scrolls }).toEqual({ overflow: 'visible', scrolls: true })
  })
})

test('what is wrong is told to screen readers at once, but not before choices rest', async ({ page, host, heard }) => {
  const integration = new Integration(page, host.lang)
  await integration.open()
  const { labels } = integration
  await test.step('a number that is none: at its field, in neither the code nor the preview', async () => {
    const warning = page.locator('.announcement').getByRole('alert')
    await page.clock.pauseAt(new Date('2026-11-21T12:00:00+01:00'))
    await integration.field('users').fill('abc')
    await expect(integration.field('users')).toHaveAccessibleDescription(labels.wholeNumber)
    await expect(integration.code('element')).not.toContainText('abc')
    await page.clock.runFor(1_400)
    await expect(warning).toHaveText('')
    await page.clock.runFor(200)
    await expect(warning).toHaveText(spaced(labels.wrongUsers))
    await page.clock.resume()
    await expect(integration.simulator().field('users')).toHaveValue('1')
    await integration.field('users').fill('3')
    await expect(integration.simulator().field('users')).toHaveValue('3')
    await expect(warning).toHaveText('')
    await integration.field('users').fill('')
    await expect(integration.code('element')).not.toContainText('users')
  })
  await test.step('a colour that cannot be read: refused with its reason, while the rest is applied', async () => {
    await integration.field('radius').fill('2')
    await integration.field('width').fill('50')
    await integration.field('theme').selectOption('light')
    await expect(integration.code('sheet')).toHaveText('casd-simulator {\n  --casd-radius: 2px;\n  --casd-width: 50rem;\n}')
    await expect(integration.code('element')).toContainText('theme="light"')
    await expect(integration.simulator().page.locator('#simulator')).toHaveCSS('max-width', '800px')
    await integration.field('accent').fill('#ffe600')
    await expect(integration.field('accent')).toHaveAttribute('aria-invalid', 'true')
    await expect(integration.field('accent')).toHaveAccessibleDescription(spaced(labels.unreadable))
    await expect(integration.code('sheet')).not.toContainText('ffe600')
    await host.seeWarnings(heard, ['--casd-accent="#ffe600" is not applied: its contrast with the surface is 1.26, at least 4.5 is needed.'])
    await integration.field('accent').fill('#7a003c')
    await expect(integration.field('accent')).not.toHaveAttribute('aria-invalid', 'true')
    await expect(integration.code('sheet')).toContainText('--casd-accent: #7a003c;')
  })
  await test.step('a code that could not be copied', async () => {
    await page.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new DOMException('refused', 'NotAllowedError'))
    })
    await integration.button('copy').click()
    await expect(page.locator('.said').getByRole('alert')).toHaveText(spaced(labels.notCopied))
    await expect(page.locator('.said').getByRole('status')).toHaveText('')
  })
})

test('works with the keyboard alone', async ({ page, host }) => {
  // And under a policy as strict as the simulator's own.
  await page.route(/integration\.html/, async (route) => {
    const response = await route.fetch()
    const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; frame-src 'self'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types casd-simulator"
    await route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': policy } })
  })
  const integration = new Integration(page, host.lang)
  await integration.open()
  await integration.field('offer').focus()
  await page.keyboard.press('ArrowDown')
  await expect(integration.field('offer')).toHaveValue('cohorts')
  await page.keyboard.press('Tab')
  await page.keyboard.type('3')
  const preview = integration.simulator()
  await expect(preview.field('users')).toHaveValue('3')
  await expect(preview.offer('cohorts')).toBeChecked()
  await expect(integration.field('users')).toBeFocused()

  await test.step('the events are shown as they come, the latest first', async () => {
    const events = page.locator('#events').getByRole('listitem')
    await expect(events.first()).toContainText('casd:number {"number":"CASD1')
    // The number does not come to rest meanwhile.
    await page.clock.pauseAt(new Date('2026-11-21T12:00:00+01:00'))
    await preview.enterUsers('2')
    await expect(events.first()).toContainText('casd:quote')
    await expect(events.first()).toContainText('"currency":"EUR"')
    await page.clock.resume()
  })
  await test.step('the preview keeps what was entered in it while choices and the language of the page change', async () => {
    await integration.field('months').fill('24')
    await expect(preview.field('months')).toHaveValue('24')
    await expect(preview.field('users')).toHaveValue('2')
    await integration.button('other').press('Enter')
    const translated = new Integration(page, host.otherLang)
    await expect(page.getByRole('heading', { level: 1, name: translated.labels.heading })).toBeVisible()
    await expect(page.locator('html')).toHaveAttribute('lang', host.otherLang)
    await expect(translated.button('other')).toBeFocused()
    await expect(preview.field('users')).toHaveValue('2')
    await expect(translated.code('element')).toContainText(`lang="${host.lang}"`)
  })
})
