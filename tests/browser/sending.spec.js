// What is sent: the number, the link and the message, copied or by mail. What the message says in each language
// is for tests/mail.rs.

import { copied } from './clipboard.js'
import { expect, test } from './fixtures.js'

/** The longest address of a message that every mail program takes. */
const LONGEST = 1_900

const linkOf = (page, lang, number) => `${new URL('/', page.url())}?lang=${lang}#${number.replaceAll('-', '')}`

test.describe('with the clipboard', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] })

  test('number, link and message are copied, and the status goes once they are others', async ({ simulator, page, someoneElse }) => {
    const { lang, words } = simulator
    const status = (of) => simulator.sheet.getByText(words.copied[of], { exact: true })
    await simulator.open()
    const first = await simulator.seeNumber()

    await test.step('the number', async () => {
      await simulator.button('copyNumber').click()
      await expect(status('number')).toBeVisible()
      expect(await copied(page)).toBe(first)
      await simulator.enterUsers('8')
      await expect(status('number')).toHaveCount(0)
      await simulator.button('copyNumber').click()
      await expect(status('number')).toBeVisible()
      expect(await copied(page)).toBe(await simulator.seeNumber())
    })

    await test.step('the link opens the simulation in the same language, whatever the browser prefers', async () => {
      const issued = await simulator.everything()
      await simulator.button('copyLink').click()
      await expect(status('link')).toBeVisible()
      const link = await copied(page)
      expect(link).toBe(linkOf(page, lang, issued.number))
      const other = await someoneElse({ locale: 'de-DE' })
      other.lang = lang
      await other.open(link)
      await expect(other.field('users')).toHaveValue('8')
      expect(await other.everything()).toEqual(issued)
    })

    await test.step('the message, which says what the mail would', async () => {
      await expect(simulator.messageText).toHaveCount(0)
      await simulator.showMessage()
      const text = (await simulator.message()).body.replaceAll('\r\n', '\n')
      expect(text).toContain(await simulator.seeNumber())
      await expect(simulator.messageText).toHaveValue(text)
      await expect(simulator.messageText).not.toBeEditable()
      await simulator.button('copyMessage').click()
      await expect(status('message')).toBeVisible()
      expect(await copied(page)).toBe(text)
    })

    await test.step('a link that is followed is another simulation', async () => {
      await page.evaluate((hash) => { location.hash = hash }, first.replaceAll('-', ''))
      await expect(simulator.number).toHaveText(first)
      await expect(status('message')).toHaveCount(0)
      await expect(simulator.messageText).toHaveValue(new RegExp(first))
    })
  })
})

test('says that it could not copy, where the browser refuses', async ({ simulator, page }) => {
  await page.addInitScript(() => {
    Clipboard.prototype.writeText = () => Promise.reject(new DOMException('refused', 'NotAllowedError'))
  })
  await simulator.open()
  await simulator.button('copyNumber').click()
  await simulator.seeFailed(simulator.words.notCopied.number)
  // Or has no clipboard at all.
  await page.evaluate(() => Object.defineProperty(Navigator.prototype, 'clipboard', { value: undefined }))
  await simulator.enterUsers('2')
  await expect(simulator.sheet.getByText(simulator.words.notCopied.number, { exact: true })).toHaveCount(0)
  await simulator.button('copyLink').click()
  await simulator.seeFailed(simulator.words.notCopied.link)
})

test('the mail is to the service of the offer, with number, link, total and lines, in the language of the page', async ({ simulator, page }) => {
  const GREETINGS = { fr: 'Bonjour,', en: 'Hello,' }
  await simulator.open()
  await simulator.enterUsers('2')
  await simulator.tickOption('larger')
  await simulator.seeTotal(3720)
  const number = await simulator.seeNumber()
  for (let time = 0; time < 2; time += 1) {
    if (time > 0) await simulator.switchLanguage()
    const { lang, words } = simulator
    await simulator.seeTotal(3720)
    const { href, to, subject, body } = await simulator.message()
    expect(to).toBe('service@casd.eu')
    expect(subject).toContain(number)
    const lines = [`${simulator.euros(238)} = ${simulator.euros(2856)}`, words.options.larger, words.onRequest, words.excluding]
    const parts = [number, linkOf(page, lang, number), words.offers.standard, simulator.euros(3720), ...lines]
    for (const part of parts) expect(body).toContain(part)
    expect(body.startsWith(GREETINGS[lang])).toBe(true)
    expect(href.length).toBeLessThan(LONGEST)
  }

  await simulator.openExample('pmsi')
  await simulator.seeTotal(2454)
  expect((await simulator.message()).to).toBe('acces.pmsi@casd.eu')
})
