// A visitor who does anything: five hundred actions drawn at random, with real input, on whatever can be seen.
// Nothing may be heard from the page, and whatever total it shows must be the engine's own for the number
// beside it, as the native engine computes it outside of the browser.
//
//   MONKEY_SEED=7 MONKEY_ACTIONS=5000 npx playwright test -c tests/browser monkey

import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from './fixtures.js'
import { cents } from './simulator.js'
import { WORDS } from './words.js'

const SEED = Number(process.env.MONKEY_SEED ?? 2026)
const ACTIONS = Number(process.env.MONKEY_ACTIONS ?? 500)

/** What the last actions were is told where something goes wrong. */
const TOLD = 25

const LEGAL = ['1', '2', '3', '4', '6', '12', '13', '18', '24', '36', '100', '240', '1000', ' 7 ', '0012']
const ILLEGAL = ['', '0', '-1', '241', '1001', '1,5', '1.5', 'abc', '12 mois', '１２', '1e3', '½', '<b>2</b>', '9'.repeat(30), '\u202e12']
const NAMES = ['', 'INSERM', 'Université de Lille', 'A & B=C;D#E?', '<img src=x onerror=alert(1)>', 'é'.repeat(100), '😀 %00 \\ "', 'offer=pmsi']
const DAYS = ['', '2018-08-01', '2020-07-31', '2020-08-01', '2024-02-29', '2026-12-01', '2150-12-31', '1999-12-31', '2151-01-01', '9999-12-31']
const GARBAGE = ['', 'CASD-1', 'casd1qqqq', 'bonjour', 'https://example.org/#CASD1', '{', '{ "lists": [] }', '\u0000', 'CASD-1QJN-N442-3825-58TC-J25M-AA']
const FILES = ['{', '[]', '{"offer":"pmsi"}', '{"offer":"standard","start":"2027-01-01","months":12,"users":3,"configuration":"configuration-1","access_points":[{"months":12}]}']
/** For what may go before it is used: a view that is asked for comes when it is loaded. */
const PATIENCE = { timeout: 1_000 }
const KINDS = ['number', 'number', 'number', 'number', 'day', 'text', 'select', 'file', 'tick', 'tick', 'press', 'press', 'press', 'press']
/** The buttons that save a document, and those that hand over to the system. */
const named = (...keys) => Object.values(WORDS).flatMap((words) => keys.map((key) => words[key]))
const [DOCUMENTS, SYSTEM] = [named('pdf', 'eml', 'csv', 'json'), named('print', 'share')]
const SIZES = [[320, 600], [390, 844], [768, 1024], [1280, 900], [1920, 1080]]

/** Random numbers that are the same for the same seed (mulberry32). */
function drawn(seed) {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (count) => Math.floor(next() * count)
  return { next, below, oneOf: (list) => list[below(list.length)], once: (times) => below(times) === 0 }
}

/**
 * Runs in the page: chooses something of a kind that can be used there, by a number from 0 to 1. Tells what it
 * is called, its values where there are some to choose from, and where to press it if nothing covers it.
 */
function choose([kind, drawn, documents, system]) {
  const isCalled = (names) => (element) => element.matches('button') && names.includes(element.textContent)
  const KINDS = {
    tick: 'input[type=radio], input[type=checkbox]',
    day: 'input[type=date]',
    file: 'input[type=file]',
    number: 'input[inputmode=numeric]',
    text: 'input, textarea:not([readonly])',
    select: 'select',
    press: 'button, summary',
  }
  const kindOf = (element) => {
    if (isCalled(system)(element)) return undefined
    return isCalled(documents)(element) ? 'document' : Object.keys(KINDS).find((kind) => element.matches(KINDS[kind]))
  }
  const isUsable = (element) => kindOf(element) && element.checkVisibility({ visibilityProperty: true }) && !element.matches(':disabled')
  const all = [...document.querySelectorAll(Object.values(KINDS).join())].filter(isUsable)
  const some = all.filter((element) => kindOf(element) === kind)
  const from = some.length > 0 ? some : all
  const element = from[Math.floor(drawn * from.length)]
  globalThis.chosen = element

  const pressed = element.labels?.[0] ?? element
  const place = (block) => {
    pressed.scrollIntoView({ block })
    const { left, top, width, height } = pressed.getBoundingClientRect()
    const [x, y] = [left + width / 2, top + height / 2]
    const hit = document.elementFromPoint(x, y)
    return hit && (pressed.contains(hit) || hit.contains(pressed)) ? [x, y] : undefined
  }
  return {
    kind: kindOf(element),
    called: element.id || element.textContent.replace(/\s+/g, ' ').trim().slice(0, 60),
    values: [...(element.options ?? [])].map(({ value }) => value),
    // At the edge of the window something may stand above it.
    place: place('nearest') ?? place('center'),
  }
}

/** Runs in the page: what it says, in one moment; nothing while it is still busy. */
function said() {
  const sheet = document.querySelector('.sheet')
  const isInView = new URLSearchParams(location.search).has('view')
  if (!sheet || document.querySelector('[aria-busy]') || (isInView && sheet.checkVisibility())) return undefined
  const text = (element) => element?.textContent.replace(/\s+/g, ' ').trim()
  const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id)
  return {
    quote: sheet?.dataset.quote ?? '',
    number: text(document.querySelector('#number')),
    total: text(document.querySelector('#total')),
    // The purchase orders, where there are several, and the total.
    foot: [...(sheet?.querySelectorAll('table tfoot td') ?? [])].map(text),
    amounts: [...(sheet?.querySelectorAll('table tbody td') ?? [])].map(text).filter((amount) => amount.includes('€')),
    twice: ids.filter((id, at) => ids.indexOf(id) !== at),
    headings: [...document.querySelectorAll('h1')].length,
  }
}

class Monkey {
  constructor(page, { next, below, oneOf, once }) {
    Object.assign(this, { page, next, below, oneOf, once, log: [], missed: 0 })
    /** The total that was shown with each number. */
    this.totals = new Map()
  }

  /** One of the numbers seen so far, as a person might write it, or nonsense. */
  number() {
    if (this.totals.size === 0 || this.once(6)) return this.oneOf(GARBAGE)
    const number = this.oneOf([...this.totals.keys()])
    const at = this.below(number.length)
    return this.oneOf([
      number,
      number.toLowerCase().replaceAll('-', ' '),
      number.slice(0, at),
      number.slice(0, at) + this.oneOf([...'ACDEFGHJ0']) + number.slice(at + 1),
    ])
  }

  entry({ kind, called }) {
    if (kind === 'day') return this.oneOf(DAYS)
    if (kind === 'number') return this.once(8) ? this.oneOf(ILLEGAL) : this.oneOf(LEGAL)
    if (/funder|host/.test(called)) return this.oneOf(NAMES)
    return this.oneOf([this.number(), this.number(), this.oneOf(NAMES), this.oneOf(GARBAGE)])
  }

  /** Uses something that stands on the page. */
  async use() {
    const { page } = this
    // Documents take long, and boxes would soon be a hundred.
    const chosen = await page.evaluate(choose, [this.once(40) ? 'document' : this.oneOf(KINDS), this.next(), DOCUMENTS, SYSTEM])
    const element = () => page.evaluateHandle(() => globalThis.chosen)
    const miss = () => { this.missed += 1 }
    switch (chosen.kind) {
      case 'select': {
        const value = this.oneOf(chosen.values)
        this.log.push(`select ${value} in ${chosen.called}`)
        return (await element()).selectOption(value, PATIENCE).catch(miss)
      }
      case 'file': {
        const content = this.oneOf(FILES)
        this.log.push(`choose the file ${content}`)
        return (await element()).setInputFiles({ name: 'file.json', mimeType: 'application/json', buffer: Buffer.from(content) })
      }
      case 'day': {
        const day = this.oneOf(DAYS)
        this.log.push(`enter ${JSON.stringify(day)} into ${chosen.called}`)
        return (await element()).fill(day, PATIENCE).catch(miss)
      }
    }
    const { place } = chosen
    if (!place) {
      this.log.push(`miss ${chosen.called}, which is covered`)
      return miss()
    }
    if (chosen.kind === 'number' || chosen.kind === 'text') {
      const text = this.entry(chosen)
      // Key by key now and then: what stands there meanwhile is an entry, too.
      const isTyped = text.length < 40 && this.once(3)
      const last = this.oneOf(['Enter', 'Tab'])
      this.log.push(`${isTyped ? 'type' : 'enter'} ${JSON.stringify(text)} into ${chosen.called}, ${last}`)
      await page.mouse.click(...place)
      await page.keyboard.press('Control+A')
      if (!text) await page.keyboard.press('Delete')
      else if (isTyped) await page.keyboard.type(text)
      else await page.keyboard.insertText(text)
      return page.keyboard.press(last)
    }
    this.log.push(`press ${chosen.called}`)
    return page.mouse.click(...place)
  }

  /** Does something with the browser itself. */
  async browse() {
    const { page } = this
    const go = { waitUntil: 'load', timeout: 10_000 }
    const [what, act] = this.oneOf([
      ['go back', () => page.goBack(go)],
      ['go back', () => page.goBack(go)],
      ['go forward', () => page.goForward(go)],
      ['reload', () => page.reload(go)],
      ...['', '', '', '', 'plan', 'compare', 'prices', 'check', 'kept'].map((view) => [
        `go to the view “${view}”`,
        () => page.goto(`./?lang=${this.oneOf(['fr', 'en'])}${view && `&view=${view}`}#${this.number().replace(/[^\w]/g, '')}`, go),
      ]),
      ['change the fragment', () => {
        const hash = [this.number(), this.number()].slice(this.below(2)).map((one) => one.replace(/[^\w]/g, '')).join('&')
        return page.evaluate((hash) => { location.hash = hash }, hash)
      }],
      ['press a key', async () => {
        for (let presses = 0; presses < 5; presses += 1) await page.keyboard.press(this.oneOf(['Tab', 'Tab', 'Shift+Tab', 'ArrowDown', 'ArrowUp', 'Escape', 'Home', 'PageDown']))
      }],
      ['turn away', () => page.evaluate(() => void dispatchEvent(new Event('blur')))],
      ['resize', () => {
        const [width, height] = this.oneOf(SIZES)
        return page.setViewportSize({ width, height })
      }],
    ])
    this.log.push(what)
    await act()
    // Back from the first page leaves the simulator.
    if (!page.url().startsWith('http')) await page.goto('./')
  }

  /** Waits until the page has done what it was asked for, and looks at it. */
  async look() {
    let seen
    // In the midst of a new page there is nothing to look at.
    const look = async () => Boolean((seen = await this.page.evaluate(said).catch(() => undefined)))
    if (!(await look())) await expect.poll(look, { message: 'the page is there, and not busy', timeout: 30_000, intervals: [20] }).toBe(true)
    const { quote, number, total, foot, amounts, twice, headings } = seen
    // Not Playwright's own, which take longer than all the rest.
    assert.deepEqual(twice, [], 'ids that stand there twice')
    assert.equal(headings, 1, 'headings of the page')
    assert.equal(Boolean(number), Boolean(total), 'a number stands beside each total')
    if (!number) return
    const shown = cents(total)
    const sum = (amounts) => amounts.reduce((sum, amount) => sum + cents(amount), 0)
    assert.equal(cents(foot.at(-1)), shown, 'the last row of the table')
    if (foot.length > 1) assert.equal(sum(foot.slice(0, -1)), shown, 'the sum of the purchase orders')
    assert.equal(sum(amounts), shown, 'the sum of the lines')
    assert.equal(quote, `${number.replaceAll('-', '')} ${(shown / 100).toFixed(2)} EUR`, 'what a host is told')
    assert.equal(this.totals.get(number) ?? shown, shown, `the total of ${number} at an earlier time`)
    this.totals.set(number, shown)
  }
}

/** What each number costs, as the native engine has it, in cents. */
function priced(numbers) {
  const output = execFileSync('cargo', ['run', '--quiet', '--offline', '--bin', 'casd', '--', 'quote', '--number', '-'], {
    cwd: fileURLToPath(new URL('../../', import.meta.url)),
    input: numbers.join('\n'),
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  return new Map(output.trim().split('\n').map((line) => JSON.parse(line)).map(({ number, total }) => [number, cents(total)]))
}

test(`${ACTIONS} actions drawn from the seed ${SEED}: nothing breaks, and every total is the engine’s own`, async ({ page, simulator, heard }) => {
  test.setTimeout(120_000 + ACTIONS * 500)
  await simulator.open()
  const monkey = new Monkey(page, drawn(SEED))
  // Whoever leaves a page gives up what it was still loading.
  const givenUp = (one) => /net::ERR_ABORTED$/.test(one)
  const from = Date.now()
  try {
    for (let n = 0; n < ACTIONS; n += 1) {
      await (monkey.once(10) ? monkey.browse() : monkey.use())
      await monkey.look()
      assert.deepEqual(heard.filter((one) => !givenUp(one)), [], 'what was heard from the page')
    }
    const totals = monkey.totals
    console.log(`${ACTIONS} actions in ${Math.round((Date.now() - from) / 1000)} s, ${monkey.missed} of them on what went or was covered; ${totals.size} numbers with their totals`)
    expect(totals.size).toBeGreaterThan(ACTIONS / 20)
    expect(monkey.missed).toBeLessThan(ACTIONS / 10)
    expect(Object.fromEntries(priced([...totals.keys()]))).toEqual(Object.fromEntries(totals))
  } catch (error) {
    console.log(`MONKEY_SEED=${SEED}: after ${monkey.log.length} actions, the last of them:\n${monkey.log.slice(-TOLD).join('\n')}`)
    throw error
  }
  heard.splice(0, heard.length, ...heard.filter((one) => !givenUp(one)))
})
