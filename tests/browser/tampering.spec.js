// Whoever can alter a file on the host, or on its way, must not have it run. That each file is named with its digest
// is in tests/hosting/integrity.test.js; here is that the browser holds each kind of file to it, in each way of loading.

import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './fixtures.js'
import { DIST } from './site.js'

const named = (pattern) => readdirSync(DIST).find((name) => pattern.test(name))
const FILES = {
  start: named(/^start-.*\.js$/),
  page: named(/^casd-simulator-.*\.wasm$/),
  style: named(/^page-.*\.css$/),
  views: named(/^split_views-.*\.wasm$/),
  pdf: named(/^split_pdf-.*\.wasm$/),
  embed: 'embed.js',
  integration: named(/^integration-.*\.js$/),
}

const MARK = 'tampered'
/** A custom section changes nothing of what a module does, and everything of what it is. */
const section = Buffer.from([0, MARK.length + 1, MARK.length, ...Buffer.from(MARK)])
function tamperedWith(name) {
  const bytes = readFileSync(join(DIST, name))
  if (name.endsWith('.wasm')) return Buffer.concat([bytes, section])
  const addition = name.endsWith('.css') ? `:root { --${MARK}: 1 }` : `;globalThis.${MARK} = true`
  return Buffer.concat([bytes, Buffer.from(`\n${addition}\n`)])
}
/** Serves a file that was tampered with. */
const tamper = (page, name) =>
  page.route(`**/${name}*`, async (route) => route.fulfill({ response: await route.fetch(), body: tamperedWith(name) }))

/** Writes down in each window which modules with the mark were made to run. */
function watchWasm(mark) {
  globalThis.ran = []
  const note = (module) => { if (WebAssembly.Module.customSections(module, mark).length) globalThis.ran.push(mark) }
  for (const name of ['instantiate', 'instantiateStreaming']) {
    const original = WebAssembly[name]
    WebAssembly[name] = async (...given) => {
      const made = await original.apply(WebAssembly, given)
      note(made.module ?? given[0])
      return made
    }
  }
}

/** What a browser shows of a tampered file that ran. */
const whatRan = (page) =>
  page.evaluate((mark) => ({
    script: globalThis[mark],
    style: getComputedStyle(document.documentElement).getPropertyValue(`--${mark}`),
    wasm: globalThis.ran,
  }), MARK)
const NOTHING = { script: undefined, style: '', wasm: [] }

test('a file that was tampered with does not run, and the page says what cannot be used', async ({ simulator, page, heard }) => {
  await page.addInitScript(watchWasm, MARK)
  const loading = page.getByText(simulator.words.loading)
  const prices = { fr: 'tarifs.html', en: 'prices.html' }[simulator.lang]
  /** The page leads to its prices, and has no form. */
  const seeTheWayOut = async () => {
    await expect(loading).toBeVisible()
    await expect(loading.getByRole('link')).toHaveAttribute('href', prices)
    await expect(simulator.sheet).toHaveCount(0)
  }
  const cannotLoad = async () => {
    await simulator.open()
    await simulator.button('pdf').click()
    await expect(simulator.notLoaded).toBeVisible()
  }
  const goTo = (address) => () => page.goto(address)
  for (const [name, open, see] of [
    ['start', goTo('./'), seeTheWayOut],
    ['page', goTo('./'), seeTheWayOut],
    ['style', goTo('./'), () => simulator.seeTotal(3276)],
    ['views', cannotLoad, () => simulator.seeTotal(3276)],
    ['pdf', cannotLoad, () => simulator.seeTotal(3276)],
    ['style', goTo(prices), () => expect(page.getByRole('table').first()).toBeVisible()],
    ['embed', goTo('integration.html'), () => expect(page.locator('iframe')).toHaveCount(0)],
    ['integration', goTo('integration.html'), () => expect(page.locator('casd-simulator')).toHaveCount(0)],
  ]) {
    await test.step(FILES[name], async () => {
      await tamper(page, FILES[name])
      await open()
      // The browser says why.
      await expect.poll(() => heard.some((one) => /integrity/i.test(one) && one.includes(FILES[name]))).toBe(true)
      await see()
      expect(await whatRan(page)).toEqual(NOTHING)
      await page.unroute(`**/${FILES[name]}*`)
      heard.length = 0
    })
  }
})

test('without the checks it would run, which shows that they are what stops it', async ({ simulator, page, heard }) => {
  await page.addInitScript(watchWasm, MARK)
  // Neither the page nor its scripts ask for a digest.
  await page.addInitScript(() => {
    const original = globalThis.fetch
    globalThis.fetch = (address, options) => original(address, { ...options, integrity: undefined })
  })
  await page.route((address) => address.pathname === '/', async (route) => {
    const response = await route.fetch()
    await route.fulfill({ response, body: (await response.text()).replace(/ integrity=[^ >]+/g, '') })
  })
  for (const name of ['start', 'style', 'page']) await tamper(page, FILES[name])
  await simulator.open()
  await simulator.seeTotal(3276)
  expect(await whatRan(page)).toEqual({ script: true, style: '1', wasm: [MARK] })
  expect(heard).toEqual([])
})
