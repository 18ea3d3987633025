// Who pays for and who hosts the SD-Boxes: names that stay here, letters that go out. Which name gets which letter is
// proved by tests/draft.rs; what each institution pays, by crates/tariff/tests/tariff/budget.rs.

import { expect, test } from './fixtures.js'
import { test as framed } from './host.js'
import { Plan } from './plan.js'
import { cents, spaced } from './simulator.js'

const UNIVERSITY = 'Université Été'
const HOSPITAL = 'Hôpital Saint-Œuf & Cie'
const NAMES = /universit|h(ô|o|%C3%B4)pital|Œuf|%C5%92uf|Cie\b/i
/** In euros: the total of the example with a second box, and what the two institutions pay of it. */
const [TOTAL, OF_PROJECT, OF_BOX] = [5_160, 4_740, 420]

/** The fields of names. */
class Institutions {
  constructor(simulator) {
    this.simulator = simulator
  }

  get words() {
    return this.simulator.words.institutions
  }

  field(name, n) {
    const label = this.words[name]
    return this.simulator.form.getByLabel(n ? label(n) : label, { exact: true })
  }

  async unfold() {
    await this.simulator.form.getByText(this.words.summary, { exact: true }).click()
    await expect(this.field('funder')).toBeVisible()
  }

  /** The rows above the total: who, and how much. */
  orders() {
    return this.simulator.sheet.locator('tfoot tr').evaluateAll((rows, order) =>
      rows.slice(0, -1).map((row) => {
        const [who, amount] = [...row.cells].map((cell) => cell.textContent.replace(/\s+/g, ' ').trim())
        return [who.replace(order.replace(/\s+/g, ' '), '').trim(), amount]
      }), this.words.order)
  }

  /** Exactly these orders: of whom, and how many euros. */
  async seeOrders(...orders) {
    const written = orders.map(([who, amount]) => [who, this.simulator.euros(amount)])
    await expect.poll(() => this.orders()).toEqual(written)
  }

  async seeNames() {
    await this.seeOrders([`${UNIVERSITY} (A)`, OF_PROJECT], [`${HOSPITAL} (B)`, OF_BOX])
  }

  async seeLetters() {
    await this.seeOrders(['A', OF_PROJECT], ['B', OF_BOX])
  }

  values() {
    return this.simulator.form.locator('details input').evaluateAll((inputs) => inputs.map((input) => input.value))
  }
}

/** CASD's example with a second box, which another institution pays for and hosts. */
async function describe(simulator) {
  await simulator.open()
  await simulator.openExample('cohorts2020')
  await simulator.addBox()
  const institutions = new Institutions(simulator)
  await institutions.unfold()
  return institutions
}

async function name(institutions) {
  await institutions.field('funder').fill(UNIVERSITY)
  await institutions.field('boxFunder', 2).fill(HOSPITAL)
}

test('names stay on the device: in the sheet, the plan and what is kept; in no number, link, message or request', async ({ simulator, views, page, context }) => {
  const asked = []
  context.on('request', (request) => asked.push(`${request.url()} ${request.postData() ?? ''}`))
  const institutions = await describe(simulator)
  const { paidByProject, paidByBox } = institutions.words
  await name(institutions)

  await test.step('two institutions are two purchase orders, which add up to the total', async () => {
    await simulator.seeTotal(TOTAL)
    await institutions.seeNames()
    const orders = await institutions.orders()
    expect(orders.map(([, amount]) => cents(amount)).reduce((sum, one) => sum + one)).toBe(100 * TOTAL)
    // Every line says who pays it.
    await expect(simulator.lines.filter({ hasText: spaced(paidByProject(`${UNIVERSITY} (A)`)) })).toHaveCount(4)
    for (const who of [`${UNIVERSITY} (A)`, `${HOSPITAL} (B)`]) {
      const ofBox = simulator.lines.filter({ hasText: spaced(paidByBox(who)) })
      await expect(ofBox).toHaveCount(1)
      await expect(ofBox).toContainText(spaced(simulator.euros(OF_BOX)))
    }
  })

  const { number } = await simulator.everything()
  await test.step('what goes out has no name', async () => {
    await simulator.stay()
    const message = await simulator.message()
    const sent = await page.locator('[data-quote], a[href]').evaluateAll((all) =>
      all.flatMap((one) => [one.dataset.quote, one.href]).filter(Boolean).map(decodeURIComponent))
    for (const out of [number, page.url(), ...sent, ...Object.values(message)]) expect(out).not.toMatch(NAMES)
    await simulator.save('pdf')
  })

  await test.step('they survive reloads, the other language, another page and another simulation', async () => {
    for (let times = 0; times < 2; times += 1) {
      await page.reload()
      await institutions.seeNames()
    }
    await simulator.switchLanguage()
    await institutions.seeNames()
    await simulator.turnAway()
    await page.goto('tarifs.html')
    await page.goBack()
    await institutions.seeNames()
    await expect(simulator.number).toHaveText(number)
    await page.goto(`./#${number.replaceAll('-', '')}`)
    await institutions.seeLetters()
    await page.goBack()
    await institutions.seeNames()
  })

  await test.step('the plan has them, after a reload too', async () => {
    const plan = new Plan(simulator)
    await plan.goTo()
    await expect(plan.table(plan.words.order(`${HOSPITAL} (B)`))).toBeVisible()
    await page.reload()
    await plan.seeView()
    await expect(plan.table(plan.words.order(`${HOSPITAL} (B)`))).toBeVisible()
    expect(page.url()).not.toMatch(NAMES)
    await plan.goBack()
    await institutions.seeNames()
  })

  await test.step('so has what is kept on this device', async () => {
    await views.keep()
    await simulator.openExample('pmsi')
    await simulator.seeTotal(2_454)
    await views.goTo('kept')
    await views.press('open', '')
    await views.seeSimulator()
    await simulator.seeTotal(TOTAL)
    await institutions.seeNames()
    await expect.poll(() => institutions.values()).toEqual([UNIVERSITY, '', '', HOSPITAL, ''])
  })
  expect(asked.filter((request) => NAMES.test(decodeURIComponent(request)))).toEqual([])
  expect(asked.some((request) => request.includes('.wasm'))).toBe(true)
})

test('the number has letters: the same name is one institution, and without any it is the plain number', async ({ simulator, page, someoneElse }) => {
  const institutions = await describe(simulator)
  const plain = await simulator.seeNumber()
  // What the project's funder is called changes nothing that a number holds.
  await institutions.field('funder').fill(UNIVERSITY)
  await expect(simulator.sheet).toContainText(`${UNIVERSITY} (A)`)
  await expect(simulator.number).toHaveText(plain)
  await institutions.field('boxFunder', 2).fill('B')
  await institutions.field('funder').fill('')
  await institutions.seeLetters()
  const number = await simulator.seeNumber()
  expect(number).not.toBe(plain)
  expect(number).toMatch(/^CASD-1P/)

  await test.step('names in place of letters, capitals and spaces are the same institutions', async () => {
    await name(institutions)
    await institutions.seeNames()
    await expect(simulator.number).toHaveText(number)
    // Its funder's own name as host is what an empty field says.
    await institutions.field('boxHost', 2).fill(`  ${HOSPITAL.toUpperCase()} `)
    await institutions.field('boxFunder', 1).fill(UNIVERSITY.toUpperCase())
    await institutions.seeNames()
    await expect(simulator.number).toHaveText(number)
    await institutions.field('boxFunder', 1).fill('CHU de Lille')
    await institutions.seeOrders([`${UNIVERSITY} (A)`, 4_320], ['CHU de Lille (B)', 420], [`${HOSPITAL} (C)`, 420])
    await institutions.field('boxHost', 1).fill('Labo')
    await expect(simulator.number).not.toHaveText(number)
  })
  await test.step('the number and the link bring back letters alone', async () => {
    for (const way of ['link', 'number']) {
      const other = await someoneElse()
      await other.open(way === 'link' ? `./#${number.replaceAll('-', '')}` : './')
      if (way === 'number') await other.openNumber(number)
      await other.seeTotal(TOTAL)
      const theirs = new Institutions(other)
      await theirs.seeLetters()
      await expect.poll(() => theirs.values()).toEqual(['', '', '', 'B', ''])
      await expect(other.number).toHaveText(number)
      await expect(other.page.locator('body')).not.toContainText(NAMES)
    }
  })
  await test.step('without names it is the plain one again', async () => {
    for (const [field, n] of [['boxFunder', 2], ['boxHost', 2], ['boxFunder', 1], ['boxHost', 1]]) await institutions.field(field, n).fill('  ')
    await institutions.field('funder').fill('')
    await expect(simulator.number).toHaveText(plain)
    await institutions.seeOrders()
  })
  await test.step('names that an address fills in are in the sheet and in the plan', async () => {
    await page.goto('about:blank')
    await simulator.open(`./?lang=${simulator.lang}&funder=CNRS&box=12&box-funder=CHU%20de%20Lyon`)
    await institutions.seeOrders(['CNRS (A)', 2_856], ['CHU de Lyon (B)', 420])
    const plan = new Plan(simulator)
    await plan.goTo()
    await expect(plan.table(plan.words.order('CNRS (A)'))).toBeVisible()
  })
})

framed('a host page hears letters, never names', async ({ host, page }) => {
  await page.addInitScript(() => {
    if (window !== top) return
    window.heardMessages = []
    addEventListener('message', ({ data }) => window.heardMessages.push(JSON.stringify(data)))
  })
  await host.open('<casd-simulator id="one" offer="cohorts" boxes="project project" users="2"></casd-simulator>')
  const simulator = host.simulator('one')
  const institutions = new Institutions(simulator)
  await institutions.unfold()
  await institutions.field('funder').fill(UNIVERSITY)
  await institutions.field('boxFunder', 2).fill(HOSPITAL)
  await institutions.field('boxHost', 1).fill('Labo & Cie')
  await expect(simulator.sheet).toContainText(`${HOSPITAL} (C)`)
  const told = () => page.evaluate(() => window.heardMessages)
  await expect.poll(async () => (await told()).filter((message) => message.includes('"casd":"form"')).at(-1)).toMatch(/CASD1P/)
  // Wrong entries, too, which have no number.
  await simulator.enterUsers('x')
  await expect.poll(async () => (await told()).filter((message) => message.includes('"casd":"form"')).at(-1)).toContain('users=x')
  expect((await told()).filter((message) => NAMES.test(decodeURIComponent(message)))).toEqual([])
  expect(JSON.stringify(await host.events('one', 'quote'))).not.toMatch(NAMES)
})
