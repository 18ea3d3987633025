// Variants side by side, as a visitor knows that view.

import { expect } from '@playwright/test'
import { copied } from './clipboard.js'
import { readRows, whole } from './plan.js'
import { spaced } from './simulator.js'

export class Comparison {
  constructor(simulator) {
    this.simulator = simulator
    this.page = simulator.page
  }

  get words() {
    return this.simulator.words.comparison
  }

  get view() {
    return this.page.getByRole('main', { name: this.simulator.words.plan.compare, exact: true })
  }

  // Coming and going

  async goTo() {
    await this.simulator.sheet.getByRole('button', { name: this.simulator.words.plan.compare, exact: true }).click()
    await this.seeView()
  }

  async goBack() {
    await this.view.getByRole('button', { name: this.simulator.words.plan.back, exact: true }).click()
    await expect(this.simulator.sheet).toBeVisible()
    await expect(this.view).toHaveCount(0)
  }

  async seeView() {
    await expect(this.view).toBeVisible()
    await expect(this.simulator.sheet).toBeHidden()
    await expect(this.page).toHaveURL(/[?&]view=compare(&|#|$)/)
  }

  // The variants, counted from 1: the first is the simulation of the form

  get variants() {
    return this.view.locator('section.variant')
  }

  variant(n) {
    return this.view.getByRole('region', { name: whole(this.words.variant(n)) })
  }

  heading(n) {
    return this.variant(n).getByRole('heading', { level: 3 })
  }

  button(name, n) {
    return this.variant(n).getByRole('button', { name: this.words[name], exact: true })
  }

  /** A field of a variant by its name in words.js, or `boxes`. */
  field(n, name) {
    return this.variant(n).getByLabel(name === 'boxes' ? this.words.boxes : this.simulator.words.fields[name], { exact: true })
  }

  option(n, name) {
    return this.variant(n).getByRole('checkbox', { name: this.simulator.words.options[name], exact: true })
  }

  /** Makes another of one, and is taken to it. */
  async duplicate(n) {
    const before = await this.variants.count()
    await this.button('duplicate', n).click()
    await expect(this.variants).toHaveCount(before + 1)
    await expect(this.heading(before + 1)).toBeFocused()
    return before + 1
  }

  async enter(n, name, text) {
    await this.field(n, name).fill(text)
  }

  get numberField() {
    return this.view.getByRole('textbox', { name: this.words.addLabel, exact: true })
  }

  async addNumber(text) {
    await this.numberField.fill(text)
    await this.view.getByRole('button', { name: this.words.add, exact: true }).click()
  }

  /** Why that number was not added. */
  get refusal() {
    return this.view.getByRole('alert').and(this.page.locator('#added-error'))
  }

  get copyLink() {
    return this.view.getByRole('button', { name: this.words.copyLink, exact: true })
  }

  /** The link of the set, copied. */
  async link() {
    await this.copyLink.click()
    await expect(this.view.locator('.said')).toHaveText(this.words.linkCopied)
    const link = await copied(this.page)
    await this.page.bringToFront()
    return link
  }

  // Seeing things

  async seeTotals(totals) {
    await expect(this.variants.locator('.sum')).toHaveText(totals.map((total) => spaced(total)))
  }

  async seeProblem(n, name, text) {
    await expect(this.field(n, name)).toHaveAttribute('aria-invalid', 'true')
    await expect(this.field(n, name)).toHaveAccessibleDescription(spaced(text))
    await expect(this.variant(n).locator('.sum')).toHaveText(spaced(this.words.toCorrect))
  }

  /** What screen readers are told of a variant once it rests: in its turn, or at once. */
  async seeAnnounced(n, total) {
    await expect(this.variant(n).getByRole('status')).toHaveText(this.said(n, total))
    await expect(this.variant(n).getByRole('alert')).toHaveText('')
  }

  async seeWarned(n) {
    await expect(this.variant(n).getByRole('alert')).toHaveText(this.said(n, this.words.toCorrect))
    await expect(this.variant(n).getByRole('status')).toHaveText('')
  }

  said(n, what) {
    return spaced(`${this.words.variant(n)}${this.simulator.lang === 'fr' ? ' :' : ':'} ${what}`)
  }

  async table(name) {
    const table = this.view.getByRole('table', { name: whole(this.words[name]) })
    await expect(table).toBeVisible()
    return readRows(table)
  }

  /** The inputs that differ: each its name, and what each variant has. */
  async differing() {
    return Object.fromEntries((await this.table('differing')).rows.map(([label, ...values]) => [label, values]))
  }

  /** The differing lines, the differences to the first and the totals. */
  async costs() {
    const { rows, foot } = await this.table('lines')
    return { lines: rows.slice(0, -1), differences: rows.at(-1).slice(1), totals: foot.slice(1) }
  }

  /** The address names these numbers, one after the other. */
  async seeAddress(numbers) {
    await expect.poll(() => new URL(this.page.url()).hash.slice(1).split('&')).toEqual(numbers.map((number) => number.replaceAll('-', '')))
  }
}
