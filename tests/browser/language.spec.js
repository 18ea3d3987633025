import { expect, test } from './fixtures.js'

for (const [locale, lang] of [['fr-FR', 'fr'], ['fr-CA', 'fr'], ['en-GB', 'en'], ['de-DE', 'en'], ['ja-JP', 'en']]) {
  test.describe(`a browser in ${locale}`, () => {
    test.use({ locale })

    test(`is answered in ${lang}`, async ({ simulator, page }) => {
      simulator.lang = lang
      await simulator.open()
      await expect(page.locator('html')).toHaveAttribute('lang', lang)
      await expect(page).toHaveTitle(simulator.words.documentTitle)
    })
  })
}

test('the address decides before what the browser prefers', async ({ simulator, page }) => {
  simulator.lang = 'en'
  await simulator.open('./?lang=en')
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
})

test('a language that the page does not have is passed over', async ({ simulator, page }) => {
  await simulator.open('./?lang=xx')
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr')
})

test('the switch changes the page, its language, its title and its address', async ({ simulator, page }) => {
  await simulator.open()
  await expect(simulator.languageSwitch).toHaveAttribute('lang', 'en')
  await simulator.switchLanguage()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await expect(page).toHaveTitle(simulator.words.documentTitle)
  await expect(page).toHaveURL(/\?lang=en/)
  await expect(simulator.languageSwitch).toHaveAttribute('lang', 'fr')
  await simulator.seeTotal('€3,276.00')

  await simulator.switchLanguage()
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr')
  await expect(page).toHaveTitle(simulator.words.documentTitle)
  await expect(page).toHaveURL(/\?lang=fr/)
})

test('the switch keeps the focus', async ({ simulator, page }) => {
  await simulator.open()
  await simulator.languageSwitch.focus()
  await page.keyboard.press('Enter')
  simulator.lang = 'en'
  await expect(simulator.heading).toBeVisible()
  await expect(simulator.languageSwitch).toBeFocused()
  await page.keyboard.press('Enter')
  simulator.lang = 'fr'
  await expect(simulator.heading).toBeVisible()
  await expect(simulator.languageSwitch).toBeFocused()
})

test('the switch keeps what was entered, right or wrong', async ({ simulator }) => {
  await simulator.open()
  await simulator.enterUsers('4')
  await simulator.enterStudents('x')
  await simulator.addBox()
  await simulator.enterBoxMonths(2, '6')
  await simulator.tickOption('exports')
  await simulator.enter('packs', '2')
  const before = await simulator.entries()
  await simulator.switchLanguage()
  expect(await simulator.entries()).toEqual(before)
})

test('the switch keeps a number that was typed, and why it was refused', async ({ simulator }) => {
  await simulator.open()
  await simulator.openNumber('CASD-1QQQ')
  await simulator.seeRefusal(simulator.words.refusals.incomplete)
  await simulator.switchLanguage()
  await simulator.seeRefusal(simulator.words.refusals.incomplete)
  await expect(simulator.numberField).toHaveValue('CASD-1QQQ')
})

test('the switch keeps the example, its number and the closed form', async ({ simulator }) => {
  await simulator.open()
  await simulator.openExample('standard2018')
  const number = await simulator.seeNumber()
  await simulator.switchLanguage()
  await expect(simulator.number).toHaveText(number)
  await simulator.seeTotal('€2,723.00')
  await simulator.seeSaid(simulator.words.equal)
  await expect(simulator.field('users')).toBeDisabled()
})

test('the switch keeps the number in the address', async ({ simulator, page }) => {
  await simulator.open()
  await simulator.enterUsers('2')
  await simulator.rest()
  const number = await simulator.seeNumber()
  await simulator.switchLanguage()
  await expect(page).toHaveURL(new RegExp(`\\?lang=en#${number.replaceAll('-', '')}$`))
})

test('the switch says the total again in the other language', async ({ simulator }) => {
  await simulator.open()
  await simulator.enterUsers('2')
  await simulator.rest()
  await simulator.seeAnnounced('Total : 3 720,00 €')
  await simulator.switchLanguage()
  await simulator.rest()
  await simulator.seeAnnounced('Total: €3,720.00')
})

test('the choice is remembered at the next visit, with or without the address', async ({ simulator, page }) => {
  await simulator.open()
  await simulator.switchLanguage()
  await page.reload()
  await expect(simulator.heading).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await page.goto('about:blank')
  await simulator.open()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
})

test('a browser without storage still switches', async ({ simulator, page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('denied', 'SecurityError')
      },
    })
  })
  await simulator.open()
  await simulator.switchLanguage()
  await simulator.seeTotal('€3,276.00')
})

test('French amounts have narrow no-break spaces, and French dates « 1er »', async ({ simulator }) => {
  await simulator.open()
  await expect(simulator.total).toBeVisible()
  expect(await simulator.total.textContent()).toBe('3\u202f276,00\u202f€')
  const text = await simulator.sheet.textContent()
  expect(text).toContain('du 1er\u00a0décembre\u00a02026 au 30\u00a0novembre\u00a02027')
  expect(text).not.toMatch(/[0-9] €|[0-9] [0-9]{3},/)
})

test('English amounts and dates are English', async ({ simulator, page }) => {
  simulator.lang = 'en'
  await simulator.open('./?lang=en')
  await expect(simulator.total).toBeVisible()
  expect(await simulator.total.textContent()).toBe('€3,276.00')
  const text = await simulator.sheet.textContent()
  expect(text).toContain('from 1\u00a0December\u00a02026 to 30\u00a0November\u00a02027')
  await expect(page.locator('body')).not.toContainText(/[0-9]\s€/)
})

test('no sentence of one language is left on the page of the other', async ({ simulator, page }) => {
  const french = /\b(vous|votre|avec|sont|pour|les|des)\b/i
  const english = /\b(the|your|with|are|this|from|which)\b/i
  await simulator.open()
  await simulator.tickOption('exports')
  const body = () => page.locator('body').innerText()
  expect(await body()).not.toMatch(english)
  await simulator.switchLanguage()
  await simulator.rest()
  await expect.poll(body).not.toMatch(french)
})
