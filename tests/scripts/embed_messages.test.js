// What the frame of <casd-simulator> may tell a host: an estimate, a number, a height.

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { isHeight, isNumber, isQuote } from '../../web/embed_messages.js'

const NUMBER = 'CASD1QJNN4RFP8255897Y2U2EW'

test('a number is one without hyphens, of any length that the simulator issues, or none', () => {
  for (const number of [null, NUMBER, `CASD1${'Q'.repeat(6)}`, `CASD1P${'7Y2U'.repeat(200)}`, `CASD1${'0'.repeat(995)}`]) assert.ok(isNumber(number), number)
  for (const number of [
    undefined, '', 7, {}, [NUMBER], '<b>', 'CASD1', 'CASD1QQQQQ', 'CASD-1QJN-N4RF-P825-5897-Y2U2-EW', NUMBER.toLowerCase(),
    ` ${NUMBER}`, `${NUMBER}\n`, `${NUMBER}<`, `CASD2${'Q'.repeat(9)}`, `CASD1${'0'.repeat(996)}`,
  ]) assert.ok(!isNumber(number), String(number))
})

test('numbers may be as long as those that the simulator opens', () => {
  const code = readFileSync(new URL('../../crates/tariff/src/number/parse.rs', import.meta.url), 'utf8')
  const most = Number(/const MAX_LENGTH: usize = ([\d_]+);/.exec(code)[1].replace('_', ''))
  assert.ok(isNumber(`CASD1${'0'.repeat(most - 5)}`))
})

test('an estimate has a number, an amount with two decimals and a currency, or nothing', () => {
  for (const quote of [[null, null, null], [NUMBER, '2454.00', 'EUR'], [null, '-0.50', 'EUR'], [NUMBER, '999999999999.99', 'CHF']]) assert.ok(isQuote(...quote), quote.join(' '))
  for (const quote of [
    [], [NUMBER], [NUMBER, '2454', 'EUR'], [NUMBER, '2454.0', 'EUR'], [NUMBER, '2,454.00', 'EUR'], [NUMBER, 2454, 'EUR'],
    [NUMBER, '1.00', 'euros'], [NUMBER, '1.00', 'eur'], [NUMBER, '1.00', ['EUR']], ['<b>', '1.00', 'EUR'], [NUMBER, '1234567890123.00', 'EUR'],
  ]) assert.ok(!isQuote(...quote), quote.join(' '))
})

test('a height is a number of pixels that a page can have', () => {
  for (const height of [1, 0.5, 960, 99_999]) assert.ok(isHeight(height), String(height))
  for (const height of [0, -1, 1e5, 1e9, NaN, Infinity, '500', null, undefined, {}, [300]]) assert.ok(!isHeight(height), String(height))
})
