// A page that the browser translated for someone who reads neither language: translations put each text into an
// element of their own, and the text that the page had is gone from the document.

import { expect, test } from './fixtures.js'
import { cents } from './simulator.js'

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

test('a translated page shows each change: the estimate, what is wrong, and why a number is refused', async ({ simulator, page }) => {
  const { words } = simulator
  await simulator.open()
  await simulator.seeTotal(3_276)
  const before = await simulator.seeNumber()
  expect(await translate(page)).toBeGreaterThan(100)

  await test.step('the estimate is that of the number, as another page has it', async () => {
    await simulator.enterMonths('24')
    await simulator.enterUsers('5')
    await simulator.tickOption('exports')
    await simulator.seeTotal(10_704)
    const after = await simulator.everything()
    expect(after.number).not.toBe(before)
    await expect(page.locator('.bar')).toContainText(simulator.euros(10_704))
    expect(cents(after.total)).toBe(1_070_400)
    const other = await page.context().newPage()
    await other.goto(`./#${after.number}`)
    for (const [what, of] of [['total', '#total'], ['number', '#number']]) await expect(other.locator(of)).toHaveText(after[what])
    await expect(other.locator('section.sheet tbody tr')).toHaveText(after.lines)
    await other.close()
  })
  await test.step('what is wrong is said, and no longer once it is right', async () => {
    await translate(page)
    await simulator.enterUsers('deux')
    await simulator.seeProblem('users', words.faults.misread)
    await translate(page)
    await simulator.enterUsers('0')
    await simulator.seeNoEstimate()
    await expect(page.locator('#users-error')).not.toHaveText(words.faults.misread)
    await translate(page)
    await simulator.enterUsers('5')
    await simulator.seeTotal(10_704)
    await simulator.seeNoProblem('users')
    await expect(page.locator('#users-error')).toHaveText('')
  })
  await test.step('a mistyped number is explained, each as it is', async () => {
    for (const at of [7, 12]) {
      const wrong = before.slice(0, at) + (before[at] === 'Q' ? 'P' : 'Q') + before.slice(at + 1)
      await simulator.openNumber(wrong)
      await expect(simulator.refusal.locator('.number')).toHaveText(wrong)
      await translate(page)
    }
  })
})
