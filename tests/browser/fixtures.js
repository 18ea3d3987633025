// What every journey starts with: a known day, a simulator, and an ear for whatever goes wrong.
// A console message of any kind, an error, a request that fails or that leaves the origin fails the
// test, whatever else it checks.

import { test as base } from '@playwright/test'
import { Views } from './views.js'
import { Simulator } from './simulator.js'

export { expect } from '@playwright/test'

/** The day on the visitor's clock, unless a test says otherwise. */
export const TODAY = new Date('2026-11-21T10:00:00+01:00')

/** Writes down everything that a page must not do; it may ask these origins. */
function listen(context, origins, heard, javaScriptEnabled) {
  context.on('console', (message) => {
    // Playwright's own doing, where a test has no service worker.
    if (message.text() === 'Service Worker registration blocked by Playwright') return
    heard.push(`console ${message.type()}: ${message.text()}`)
  })
  context.on('weberror', (error) => heard.push(`error: ${error.error()}`))
  // What a page was still loading when it is left, the browser gives up: no fault of the page. On a busy machine
  // a journey leaves before everything has come.
  let asked = 0
  const [askedAt, leftAt] = [new WeakMap(), new WeakMap()]
  const frameOf = (request) => {
    try {
      return request.frame()
    } catch {
      // A page that is only being opened has none.
      return request
    }
  }
  context.on('request', (request) => {
    askedAt.set(request, (asked += 1))
    if (request.isNavigationRequest()) leftAt.set(frameOf(request), asked)
  })
  const isLeft = (request) => leftAt.get(frameOf(request)) > askedAt.get(request)
  context.on('request', (request) => {
    if (!origins.includes(new URL(request.url()).origin)) heard.push(`request to another origin: ${request.url()}`)
  })
  context.on('requestfailed', (request) => {
    const { errorText } = request.failure()
    // Without JavaScript, the browser refuses the script before it asks for it.
    const refused = javaScriptEnabled === false && errorText === 'csp' && request.url().endsWith('.js')
    // The browser asks for the icon on its own, and gives it up when the page is left.
    const iconGivenUp = errorText === 'net::ERR_ABORTED' && request.url().endsWith('.svg')
    const givenUp = errorText === 'net::ERR_ABORTED' && isLeft(request)
    if (!refused && !iconGivenUp && !givenUp) heard.push(`failed: ${request.url()} ${errorText}`)
  })
  context.on('response', (response) => {
    if (response.status() >= 400) heard.push(`status ${response.status()}: ${response.url()}`)
  })
  context.on('page', (page) => page.on('websocket', (socket) => heard.push(`web socket: ${socket.url()}`)))
}

/** Whether the codes of a text's characters have an odd sum. */
const isOdd = (text) => [...text].reduce((sum, character) => sum + character.codePointAt(0), 0) % 2 === 1

export const test = base.extend({
  /** The day on which the page is opened. */
  today: [TODAY, { option: true }],

  /** What the pages of this test did that they must not do; empty at its end. */
  heard: async ({ baseURL, browserName }, use) => {
    const heard = []
    await use(heard)
    base.expect(heard, `what was heard from ${browserName} at ${baseURL}`).toEqual([])
  },

  /**
   * Half of the journeys run in French and half in English: which, follows from the title, so that it is
   * the same each time. A journey that is about language names its own, with `test.use({ locale })`.
   */
  locale: async ({}, use, { title }) => {
    await use(isOdd(title) ? 'en-GB' : 'fr-FR')
  },

  /** The origins that the pages of this test may ask: the simulator's. */
  origins: async ({ baseURL }, use) => {
    await use([new URL(baseURL).origin])
  },

  context: async ({ context, origins, heard, today, javaScriptEnabled }, use) => {
    listen(context, origins, heard, javaScriptEnabled)
    await context.clock.install({ time: today })
    await use(context)
  },

  /** The simulator, in the language of the test's locale. */
  simulator: async ({ page, locale }, use) => {
    await use(new Simulator(page, locale.startsWith('fr') ? 'fr' : 'en'))
  },

  /** The views beside it: checking numbers, and what is kept on this device. */
  views: async ({ simulator }, use) => {
    await use(new Views(simulator))
  },

  /** Someone else, with a browser that knows nothing of this one: gives their simulator. */
  someoneElse: async ({ browser, baseURL, origins, heard, today, locale, timezoneId, viewport }, use) => {
    const contexts = []
    await use(async (options = {}) => {
      const context = await browser.newContext({ baseURL, locale, timezoneId, viewport, ...options })
      contexts.push(context)
      listen(context, origins, heard)
      await context.clock.install({ time: today })
      const lang = (options.locale ?? locale).startsWith('fr') ? 'fr' : 'en'
      return new Simulator(await context.newPage(), lang)
    })
    for (const context of contexts) await context.close()
  },
})
