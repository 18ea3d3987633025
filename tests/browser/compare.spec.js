// Variants side by side: what differs, what that costs, and a link that others open.

import { Views } from './views.js'
import { Comparison } from './compare.js'
import { expect, test } from './fixtures.js'
import { Simulator, cents, spaced } from './simulator.js'

const squeezed = (number) => number.replaceAll('-', '')
const spaces = (text) => text.replace(/\s+/g, ' ')
/** A number with its last character mistyped. */
const mistyped = (number) => number.slice(0, -1) + (number.endsWith('Q') ? 'P' : 'Q')

/** The comparison of a simulation of so many users with itself. */
async function compare(simulator, users = '2') {
  await simulator.open()
  await simulator.enterUsers(users)
  const first = await simulator.everything()
  const comparison = new Comparison(simulator)
  await comparison.goTo()
  return { comparison, first }
}

/** From now on time stands still for the page: what it puts off is not done yet. */
const stopTime = (page) => page.clock.pauseAt(new Date('2026-11-21T11:00:00+01:00'))

test('a duplicate with one change shows what differs, and the link of the set opens for someone else', async ({ simulator, page, context, someoneElse }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const { lang, words } = simulator
  // A first visit: the address names no number yet.
  await simulator.open('./?campaign=a%20b+c&flag')
  const first = await simulator.everything()
  const comparison = new Comparison(simulator)
  await comparison.goTo()

  await test.step('what differs, and what it costs', async () => {
    await comparison.duplicate(1)
    await expect(comparison.view.getByText(comparison.words.nothingDiffers)).toBeVisible()
    await comparison.enter(2, 'users', '2')
    await comparison.seeTotals([3_276, 3_720].map((euros) => simulator.euros(euros)))
    expect(await comparison.differing()).toEqual({ [words.fields.users]: ['1', '2'] })
    const { lines, differences, totals } = await comparison.costs()
    expect(totals).toEqual([first.total, simulator.euros(3_720)].map(spaces))
    expect(differences[0]).toBe(comparison.words.first)
    expect(cents(differences[1])).toBe(44_400)
    expect(differences[1]).toMatch(/^\+/)
    expect(lines).toHaveLength(1)
  })

  await comparison.duplicate(2)
  await comparison.enter(3, 'months', '24')
  const costs = await comparison.costs()
  const numbers = () => new URL(page.url()).hash.slice(1).split('&')
  const link = await test.step('the address names each variant, and the link is that address', async () => {
    // Until it is changed, a duplicate has the number of the first.
    await expect.poll(() => new Set(numbers()).size).toBe(3)
    expect(numbers()[0]).toBe(squeezed(first.number))
    const link = new URL(await comparison.link())
    expect(link.hash.slice(1).split('&')).toEqual(numbers())
    // What the host wrote into the address is as it was written.
    expect(link.search).toBe(`?lang=${lang}&campaign=a%20b+c&flag&view=compare`)
    return link.href
  })

  await test.step('someone else has the same set, after a reload too', async () => {
    const other = await someoneElse()
    await other.page.goto(link)
    const theirs = new Comparison(other)
    await theirs.seeView()
    await expect(theirs.variants).toHaveCount(3)
    expect(await theirs.costs()).toEqual(costs)
    await theirs.seeAddress(numbers())
    await other.page.reload()
    await expect(theirs.variants).toHaveCount(3)
    expect(await theirs.costs()).toEqual(costs)
  })

  await test.step('the number of a variant is that simulation', async () => {
    const other = await someoneElse()
    await other.open(`./?lang=${lang}#${numbers()[1]}`)
    await other.seeTotal(3_720)
    await expect(other.field('users')).toHaveValue('2')
    const theirs = await other.parsedLines()
    for (const [label, , amount] of costs.lines) expect(theirs.map(([label, , amount]) => [label, amount].map(spaces))).toContainEqual([label, amount])
  })
})

test('a wrong entry is explained at its field once it rests, keeps what was typed, and leaves the others alone', async ({ simulator, page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const { faults } = simulator.words
  const { comparison } = await compare(simulator)
  await comparison.duplicate(1)
  await comparison.duplicate(1)

  await test.step('what is mandatory has aria-required', async () => {
    for (const name of ['months', 'users', 'students', 'boxes']) {
      await expect(comparison.field(2, name)).toHaveAttribute('aria-required', 'true')
    }
    const options = comparison.variant(2).getByRole('group', { name: simulator.words.legends.at(-1), exact: true })
    await expect(options.getByLabel(simulator.words.fields.packs, { exact: true })).not.toHaveAttribute('aria-required')
    await expect(options.getByRole('checkbox', { name: simulator.words.options.exports, exact: true })).toBeVisible()
  })

  await test.step('screen readers hear a wrong entry at once, a new total in its turn, once it rests', async () => {
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
    await comparison.seeAnnounced(2, simulator.euros(4_164))
    // Of the other one there is nothing to announce.
    await expect(comparison.variant(3).getByRole('status')).toHaveText('')
  })

  await test.step('each is explained at its field, and the other variants stay', async () => {
    await comparison.enter(3, 'months', 'douze')
    await comparison.seeProblem(3, 'months', faults.misread)
    await comparison.enter(3, 'months', '6')
    await comparison.seeProblem(3, 'months', faults.underMinimum)
    await comparison.enter(3, 'months', '241')
    await comparison.seeProblem(3, 'months', faults.atMost(240))
    const { totals } = await comparison.costs()
    expect(totals).toEqual([3_720, 4_164].map((euros) => simulator.euros(euros)))
    // Two at once, of which one is not an entry of a project.
    await comparison.enter(2, 'boxes', 'x')
    await comparison.seeProblem(2, 'boxes', faults.misread)
    await comparison.enter(2, 'students', '4')
    await comparison.seeProblem(2, 'students', faults.students)
    await comparison.seeProblem(2, 'boxes', faults.misread)
  })

  await test.step('what was typed stays in the other language, even just before', async () => {
    await comparison.enter(2, 'boxes', '1')
    await comparison.numberField.fill('CASD-1Q')
    await simulator.switchLanguage()
    await comparison.seeProblem(3, 'months', simulator.words.faults.atMost(240))
    await expect(comparison.field(3, 'months')).toHaveValue('241')
    await expect(comparison.field(2, 'students')).toHaveValue('4')
    await expect(comparison.field(2, 'boxes')).toHaveValue('1')
    await expect(comparison.numberField).toHaveValue('CASD-1Q')
    expect(new URL(await comparison.link()).searchParams.get('lang')).toBe(simulator.lang)
    await comparison.enter(3, 'months', '24')
    await expect(comparison.field(3, 'months')).toHaveAttribute('aria-invalid', 'false')
    await comparison.enter(2, 'students', '0')
    // The subscription, a second user and a box, for 24 months.
    await comparison.seeTotals([3_720, 4_164, 7_440].map((euros) => simulator.euros(euros)))
  })
})

test('there are four variants at most; each is changed, removed and added with the keys, and the focus stays', async ({ simulator, page, someoneElse }) => {
  const { words } = simulator
  const other = await someoneElse()
  await other.open()
  await other.openExample('pmsi')
  const pmsi = await other.seeNumber()
  const { comparison } = await compare(simulator)

  await test.step('each entry can be changed', async () => {
    await comparison.button('duplicate', 1).focus()
    await page.keyboard.press('Enter')
    await expect(comparison.heading(2)).toBeFocused()
    await page.keyboard.press('Tab')
    await expect(comparison.field(2, 'months')).toBeFocused()
    await page.keyboard.press('Control+A')
    await page.keyboard.type('24')
    await expect(comparison.field(2, 'months')).toBeFocused()
    await comparison.enter(2, 'students', '1')
    await comparison.enter(2, 'boxes', '3')
    await comparison.option(2, 'exports').check()
    const differing = await comparison.differing()
    expect(Object.keys(differing)).toHaveLength(4)
    expect(differing[words.fields.months]).toEqual(['12', '24'])
    expect(differing[comparison.words.accessPoints][1]).toMatch(/^3 SD-Box.* 24 /)
    // 24 × 3 boxes, the subscription, a second user halved, the exports.
    expect(cents((await comparison.costs()).totals[1])).toBe(24 * (3 * 3_500 + 23_800 + 1_850 + 2_500))
  })

  await test.step('four at most; removing one makes room', async () => {
    await comparison.duplicate(2)
    await comparison.enter(3, 'users', '4')
    await comparison.duplicate(3)
    await comparison.enter(4, 'users', '5')
    await expect(comparison.view.getByText(comparison.words.full)).toBeVisible()
    await expect(comparison.view.getByRole('button', { name: comparison.words.duplicate, exact: true })).toHaveCount(0)
    await expect(comparison.numberField).toHaveCount(0)
    await comparison.button('remove', 3).focus()
    await page.keyboard.press('Enter')
    await expect(comparison.variants).toHaveCount(3)
    await expect(comparison.heading(1)).toBeFocused()
    await expect(comparison.field(2, 'users')).toHaveValue('2')
    await expect(comparison.field(3, 'users')).toHaveValue('5')
  })

  await test.step('a number that does not open is refused, one that does is added', async () => {
    await comparison.addNumber('bonjour')
    await expect(comparison.refusal).toHaveText(words.refusals.notOurs)
    await expect(comparison.numberField).toHaveAttribute('aria-invalid', 'true')
    await comparison.addNumber(mistyped(pmsi))
    await expect(comparison.refusal).toContainText(words.refusals.mistyped)
    await expect(comparison.variants).toHaveCount(3)
    await comparison.numberField.fill('')
    await comparison.numberField.focus()
    await page.keyboard.type(pmsi)
    await page.keyboard.press('Enter')
    await expect(comparison.heading(4)).toBeFocused()
    await expect(comparison.variant(4).locator('.sum')).toHaveText(spaced(simulator.euros(2_454)))
    await expect(comparison.view.getByText(comparison.words.otherPrices)).toBeVisible()
    expect(Object.keys(await comparison.differing())[0]).toBe(comparison.words.list)
  })
})

test('a variant opens in the simulator, back returns to the set, and nothing that was typed is lost', async ({ simulator, page, context }) => {
  const { comparison } = await compare(simulator)
  await comparison.duplicate(1)

  await test.step('what was changed just before opening it is there, and the address names it', async () => {
    await stopTime(page)
    await comparison.enter(2, 'users', '3')
    await comparison.button('open', 2).click()
    await expect(simulator.field('users')).toHaveValue('3')
    await simulator.seeTotal(4_164)
    const number = await simulator.seeNumber()
    await page.clock.runFor(1_000)
    await simulator.seeAddressNames(number)
    await page.clock.resume()
  })

  await test.step('back returns to the set', async () => {
    await page.goBack()
    await comparison.seeView()
    await expect(comparison.variants).toHaveCount(2)
    await expect(comparison.field(2, 'users')).toHaveValue('3')
    await comparison.seeTotals([3_720, 4_164].map((euros) => simulator.euros(euros)))
  })

  await test.step('so does the form, where the first is changed', async () => {
    await comparison.goBack()
    await expect(simulator.field('users')).toHaveValue('2')
    await simulator.enterUsers('1')
    await comparison.goTo()
    await expect(comparison.variants).toHaveCount(2)
    expect((await comparison.differing())[simulator.words.fields.users]).toEqual(['1', '3'])
  })

  await test.step('what another window keeps does not take the focus', async () => {
    await comparison.field(2, 'users').focus()
    const other = new Simulator(await context.newPage(), simulator.lang)
    await other.open()
    await new Views(other).keep()
    await page.bringToFront()
    await expect(comparison.field(2, 'users')).toBeFocused()
    await page.keyboard.press('Control+A')
    await page.keyboard.type('7')
    await expect(comparison.field(2, 'users')).toHaveValue('7')
  })
})

test('a set of other prices, other payers, a broken link or no estimate is shown for what it is', async ({ simulator, page }) => {
  const { words } = simulator
  const comparison = new Comparison(simulator)
  await simulator.open()
  const number = squeezed(await simulator.seeNumber())

  await test.step('the example of 2018 is at its own prices, its duplicate at those of today', async () => {
    await simulator.openExample('standard2018')
    await comparison.goTo()
    await comparison.seeTotals([simulator.euros(2_723)])
    await comparison.duplicate(1)
    await comparison.seeTotals([2_723, 3_918].map((euros) => simulator.euros(euros)))
    await expect(comparison.view.getByText(comparison.words.otherPrices)).toBeVisible()
    expect(cents((await comparison.costs()).differences[1])).toBe(119_500)
    await comparison.enter(2, 'users', '3')
    await comparison.seeTotals([2_723, 4_362].map((euros) => simulator.euros(euros)))
  })

  await test.step('variants that differ by who pays show who', async () => {
    await page.goto('about:blank')
    await simulator.open('./?box=12&box-funder=B')
    await comparison.goTo()
    await comparison.addNumber(number)
    const [one, other] = (await comparison.differing())[comparison.words.accessPoints]
    expect(one).not.toBe(other)
  })

  await test.step('numbers of a link that do not open are named, and the rest is shown', async () => {
    await page.goto('about:blank')
    await page.goto(`./?view=compare#${number}&${mistyped(number)}&${number}`)
    await comparison.seeView()
    await expect(comparison.variants).toHaveCount(2)
    await expect(comparison.view.locator('.alert')).toContainText(words.refusals.mistyped)
    // Where it is the first, there is no other simulation in its place.
    await page.goto('about:blank')
    await page.goto(`./?view=compare#${mistyped(number)}&${number}`)
    await comparison.seeView()
    await expect(comparison.view.getByText(spaced(words.refusals.mistyped))).toBeVisible()
    await expect(comparison.variants).toHaveCount(0)
  })

  await test.step('without an estimate there is nothing to compare, and a way back', async () => {
    await page.goto('about:blank')
    await page.goto('./?view=compare&users=abc')
    await expect(comparison.view.getByText(words.plan.noEstimate)).toBeVisible()
    await comparison.goBack()
    await expect(simulator.field('users')).toHaveValue('abc')
  })
})
