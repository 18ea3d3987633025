// Contrasts as WCAG computes them, and colours as browsers write them.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { between, contrast, parsed, written } from '../../web/contrast.js'

const rgb = (...parts) => parts.map((part) => part / 255)

test('contrasts are those of WCAG, whichever colour comes first', () => {
  for (const [one, other, ratio] of [
    [rgb(0, 0, 0), rgb(255, 255, 255), 21],
    [rgb(255, 255, 255), rgb(255, 255, 255), 1],
    // The grey at which a text on white begins to be readable.
    [rgb(118, 118, 118), rgb(255, 255, 255), 4.54],
    [rgb(119, 119, 119), rgb(255, 255, 255), 4.48],
    [rgb(255, 0, 0), rgb(255, 255, 255), 4],
    [rgb(0, 0, 255), rgb(255, 255, 255), 8.59],
    [rgb(0, 128, 0), rgb(255, 255, 255), 5.14],
    [rgb(255, 230, 0), rgb(250, 250, 250), 1.21],
  ]) {
    assert.equal(Number(contrast(one, other).toFixed(2)), ratio, `${written(one)} ${written(other)}`)
    assert.equal(contrast(one, other), contrast(other, one))
  }
})

test('a colour is read as browsers compute it; one that is not opaque is none', () => {
  for (const [text, colour] of [
    ['rgb(29, 79, 145)', 'rgb(29 79 145)'],
    ['rgb(29 79 145)', 'rgb(29 79 145)'],
    ['rgba(29, 79, 145, 1)', 'rgb(29 79 145)'],
    ['color(srgb 0.4 0.2 0.6)', 'rgb(102 51 153)'],
    ['color(srgb 1 1e-7 0)', 'rgb(255 0 0)'],
    // Outside sRGB: the nearest there is.
    ['color(srgb 1.2 -0.3 0.5)', 'rgb(255 0 128)'],
  ]) {
    assert.equal(written(parsed(text)), colour, text)
  }
  for (const text of ['', 'rgba(29, 79, 145, 0.5)', 'rgba(0, 0, 0, 0)', 'color(srgb 1 1 1 / 0.99)', 'currentcolor', 'rgb(1, 2)']) {
    assert.equal(parsed(text), undefined, text)
  }
})

test('a colour between two others has so much of the first', () => {
  assert.equal(written(between(rgb(200, 100, 0), rgb(100, 200, 255), 0.25)), 'rgb(125 175 191)')
  assert.deepEqual(between([1, 0, 0], [0, 1, 0], 1), [1, 0, 0])
  assert.deepEqual(between([1, 0, 0], [0, 1, 0], 0), [0, 1, 0])
})
