// Which language the page is in, and what a change of language keeps. Each journey here sees both; how amounts and
// dates are written is proved by tests/texts.rs.

import { expect, test } from './fixtures.js'

test.use({ locale: 'fr-FR' })

test('the address decides, then what was chosen before, then the browser, and else it is English', async ({ simulator, page, someoneElse }) => {
  for (const [locale, lang] of [['fr-CA', 'fr'], ['en-GB', 'en'], ['ja-JP', 'en']]) {
    const other = await someoneElse({ locale })
    other.lang = lang
    await other.open()
    await expect(other.page.locator('html')).toHaveAttribute('lang', lang)
    await expect(other.page).toHaveTitle(other.words.documentTitle)
  }
  await simulator.open('./?lang=xx')
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr')
  simulator.lang = 'en'
  await simulator.open('./?lang=en')
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  // The address alone is no choice.
  simulator.lang = 'fr'
  await simulator.open()
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr')

  await test.step('the choice is remembered, with or without the address', async () => {
    await simulator.switchLanguage()
    await page.reload()
    await expect(simulator.heading).toBeVisible()
    await expect(page.locator('html')).toHaveAttribute('lang', 'en')
    await page.goto('about:blank')
    await simulator.open()
    await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  })
})

test('the switch changes the page, its language, its title and its address', async ({ simulator, views, page }) => {
  await simulator.open()
  await expect(simulator.languageSwitch).toHaveAttribute('lang', 'en')
  await simulator.seeTotal(3_276)
  await simulator.enterUsers('2')
  await simulator.rest()
  await simulator.seeAnnounced(`Total : ${simulator.euros(3_720)}`)
  const number = await simulator.seeNumber()

  await simulator.switchLanguage()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await expect(page).toHaveTitle(simulator.words.documentTitle)
  await expect(page).toHaveURL(new RegExp(`[?]lang=en#${number.replaceAll('-', '')}$`))
  await expect(simulator.languageSwitch).toHaveAttribute('lang', 'fr')
  await simulator.seeTotal(3_720)
  await simulator.rest()
  await simulator.seeAnnounced(`Total: ${simulator.euros(3_720)}`)

  await test.step('the language stays beside the view and the number', async () => {
    await views.goTo('check')
    await expect(page).toHaveURL(new RegExp(`[?]lang=en&view=check#${number.replaceAll('-', '')}$`))
    await page.reload()
    await views.seeView('check')
    await views.goBackToSimulator()
    await expect(page).toHaveURL(new RegExp(`[?]lang=en#${number.replaceAll('-', '')}$`))
  })

  await simulator.switchLanguage()
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr')
  await expect(page).toHaveTitle(simulator.words.documentTitle)
  await expect(page).toHaveURL(/\?lang=fr/)
})

test('the switch keeps the focus', async ({ simulator, page }) => {
  await simulator.open()
  await simulator.languageSwitch.focus()
  for (const lang of ['en', 'fr']) {
    await page.keyboard.press('Enter')
    simulator.lang = lang
    await expect(simulator.heading).toBeVisible()
    await expect(simulator.languageSwitch).toBeFocused()
  }

  await test.step('and what was entered, right or wrong', async () => {
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
  await test.step('and a number that was typed, with why it was refused', async () => {
    await simulator.openNumber('CASD-1QQQ')
    await simulator.seeRefusal(simulator.words.refusals.incomplete)
    await simulator.switchLanguage()
    await simulator.seeRefusal(simulator.words.refusals.incomplete)
    await expect(simulator.numberField).toHaveValue('CASD-1QQQ')
  })
  await test.step('and an example, its number and its closed form', async () => {
    await simulator.openExample('standard2018')
    const number = await simulator.seeNumber()
    await simulator.switchLanguage()
    await expect(simulator.number).toHaveText(number)
    await simulator.seeTotal(2_723)
    await simulator.seeSaid(simulator.words.equal)
    await expect(simulator.field('users')).toBeDisabled()
  })
})

test('no sentence of one language is left on the page of the other', async ({ simulator, page }) => {
  const french = /\b(vous|votre|avec|sont|pour|les|des)\b/i
  const english = /\b(the|your|with|are|this|from|which)\b/i
  const body = () => page.locator('body').innerText()
  await simulator.open()
  await simulator.tickOption('exports')
  expect(await body()).not.toMatch(english)
  // Spaces and dates as each language writes them.
  expect(await simulator.total.textContent()).toBe('3\u202f576,00\u202f€')
  const text = await simulator.sheet.textContent()
  expect(text).toContain('du 1er\u00a0décembre\u00a02026 au 30\u00a0novembre\u00a02027')
  expect(text).not.toMatch(/[0-9] €|[0-9] [0-9]{3},/)

  await simulator.switchLanguage()
  await simulator.rest()
  await expect.poll(body).not.toMatch(french)
  expect(await simulator.total.textContent()).toBe('€3,576.00')
  expect(await simulator.sheet.textContent()).toContain('from 1\u00a0December\u00a02026 to 30\u00a0November\u00a02027')
  // The sign before the amount, never after it.
  await expect(page.locator('body')).not.toContainText(/[0-9]\s€(?![0-9])/)
})
