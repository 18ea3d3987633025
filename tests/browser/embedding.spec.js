// <casd-simulator> in a page of another origin.

import { AXE } from './axe.js'
import { expect, test } from './host.js'
import { Simulator } from './simulator.js'

const TWO = '<h1>Un site</h1><casd-simulator id="one"></casd-simulator><p>Entre les deux</p><casd-simulator id="two" lang="en" offer="pmsi" users="4" months="6"></casd-simulator><p>Fin</p>'
const ONE = '<a href="#before" id="before">Avant</a><casd-simulator id="one"></casd-simulator><a href="#after" id="after">Après</a>'

/** What a host allows that allows nothing else. */
const strict = ({ simulatorOrigin }) => ({
  'content-security-policy': `default-src 'none'; script-src ${simulatorOrigin}; frame-src ${simulatorOrigin}; require-trusted-types-for 'script'; trusted-types 'none'`,
})

test('the script for other sites is at most 2 kB', async ({ host, page }) => {
  const loaded = page.waitForResponse(/embed\.js$/)
  await host.open(ONE)
  const response = await loaded
  expect(await response.headerValue('content-encoding')).toBe('br')
  const { responseBodySize } = await response.request().sizes()
  console.log(`${responseBodySize} bytes of embed.js`)
  expect(responseBodySize).toBeLessThanOrEqual(2_000)
})

// Height

test('two simulators on one page are each as high as what they show, and have names and titles of their own', async ({ host }) => {
  await host.open(TWO)
  await host.simulator('one').seeTotal('3 276,00 €')
  await host.simulator('two', 'en').seeTotal('€2,454.00')
  await expect(host.iframe('one')).toHaveAttribute('title', 'Simulateur de coût du CASD')
  await expect(host.iframe('two')).toHaveAttribute('title', 'CASD cost simulator')
  expect(await host.iframe('one').getAttribute('name')).not.toBe(await host.iframe('two').getAttribute('name'))
})

test('a frame grows and shrinks with its content, and the other stays as it is', async ({ host }) => {
  await host.open(TWO)
  const other = await host.height('two')
  const simulator = host.simulator('one')
  // The form is longer than the sheet once it has some boxes.
  for (let n = 0; n < 4; n += 1) await simulator.addBox()
  await host.seeFitted('one')
  const withFive = await host.height('one')
  await simulator.addBox()
  await host.seeFitted('one')
  const withSix = await host.height('one')
  expect(withSix).toBeGreaterThan(withFive + 40)
  await simulator.removeBox(6)
  await host.seeFitted('one')
  expect(await host.height('one')).toBe(withFive)
  for (const n of [5, 4, 3, 2]) await simulator.removeBox(n)
  await simulator.chooseOffer('private')
  await host.seeFitted('one')
  expect(await host.height('one')).toBeLessThan(withFive - 400)
  expect(await host.height('two')).toBe(other)
})

test('a frame grows when something in it is unfolded, and shrinks when it is folded again', async ({ host, page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await host.open(ONE)
  const before = await host.height('one')
  await host.simulator('one').showMessage()
  await host.seeFitted('one')
  expect(await host.height('one')).toBeGreaterThan(before)
  await host.simulator('one').sheet.getByText(host.simulator('one').words.message, { exact: true }).click()
  await host.seeFitted('one')
  expect(await host.height('one')).toBe(before)
})

test('a frame follows the width of the page around it', async ({ host, page }) => {
  await host.open(ONE)
  const wide = await host.height('one')
  await page.setViewportSize({ width: 390, height: 844 })
  await host.seeFitted('one')
  expect(await host.height('one')).toBeGreaterThan(wide)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
  await page.setViewportSize({ width: 1280, height: 900 })
  await host.seeFitted('one')
  expect(await host.height('one')).toBe(wide)
})

test('a frame far below what is seen has its height, and speaks, before anyone is there', async ({ host, page }) => {
  await host.open(`<div id="tall"></div>${ONE}`, { style: '<style>#tall { height: 9000px }</style>' })
  await expect.poll(() => host.events('one', 'quote')).toHaveLength(1)
  const height = await host.height('one')
  await page.mouse.wheel(0, 9000)
  await host.seeFitted('one')
  expect(await host.height('one')).toBe(height)
})

test('the views beside the simulator, too, have the height that they need', async ({ host }) => {
  await host.open(ONE)
  const before = await host.height('one')
  const { page, words } = host.simulator('one')
  await page.getByRole('button', { name: words.annexe.check, exact: true }).click()
  await expect(page.getByRole('textbox', { name: words.annexe.checkLabel, exact: true })).toBeVisible()
  await host.seeFitted('one')
  expect(await host.height('one')).toBeLessThan(before)
})

test('on a phone nothing in a frame covers anything else', async ({ host, page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await host.open(ONE)
  const frame = await host.frame('one')
  for (const name of ['.bar', '.total']) {
    const { top, bottom, above, below } = await frame.evaluate((name) => {
      const place = document.querySelector(name)
      const { top, bottom } = place.getBoundingClientRect()
      const shown = [...place.parentElement.children].filter((one) => one.checkVisibility())
      const edge = (offset, side) => shown[shown.indexOf(place) + offset]?.getBoundingClientRect()[side]
      return { top, bottom, above: edge(-1, 'bottom'), below: edge(1, 'top') }
    }, name)
    expect(top, name).toBeGreaterThanOrEqual(above ?? 0)
    expect(bottom, name).toBeLessThanOrEqual(below ?? Infinity)
  }
})

// Messages

/** One message of each kind, well formed. */
const FORGED = [
  { casd: 'ready' },
  { casd: 'height', height: 5000 },
  { casd: 'lang', lang: 'en' },
  { casd: 'form', form: 'offer=pmsi&users=9' },
  { casd: 'quote', number: 'CASD1QJNN4RFP8255897Y2U2EW', total: '1.00', currency: 'EUR' },
  { casd: 'number', number: 'CASD1QJNN4RFP8255897Y2U2EW' },
  { casd: 'refused', name: 'a', value: 'b', why: 'c', ratio: 1, needed: 2 },
  { casd: 'preset', query: 'users=9&lang=en' },
  { casd: 'restore', form: 'offer=pmsi&users=9' },
  { casd: 'theme', scheme: 'dark', properties: { accent: '#000' } },
]

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

test('messages that the host’s page sends to itself, in the right form, do nothing', async ({ host, page }) => {
  await host.open(ONE)
  await expect.poll(() => host.events('one', 'number')).toHaveLength(1)
  const before = await stateOf(host, 'one')
  await page.evaluate((forged) => { for (const one of forged) postMessage(one, '*') }, FORGED)
  await page.waitForTimeout(300)
  expect(await stateOf(host, 'one')).toEqual(before)
})

test('messages of another frame do nothing, neither to the element nor to its frame', async ({ host, page }) => {
  host.write('/other', 'Un autre cadre', { script: '' })
  await host.open(`${TWO}<iframe id="other" src="/other"></iframe>`)
  await expect.poll(() => host.events('one', 'number')).toHaveLength(1)
  await expect.poll(() => host.events('two', 'number')).toHaveLength(1)
  const before = [await stateOf(host, 'one'), await stateOf(host, 'two')]
  const send = (forged) => {
    for (const one of forged) {
      parent.postMessage(one, '*')
      for (let n = 0; n < parent.length; n += 1) if (parent[n] !== window) parent[n].postMessage(one, '*')
    }
  }
  await (await (await page.locator('#other').elementHandle()).contentFrame()).evaluate(send, FORGED)
  // Nor does one simulator speak for the other.
  await page.waitForTimeout(300)
  expect([await stateOf(host, 'one'), await stateOf(host, 'two')]).toEqual(before)
  await (await host.frame('two')).evaluate(() => {
    for (let n = 0; n < parent.length; n += 1) {
      if (parent[n] !== window) parent[n].postMessage({ casd: 'preset', query: 'users=9' }, '*')
    }
  })
  await page.waitForTimeout(300)
  expect(await stateOf(host, 'one')).toEqual(before[0])
})

test('a frame that was led to another origin has no say any more', async ({ host, page }) => {
  host.write('/elsewhere', 'Ailleurs', { script: '' })
  await host.open(ONE)
  await expect.poll(() => host.events('one', 'number')).toHaveLength(1)
  const height = await host.height('one')
  const heard = (await page.evaluate(() => window.heardEvents)).length
  await host.iframe('one').evaluate((iframe, address) => { iframe.contentWindow.location = address }, `${host.origin}/elsewhere`)
  await expect(host.iframe('one').contentFrame().getByText('Ailleurs')).toBeVisible()
  await (await host.frame('one')).evaluate((forged) => { for (const one of forged) parent.postMessage(one, '*') }, FORGED)
  await page.waitForTimeout(300)
  expect(await host.height('one')).toBe(height)
  expect((await page.evaluate(() => window.heardEvents)).length).toBe(heard)
})

test('what is not what it should be is left aside, even from the frame itself', async ({ host, page }) => {
  await host.open(ONE)
  await expect.poll(() => host.events('one', 'number')).toHaveLength(1)
  const before = await stateOf(host, 'one')
  const frame = await host.frame('one')
  await frame.evaluate(() => {
    const heights = [-1, 0, 1e9, NaN, Infinity, '500', null, undefined, {}, [300]]
    const quotes = [
      { number: '<b>', total: '1.00', currency: 'EUR' },
      { number: ['CASD1QJNN4RFP8255897Y2U2EW'], total: '1.00', currency: 'EUR' },
      { number: null, total: 1, currency: 'EUR' },
      { number: null, total: '1.00', currency: 'euros' },
      {},
    ]
    const others = [null, 7, 'height', [], { casd: 'lang', lang: 'toString' }, { casd: 'lang', lang: 'de' }, { casd: 'number', number: null }, { casd: 'other' }]
    const all = [...heights.map((height) => ({ casd: 'height', height })), ...quotes.map((quote) => ({ casd: 'quote', ...quote })), ...others]
    for (const one of all) parent.postMessage(one, '*')
  })
  await page.evaluate(() => {
    const { contentWindow } = document.querySelector('#one').shadowRoot.querySelector('iframe')
    for (const one of [null, 7, [], { casd: 'preset', query: {} }, { casd: 'theme' }, { casd: 'restore', form: 3 }, { casd: 'toString' }]) {
      contentWindow.postMessage(one, '*')
    }
  })
  await page.waitForTimeout(300)
  expect(await stateOf(host, 'one')).toEqual(before)
})

// Attributes

test('attributes preset the form', async ({ host }) => {
  await host.open(
    '<casd-simulator id="one" lang="fr" offer="cohorts" start="2027-03-01" months="24" users="3" students="1" configuration="configuration-1" boxes="project 6" options="automatic-exports health-referent=no output-credits=2"></casd-simulator><casd-simulator id="two" renewal months="6"></casd-simulator>',
  )
  const simulator = host.simulator('one')
  await expect(simulator.offer('cohorts')).toBeChecked()
  await expect(simulator.field('start')).toHaveValue('2027-03-01')
  for (const [name, value] of Object.entries({ months: '24', users: '3', students: '1', 'box 1': '24', 'box 2': '6', packs: '2' })) {
    await expect(simulator.field(name)).toHaveValue(value)
  }
  await expect(simulator.option('exports')).toBeChecked()
  await expect(simulator.option('referent')).not.toBeChecked()
  await expect(host.simulator('two').option('renewal')).toBeChecked()
  await host.simulator('two').seeTotal('1 638,00 €')
})

test('an attribute that changes later changes the frame, which neither loads again nor loses what was entered', async ({ host }) => {
  await host.open('<casd-simulator id="one" offer="pmsi" users="2"></casd-simulator>')
  const simulator = host.simulator('one')
  await simulator.enterMonths('6')
  await simulator.addBox()
  const frame = await host.frame('one')
  await frame.evaluate(() => { window.isTheSame = true })
  await host.set('one', { users: '4' })
  await expect(simulator.field('users')).toHaveValue('4')
  await expect(simulator.field('months')).toHaveValue('6')
  await expect(simulator.boxes).toHaveCount(2)
  await host.set('one', { lang: 'en', boxes: 'project' })
  const inEnglish = host.simulator('one', 'en')
  await inEnglish.seeTotal('€2,454.00')
  await expect(host.iframe('one')).toHaveAttribute('title', 'CASD cost simulator')
  await expect(host.iframe('one')).toHaveAttribute('lang', 'en')
  await host.set('one', { offer: 'standard', months: '12', users: '1', lang: 'fr' })
  await simulator.seeTotal('3 276,00 €')
  expect(await frame.evaluate(() => window.isTheSame)).toBe(true)
  await host.seeFitted('one')
})

test('an attribute that changes does not take the focus from where the visitor is', async ({ host, page }) => {
  await host.open(ONE)
  await page.locator('#before').focus()
  await host.set('one', { offer: 'pmsi', users: '4', lang: 'en' })
  await expect(host.simulator('one', 'en').field('users')).toHaveValue('4')
  await expect(page.locator('#before')).toBeFocused()
})

test('what was said in one language is not left in the other that the host chooses', async ({ host }) => {
  await host.open('<casd-simulator id="one" lang="fr"></casd-simulator>')
  const one = host.simulator('one')
  await one.button('copyLink').click()
  const said = one.page.locator('.said').filter({ hasText: /./ })
  await expect(said).toHaveCount(1)
  await host.set('one', { lang: 'en' })
  await expect(said).toHaveCount(0)
})

test('the title follows the language that the visitor chooses in the frame', async ({ host }) => {
  await host.open(ONE)
  const simulator = host.simulator('one')
  await simulator.switchLanguage()
  await expect(host.iframe('one')).toHaveAttribute('title', 'CASD cost simulator')
})

test('without a language the frame takes that of the page around it', async ({ host }) => {
  await host.open('<div lang="en"><casd-simulator id="one"></casd-simulator></div><casd-simulator id="two"></casd-simulator>')
  await expect(host.simulator('one', 'en').heading).toBeVisible()
  await expect(host.simulator('two', 'fr').heading).toBeVisible()
})

test('the day of the price list decides which prices are used', async ({ host }) => {
  await host.open('<casd-simulator id="one" date="2018-09-01"></casd-simulator><casd-simulator id="two" date="2021-01-01"></casd-simulator>')
  const [older, newer] = [host.simulator('one'), host.simulator('two')]
  await newer.seeTotal('3 276,00 €')
  await expect(older.sheet).not.toContainText('3 276,00')
})

test('a wrong attribute is left aside with a warning, and the page shows what it can', async ({ host, heard }) => {
  await host.open('<casd-simulator id="one" offer="foo" users="abc" date="tomorrow" lang="de" months="24" theme="pink"></casd-simulator>')
  const simulator = host.simulator('one')
  await expect(simulator.field('months')).toHaveValue('24')
  await expect(simulator.field('users')).toHaveValue('1')
  await simulator.seeTotal('6 552,00 €')
  await host.seeWarnings(heard, [
    'lang="de" is not applied: expected is fr or en.',
    'date="tomorrow" is not applied: expected is a day, such as 2027-01-31.',
    'offer="foo" is not applied: expected is standard, cohorts, pmsi or private.',
    'users="abc" is not applied: expected is a whole number, such as 12.',
    'theme="pink" is not applied: expected is light, dark or auto.',
  ])
  await host.set('one', { boxes: '1,2', options: 'a b=&c', users: '3' })
  await expect(simulator.field('users')).toHaveValue('3')
  await host.seeWarnings(heard, [
    'boxes="1,2" is not applied: expected is the months of each SD-Box, or "project", such as "project 6".',
    'options="a b=&c" is not applied: expected is ids, such as "automatic-exports output-credits=2 health-referent=no".',
  ])
})

test('what is a number but not one for a price list, the form says', async ({ host }) => {
  await host.open('<casd-simulator id="one" users="5000"></casd-simulator>')
  await host.simulator('one').seeProblem('users', host.simulator('one').words.faults.atMost(1000))
  await expect.poll(() => host.events('one', 'quote')).toEqual([{ number: null, total: null, currency: null }])
})

// Events

test('the element says what the estimate is, and the number once it rests', async ({ host, page }) => {
  await host.open(TWO)
  await expect.poll(() => host.events('two', 'quote')).toEqual([{ number: expect.stringMatching(/^CASD1/), total: '2454.00', currency: 'EUR' }])
  await expect.poll(() => host.events('two', 'number')).toHaveLength(1)
  const [{ number }] = await host.events('two', 'quote')
  expect(await host.events('two', 'number')).toEqual([{ number }])

  await host.simulator('two', 'en').enterUsers('12')
  await expect.poll(async () => (await host.events('two', 'quote')).at(-1).total).toBe('3846.00')
  expect(await host.events('two', 'number')).toHaveLength(1)
  await expect.poll(() => host.events('two', 'number')).toHaveLength(2)
  await host.simulator('two', 'en').enterUsers('x')
  await expect.poll(async () => (await host.events('two', 'quote')).at(-1)).toEqual({ number: null, total: null, currency: null })
  await page.waitForTimeout(1_800)
  expect(await host.events('two', 'number')).toHaveLength(2)
  expect((await host.events('one', 'quote')).map(({ total }) => total)).toEqual(['3276.00'])
})

test('the number of very many SD-Boxes is said like any other', async ({ host }) => {
  await host.open('<casd-simulator id="one" lang="fr" months="24"></casd-simulator>')
  const simulator = host.simulator('one')
  const frame = await host.frame('one')
  await frame.evaluate(() => {
    const boxes = Array.from({ length: 60 }, (_, at) => `box=${1 + (at % 24)}&box-funder=F${at % 7}&box-host=H${at}`)
    location.search += `&${boxes.join('&')}`
  })
  await expect(simulator.number).toHaveText(/^CASD(-[0-9A-Z]{1,4}){40,}$/)
  const number = (await simulator.number.textContent()).replaceAll('-', '')
  expect(number.length).toBeGreaterThan(104)
  await expect.poll(async () => (await host.events('one', 'quote')).at(-1)?.number).toBe(number)
  await expect.poll(async () => (await host.events('one', 'number')).at(-1)?.number).toBe(number)
})

test('another language is no other estimate', async ({ host }) => {
  await host.open(ONE)
  await expect.poll(() => host.events('one', 'quote')).toHaveLength(1)
  await host.simulator('one').switchLanguage()
  await host.set('one', { lang: 'fr' })
  await expect(host.simulator('one').heading).toBeVisible()
  expect(await host.events('one', 'quote')).toHaveLength(1)
})

// The host's own rules

test('works under a strict policy of the host, Trusted Types included', async ({ host }) => {
  await host.open(TWO, { headers: strict(host) })
  await host.simulator('one').enterUsers('4')
  await host.simulator('one').seeTotal('4 608,00 €')
  await host.set('two', { theme: 'dark', users: '2' })
  await expect(host.simulator('two', 'en').field('users')).toHaveValue('2')
  await host.seeFitted('one')
  await host.seeFitted('two')
})

test('works as a module, too', async ({ host }) => {
  await host.open(TWO, { script: `<script type="module" src="${host.script}?v=1"></script>`, headers: strict(host) })
  await host.simulator('one').seeTotal('3 276,00 €')
  await host.simulator('two', 'en').seeTotal('€2,454.00')
})

test('the script may be there twice', async ({ host }) => {
  await host.open(ONE, { script: `<script src="${host.script}"></script><script async src="${host.script}"></script>` })
  await host.simulator('one').seeTotal('3 276,00 €')
})

test('an element that is made later, moved or taken away works, and disturbs no other', async ({ host, page, heard }) => {
  await host.open(ONE)
  await page.evaluate(() => {
    const later = document.createElement('casd-simulator')
    Object.assign(later, { id: 'later' })
    later.setAttribute('offer', 'pmsi')
    document.body.append(later)
  })
  await host.seeFitted('later')
  await expect(host.simulator('later').offer('pmsi')).toBeChecked()
  await host.set('later', { users: '3' })
  await expect(host.simulator('later').field('users')).toHaveValue('3')
  await page.evaluate(() => document.body.prepend(document.querySelector('#later')))
  await host.seeFitted('later')
  await expect(host.simulator('later').field('users')).toHaveValue('3')
  // Moved, a frame starts to load before the element can give it another.
  heard.splice(0, heard.length, ...heard.filter((message) => !/^failed: .*index\.html.* net::ERR_ABORTED$/.test(message)))
  await page.evaluate(() => document.querySelector('#later').remove())
  await host.simulator('one').enterUsers('2')
  await host.simulator('one').seeTotal('3 720,00 €')
  await host.seeFitted('one')
})

test('the keyboard goes into the frame and out of it', async ({ host, page }) => {
  await host.open(ONE)
  await page.locator('#before').focus()
  await page.keyboard.press('Tab')
  await expect(host.iframe('one')).toBeFocused()
  // The way to the content comes first in the frame, too.
  await page.keyboard.press('Tab')
  await expect(host.simulator('one').languageSwitch).toBeFocused()
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Shift+Tab')
  await expect(page.locator('#before')).toBeFocused()
  await page.locator('#after').focus()
  await page.keyboard.press('Shift+Tab')
  await expect(host.iframe('one')).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(page.locator('#after')).toBeFocused()
})

test('the number can be copied from within the frame', async ({ host, context }) => {
  await context.grantPermissions(['clipboard-write'], { origin: host.simulatorOrigin })
  await host.open(ONE)
  await host.simulator('one').button('copyNumber').click()
  await expect(host.simulator('one').sheet.getByText('Copié.')).toBeVisible()
})

test('what two frames hold comes back when the page is loaded again, without taking the focus', async ({ host, page }) => {
  await host.open(TWO)
  await host.simulator('one').enterUsers('5')
  await host.simulator('one').addBox()
  await host.simulator('two', 'en').enterUsers('abc')
  await host.simulator('two', 'en').seeProblem('users', host.simulator('two', 'en').words.faults.misread)
  await page.evaluate(() => { document.activeElement.blur(); scrollTo(0, 0) })
  await page.reload()
  await expect(host.simulator('one').field('users')).toHaveValue('5')
  await expect(host.simulator('one').boxes).toHaveCount(2)
  await expect(host.simulator('two', 'en').field('users')).toHaveValue('abc')
  await expect(host.simulator('two', 'en').offer('pmsi')).toBeChecked()
  await host.seeFitted('one')
  await page.waitForTimeout(200)
  expect(await page.evaluate(() => [document.activeElement.localName, scrollY])).toEqual(['body', 0])
  // And once more, although nothing was typed in between.
  await page.reload()
  await expect(host.simulator('one').field('users')).toHaveValue('5')
  await expect(host.simulator('two', 'en').field('users')).toHaveValue('abc')
})

test('a number that was opened in a frame comes back, too, and going back to the page finds what was there', async ({ host, page }) => {
  host.write('/elsewhere', '<a href="/">Retour</a>', { script: '' })
  await host.open(ONE)
  await host.simulator('one').openExample('cohorts2020')
  await host.simulator('one').seeTotal('4 740,00 €')
  await page.reload()
  await host.simulator('one').seeTotal('4 740,00 €')
  await page.goto(`${host.origin}/elsewhere`)
  await page.goBack()
  await host.simulator('one').seeTotal('4 740,00 €')
  await page.reload()
  await host.simulator('one').seeTotal('4 740,00 €')
})

test('a page that presets otherwise, or is come to anew, starts from its own presets', async ({ host, page }) => {
  await host.open('<casd-simulator id="one" users="2"></casd-simulator>')
  await host.simulator('one').enterUsers('5')
  await expect.poll(async () => (await host.events('one', 'quote')).length).toBe(2)
  host.write('/', '<casd-simulator id="one" users="3"></casd-simulator>')
  await page.reload()
  await host.seeFitted('one')
  await expect(host.simulator('one').field('users')).toHaveValue('3')
  await page.goto(`${host.origin}/?again`)
  await host.seeFitted('one')
  await expect(host.simulator('one').field('users')).toHaveValue('3')
  // Nothing was entered here, and nothing comes back from before.
  await page.reload()
  await host.seeFitted('one')
  await expect(host.simulator('one').field('users')).toHaveValue('3')
})

// Theme

const colours = (frame) =>
  frame.evaluate(() => {
    const of = (selector, property) => getComputedStyle(document.querySelector(selector))[property]
    return {
      ground: of('body', 'backgroundColor'),
      text: of('body', 'color'),
      surface: of('.project', 'backgroundColor'),
      accent: of('.openings button', 'color'),
      radius: of('.project', 'borderTopLeftRadius'),
      width: of('#simulator', 'maxWidth'),
      font: of('body', 'fontFamily'),
      scheme: of(':root', 'colorScheme'),
    }
  })

/** What axe says of the contrasts in a frame. */
async function poorContrasts(frame) {
  await frame.evaluate(AXE)
  const { violations } = await frame.evaluate(() => axe.run(document, { runOnly: ['color-contrast'] }))
  return violations.flatMap(({ nodes }) => nodes.map(({ target, failureSummary }) => `${target}: ${failureSummary}`))
}

test.describe('with reduced motion', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } })

  test('the host’s colours, radius, font and width are the frame’s', async ({ host }) => {
    await host.open(ONE)
    await host.style('one', {
      '--casd-accent': 'rebeccapurple',
      '--casd-text': 'oklch(0.2 0.02 260)',
      '--casd-background': '#eeeeff',
      '--casd-surface': 'rgb(255 255 250)',
      '--casd-radius': '2px',
      '--casd-font': 'Georgia, serif',
      '--casd-width': '60rem',
    })
    const frame = await host.frame('one')
    await expect.poll(() => colours(frame)).toMatchObject({
      ground: 'rgb(238, 238, 255)',
      surface: 'rgb(255, 255, 250)',
      accent: 'rgb(102, 51, 153)',
      radius: '2px',
      width: '960px',
      font: 'Georgia, serif',
    })
    expect(await poorContrasts(frame)).toEqual([])
    await host.seeFitted('one')
    // And back to its own.
    await host.element('one').evaluate((element) => element.removeAttribute('style'))
    await expect.poll(() => colours(frame)).toMatchObject({ accent: 'rgb(29, 79, 145)', radius: '8px', ground: 'rgb(243, 245, 248)' })
  })

  test('a style sheet of the host’s gives them, too', async ({ host }) => {
    await host.open(ONE, { style: '<style>:root { --brand: #7a003c } casd-simulator { --casd-accent: var(--brand) } .green { --casd-accent: #0a5c36 }</style>' })
    const frame = await host.frame('one')
    await expect.poll(async () => (await colours(frame)).accent).toBe('rgb(122, 0, 60)')
    await host.set('one', { class: 'green' })
    await expect.poll(async () => (await colours(frame)).accent).toBe('rgb(10, 92, 54)')
  })

  for (const colorScheme of ['light', 'dark']) {
    test(`the theme is the host’s, on a ${colorScheme} system`, async ({ host, page }) => {
      await page.emulateMedia({ colorScheme })
      await host.open(`${ONE}<casd-simulator id="light" theme="light"></casd-simulator><casd-simulator id="dark" theme="dark"></casd-simulator>`)
      const ground = { light: 'rgb(243, 245, 248)', dark: 'rgb(18, 23, 29)' }
      for (const theme of ['light', 'dark']) {
        const frame = await host.frame(theme)
        await expect.poll(() => colours(frame)).toMatchObject({ ground: ground[theme], scheme: theme })
        expect(await poorContrasts(frame)).toEqual([])
      }
      const frame = await host.frame('one')
      await expect.poll(async () => (await colours(frame)).ground).toBe(ground[colorScheme])
      await host.set('one', { theme: 'dark' })
      await expect.poll(async () => (await colours(frame)).ground).toBe(ground.dark)
      await host.set('one', { theme: 'auto' })
      await expect.poll(async () => (await colours(frame)).ground).toBe(ground[colorScheme])
      const other = colorScheme === 'light' ? 'dark' : 'light'
      await page.emulateMedia({ colorScheme: other })
      await expect.poll(async () => (await colours(frame)).ground).toBe(ground[other])
    })
  }

  test('each theme has its own colours', async ({ host }) => {
    await host.open('<casd-simulator id="one" style="--casd-accent: #7a003c; --casd-accent-dark: #ffb0d0; --casd-surface-dark: #202020; --casd-background-dark: black; --casd-text-dark: #eee"></casd-simulator>')
    const frame = await host.frame('one')
    await expect.poll(() => colours(frame)).toMatchObject({ accent: 'rgb(122, 0, 60)', surface: 'rgb(255, 255, 255)' })
    await host.set('one', { theme: 'dark' })
    await expect.poll(() => colours(frame)).toMatchObject({ accent: 'rgb(255, 176, 208)', surface: 'rgb(32, 32, 32)', ground: 'rgb(0, 0, 0)', text: 'rgb(238, 238, 238)' })
    await host.simulator('one').enterUsers('abc')
    expect(await poorContrasts(frame)).toEqual([])
  })

  test('what could not be read is refused with a warning, and the rest is applied', async ({ host, heard }) => {
    await host.open('<casd-simulator id="one" style="--casd-accent: #ffe600; --casd-surface: #fafafa; --casd-radius: 0px; --casd-width: wide; --casd-background: #ffffff80; --casd-text: nothing"></casd-simulator>')
    const frame = await host.frame('one')
    await expect.poll(() => colours(frame)).toMatchObject({ accent: 'rgb(29, 79, 145)', surface: 'rgb(250, 250, 250)', radius: '0px', width: '1216px' })
    await host.seeWarnings(heard, [
      '--casd-width="wide" is not applied: it is not a value of width.',
      '--casd-text="nothing" is not applied: it is not an opaque colour.',
      '--casd-background="#ffffff80" is not applied: it is not an opaque colour.',
      '--casd-accent="#ffe600" is not applied: its contrast with the surface is 1.21, at least 4.5 is needed.',
    ])
    const [, , , refused] = await host.events('one', 'refused')
    expect(refused).toEqual({ name: '--casd-accent', value: '#ffe600', why: expect.stringContaining('1.21'), ratio: 1.21, needed: 4.5 })
    // Each is said once, not with each change of another.
    await host.style('one', { '--casd-accent': '#7a003c' })
    await expect.poll(async () => (await colours(frame)).accent).toBe('rgb(122, 0, 60)')
  })

  test('no combination of colours makes the page hard to read', async ({ host, heard }) => {
    await host.open('<casd-simulator id="one"></casd-simulator>')
    await host.simulator('one').enterUsers('abc')
    const frame = await host.frame('one')
    const combinations = [
      { text: '#777', surface: '#888', background: '#999', accent: '#aaa' },
      { text: 'white', surface: 'black', background: 'black', accent: 'yellow' },
      { surface: 'black' },
      { surface: '#767676', text: '#000' },
      { background: 'darkred' },
      { accent: 'red', background: 'pink' },
      { text: '#5a5a5a', accent: '#00664f' },
    ]
    for (const [at, combination] of combinations.entries()) {
      await host.element('one').evaluate((element) => element.removeAttribute('style'))
      const properties = Object.entries(combination).map(([name, value]) => [`--casd-${name}`, value])
      await host.style('one', { ...Object.fromEntries(properties), '--casd-radius': `${at + 1}px` })
      await expect.poll(async () => (await colours(frame)).radius).toBe(`${at + 1}px`)
      expect(await poorContrasts(frame), JSON.stringify(combination)).toEqual([])
    }
    heard.splice(0, heard.length, ...heard.filter((message) => !message.startsWith('console warning: <casd-simulator> --casd-')))
  })
})

test('on paper the frame has the page’s own colours', async ({ host, page }) => {
  await host.open('<casd-simulator id="one" theme="dark"></casd-simulator>')
  await page.emulateMedia({ media: 'print' })
  const frame = await host.frame('one')
  expect(await frame.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--ink').trim())).toBe('#000')
})

// Without the script

test('a plain frame presets from its address, and scrolls as any page', async ({ host, page }) => {
  const src = `${host.simulatorOrigin}/?lang=fr&amp;offer=pmsi&amp;users=4&amp;months=6`
  await host.open(`<iframe id="plain" src="${src}" title="Simulateur de coût du CASD" width="100%" height="700"></iframe>`, { script: '' })
  const simulator = new Simulator(page.frameLocator('#plain'), 'fr')
  await simulator.seeTotal('2 454,00 €')
  await simulator.enterUsers('5')
  await page.waitForTimeout(300)
  const frame = await (await page.locator('#plain').elementHandle()).contentFrame()
  const { overflow, scrolls } = await frame.evaluate(() => ({
    overflow: getComputedStyle(document.documentElement).overflow,
    scrolls: document.documentElement.scrollHeight > innerHeight,
  }))
  expect({ overflow, scrolls }).toEqual({ overflow: 'visible', scrolls: true })
})
