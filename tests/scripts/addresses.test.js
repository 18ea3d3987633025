// The page's own pairs of an address, and the language that it opens in.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { OURS, languageOf, queryIn, queryWith } from '../../web/addresses.js'

test('the language is that of the address, else the one chosen before, else the browser’s, else English', () => {
  for (const [query, chosen, preferred, lang] of [
    ['?lang=en', 'fr', ['fr-FR'], 'en'],
    ['?lang=fr-CA', 'en', ['en-GB'], 'fr'],
    ['', 'fr', ['en-GB'], 'fr'],
    ['?lang=de', 'fr', ['en-GB'], 'fr'],
    ['?lang=', null, ['fr-FR', 'en'], 'fr'],
    ['', null, ['de-DE', 'fr-BE', 'en'], 'fr'],
    ['', null, ['de-DE', 'en-US', 'fr'], 'en'],
    ['', null, ['de', 'es'], 'en'],
    ['', 'xx', [], 'en'],
    ['', null, [], 'en'],
    // A tag that begins with the letters of another language: Frisian, and one of the Philippines.
    ['?lang=fry', 'ene', ['frr', 'enb'], 'en'],
    ['?lang=fry', null, ['fr'], 'fr'],
  ]) {
    assert.equal(languageOf(query, chosen, preferred), lang, JSON.stringify([query, chosen, preferred]))
  }
})

test('a link leaves out what the page itself wrote or took from the address, and keeps what is the host’s', () => {
  for (const [query, link] of [
    ['', '?lang=en'],
    ['?lang=fr', '?lang=en'],
    ['?lang=fr&view=check&date=2027-01-01&offer=pmsi&start=2027-01-01&months=6&users=4&students=1', '?lang=en'],
    ['?renewal=yes&renewal&configuration=configuration-1&box=6&box&option-automatic-exports=yes&option-x=', '?lang=en'],
    ['?funder=A&box-funder=B&box-host=C', '?lang=en'],
    ['?utm_source=casd&lang=fr&id=3', '?lang=en&utm_source=casd&id=3'],
    // As they were written: neither decoded nor put in another order; twice where they were there twice.
    ['?q=a%20b+c&q=%C3%A9&users=2&z&a=1', '?lang=en&q=a%20b+c&q=%C3%A9&z&a=1'],
    // Names that only begin like the page's own.
    ['?language=fr&viewer=1&users2=3&boxes=4&options=5&offers', '?lang=en&language=fr&viewer=1&users2=3&boxes=4&options=5&offers'],
    ['?&&a=1&', '?lang=en&a=1'],
  ]) {
    assert.equal(queryIn('en', OURS, query), link, query)
  }
})

test('the language of an address changes alone', () => {
  assert.equal(queryIn('fr', /^lang=/, '?users=4&lang=en&view=kept&a=%20'), '?lang=fr&users=4&view=kept&a=%20')
  assert.equal(queryIn('en', /^lang=/, ''), '?lang=en')
})

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
