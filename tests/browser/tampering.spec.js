// Whoever can alter a file on the host, or on its way, must not have it run: the page checks each file
// against what the build made. The files are those in dist/; a journey uses them all.

import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './fixtures.js'
import { DIST } from './site.js'
import { WORDS } from './words.js'

/** A browser takes a service worker by its address alone: there is nobody to check it. */
const UNCHECKED = /^sw\.js$/
const NAMES = readdirSync(DIST).filter((name) => /\.(js|css|wasm)$/.test(name) && !UNCHECKED.test(name))

const MARK = 'tampered'
/** A custom section changes nothing of what a module does, and everything of what it is. */
const section = Buffer.from([0, MARK.length + 1, MARK.length, ...Buffer.from(MARK)])
const tamperedWith = (name, bytes) => {
  if (name.endsWith('.wasm')) return Buffer.concat([bytes, section])
  const addition = name.endsWith('.css') ? `:root { --${MARK}: 1 }` : `;globalThis.${MARK} = true`
  return Buffer.concat([bytes, Buffer.from(`\n${addition}\n`)])
}

/** CASD's price list, so that the page needs what reads it. */
const OWN = (() => {
  const list = JSON.parse(readFileSync(join(DIST, 'price-lists', 'casd-2020.json'), 'utf8'))
  Object.assign(list, { id: 'casd-2026', serial: 40, in_force: { from: '2026-01-01' }, examples: [] })
  delete list.$schema
  return JSON.stringify({ lists: [list] })
})()

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

/** The pages beside the simulator's own, each with what it loads by itself. */
const PAGES = readdirSync(DIST).filter((name) => name.endsWith('.html') && name !== 'index.html')

/** Goes through everything, as far as it goes; gives what ran at each place, and whether the form stood. */
async function journey(page) {
  await page.addInitScript(watchWasm, MARK)
  await page.route('**/price-list.json', (route) => route.fulfill({ contentType: 'application/json', body: OWN }))
  const ran = []
  const stands = async (address) => {
    await page.goto(address)
    return page.locator('#total').waitFor({ timeout: 4_000 }).then(() => true, () => false)
  }
  const settled = () => page.locator('[aria-busy]').waitFor({ state: 'detached', timeout: 20_000 })

  const first = await stands('./?lang=fr')
  if (first) {
    for (const what of [WORDS.fr.pdf, WORDS.fr.csv, WORDS.fr.annexe.check]) {
      await page.getByRole('button', { name: what, exact: true }).first().click()
      await settled()
    }
  }
  ran.push(await whatRan(page))
  // The views that are modules of their own.
  for (const [view, wasm] of first ? [['prices', /\/workbench-.*\.wasm$/], ['plan', /\/plan-.*\.wasm$/]] : []) {
    const asked = page.waitForResponse(wasm, { timeout: 4_000 }).catch(() => {})
    await page.goto(`./?lang=fr&view=${view}`)
    // Whoever leaves before the page's own module is there aborts it.
    await page.locator('#total').waitFor({ state: 'attached', timeout: 20_000 })
    await asked
    await settled()
    await page.waitForTimeout(200)
    ran.push(await whatRan(page))
  }
  for (const name of PAGES) {
    await page.goto(name, { waitUntil: 'load' })
    await page.waitForTimeout(200)
    ran.push(await whatRan(page))
  }
  return { stands: first, ran }
}

test('everything in dist/ that can run is used in this journey, and runs as the build made it', async ({ page }) => {
  const used = new Set()
  page.on('response', (response) => used.add(new URL(response.url()).pathname.slice(1)))
  const { stands, ran } = await journey(page)
  expect(stands).toBe(true)
  for (const one of ran) expect(one).toEqual(NOTHING)
  expect(NAMES.filter((name) => !used.has(name)), 'nobody asks for these here: add who does').toEqual([])
})

for (const name of NAMES) {
  test(`${name.replace(/-[0-9a-f]{15,16}/, '')} does not run once it was tampered with`, async ({ page, heard }) => {
    let served = 0
    await page.route(`**/${name}*`, async (route) => {
      served += 1
      await route.fulfill({ response: await route.fetch(), body: tamperedWith(name, readFileSync(join(DIST, name))) })
    })
    const { stands, ran } = await journey(page)
    expect(served).toBeGreaterThan(0)
    for (const one of ran) expect(one).toEqual(NOTHING)
    // The browser says why, and so does the page, as far as it stands.
    expect(heard.splice(0).filter((one) => /integrity/i.test(one)).length).toBeGreaterThan(0)
    if (/^(start|casd-simulator)/.test(name)) expect(stands).toBe(false)
  })
}

test('the page says so where what was asked for could not be loaded', async ({ simulator, page, heard }) => {
  const pdf = NAMES.find((name) => /^pdf.*wasm$/.test(name))
  await page.route(`**/${pdf}`, async (route) => route.fulfill({ response: await route.fetch(), body: tamperedWith(pdf, readFileSync(join(DIST, pdf))) }))
  await simulator.open()
  await simulator.button('pdf').click()
  await expect(simulator.notLoaded).toBeVisible()
  heard.splice(0)
})

test('where the module of the page is refused, the visitor is led to the prices', async ({ page, heard }) => {
  const wasm = NAMES.find((name) => /^casd-simulator.*wasm$/.test(name))
  await page.route(`**/${wasm}`, async (route) => route.fulfill({ response: await route.fetch(), body: tamperedWith(wasm, readFileSync(join(DIST, wasm))) }))
  await page.goto('./?lang=fr')
  const loading = page.getByText(WORDS.fr.loading)
  await expect(loading).toBeVisible()
  await expect(loading.getByRole('link')).toHaveAttribute('href', 'tarifs.html')
  heard.splice(0)
})

test.describe('without the checks, which shows that they are what stops it,', () => {
  const serve = (page, name) =>
    page.route(`**/${name}`, async (route) => route.fulfill({ response: await route.fetch(), body: tamperedWith(name, readFileSync(join(DIST, name))) }))

  test('a tampered module runs', async ({ page }) => {
    await page.addInitScript(() => {
      const original = globalThis.fetch
      globalThis.fetch = (address, options) => original(address, { ...options, integrity: undefined })
    })
    await serve(page, NAMES.find((name) => /^casd-simulator.*wasm$/.test(name)))
    const { stands, ran } = await journey(page)
    expect(stands).toBe(true)
    expect(ran[0].wasm).toEqual([MARK])
  })

  test('a tampered script and a tampered style sheet run', async ({ page, heard }) => {
    await page.route((address) => address.pathname === '/', async (route) => {
      const response = await route.fetch()
      await route.fulfill({ response, body: (await response.text()).replace(/ integrity=[^ >]+/g, '') })
    })
    await serve(page, NAMES.find((name) => /^start.*js$/.test(name)))
    await serve(page, NAMES.find((name) => /^page.*css$/.test(name)))
    const { stands, ran } = await journey(page)
    expect(stands).toBe(true)
    expect(ran[0]).toEqual({ script: true, style: '1', wasm: [] })
    // Every other page, and the frame in one of them, still has its own.
    expect(heard.splice(0).filter((one) => !/integrity.*\/(page|start)-/.test(one))).toEqual([])
  })
})
