// Which headings show that they have the focus: those that keys led to.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { followLastInput } from '../../web/last_input.js'

test('the root says whether keys were used last, and shortcuts of browser and system do not count', () => {
  const root = { toggleAttribute: (name, is) => { root[name] = is } }
  const page = new EventTarget()
  followLastInput(root, page)
  const press = (key, modifiers) => page.dispatchEvent(Object.assign(new Event('keydown'), { key, ...modifiers }))
  assert.ok(!root['data-keys'])
  press('l', { metaKey: true })
  press('Alt', { altKey: true })
  press('Control', { ctrlKey: true })
  assert.ok(!root['data-keys'])
  press('Tab', { shiftKey: true })
  assert.ok(root['data-keys'])
  page.dispatchEvent(new Event('pointerdown'))
  assert.ok(!root['data-keys'])
  press('Enter')
  assert.ok(root['data-keys'])
})
