// What screen readers are given without being asked: live regions. No screen reader speaks here.

import { expect, test } from './fixtures.js'

/** Runs in the page: writes down whatever changes within a live region from now on: it would be read out. */
function listen() {
  window.announced = []
  const live = '[role=status], [role=alert], [role=log], [aria-live]:not([aria-live=off]), output'
  const note = (records) => {
    for (const { target } of records) {
      const region = (target.nodeType === Node.TEXT_NODE ? target.parentElement : target)?.closest(live)
      if (region) window.announced.push(`${region.tagName} ${region.id || region.className}: ${region.textContent}`)
    }
    // A region that is put into the page with its text is read out as well, in most readers.
    for (const { addedNodes } of records) {
      for (const node of addedNodes) {
        const region = node.nodeType === Node.ELEMENT_NODE ? (node.matches(live) ? node : node.querySelector(live)) : null
        if (region?.textContent) window.announced.push(`new ${region.tagName} ${region.id}: ${region.textContent}`)
      }
    }
  }
  new MutationObserver(note).observe(document.body, { childList: true, characterData: true, subtree: true })
}

test('the total is announced politely, once the form rests, and nothing while typing', async ({ simulator, page }) => {
  const { words, lang } = simulator
  const said = (euros) => `${words.total}${lang === 'fr' ? ' :' : ':'} ${simulator.euros(euros)}`
  await simulator.open()
  await page.clock.pauseAt(new Date('2026-11-21T10:05:00+01:00'))
  await page.evaluate(listen)
  await simulator.field('users').focus()
  await page.keyboard.press('Control+A')
  await page.keyboard.type('123')
  await simulator.seeTotal(57444)
  expect(await page.evaluate(() => window.announced)).toEqual([])

  // Each change puts it off.
  await page.clock.runFor(1_000)
  await simulator.enterUsers('2')
  await page.clock.runFor(1_000)
  await simulator.enterUsers('3')
  await page.clock.runFor(1_000)
  await expect(simulator.announcement).not.toContainText(/[0-9]/)
  await page.clock.runFor(600)
  await simulator.seeAnnounced(said(4164))
  await simulator.tickOption('larger')
  await page.clock.runFor(1_600)
  await simulator.seeAnnounced(new RegExp(`^${said(4164)}.*${words.excluding}$`))

  // Where something is to be corrected, at once, and the total is gone.
  await simulator.enterUsers('abc')
  await page.clock.runFor(1_600)
  await simulator.seeWarned(words.correct)
})
