// The view in the query of an address.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { queryWith } from '../../web/addresses.js'

test('a view takes the place of another in the address, and all else stays as it was written', () => {
  for (const [view, query, expected] of [
    ['check', '', 'view=check'],
    ['check', '?lang=fr', 'lang=fr&view=check'],
    ['plan', '?view=check&lang=fr&q=a%20b+c', 'lang=fr&q=a%20b+c&view=plan'],
    ['', '?lang=fr&view=plan&users=2', 'lang=fr&users=2'],
    ['', '?view', ''],
    ['', '?view=&viewer=1', 'viewer=1'],
    ['compare', '?&&a', 'a&view=compare'],
  ]) {
    assert.equal(queryWith(view, query), expected, `${view} ${query}`)
  }
})
