// The attributes of <casd-simulator>: what each takes, what it refuses, and what the page's query makes of it.

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { EXPECTED, PRESETS, query } from '../../web/embed_attributes.js'

const TABLE = {
  lang: { takes: ['fr', 'en', 'FR', 'en-GB', 'fr-CA'], refuses: ['', 'de', 'french', 'fry', ' fr'] },
  date: { takes: ['2027-01-31'], refuses: ['', 'tomorrow', '2027-1-31', '31/01/2027', '2027-01-31T00:00', ' 2027-01-31'] },
  offer: { takes: ['standard', 'cohorts', 'pmsi', 'private'], refuses: ['', 'foo', 'PMSI', 'pmsi standard'] },
  start: { takes: ['2027-03-01'], refuses: ['', 'soon', '2027-03'] },
  months: { takes: ['1', '12', '0240'], refuses: ['', 'abc', '-1', '1.5', '12 ', '12345', '१२'] },
  renewal: { takes: ['', 'yes', 'no'], refuses: ['true', 'renewal', 'Yes'] },
  users: { takes: ['0', '4', '9999'], refuses: ['', 'x', '1e3', '10000'] },
  students: { takes: ['0', '2'], refuses: ['', 'two'] },
  configuration: { takes: ['configuration-1', 'vm_2'], refuses: ['', 'a b', 'a&b', 'a=b'] },
  boxes: { takes: ['project', '6', 'project 6 project', '12 24'], refuses: ['', '1,2', 'projects', '6&users=9', 'box'] },
  options: {
    takes: ['automatic-exports', 'a b=2 c=no', 'output-credits=2'],
    refuses: ['', 'a b=&c', 'a=b=c', 'a&b', 'a%20b', '=2'],
  },
  theme: { takes: ['light', 'dark', 'auto'], refuses: ['', 'pink', 'Dark', 'dark light'] },
}

test('each attribute takes what it should, and nothing else', () => {
  assert.deepEqual(Object.keys(EXPECTED).sort(), Object.keys(TABLE).sort())
  for (const [name, { takes, refuses }] of Object.entries(TABLE)) {
    const [pattern, expected] = EXPECTED[name]
    assert.ok(expected, name)
    for (const value of takes) assert.ok(pattern.test(value), `${name}="${value}" is refused`)
    for (const value of refuses) assert.ok(!pattern.test(value), `${name}="${value}" is taken`)
  }
})

test('what is taken is the query of the page', () => {
  for (const [name, value, expected] of [
    ['lang', 'FR', 'lang=fr'],
    ['lang', 'en-GB', 'lang=en'],
    ['date', '2027-01-31', 'date=2027-01-31'],
    ['offer', 'cohorts', 'offer=cohorts'],
    ['start', '2027-03-01', 'start=2027-03-01'],
    ['months', '24', 'months=24'],
    ['renewal', '', 'renewal=yes'],
    ['renewal', 'no', 'renewal=no'],
    ['users', '0', 'users=0'],
    ['students', '1', 'students=1'],
    ['configuration', 'configuration-1', 'configuration=configuration-1'],
    ['boxes', 'project 6', 'box&box=6'],
    ['boxes', '6 ', 'box=6'],
    ['options', 'automatic-exports health-referent=no output-credits=2', 'option-automatic-exports=yes&option-health-referent=&option-output-credits=2'],
    ['options', 'a=no-one', 'option-a=no-one'],
  ]) {
    assert.equal(query(name, value), expected, `${name}="${value}"`)
  }
})

test('nothing that is taken adds a pair of another name to the query', () => {
  const called = (name) => ({ boxes: /^box(=\d+)?$/, options: /^option-[\w-]+=[\w-]*$/ })[name] ?? new RegExp(`^${name}=[\\w-]+$`)
  for (const name of Object.keys(PRESETS)) {
    for (const value of TABLE[name].takes) {
      for (const pair of query(name, value).split('&')) assert.match(pair, called(name), `${name}="${value}"`)
    }
  }
})

test('the guide has each attribute', () => {
  const guide = readFileSync(new URL('../../docs/embedding.md', import.meta.url), 'utf8')
  const rows = [...guide.split('## Appearance')[0].matchAll(/^\| `(\w+)` \|.*\| `(.*)` \|$/gm)]
  assert.deepEqual(rows.map(([, name]) => name).sort(), Object.keys(EXPECTED).sort())
  for (const [, name, example] of rows) {
    const [, value = ''] = /="(.*)"$/.exec(example) ?? []
    assert.ok(EXPECTED[name][0].test(value), example)
  }
})
