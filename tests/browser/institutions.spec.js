// Who pays for and who hosts the SD-Boxes: names that stay here, letters that go out.

import { expect, test } from './fixtures.js'
import { test as framed } from './host.js'
import { Plan } from './plan.js'
import { cents, spaced } from './simulator.js'

const UNIVERSITY = 'Université Été'
const HOSPITAL = 'Hôpital Saint-Œuf & Cie'
const NAMES = /universit|h(ô|o|%C3%B4)pital|Œuf|%C5%92uf|Cie\b/i
const SUMS = {
  fr: { total: '5 160,00 €', project: '4 740,00 €', box: '420,00 €' },
  en: { total: '€5,160.00', project: '€4,740.00', box: '€420.00' },
}

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

  async seeOrders(orders) {
    await expect.poll(() => this.orders()).toEqual(orders)
  }

  values() {
    return this.simulator.form.locator('details input').evaluateAll((inputs) => inputs.map((input) => input.value))
  }
}

/** CASD's example with a second box, which another institution pays for and hosts. */
async function describe(simulator, { names = true } = {}) {
  await simulator.open()
  await simulator.openExample('cohorts2020')
  await simulator.addBox()
  const institutions = new Institutions(simulator)
  await institutions.unfold()
  if (names) await institutions.field('funder').fill(UNIVERSITY)
  await institutions.field('boxFunder', 2).fill(names ? HOSPITAL : 'B')
  await simulator.seeTotal(SUMS[simulator.lang].total)
  return institutions
}

const plain = (amount) => amount.replace(/\s+/g, ' ')
const ordersOf = (lang, a, b) => [[a, plain(SUMS[lang].project)], [b, plain(SUMS[lang].box)]]

for (const locale of ['fr-FR', 'en-GB']) {
  test.describe(`in ${locale}`, () => {
    test.use({ locale })

    test('two institutions are two purchase orders, which add up to the total', async ({ simulator }) => {
      const { lang } = simulator
      const institutions = await describe(simulator)
      await institutions.seeOrders(ordersOf(lang, `${UNIVERSITY} (A)`, `${HOSPITAL} (B)`))
      const orders = await institutions.orders()
      expect(orders.map(([, amount]) => cents(amount)).reduce((sum, one) => sum + one)).toBe(cents(SUMS[lang].total))
      const { paidByProject, paidByBox } = institutions.words
      // Every line says who pays it.
      await expect(simulator.lines.filter({ hasText: spaced(paidByProject(`${UNIVERSITY} (A)`)) })).toHaveCount(4)
      for (const who of [`${UNIVERSITY} (A)`, `${HOSPITAL} (B)`]) {
        const ofBox = simulator.lines.filter({ hasText: spaced(paidByBox(who)) })
        await expect(ofBox).toHaveCount(1)
        await expect(ofBox).toContainText(spaced(SUMS[lang].box))
      }
    })

    test('names are in the sheet, and in neither the number, the links, the message, nor any request', async ({ simulator, page, context }) => {
      const asked = []
      context.on('request', (request) => asked.push(`${request.url()} ${request.postData() ?? ''}`))
      await describe(simulator)
      const { number } = await simulator.everything()
      await simulator.stay()
      await expect(simulator.sheet).toContainText(HOSPITAL)
      const message = await simulator.message()
      const sent = await page.locator('[data-text], [data-link], [data-quote], a[href]').evaluateAll((all) =>
        all.flatMap((one) => [one.dataset.text, one.dataset.link, one.dataset.quote, one.href]).filter(Boolean).map(decodeURIComponent))
      for (const out of [number, page.url(), ...sent, ...Object.values(message)]) expect(out).not.toMatch(NAMES)
      await simulator.save('pdf')
      await page.reload()
      await simulator.seeTotal(SUMS[simulator.lang].total)
      expect(asked.filter((request) => NAMES.test(decodeURIComponent(request)))).toEqual([])
      expect(asked.some((request) => request.includes('.wasm'))).toBe(true)
    })

    test('the number and the link alone bring back letters', async ({ simulator, someoneElse }) => {
      const { lang } = simulator
      await describe(simulator)
      const number = await simulator.seeNumber()
      expect(number).toMatch(/^CASD-1P/)
      for (const way of ['link', 'number']) {
        const other = await someoneElse()
        await other.open(way === 'link' ? `./#${number.replaceAll('-', '')}` : './')
        if (way === 'number') await other.openNumber(number)
        await other.seeTotal(SUMS[lang].total)
        const institutions = new Institutions(other)
        await institutions.seeOrders(ordersOf(lang, 'A', 'B'))
        await expect.poll(() => institutions.values()).toEqual(['', '', '', 'B', ''])
        await expect(other.number).toHaveText(number)
        await expect(other.page.locator('body')).not.toContainText(NAMES)
      }
    })

    test('a start in the past is allowed, and said; a box of 241 months is explained at its field', async ({ simulator }) => {
      const { words } = simulator
      await simulator.open()
      await simulator.enterStart('2026-11-20')
      await simulator.seeSaid(words.institutions.started)
      await simulator.seeNumber()
      await simulator.enterStart('2026-11-21')
      await expect(simulator.sheet.getByText(spaced(words.institutions.started))).toHaveCount(0)
      await simulator.enterBoxMonths(1, '241')
      await simulator.seeProblem('box 1', words.faults.atMost(240))
      await simulator.enterBoxMonths(1, '240')
      await simulator.seeNoProblem('box 1')
      await simulator.seeNumber()
    })
  })
}

test('names survive a reload, the other language, and going back', async ({ simulator, page }) => {
  const institutions = await describe(simulator)
  const orders = await institutions.orders()
  const number = await simulator.seeNumber()
  for (let times = 0; times < 2; times += 1) {
    await page.reload()
    await institutions.seeOrders(orders)
  }
  await simulator.switchLanguage()
  await institutions.seeOrders(ordersOf('en', `${UNIVERSITY} (A)`, `${HOSPITAL} (B)`))
  await simulator.switchLanguage()
  await simulator.turnAway()
  await page.goto('tarifs.html')
  await page.goBack()
  await institutions.seeOrders(orders)
  await expect(simulator.number).toHaveText(number)

  // Another simulation, then back to the one with names.
  await page.goto(`./#${number.replaceAll('-', '')}`)
  await institutions.seeOrders(ordersOf('fr', 'A', 'B'))
  await page.goBack()
  await institutions.seeOrders(orders)
})

test('names survive the views beside the simulator, which know them', async ({ simulator, page }) => {
  const institutions = await describe(simulator)
  const orders = await institutions.orders()
  const plan = new Plan(simulator)
  await plan.goTo()
  await expect(plan.table(plan.words.order(`${HOSPITAL} (B)`))).toBeVisible()
  await page.reload()
  await plan.seeView()
  await expect(plan.table(plan.words.order(`${HOSPITAL} (B)`))).toBeVisible()
  expect(page.url()).not.toMatch(NAMES)
  await plan.goBack()
  await institutions.seeOrders(orders)
})

test('without names the number is the plain one again', async ({ simulator }) => {
  await simulator.open()
  await simulator.openExample('cohorts2020')
  await simulator.addBox()
  const before = await simulator.seeNumber()
  const institutions = new Institutions(simulator)
  await institutions.unfold()
  // What the project's funder is called changes nothing that a number holds.
  await institutions.field('funder').fill(UNIVERSITY)
  await expect(simulator.sheet).toContainText(`${UNIVERSITY} (A)`)
  await expect(simulator.number).toHaveText(before)
  await institutions.field('boxFunder', 2).fill(HOSPITAL)
  await expect(simulator.number).not.toHaveText(before)
  await institutions.field('boxHost', 1).fill('Labo')
  const withHost = await simulator.seeNumber()
  await institutions.field('boxFunder', 2).fill('  ')
  await institutions.field('boxHost', 1).fill('')
  await institutions.field('funder').fill('')
  await expect(simulator.number).toHaveText(before)
  expect(withHost).not.toBe(before)
  await institutions.seeOrders([])
})

test('the same name twice is one institution, whatever its capitals and the spaces around it', async ({ simulator }) => {
  const institutions = await describe(simulator)
  await institutions.field('boxFunder', 2).fill('CHU de Lyon')
  await institutions.field('funder').fill('CNRS')
  const one = await simulator.seeNumber()
  // Its funder's own name as host is what an empty field says.
  await institutions.field('boxHost', 2).fill('  chu DE lyon ')
  await institutions.field('boxFunder', 1).fill('Cnrs')
  await institutions.seeOrders(ordersOf('fr', 'CNRS (A)', 'CHU de Lyon (B)'))
  await expect(simulator.number).toHaveText(one)
  await institutions.field('boxFunder', 1).fill('CHU de Lyon')
  await institutions.seeOrders([['CNRS (A)', '4 320,00 €'], ['CHU de Lyon (B)', '840,00 €']])
  await institutions.field('boxFunder', 1).fill('CHU de Lille')
  await institutions.seeOrders([['CNRS (A)', '4 320,00 €'], ['CHU de Lille (B)', '420,00 €'], ['CHU de Lyon (C)', '420,00 €']])
})

test('capitals with accents tell institutions apart no more than others do', async ({ simulator }) => {
  const institutions = await describe(simulator)
  await institutions.field('boxFunder', 1).fill(UNIVERSITY.toUpperCase())
  await institutions.seeOrders(ordersOf('fr', `${UNIVERSITY} (A)`, `${HOSPITAL} (B)`))
})

test('what is kept on this device has its names', async ({ simulator, annexe }) => {
  const institutions = await describe(simulator)
  const orders = await institutions.orders()
  await annexe.keep()
  await simulator.openExample('pmsi')
  await simulator.seeTotal('2 454,00 €')
  await annexe.goTo('kept')
  await annexe.press('open', '')
  await annexe.seeSimulator()
  await simulator.seeTotal(SUMS.fr.total)
  await institutions.seeOrders(orders)
  await expect.poll(() => institutions.values()).toEqual([UNIVERSITY, '', '', HOSPITAL, ''])
})

test('names that an address fills in are in the plan as they are in the sheet', async ({ simulator }) => {
  await simulator.open('./?lang=fr&funder=CNRS&box=12&box-funder=CHU%20de%20Lyon')
  const institutions = new Institutions(simulator)
  await institutions.seeOrders([['CNRS (A)', '2 856,00 €'], ['CHU de Lyon (B)', '420,00 €']])
  const plan = new Plan(simulator)
  await plan.goTo()
  await expect(plan.table(plan.words.order('CNRS (A)'))).toBeVisible()
})

test('a simulation of letters takes names again', async ({ simulator }) => {
  const institutions = await describe(simulator, { names: false })
  await institutions.seeOrders(ordersOf('fr', 'A', 'B'))
  const number = await simulator.seeNumber()
  await institutions.field('funder').fill(UNIVERSITY)
  await institutions.field('boxFunder', 2).fill(HOSPITAL)
  await institutions.seeOrders(ordersOf('fr', `${UNIVERSITY} (A)`, `${HOSPITAL} (B)`))
  await expect(simulator.number).toHaveText(number)
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
