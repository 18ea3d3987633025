// Going about a page with the keys alone.

import { expect } from '@playwright/test'

/** How many stops of the Tab key are at least between the focus and an element, from the end of the page round. */
function stopsBefore(target) {
  const STOPS = 'a[href], button, input, select, textarea, summary, [tabindex="0"]'
  const isStop = (one) => one.checkVisibility() && !one.disabled && one.tabIndex >= 0 && one.type !== 'radio'
  const stops = [...document.querySelectorAll(STOPS)].filter((one) => one === target || isStop(one))
  const follows = (one, other) => Boolean(other.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING)
  const focus = document.activeElement
  if (focus === target) return 0
  if (follows(target, focus)) return stops.filter((one) => follows(one, focus) && follows(target, one)).length
  return stops.filter((one) => one !== focus && (follows(one, focus) || follows(target, one))).length
}

/** Presses Tab until the focus is on the element; from the end of the page it goes round. */
export async function tabTo(target) {
  const page = target.page()
  await expect(target).toBeVisible()
  for (let left = await target.evaluate(stopsBefore); left > 0; left -= 1) await page.keyboard.press('Tab')
  for (let presses = 0; presses < 250; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error('Tab never came there')
}

/** Where the focus is can be seen. */
export async function seeOutline(page) {
  const outline = await page.evaluate(() => {
    const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement)
    return outlineStyle === 'none' ? 0 : parseFloat(outlineWidth)
  })
  expect(outline).toBeGreaterThanOrEqual(2)
}
