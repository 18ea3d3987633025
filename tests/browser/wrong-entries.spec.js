import { expect, test } from './fixtures.js'

const WRONG = [
  { entry: 'months', typed: '', why: (faults) => faults.misread },
  { entry: 'months', typed: 'douze', why: (faults) => faults.misread },
  { entry: 'months', typed: '12,5', why: (faults) => faults.misread },
  { entry: 'months', typed: '-12', why: (faults) => faults.misread },
  { entry: 'months', typed: '0', why: (faults) => faults.atLeast(1) },
  { entry: 'months', typed: '6', why: (faults) => faults.underMinimum },
  { entry: 'months', typed: '241', why: (faults) => faults.atMost(240) },
  { entry: 'months', typed: '999999999999', why: (faults) => faults.atMost(240) },
  { entry: 'users', typed: '', why: (faults) => faults.misread },
  { entry: 'users', typed: 'abc', why: (faults) => faults.misread },
  { entry: 'users', typed: '0', why: (faults) => faults.atLeast(1) },
  { entry: 'users', typed: '1001', why: (faults) => faults.atMost('1000') },
  { entry: 'students', typed: '', why: (faults) => faults.misread },
  { entry: 'students', typed: '2', why: (faults) => faults.students },
  { entry: 'box 1', typed: '', why: (faults) => faults.misread },
  { entry: 'box 1', typed: 'six', why: (faults) => faults.misread },
  { entry: 'box 1', typed: '0', why: (faults) => faults.atLeast(1) },
  { entry: 'box 1', typed: '241', why: (faults) => faults.atMost(240) },
  { entry: 'packs', typed: 'trois', why: (faults) => faults.misread },
  { entry: 'packs', typed: '101', why: (faults) => faults.atMost(100) },
  { entry: 'start', typed: '', why: (faults) => faults.misreadDate },
  { entry: 'start', typed: '1999-12-31', why: (faults) => faults.years },
  { entry: 'start', typed: '2151-01-01', why: (faults) => faults.years },
]

const called = (words, entry) => {
  if (entry.startsWith('box')) return `SD-Box ${entry.slice(4)}`
  return entry === 'packs' ? words.fields.packs.replace(/ \(.*/, '') : words.fields[entry]
}

test.beforeEach(async ({ simulator }) => {
  await simulator.open()
  await simulator.seeTotal('3 276,00 €')
})

for (const { entry, typed, why } of WRONG) {
  test(`${entry} “${typed}” is explained at the field and in a summary, and corrected there`, async ({ simulator }) => {
    const { words } = simulator
    const before = await simulator.entries()
    const right = await simulator.field(entry).inputValue()

    await simulator.enter(entry, typed)
    await simulator.seeProblem(entry, why(words.faults))
    await expect(simulator.sheet.getByRole('heading', { name: words.correct })).toBeVisible()
    await simulator.seeNoEstimate()

    // What was typed is kept, and so is the rest, but for a box that follows the project's months.
    await expect(simulator.field(entry)).toHaveValue(typed)
    const changed = ['start', 'months', 'users', 'students', 'box-0', 'option-output-credits']
    const after = await simulator.entries()
    for (const [id, value] of Object.entries(before)) {
      if (!changed.includes(id)) expect(after[id], id).toEqual(value)
    }

    const link = simulator.problemLink(called(words, entry))
    await link.click()
    await expect(simulator.field(entry)).toBeFocused()

    await simulator.enter(entry, right)
    await simulator.seeNoProblem(entry)
    await simulator.seeTotal('3 276,00 €')
    await simulator.seeNumber()
    expect(await simulator.entries()).toEqual(before)
  })
}

test('the link of a problem moves the focus and leaves the address alone', async ({ simulator, page }) => {
  await simulator.enterUsers('0')
  const address = page.url()
  await simulator.problemLink(simulator.words.fields.users).click()
  await expect(simulator.field('users')).toBeFocused()
  expect(page.url()).toBe(address)
})

test('several wrong entries are listed in the order of the form', async ({ simulator }) => {
  const { words } = simulator
  await simulator.enter('packs', '101')
  await simulator.enterStudents('x')
  await simulator.enterUsers('0')
  await simulator.enterStart('')
  await simulator.addBox()
  await simulator.enterBoxMonths(2, '0')
  await expect(simulator.problems.getByRole('link')).toHaveText([
    words.fields.start,
    words.fields.users,
    words.fields.students,
    'SD-Box 2',
    called(words, 'packs'),
  ])
  await simulator.seeNoEstimate()
})

test('a problem goes as soon as its cause does, and the others stay', async ({ simulator }) => {
  const { words } = simulator
  await simulator.enterUsers('2')
  await simulator.enterStudents('3')
  await simulator.enter('packs', 'x')
  await expect(simulator.problems).toHaveCount(2)
  await simulator.enterUsers('3')
  await expect(simulator.problems).toHaveCount(1)
  await simulator.seeNoProblem('students')
  await simulator.seeProblem('packs', words.faults.misread)
})

test('a wrong SD-Box can be removed', async ({ simulator }) => {
  await simulator.addBox()
  await simulator.enterBoxMonths(1, 'x')
  await simulator.seeProblem('box 1', simulator.words.faults.misread)
  await simulator.removeBox(1)
  await simulator.seeNoProblem('box 1')
  await simulator.seeTotal('3 276,00 €')
})

test('more than a hundred SD-Boxes are explained, and one fewer is priced', async ({ simulator }) => {
  const { words, problems } = simulator
  const add = await simulator.button('addBox').elementHandle()
  for (let boxes = 1; boxes < 101; boxes += 1) await add.evaluate((button) => button.click())
  await expect(simulator.boxes).toHaveCount(101)
  const atMost = words.faults.atMost(100)
  await expect(problems).toContainText([atMost])
  await expect(simulator.form.getByText(atMost)).toBeVisible()
  await simulator.seeNoEstimate()
  await simulator.problemLink(words.boxes).click()
  await expect(simulator.button('addBox')).toBeInViewport()
  await simulator.removeBox(101)
  await expect(simulator.boxes).toHaveCount(100)
  await simulator.seeTotal('44 856,00 €')
})

test('the wrong entries of one offer are not held against another', async ({ simulator }) => {
  await simulator.enterMonths('6')
  await simulator.seeProblem('months', simulator.words.faults.underMinimum)
  await simulator.chooseOffer('pmsi')
  await simulator.seeNoProblem('months')
  await simulator.seeTotal('1 932,00 €')
})

test('the message at a field is in the language of the page', async ({ simulator }) => {
  await simulator.enterUsers('abc')
  await simulator.seeProblem('users', simulator.words.faults.misread)
  await simulator.switchLanguage()
  await simulator.seeProblem('users', simulator.words.faults.misread)
  await expect(simulator.field('users')).toHaveValue('abc')
})

for (const [when, pass] of [
  ['one turns to the address bar', (simulator) => simulator.turnAway()],
  ['15 s have passed', (simulator) => simulator.stay()],
]) {
  test(`once ${when}, the address does not name the simulation that was there before the wrong entry`, async ({
    simulator,
    page,
  }) => {
    await simulator.enterUsers('2')
    const number = await simulator.seeNumber()
    await simulator.rest()
    await simulator.seeAddressNames(number)
    await simulator.enterUsers('abc')
    await pass(simulator)
    await expect(page).not.toHaveURL(/CASD1/)
  })
}

test('once the form rests, screen readers are told that something is to be corrected', async ({ simulator }) => {
  await simulator.enterUsers('abc')
  await simulator.rest()
  await simulator.seeWarned(`${simulator.words.correct} (1)`)
  // While it is being corrected nothing is said; then the total is, politely.
  await simulator.enterUsers('2')
  await expect(simulator.warning).toHaveText('')
  await simulator.rest()
  await simulator.seeAnnounced('Total : 3 720,00 €')
})
