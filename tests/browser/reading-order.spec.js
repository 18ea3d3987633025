// What assistive technologies are given, as Chromium's accessibility tree has it: names, roles, states, and the
// order of it all. No screen reader speaks here.

import { expect, test } from './fixtures.js'
import { PAGES, PLACES, VIEWS, tabThrough, unfold } from './places.js'
import { spaced } from './simulator.js'

/** The accessibility tree, in the order of reading: each node its role, its name and its properties. */
async function readTree(page) {
  const devtools = await page.context().newCDPSession(page)
  const { nodes } = await devtools.send('Accessibility.getFullAXTree')
  await devtools.detach()
  const byId = new Map(nodes.map((node) => [node.nodeId, node]))
  const inOrder = (node) => [node, ...(node.childIds ?? []).flatMap((id) => (byId.has(id) ? inOrder(byId.get(id)) : []))]
  return inOrder(nodes.find(({ parentId }) => !parentId))
    .filter(({ ignored }) => !ignored)
    .map(({ role, name, value, properties = [] }) => ({
      role: role.value,
      name: name?.value ?? '',
      value: value?.value,
      ...Object.fromEntries(properties.map(({ name, value }) => [name, value.value])),
    }))
}

const OPERATED = ['button', 'link', 'textbox', 'checkbox', 'radio', 'combobox', 'option', 'Date', 'DateTime', 'spinbutton', 'DisclosureTriangle', 'Iframe', 'slider', 'ColorWell']
const LANDMARKS = ['banner', 'navigation', 'main', 'contentinfo']

/** All that is said on the page, sentence by sentence. */
const said = async (page) => (await readTree(page)).filter(({ role }) => role === 'StaticText').map(({ name }) => name.replace(/\s+/g, ' ').trim()).filter(Boolean)

for (const [place, reach] of Object.entries(PLACES)) {
  test(`everything that can be operated has a name and a role, in ${place}`, async ({ simulator, page }) => {
    await reach(simulator)
    await unfold(page)
    const operated = (await readTree(page)).filter(({ role, focusable }) => focusable || OPERATED.includes(role))
    // What takes the focus without being operated: what scrolls on its own, and headings that a view goes to.
    const READ = ['RootWebArea', 'region', 'heading', 'generic', 'group', 'status', 'main', 'code', 'article', 'form', 'Pre', 'pre']
    const unknown = operated.filter(({ role }) => !OPERATED.includes(role) && !READ.includes(role))
    expect(unknown).toEqual([])
    const nameless = operated.filter(({ role, name }) => OPERATED.includes(role) && !/\S/.test(name))
    expect(nameless).toEqual([])
    expect(operated.filter(({ role }) => OPERATED.includes(role)).length).toBeGreaterThan(3)
  })

  test(`headings go down one level at a time, in ${place}`, async ({ simulator, page }) => {
    await reach(simulator)
    const levels = (await readTree(page)).filter(({ role }) => role === 'heading').map(({ level, name }) => ({ level, name }))
    expect(levels.filter(({ level }) => level === 1).length).toBe(1)
    expect(levels[0].level).toBe(1)
    for (const [at, { level, name }] of levels.slice(1).entries()) {
      expect(level, `the level of “${name}”`).toBeLessThanOrEqual(levels[at].level + 1)
      expect(name).toMatch(/\S/)
    }
  })

  test(`the keys stop in the order of reading, in ${place}`, async ({ simulator, page }) => {
    await reach(simulator)
    const stops = await tabThrough(page, () => {
      const [element, last] = [document.activeElement, window.lastStop]
      const isAfter = !last || Boolean(last.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING)
      return { text: (element.textContent || element.id).slice(0, 60), isAfter, tabIndex: element.tabIndex }
    })
    expect(stops.length).toBeGreaterThan(3)
    expect(stops.filter(({ isAfter, tabIndex }) => !isAfter || tabIndex > 0)).toEqual([])
  })

  test(`without style sheets, what is said stays, in the same order, in ${place}`, async ({ simulator, page }) => {
    await reach(simulator)
    await unfold(page)
    const before = await said(page)
    await page.evaluate(() => {
      for (const sheet of [...document.styleSheets, ...document.adoptedStyleSheets]) sheet.disabled = true
    })
    expect(await page.evaluate(() => getComputedStyle(document.body).marginTop)).toBe('8px')
    const after = await said(page)
    expect(before.length).toBeGreaterThan(10)
    // The numbers of steps are the style sheet's, as those of lists are; all the rest is found again, further
    // and further down.
    let at = -1
    const lost = before.filter((sentence) => {
            const next = after.indexOf(sentence, at + 1)
      if (next >= 0) at = next
      return next < 0 && !/^(\d+|\.)$/.test(sentence)
    })
    expect(lost).toEqual([])
  })
}

for (const locale of ['fr-FR', 'en-GB']) {
  test.describe(locale, () => {
    test.use({ locale })

    test('the landmarks are the same, in the same order, in every view', async ({ simulator, page }) => {
      const landmarks = async () => (await readTree(page)).map(({ role }) => role).filter((role) => LANDMARKS.includes(role))
      for (const [place, reach] of Object.entries(VIEWS)) {
        await reach(simulator)
        expect(await landmarks(), place).toEqual(LANDMARKS)
      }
      // Pages without a menu have none.
      for (const [place, reach] of Object.entries(PAGES)) {
        await reach(simulator)
        expect(await landmarks(), place).toEqual(LANDMARKS.filter((role) => role !== 'navigation'))
      }
    })
  })
}

test('what is entered, chosen, wrong and unfolded is told by the accessibility tree', async ({ simulator, page }) => {
  await simulator.open()
  const { words } = simulator
  const find = async (role, name) => (await readTree(page)).find((node) => node.role === role && spaced(name).test(node.name))
  expect(await find('radio', words.offers.standard)).toMatchObject({ checked: 'true' })
  expect(await find('radio', words.offers.cohorts)).toMatchObject({ checked: 'false' })
  await simulator.chooseOffer('cohorts')
  expect(await find('radio', words.offers.standard)).toMatchObject({ checked: 'false' })
  expect(await find('radio', words.offers.cohorts)).toMatchObject({ checked: 'true' })
  await simulator.tickOption('exports')
  expect(await find('checkbox', words.options.exports)).toMatchObject({ checked: 'true' })

  expect(await find('textbox', words.fields.users)).toMatchObject({ value: '1', invalid: 'false' })
  await simulator.enterUsers('abc')
  await simulator.seeProblem('users', words.faults.misread)
  expect(await find('textbox', words.fields.users)).toMatchObject({ value: 'abc', invalid: 'true' })
  await simulator.enterUsers('2')
  await simulator.seeTotal('4 740,00 €')

  expect(await find('DisclosureTriangle', words.message)).toMatchObject({ expanded: false })
  expect((await readTree(page)).some(({ role, name }) => role === 'textbox' && spaced(words.message).test(name))).toBe(false)
  await simulator.showMessage()
  expect(await find('DisclosureTriangle', words.message)).toMatchObject({ expanded: true })
  expect(await find('textbox', words.message)).toMatchObject({ readonly: true })

  await simulator.openExample('standard2018')
  expect(await find('textbox', words.fields.users)).toMatchObject({ disabled: true })
})
