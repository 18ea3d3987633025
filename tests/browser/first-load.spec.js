// What the browser loads, and when; and what a visit leaves with it.

import { Views } from './views.js'
import { expect, test } from './fixtures.js'
import { GATE } from '../../tools/first-load.mjs'

/** The paths that the page asks for from now on. */
function listen(page) {
  const asked = []
  page.on('request', (request) => {
    // The browser asks for the icon when it likes, and again when the address changes.
    if (!/^blob:|\.svg$/.test(request.url())) asked.push(new URL(request.url()).pathname)
  })
  return asked
}

test('a first visit shows an estimate within the gate, compressed, and nothing is loaded after it', async ({ simulator, page }) => {
  const [asked, loaded] = [listen(page), []]
  page.on('response', (response) => loaded.push(response))
  const started = Date.now()
  await page.goto('./', { waitUntil: 'commit' })
  await expect(simulator.total).toBeVisible()
  // `make bench` measures it: a busy machine takes as long as it likes.
  console.log(`${Date.now() - started} ms until the first estimate`)
  await simulator.seeTotal(3_276)
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

  expect(asked.length).toBe(new Set(asked).size)
  const before = [...asked]
  await simulator.enterUsers('4')
  await simulator.openExample('standard2018')
  await simulator.switchLanguage()
  await simulator.rest()
  await page.waitForLoadState('networkidle')
  expect(asked).toEqual(before)
})

test('documents and views load once they are asked for, and once only', async ({ simulator, views, page }) => {
  const asked = listen(page)
  await simulator.open()
  await simulator.enterUsers('4')
  await simulator.seeTotal(4_608)
  await page.waitForLoadState('networkidle')
  expect(asked.filter((path) => /\/(split|chunk)_[^/]*$/.test(path))).toEqual([])
  const before = asked.length

  const first = await simulator.save('json')
  await views.goTo('check')
  await views.goTo('kept')
  await views.goBackToSimulator()
  const forData = asked.slice(before)
  expect(forData.length).toBeGreaterThan(0)
  for (const path of forData) expect(path).toMatch(/\/(split_views|chunk_)[^/]*$/)

  await simulator.save('pdf')
  for (const path of asked.slice(before + forData.length)) expect(path).toMatch(/\/(split_pdf|chunk_)[^/]*$/)
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

test('nothing is left with the browser but the language once chosen, what was typed last, and what one keeps', async ({ simulator, views, page, context, someoneElse }) => {
  const left = () => page.evaluate(() => [Object.keys(localStorage), Object.keys(sessionStorage)])
  await views.openAt('kept')
  await views.seeNothingKept()
  await expect(views.button('deleteAll')).toHaveCount(0)
  await views.goBackToSimulator()
  await simulator.enterUsers('4')
  await simulator.openExample('standard2018')
  const number = await simulator.seeNumber()
  await simulator.button('again').click()
  await simulator.stay()
  await views.goTo('check')
  await views.check(number)
  await views.goTo('kept')
  await views.seeNothingKept()
  await views.goBackToSimulator()
  expect(await left()).toEqual([[], []])

  await test.step('what was typed last is left with the tab when the page is left, until it is taken back', async () => {
    // No timer writes the address before the page is left.
    await page.clock.pauseAt(new Date('2026-11-21T10:05:00+01:00'))
    await simulator.enterUsers('4')
    await simulator.open(`./?lang=${simulator.lang}`)
    expect(await left()).toEqual([[], ['casd-simulator.left']])
    await page.goBack()
    await expect(simulator.field('users')).toHaveValue('4')
    expect(await left()).toEqual([[], []])
  })
  await test.step('the language, and what one keeps, which another browser does not have', async () => {
    await simulator.switchLanguage()
    expect(await left()).toEqual([['casd-simulator.lang'], []])
    await views.keep()
    const [stored, session] = await left()
    expect(stored.toSorted()).toEqual([expect.stringMatching(/^casd-simulator\.kept\./), 'casd-simulator.lang'])
    expect(session).toEqual([])
    const other = new Views(await someoneElse())
    await other.openAt('kept')
    await other.seeNothingKept()
  })
  expect(await context.cookies()).toEqual([])
})

test('works under another path, with its links there', async ({ simulator, page, baseURL }) => {
  // The same files, as a host would serve them from a folder.
  await page.route('**/outils/simulateur/**', async (route) => {
    const path = new URL(route.request().url()).pathname.replace('/outils/simulateur/', '')
    await route.fulfill({ response: await route.fetch({ url: new URL(path, baseURL).href }) })
  })
  await simulator.open('./outils/simulateur/')
  await simulator.seeTotal(3_276)
  const number = await simulator.seeNumber()
  expect((await simulator.message()).body).toContain(`/outils/simulateur/?lang=${simulator.lang}#${number.replaceAll('-', '')}`)
})
