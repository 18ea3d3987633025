import { copied } from './clipboard.js'
import { expect, test } from './fixtures.js'

/** The longest address of a message that every mail program takes. */
const LONGEST = 1_900

for (const locale of ['fr-FR', 'en-GB']) {
  test.describe(`in ${locale}`, () => {
    test.use({ locale })

    test.describe('with the clipboard', () => {
      test.use({ permissions: ['clipboard-read', 'clipboard-write'] })

      test('copies the number', async ({ simulator, page }) => {
        await simulator.open()
        const number = await simulator.seeNumber()
        await simulator.button('copyNumber').click()
        await expect(simulator.sheet.getByText(simulator.words.copied, { exact: true })).toBeVisible()
        expect(await copied(page)).toBe(number)
      })

      test('copies a link that opens the simulation in the same language', async ({ simulator, page, someoneElse }) => {
        await simulator.open()
        await simulator.enterUsers('3')
        const issued = await simulator.everything()
        await simulator.button('copyLink').click()
        await expect(simulator.sheet.getByText(simulator.words.copied, { exact: true })).toBeVisible()
        const link = await copied(page)
        expect(link).toBe(`${new URL('/', page.url())}?lang=${simulator.lang}#${issued.number.replaceAll('-', '')}`)
        const other = await someoneElse({ locale: 'de-DE' })
        other.lang = simulator.lang
        await other.open(link)
        await expect(other.field('users')).toHaveValue('3')
        expect(await other.everything()).toEqual(issued)
      })

      test('says again that it copied, and what is copied follows the form', async ({ simulator, page }) => {
        await simulator.open()
        await simulator.button('copyNumber').click()
        await simulator.enterUsers('8')
        const number = await simulator.seeNumber()
        await simulator.button('copyNumber').click()
        await expect.poll(() => copied(page)).toBe(number)
      })

      test('does not say that a number is copied once the number is another', async ({ simulator }) => {
        await simulator.open()
        await simulator.button('copyNumber').click()
        const copied = simulator.sheet.getByText(simulator.words.copied, { exact: true })
        await expect(copied).toBeVisible()
        await simulator.enterUsers('8')
        await simulator.rest()
        await expect(copied).toHaveCount(0)
      })

      test('does not say it of the simulation whose link is followed next', async ({ simulator, page }) => {
        await simulator.open()
        const first = await simulator.seeNumber()
        await simulator.enterUsers('8')
        await simulator.turnAway()
        await simulator.button('copyNumber').click()
        const copied = simulator.sheet.getByText(simulator.words.copied, { exact: true })
        await expect(copied).toBeVisible()
        await page.evaluate((number) => { location.hash = number.replaceAll('-', '') }, first)
        await expect(simulator.number).toHaveText(first)
        await expect(copied).toHaveCount(0)
      })
    })

    test('says that it could not copy, where there is no clipboard', async ({ simulator, page }) => {
      await page.addInitScript(() => Object.defineProperty(Navigator.prototype, 'clipboard', { value: undefined }))
      await simulator.open()
      for (const button of ['copyNumber', 'copyLink']) {
        await simulator.button(button).click()
        await simulator.seeFailed(simulator.words.notCopied)
      }
    })

    test('says that it could not copy, where the browser refuses', async ({ simulator, page }) => {
      await page.addInitScript(() => {
        Clipboard.prototype.writeText = () => Promise.reject(new DOMException('refused', 'NotAllowedError'))
      })
      await simulator.open()
      await simulator.button('copyNumber').click()
      await simulator.seeFailed(simulator.words.notCopied)
    })

    test('writes to CASD with number, link, total and lines', async ({ simulator, page }) => {
      const { lang, words } = simulator
      await simulator.open()
      await simulator.enterUsers('2')
      await simulator.tickOption('larger')
      const number = await simulator.seeNumber()
      const message = await simulator.message()
      expect(message.to).toBe('service@casd.eu')
      expect(message.subject).toContain(number)
      expect(message.body).toContain(number)
      expect(message.body).toContain(`${new URL('/', page.url())}?lang=${lang}#${number.replaceAll('-', '')}`)
      const expected = {
        fr: ['Bonjour,', 'Projet standard, du 1er décembre 2026 au 30 novembre 2027', '3 720,00 €', '12 mois × 238,00 € = 2 856,00 €', 'Configuration plus puissante : sur demande'],
        en: ['Hello,', 'Standard project, from 1 December 2026 to 30 November 2027', '€3,720.00', '12 months × €238.00 = €2,856.00', 'A larger configuration: on request'],
      }
      for (const part of [...expected[lang], words.excluding]) expect(message.body).toContain(part)
      expect(message.body).not.toContain(lang === 'fr' ? 'Hello' : 'Bonjour')
      expect(message.href.length).toBeLessThan(LONGEST)
    })

    test('writes about PMSI to the PMSI service', async ({ simulator }) => {
      await simulator.open()
      await simulator.openExample('pmsi')
      await simulator.seeTotal(simulator.lang === 'fr' ? '2 454,00 €' : '€2,454.00')
      const message = await simulator.message()
      expect(message.to).toBe('acces.pmsi@casd.eu')
      expect(message.href.length).toBeLessThan(LONGEST)
    })

    test('writes a message that fits, however long the simulation', async ({ simulator }) => {
      await simulator.open()
      await simulator.chooseOffer('cohorts')
      await simulator.enterUsers('1000')
      await simulator.enterMonths('239')
      for (const option of ['exports', 'larger', 'software']) await simulator.tickOption(option)
      await simulator.enter('packs', '100')
      for (let n = 2; n <= 12; n += 1) {
        await simulator.addBox()
        await simulator.enterBoxMonths(n, String(n * 13))
      }
      const number = await simulator.seeNumber()
      const message = await simulator.message()
      expect(message.href.length).toBeLessThan(LONGEST)
      expect(message.body).toContain(number)
      expect(message.body).toContain(number.replaceAll('-', ''))
      const total = (await simulator.total.textContent()).replace(/\s/g, ' ')
      expect(message.body).toContain(total)
      // What is left out is said to be.
      expect(message.body).toContain('…')
    })
  })
}

test('the message changes with the language', async ({ simulator }) => {
  await simulator.open()
  expect((await simulator.message()).body).toContain('Bonjour')
  await simulator.switchLanguage()
  expect((await simulator.message()).body).toContain('Hello')
})
