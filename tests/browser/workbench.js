// The price-list workbench, as the tariff manager knows it: what one does with it and what one sees.

import { readFileSync } from 'node:fs'
import { expect } from '@playwright/test'
import { test as base } from './fixtures.js'
import { spaced } from './simulator.js'

const FOLDER = new URL('../../public/price-lists/', import.meta.url)
const published = (name) => JSON.parse(readFileSync(new URL(`${name}.json`, FOLDER), 'utf8'))

/**
 * CASD's price list of 2027 in a book, as CASD may write it: that of 2020 with a subscription of 240.00 a
 * month instead of 238.00. `change` changes the list.
 */
export function bookOf2027(change = () => {}) {
  const { $schema, examples, ...list } = published('casd-2020')
  Object.assign(list, {
    id: 'casd-2027',
    serial: 4,
    title: { fr: 'Projets standard et cohortes, 2027', en: 'Standard and cohort projects, 2027' },
    in_force: { from: '2027-01-01' },
  })
  list.charges.find(({ id }) => id === 'subscription').price.unit = '240.00'
  change(list)
  return { $schema: './price-book.schema.json', lists: [list] }
}

/**
 * What the smallest project of 2020 costs under that list: its total with the difference, and the line that changes,
 * as `seeToday` expects them.
 */
export function dearerIn2027(simulator) {
  const [percent, subscription] = {
    fr: ['0,7 %', 'Abonnement, dont 1 accès utilisateur et la Configuration 1'],
    en: ['0.7%', 'Subscription, including 1 user access and Configuration 1'],
  }[simulator.lang]
  const total = `${simulator.euros(3_300)} (+\u2060${simulator.euros(24)}, +${percent})`
  return [total, [[subscription, simulator.euros(2_856), simulator.euros(2_880)]]]
}

/** One of the lists that come with the simulator, as a file. */
export const publishedList = (name) => readFileSync(new URL(`${name}.json`, FOLDER), 'utf8')

/** Has these answers given to whoever asks for the price list beside the page; a book is served as it is. */
export async function serve(place, answer) {
  const give = typeof answer === 'function' ? answer : (route) => route.fulfill({ json: answer })
  await place.unroute('**/price-list.json')
  await place.route('**/price-list.json', give)
}

export class Workbench {
  constructor(simulator) {
    this.simulator = simulator
    this.page = simulator.page
  }

  get words() {
    return this.simulator.words.workbench
  }

  get view() {
    return this.page.getByRole('main', { name: this.words.title, exact: true })
  }

  /** A field, a button or a link of the workbench that is not of a list. */
  get model() {
    return this.view.getByRole('combobox', { name: this.words.model, exact: true })
  }

  get firstDay() {
    return this.view.getByLabel(this.words.firstDay, { exact: true })
  }

  get chosen() {
    return this.view.getByRole('combobox', { name: this.words.chosen, exact: true })
  }

  get fileField() {
    return this.view.getByLabel(this.words.open, { exact: true })
  }

  get text() {
    return this.view.getByRole('textbox', { name: this.words.text, exact: true })
  }

  get comparedOn() {
    return this.view.getByLabel(this.words.comparedOn, { exact: true })
  }

  get numbers() {
    return this.view.getByRole('textbox', { name: this.words.numbers, exact: true })
  }

  get preview() {
    return this.view.getByRole('link', { name: this.words.preview, exact: true })
  }

  /** What is said of the last thing that was asked for. */
  get said() {
    return this.view.locator('> .told').getByRole('status')
  }

  /** Why it came to nothing, or what is still wrong. */
  get failed() {
    return this.view.locator('> .told').getByRole('alert')
  }

  /** What is said of the comparison. */
  standing(words) {
    return this.view.locator('p.note, p.alert').filter({ hasText: inside(words) })
  }

  button(name) {
    return this.view.getByRole('button', { name: this.words[name], exact: true })
  }

  /** A part of the list, by its name in words.js. */
  part(name) {
    return this.view.getByRole('group', { name: new RegExp(`^${spaced(this.words.part[name]).source}$`) })
  }

  /** A field of a part, by its name in words.js; folded away or not. */
  field(part, name) {
    return this.part(part).getByLabel(this.words.fields[name], { exact: true })
  }

  get comparison() {
    return this.view.getByRole('table')
  }

  /** All that is wrong, or worth a look. */
  get findings() {
    return this.view.locator('.findings').getByRole('listitem')
  }

  /** What screen readers are told at once of all that. */
  get warning() {
    return this.view.locator('.announcement').getByRole('alert').filter({ hasText: new RegExp(`${spaced(this.words.error).source}|${spaced(this.words.warning).source}`) })
  }

  finding(words) {
    return this.findings.filter({ hasText: inside(words) })
  }

  // Doing things

  async openAt(query = '') {
    await this.page.goto(`./?view=prices${query}`)
    await this.seeOpen()
  }

  async makeList(day, from) {
    if (from) await this.model.selectOption({ label: this.words.lists[from] })
    if (day !== undefined) await this.firstDay.fill(day)
    await this.button('makeList').click()
  }

  /** Unfolds a part, if it is folded. */
  async unfold(name) {
    const part = this.part(name)
    if ((await part.getAttribute('open')) === null) await part.locator('summary').click()
  }

  /** Types something into a field, and leaves it. */
  async enter(part, name, text) {
    await this.unfold(part)
    const field = this.field(part, name)
    await field.fill(text)
    await field.blur()
  }

  /** Types the text of the file, and leaves it. */
  async enterText(text) {
    if (!(await this.text.isVisible())) await this.view.getByText(this.words.text, { exact: true }).click()
    await this.text.fill(text)
    await this.text.blur()
  }

  /** What the file is now. */
  async content() {
    return this.view.locator('#price-file-text').inputValue()
  }

  async chooseFile(content, name = 'price-list.json') {
    const text = typeof content === 'string' ? content : JSON.stringify(content, null, 2)
    await this.fileField.setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) })
  }

  /** Saves the file: its name, and its text. */
  async save() {
    const [download] = await Promise.all([this.page.waitForEvent('download'), this.button('save').click()])
    return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') }
  }

  async openPreview() {
    await this.preview.click()
    await expect(this.simulator.sheet).toBeVisible()
  }

  /** Leads from the preview back. */
  async goBackHere() {
    await this.page.getByRole('alert').getByRole('link', { name: this.words.backHere, exact: true }).click()
    await this.seeOpen()
  }

  // Seeing things

  async seeOpen() {
    await expect(this.view).toBeVisible()
    await expect(this.simulator.sheet).toBeHidden()
  }

  async seeSaid(words) {
    await expect(this.said).toHaveText(spaced(words))
    await expect(this.failed).toHaveText('')
  }

  /** Something went wrong, which screen readers are told at once. */
  async seeFailed(words) {
    await expect(this.failed).toHaveText(spaced(words))
    await expect(this.said).toHaveText('')
  }

  async seeSound() {
    await expect(this.view.getByText(spaced(this.words.sound))).toBeVisible()
    await expect(this.findings).toHaveCount(0)
    await expect(this.view.locator('[aria-invalid=true]')).toHaveCount(0)
  }

  /** Something is wrong, or worth a look: said in the list, with the line of the text where it stands. */
  async seeFinding(words, { place, line, severity = 'error' }) {
    const finding = this.finding(words)
    await expect(finding).toHaveCount(1)
    await expect(finding).toContainText(spaced(this.words[severity]))
    await expect(finding.getByRole('button')).toHaveText(spaced(`${place ? `${place}, ` : ''}${this.words.line(line)}`))
  }

  /** The line of the text where the first of these stands after all the others, counted from 1. */
  async lineOf(...wanted) {
    const find = (text) => wanted.reduce((at, one) => (at < 0 ? at : text.indexOf(one, at ? at + 1 : 0)), 0)
    // A file that was just chosen takes a moment to be read.
    await expect.poll(async () => find(await this.content()), `“${wanted.join('”, “')}” in the text`).toBeGreaterThanOrEqual(0)
    const text = await this.content()
    return text.slice(0, find(text) + 1).split('\n').length
  }

  /** What is wrong is said at the field, too, for eyes and for screen readers. */
  async seeWrongAt(part, name, words) {
    const field = this.field(part, name)
    await expect(field).toHaveAttribute('aria-invalid', 'true')
    await expect(field).toHaveAccessibleDescription(spaced(words))
    await expect(this.part(part).locator('.error').filter({ hasText: spaced(words) })).toHaveCount(1)
  }

  /** Follows the way of a finding to its place. */
  async follow(words) {
    await this.finding(words).getByRole('button').click()
  }

  /** The comparison, each row its simulation, its price before and after. */
  async seeComparison(day, rows) {
    const { comparison, columns } = this.words
    const table = this.view.getByRole('table', { name: spaced(comparison(day)) })
    await expect(table.getByRole('columnheader')).toHaveText(columns)
    const body = table.locator('tbody tr')
    await expect(body).toHaveCount(rows.length)
    for (const [at, cells] of rows.entries()) {
      await expect(body.nth(at).locator('th, td')).toHaveText(cells.map((cell) => spaced(cell)))
    }
  }
}

/** A new list from next 1 January, made from that of 2020, with a dearer subscription. */
export async function raiseOnePrice(workbench) {
  await workbench.makeList('2027-01-01', 'casd2020')
  await workbench.enter('subscription', 'price', '240')
  await workbench.seeSound()
}

export const test = base.extend({
  workbench: async ({ simulator }, use) => {
    await use(new Workbench(simulator))
  },
})

/** A pattern for words anywhere in a text. */
function inside(words) {
  return new RegExp(spaced(words).source.replace(/^\^/, '').replace(/\$$/, ''))
}
