// Variants side by side: what differs, what that costs, and a link that others open.

import { copied } from './clipboard.js'
import { Comparison } from './compare.js'
import { expect, test } from './fixtures.js'
import { cents, spaced } from './simulator.js'

const squeezed = (number) => number.replaceAll('-', '')
const spaces = (text) => text.replace(/\s+/g, ' ')

/** The comparison of a simulation of so many users with itself. */
async function compare(simulator, users = '2') {
  await simulator.open()
  await simulator.enterUsers(users)
  const first = await simulator.everything()
  const comparison = new Comparison(simulator)
  await comparison.goTo()
  return { comparison, first }
}

for (const locale of ['fr-FR', 'en-GB']) {
  test.describe(`in ${locale}`, () => {
    test.use({ locale })

    test('a duplicate in which one thing is changed: what differs, and what the simulator says of its number', async ({ simulator, someoneElse }) => {
      const { lang, words } = simulator
      const { comparison, first } = await compare(simulator)
      await comparison.duplicate(1)
      await expect(comparison.view.getByText(comparison.words.nothingDiffers)).toBeVisible()
      await comparison.enter(2, 'users', '3')
      const total = { fr: '4 164,00 €', en: '€4,164.00' }[lang]
      await comparison.seeTotals([first.total, total])
      expect(await comparison.differing()).toEqual({ [words.fields.users]: ['2', '3'] })
      const costs = await comparison.costs()
      expect(costs.totals).toEqual([first.total, total].map(spaces))
      expect(costs.differences[0]).toBe(comparison.words.first)
      expect(cents(costs.differences[1])).toBe(cents(total) - cents(first.total))
      expect(costs.differences[1]).toMatch(/^\+/)
      expect(costs.lines).toHaveLength(1)

      // The number that the address has for it says the same.
      const numbers = () => new URL(comparison.page.url()).hash.slice(1).split('&')
      // Until it was changed, it had the number of the first.
      await expect.poll(() => new Set(numbers()).size).toBe(2)
      const [, number] = numbers()
      const other = await someoneElse()
      await other.open(`./?lang=${lang}#${number}`)
      other.lang = lang
      await other.seeTotal(total)
      await expect(other.field('users')).toHaveValue('3')
      const theirs = await other.parsedLines()
      const [label, , amount] = costs.lines[0]
      expect(theirs.map(([label, , amount]) => [label, amount].map(spaces))).toContainEqual([label, amount])
    })

    test('each entry of a variant can be changed, and the rest stays', async ({ simulator }) => {
      const { words } = simulator
      const { comparison } = await compare(simulator)
      await comparison.duplicate(1)
      await comparison.enter(2, 'months', '24')
      await comparison.enter(2, 'students', '1')
      await comparison.enter(2, 'boxes', '3')
      await comparison.option(2, 'exports').check()
      const differing = await comparison.differing()
      expect(Object.keys(differing)).toHaveLength(4)
      expect(differing[words.fields.months]).toEqual(['12', '24'])
      expect(differing[comparison.words.accessPoints][1]).toMatch(/^3 SD-Box.* 24 /)
      const [, total] = (await comparison.costs()).totals
      // 24 × 3 boxes, the subscription, a second user halved, the exports.
      expect(cents(total)).toBe(24 * (3 * 3_500 + 23_800 + 1_850 + 2_500))
      await comparison.button('open', 2).click()
      await expect(simulator.sheet).toBeVisible()
      await simulator.seeTotal(total)
      await expect(simulator.field('months')).toHaveValue('24')
      await expect(simulator.boxes).toHaveCount(3)
    })

    test('a wrong entry is explained at its field and keeps what was typed, and the others stay', async ({ simulator }) => {
      const { words } = simulator
      const { comparison, first } = await compare(simulator)
      await comparison.duplicate(1)
      await comparison.enter(2, 'users', '3')
      await comparison.duplicate(2)
      await comparison.enter(3, 'months', 'douze')
      await comparison.seeProblem(3, 'months', words.faults.misread)
      await comparison.enter(3, 'months', '6')
      await comparison.seeProblem(3, 'months', words.faults.underMinimum)
      await comparison.enter(3, 'months', '241')
      await comparison.seeProblem(3, 'months', words.faults.atMost(240))
      const { totals } = await comparison.costs()
      expect(totals).toEqual([first.total, { fr: '4 164,00 €', en: '€4,164.00' }[simulator.lang]].map(spaces))
      await comparison.enter(2, 'students', '4')
      await comparison.seeProblem(2, 'students', words.faults.students)
      await expect(comparison.field(3, 'months')).toHaveValue('241')
      // In the other language, too.
      await simulator.switchLanguage()
      await comparison.seeProblem(3, 'months', simulator.words.faults.atMost(240))
      await expect(comparison.field(3, 'months')).toHaveValue('241')
      await expect(comparison.field(2, 'students')).toHaveValue('4')
      await comparison.enter(3, 'months', '24')
      await expect(comparison.field(3, 'months')).toHaveAttribute('aria-invalid', 'false')
    })

    test('screen readers are told the new total of a variant in its turn, and what is wrong at once, once it rests', async ({ simulator, page }) => {
      const { comparison } = await compare(simulator)
      await comparison.duplicate(1)
      await comparison.duplicate(1)
      await page.clock.pauseAt(new Date('2026-11-21T10:05:00+01:00'))
      await page.clock.runFor(5_000)
      // Nothing was changed yet.
      await expect(comparison.variants.getByRole('status')).toHaveText(['', ''])
      await comparison.enter(2, 'users', '3')
      await page.clock.runFor(1_000)
      await comparison.enter(2, 'users', '')
      await page.clock.runFor(1_000)
      await expect(comparison.variants.getByRole('status')).toHaveText(['', ''])
      await expect(comparison.variants.getByRole('alert')).toHaveText(['', ''])
      await page.clock.runFor(600)
      await comparison.seeWarned(2)
      await comparison.enter(2, 'users', '3')
      await expect(comparison.variants.getByRole('alert')).toHaveText(['', ''])
      await page.clock.runFor(1_600)
      await comparison.seeAnnounced(2, { fr: '4 164,00 €', en: '€4,164.00' }[simulator.lang])
      // Of the other one there is nothing to say.
      await expect(comparison.variant(3).getByRole('status')).toHaveText('')
    })

    test('what may be left empty says so, and what may not is told to screen readers', async ({ simulator }) => {
      const { comparison } = await compare(simulator)
      await comparison.duplicate(1)
      for (const name of ['months', 'users', 'students', 'boxes']) {
        await expect(comparison.field(2, name)).toHaveAttribute('aria-required', 'true')
      }
      const options = comparison.variant(2).getByRole('group', { name: simulator.words.legends.at(-1), exact: true })
      await expect(options.getByLabel(simulator.words.fields.packs, { exact: true })).not.toHaveAttribute('aria-required')
      await expect(options.getByRole('checkbox', { name: simulator.words.options.exports, exact: true })).toBeVisible()
    })

    test('there are four at most; one that is removed makes room, and the focus stays in the view', async ({ simulator }) => {
      const { comparison } = await compare(simulator)
      for (let n = 1; n < 4; n += 1) {
        await comparison.duplicate(n)
        await comparison.enter(n + 1, 'users', String(n + 2))
      }
      await expect(comparison.view.getByText(comparison.words.full)).toBeVisible()
      await expect(comparison.view.getByRole('button', { name: comparison.words.duplicate, exact: true })).toHaveCount(0)
      await expect(comparison.numberField).toHaveCount(0)
      await comparison.button('remove', 3).click()
      await expect(comparison.variants).toHaveCount(3)
      await expect(comparison.heading(1)).toBeFocused()
      await expect(comparison.field(2, 'users')).toHaveValue('3')
      await expect(comparison.field(3, 'users')).toHaveValue('5')
      await expect(comparison.numberField).toBeVisible()
    })

    test('a number that does not open is said, one that does is added', async ({ simulator, someoneElse }) => {
      const { words } = simulator
      const other = await someoneElse()
      await other.open()
      await other.openExample('pmsi')
      const number = await other.seeNumber()
      const { comparison } = await compare(simulator)
      await comparison.addNumber('bonjour')
      await expect(comparison.refusal).toHaveText(words.refusals.notOurs)
      await expect(comparison.numberField).toHaveAttribute('aria-invalid', 'true')
      await comparison.addNumber(number.slice(0, -1) + (number.endsWith('Q') ? 'P' : 'Q'))
      await expect(comparison.refusal).toContainText(words.refusals.mistyped)
      await expect(comparison.variants).toHaveCount(1)
      await comparison.addNumber(number)
      await expect(comparison.variants).toHaveCount(2)
      await expect(comparison.variant(2).locator('.sum')).toHaveText({ fr: /2\s454,00\s€/, en: /€2,454\.00/ }[simulator.lang])
      await expect(comparison.view.getByText(comparison.words.otherPrices)).toBeVisible()
      const differing = await comparison.differing()
      expect(Object.keys(differing)[0]).toBe(comparison.words.list)
    })
  })
}

test('the link that is copied opens the same set for somebody else, and the address follows', async ({ simulator, page, context, someoneElse }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const { comparison, first } = await compare(simulator)
  await comparison.duplicate(1)
  await comparison.enter(2, 'users', '3')
  await comparison.duplicate(2)
  await comparison.enter(3, 'months', '24')
  await expect.poll(() => new URL(page.url()).hash.split('&').length).toBe(3)
  const costs = await comparison.costs()
  await comparison.copyLink.click()
  await expect(comparison.view.locator('.said')).toHaveText(simulator.words.copied)
  const link = await copied(page)
  await page.bringToFront()
  const numbers = new URL(link).hash.slice(1).split('&')
  expect(numbers[0]).toBe(squeezed(first.number))
  await comparison.seeAddress(numbers)

  const other = await someoneElse()
  await other.page.goto(link)
  const theirs = new Comparison(other)
  await theirs.seeView()
  await expect(theirs.variants).toHaveCount(3)
  expect(await theirs.costs()).toEqual(costs)
  await theirs.seeAddress(numbers)
  await other.page.reload()
  await expect(theirs.variants).toHaveCount(3)
  expect(await theirs.costs()).toEqual(costs)
})

test('the address of a first visit names its first variant, too', async ({ simulator, page }) => {
  await simulator.open()
  const number = await simulator.seeNumber()
  const comparison = new Comparison(simulator)
  await comparison.goTo()
  await comparison.duplicate(1)
  await comparison.enter(2, 'users', '3')
  await expect.poll(() => page.url()).toMatch(/&CASD/)
  expect(new URL(page.url()).hash.slice(1).split('&')[0]).toBe(squeezed(number))
})

test('a variant opens in the simulator, and back returns to the set', async ({ simulator, page }) => {
  const { comparison } = await compare(simulator)
  await comparison.duplicate(1)
  await comparison.enter(2, 'users', '3')
  await expect.poll(() => page.url()).toMatch(/&CASD/)
  const costs = await comparison.costs()
  await comparison.button('open', 2).click()
  await expect(simulator.field('users')).toHaveValue('3')
  await page.goBack()
  await comparison.seeView()
  await expect(comparison.variants).toHaveCount(2)
  expect(await comparison.costs()).toEqual(costs)
  await expect(comparison.field(2, 'users')).toHaveValue('3')
  // And by way of the form, where the first is changed.
  await comparison.goBack()
  await expect(simulator.field('users')).toHaveValue('2')
  await simulator.enterUsers('1')
  await comparison.goTo()
  await expect(comparison.variants).toHaveCount(2)
  expect((await comparison.differing())[simulator.words.fields.users]).toEqual(['1', '3'])
})

test('each wrong entry of a variant is explained, however many there are', async ({ simulator }) => {
  const { comparison } = await compare(simulator)
  await comparison.duplicate(1)
  const { faults } = simulator.words
  await comparison.enter(2, 'boxes', 'x')
  await comparison.seeProblem(2, 'boxes', faults.misread)
  await comparison.enter(2, 'students', '4')
  await comparison.seeProblem(2, 'students', faults.students)
  await comparison.seeProblem(2, 'boxes', faults.misread)
})

/** From now on time stands still for the page: what it puts off is not done yet. */
const stopTime = (page) => page.clock.pauseAt(new Date('2026-11-21T11:00:00+01:00'))

test('what was changed just before opening a variant is not lost, and the address is that of the variant', async ({ simulator, page }) => {
  const { comparison } = await compare(simulator)
  await comparison.duplicate(1)
  await stopTime(page)
  await comparison.enter(2, 'users', '3')
  await comparison.button('open', 2).click()
  await expect(simulator.field('users')).toHaveValue('3')
  const number = await simulator.seeNumber()
  await page.clock.runFor(1_000)
  await simulator.seeAddressNames(number)
  await page.goBack()
  await comparison.seeView()
  await expect(comparison.field(2, 'users')).toHaveValue('3')
})

test('what is typed right before the other language is chosen stays', async ({ simulator, page }) => {
  const { comparison } = await compare(simulator)
  await comparison.duplicate(1)
  await stopTime(page)
  await comparison.enter(2, 'users', '3')
  await simulator.switchLanguage()
  await expect(comparison.field(2, 'users')).toHaveValue('3')
  await comparison.seeTotals(['€3,720.00', '€4,164.00'])
})

test('a number that is being typed stays in the other language, and the link is in the page’s', async ({ simulator }) => {
  const { comparison } = await compare(simulator)
  expect(new URL(await comparison.link()).searchParams.get('lang')).toBe('fr')
  await comparison.numberField.fill('CASD-1Q')
  await simulator.switchLanguage()
  await expect.poll(async () => new URL(await comparison.link()).searchParams.get('lang')).toBe('en')
  await expect(comparison.numberField).toHaveValue('CASD-1Q')
})

test('the link of a set keeps what the host wrote into the address, as it was written', async ({ simulator }) => {
  await simulator.open('./?campaign=a%20b+c&flag')
  const comparison = new Comparison(simulator)
  await comparison.goTo()
  expect(new URL(await comparison.link()).search).toBe('?lang=fr&campaign=a%20b+c&flag&view=compare')
})

test('the example of 2018 is the first, at its own prices; what is made of it is at those of today', async ({ simulator }) => {
  await simulator.open()
  await simulator.openExample('standard2018')
  const comparison = new Comparison(simulator)
  await comparison.goTo()
  await comparison.seeTotals(['2 723,00 €'])
  await comparison.duplicate(1)
  await comparison.seeTotals(['2 723,00 €', '3 918,00 €'])
  await expect(comparison.view.getByText(comparison.words.otherPrices)).toBeVisible()
  const { differences } = await comparison.costs()
  expect(cents(differences[1])).toBe(119_500)
  await comparison.enter(2, 'users', '3')
  await comparison.seeTotals(['2 723,00 €', '4 362,00 €'])
})

test('a set whose numbers do not all open says so of those, and shows the rest', async ({ simulator, page, someoneElse }) => {
  const other = await someoneElse()
  await other.open()
  await other.enterUsers('5')
  const sound = squeezed(await other.seeNumber())
  const broken = sound.slice(0, -1) + (sound.endsWith('Q') ? 'P' : 'Q')
  const comparison = new Comparison(simulator)
  await page.goto(`./?view=compare#${sound}&${broken}&${sound}`)
  await comparison.seeView()
  await expect(comparison.variants).toHaveCount(2)
  await expect(comparison.view.locator('.alert')).toContainText(simulator.words.refusals.mistyped)
  // The first of them, too: another simulation in its place would be taken for it.
  await page.goto('about:blank')
  await page.goto(`./?view=compare#${broken}&${sound}`)
  await comparison.seeView()
  await expect(comparison.view.getByText(spaced(simulator.words.refusals.mistyped))).toBeVisible()
})

test('variants that differ by who pays show who', async ({ simulator }) => {
  const { comparison } = await compare(simulator)
  await comparison.goBack()
  const number = await simulator.seeNumber()
  await simulator.form.getByText(simulator.words.institutions.summary, { exact: true }).click()
  await simulator.form.getByLabel(simulator.words.institutions.boxFunder(1), { exact: true }).fill('B')
  await expect(simulator.number).not.toHaveText(number)
  await comparison.goTo()
  await comparison.addNumber(number)
  const [one, other] = (await comparison.differing())[comparison.words.accessPoints]
  expect(one).not.toBe(other)
})

test('with the keys alone: duplicate, change, remove, add a number', async ({ simulator, page }) => {
  const { comparison, first } = await compare(simulator)
  await comparison.button('duplicate', 1).focus()
  await page.keyboard.press('Enter')
  await expect(comparison.heading(2)).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(comparison.field(2, 'months')).toBeFocused()
  await page.keyboard.press('Control+A')
  await page.keyboard.type('24')
  await expect(comparison.field(2, 'months')).toBeFocused()
  expect((await comparison.differing())[simulator.words.fields.months]).toEqual(['12', '24'])
  await comparison.button('remove', 2).focus()
  await page.keyboard.press('Enter')
  await expect(comparison.variants).toHaveCount(1)
  await comparison.numberField.focus()
  await page.keyboard.type(first.number)
  await page.keyboard.press('Enter')
  await expect(comparison.heading(2)).toBeFocused()
})

test('without an estimate there is nothing to compare, and a way back', async ({ simulator }) => {
  await simulator.open()
  await simulator.page.goto('./?view=compare&users=abc')
  const comparison = new Comparison(simulator)
  await expect(comparison.view.getByText(simulator.words.plan.noEstimate)).toBeVisible()
  await comparison.goBack()
  await expect(simulator.field('users')).toHaveValue('abc')
})
