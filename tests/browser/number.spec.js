import { existsSync, readFileSync } from 'node:fs'
import { numberOf, symbolsOf } from './bech32m.js'
import { TOTAL_2018, TOTAL_TODAY, UNDER_TODAYS_LIST } from './archived.js'
import { expect, test } from './fixtures.js'
import { cents } from './simulator.js'

/** A simulation with something in every field, on a page just opened. */
async function simulate(simulator) {
  await simulator.open()
  await simulator.fillEveryField()
  await simulator.seeTotal('9 732,00 €')
  return simulator.everything()
}

test('typed in lower case with spaces, a number opens the same simulation for someone else', async ({
  simulator,
  someoneElse,
}) => {
  const issued = await simulate(simulator)
  const other = await someoneElse()
  await other.open()
  await other.openNumber(`  ${issued.number.toLowerCase().replaceAll('-', ' ')} `)
  await other.seeTotal('9 732,00 €')
  await other.seeNoRefusal()
  expect(await other.everything()).toEqual(issued)
  await other.seeSaid(`Simulation ${issued.number} du 21 novembre 2026, rouverte avec sa grille`)
})

test('a number that is refused again is said again, to screen readers, too', async ({ simulator, page }) => {
  await simulator.open()
  await simulator.openNumber('abc')
  await simulator.seeRefusal(simulator.words.refusals.notOurs)
  await page.evaluate(() => {
    window.changes = 0
    const alert = document.getElementById('open-error')
    new MutationObserver((all) => { changes += all.length }).observe(alert, { subtree: true, childList: true, characterData: true })
  })
  await simulator.openNumber('abd')
  await simulator.seeRefusal(simulator.words.refusals.notOurs)
  expect(await page.evaluate(() => changes)).toBeGreaterThan(0)
  // What is entered elsewhere says nothing of it.
  await page.evaluate(() => { changes = 0 })
  await simulator.enterUsers('2')
  await simulator.seeTotal('3 720,00 €')
  expect(await page.evaluate(() => changes)).toBe(0)
})

test('a link opens the same simulation for someone else', async ({ simulator, someoneElse }) => {
  const issued = await simulate(simulator)
  const other = await someoneElse()
  await other.open(`./#${issued.number.replaceAll('-', '')}`)
  await other.seeTotal('9 732,00 €')
  expect(await other.everything()).toEqual(issued)
})

test('a whole link, pasted where a number goes, opens', async ({ simulator, someoneElse, page }) => {
  const issued = await simulate(simulator)
  await simulator.rest()
  await simulator.seeAddressNames(issued.number)
  const other = await someoneElse()
  await other.open()
  await other.openNumber(page.url())
  await other.seeTotal('9 732,00 €')
  expect(await other.everything()).toEqual(issued)
})

test('a number opened later keeps its number, its day and its prices', async ({ simulator, someoneElse }) => {
  const issued = await simulate(simulator)
  const other = await someoneElse()
  await other.page.clock.setFixedTime(new Date('2031-05-02T09:00:00+02:00'))
  await other.open(`./#${issued.number.replaceAll('-', '')}`)
  await other.seeTotal('9 732,00 €')
  expect(await other.everything()).toEqual(issued)
  await other.seeSaid(/du 21 novembre 2026/)
})

const ISSUED = new URL('../number/issued.json', import.meta.url)
const issuedNumbers = existsSync(ISSUED) ? JSON.parse(readFileSync(ISSUED, 'utf8')) : []

test('every number ever issued still opens at its total', async ({ simulator }) => {
  await simulator.open()
  for (const { number, total } of Array.isArray(issuedNumbers) ? issuedNumbers : Object.values(issuedNumbers).flat()) {
    await simulator.openNumber(number)
    await simulator.seeNoRefusal()
    await expect.poll(async () => (await simulator.number.textContent()).replaceAll('-', '')).toBe(number.replaceAll('-', '').toUpperCase())
    if (total !== undefined) {
      await expect
        .poll(async () => (await simulator.total.textContent()).replace(/[^0-9,]/g, '').replace(',', '.'))
        .toBe(Number(total).toFixed(2))
    }
  }
})

test('letters that look alike are forgiven', async ({ simulator }) => {
  await simulator.open()
  const number = await simulator.seeNumber()
  await simulator.enterUsers('9')
  const [prefix, rest] = [number.slice(0, 6), number.slice(6)]
  await simulator.openNumber(prefix.replace('1', 'l') + rest.replaceAll('0', 'O').replaceAll('L', '1').replaceAll('8', 'B'))
  await simulator.seeNoRefusal()
  await expect(simulator.number).toHaveText(number)
  await expect(simulator.field('users')).toHaveValue('1')
})

for (const locale of ['fr-FR', 'en-GB']) {
  test.describe(`in ${locale}`, () => {
    test.use({ locale })

    test('a mistyped number is explained, the wrong character is marked, and the form stays', async ({ simulator }) => {
      await simulator.open()
      const number = (await simulator.seeNumber()).replaceAll('-', '')
      await simulator.enterUsers('3')
      const before = await simulator.everything()

      const at = 12
      const wrong = number[at] === 'Q' ? 'P' : 'Q'
      await simulator.openNumber(number.slice(0, at) + wrong + number.slice(at + 1))
      await simulator.seeRefusal(simulator.words.refusals.mistyped)
      await expect(simulator.refusal.locator('mark')).toHaveText([wrong])
      const shown = simulator.refusal.getByRole('paragraph').nth(1)
      const mistyped = number.slice(0, at) + wrong + number.slice(at + 1)
      await expect(shown).toHaveText(mistyped.match(/.{1,4}/g).join('-'))
      const place = (paragraph) => {
        const before = document.createRange()
        before.setStart(paragraph, 0)
        before.setEndBefore(paragraph.querySelector('mark'))
        return before.toString().replaceAll('-', '').length
      }
      expect(await shown.evaluate(place)).toBe(at)
      await expect(simulator.numberField).toHaveAccessibleDescription(/./)

      expect(await simulator.everything()).toEqual(before)
      await simulator.enterUsers('4')
      await expect(simulator.number).not.toHaveText(before.number)
    })

    test('a mistyped link is explained, and the page is there to work with', async ({ simulator }) => {
      await simulator.open()
      const number = (await simulator.seeNumber()).replaceAll('-', '')
      const wrong = number.at(-1) === 'Q' ? 'P' : 'Q'
      await simulator.page.goto('about:blank')
      await simulator.open(`./#${number.slice(0, -1)}${wrong}`)
      await simulator.seeRefusal(simulator.words.refusals.mistyped)
      await expect(simulator.refusal.locator('mark')).toHaveText([wrong])
      await expect(simulator.field('users')).toHaveValue('1')
      await simulator.enterUsers('2')
      await simulator.seeNumber()
    })

    for (const text of ['bonjour', 'CASD', '', '😀😀😀', '<script>alert(1)</script>', 'x'.repeat(5000)]) {
      test(`foreign text is refused as such: “${text.slice(0, 30)}”`, async ({ simulator }) => {
        await simulator.open()
        await simulator.openNumber(text)
        await simulator.seeRefusal(simulator.words.refusals.notOurs)
        await simulator.seeNumber()
      })
    }

    test('what is wrong with a number whose checksum is right is told apart', async ({ simulator }) => {
      const { refusals } = simulator.words
      await simulator.open()
      const symbols = symbolsOf(await simulator.seeNumber())
      const with_ = (at, change) => numberOf(symbols.map((symbol, index) => (index === at ? change(symbol) : symbol)))
      expect(numberOf(symbols)).toBe((await simulator.seeNumber()).replaceAll('-', ''))

      await simulator.openNumber(with_(0, () => 2))
      await simulator.seeRefusal(refusals.newer)
      await simulator.openNumber(with_(1, (symbol) => symbol | 0b01110))
      await simulator.seeRefusal(refusals.unknownList)
      await simulator.openNumber(with_(3, (symbol) => symbol ^ 1))
      await simulator.seeRefusal(refusals.listChanged)
      await simulator.openNumber(with_(6, (symbol) => symbol ^ 1))
      await simulator.seeRefusal(refusals.totalChanged)
      await simulator.seeNumber()
    })

    test('a number cut short is explained', async ({ simulator }) => {
      await simulator.open()
      const number = await simulator.seeNumber()
      await simulator.openNumber(number.slice(0, 9))
      await simulator.seeRefusal(simulator.words.refusals.incomplete)
    })
  })
}

test('the refusal goes once a number opens', async ({ simulator }) => {
  await simulator.open()
  const number = await simulator.seeNumber()
  await simulator.openNumber('bonjour')
  await simulator.seeRefusal(simulator.words.refusals.notOurs)
  await simulator.openNumber(number)
  await simulator.seeNoRefusal()
  await expect(simulator.numberField).not.toHaveAttribute('aria-invalid', 'true')
})

test('another number in the address of the same tab opens', async ({ simulator, page }) => {
  await simulator.open()
  const first = await simulator.everything()
  await simulator.enterUsers('5')
  await simulator.seeTotal('5 052,00 €')
  const second = await simulator.everything()
  await simulator.rest()
  await page.evaluate((hash) => (location.hash = hash), first.number.replaceAll('-', ''))
  await simulator.seeTotal('3 276,00 €')
  expect(await simulator.everything()).toEqual(first)
  await page.goBack()
  await simulator.seeTotal('5 052,00 €')
  expect(await simulator.everything()).toEqual(second)
})

test('a wrong number in the address of the same tab is explained, and the form is kept', async ({ simulator, page }) => {
  await simulator.open()
  await simulator.enterUsers('5')
  await page.evaluate(() => (location.hash = 'nothing'))
  await simulator.seeRefusal(simulator.words.refusals.notOurs)
  await simulator.seeTotal('5 052,00 €')
})

test('the address follows once the form rests, and the history does not grow', async ({ simulator, page }) => {
  await simulator.open()
  const [address, length] = [page.url(), await page.evaluate(() => history.length)]
  await page.clock.pauseAt(new Date('2026-11-21T10:05:00+01:00'))
  for (const users of ['2', '3', '4']) {
    await simulator.enterUsers(users)
    await page.clock.runFor(1_400)
    expect(page.url()).toBe(address)
  }
  const number = await simulator.seeNumber()
  await page.clock.runFor(200)
  await simulator.seeAddressNames(number)
  // It was just written: from now on it waits, unless one turns to the address bar.
  await simulator.openExample('pmsi')
  await simulator.turnAway()
  await simulator.seeAddressNames(await simulator.seeNumber())
  await simulator.enterUsers('7')
  await simulator.stay()
  await simulator.seeAddressNames(await simulator.seeNumber())
  expect(await page.evaluate(() => history.length)).toBe(length)
})

test('a reload brings back what the address names', async ({ simulator, page }) => {
  const issued = await simulate(simulator)
  await simulator.rest()
  await simulator.seeAddressNames(issued.number)
  await page.reload()
  await simulator.seeTotal('9 732,00 €')
  expect(await simulator.everything()).toEqual(issued)
})

test('a number of the archived list opens closed, and can be redone', async ({ simulator, someoneElse }) => {
  await simulator.open()
  await simulator.openExample('standard2018')
  const number = await simulator.seeNumber()
  const other = await someoneElse()
  await other.open(`./#${number.replaceAll('-', '')}`)
  await other.seeTotal('2 723,00 €')
  await expect(other.field('users')).toBeDisabled()
  await other.button('redo').click()
  await other.seeTotal('3 918,00 €')
})

for (const locale of ['fr-FR', 'en-GB']) {
  test.describe(`in ${locale}`, () => {
    test.use({ locale })

    test('beside its own prices, a number of an archived list says what the project costs today, and redoes it', async ({
      simulator,
      someoneElse,
    }) => {
      const { lang } = simulator
      await simulator.open()
      await simulator.openExample('standard2018')
      await simulator.seeTotal(TOTAL_2018[lang])
      const old = await simulator.seeNumber()
      const other = await someoneElse()
      await other.open(`./#${old.replaceAll('-', '')}`)
      await other.seeTotal(TOTAL_2018[lang])
      const [said, changes] = UNDER_TODAYS_LIST[lang]
      await other.seeToday(said, changes)

      // What is said agrees with the two totals, and the lines with what is said.
      const [, today, difference, percent] = /^(.*?) \((.*?€.*?|.*?€[0-9,.]*), ([^,]*,?[0-9]+\s?%)\)$/.exec(said.replace('\u2060', ''))
      const before = cents(await other.total.textContent())
      expect(cents(today)).toBe(before + cents(difference))
      const share = Number(percent.replace(/[^0-9,.]/g, '').replace(',', '.'))
      expect(share).toBe(Math.round((1000 * cents(difference)) / before) / 10)
      const amount = (text) => (text === '–' ? 0 : cents(text))
      const sum = changes.reduce((sum, [, from, to]) => sum + amount(to) - amount(from), 0)
      expect(sum).toBe(cents(difference))

      await other.button('redo').click()
      await other.seeTotal(TOTAL_TODAY[lang])
      expect(cents(await other.total.textContent())).toBe(cents(today))
      expect(await other.seeNumber()).not.toBe(old)
      await expect(other.field('users')).toBeEnabled()
      await expect(other.sheet).not.toContainText(other.words.againstToday)
    })
  })
}

test('a number of a list in force says nothing of today', async ({ simulator, someoneElse }) => {
  const issued = await simulate(simulator)
  const other = await someoneElse()
  await other.open(`./#${issued.number.replaceAll('-', '')}`)
  await other.seeTotal('9 732,00 €')
  await expect(other.sheet).not.toContainText(other.words.againstToday)
  await expect(other.button('redo')).toHaveCount(0)
})

test('a number names no person and no institution: it only changes with the project', async ({ simulator, someoneElse }) => {
  await simulator.open()
  const other = await someoneElse({ locale: 'en-GB' })
  await other.open()
  expect(await other.seeNumber()).toBe(await simulator.seeNumber())
})
