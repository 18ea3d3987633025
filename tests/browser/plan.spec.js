// From the estimate to the access: who pays what and when, what to sign, and what it would cost otherwise.

import { expect, test } from './fixtures.js'
import { Plan, whole } from './plan.js'
import { cents, spaced } from './simulator.js'

const UNIVERSITY = 'Université X'
const HOSPITAL = 'CHU Y'
const plainly = (amount) => amount.replace(/\s+/g, ' ')
const sum = (amounts) => amounts.map(cents).reduce((all, one) => all + one, 0)

/** The plan of CASD's example with a second box, which another institution pays for and hosts. */
async function planOfTwo(simulator) {
  await simulator.open()
  await simulator.openExample('cohorts2020')
  await simulator.addBox()
  const { summary, funder, boxFunder } = simulator.words.institutions
  await simulator.form.getByText(summary, { exact: true }).click()
  await simulator.form.getByLabel(funder, { exact: true }).fill(UNIVERSITY)
  await simulator.form.getByLabel(boxFunder(2), { exact: true }).fill(HOSPITAL)
  await simulator.seeTotal({ fr: '5 160,00 €', en: '€5,160.00' }[simulator.lang])
  const plan = new Plan(simulator)
  await plan.goTo()
  return plan
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

/** That a table of periods adds up, down and across. */
function addsUp({ columns, rows, foot }) {
  const at = columns.map((_, index) => index).slice(2)
  for (const index of at) expect(sum(rows.map((row) => row[index])), columns[index]).toBe(cents(foot[index]))
  expect(rows.map((row) => Number(row[1])).reduce((all, one) => all + one)).toBe(Number(foot[1]))
  for (const row of [...rows, foot]) {
    if (columns.length > 3) expect(sum(row.slice(2, -1)), row[0]).toBe(cents(row.at(-1)))
  }
}

for (const locale of ['fr-FR', 'en-GB']) {
  test.describe(`in ${locale}`, () => {
    test.use({ locale })

    test('two funders are two purchase orders, whose subtotals are the total', async ({ simulator }) => {
      const plan = await planOfTwo(simulator)
      const subtotals = []
      for (const [who, lines] of [[`${UNIVERSITY} (A)`, 5], [`${HOSPITAL} (B)`, 1]]) {
        const { rows, foot } = await plan.read(plan.words.order(who))
        expect(rows).toHaveLength(lines)
        expect(sum(rows.map((row) => row.at(-1)))).toBe(cents(foot.at(-1)))
        subtotals.push([who, foot.at(-1)])
      }
      const orders = await plan.read(plan.words.allOrders)
      expect(orders.rows).toEqual(subtotals)
      expect(sum(orders.rows.map((row) => row[1]))).toBe(cents(orders.foot[1]))
      expect(cents(orders.foot[1])).toBe(516_000)
      expect(subtotals.map(([, amount]) => cents(amount))).toEqual([474_000, 42_000])
    })

    test('the contract file of two funders: two orders, two vouchers, two forms, two sets of user conditions', async ({ simulator }) => {
      const plan = await planOfTwo(simulator)
      const counted = async (name) => (await plan.papersCalled(name)).map(({ count }) => count)
      expect(await counted('contract')).toEqual([1])
      expect((await counted('order')).reduce((all, one) => all + one)).toBe(2)
      expect((await counted('hosting')).reduce((all, one) => all + one)).toBe(2)
      expect((await counted('form')).reduce((all, one) => all + one)).toBe(2)
      expect(await counted('conditions')).toEqual([2])
      const hosting = await plan.papersCalled('hosting')
      expect(hosting.map(({ signature }) => signature)).toEqual([
        expect.stringContaining(`${UNIVERSITY} (A)`),
        expect.stringContaining(`${HOSPITAL} (B)`),
      ])
      const orders = await plan.papersCalled('order')
      expect(orders[0].purpose).toMatch(spaced({ fr: '4 740,00 €', en: '€4,740.00' }[simulator.lang]))
      expect(orders[1].purpose).toMatch(spaced({ fr: '420,00 €', en: '€420.00' }[simulator.lang]))
      // The steps count the same papers.
      await expect(plan.steps.filter({ hasText: spaced({ fr: 'Bons d’hébergement : 2', en: 'Hosting vouchers: 2' }[simulator.lang]) })).toHaveCount(1)
    })

    test('twelve months from 1 August are five months and seven, each funder’s part adding up', async ({ simulator }) => {
      const { lang } = simulator
      const plan = await planOfTwo(simulator)
      const years = await plan.read(plan.words.byYear)
      const months = { fr: (n) => `${n} mois`, en: (n) => `${n} months` }[lang]
      expect(years.rows.map((row) => row.slice(0, 2))).toEqual([[`2020 (${months(5)})`, '5'], [`2021 (${months(7)})`, '7']])
      expect(years.rows.map((row) => cents(row.at(-1)))).toEqual([215_000, 301_000])
      expect(years.columns.slice(2, 4)).toEqual([`${UNIVERSITY} (A)`, `${HOSPITAL} (B)`])
      addsUp(years)
      const terms = await plan.read(plan.words.byTerm)
      expect(terms.rows).toHaveLength(1)
      expect(terms.rows[0][0]).toBe({ fr: 'Année 1 : 1er août 2020 – 31 juillet 2021', en: 'Year 1: 1 August 2020 – 31 July 2021' }[lang])
      addsUp(terms)
    })

    test('the steps to the PMSI name each who acts, once explained', async ({ simulator }) => {
      const plan = await planOf(simulator, 'pmsi')
      await expect(plan.steps).toHaveCount(9)
      for (const role of plan.words.roles) {
        const named = plan.steps.locator('dt').filter({ hasText: whole(role) })
        await expect(named.first(), role).toBeVisible()
        const explained = await named.locator('xpath=following-sibling::dd').allTextContents()
        expect(explained.map((text) => text !== ''), role).toEqual(explained.map((_, index) => index === 0))
      }
      const amount = { fr: '2 454,00 €', en: '€2,454.00' }[simulator.lang]
      await expect(plan.steps.filter({ hasText: 'ATIH' }).filter({ hasText: spaced(amount) })).toHaveCount(1)
    })

    test('a single funder has a single order, and no column of its own', async ({ simulator }) => {
      const plan = await planOf(simulator, 'pmsi')
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

    test('each plot has a name that says what it shows, and what it writes is in its table', async ({ simulator }) => {
      const plan = await planOfTwo(simulator)
      const tables = { year: plan.words.byYear, term: plan.words.byTerm, item: plan.words.byItem }
      for (const which of Object.keys(tables)) {
        await expect(plan.plot(which)).toHaveCount(1)
        const described = await plan.plot(which).getAttribute('aria-label')
        expect(plainly(described)).toContain({ fr: '5 160,00 € en tout', en: '€5,160.00 in all' }[simulator.lang])
        const { rows } = await plan.read(tables[which])
        const amounts = rows.map((row) => (which === 'item' ? row[1] : row.at(-1)))
        const written = (await plan.writtenIn(which)).join('\n')
        for (const amount of amounts) expect(written, which).toContain(amount)
      }
      for (const what of ['months', 'users', 'boxes']) {
        const points = await plan.whatIf(what)
        const current = points.find((point) => point.isCurrent)
        expect(plainly(current.total)).toBe({ fr: '5 160,00 €', en: '€5,160.00' }[simulator.lang])
        await expect(plan.plot(what)).toHaveCount(1)
        const described = plainly(await plan.plot(what).getAttribute('aria-label'))
        for (const point of [points[0], current, points.at(-1)]) expect(described).toContain(point.total)
        // Each point of the table is a point of the plot.
        await expect(plan.plot(what).locator('circle')).toHaveCount(points.length)
        for (const point of points) expect(cents(point.more)).toBe(cents(point.total) - cents(current.total))
      }
    })

    test('without an estimate the view says so, and leads back to the form', async ({ simulator }) => {
      await simulator.open()
      await simulator.enterUsers('abc')
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
    })

    test('the documents of the view are those of the simulation', async ({ simulator, page }) => {
      const plan = await planOfTwo(simulator)
      await plan.goBack()
      const number = await simulator.seeNumber()
      await plan.goTo()
      for (const kind of ['pdf', 'csv', 'json', 'eml']) {
        const downloaded = page.waitForEvent('download')
        await plan.button(simulator.words[kind]).click()
        const name = (await downloaded).suggestedFilename()
        expect(name).toBe(`simulation-${number}.${kind}`)
        await expect(plan.view.locator('.said').getByRole('status')).toHaveText(spaced(simulator.words.files.saved(name)))
      }
    })
  })
}

test('what it would cost otherwise is what the simulator says once that is typed', async ({ simulator }) => {
  test.slow()
  const plan = await planOfTwo(simulator)
  const points = {}
  for (const what of ['months', 'users', 'boxes']) points[what] = await plan.whatIf(what)
  const value = (what, n) => points[what].find((point) => point.value === n).total
  expect(points.months.map((point) => point.value)).toEqual(Array.from({ length: 13 }, (_, index) => index + 12))
  expect(points.users[0].value).toBe(1)
  expect(points.boxes[0].value).toBe(0)
  await plan.goBack()
  for (const months of [13, 17, 24]) {
    await simulator.enterMonths(String(months))
    await simulator.seeTotal(value('months', months))
  }
  await simulator.enterMonths('12')
  for (const users of [1, 3, 10]) {
    await simulator.enterUsers(String(users))
    await simulator.seeTotal(value('users', users))
  }
  await simulator.enterUsers('2')
  await simulator.addBox()
  await simulator.addBox()
  await simulator.seeTotal(value('boxes', 4))
  for (const left of [3, 2, 1, 0]) {
    await simulator.removeBox(left + 1)
    await simulator.seeTotal(value('boxes', left))
  }
})

test('a project of several years has them all, and boxes that outlive it', async ({ simulator }) => {
  await simulator.open()
  await simulator.enterMonths('30')
  await simulator.addBox()
  await simulator.enterBoxMonths(2, '40')
  const total = await simulator.total.textContent()
  const plan = new Plan(simulator)
  await plan.goTo()
  const years = await plan.read(plan.words.byYear)
  expect(years.rows.map((row) => row[1])).toEqual(['1', '12', '12', '12', '3'])
  expect(cents(years.foot.at(-1))).toBe(cents(total))
  addsUp(years)
  const terms = await plan.read(plan.words.byTerm)
  expect(terms.rows.map((row) => row[1])).toEqual(['12', '12', '12', '4'])
  addsUp(terms)
})

test('the plan of 2018’s example is at the prices of its own list', async ({ simulator }) => {
  const plan = await planOf(simulator, 'standard2018')
  const { foot } = await plan.read(plan.words.byItem)
  expect(cents(foot[1])).toBe(272_300)
  expect((await plan.whatIf('months')).map((point) => point.value)).toEqual([12, 24])
})

test('a private project has no estimate, and no plan but to make contact', async ({ simulator }) => {
  await simulator.open()
  await simulator.chooseOffer('private')
  await expect(simulator.sheet.getByRole('button', { name: simulator.words.plan.plan, exact: true })).toHaveCount(0)
})
