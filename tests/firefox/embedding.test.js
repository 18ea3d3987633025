// The simulator in a page of another origin, in Firefox.

import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { after, before, describe, test } from 'node:test'
import { Site } from '../browser/site.js'
import { Firefox } from './firefox.js'
import { Visitor, eventually } from './visitor.js'

/** Another site than 127.0.0.1, with a page around the simulator that notes what it is told. */
async function host(script) {
  const page = `<!doctype html><html lang="en"><meta charset="utf-8"><title>A host</title><link rel="icon" href="data:,">
    <script>
      window.told = []
      for (const type of ['casd:quote', 'casd:number']) addEventListener(type, ({ detail }) => told.push([type, detail]))
    </script>
    <script async src="${script}"></script>
    <casd-simulator lang="en" offer="pmsi" users="4" months="6"></casd-simulator>`
  const server = createServer((_, response) => response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page))
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return { server, origin: `http://localhost:${server.address().port}` }
}

describe('in a page of another origin, in Firefox', () => {
  let site, server, browser, driver

  before(async () => {
    site = await Site.open()
    const { server: hosts, origin } = await host(`${site.origin}embed.js`)
    server = hosts
    browser = await Firefox.start('fr')
    driver = browser.driver
    browser.origins.push(new URL(site.origin).origin, origin)
    await driver.get(origin)
  })
  after(async () => {
    await browser?.quit()
    server.close()
    await site.close()
  })

  /** What the host's page was told last of that kind. */
  const told = async (type) => {
    await driver.switchTo().defaultContent()
    return driver.executeScript((type) => window.told.findLast(([one]) => one === type)?.[1], type)
  }
  /** Goes into the frame; gives how high it is. */
  const enter = async () => {
    await driver.switchTo().defaultContent()
    const find = () => document.querySelector('casd-simulator').shadowRoot.querySelector('iframe')
    const frame = await driver.executeScript(find)
    const height = Number(await frame.getProperty('clientHeight'))
    await driver.switchTo().frame(frame)
    return height
  }
  /** How high the frame is, and what it shows. */
  const heights = async () => {
    const room = await enter()
    const needed = await driver.executeScript(() => Math.ceil(document.documentElement.getBoundingClientRect().height))
    return { room, needed }
  }
  const seeFitted = () =>
    eventually('a frame as high as what it shows', async () => {
      const { room, needed } = await heights()
      assert.equal(room, needed)
      return room
    })

  test('the frame is as high as what it shows, and grows with it; the host is told the quote and the number', async () => {
    const quote = await eventually('a quote', async () => {
      const quote = await told('casd:quote')
      return quote?.total === '2454.00' && quote
    })
    assert.equal(quote.currency, 'EUR')
    const before = await seeFitted()

    await enter()
    const visitor = new Visitor(browser, site.origin, 'en')
    await visitor.seeTotal('€2,454.00')
    for (let box = 0; box < 6; box += 1) await visitor.press(visitor.words.addBox)
    await eventually('a higher frame', async () => (await seeFitted()) > before + 40)

    const total = (await visitor.text('#total')).replace(/[€,]/g, '')
    const number = (await visitor.text('#number')).replaceAll('-', '')
    await eventually('the quote of what stands there', async () => {
      assert.deepEqual(await told('casd:quote'), { number, total, currency: 'EUR' })
    })
    await eventually('the number, once it rests', async () => assert.equal((await told('casd:number')).number, number))
    assert.deepEqual(browser.heard, [])
  })
})
