// axe, and what it has to find wrong on a page of the build that stands there without scripts: nothing.

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect } from '@playwright/test'

export const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Goes to a static page, where axe finds nothing wrong and nothing is cut off. */
export async function seeNothingWrongIn(page, file, { colorScheme, width }) {
  await page.setViewportSize({ width, height: 900 })
  await page.emulateMedia({ colorScheme })
  await page.goto(file)
  await page.evaluate(AXE)
  const { violations } = await page.evaluate(() => globalThis.axe.run())
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
}
