import { expect, test } from './fixtures.js'
import { GATE } from '../../tools/first-load.mjs'

test('a first visit loads no more than the gate allows, and all of it compressed', async ({ simulator, page }) => {
  const loaded = []
  page.on('response', (response) => loaded.push(response))
  await simulator.open()
  await simulator.seeTotal('3 276,00 €')
  await page.waitForLoadState('networkidle')
  let sum = 0
  for (const response of loaded) {
    const { responseBodySize } = await response.request().sizes()
    const encoding = await response.headerValue('content-encoding')
    const path = new URL(response.url()).pathname
    console.log(`${String(responseBodySize).padStart(9)}  ${encoding}  ${path}`)
    // A webmaster replaces the price list by hand: nothing compressed may lie beside it.
    expect(encoding, path).toBe(path.endsWith('/price-list.json') ? null : 'br')
    sum += responseBodySize
  }
  console.log(`${String(sum).padStart(9)}  in all; the gate is ${GATE}`)
  expect(loaded.length).toBeGreaterThanOrEqual(4)
  expect(sum).toBeLessThanOrEqual(GATE)
})

test('nothing is loaded twice, and nothing after the first quote', async ({ simulator, page }) => {
  const asked = []
  page.on('request', (request) => {
    // The browser asks for the icon when it likes, and again when the address changes.
    if (!request.url().endsWith('.svg')) asked.push(request.url())
  })
  await simulator.open()
  await simulator.seeTotal('3 276,00 €')
  await page.waitForLoadState('networkidle')
  expect(asked.length).toBe(new Set(asked).size)
  const before = [...asked]
  await simulator.enterUsers('4')
  await simulator.openExample('standard2018')
  await simulator.switchLanguage()
  await simulator.rest()
  await page.waitForLoadState('networkidle')
  expect(asked).toEqual(before)
})

test('what a visitor asks for loads once it is asked for, and once only', async ({ simulator, page }) => {
  const asked = []
  page.on('request', (request) => {
    if (!/^blob:|\.svg$/.test(request.url())) asked.push(new URL(request.url()).pathname)
  })
  const onDemand = /\/(asked|annexe|pdf)[^/]*$/
  await simulator.open()
  await simulator.enterUsers('4')
  await simulator.seeTotal('4 608,00 €')
  await page.waitForLoadState('networkidle')
  expect(asked.filter((path) => onDemand.test(path))).toEqual([])
  const before = asked.length

  const first = await simulator.save('json')
  const forData = asked.slice(before)
  expect(forData.length).toBeGreaterThan(0)
  for (const path of forData) expect(path).toMatch(/\/(asked|annexe)[^/]*$/)

  await simulator.save('pdf')
  for (const path of asked.slice(before + forData.length)) expect(path).toMatch(/\/pdf[^/]*$/)
  expect(asked.length).toBe(new Set(asked).size)

  const after = [...asked]
  await simulator.enterUsers('5')
  const second = await simulator.save('pdf')
  expect(second.name).not.toBe(first.name.replace('.json', '.pdf'))
  await simulator.save('eml')
  await simulator.save('csv')
  await page.waitForLoadState('networkidle')
  expect(asked).toEqual(after)
})

test('the first quote stands soon after the page is asked for', async ({ simulator, page }) => {
  const started = Date.now()
  await page.goto('./', { waitUntil: 'commit' })
  await expect(simulator.total).toBeVisible()
  const took = Date.now() - started
  console.log(`${took} ms until the first quote`)
  expect(took).toBeLessThan(10_000)
})

test('nothing is left with the browser but the language, once it is chosen', async ({ simulator, page, context }) => {
  await simulator.open()
  await simulator.enterUsers('4')
  await simulator.switchLanguage()
  expect(await context.cookies()).toEqual([])
  const kept = await page.evaluate(() => [Object.keys(localStorage), Object.keys(sessionStorage)])
  expect(kept).toEqual([['casd-simulator.lang'], []])
})

test('what was typed last is left with the tab when the page is left, and nowhere else', async ({ simulator, page, context }) => {
  await simulator.open()
  await simulator.enterUsers('4')
  await simulator.open('./?lang=fr')
  const kept = () => page.evaluate(() => [Object.keys(localStorage), Object.keys(sessionStorage)])
  expect(await kept()).toEqual([[], ['casd-simulator.left']])
  expect(await context.cookies()).toEqual([])
  // Taken back, it is gone.
  await page.goBack()
  await expect(simulator.field('users')).toHaveValue('4')
  expect(await kept()).toEqual([[], []])
})

test('the views beside the simulator load only once they are asked for', async ({ simulator, annexe, page }) => {
  const asked = []
  page.on('request', (request) => {
    if (!request.url().endsWith('.svg')) asked.push(new URL(request.url()).pathname)
  })
  await simulator.open()
  await simulator.seeTotal('3 276,00 €')
  await page.waitForLoadState('networkidle')
  expect(asked.filter((path) => /annexe|asked|pdf/.test(path))).toEqual([])
  await annexe.goTo('check')
  await annexe.goTo('kept')
  await annexe.goBackToSimulator()
  expect(asked.filter((path) => /pdf/.test(path))).toEqual([])
  expect(asked.length).toBe(new Set(asked).size)
})

test('works under another path, with its links there', async ({ simulator, page, baseURL }) => {
  // The same files, as a host would serve them from a folder.
  await page.route('**/outils/simulateur/**', async (route) => {
    const path = new URL(route.request().url()).pathname.replace('/outils/simulateur/', '')
    await route.fulfill({ response: await route.fetch({ url: new URL(path, baseURL).href }) })
  })
  await simulator.open('./outils/simulateur/')
  await simulator.seeTotal('3 276,00 €')
  const number = await simulator.seeNumber()
  expect((await simulator.message()).body).toContain(`/outils/simulateur/?lang=fr#${number.replaceAll('-', '')}`)
})
