// The simulator as a visitor knows it: what one does with it and what one sees, found by role and
// label in the visitor's language.

import { readFileSync } from 'node:fs'
import { expect } from '@playwright/test'
import { WORDS } from './words.js'

/** How long the form rests before the total is read out, and the address is written a first time. */
const REST = 1_500
/** How long the address may stay behind while one types and stays on the page. */
const BEHIND = 15_000

export class Simulator {
  constructor(page, lang) {
    this.page = page
    this.lang = lang
  }

  /** The words of the language that the page should be in. */
  get words() {
    return WORDS[this.lang]
  }

  /** An amount in euros as the page writes it in its language; spaces of every kind are alike in comparisons. */
  euros(amount) {
    const locale = { fr: 'fr-FR', en: 'en-GB' }[this.lang]
    return new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR' }).format(amount).replace(/\s/g, ' ')
  }

  // Finding things

  get heading() {
    return this.page.getByRole('heading', { level: 1, name: this.words.title, exact: true })
  }

  get form() {
    return this.page.getByRole('form', { name: this.words.form, exact: true })
  }

  get sheet() {
    return this.page.getByRole('region', { name: this.words.estimate, exact: true })
  }

  get total() {
    return this.sheet.locator('#total')
  }

  get number() {
    return this.sheet.locator('#number')
  }

  get mailLink() {
    return this.sheet.getByRole('link', { name: this.words.mail, exact: true })
  }

  get lines() {
    return this.sheet.getByRole('table', { name: this.words.lines }).locator('tbody').getByRole('row')
  }

  get numberField() {
    return this.page.getByRole('textbox', { name: this.words.openLabel, exact: true })
  }

  get refusal() {
    return this.page.getByRole('alert').and(this.page.locator('#open-error'))
  }

  get fileField() {
    return this.page.getByLabel(this.words.openFile, { exact: true })
  }

  /** What is said of the file that was opened last. */
  get imported() {
    return this.page.locator('#imported').getByRole('status')
  }

  /** Why it was not opened as it is. */
  get fileRefusal() {
    return this.page.locator('#imported').getByRole('alert')
  }

  /** Said where a part of the page could not be loaded. */
  get notLoaded() {
    return this.page.getByRole('alert').filter({ hasText: spaced(this.words.notLoaded) })
  }

  /** The message to CASD as text. */
  get messageText() {
    return this.sheet.getByRole('textbox', { name: this.words.message, exact: true })
  }

  /** The sentence that screen readers are given once the form rests. */
  get announcement() {
    return this.sheet.locator('.announcement').getByRole('status')
  }

  /** The same where something is to be corrected. */
  get warning() {
    return this.sheet.locator('.announcement').getByRole('alert')
  }

  get languageSwitch() {
    return this.page.getByRole('button', { name: this.words.otherLanguage, exact: true })
  }

  offer(name) {
    return this.form.getByRole('radio', { name: this.words.offers[name], exact: true })
  }

  /** A field by its name in words.js, or `box 2`. */
  field(name) {
    const box = /^box (\d+)$/.exec(name)
    const label = box ? this.words.box(box[1]) : this.words.fields[name]
    return this.form.getByLabel(label, { exact: true })
  }

  option(name) {
    return this.form.getByRole('checkbox', { name: this.words.options[name], exact: true })
  }

  button(name) {
    return this.page.getByRole('button', { name: this.words[name], exact: true })
  }

  get boxes() {
    return this.form.getByRole('group', { name: this.words.boxes, exact: true }).getByRole('textbox')
  }

  // Doing things

  async open(path = './') {
    await this.page.goto(path)
    await expect(this.heading).toBeVisible()
    await expect(this.sheet).toBeVisible()
  }

  async chooseOffer(name) {
    // The label covers the whole choice: a visitor presses that.
    await this.form.getByText(this.words.offers[name], { exact: true }).click()
    await expect(this.offer(name)).toBeChecked()
  }

  async enter(name, text) {
    await this.field(name).fill(text)
  }

  async enterStart(iso) {
    await this.enter('start', iso)
  }

  async enterMonths(text) {
    await this.enter('months', text)
  }

  async enterUsers(text) {
    await this.enter('users', text)
  }

  async enterStudents(text) {
    await this.enter('students', text)
  }

  async enterBoxMonths(n, text) {
    await this.enter(`box ${n}`, text)
  }

  async tickOption(name) {
    await this.option(name).check()
  }

  async untickOption(name) {
    await this.option(name).uncheck()
  }

  async addBox() {
    await this.button('addBox').click()
  }

  async removeBox(n) {
    await this.page.getByRole('button', { name: this.words.removeBox(n), exact: true }).click()
  }

  /** Puts something into every field of a form just opened: a project of 9,732 euros under the list of 2020. */
  async fillEveryField() {
    await this.chooseOffer('cohorts')
    await this.enterStart('2027-03-15')
    await this.enterMonths('18')
    await this.enterUsers('4')
    await this.enterStudents('1')
    await this.addBox()
    await this.enterBoxMonths(2, '6')
    await this.tickOption('exports')
    await this.tickOption('software')
    await this.enter('packs', '3')
  }

  async openExample(name) {
    await this.page.getByRole('button', { name: this.words.examples[name], exact: true }).click()
  }

  async openNumber(text) {
    await this.numberField.fill(text)
    await this.button('openButton').click()
  }

  /** Presses a button that saves a file; gives the file once it was announced. */
  async save(what) {
    const downloaded = this.page.waitForEvent('download')
    await this.button(what).click()
    const download = await downloaded
    const file = { name: download.suggestedFilename(), path: await download.path() }
    await this.seeSaved(file.name)
    return { ...file, bytes: readFileSync(file.path) }
  }

  /** Chooses a file that has this content. */
  async chooseFile(content, name = 'simulation.json', mimeType = 'application/json') {
    await this.fileField.setInputFiles({ name, mimeType, buffer: Buffer.from(content) })
  }

  /** Drags a file of the disk onto the page and drops it there, as the browser does it. */
  async dropFile(path) {
    const devtools = await this.page.context().newCDPSession(this.page)
    const data = { items: [], files: [path], dragOperationsMask: 1 }
    for (const type of ['dragEnter', 'dragOver', 'drop']) {
      await devtools.send('Input.dispatchDragEvent', { type, x: 400, y: 300, data })
    }
    await devtools.detach()
  }

  async showMessage() {
    await this.sheet.getByText(this.words.message, { exact: true }).click()
    await expect(this.messageText).toBeVisible()
  }

  async switchLanguage() {
    await this.languageSwitch.click()
    this.lang = this.lang === 'fr' ? 'en' : 'fr'
    await expect(this.heading).toBeVisible()
  }

  /** Lets the form rest until the total is read out; the address is written then, unless it just was. */
  async rest() {
    await this.page.clock.runFor(REST)
  }

  /** Stays on the page until the address has followed, however much was typed before. */
  async stay() {
    await this.page.clock.runFor(BEHIND)
  }

  /** Turns from the page, to the address bar say: the window loses the focus. */
  async turnAway() {
    await this.page.evaluate(() => dispatchEvent(new Event('blur')))
  }

  /** What can be entered, as it stands. */
  async entries() {
    return this.form.evaluate((form) => {
      const entry = (input) => [input.id, input.matches('[type=radio], [type=checkbox]') ? input.checked : input.value]
      return Object.fromEntries([...form.querySelectorAll('input, select')].map(entry))
    })
  }

  /** The lines in the table: each its label, its formula (empty for one on request), its amount. */
  async parsedLines() {
    return this.lines.evaluateAll((rows) =>
      rows.map((row) => [
        row.querySelector('th').firstChild.textContent,
        row.querySelector('.formula').textContent.split('\n')[0],
        row.querySelector('td').textContent,
      ]),
    )
  }

  /** Everything that a simulation is: its entries, its lines, its total, its number. */
  async everything() {
    await expect(this.number).toBeVisible()
    return {
      entries: await this.entries(),
      lines: await this.lines.allTextContents(),
      total: await this.total.textContent(),
      number: await this.number.textContent(),
    }
  }

  /** The message that the mail link would open. */
  async message() {
    const href = await this.mailLink.getAttribute('href')
    const [, to, query] = /^mailto:([^?]+)\?(.*)$/.exec(href)
    const fields = Object.fromEntries(query.split('&').map((field) => field.split('=').map(decodeURIComponent)))
    return { href, to: decodeURIComponent(to), ...fields }
  }

  // Seeing things. Spaces of every kind are alike here; language.spec.js looks at them closely.

  /** The total, in euros, or as a text. */
  async seeTotal(total) {
    const amount = typeof total === 'number' ? this.euros(total) : total
    await expect(this.total).toHaveText(amount)
    const { total: label, excluding } = this.words
    const row = new RegExp(`^${spaced(label).source} (${spaced(excluding).source} )?${spaced(amount).source}$`)
    await expect(this.sheet.getByRole('row', { name: row })).toBeVisible()
  }

  /** What screen readers are given once the form has rested. */
  async seeAnnounced(text) {
    await expect(this.announcement).toHaveText(spaced(text))
    await expect(this.warning).toHaveText('')
  }

  /** What they are given at once where something is to be corrected. */
  async seeWarned(text) {
    await expect(this.warning).toHaveText(spaced(text))
    await expect(this.announcement).toHaveText('')
  }

  /** A file was announced, beside the buttons. */
  async seeSaved(name) {
    const said = this.sheet.locator('.said').getByRole('status').filter({ hasText: /./ })
    await expect(said).toHaveText([spaced(this.words.files.saved(name))])
    await expect(said).toBeVisible()
  }

  /** Something that was asked for failed: said beside the buttons, and to screen readers at once. */
  async seeFailed(words) {
    const said = this.sheet.locator('.said').getByRole('alert').filter({ hasText: /./ })
    await expect(said).toHaveText([spaced(words)])
    await expect(said).toBeVisible()
  }

  /** What came of a file that was opened, said where screen readers hear it. */
  async seeImported(text) {
    await expect(this.imported).toHaveText(spaced(text))
    await expect(this.imported).toBeVisible()
    await expect(this.fileRefusal).toHaveText('')
    await expect(this.notLoaded).toHaveCount(0)
  }

  /** A file was not opened as it is, and screen readers are told at once. */
  async seeFileRefused(text) {
    await expect(this.fileRefusal).toHaveText(spaced(text))
    await expect(this.fileRefusal).toBeVisible()
    await expect(this.imported).toHaveText('')
    await expect(this.notLoaded).toHaveCount(0)
  }

  async seeNumber() {
    await expect(this.number).toHaveText(/^CASD-1[A-Z0-9-]{12,}$/)
    return this.number.textContent()
  }

  /** Exactly these lines: each its label, its formula (empty for one on request), its amount. */
  async seeLines(lines) {
    const literal = (text) => spaced(text).source
    const row = ([label, formula, amount]) => {
      const detail = formula ? `${literal(formula)}\\s${literal(this.words.paidBy)} [^0-9]*` : ''
      return new RegExp(`^${literal(label)}\\s*(\\[\\d\\])?\\s*${detail}\\s*${literal(amount)}$`)
    }
    await expect(this.lines).toHaveText(lines.map(row))
  }

  /** A sentence in the sheet. */
  async seeSaid(text) {
    await expect(this.sheet.getByText(spaced(text)).first()).toBeVisible()
  }

  /**
   * Beside a simulation at its own prices: the same under the list in force, and what changes, each line
   * as its label, its amount before and after (`–` where it has none). Elsewhere than in the sheet: `place`.
   */
  async seeToday(total, changes, place = this.sheet) {
    const note = place.locator('.origin')
    const colon = this.lang === 'fr' ? ' :' : ':'
    const said = (text) => new RegExp(`^${spaced(text).source}$`)
    await expect(note.getByText(said(`${this.words.againstToday}${colon} ${total}`))).toBeVisible()
    const items = changes.map(([label, before, after]) => said(`${label}${colon} ${before} → ${after}`))
    await expect(note.getByRole('listitem')).toHaveText(items)
  }

  /** What is wrong, at the field and in the summary, tied to the field for screen readers. */
  async seeProblem(name, text) {
    const field = this.field(name)
    await expect(field).toHaveAttribute('aria-invalid', 'true')
    await expect(field).toHaveAccessibleDescription(spaced(text))
    await expect(this.form.getByText(spaced(text)).filter({ visible: true }).first()).toBeVisible()
    const item = this.problems.filter({ hasText: new RegExp(spaced(text).source.replace(/^\^/, '')) })
    await expect(item.first()).toBeVisible()
  }

  async seeNoProblem(name) {
    await expect(this.field(name)).not.toHaveAttribute('aria-invalid', 'true')
  }

  /** The summary of what is wrong, item by item. */
  get problems() {
    return this.sheet.locator('.alert').getByRole('listitem')
  }

  problemLink(text) {
    return this.problems.getByRole('link', { name: text, exact: true })
  }

  /** No amount, no number and no message to send, whether shown or only read out. */
  async seeNoEstimate() {
    await expect(this.total).toHaveCount(0)
    await expect(this.number).toHaveCount(0)
    await expect(this.mailLink).toHaveCount(0)
    await expect(this.page.locator('a[href*="subject="]')).toHaveCount(0)
    await expect(this.page.locator('body')).not.toContainText('€')
    await expect(this.page.locator('body')).not.toContainText(/CASD-1[A-Z0-9]{3}-/)
  }

  async seeRefusal(text) {
    await expect(this.refusal.getByRole('paragraph').first()).toHaveText(spaced(text))
    await expect(this.numberField).toHaveAttribute('aria-invalid', 'true')
  }

  async seeNoRefusal() {
    await expect(this.refusal.getByRole('paragraph')).toHaveCount(0)
  }

  async seeAddressNames(number) {
    await expect(this.page).toHaveURL(new RegExp(`#${number.replaceAll('-', '')}$`))
  }
}

/** An amount as it is shown, in cents. */
export function cents(amount) {
  const digits = Number(amount.replace(/[^0-9]/g, ''))
  return /[−-]/.test(amount) ? -digits : digits
}

/** A pattern for a text in which spaces of every kind are alike. */
export function spaced(text) {
  const source = text instanceof RegExp ? text.source : text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return new RegExp(source.replace(/\s/g, '\\s'))
}
