// The three examples that CASD published, opened on the page: its figure beside ours, and what comes of them. Their
// lines are proved by tests/published_examples.rs and tests/estimates.rs.

import { expect, test } from './fixtures.js'
import { UNDER_TODAYS_LIST } from './archived.js'
import { spaced } from './simulator.js'

const EXAMPLES = {
  pmsi: {
    offer: 'pmsi',
    total: 2_454,
    perUser: 613.5,
    lines: 3,
    entries: { start: '2020-01-01', months: '6', users: '4', students: '0', 'box 1': '6' },
  },
  cohorts2020: {
    offer: 'cohorts',
    total: 4_740,
    perUser: 2_370,
    lines: 5,
    entries: { start: '2020-08-01', months: '12', users: '2', students: '0', 'box 1': '12' },
  },
  standard2018: {
    offer: 'standard',
    total: 2_723,
    perUser: 1_361.5,
    lines: 4,
    entries: { start: '2018-08-01', months: '12', users: '2', students: '1', 'box 1': '12', 'box 2': '12' },
  },
}

const DERIVED = {
  fr: ['Le CASD n’a publié que ce total : la répartition en lignes est une reconstitution.', /^Reconstitué : Le CASD n’a publié que le total de cet exemple/],
  en: ['CASD published only this total: the split into lines is a reconstruction.', /^Derived: CASD published only the total of this example/],
}
const ARCHIVED = {
  fr: /archivés : ils ont 8 ans et 3 mois et ne servent plus/,
  en: /archived: they are 8 years and 3 months old and no longer used/,
}

test('each example shows CASD’s figure beside ours; only that of 2018 is derived, closed and compared with today', async ({ simulator }) => {
  const { lang, words, sheet, form } = simulator
  await simulator.open()
  for (const [name, example] of Object.entries(EXAMPLES)) {
    await test.step(name, async () => {
      await simulator.openExample(name)
      await simulator.seeSaid(new RegExp(`${words.examples[name].replace(/[/]/g, '.')}$`))
      for (const whose of [words.publishedByCasd, words.computedHere]) {
        const figure = sheet.getByRole('definition').and(sheet.locator(`dt:text-is("${whose}") + dd`))
        await expect(figure).toHaveText(simulator.euros(example.total))
      }
      await simulator.seeSaid(words.equal)
      await simulator.seeTotal(example.total)
      await simulator.seeSaid(`${simulator.euros(example.perUser)} ${words.perUser}`)
      await expect(simulator.lines).toHaveCount(example.lines)
      await expect(simulator.offer(example.offer)).toBeChecked()
      for (const [field, value] of Object.entries(example.entries)) {
        await expect(simulator.field(field)).toHaveValue(value)
      }
      if (name === 'standard2018') return
      await expect(sheet).not.toContainText(/Reconstitué|Derived/)
      await expect(simulator.field('users')).toBeEnabled()
      await expect(simulator.button('redo')).toHaveCount(0)
    })
  }

  await test.step('the example of 2018 says what it is, and what it would cost today', async () => {
    for (const sentence of DERIVED[lang]) await simulator.seeSaid(sentence)
    await expect(sheet.getByText(spaced(ARCHIVED[lang]))).toBeVisible()
    await simulator.seeToday(...UNDER_TODAYS_LIST[lang])
  })
  await test.step('its form is closed, but can be kept', async () => {
    await expect(form.getByText(words.closed)).toBeVisible()
    for (const entry of await form.getByRole('textbox').or(form.getByRole('radio')).or(form.getByRole('checkbox')).all()) {
      await expect(entry).toBeDisabled()
    }
    const keep = form.getByRole('button', { name: words.views.keep, exact: true })
    await expect(keep).toBeEnabled()
    const changing = form.getByRole('button').and(form.locator('fieldset button'))
    await expect(changing).toHaveCount((await form.getByRole('button').count()) - 1)
    for (const button of await changing.all()) await expect(button).toBeDisabled()
  })
})

test('an example is made again at today’s prices, changed, and left for a new simulation', async ({ simulator }) => {
  const { words, sheet } = simulator
  await simulator.open()
  const start = await simulator.entries()
  await simulator.openExample('standard2018')
  const old = await simulator.seeNumber()
  await simulator.button('redo').click()
  await expect(simulator.button('redo')).toHaveCount(0)
  await simulator.seeTotal(3_918)
  await expect(simulator.lines).toHaveCount(4)
  await expect(sheet).not.toContainText(words.publishedByCasd)
  await expect(simulator.number).not.toHaveText(old)
  await expect(simulator.field('users')).toBeEnabled()
  await expect(simulator.field('students')).toHaveValue('1')
  await simulator.enterUsers('3')
  await simulator.seeTotal(4_362)

  // An entry turns an example into a simulation of one’s own.
  await simulator.openExample('cohorts2020')
  await simulator.seeTotal(4_740)
  await simulator.enterUsers('3')
  await simulator.seeTotal(5_544)
  await expect(sheet).not.toContainText(words.publishedByCasd)

  await simulator.openExample('standard2018')
  await simulator.seeTotal(2_723)
  await simulator.button('again').click()
  await simulator.seeTotal(3_276)
  expect(await simulator.entries()).toEqual(start)
  await expect(simulator.field('users')).toBeEnabled()
  await expect(simulator.form.getByText(words.startingPoint)).toBeVisible()
})
