// From the estimate to the access: who pays what and when, what to sign, and what it would cost otherwise. The amounts,
// papers and steps are in tests/procedure.rs and crates/tariff/tests/; here is how the view shows them.

import { expect, test } from './fixtures.js'
import { Plan, whole } from './plan.js'
import { cents, spaced } from './simulator.js'

const UNIVERSITY = 'Université X'
const HOSPITAL = 'CHU Y'
const plainly = (amount) => amount.replace(/\s+/g, ' ')
const sum = (amounts) => amounts.map(cents).reduce((all, one) => all + one, 0)

/** The plan of CASD's example with a second box, which another institution pays for and hosts: 5,160 euros. */
async function planOfTwo(simulator) {
  await simulator.open()
  await simulator.openExample('cohorts2020')
  await simulator.addBox()
  const { summary, funder, boxFunder } = simulator.words.institutions
  await simulator.form.getByText(summary, { exact: true }).click()
  await simulator.form.getByLabel(funder, { exact: true }).fill(UNIVERSITY)
  await simulator.form.getByLabel(boxFunder(2), { exact: true }).fill(HOSPITAL)
  await simulator.seeTotal(5_160)
  const number = await simulator.seeNumber()
  const plan = new Plan(simulator)
  await plan.goTo()
  return { plan, number }
}

/** The plan of one of CASD's examples. */
async function planOf(simulator, example) {
  await simulator.open()
  await simulator.openExample(example)
  const number = await simulator.seeNumber()
  const plan = new Plan(simulator)
  await plan.goTo()
  await plan.seeNumber(number)
  return plan
}

/** A table of periods adds up, down and across. */
function addsUp({ columns, rows, foot }) {
  const at = columns.map((_, index) => index).slice(2)
  for (const index of at) expect(sum(rows.map((row) => row[index])), columns[index]).toBe(cents(foot[index]))
  expect(rows.map((row) => Number(row[1])).reduce((all, one) => all + one)).toBe(Number(foot[1]))
  for (const row of [...rows, foot]) {
    if (columns.length > 3) expect(sum(row.slice(2, -1)), row[0]).toBe(cents(row.at(-1)))
  }
}

/** A plot has a name that describes it with the total, and each amount that is written in it. */
async function seePlot(plan, which, total, amounts) {
  await expect(plan.plot(which)).toHaveCount(1)
  expect(plainly(await plan.plot(which).getAttribute('aria-label'))).toContain(total)
  const written = (await plan.writtenIn(which)).join('\n')
  for (const amount of amounts) expect(written, which).toContain(amount)
}

test('two funders are two purchase orders, each with its part of the years, the plots and the contract file', async ({ simulator, page }) => {
  const { lang, words } = simulator
  const { plan, number } = await planOfTwo(simulator)
  const total = { fr: '5 160,00 € en tout', en: '€5,160.00 in all' }[lang]
  const funders = [`${UNIVERSITY} (A)`, `${HOSPITAL} (B)`]

  await test.step('the subtotals are the total', async () => {
    const subtotals = []
    for (const [who, lines] of [[funders[0], 5], [funders[1], 1]]) {
      const { rows, foot } = await plan.read(plan.words.order(who))
      expect(rows).toHaveLength(lines)
      expect(sum(rows.map((row) => row.at(-1)))).toBe(cents(foot.at(-1)))
      subtotals.push([who, foot.at(-1)])
    }
    expect(subtotals.map(([, amount]) => cents(amount))).toEqual([474_000, 42_000])
    const orders = await plan.read(plan.words.allOrders)
    expect(orders.rows).toEqual(subtotals)
    expect(cents(orders.foot[1])).toBe(516_000)
  })

  await test.step('by calendar year, by term and by item, as tables and plots', async () => {
    const years = await plan.read(plan.words.byYear)
    const months = { fr: (n) => `${n} mois`, en: (n) => `${n} months` }[lang]
    expect(years.rows.map((row) => row.slice(0, 2))).toEqual([[`2020 (${months(5)})`, '5'], [`2021 (${months(7)})`, '7']])
    expect(years.rows.map((row) => cents(row.at(-1)))).toEqual([215_000, 301_000])
    expect(years.columns.slice(2, 4)).toEqual(funders)
    addsUp(years)
    await seePlot(plan, 'year', total, years.rows.map((row) => row.at(-1)))
    const terms = await plan.read(plan.words.byTerm)
    expect(terms.rows.map(([term]) => term)).toEqual([{ fr: 'Année 1 : 1er août 2020 – 31 juillet 2021', en: 'Year 1: 1 August 2020 – 31 July 2021' }[lang]])
    addsUp(terms)
    await seePlot(plan, 'term', total, terms.rows.map((row) => row.at(-1)))
    const items = await plan.read(plan.words.byItem)
    await seePlot(plan, 'item', total, items.rows.map((row) => row[1]))
  })

  await test.step('two orders, two vouchers, two forms, two sets of user conditions', async () => {
    const counted = async (name) => (await plan.papersCalled(name)).map(({ count }) => count)
    expect(await counted('contract')).toEqual([1])
    expect(await counted('form')).toEqual([1, 1])
    expect(await counted('conditions')).toEqual([2])
    const hosting = await plan.papersCalled('hosting')
    expect(hosting.map(({ count }) => count)).toEqual([1, 1])
    expect(hosting.map(({ signature }) => signature)).toEqual(funders.map((who) => expect.stringContaining(who)))
    const orders = await plan.papersCalled('order')
    expect(orders[0].purpose).toMatch(spaced(simulator.euros(4_740)))
    expect(orders[1].purpose).toMatch(spaced(simulator.euros(420)))
    // The steps count the same papers.
    await expect(plan.steps.filter({ hasText: spaced({ fr: 'Bons d’hébergement : 2', en: 'Hosting vouchers: 2' }[lang]) })).toHaveCount(1)
  })

  await test.step('the documents are those of the simulation', async () => {
    for (const kind of ['pdf', 'csv', 'json', 'eml']) {
      const downloaded = page.waitForEvent('download')
      await plan.button(words[kind]).click()
      const name = (await downloaded).suggestedFilename()
      expect(name).toBe(`simulation-${number}.${kind}`)
      await expect(plan.view.locator('.said').getByRole('status')).toHaveText(spaced(words.files.saved(name)))
    }
  })

  await test.step('what it would cost otherwise is what the form gives once that is typed', async () => {
    const otherwise = {}
    for (const what of ['months', 'users', 'boxes']) {
      const points = await plan.whatIf(what)
      const current = points.find((point) => point.isCurrent)
      expect(plainly(current.total)).toBe(simulator.euros(5_160))
      for (const point of points) expect(cents(point.more)).toBe(cents(point.total) - cents(current.total))
      // Each point of the table is a point of the plot, which names its ends.
      await expect(plan.plot(what).locator('circle')).toHaveCount(points.length)
      for (const point of [points[0], current, points.at(-1)]) await seePlot(plan, what, point.total, [])
      otherwise[what] = (n) => points.find((point) => point.value === n).total
    }
    await plan.goBack()
    await simulator.enterMonths('17')
    await simulator.seeTotal(otherwise.months(17))
    await simulator.enterMonths('12')
    await simulator.enterUsers('3')
    await simulator.seeTotal(otherwise.users(3))
    await simulator.enterUsers('2')
    await simulator.addBox()
    await simulator.seeTotal(otherwise.boxes(3))
  })
})

test('a single funder has a single order and no column; each who acts in the steps is explained once', async ({ simulator }) => {
  const plan = await planOf(simulator, 'pmsi')
  await test.step('one order', async () => {
    await plan.seeSaid(plan.words.onePayer)
    await expect(plan.table(plan.words.order('A'))).toBeVisible()
    await expect(plan.table(plan.words.allOrders)).toHaveCount(0)
    const years = await plan.read(plan.words.byYear)
    expect(years.columns).toHaveLength(3)
    addsUp(years)
    const { rows, foot } = await plan.read(plan.words.byItem)
    expect(sum(rows.map((row) => row[1]))).toBe(245_400)
    expect(cents(foot[1])).toBe(245_400)
    const tenths = rows.map((row) => Number(row[2].replace(/[^\d]/g, '')))
    expect(Math.abs(tenths.reduce((all, one) => all + one) - 1_000)).toBeLessThanOrEqual(rows.length)
  })

  await test.step('the steps to the PMSI', async () => {
    await expect(plan.steps).toHaveCount(9)
    for (const role of plan.words.roles) {
      const named = plan.steps.locator('dt').filter({ hasText: whole(role) })
      await expect(named.first(), role).toBeVisible()
      const explained = await named.locator('xpath=following-sibling::dd').allTextContents()
      expect(explained.map((text) => text !== ''), role).toEqual(explained.map((_, index) => index === 0))
    }
    await expect(plan.steps.filter({ hasText: 'ATIH' }).filter({ hasText: spaced(simulator.euros(2_454)) })).toHaveCount(1)
  })

  await test.step('an example of another list has the prices of that list', async () => {
    await plan.goBack()
    await simulator.openExample('standard2018')
    await plan.goTo()
    const { foot } = await plan.read(plan.words.byItem)
    expect(cents(foot[1])).toBe(272_300)
    expect((await plan.whatIf('months')).map((point) => point.value)).toEqual([12, 24])
  })
})

test('without an estimate there is no plan, and a way back; a private project has no way there', async ({ simulator }) => {
  const plan = new Plan(simulator)
  await plan.openAt(`&lang=${simulator.lang}&users=abc`)
  await plan.seeSaid(plan.words.noEstimate)
  await expect(plan.view.getByRole('table')).toHaveCount(0)
  await expect(plan.view).not.toContainText('€')
  await plan.goBack()
  await expect(simulator.field('users')).toHaveValue('abc')
  await simulator.enterUsers('2')
  await plan.goTo()
  await plan.seeSaid(plan.words.onePayer)
  await plan.goBack()
  await simulator.chooseOffer('private')
  await expect(simulator.sheet.getByRole('button', { name: plan.words.plan, exact: true })).toHaveCount(0)
})
