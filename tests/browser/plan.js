// From the estimate to the access, as a visitor knows that view: what one does with it and what one sees.

import { readFileSync } from 'node:fs'
import { expect } from '@playwright/test'
import { spaced } from './simulator.js'

export const FIXTURE = readFileSync(new URL('../fixtures/enrolment-sessions-2019-2020.json', import.meta.url), 'utf8')

/** A text, and nothing else, in which spaces of every kind are alike. */
export const whole = (text) => (text instanceof RegExp ? spaced(text) : new RegExp(`^${spaced(text).source}$`))

/** What a table says: its columns, its rows and its last row, each with its label. */
export async function readRows(table) {
  return table.evaluate((table) => {
    const cells = (row) => [...row.cells].map((cell) => cell.textContent.replace(/\s+/g, ' ').trim())
    const rows = (part) => [...(part?.rows ?? [])].map(cells)
    return { columns: rows(table.tHead)[0], rows: rows(table.tBodies[0]), foot: rows(table.tFoot)[0] }
  })
}

/** Gives the page this calendar, or has it answered so. */
export async function serveCalendar(page, body, status = 200) {
  await page.route('**/enrolment-sessions.json', (route) => route.fulfill({ status, contentType: 'application/json', body }))
}

export class Plan {
  constructor(simulator) {
    this.simulator = simulator
    this.page = simulator.page
  }

  get words() {
    return this.simulator.words.plan
  }

  get view() {
    return this.page.getByRole('main', { name: this.words.plan, exact: true })
  }

  button(text) {
    return this.view.getByRole('button', { name: text, exact: true })
  }

  // Coming and going

  async openAt(query = '') {
    await this.page.goto(`./?view=plan${query}`)
    await this.seeView()
  }

  /** Leaves the form for it. */
  async goTo() {
    await this.simulator.sheet.getByRole('button', { name: this.words.plan, exact: true }).click()
    await this.seeView()
  }

  async goBack() {
    await this.button(this.words.back).click()
    await this.seeSimulator()
  }

  async seeView() {
    await expect(this.view).toBeVisible()
    await expect(this.simulator.sheet).toBeHidden()
    await expect(this.page).toHaveURL(/[?&]view=plan(&|#|$)/)
  }

  async seeSimulator() {
    await expect(this.simulator.sheet).toBeVisible()
    await expect(this.view).toHaveCount(0)
    await expect(this.page).not.toHaveURL(/view=/)
  }

  /** The view is about that simulation. */
  async seeNumber(number) {
    await expect(this.view.getByText(whole(this.words.of(number.replaceAll('-', ''))), { exact: true }).or(this.view.getByText(whole(this.words.of(number))))).toBeVisible()
  }

  async seeSaid(text) {
    await expect(this.view.getByText(whole(text)).first()).toBeVisible()
  }

  async seeNotSaid(text) {
    await expect(this.view.getByText(whole(text))).toHaveCount(0)
  }

  // Tables and plots

  table(caption) {
    return this.view.getByRole('table', { name: whole(caption) })
  }

  async read(caption) {
    await expect(this.table(caption)).toBeVisible()
    return readRows(this.table(caption))
  }

  plot(which) {
    return this.view.getByRole('img', { name: spaced(this.words.plots[which]) })
  }

  /** What is written into a plot, in its order. */
  async writtenIn(which) {
    await expect(this.plot(which)).toBeVisible()
    return this.plot(which).locator('text').evaluateAll((texts) => texts.map((text) => text.textContent.replace(/\s+/g, ' ').trim()))
  }

  async vary(what) {
    const label = this.view.getByText(this.words.varied[what], { exact: true }).and(this.view.locator('label'))
    await label.click()
    await expect(this.table(this.words.whatIf[what])).toBeVisible()
  }

  /** The rows of the what-if: of each value its total and the difference to the project as it stands. */
  async whatIf(what) {
    await this.vary(what)
    const { rows } = await this.read(this.words.whatIf[what])
    return rows.map(([label, total, more]) => ({
      value: parseInt(label, 10),
      isCurrent: label.includes(this.words.current),
      total,
      more,
    }))
  }

  // The contract file and the steps

  get papers() {
    return this.view.locator('.papers').getByRole('listitem')
  }

  /** The papers of that name: of each, how many, and what for. */
  async papersCalled(name) {
    const named = this.papers.filter({ has: this.page.getByRole('checkbox', { name: whole(this.words.papers[name]) }) })
    return named.evaluateAll((papers, [count, signature, purpose]) =>
      papers.map((paper) => {
        const facts = [...paper.querySelectorAll('dl > div')].map((one) => [one.children[0].textContent, one.children[1].textContent.replace(/\s+/g, ' ')])
        const said = Object.fromEntries(facts)
        return { count: parseInt(said[count], 10), signature: said[signature], purpose: said[purpose] }
      }), [this.words.count, this.words.signature, this.words.purpose])
  }

  get steps() {
    return this.view.locator('.steps > li')
  }

  // Enrolment

  get sessions() {
    const heading = this.view.getByRole('heading', { level: 4 }).last()
    return heading.locator('xpath=following-sibling::ul[1]').getByRole('listitem')
  }

  day(n) {
    return this.view.getByLabel(this.words.day(n), { exact: true })
  }

  async addDay(n, iso) {
    await this.button(this.words.addDay).click()
    await expect(this.day(n)).toBeFocused()
    if (iso !== undefined) await this.day(n).fill(iso)
  }

  async seeFault(n, text) {
    await expect(this.day(n)).toHaveAttribute('aria-invalid', 'true')
    await expect(this.day(n)).toHaveAccessibleDescription(whole(text))
    await this.seeSaid(text)
  }
}
