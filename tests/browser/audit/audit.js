// All that is checked of a place in one visit. Each check has a title, and returns what is wrong: nothing, if the
// place is as it should be. The visit goes on after a finding, so that it reports all of them.

import { expect, test } from '@playwright/test'
import { violations } from '../axe.js'
import { CONTRAST } from './contrast.js'
import { FIELDS } from './fields.js'
import { skipsWrongly, tabThrough, unseenNow } from './keys.js'
import { MARKUP, notValid } from './markup.js'
import { lostInSettings, lostWhenTurned } from './room.js'
import { TREE, lostWithoutStyle, readTree } from './tree.js'

/** Unfolds all that is folded. */
const unfold = (page) =>
  page.evaluate(() => {
    for (const folded of document.querySelectorAll('details')) folded.open = true
  })

/** The title that a page has in a view: that of the view comes first. */
async function wronglyTitled({ page, simulator, hasMenu }) {
  if (!hasMenu) return []
  const [title, view] = await page.evaluate(() => [document.title, document.querySelector('#view-heading')?.textContent].map((text) => text?.replace(/\s/g, ' ')))
  const start = `${view === undefined ? '' : `${view} – `}${simulator.words.title} – `
  // That of a preview says so before all.
  return title.replace(simulator.words.standing.mark, '').startsWith(start) ? [] : [`“${title}” does not start with “${start}”`]
}

/** The checks of one state. */
export class Audit {
  constructor(visit, state) {
    this.visit = visit
    this.page = visit.page
    this.state = state
  }

  report(title, findings) {
    expect.soft(findings, `${this.visit.place}, ${this.state}: ${title}`).toEqual([])
  }

  reportAll(found) {
    for (const [title, findings] of Object.entries(found)) this.report(title, findings)
  }

  async runInPage(checks) {
    const { lang } = this.visit
    for (const [title, check] of Object.entries(checks)) this.report(title, await this.page.evaluate(check, { lang }))
  }

  /** What is looked at in every state of a place. */
  async look() {
    await unfold(this.page)
    await test.step('markup, fields and contrast', async () => {
      for (const checks of [MARKUP, FIELDS, CONTRAST]) await this.runInPage(checks)
    })
    await test.step('the accessibility tree', async () => {
      const tree = await readTree(this.page)
      for (const [title, check] of Object.entries(TREE)) this.report(title, check(tree, this.visit))
      this.report('the title names the view that is in sight', await wronglyTitled(this.visit))
    })
    await test.step('axe', async () => this.report('axe finds nothing wrong', await violations(this.page)))
    await test.step('room', async () => this.reportAll(await lostInSettings(this.page)))
  }

  /** What is looked at once in a place: what costs more, and does not depend on the state. */
  async lookClosely() {
    const { page, visit } = this
    await test.step('valid HTML', async () => this.report('the code is valid HTML', await notValid(page)))
    await test.step('a phone that is turned', async () => this.report('a phone can be turned', await lostWhenTurned(page)))
    await test.step('keys', async () => {
      this.report('the first stop leads to the main content', await skipsWrongly(visit))
      this.reportAll(await tabThrough(page))
    })
    await test.step('other colours', async () => {
      for (const media of [{ colorScheme: 'light' }, { colorScheme: 'dark' }, { forcedColors: 'active' }]) {
        await page.emulateMedia(media)
        const name = Object.values(media)[0]
        this.report(`the focus is seen at every stop, ${name}`, await unseenNow(page))
        if (media.colorScheme) for (const [title, check] of Object.entries(CONTRAST)) this.report(`${title}, ${name}`, await page.evaluate(check))
      }
      await page.emulateMedia({ colorScheme: visit.colorScheme, forcedColors: 'none' })
    })
    await test.step('without style sheets', async () => this.report('without style sheets, what is said stays, in the same order', await lostWithoutStyle(page)))
  }
}
