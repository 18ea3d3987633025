// A site of another origin that has the simulator in a page of its own, served as such: browsers treat a
// page that was only made up otherwise than one that came from somewhere.

import { createServer } from 'node:http'
import { expect } from '@playwright/test'
import { test as base } from './fixtures.js'
import { Simulator } from './simulator.js'

export { expect } from '@playwright/test'

/** A page with one simulator between two links. */
export const ONE = '<a href="#before" id="before">Before</a><casd-simulator id="one"></casd-simulator><a href="#after" id="after">After</a>'
/** One with a simulator in the language of the page, and one in the other. */
export const two = ({ otherLang }) => `<h1>A site</h1><casd-simulator id="one"></casd-simulator><p>Between</p><casd-simulator id="two" lang="${otherLang}" offer="pmsi" users="4" months="6"></casd-simulator><p>End</p>`

export class Host {
  /** A host's page is in the language of the journey, and so is what it shows, unless it says otherwise. */
  constructor(page, simulatorOrigin, lang) {
    this.page = page
    this.lang = lang
    this.otherLang = { fr: 'en', en: 'fr' }[lang]
    this.script = `${simulatorOrigin}/embed.js`
    this.simulatorOrigin = simulatorOrigin
    this.pages = {}
  }

  /** Serves the pages on a port of its own. */
  async serve() {
    this.server = createServer((request, response) => {
      const { html = '', headers = {} } = this.pages[new URL(request.url, 'http://host').pathname] ?? {}
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(html)
    })
    await new Promise((resolve) => this.server.listen(0, '127.0.0.1', resolve))
    // Another site than 127.0.0.1, and a secure one, as a host's would be.
    this.origin = `http://localhost:${this.server.address().port}`
  }

  /** A page with that in it, under a path. */
  write(path, body, { headers, script = `<script async src="${this.script}"></script>`, style = '' } = {}) {
    const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Un site</title>${style}${script}`
    this.pages[path] = { headers, html: `<!doctype html><html lang="${this.lang}"><head>${head}</head><body>${body}</body></html>` }
  }

  /** Opens a page with that in it, and writes down the events of its elements; waits for the simulators. */
  async open(body, options) {
    this.write('/', body, options)
    await this.page.addInitScript(() => {
      // What came last in a row of messages: those before it were handled.
      window.lastMessages = []
      addEventListener('message', ({ data }) => { if (data?.last) window.lastMessages.push(data.last) })
      if (window !== top) return
      window.heardEvents = []
      for (const type of ['casd:quote', 'casd:number', 'casd:refused']) {
        addEventListener(type, ({ target, detail }) => window.heardEvents.push({ id: target.id, type, detail }))
      }
    })
    await this.page.goto(`${this.origin}/`)
    for (const id of await this.ids()) await this.seeFitted(id)
  }

  /** Waits until a window has handled a row of messages that ends with `{ last }`. */
  async seeLast(window_, last) {
    await expect.poll(() => window_.evaluate((last) => window.lastMessages.includes(last), last), `message ${last}`).toBe(true)
  }

  /** Waits until the page has handled whatever the simulator of an element told it so far. */
  async seeAllTold(id) {
    const last = `all of ${id}, ${(this.rows = (this.rows ?? 0) + 1)}`
    // Once what was due in the frame has happened, too.
    const tell = (last) => new Promise((resolve) => setTimeout(() => resolve(parent.postMessage({ last }, '*'))))
    await (await this.frame(id)).evaluate(tell, last)
    await this.seeLast(this.page, last)
  }

  ids() {
    return this.page.locator('casd-simulator').evaluateAll((elements) => elements.map((element) => element.id))
  }

  element(id) {
    return this.page.locator(`#${id}`)
  }

  iframe(id) {
    return this.element(id).locator('iframe')
  }

  /** The simulator in an element's frame. */
  simulator(id, lang = this.lang) {
    return new Simulator(this.iframe(id).contentFrame(), lang)
  }

  /** The frame itself, to run something in. */
  async frame(id) {
    return (await this.iframe(id).elementHandle()).contentFrame()
  }

  async set(id, attributes) {
    await this.element(id).evaluate((element, attributes) => {
      for (const [name, value] of Object.entries(attributes)) {
        if (value === null) element.removeAttribute(name)
        else element.setAttribute(name, value)
      }
    }, attributes)
  }

  async style(id, properties) {
    await this.element(id).evaluate((element, properties) => {
      for (const [name, value] of Object.entries(properties)) element.style.setProperty(name, value)
    }, properties)
  }

  height(id) {
    return this.iframe(id).evaluate((frame) => frame.clientHeight)
  }

  /** What the elements said: all of an id, or of a type. */
  async events(id, type) {
    const events = await this.page.evaluate(() => window.heardEvents)
    return events.filter((event) => event.id === id && event.type === `casd:${type}`).map(({ detail }) => detail)
  }

  /** The frame is as high as what it shows, in which nothing scrolls. */
  async seeFitted(id) {
    await expect(this.simulator(id).page.locator('.sheet')).toBeAttached()
    const frame = await this.frame(id)
    const fit = () =>
      frame.evaluate(() => ({
        spare: innerHeight - document.documentElement.getBoundingClientRect().height,
        bars: [innerWidth - document.documentElement.clientWidth, innerHeight - document.documentElement.clientHeight],
        overflow: getComputedStyle(document.documentElement).overflow,
        scrolled: scrollY,
      }))
    await expect
      .poll(async () => {
        const { spare, ...rest } = await fit()
        return { fits: spare >= 0 && spare < 1, ...rest }
      })
      .toEqual({ fits: true, bars: [0, 0], overflow: 'hidden', scrolled: 0 })
  }

  /** What the browser's console was told to warn of, which is then no fault. */
  async seeWarnings(heard, expected) {
    const warnings = () => heard.filter((message) => message.startsWith('console warning: <casd-simulator>'))
    await expect.poll(() => warnings().map((warning) => warning.replace('console warning: <casd-simulator> ', ''))).toEqual(expected)
    const rest = heard.filter((message) => !warnings().includes(message))
    heard.splice(0, heard.length, ...rest)
  }
}

export const test = base.extend({
  /** A site of another origin. */
  host: async ({ page, baseURL, origins, locale }, use) => {
    const host = new Host(page, new URL(baseURL).origin, locale.startsWith('fr') ? 'fr' : 'en')
    await host.serve()
    origins.push(host.origin)
    await use(host)
    host.server.close()
  },
})
