import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test as base } from './fixtures.js'
import { DIST, Site, integrityOf } from './site.js'
import { WORDS } from './words.js'

const test = base.extend({
  site: async ({}, use) => {
    const site = await Site.open()
    await use(site)
    await site.close()
  },
  baseURL: ({ site }, use) => use(site.origin),
  // A server that is gone is part of these tests: the browser writes down what it could not reach.
  heard: async ({}, use) => {
    const heard = []
    await use(heard)
    expect(heard.filter((one) => !/ERR_CONNECTION_REFUSED|ERR_FAILED/.test(one))).toEqual([])
  },
})
test.use({ serviceWorkers: 'allow' })

/** Opens the page for the first time, and waits until it was kept. */
async function visit(simulator, path) {
  await simulator.open(path)
  await simulator.page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready
    const isActive = () => active.state === 'activated' && navigator.serviceWorker.controller
    if (!isActive()) await new Promise((resolve) => navigator.serviceWorker.addEventListener('controllerchange', resolve))
  })
}

const cacheNames = (page) => page.evaluate(() => caches.keys())

/** CASD's price list, in which a month of the SD-Box costs so much. */
function priceList(unit) {
  const list = JSON.parse(readFileSync(join(DIST, 'price-lists', 'casd-2020.json'), 'utf8'))
  Object.assign(list, { id: 'casd-2026', serial: 40, in_force: { from: '2026-01-01' }, examples: [] })
  list.charges.find(({ id }) => id === 'sd-box').price.unit = unit
  delete list.$schema
  return JSON.stringify({ lists: [list] })
}

/** Puts the next version of the page there: it differs from this one by a word of its title. */
function nextVersion(site) {
  const index = site.read('index.html')
  const next = index.replace('<title>', '<title>2 ')
  site.write('index.html', next)
  const worker = site.read('sw.js').replace(integrityOf(index), integrityOf(next))
  const [version] = /"[0-9a-f]{16}"/.exec(worker)
  site.write('sw.js', worker.replace(version, '"0000000000000002"'))
}

test('after a first visit the page works without a network: reloaded, in both languages, with an estimate', async ({ simulator, site, page }) => {
  await visit(simulator)
  await site.stop()
  await page.reload()
  await simulator.seeTotal('3 276,00 €')
  await simulator.enterUsers('4')
  await simulator.seeTotal('4 608,00 €')
  await simulator.switchLanguage()
  await simulator.seeTotal('€4,608.00')
  // Nothing is said to be wrong.
  await expect(page.locator('#standing')).toBeEmpty()
})

test('what it takes for that is downloaded after the frame with the first estimate', async ({ simulator, page }) => {
  await page.addInitScript(() => {
    window.happened = []
    new MutationObserver((_, observer) => {
      if (!document.getElementById('total')) return
      observer.disconnect()
      requestAnimationFrame(() => happened.push('frame'))
    }).observe(document, { subtree: true, childList: true })
    const { register } = ServiceWorkerContainer.prototype
    ServiceWorkerContainer.prototype.register = function (...given) {
      happened.push('registered')
      return register.apply(this, given)
    }
  })
  await visit(simulator)
  expect(await page.evaluate(() => happened)).toEqual(['frame', 'registered'])
})

test('a webmaster takes it back by one line in place of the worker', async ({ simulator, site, page }) => {
  await visit(simulator)
  expect(readdirSync(DIST).filter((file) => file.startsWith('sw.js'))).toEqual(['sw.js'])
  site.write('sw.js', 'registration.unregister()')
  await page.reload()
  await simulator.seeTotal('3 276,00 €')
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.getRegistrations().then((all) => all.length))).toBe(0)
  await page.goto('about:blank')
  await page.goto(site.origin)
  await simulator.seeTotal('3 276,00 €')
  expect(await page.evaluate(() => navigator.serviceWorker.controller)).toBe(null)
})

test('a number opens from its link without a network', async ({ simulator, site, page }) => {
  await visit(simulator)
  await simulator.openExample('cohorts2020')
  await simulator.seeTotal('4 740,00 €')
  const number = await simulator.seeNumber()
  await site.stop()
  await page.goto('about:blank')
  await page.goto(`${site.origin}?lang=fr#${number.replaceAll('-', '')}`)
  await simulator.seeTotal('4 740,00 €')
  await expect(simulator.number).toHaveText(number)
})

test('what was used once on demand works without a network, what was not says so', async ({ simulator, site, page }) => {
  await visit(simulator)
  await simulator.save('json')
  await site.stop()
  await page.reload()
  await simulator.seeTotal('3 276,00 €')
  await simulator.save('csv')
  await simulator.button('pdf').click()
  await expect(simulator.notLoaded).toBeVisible()
})

test('a page of prices that was read once is there without a network', async ({ simulator, site, page }) => {
  await visit(simulator)
  await page.goto('tarifs.html')
  await site.stop()
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Tarifs')
})

test('CASD’s price list is the one of the moment while online, and the last one without a network', async ({ simulator, site, page }) => {
  site.write('price-list.json', priceList('36.00'))
  await visit(simulator)
  await simulator.seeTotal('3 288,00 €')
  // Even though nothing but the worker knows this browser by now.
  site.write('price-list.json', priceList('37.00'))
  await page.reload()
  await simulator.seeTotal('3 300,00 €')
  site.write('price-list.json', priceList('38.00'))
  await page.reload()
  await simulator.seeTotal('3 312,00 €')
  await site.stop()
  await page.reload()
  await simulator.seeTotal('3 312,00 €')
  // And online again.
  site.write('price-list.json', priceList('39.00'))
  await site.start()
  await page.reload()
  await simulator.seeTotal('3 324,00 €')
})

test('CASD’s price list of a first visit is there without a network', async ({ simulator, site, page }) => {
  site.write('price-list.json', priceList('36.00'))
  await visit(simulator)
  await site.stop()
  await page.reload()
  await simulator.seeTotal('3 288,00 €')
})

test('where the host answers with an error, no older price list takes its place', async ({ simulator, site, page, heard }) => {
  site.write('price-list.json', priceList('36.00'))
  await visit(simulator)
  await page.reload()
  await simulator.seeTotal('3 288,00 €')
  site.remove('price-list.json')
  await page.reload()
  await simulator.seeTotal('3 276,00 €')
  await expect(page.locator('#standing')).toContainText('404')
  expect(heard.splice(0).every((one) => /404/.test(one))).toBe(true)
  // Nor did the error take the place of what was kept.
  await site.stop()
  await page.reload()
  await simulator.seeTotal('3 288,00 €')
})

test('a new version takes the place of the old one once nobody has it open', async ({ simulator, site, page, context }) => {
  await visit(simulator)
  const versions = async (page) => (await cacheNames(page)).filter((name) => !name.endsWith('prices'))
  const [old] = await versions(page)
  nextVersion(site)
  await page.reload()
  await simulator.seeTotal('3 276,00 €')
  await expect.poll(() => page.evaluate(async () => Boolean((await navigator.serviceWorker.ready).waiting))).toBe(true)
  // The page that is open may still ask for what it was made with.
  expect(await versions(page)).toContain(old)
  await page.close()

  const next = await context.newPage()
  await next.goto(site.origin)
  await expect.poll(() => versions(next)).not.toContain(old)
  expect(await versions(next)).toHaveLength(1)
  await site.stop()
  await next.reload()
  await expect(next.locator('#total')).toHaveText(/3\s276,00\s€/)
  const kept = await next.evaluate(async () => (await caches.match('./')).text())
  expect(kept).toContain('<title>2 ')
})

test('a file that was altered in the cache does not run', async ({ simulator, site, page, heard }) => {
  await visit(simulator)
  const altered = await page.evaluate(async () => {
    const altered = []
    for (const name of await caches.keys()) {
      const cache = await caches.open(name)
      for (const request of await cache.keys()) {
        if (!/start-.*\.js$/.test(request.url)) continue
        const text = await (await cache.match(request)).text()
        const headers = { 'Content-Type': 'text/javascript' }
        await cache.put(request, new Response(`${text};globalThis.tampered = true`, { headers }))
        altered.push(request.url)
      }
    }
    return altered
  })
  expect(altered).toHaveLength(1)
  await site.stop()
  await page.reload()
  await expect(page.getByText(WORDS.fr.loading)).toBeVisible()
  expect(await page.evaluate(() => globalThis.tampered)).toBeUndefined()
  await expect(simulator.sheet).toHaveCount(0)
  expect(heard.splice(0).some((one) => /integrity/i.test(one))).toBe(true)
})

test('nothing is kept but whole files of this host, as the build made them', async ({ simulator, page, site }) => {
  await visit(simulator)
  await simulator.save('pdf')
  await page.goto('tarifs.html')
  const kept = await page.evaluate(async () => {
    const kept = []
    for (const name of await caches.keys()) {
      const cache = await caches.open(name)
      for (const request of await cache.keys()) {
        const response = await cache.match(request)
        const sum = new Uint8Array(await crypto.subtle.digest('SHA-256', await response.arrayBuffer()))
        kept.push({ url: request.url, status: response.status, type: response.type, sum: [...sum] })
      }
    }
    return kept
  })
  const inDist = readdirSync(DIST)
  for (const { url, status, type, sum } of kept) {
    const name = url.slice(site.origin.length) || 'index.html'
    expect(url.startsWith(site.origin)).toBe(true)
    expect([status, type], name).toEqual([200, 'basic'])
    expect(inDist).toContain(name)
    expect(sum, name).toEqual([...createHash('sha256').update(readFileSync(join(DIST, name))).digest()])
  }
  for (const first of [/^$/, /^start-/, /^casd-simulator-/, /^page-/, /^asked-/, /^pdf-/, /^tarifs\.html$/, /^price-list\.json$/]) {
    expect(kept.filter(({ url }) => first.test(url.slice(site.origin.length)))).toHaveLength(1)
  }
})

test('a frame keeps nothing', async ({ page, site, context }) => {
  site.write('host.html', '<!doctype html><link rel="icon" href="data:,"><title>Host</title><iframe title="Simulator" src="./"></iframe>')
  await page.goto('host.html')
  await expect(page.frameLocator('iframe').locator('#total')).toBeVisible()
  await context.clock.runFor(2_000)
  expect(await page.evaluate(() => navigator.serviceWorker.getRegistrations().then((all) => all.length))).toBe(0)
})
