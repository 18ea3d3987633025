// The page after a first visit, without a network, and while a host replaces files: the service worker.

import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test as base } from './fixtures.js'
import { Simulator } from './simulator.js'
import { DIST, Site, integrityOf } from './site.js'

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
    expect(heard.filter((one) => !/ERR_CONNECTION_REFUSED|ERR_FAILED|TypeError: Failed to fetch/.test(one))).toEqual([])
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

/** The files that the browser keeps: their names within the site, and their digests. */
async function kept(page, site) {
  const all = await page.evaluate(async () => {
    const kept = []
    for (const name of await caches.keys()) {
      const cache = await caches.open(name)
      for (const request of await cache.keys()) {
        const response = await cache.match(request)
        const sum = new Uint8Array(await crypto.subtle.digest('SHA-256', await response.arrayBuffer()))
        kept.push({ url: request.url, status: response.status, type: response.type, sum: [...sum].map((byte) => byte.toString(16).padStart(2, '0')).join('') })
      }
    }
    return kept
  })
  for (const { url } of all) expect(url.startsWith(site.origin), url).toBe(true)
  return all.map(({ url, ...rest }) => ({ name: url.slice(site.origin.length), ...rest }))
}

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

test('after a first visit the page works without a network, as far as it was used', async ({ simulator, views, site, page }) => {
  await test.step('what it takes for that is downloaded after the frame with the first estimate', async () => {
    await page.addInitScript(() => {
      // `about:blank` has no workers.
      if (!isSecureContext) return
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
  await simulator.openExample('cohorts2020')
  await simulator.seeTotal(4740)
  const number = await simulator.seeNumber()
  await simulator.save('json')
  // The address is written before the page is left: a page that was left too soon takes back what was on the form.
  await simulator.turnAway()
  const prices = { fr: 'tarifs.html', en: 'prices.html' }[simulator.lang]
  await page.goto(prices)
  const keptFiles = [/^$/, /^start-/, /^casd-simulator-/, /^page-/, /^split_views-/, /^price-list\.json$/, new RegExp(`^${prices}$`)]
  await expect.poll(async () => (await kept(page, site)).length).toBeGreaterThanOrEqual(keptFiles.length)

  await test.step('nothing is kept but whole files of this host, as the build made them', async () => {
    const all = await kept(page, site)
    for (const { name, status, type, sum } of all) {
      expect([status, type], name).toEqual([200, 'basic'])
      const file = readFileSync(join(DIST, name || 'index.html'))
      expect(sum, name).toBe(createHash('sha256').update(file).digest('hex'))
    }
    for (const file of keptFiles) expect(all.filter(({ name }) => file.test(name)), String(file)).toHaveLength(1)
  })

  await site.stop()
  await test.step('a page of prices that was read once', async () => {
    await page.reload()
    await expect(page.getByRole('table').first()).toBeVisible()
  })
  await test.step('the form, in both languages', async () => {
    await page.goto(site.origin)
    await simulator.seeTotal(3276)
    await simulator.enterUsers('4')
    await simulator.seeTotal(4608)
    await simulator.switchLanguage()
    await simulator.seeTotal(4608)
    // Nothing is said to be wrong.
    await expect(page.locator('#standing')).toBeEmpty()
  })
  await test.step('a number from its link', async () => {
    await page.goto('about:blank')
    await page.goto(`${site.origin}?lang=${simulator.lang}#${number.replaceAll('-', '')}`)
    await simulator.seeTotal(4740)
    await expect(simulator.number).toHaveText(number)
  })
  await test.step('what was used once on demand, while what was not says so', async () => {
    await simulator.save('csv')
    await views.goTo('check')
    await views.check(number)
    await expect(views.result).toContainText(number)
    await views.goBackToSimulator()
    await simulator.button('pdf').click()
    await expect(simulator.notLoaded).toBeVisible()
  })
})

test('CASD’s price list is the one of the moment while online, and the last one without a network', async ({ simulator, site, page, heard }) => {
  site.write('price-list.json', priceList('36.00'))
  await visit(simulator)
  await simulator.seeTotal(3288)
  await test.step('the list of a first visit is there without a network', async () => {
    await site.stop()
    await page.reload()
    await simulator.seeTotal(3288)
    await site.start()
  })
  await test.step('online, each reload has the new one', async () => {
    // Even though nothing but the worker knows this browser by now.
    site.write('price-list.json', priceList('37.00'))
    await page.reload()
    await simulator.seeTotal(3300)
    site.write('price-list.json', priceList('38.00'))
    await page.reload()
    await simulator.seeTotal(3312)
  })
  await test.step('without a network the last one, and online again the new one', async () => {
    await site.stop()
    await page.reload()
    await simulator.seeTotal(3312)
    site.write('price-list.json', priceList('39.00'))
    await site.start()
    await page.reload()
    await simulator.seeTotal(3324)
  })
  await test.step('where the host answers with an error, no older one takes its place', async () => {
    site.remove('price-list.json')
    await page.reload()
    await simulator.seeTotal(3276)
    await expect(page.locator('#standing')).toContainText('404')
    expect(heard.filter((one) => !/404|ERR_CONNECTION_REFUSED|ERR_FAILED/.test(one))).toEqual([])
    heard.length = 0
    // Nor did the error take the place of what was kept.
    await site.stop()
    await page.reload()
    await simulator.seeTotal(3324)
  })
})

test('a new version takes the place of the old one once nobody has it open, and a webmaster takes it back', async ({ simulator, site, page, context, heard }) => {
  await visit(simulator)
  const versions = async (page) => (await page.evaluate(() => caches.keys())).filter((name) => !name.endsWith('prices'))
  const [old] = await versions(page)
  nextVersion(site)
  await page.reload()
  await simulator.seeTotal(3276)
  await expect.poll(() => page.evaluate(async () => Boolean((await navigator.serviceWorker.ready).waiting))).toBe(true)
  // The page that is open may still ask for what it was made with.
  expect(await versions(page)).toContain(old)
  await page.close()

  const next = new Simulator(await context.newPage(), simulator.lang)
  await next.page.goto(site.origin)
  await expect.poll(() => versions(next.page)).not.toContain(old)
  expect(await versions(next.page)).toHaveLength(1)
  await site.stop()
  expect((await next.page.reload()).fromServiceWorker()).toBe(true)
  await next.seeTotal(3276)
  const kept = await next.page.evaluate(async () => (await caches.match('./')).text())
  expect(kept).toContain('<title>2 ')

  await test.step('a webmaster takes it back by one line in place of the worker', async () => {
    site.write('sw.js', 'registration.unregister()')
    await site.start()
    await next.page.reload()
    await next.seeTotal(3276)
    // The page may register the worker while that unregisters itself, which keeps the registration: what counts is
    // that from a later visit on no worker answers for the host.
    await expect(async () => {
      await next.page.goto('about:blank')
      expect((await next.page.goto(site.origin)).fromServiceWorker()).toBe(false)
      await next.seeTotal(3276)
    }).toPass({ timeout: 60_000 })
    // A worker that is taken back ends what it was still fetching for the page before.
    heard.splice(0, heard.length, ...heard.filter((one) => !/price-list\.json net::ERR_ABORTED$/.test(one)))
  })
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
  await expect(page.getByText(simulator.words.loading)).toBeVisible()
  await expect.poll(() => heard.some((one) => /integrity/i.test(one))).toBe(true)
  expect(await page.evaluate(() => globalThis.tampered)).toBeUndefined()
  await expect(simulator.sheet).toHaveCount(0)
  heard.length = 0
})

test('a frame keeps nothing', async ({ page, site, context }) => {
  site.write('host.html', '<!doctype html><link rel="icon" href="data:,"><title>Host</title><iframe title="Simulator" src="./"></iframe>')
  await page.goto('host.html')
  await expect(page.frameLocator('iframe').locator('#total')).toBeVisible()
  await context.clock.runFor(2_000)
  expect(await page.evaluate(() => navigator.serviceWorker.getRegistrations().then((all) => all.length))).toBe(0)
})
