// <casd-simulator> in a page of another origin. Its colours are in embedding-theme.spec.js, messages that are not
// to be taken in embedding-messages.spec.js, what each attribute may hold in tests/scripts/embed_attributes.test.js.

import { ONE, expect, test, two } from './host.js'

const TITLES = { fr: 'Simulateur de coût du CASD', en: 'CASD cost simulator' }

/** What a host allows that allows nothing else. */
const strict = ({ simulatorOrigin }) => ({
  'content-security-policy': `default-src 'none'; script-src ${simulatorOrigin}; frame-src ${simulatorOrigin}; require-trusted-types-for 'script'; trusted-types 'none'`,
})

// Height

test('two simulators on one page are each as high as what they show, and have names and titles of their own', async ({ host }) => {
  await host.open(two(host))
  const one = host.simulator('one')
  await one.seeTotal(3276)
  await host.simulator('two', host.otherLang).seeTotal(2454)
  await expect(host.iframe('one')).toHaveAttribute('title', TITLES[host.lang])
  await expect(host.iframe('two')).toHaveAttribute('title', TITLES[host.otherLang])
  expect(await host.iframe('one').getAttribute('name')).not.toBe(await host.iframe('two').getAttribute('name'))

  await test.step('one grows and shrinks with its content, and the other stays as it is', async () => {
    const other = await host.height('two')
    // The form is longer than the sheet once it has some boxes.
    for (let n = 0; n < 4; n += 1) await one.addBox()
    await host.seeFitted('one')
    const withFive = await host.height('one')
    await one.addBox()
    await host.seeFitted('one')
    expect(await host.height('one')).toBeGreaterThan(withFive + 40)
    await one.removeBox(6)
    await host.seeFitted('one')
    expect(await host.height('one')).toBe(withFive)
    await one.chooseOffer('private')
    await host.seeFitted('one')
    expect(await host.height('one')).toBeLessThan(withFive - 100)
    expect(await host.height('two')).toBe(other)
  })
})

test('on a phone a frame follows its width, what is unfolded in it and what view it shows, and nothing covers anything', async ({ host, page }) => {
  const phone = { width: 390, height: 844 }
  await host.open(ONE)
  const wide = await host.height('one')
  await page.setViewportSize(phone)
  await host.seeFitted('one')
  const narrow = await host.height('one')
  expect(narrow).toBeGreaterThan(wide)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)

  await test.step('what is sticky in a page of its own covers nothing here', async () => {
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

  await test.step('unfolded and folded', async () => {
    const { sheet, words } = host.simulator('one')
    await host.simulator('one').showMessage()
    await host.seeFitted('one')
    expect(await host.height('one')).toBeGreaterThan(narrow)
    await sheet.getByText(words.message, { exact: true }).click()
    await host.seeFitted('one')
    expect(await host.height('one')).toBe(narrow)
  })

  await test.step('another view, and wide again', async () => {
    const { page: inside, words } = host.simulator('one')
    await inside.getByRole('button', { name: words.views.check, exact: true }).click()
    await expect(inside.getByRole('textbox', { name: words.views.checkLabel, exact: true })).toBeVisible()
    await host.seeFitted('one')
    expect(await host.height('one')).toBeLessThan(narrow)
    await inside.getByRole('button', { name: words.views.back, exact: true }).click()
    await page.setViewportSize({ width: 1280, height: 900 })
    await expect.poll(() => host.height('one')).toBe(wide)
    await host.seeFitted('one')
  })
})

// Attributes

test('attributes preset the form, and change it later without a reload, a lost entry or the focus', async ({ host, page }) => {
  await host.open(
    `<a href="#before" id="before">Before</a>
    <casd-simulator id="one" lang="${host.lang}" offer="cohorts" start="2027-03-01" months="24" users="3" students="1" configuration="configuration-1" boxes="project 6" options="automatic-exports health-referent=no output-credits=2"></casd-simulator>
    <casd-simulator id="two" renewal months="6"></casd-simulator>
    <div lang="${host.otherLang}"><casd-simulator id="three" date="2018-09-01"></casd-simulator></div>`,
  )
  const one = host.simulator('one')
  await test.step('what each attribute presets', async () => {
    await expect(one.offer('cohorts')).toBeChecked()
    await expect(one.field('start')).toHaveValue('2027-03-01')
    for (const [name, value] of Object.entries({ months: '24', users: '3', students: '1', 'box 1': '24', 'box 2': '6', packs: '2' })) {
      await expect(one.field(name)).toHaveValue(value)
    }
    await expect(one.option('exports')).toBeChecked()
    await expect(one.option('referent')).not.toBeChecked()
    await expect(host.simulator('two').option('renewal')).toBeChecked()
    await host.simulator('two').seeTotal(1638)
    // In the language of what is around it, and with the price lists of that day: none then.
    const older = host.simulator('three', host.otherLang)
    await older.seeSaid(older.words.noList)
  })
  await test.step('a change leaves what was entered, and the focus where it is', async () => {
    await one.enterMonths('30')
    await one.addBox()
    const frame = await host.frame('one')
    await frame.evaluate(() => { window.isTheSame = true })
    await page.locator('#before').focus()
    await host.set('one', { users: '4' })
    await expect(one.field('users')).toHaveValue('4')
    await expect(one.field('months')).toHaveValue('30')
    await expect(one.boxes).toHaveCount(3)
    await host.set('one', { lang: host.otherLang, offer: 'pmsi', boxes: 'project', months: '6', options: 'automatic-exports=no' })
    await host.simulator('one', host.otherLang).seeTotal(2454)
    await expect(host.iframe('one')).toHaveAttribute('title', TITLES[host.otherLang])
    await expect(host.iframe('one')).toHaveAttribute('lang', host.otherLang)
    await expect(page.locator('#before')).toBeFocused()
    expect(await frame.evaluate(() => window.isTheSame)).toBe(true)
    await host.seeFitted('one')
  })
})

test('the title follows the language that the visitor chooses in the frame', async ({ host }) => {
  await host.open(ONE)
  const one = host.simulator('one')
  await expect.poll(() => host.events('one', 'quote')).toHaveLength(1)
  await one.button('copyLink').click()
  const said = one.page.locator('.said').filter({ hasText: /./ })
  await expect(said).toHaveCount(1)
  await one.switchLanguage()
  await expect(host.iframe('one')).toHaveAttribute('title', TITLES[host.otherLang])
  // What was announced in one language is not left in the other.
  await expect(said).toHaveCount(0)
  await host.set('one', { lang: host.lang })
  await expect(host.iframe('one')).toHaveAttribute('title', TITLES[host.lang])
  // Another language is no other estimate.
  await host.seeAllTold('one')
  expect(await host.events('one', 'quote')).toHaveLength(1)
})

// Events

test('a frame far below what is seen has its height, and tells each estimate, and the number once it rests', async ({ host, page }) => {
  await host.open(`<div id="tall"></div>${two(host)}`, { style: '<style>#tall { height: 9000px }</style>' })
  const height = await host.height('two')
  await expect.poll(() => host.events('two', 'quote')).toEqual([{ number: expect.stringMatching(/^CASD1/), total: '2454.00', currency: 'EUR' }])
  await expect.poll(() => host.events('two', 'number')).toHaveLength(1)
  const [{ number }] = await host.events('two', 'quote')
  expect(await host.events('two', 'number')).toEqual([{ number }])

  const second = host.simulator('two', host.otherLang)
  await page.clock.pauseAt(new Date('2026-11-21T12:00:00+01:00'))
  await second.enterUsers('12')
  await expect.poll(async () => (await host.events('two', 'quote')).at(-1).total).toBe('3846.00')
  await page.clock.runFor(1_400)
  expect(await host.events('two', 'number')).toHaveLength(1)
  await page.clock.runFor(200)
  await expect.poll(() => host.events('two', 'number')).toHaveLength(2)
  await second.enterUsers('x')
  await expect.poll(async () => (await host.events('two', 'quote')).at(-1)).toEqual({ number: null, total: null, currency: null })
  await page.clock.runFor(2_000)
  await page.clock.resume()
  await host.seeAllTold('two')
  expect(await host.events('two', 'number')).toHaveLength(2)
  expect((await host.events('one', 'quote')).map(({ total }) => total)).toEqual(['3276.00'])
  await second.enterUsers('4')
  await page.mouse.wheel(0, 12_000)
  await host.seeFitted('two')
  expect(await host.height('two')).toBe(height)
})

// The host's own rules

test('works under a strict policy of the host, Trusted Types included, as a script that is there twice and as a module', async ({ host }) => {
  for (const script of [
    `<script src="${host.script}"></script><script async src="${host.script}"></script>`,
    `<script type="module" src="${host.script}?v=1"></script>`,
  ]) {
    await host.open(two(host), { script, headers: strict(host) })
    await host.simulator('one').enterUsers('4')
    await host.simulator('one').seeTotal(4608)
    await host.set('two', { theme: 'dark', users: '2' })
    await expect(host.simulator('two', host.otherLang).field('users')).toHaveValue('2')
    await host.seeFitted('one')
    await host.seeFitted('two')
  }
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
  await host.simulator('one').seeTotal(3720)
  await host.seeFitted('one')
})

test('the keyboard goes into the frame and out of it', async ({ host, page, context }) => {
  await context.grantPermissions(['clipboard-write'], { origin: host.simulatorOrigin })
  await host.open(ONE)
  const one = host.simulator('one')
  await page.locator('#before').focus()
  await page.keyboard.press('Tab')
  await expect(host.iframe('one')).toBeFocused()
  // The way to the content comes first in the frame, too.
  await page.keyboard.press('Tab')
  await expect(one.languageSwitch).toBeFocused()
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Shift+Tab')
  await expect(page.locator('#before')).toBeFocused()
  await page.locator('#after').focus()
  await page.keyboard.press('Shift+Tab')
  await expect(host.iframe('one')).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(page.locator('#after')).toBeFocused()
  // The frame may write to the clipboard.
  await one.button('copyNumber').press('Enter')
  await expect(one.sheet.getByText(one.words.copied.number, { exact: true })).toBeVisible()
})

// A page that is loaded again

test('what two frames hold comes back when the page is loaded again, without taking the focus', async ({ host, page }) => {
  host.write('/elsewhere', '<a href="/">Back</a>', { script: '' })
  await host.open(two(host))
  const [one, second] = [host.simulator('one'), host.simulator('two', host.otherLang)]
  await one.enterUsers('5')
  await one.addBox()
  await second.enterUsers('abc')
  await second.seeProblem('users', second.words.faults.misread)
  await page.evaluate(() => { document.activeElement.blur(); scrollTo(0, 0) })
  for (const id of ['one', 'two']) await host.seeAllTold(id)
  await page.reload()
  await expect(one.field('users')).toHaveValue('5')
  await expect(one.boxes).toHaveCount(2)
  await expect(second.field('users')).toHaveValue('abc')
  await expect(second.offer('pmsi')).toBeChecked()
  for (const id of ['one', 'two']) await host.seeFitted(id)
  for (const id of ['one', 'two']) await host.seeAllTold(id)
  expect(await page.evaluate(() => [document.activeElement.localName, scrollY])).toEqual(['body', 0])

  await test.step('once more, although nothing was typed in between', async () => {
    await page.reload()
    await expect(one.field('users')).toHaveValue('5')
    await expect(second.field('users')).toHaveValue('abc')
  })
  await test.step('a number that was opened comes back, too, and after going away and back', async () => {
    await one.openExample('cohorts2020')
    await one.seeTotal(4740)
    await host.seeAllTold('one')
    await page.reload()
    await one.seeTotal(4740)
    await page.goto(`${host.origin}/elsewhere`)
    await page.goBack()
    await one.seeTotal(4740)
  })
  await test.step('a page that presets otherwise, or is opened again, starts from its own presets', async () => {
    host.write('/', two(host).replace('id="one"', 'id="one" users="3"'))
    for (const load of [() => page.reload(), () => page.goto(`${host.origin}/?again`), () => page.reload()]) {
      await load()
      await host.seeFitted('one')
      await expect(one.field('users')).toHaveValue('3')
      await expect(one.boxes).toHaveCount(1)
    }
  })
})
