// The views beside the simulator, as a visitor knows them: checking numbers, and what is kept on this
// device. What stands in both is a simulator's page.

import { readFileSync } from 'node:fs'
import { expect } from '@playwright/test'
import { spaced } from './simulator.js'

export class Views {
  constructor(simulator) {
    this.simulator = simulator
    this.page = simulator.page
  }

  get words() {
    return this.simulator.words.views
  }

  /** One of the views, `check` or `kept`. */
  view(name) {
    return this.page.getByRole('main', { name: this.words[name], exact: true })
  }

  button(name, place = this.page) {
    return place.getByRole('button', { name: this.words[name], exact: true })
  }

  // Coming and going

  /** Opens the page at the address of a view. */
  async openAt(name, query = '') {
    await this.page.goto(`./?view=${name}${query}`)
    await this.seeView(name)
  }

  async goTo(name) {
    await this.button(name).click()
    await this.seeView(name)
  }

  async goBackToSimulator() {
    await this.button('back').click()
    await this.seeSimulator()
  }

  async seeView(name) {
    await expect(this.view(name)).toBeVisible()
    await expect(this.simulator.sheet).toBeHidden()
    await expect(this.page).toHaveURL(new RegExp(`[?&]view=${name}(&|#|$)`))
  }

  async seeSimulator() {
    await expect(this.simulator.sheet).toBeVisible()
    for (const name of ['check', 'kept']) await expect(this.view(name)).toHaveCount(0)
    await expect(this.page).not.toHaveURL(/view=/)
  }

  // Checking numbers

  get field() {
    return this.view('check').getByRole('textbox', { name: this.words.checkLabel, exact: true })
  }

  get result() {
    return this.view('check').locator('#check-result')
  }

  /** What of it screen readers are told in its turn, and what at once. */
  get found() {
    return this.result.getByRole('status')
  }

  get refused() {
    return this.result.getByRole('alert')
  }

  /** What a number holds, by the name of the fact. */
  fact(name) {
    return this.result.getByRole('definition').and(this.result.locator(`dt:text-is("${this.words[name]}") + dd`))
  }

  get rows() {
    return this.result.locator('tbody tr, tfoot tr')
  }

  async check(text) {
    await this.field.fill(text)
    await this.button('checkButton', this.view('check')).click()
  }

  async seeSound(number) {
    await expect(this.result.getByText(this.words.sound)).toBeVisible()
    await expect(this.result.getByText(number, { exact: true })).toBeVisible()
  }

  async seeFacts(facts) {
    for (const [name, text] of Object.entries(facts)) await expect(this.fact(name)).toHaveText(spaced(text))
  }

  async seeTotal(amount) {
    const { total } = this.simulator.words
    await expect(this.rows.last()).toHaveText(new RegExp(`^${total}.*${spaced(amount).source}$`))
  }

  /** The table of several numbers: of each row, what its cells say. */
  async seeTable(rows) {
    const table = this.result.getByRole('table', { name: this.words.several(rows.length), exact: true })
    await expect(table.getByRole('columnheader')).toHaveText(this.words.columns)
    await expect(this.rows).toHaveCount(rows.length)
    for (const [at, cells] of rows.entries()) {
      await expect(this.rows.nth(at).locator('th, td')).toHaveText(cells.map(spaced))
    }
  }

  /** What the press of a button saves: the file's name, and its text. */
  async saved(press) {
    const [download] = await Promise.all([this.page.waitForEvent('download'), press()])
    return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') }
  }

  // What is kept on this device

  /** Presses the button under the form, and is told so. */
  async keep() {
    await this.button('keep').click()
    await expect(this.simulator.form.getByRole('status')).toHaveText(spaced(this.words.keptNow))
    await expect(this.simulator.form.getByRole('alert')).toHaveText('')
  }

  /** Presses it in vain, and is told so at once. */
  async failToKeep(why) {
    await this.button('keep').click()
    await expect(this.simulator.form.getByRole('alert')).toHaveText(spaced(why))
    await expect(this.simulator.form.getByRole('status')).toHaveText('')
  }

  get list() {
    return this.view('kept').getByRole('list')
  }

  get items() {
    return this.list.locator('> li')
  }

  /** One of those kept, by its title; empty for one that has none. */
  async item(title) {
    let at = -1
    const place = (entries, title) => entries.findIndex((entry) => entry.value === title)
    await expect
      .poll(async () => (at = await this.titles.evaluateAll(place, title)), `the place of “${title}”`)
      .toBeGreaterThanOrEqual(0)
    return this.items.filter({ has: this.page.getByRole('textbox') }).nth(at)
  }

  get titles() {
    return this.view('kept').getByRole('textbox', { name: this.words.title, exact: true })
  }

  async press(button, title) {
    const item = await this.item(title)
    await this.button(button, item).click()
  }

  async rename(title, to) {
    const item = await this.item(title)
    const field = item.getByRole('textbox')
    await field.fill(to)
    await field.press('Tab')
  }

  /** Exactly these titles, the newest first. */
  async seeTitles(titles) {
    await expect
      .poll(() => this.titles.evaluateAll((entries) => entries.map((entry) => entry.value)), 'the titles')
      .toEqual(titles)
  }

  async seeNothingKept() {
    await expect(this.view('kept').getByText(this.words.keptNone)).toBeVisible()
    await expect(this.items).toHaveCount(0)
  }

  async seeSaid(text) {
    await expect(this.view('kept').getByRole('status')).toHaveText(spaced(text))
    await expect(this.view('kept').getByRole('alert')).toHaveText('')
  }

  /** Something could not be done, which screen readers are told at once. */
  async seeFailed(why) {
    await expect(this.view('kept').getByRole('alert')).toHaveText(spaced(why))
    await expect(this.view('kept').getByRole('status')).toHaveText('')
  }

  /** What the browser holds of it, by key. */
  async stored() {
    return this.page.evaluate(() =>
      Object.fromEntries(Object.entries(localStorage).filter(([key]) => key.startsWith('casd-simulator.kept.'))),
    )
  }
}
