// Whether CASD's price list needs the reader, which is a module of its own.

import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { isKnown } from '../../web/known.js'

const BOOK = '{ "lists": [{ "id": "é" }] }\n'
globalThis.PARTS = { book: createHash('sha256').update(BOOK).digest('base64') }

test('a book that was there when the page was built, or one without lists, needs no reader; any other does', async () => {
  for (const [json, known] of [
    [BOOK, true],
    [`${BOOK} `, false],
    ['{ "lists": [] }', true],
    ['{ "lists": [], "$schema": "new" }', true],
    ['{ "lists": [{}] }', false],
    // What is wrong with these, the reader says.
    ['', false],
    ['{}', false],
    ['null', false],
    ['<!doctype html>', false],
    ['{ "lists": [', false],
  ]) {
    assert.equal(await isKnown(json), known, json)
  }
})
