// What assistive technologies are given of a form that changes, as Chromium's accessibility tree has it.

import { readTree } from './audit/tree.js'
import { expect, test } from './fixtures.js'
import { spaced } from './simulator.js'

test('what is entered, chosen, wrong and unfolded is told by the accessibility tree', async ({ simulator, page }) => {
  await simulator.open()
  const { words } = simulator
  const find = async (role, name) => (await readTree(page)).find((node) => node.role === role && spaced(name).test(node.name))

  for (const legend of words.legends) await expect(simulator.form.getByRole('group', { name: legend, exact: true })).toBeVisible()

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
  await simulator.seeTotal(4740)

  expect(await find('DisclosureTriangle', words.message)).toMatchObject({ expanded: false })
  expect((await readTree(page)).some(({ role, name }) => role === 'textbox' && spaced(words.message).test(name))).toBe(false)
  await simulator.showMessage()
  expect(await find('DisclosureTriangle', words.message)).toMatchObject({ expanded: true })
  expect(await find('textbox', words.message)).toMatchObject({ readonly: true })

  await simulator.openExample('standard2018')
  expect(await find('textbox', words.fields.users)).toMatchObject({ disabled: true })
})
