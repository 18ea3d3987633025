// The simulator on Debian's nginx, with the files in hosting/. What nginx answers to each request is in
// tests/hosting/; here is what only a browser shows: that the page works, and who can frame it.

import { createServer } from 'node:http'
import { once } from 'node:events'
import { expect, test as base } from './fixtures.js'
import { hosted } from './nginx.js'

const test = base.extend({
  // A page of another origin, with the simulator in a frame: the address comes after `?`.
  host: async ({}, use) => {
    const server = createServer((request, response) => {
      response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' })
      const framed = decodeURIComponent(new URL(request.url, 'http://host').search.slice(1))
      response.end(`<!doctype html><html lang="en"><title>Host</title><link rel="icon" href="data:,"><iframe title="Simulator" width="900" height="900" src="${framed}"></iframe></html>`)
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    await use(`http://127.0.0.1:${server.address().port}`)
    server.close()
  },
  hosted: async ({ host }, use) => {
    const { site, nginx, close } = await hosted(host)
    await use({ site, origin: nginx.origin })
    await close()
  },
  baseURL: ({ hosted }, use) => use(hosted.origin),
})
const PATH = 'outils/simulateur/'

test('under a path the page works, with what loads on demand and without a message on the console', async ({ simulator, views, page }) => {
  await simulator.open(`./${PATH}`)
  await simulator.seeTotal(3276)
  await simulator.openExample('cohorts2020')
  await simulator.seeTotal(4740)
  const number = await simulator.seeNumber()
  expect((await simulator.save('pdf')).bytes.subarray(0, 5).toString()).toBe('%PDF-')
  await simulator.save('csv')
  await simulator.save('eml')
  await simulator.switchLanguage()
  await simulator.seeTotal(4740)
  await views.goTo('check')
  await views.check(number)
  await expect(views.result).toContainText(number)
  await views.goBackToSimulator()
  await page.goto('about:blank')
  await simulator.open(`./${PATH}?lang=${simulator.lang}#${number.replaceAll('-', '')}`)
  await simulator.seeTotal(4740)

  await page.goto(`./${PATH}${{ fr: 'tarifs.html', en: 'prices.html' }[simulator.lang]}`)
  await expect(page.getByRole('table').first()).toBeVisible()
  // With its style sheet.
  await expect(page.locator('.sheet').first()).toHaveCSS('border-top-width', '4px')
})

test('a frame shows the page to an origin that is allowed, and to no other', async ({ page, hosted: { origin }, host, heard }) => {
  const total = page.frameLocator('iframe').locator('#total')
  await test.step('an origin that is allowed', async () => {
    const allowed = origin.replace('127.0.0.1', 'localhost')
    await page.goto(`${host}/?${encodeURIComponent(allowed + PATH)}`)
    await expect(total).toHaveText(/3[\s,]276[.,]00/)
    // The two origins are meant; nothing else was heard.
    expect(heard.splice(0).filter((one) => !/^request to another origin/.test(one))).toEqual([])
  })
  await test.step('one that is not', async () => {
    await page.goto(`${host}/?${encodeURIComponent(origin + PATH)}`)
    await expect.poll(() => heard.some((one) => /frame-ancestors|ERR_BLOCKED_BY_RESPONSE/.test(one))).toBe(true)
    await expect(total).toHaveCount(0)
    heard.splice(0)
  })
})
