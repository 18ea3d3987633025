// The simulator as a visitor in Firefox knows it, found by the words that stand on the page. Spaces of every
// kind are alike.

import assert from 'node:assert/strict'
import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Key } from 'selenium-webdriver'
import { WORDS } from '../browser/words.js'

/** How long something that should be so may take, on a busy machine. */
const PATIENCE = 15_000

export const plain = (text) => text.replace(/\s+/g, ' ').trim()

/** Waits until it neither throws nor gives false; else says why not. */
export async function eventually(what, look, patience = PATIENCE) {
  const end = Date.now() + patience
  for (;;) {
    let fault
    try {
      const found = await look()
      if (found !== false) return found
    } catch (error) {
      fault = error
    }
    if (Date.now() > end) throw new Error(`${what}: ${fault?.message ?? 'not so'}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

/** Runs in the page: the first element of a kind that is in sight and is called so. */
function called(kind, name) {
  const plain = (text) => (text ?? '').replace(/\s+/g, ' ').trim()
  const label = (element) => plain(element.getAttribute('aria-label') ?? element.labels?.[0]?.textContent ?? element.textContent)
  return [...document.querySelectorAll(kind)].find((element) => element.checkVisibility() && label(element) === name)
}

/** Runs in the page: its text, as far as it is in sight. */
const inSight = () => document.body.innerText

export class Visitor {
  constructor(browser, origin, lang) {
    Object.assign(this, { browser, driver: browser.driver, origin, lang })
  }

  /** The words of the language that the page should be in. */
  get words() {
    return WORDS[this.lang]
  }

  // Finding things

  async find(kind, name) {
    return eventually(`${kind} “${name}”`, async () => (await this.driver.executeScript(called, kind, plain(name))) ?? false)
  }

  button(name) {
    return this.find('button', name)
  }

  field(name) {
    return this.find('input:not([type=radio], [type=checkbox]), select, textarea', name)
  }

  /** The text of the first such element. */
  async text(selector) {
    return plain(await this.driver.executeScript((selector) => document.querySelector(selector)?.textContent ?? '', selector))
  }

  /** What can be entered, as it stands. */
  entries() {
    return this.driver.executeScript(() => {
      const entry = (input) => [input.id, input.matches('[type=radio], [type=checkbox]') ? input.checked : input.value]
      return Object.fromEntries([...document.querySelectorAll('form.project :is(input, select)')].map(entry))
    })
  }

  /** Everything that a simulation is: its entries, its lines, its total, its number. */
  async everything() {
    const [number, total, lines] = [await this.seeNumber(), await this.text('#total'), await this.text('.sheet tbody')]
    return { number, total, lines, entries: await this.entries() }
  }

  /** What has the focus: its id, and what it is called. */
  focused() {
    return this.driver.executeScript(() => {
      const { id, textContent } = document.activeElement
      return { id, text: textContent.replace(/\s+/g, ' ').trim() }
    })
  }

  // Doing things

  /** Goes to an address and waits for the estimate. */
  async open(path = '') {
    await this.driver.get(this.origin + path)
    await this.seeHeading(this.words.title)
    await this.find('h2', this.words.estimate)
  }

  /** Loads the page again, as a visitor does: WebDriver's own command goes past the service worker. */
  async reload() {
    const began = () => this.driver.executeScript(() => document.readyState === 'complete' && performance.timeOrigin)
    const before = await began()
    await this.driver.executeScript(() => location.reload())
    await eventually('the page, loaded again', async () => (await began()) > before)
  }

  async press(name) {
    await (await this.button(name)).click()
  }

  async choose(name) {
    await (await this.find('label', name)).click()
  }

  /** Types over what stands in a field. */
  async enter(name, text) {
    const field = await this.field(name)
    // What follows a chord at once would be pressed with it.
    await field.sendKeys(Key.chord(Key.CONTROL, 'a'))
    await field.sendKeys(text || Key.BACK_SPACE)
  }

  /** The same in the last of several fields of that name. */
  async enterLast(name, text) {
    const field = await this.driver.executeScript((name) => {
      const plain = (text) => text.replace(/\s+/g, ' ').trim()
      return [...document.querySelectorAll('label')].filter((label) => label.checkVisibility() && plain(label.textContent) === name).at(-1).control
    }, plain(name))
    await field.sendKeys(Key.chord(Key.CONTROL, 'a'))
    await field.sendKeys(text)
  }

  /** Types where the focus is. */
  async type(text) {
    await this.driver.actions().sendKeys(text).perform()
  }

  /** Types where the focus is, in place of what stands there. */
  async typeOver(text) {
    await this.driver.actions().keyDown(Key.CONTROL).sendKeys('a').keyUp(Key.CONTROL).sendKeys(text).perform()
  }

  /** Presses Tab until the focus is on what has that id, or is called so. */
  async tabTo(target) {
    for (let presses = 0; presses < 100; presses += 1) {
      const { id, text } = await this.focused()
      if (id === target || text === plain(target)) return
      await this.type(Key.TAB)
    }
    throw new Error(`Tab never came to ${target}`)
  }

  /** Leaves nothing of this visit on the device. */
  async forget() {
    await this.driver.get(`${this.origin}prices.html`)
    await this.driver.executeAsyncScript(async (done) => {
      localStorage.clear()
      sessionStorage.clear()
      for (const one of await navigator.serviceWorker.getRegistrations()) await one.unregister()
      for (const name of await caches.keys()) await caches.delete(name)
      done()
    })
  }

  async switchLanguage() {
    await this.press(this.words.otherLanguage)
    this.lang = this.lang === 'fr' ? 'en' : 'fr'
    await this.seeHeading(this.words.title)
  }

  /** Presses a button that saves a file; gives the file once it is there, whole. */
  async save(button) {
    const { folder } = this.browser
    for (const name of readdirSync(folder)) rmSync(join(folder, name))
    await this.press(button)
    return eventually(`a file of “${button}”`, () => {
      const [name, ...others] = readdirSync(folder)
      // While it is written there is another beside it.
      if (!name || others.length > 0 || name.endsWith('.part')) return false
      const bytes = readFileSync(join(folder, name))
      return bytes.length > 0 && existsSync(join(folder, name)) && { name, bytes }
    })
  }

  // Seeing things

  async seeHeading(name) {
    await eventually(`the heading “${name}”`, async () => (await this.text('h1')) === plain(name))
  }

  async seeTotal(amount) {
    const said = `the total ${amount}`
    await eventually(said, async () => assert.equal(await this.text('#total'), plain(amount)))
    await eventually(said, async () => assert.equal(await this.text('table tfoot td'), plain(amount)))
  }

  async seeNumber() {
    return eventually('a number', async () => {
      const number = await this.text('#number')
      return /^CASD-1[A-Z0-9-]{12,}$/.test(number) && number
    })
  }

  async seeNoEstimate() {
    await eventually('no estimate', async () => !(await this.driver.executeScript(() => document.querySelector('#total, #number'))))
  }

  /** A sentence, or a pattern of one, somewhere in sight. */
  async see(sentence) {
    await eventually(`“${sentence}”`, async () => {
      const text = plain(await this.driver.executeScript(inSight))
      return sentence instanceof RegExp ? sentence.test(text) : text.includes(plain(sentence))
    })
  }

  /** What is wrong is said at the field, for screen readers too. */
  async seeProblem(name, sentence) {
    const field = await this.field(name)
    await eventually(`what is wrong with “${name}”`, async () => {
      assert.equal(await field.getAttribute('aria-invalid'), 'true')
      const places = (await field.getAttribute('aria-describedby')).split(' ')
      const said = await Promise.all(places.map((id) => this.text(`#${id}`)))
      assert.ok(said.some((text) => (sentence instanceof RegExp ? sentence.test(text) : text === plain(sentence))), said.join(' | '))
    })
  }
}
