// What holds for the style sheets, whatever shows them.

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'

/** The declarations of each rule, by its selector; those within @media are left out. */
function rulesOf(css) {
  const plain = css.replace(/\/\*.*?\*\//gs, '').replace(/@[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g, '')
  const rules = {}
  for (const [, selector, body] of plain.matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
    const declarations = body.split(';').map((one) => one.split(/:(.*)/s).slice(0, 2).map((part) => part.trim()))
    Object.assign((rules[selector.trim()] ??= {}), Object.fromEntries(declarations.filter(([name]) => name)))
  }
  return rules
}
const RULES = rulesOf(readFileSync(new URL('../../style/page.css', import.meta.url), 'utf8'))

test('what sticks to an edge of the window stands off from it, and hides what scrolls below', () => {
  const sticky = Object.entries(RULES).filter(([, { position }]) => position === 'sticky')
  assert.deepEqual(sticky.map(([selector]) => selector).toSorted(), ['#standing:has(.preview)', '.bar', '.total'])
  for (const [selector, declared] of sticky) {
    assert.match(declared.background, /^var\(--[a-z-]+\)$/, selector)
    assert.match(declared.padding, /^0\.[1-9]/, selector)
  }
})

test('the bar at the bottom has an edge of its own, and stays clear of what a phone keeps for itself', () => {
  const { 'border-top': edge, 'padding-bottom': below } = RULES['.bar']
  assert.match(edge, /^\dpx solid var\(--[a-z]+\)$/)
  assert.match(below, /env\(safe-area-inset-bottom\)/)
})
