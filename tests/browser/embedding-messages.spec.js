// Who may speak to an embedded simulator, and for it. Each window notes what it handled last (`host.js`), so that a
// message that does nothing needs no waiting.

import { expect, test, two } from './host.js'

/** One message of each kind, well formed. */
const FORGED = [
  { casd: 'ready' },
  { casd: 'height', height: 5000 },
  { casd: 'lang', lang: 'en' },
  { casd: 'lang', lang: 'fr' },
  { casd: 'form', form: 'offer=pmsi&users=9' },
  { casd: 'quote', number: 'CASD1QJNN4RFP8255897Y2U2EW', total: '1.00', currency: 'EUR' },
  { casd: 'number', number: 'CASD1QJNN4RFP8255897Y2U2EW' },
  { casd: 'refused', name: 'a', value: 'b', why: 'c', ratio: 1, needed: 2 },
  { casd: 'preset', query: 'users=9&lang=en' },
  { casd: 'preset', query: 'users=9&lang=fr' },
  { casd: 'restore', form: 'offer=pmsi&users=9' },
  { casd: 'theme', scheme: 'dark', properties: { accent: '#000' } },
]

/** What the frame of an element may not say, and what its host may not. */
const MALFORMED_BY_FRAME = [
  ...[-1, 0, 1e9, NaN, Infinity, '500', null, undefined, {}, [300]].map((height) => ({ casd: 'height', height })),
  { casd: 'quote', number: '<b>', total: '1.00', currency: 'EUR' },
  { casd: 'quote', number: ['CASD1QJNN4RFP8255897Y2U2EW'], total: '1.00', currency: 'EUR' },
  { casd: 'quote', number: null, total: 1, currency: 'EUR' },
  { casd: 'quote', number: null, total: '1.00', currency: 'euros' },
  { casd: 'quote' },
  null, 7, 'height', [], { casd: 'lang', lang: 'toString' }, { casd: 'lang', lang: 'de' }, { casd: 'number', number: null }, { casd: 'other' },
]
const MALFORMED_BY_HOST = [null, 7, [], { casd: 'preset', query: {} }, { casd: 'theme' }, { casd: 'restore', form: 3 }, { casd: 'toString' }]

/** Everything about an element that a message could change. */
async function stateOf(host, id) {
  const frame = await host.frame(id)
  return {
    height: await host.height(id),
    title: await host.iframe(id).getAttribute('title'),
    events: (await host.page.evaluate(() => window.heardEvents)).length,
    kept: await host.page.evaluate(() => JSON.stringify(sessionStorage)),
    inside: await frame.evaluate(() => [
      document.documentElement.lang,
      document.querySelector('#users').value,
      document.querySelector('#total').textContent,
      getComputedStyle(document.body).backgroundColor,
    ]),
  }
}

test('messages that are forged or malformed do nothing, whoever sends them', async ({ host, page }) => {
  host.write('/other', 'Another frame', { script: '' })
  host.write('/elsewhere', 'Elsewhere', { script: '' })
  await host.open(`${two(host)}<iframe id="other" src="/other"></iframe>`)
  for (const id of ['one', 'two']) await expect.poll(() => host.events(id, 'number')).toHaveLength(1)
  const [one, second] = [await host.frame('one'), await host.frame('two')]
  const states = async () => [await stateOf(host, 'one'), await stateOf(host, 'two')]
  const before = await states()
  /** Nothing has changed once all windows have handled a row of messages, and what came of them. */
  const seeNothingChanged = async (last, windows) => {
    for (const window_ of windows) await host.seeLast(window_, last)
    for (const id of ['one', 'two']) await host.seeAllTold(id)
    expect(await states()).toEqual(before)
  }

  await test.step('the host’s page to itself', async () => {
    await page.evaluate((forged) => { for (const one of forged) postMessage(one, '*') }, [...FORGED, { last: 'itself' }])
    await seeNothingChanged('itself', [page])
  })
  await test.step('another frame to everyone', async () => {
    const other = await (await page.locator('#other').elementHandle()).contentFrame()
    await other.evaluate((forged) => {
      // One of the host's own pages reaches the frames of the elements.
      const frames = [...parent.document.querySelectorAll('casd-simulator')].map(({ shadowRoot }) => shadowRoot.querySelector('iframe').contentWindow)
      for (const one of forged) for (const window_ of [parent, ...frames]) window_.postMessage(one, '*')
    }, [...FORGED, { last: 'other' }])
    await seeNothingChanged('other', [page, one, second])
  })
  await test.step('one simulator to the other', async () => {
    const name = await host.iframe('one').getAttribute('name')
    await second.evaluate(({ name, forged }) => {
      // They are of one origin, and frames have names.
      const sibling = open('', name)
      for (const one of forged) for (const window_ of [parent, sibling]) window_.postMessage(one, '*')
    }, { name, forged: [...FORGED.filter(({ casd }) => ['preset', 'restore', 'theme'].includes(casd)), { last: 'sibling' }] })
    await seeNothingChanged('sibling', [one])
  })
  await test.step('those that may speak, in a form that is none', async () => {
    await one.evaluate((messages) => { for (const one of messages) parent.postMessage(one, '*') }, [...MALFORMED_BY_FRAME, { last: 'frame' }])
    await page.evaluate((messages) => {
      const { contentWindow } = document.querySelector('#one').shadowRoot.querySelector('iframe')
      for (const one of messages) contentWindow.postMessage(one, '*')
    }, [...MALFORMED_BY_HOST, { last: 'host' }])
    await host.seeLast(page, 'frame')
    await seeNothingChanged('host', [one])
  })
  await test.step('a frame that was led to another origin', async () => {
    const of = async () => ({ height: await host.height('two'), title: await host.iframe('two').getAttribute('title'), kept: await page.evaluate(() => JSON.stringify(sessionStorage)), events: await page.evaluate(() => window.heardEvents.length) })
    const before = await of()
    await host.iframe('two').evaluate((iframe, address) => { iframe.contentWindow.location = address }, `${host.origin}/elsewhere`)
    await expect(host.iframe('two').contentFrame().getByText('Elsewhere')).toBeVisible()
    await (await host.frame('two')).evaluate((forged) => { for (const one of forged) parent.postMessage(one, '*') }, [...FORGED, { last: 'elsewhere' }])
    await host.seeLast(page, 'elsewhere')
    expect(await of()).toEqual(before)
  })
  await test.step('and what the right ones say is taken', async () => {
    await host.set('one', { users: '2' })
    await expect(host.simulator('one').field('users')).toHaveValue('2')
    await expect.poll(async () => (await host.events('one', 'quote')).at(-1).total).toBe('3720.00')
  })
})
