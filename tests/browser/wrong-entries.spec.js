// A wrong entry on the page: the sentence at its field and in the summary, nothing lost, no estimate, and the way
// back. Which value is wrong, and what is said of it, is proved by tests/wrong_entries.rs.

import { expect, test } from './fixtures.js'

/** A field of each kind: what is typed there, and why that is wrong. */
const WRONG = [
  ['start', '', (faults) => faults.misreadDate],
  ['months', '6', (faults) => faults.underMinimum],
  ['users', 'abc', (faults) => faults.misread],
  ['students', '2', (faults) => faults.students],
  ['box 1', '0', (faults) => faults.atLeast(1)],
  ['packs', '101', (faults) => faults.atMost(100)],
]

/** What the summary calls a field. */
const called = (words, entry) => {
  if (entry.startsWith('box')) return `SD-Box ${entry.slice(4)}`
  return entry === 'packs' ? words.fields.packs.replace(/ \(.*/, '') : words.fields[entry]
}

test('a wrong entry is explained at its field and in a summary, and corrected there', async ({ simulator, page }) => {
  await simulator.open()
  await simulator.seeTotal(3_276)
  // A box with months of its own, which the wrong length of the project leaves as they are.
  await simulator.enterBoxMonths(1, '12')
  const before = await simulator.entries()
  const address = page.url()
  for (const [entry, typed, why] of WRONG) {
    await test.step(`${entry} “${typed}”`, async () => {
      const { words } = simulator
      const right = await simulator.field(entry).inputValue()
      await simulator.enter(entry, typed)
      await simulator.seeProblem(entry, why(words.faults))
      await expect(simulator.problems).toHaveCount(1)
      await expect(simulator.sheet.getByRole('heading', { name: words.correct })).toBeVisible()
      await simulator.seeNoEstimate()

      // What was typed is kept, and so is the rest.
      const id = await simulator.field(entry).getAttribute('id')
      expect(await simulator.entries()).toEqual({ ...before, [id]: typed })

      await simulator.problemLink(called(words, entry)).click()
      await expect(simulator.field(entry)).toBeFocused()
      expect(page.url()).toBe(address)

      await simulator.enter(entry, right)
      await simulator.seeNoProblem(entry)
      await simulator.seeTotal(3_276)
      await simulator.seeNumber()
      expect(await simulator.entries()).toEqual(before)
    })
  }

  await test.step('several are listed in the order of the form, in the language of the page', async () => {
    await simulator.enterBoxMonths(1, 'x')
    for (const [entry, typed] of WRONG.toReversed()) if (entry !== 'box 1') await simulator.enter(entry, typed)
    await simulator.enterMonths('0')
    await simulator.addBox()
    await simulator.switchLanguage()
    const names = ['start', 'months', 'users', 'box 1', 'packs'].map((entry) => called(simulator.words, entry))
    await expect(simulator.problems.getByRole('link')).toHaveText(names)
    await simulator.seeProblem('users', simulator.words.faults.misread)
    await expect(simulator.field('users')).toHaveValue('abc')
    await simulator.seeNoEstimate()
  })

  await test.step('each goes with its cause: a box that is removed, an offer without that rule', async () => {
    await simulator.removeBox(1)
    await simulator.seeNoProblem('box 1')
    await simulator.enterStart('2026-12-01')
    await simulator.enterMonths('6')
    await simulator.enterUsers('2')
    await simulator.enter('packs', '')
    await expect(simulator.problems).toHaveCount(1)
    await simulator.seeProblem('months', simulator.words.faults.underMinimum)
    await simulator.seeNoProblem('students')
    await simulator.chooseOffer('pmsi')
    await simulator.seeNoProblem('months')
    await simulator.seeNumber()
  })
})

test('more than a hundred SD-Boxes are explained, and one fewer is priced', async ({ simulator }) => {
  const { words, problems } = simulator
  await simulator.open(`./?lang=${simulator.lang}${'&box'.repeat(100)}`)
  await simulator.addBox()
  await expect(simulator.boxes).toHaveCount(101)
  const atMost = words.faults.atMost(100)
  await expect(problems).toContainText([atMost])
  await expect(simulator.form.getByText(atMost)).toBeVisible()
  await simulator.seeNoEstimate()
  await simulator.problemLink(words.boxes).click()
  await expect(simulator.button('addBox')).toBeInViewport()
  await simulator.removeBox(101)
  await expect(simulator.boxes).toHaveCount(100)
  await simulator.seeTotal(44_856)
})

test('once the form rests, screen readers are told that something is to be corrected', async ({ simulator }) => {
  await simulator.open()
  await simulator.enterUsers('abc')
  await simulator.rest()
  await simulator.seeWarned(`${simulator.words.correct} – ${simulator.words.fields.users}`)
  // While it is being corrected nothing is said; then the total is, politely.
  await simulator.enterUsers('2')
  await expect(simulator.warning).toHaveText('')
  await simulator.rest()
  const colon = simulator.lang === 'fr' ? ' :' : ':'
  await simulator.seeAnnounced(`${simulator.words.total}${colon} ${simulator.euros(3_720)}`)
})
