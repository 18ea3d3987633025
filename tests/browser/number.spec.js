// Numbers, typed or in the address, and what the page does with those that do not open. What is read, forgiven
// and refused, and in which words, is for crates/tariff/tests/tariff/number.rs.

import { readFileSync } from 'node:fs'
import { TOTAL_2018, TOTAL_TODAY, UNDER_TODAYS_LIST } from './archived.js'
import { numberOf, symbolsOf } from './bech32m.js'
import { expect, test } from './fixtures.js'
import { written } from './reading.js'
import { cents, spaced } from './simulator.js'

/** A simulation with something in every field, on a page just opened. */
async function simulate(simulator) {
  await simulator.open()
  await simulator.fillEveryField()
  await simulator.seeTotal(9732)
  return simulator.everything()
}

const compact = (number) => number.replaceAll('-', '')
const ISSUED = JSON.parse(readFileSync(new URL('../number/issued.json', import.meta.url), 'utf8'))

test('typed in lower case with spaces, or as a link, a number opens the same simulation for someone else', async ({
  simulator,
  someoneElse,
  page,
}) => {
  const issued = await simulate(simulator)
  await simulator.rest()
  await simulator.seeAddressNames(issued.number)
  const other = await someoneElse()
  await other.open()
  for (const typed of [`  ${issued.number.toLowerCase().replaceAll('-', ' ')} `, page.url()]) {
    await other.openNumber(typed)
    await other.seeTotal(9732)
    await other.seeNoRefusal()
    expect(await other.everything()).toEqual(issued)
    await other.seeSaid(new RegExp(`${issued.number} .*${written(other.lang, '2026-11-21')}`))
    await other.openExample('pmsi')
    await other.seeTotal(2454)
  }

  await test.step('numbers that were issued long ago open in the browser, too', async () => {
    for (const list of ['casd-2018', 'casd-2020', 'pmsi']) {
      const { number, total } = ISSUED.findLast((row) => row.list === list)
      await other.openNumber(number)
      await other.seeTotal(Number(total))
      await expect(other.number).toHaveText(number)
    }
  })
})

test('a link that is opened years later keeps its number, its day and its prices', async ({ simulator, someoneElse }) => {
  const issued = await simulate(simulator)
  const other = await someoneElse()
  await other.page.clock.setFixedTime(new Date('2031-05-02T09:00:00+02:00'))
  await other.open(`./#${compact(issued.number)}`)
  await other.seeTotal(9732)
  expect(await other.everything()).toEqual(issued)
  await other.seeSaid(new RegExp(`${issued.number} .*${written(other.lang, '2026-11-21')}`))
  // Its list is in force: nothing to compare with, and nothing to redo.
  await expect(other.sheet).not.toContainText(other.words.againstToday)
  await expect(other.button('redo')).toHaveCount(0)
})

test('a mistyped number is explained, the wrong character is marked, and the form stays', async ({ simulator, page }) => {
  const { refusals } = simulator.words
  await simulator.open()
  const number = await simulator.seeNumber()
  await simulator.enterUsers('3')
  await simulator.seeTotal(4164)
  const before = await simulator.everything()

  await test.step('the character is marked where it is', async () => {
    const at = 12
    const wrong = compact(number)[at] === 'Q' ? 'P' : 'Q'
    const mistyped = compact(number).slice(0, at) + wrong + compact(number).slice(at + 1)
    await simulator.openNumber(mistyped)
    await simulator.seeRefusal(refusals.mistyped)
    await expect(simulator.refusal.locator('mark')).toHaveText([wrong])
    const shown = simulator.refusal.getByRole('paragraph').nth(1)
    await expect(shown).toHaveText(mistyped.match(/.{1,4}/g).join('-'))
    const place = (paragraph) => {
      const before = document.createRange()
      before.setStart(paragraph, 0)
      before.setEndBefore(paragraph.querySelector('mark'))
      return before.toString().replaceAll('-', '').length
    }
    expect(await shown.evaluate(place)).toBe(at)
    await expect(simulator.numberField).toHaveAccessibleDescription(spaced(new RegExp(refusals.mistyped.source.slice(1))))
    expect(await simulator.everything()).toEqual(before)
  })

  await test.step('other refusals have other words, and script is only text', async () => {
    const symbols = symbolsOf(number)
    const other = (at, change) => numberOf(symbols.map((symbol, index) => (index === at ? change(symbol) : symbol)))
    expect(numberOf(symbols)).toBe(compact(number))
    for (const [typed, said] of [
      ['<img src=x onerror="window.ran = true">', refusals.notOurs],
      [number.slice(0, 9), refusals.incomplete],
      [other(0, () => 2), refusals.newer],
      [other(1, (symbol) => symbol | 0b01110), refusals.unknownList],
      [other(3, (symbol) => symbol ^ 1), refusals.listChanged],
      [other(6, (symbol) => symbol ^ 1), refusals.totalChanged],
    ]) {
      await simulator.openNumber(typed)
      await simulator.seeRefusal(said)
    }
    expect(await page.evaluate(() => window.ran)).toBeUndefined()
    expect(await simulator.everything()).toEqual(before)
  })

  await test.step('the same refusal is announced again, and not for another entry', async () => {
    await simulator.openNumber('abc')
    await simulator.seeRefusal(refusals.notOurs)
    await page.evaluate(() => {
      window.changes = 0
      const alert = document.getElementById('open-error')
      new MutationObserver((all) => { changes += all.length }).observe(alert, { subtree: true, childList: true, characterData: true })
    })
    await simulator.openNumber('abd')
    await expect.poll(() => page.evaluate(() => changes)).toBeGreaterThan(0)
    await simulator.seeRefusal(refusals.notOurs)
    await page.evaluate(() => { changes = 0 })
    await simulator.enterUsers('2')
    await simulator.seeTotal(3720)
    expect(await page.evaluate(() => changes)).toBe(0)
  })

  await test.step('the refusal goes once a number opens', async () => {
    await simulator.openNumber(number)
    await simulator.seeNoRefusal()
    await simulator.seeTotal(3276)
    await expect(simulator.numberField).not.toHaveAttribute('aria-invalid', 'true')
  })
})

test('a number in the address opens, and a wrong one is explained and leaves the form', async ({ simulator, page }) => {
  await simulator.open()
  const first = await simulator.everything()
  await simulator.enterUsers('5')
  await simulator.seeTotal(5052)
  const second = await simulator.everything()
  await simulator.rest()
  await page.evaluate((hash) => { location.hash = hash }, compact(first.number))
  await simulator.seeTotal(3276)
  expect(await simulator.everything()).toEqual(first)
  await page.goBack()
  await simulator.seeTotal(5052)
  expect(await simulator.everything()).toEqual(second)
  await page.evaluate(() => { location.hash = 'nothing' })
  await simulator.seeRefusal(simulator.words.refusals.notOurs)
  await simulator.seeTotal(5052)

  await test.step('as the page is loaded', async () => {
    const number = compact(first.number)
    const wrong = number.at(-1) === 'Q' ? 'P' : 'Q'
    await page.goto('about:blank')
    await simulator.open(`./#${number.slice(0, -1)}${wrong}`)
    await simulator.seeRefusal(simulator.words.refusals.mistyped)
    await expect(simulator.refusal.locator('mark')).toHaveText([wrong])
    await expect(simulator.field('users')).toHaveValue('1')
    await simulator.enterUsers('2')
    await simulator.seeTotal(3720)
    await simulator.seeNumber()
  })
})

test('the address follows once the form rests, the history does not grow, and a reload brings it back', async ({ simulator, page }) => {
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
  const issued = await simulator.everything()
  await simulator.seeAddressNames(issued.number)
  expect(await page.evaluate(() => history.length)).toBe(length)
  await page.reload()
  await expect(simulator.number).toHaveText(issued.number)
  expect(await simulator.everything()).toEqual(issued)
})

test('a number of an archived list opens closed, says what the project costs today, and is redone', async ({ simulator, someoneElse }) => {
  const { lang } = simulator
  await simulator.open()
  await simulator.openExample('standard2018')
  await simulator.seeTotal(TOTAL_2018[lang])
  const old = await simulator.seeNumber()
  const other = await someoneElse()
  await other.open(`./#${compact(old)}`)
  await other.seeTotal(TOTAL_2018[lang])
  await expect(other.field('users')).toBeDisabled()
  const [said, changes] = UNDER_TODAYS_LIST[lang]
  await other.seeToday(said, changes)

  await other.button('redo').click()
  await other.seeTotal(TOTAL_TODAY[lang])
  expect(said.startsWith(TOTAL_TODAY[lang])).toBe(true)
  expect(cents(await other.total.textContent())).toBeGreaterThan(cents(TOTAL_2018[lang]))
  expect(await other.seeNumber()).not.toBe(old)
  await expect(other.field('users')).toBeEnabled()
  await expect(other.sheet).not.toContainText(other.words.againstToday)
})
