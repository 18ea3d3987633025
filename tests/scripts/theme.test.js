// The host's colours over those of style/page.css: whatever a host gives, every text can be read.

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { contrast, written } from '../../web/contrast.js'
import { chosen } from '../../web/theme_colours.js'

const CSS = readFileSync(new URL('../../style/page.css', import.meta.url), 'utf8')
const hex = (text) => {
  const digits = text.length === 4 ? [...text.slice(1)].map((digit) => digit + digit) : text.slice(1).match(/../g)
  return digits.map((pair) => parseInt(pair, 16) / 255)
}
const paletteIn = (rule) => Object.fromEntries([...rule.matchAll(/(--[\w-]+): (#[0-9a-f]+);/g)].map(([, name, value]) => [name, hex(value)]))
const [light, dark] = [...CSS.matchAll(/:root \{([^}]*)\}/g)].map(([, rule]) => paletteIn(rule))
const PALETTES = { light, dark }

/** What is read on what, wherever the style sheets say so, and how much it needs. */
const PAIRS = [
  ...['--paper', '--ground', '--wash', '--error-wash', '--mark'].map((ground) => ['--ink', ground, 4.5]),
  ...['--paper', '--ground', '--wash'].map((ground) => ['--muted', ground, 4.5]),
  ...['--paper', '--ground', '--wash', '--error-wash'].map((ground) => ['--accent', ground, 4.5]),
  ['--on-accent', '--accent', 4.5],
  ['--error', '--paper', 4.5],
  ['--saving', '--paper', 4.5],
  ['--edge', '--paper', 3],
]

/** What a host gives: colours as `#rrggbb`, or texts that are no colour. */
const given = (colours, suffix = '') =>
  Object.fromEntries(Object.entries(colours).map(([name, value]) => {
    const colour = /^#([0-9a-f]{3}){1,2}$/.test(value) ? hex(value) : undefined
    return [name, { name: `--casd-${name}${suffix}`, value, colour }]
  }))

/** The pairs that cannot be read, once the page has those colours. */
function unreadable(page, properties) {
  const all = { ...page, ...properties }
  return PAIRS.filter(([text, ground, needed]) => contrast(all[text], all[ground]) < needed).map((pair) => pair.join(' on '))
}

for (const [scheme, page] of Object.entries(PALETTES)) {
  test(`the page’s own colours can be read: ${scheme}`, () => {
    assert.equal(Object.keys(page).length, 13)
    assert.deepEqual(unreadable(page, {}), [])
  })

  test(`no combination of colours makes the page hard to read: ${scheme}`, () => {
    const tried = [undefined, '#fff', '#999', '#767676', '#5a5a5a', '#000', '#ffe600', '#8b0000', '#ffc0cb', '#00664f']
    let some = 0
    for (const text of tried) for (const surface of tried) for (const background of tried) for (const accent of tried) {
      const colours = Object.fromEntries(Object.entries({ text, surface, background, accent }).filter(([, value]) => value))
      const { properties, refused } = chosen(given(colours), page)
      const wrong = unreadable(page, properties)
      if (wrong.length) assert.deepEqual(wrong, [], JSON.stringify(colours))
      // What is applied and what is refused are, together, what was given.
      const applied = Object.keys(colours).length - refused.length
      assert.ok(applied >= 0)
      assert.equal(Object.keys(properties).length > 0, applied > 0, JSON.stringify(colours))
      if (applied) some += 1
    }
    assert.ok(some > 2_000, `colours were applied ${some} times: the page refuses too much`)
  })
}

test('colours that can be read are applied as they are, and what follows from them is mixed', () => {
  const { properties, refused } = chosen(given({ text: '#222222', surface: '#fffffa', background: '#eeeeff', accent: '#663399' }), light)
  assert.deepEqual(refused, [])
  const shown = Object.fromEntries(Object.entries(properties).map(([name, colour]) => [name, written(colour)]))
  assert.deepEqual(shown, {
    '--ink': 'rgb(34 34 34)',
    '--paper': 'rgb(255 255 250)',
    '--ground': 'rgb(238 238 255)',
    '--accent': 'rgb(102 51 153)',
    '--on-accent': 'rgb(255 255 255)',
    '--wash': 'rgb(237 231 238)',
    '--muted': 'rgb(100 100 99)',
    '--edge': 'rgb(133 133 131)',
    '--line': 'rgb(211 211 207)',
  })
})

test('a light text is taken with a dark surface, and refused without', () => {
  const together = chosen(given({ text: '#ffffff', surface: '#000000', background: '#000000', accent: '#ffff00' }), dark)
  assert.deepEqual(together.refused, [])
  assert.equal(written(together.properties['--on-accent']), 'rgb(0 0 0)')
  const alone = chosen(given({ text: '#ffffff' }), light)
  assert.deepEqual(alone.refused.map(({ name, ratio }) => [name, ratio]), [['--casd-text', 1]])
  assert.deepEqual(alone.properties, {})
})

test('what cannot be read is refused with the contrast that it has and the one that is needed, and the rest is applied', () => {
  const { properties, refused } = chosen(given({ accent: '#ffe600', surface: '#fafafa', background: 'half', text: 'nothing' }), light)
  assert.deepEqual(refused, [
    { name: '--casd-text', value: 'nothing', why: 'it is not an opaque colour' },
    { name: '--casd-background', value: 'half', why: 'it is not an opaque colour' },
    {
      name: '--casd-accent',
      value: '#ffe600',
      why: 'its contrast with the surface is 1.21, at least 4.5 is needed',
      ratio: 1.21,
      needed: 4.5,
    },
  ])
  assert.equal(written(properties['--paper']), 'rgb(250 250 250)')
  assert.equal(written(properties['--accent']), written(light['--accent']))
})

test('a ratio is never rounded up to what is needed', () => {
  // 4.499…: a text that is told to have 4.5 would seem to have enough.
  const grey = (part) => Array(3).fill(part / 255)
  for (let part = 110; part < 126; part += 1) {
    const host = { text: { name: 'a', value: 'b', colour: grey(part + 0.5) } }
    for (const { ratio } of chosen(host, light).refused) assert.ok(ratio < 4.5, `${part}: ${ratio}`)
  }
})

test('of a pair that cannot be read the text gives way first', () => {
  const { properties, refused } = chosen(given({ text: '#777777', surface: '#1e1e1e' }, '-dark'), dark)
  assert.deepEqual(refused.map(({ name }) => name), ['--casd-text-dark'])
  assert.match(refused[0].why, /^its contrast with the surface is 3\./)
  assert.equal(written(properties['--paper']), 'rgb(30 30 30)')
  assert.deepEqual(unreadable(dark, properties), [])
})

test('a host that gives no colour changes none', () => {
  assert.deepEqual(chosen({}, light), { properties: {}, refused: [] })
})
