import { readFileSync, readdirSync } from 'node:fs'
import { createServer } from 'node:http'
import { once } from 'node:events'
import { gunzipSync } from 'node:zlib'
import { fileURLToPath } from 'node:url'
import { cacheControl, files, headers, headersFile } from '../../tools/hosting.mjs'
import { expect, test as base } from './fixtures.js'
import { hosted } from './nginx.js'
import { DIST } from './site.js'

const test = base.extend({
  // A page of another origin, with the simulator in a frame: the address comes after `?`.
  host: [async ({}, use) => {
    const server = createServer((request, response) => {
      response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' })
      const framed = decodeURIComponent(new URL(request.url, 'http://host').search.slice(1))
      response.end(`<!doctype html><html lang="en"><title>Host</title><iframe title="Simulator" width="900" height="900" src="${framed}"></iframe></html>`)
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    await use(`http://127.0.0.1:${server.address().port}`)
    server.close()
  }, { scope: 'worker' }],
  hosted: [async ({ host }, use) => {
    const { site, nginx, close } = await hosted(host)
    await use({ site, origin: nginx.origin })
    await close()
  }, { scope: 'worker' }],
  baseURL: ({ hosted }, use) => use(hosted.origin),
})

/** What nginx answers, without what a browser would do with it. */
async function ask(origin, path, options = {}) {
  const headers = { 'Accept-Encoding': 'identity', ...options.headers }
  const response = await fetch(origin + path, { ...options, headers })
  return { response, status: response.status, header: (name) => response.headers.get(name) }
}

const NAMES = readdirSync(DIST).filter((name) => /\.\w+$/.test(name) && !/\.(br|gz)$/.test(name))
const TYPES = {
  css: /^text\/css/, html: /^text\/html/, js: /^text\/javascript/, json: /^application\/json/, svg: /^image\/svg\+xml/,
  wasm: /^application\/wasm$/, webmanifest: /^application\/manifest\+json/,
}

test('the files in hosting/ are those that tools/hosting.mjs writes', () => {
  const written = (name) => readFileSync(fileURLToPath(new URL(`../../hosting/${name}`, import.meta.url)), 'utf8')
  for (const [name, text] of Object.entries(files)) expect(written(name), `${name}: run node tools/hosting.mjs`).toBe(text)
})

test('_headers, for static hosts, says of each file what nginx says', () => {
  const written = readFileSync(`${DIST}/_headers`, 'utf8')
  expect(written).toBe(headersFile(readdirSync(DIST).sort(), "'self'"))
  const kept = NAMES.filter((name) => cacheControl(name).includes('immutable'))
  for (const name of kept) expect(written).toContain(`/${name}\n  Cache-Control: public, max-age=31536000, immutable\n`)
  // Cloudflare's limits.
  expect(written.match(/^\//gm).length).toBeLessThanOrEqual(100)
  for (const line of written.split('\n')) expect(line.length).toBeLessThan(2000)
})

for (const path of ['', 'outils/simulateur/']) {
  test(`every file has its type, its headers and its time under /${path}`, async ({ hosted: { origin } }) => {
    for (const name of ['', ...NAMES]) {
      const { status, header } = await ask(origin, path + name)
      expect(status, name).toBe(200)
      const extension = name ? name.split('.').at(-1) : 'html'
      expect(header('content-type'), name).toMatch(TYPES[extension])
      for (const [header_, value] of Object.entries(headers("'self'"))) expect(header(header_), `${name}: ${header_}`).toBe(value)
      const named = /-[0-9a-f]{15,16}(_bg)?\.\w+$/.test(name)
      expect(header('cache-control'), name).toBe(named ? 'public, max-age=31536000, immutable' : 'no-cache')
    }
  })

  test(`an error has the same headers, and is not to be kept, under /${path}`, async ({ hosted: { origin } }) => {
    for (const name of ['nothing.html', 'start-0000000000000000.js', 'price-lists/', '.htaccess', '_headers']) {
      const { status, header } = await ask(origin, path + name)
      expect([403, 404], name).toContain(status)
      for (const [header_, value] of Object.entries(headers("'self'"))) expect(header(header_), `${name}: ${header_}`).toBe(value)
      expect(header('cache-control'), name).toBe(null)
    }
  })

  test(`files come as they were compressed before, or as the browser wants them, under /${path}`, async ({ hosted: { origin, site } }) => {
    const compressed = NAMES.filter((name) => readdirSync(DIST).includes(`${name}.br`))
    expect(compressed.length).toBeGreaterThan(8)
    for (const name of compressed) {
      for (const [accepted, encoding, suffix] of [['gzip, deflate, br', 'br', '.br'], ['gzip', 'gzip', '.gz'], ['identity', null, '']]) {
        const { header } = await ask(origin, path + name, { headers: { 'Accept-Encoding': accepted }, method: 'HEAD' })
        expect(header('content-encoding'), `${name}, ${accepted}`).toBe(encoding)
        expect(Number(header('content-length')), `${name}, ${accepted}`).toBe(readFileSync(`${site.folder}/${name}${suffix}`).length)
        expect(header('vary'), name).toBe('Accept-Encoding')
      }
    }
  })

  test(`what did not change is not sent again, under /${path}`, async ({ hosted: { origin } }) => {
    const first = await ask(origin, `${path}index.html`)
    const etag = first.header('etag')
    expect(etag).toBeTruthy()
    const again = await ask(origin, `${path}index.html`, { headers: { 'If-None-Match': etag } })
    expect(again.status).toBe(304)
    expect(again.header('content-security-policy')).toBe(headers("'self'")['Content-Security-Policy'])
  })

  // CASD's own files, each with something else that is no less right.
  const OWN = { 'price-list.json': ['{ "lists": [] }\n', '{ "lists": [], "$schema": "new" }'], 'enrolment-sessions.json': ['{ "sessions": [] }\n', '{ "sessions": [], "$schema": "new" }'] }
  for (const [name, [asBuilt, replaced]] of Object.entries(OWN)) {
    test(`${name} is the one that a webmaster put there, whatever lies beside it, under /${path}`, async ({ hosted: { origin, site } }) => {
      const stale = gunzipSync(readFileSync(`${site.folder}/price-list.schema.json.gz`)).toString()
      site.write(name, replaced)
      // Site takes away what was compressed; here it lies there all the same.
      for (const suffix of ['.br', '.gz']) site.write(`${name}${suffix}`, stale)
      for (const accepted of ['gzip, deflate, br', 'gzip', 'identity']) {
        const { response, header } = await ask(origin, `${path}${name}`, { headers: { 'Accept-Encoding': accepted } })
        expect(await response.text()).toBe(replaced)
        expect(header('cache-control')).toBe('no-cache')
        expect(header('content-security-policy')).toContain("default-src 'none'")
      }
      for (const suffix of ['', '.br', '.gz']) site.remove(`${name}${suffix}`)
      site.write(name, asBuilt)
    })
  }

  test.describe(`under /${path}`, () => {
    test('the page works, with what loads on demand and without a message on the console', async ({ simulator, annexe, page }) => {
      await simulator.open(`./${path}`)
      await simulator.seeTotal('3 276,00 €')
      await simulator.openExample('cohorts2020')
      await simulator.seeTotal('4 740,00 €')
      const number = await simulator.seeNumber()
      expect((await simulator.save('pdf')).bytes.subarray(0, 5).toString()).toBe('%PDF-')
      await simulator.save('csv')
      await simulator.save('eml')
      await simulator.switchLanguage()
      await simulator.seeTotal('€4,740.00')
      await annexe.goTo('check')
      await annexe.check(number)
      await expect(annexe.result).toContainText(number)
      await annexe.goBackToSimulator()
      await page.goto('about:blank')
      await simulator.open(`./${path}?lang=en#${number.replaceAll('-', '')}`)
      await simulator.seeTotal('€4,740.00')
    })

    test('the pages of prices work', async ({ page }) => {
      await page.goto(`./${path}tarifs.html`)
      await expect(page.getByRole('table').first()).toBeVisible()
      // With its style sheet.
      expect(await page.evaluate(() => getComputedStyle(document.querySelector('.sheet')).borderTopWidth)).toBe('4px')
    })

    test.describe('in a frame', () => {
      const inFrame = (page) => page.frameLocator('iframe').locator('#total')

      test('of an origin that was allowed', async ({ page, hosted: { origin }, host, heard }) => {
        const allowed = origin.replace('127.0.0.1', 'localhost')
        await page.goto(`${host}/?${encodeURIComponent(allowed + path)}`)
        await expect(inFrame(page)).toHaveText(/3\s276,00\s€/)
        // The two origins are meant; nothing else was heard.
        expect(heard.splice(0).filter((one) => !/^request to another origin/.test(one))).toEqual([])
      })

      test('of an origin that was not', async ({ page, hosted: { origin }, host, heard }) => {
        await page.goto(`${host}/?${encodeURIComponent(origin + path)}`)
        await expect.poll(() => heard.some((one) => /frame-ancestors|ERR_BLOCKED_BY_RESPONSE/.test(one))).toBe(true)
        await expect(inFrame(page)).toHaveCount(0)
        heard.splice(0)
      })
    })
  })
}
