// A page that the browser translated for someone who reads neither language: translations put each text into an
// element of their own, and the text that the page had is gone from the document.

import { expect, test } from './fixtures.js'

/** What a translation does to a page, the words left as they are. */
const translate = (page) =>
  page.evaluate(() => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const all = []
    while (texts.nextNode()) if (texts.currentNode.data.trim()) all.push(texts.currentNode)
    for (const text of all) {
      const translated = document.createElement('font')
      translated.textContent = text.data
      text.replaceWith(translated)
    }
    return all.length
  })

test('a change is shown in all of a translated page', async ({ simulator, page }) => {
  await simulator.open()
  await simulator.seeTotal('3 276,00 €')
  const before = await simulator.seeNumber()
  expect(await translate(page)).toBeGreaterThan(100)

  await simulator.enterMonths('24')
  await simulator.enterUsers('5')
  await simulator.tickOption('exports')
  await simulator.seeTotal('10 704,00 €')
  const after = await simulator.everything()
  expect(after.number).not.toBe(before)
  await expect(page.locator('.bar')).toContainText('10 704,00 €')

  const other = await page.context().newPage()
  await other.goto(`./#${after.number}`)
  for (const [what, of] of [['total', '#total'], ['number', '#number']]) await expect(other.locator(of)).toHaveText(after[what])
  await expect(other.locator('section.sheet tbody tr')).toHaveText(after.lines)
})

test('what is wrong is said in a translated page, and no longer once it is right', async ({ simulator, page }) => {
  const { words } = simulator
  await simulator.open()
  await translate(page)
  await simulator.enterUsers('deux')
  await simulator.seeProblem('users', words.faults.misread)
  await translate(page)
  await simulator.enterUsers('0')
  await simulator.seeNoEstimate()
  await expect(page.locator('#users-error')).not.toHaveText(words.faults.misread)
  await translate(page)
  await simulator.enterUsers('1')
  await simulator.seeTotal('3 276,00 €')
  await simulator.seeNoProblem('users')
  await expect(page.locator('#users-error')).toHaveText('')
})

test('a mistyped number is explained in a translated page, each as it is', async ({ simulator, page }) => {
  await simulator.open()
  const number = await simulator.seeNumber()
  for (const at of [7, 12]) {
    const wrong = number.slice(0, at) + (number[at] === 'Q' ? 'P' : 'Q') + number.slice(at + 1)
    await simulator.openNumber(wrong)
    await expect(simulator.refusal.locator('.number')).toHaveText(wrong)
    await translate(page)
  }
})
