// The browser, as the page uses it: the address and the history, what is remembered, the clock. The
// page (`src/app/browser.rs`) calls it, and it calls the page back.

import { form, forget, number, open, say } from 'casd-simulator'
import { OURS, languageOf, queryIn } from './addresses.js'
import { tell } from './said.js'
import { today } from './today.js'

/** How long the form rests before the total is read out and the address is written, in milliseconds. */
const REST = 1_500
/** How long the address is left alone once it was written, unless the visitor turns from the page. */
const PAUSE = 15_000
const LANGUAGE = 'casd-simulator.lang'
// What was on the form when this window was left, before the history had it. Frames of one page share
// their storage, and have names.
const LEFT = `casd-simulator.left${window.name && `.${window.name}`}`

// A storage that is closed or full forgets, which loses nothing else.
const stored = (storage, act) => {
  try {
    return act(window[storage])
  } catch {
    return null
  }
}

/** The language that the page starts in. */
export const language = () => languageOf(location.search, stored('localStorage', (kept) => kept.getItem(LANGUAGE)), navigator.languages)

// Browsers limit how often a page may do this; a missed write is made up by the next.
const replace = (address, state) => {
  try {
    history.replaceState(state, '', address)
  } catch { /* see above */ }
}
/** Something that no other entry of the history has, and that is no form. */
const mark = () => String(Math.random())

// What the address stands for

const leftInHistory = () => {
  const left = history.state
  if (typeof left === 'string') return left
  // From now on the visitor was here: what a reload takes away is then found again.
  replace(location.href, mark())
  return ''
}
const leftBehind = (inHistory) =>
  stored('sessionStorage', (session) => {
    const [state, address, left] = session.getItem(LEFT)?.split('\n') ?? []
    const isDropped = !inHistory && address === location.href
    if (!left || !(isDropped || state === inHistory)) return null
    session.removeItem(LEFT)
    return left
  })
/** The number in the address; what follows it there are variants to compare it with. */
const named = () => location.hash.slice(1).split('&')[0]
/** A form as text where one was left there, or a number; else nothing. */
const standsFor = (left) => (/^(offer=|CASD)/.test(left) ? left : named())

const openAddress = (left) => {
  const text = standsFor(left)
  if (text) open(text)
}

/** Opens what the address stands for, and from then on follows it. */
export function follow() {
  const inHistory = leftInHistory()
  openAddress(leftBehind(inHistory) ?? inHistory)
  addEventListener('popstate', () => {
    const left = leftInHistory()
    const held = form()
    if ((!held || held === left) && named() === number()) forget()
    else openAddress(left)
  })
}

// What is written into it: beside the address the history keeps what the form holds, so that neither a
// reload nor the back button loses it. The history does not grow.

let said, due, written = -PAUSE, unwritten = 0
// What history and address were when the page began to be left. Browsers drop what is written from then on, and a
// reload then comes to that address with nothing in the history.
let leaving, dropped = ''

function write() {
  if (!due) return
  clearTimeout(due)
  due = 0
  written = performance.now()
  // The history has what is newer than that, unless its write is dropped.
  if (leaving) {
    dropped = leaving.address
    leave()
  } else stay()
  const variants = location.hash.replace(/^[^&]*/, '')
  replace(`${location.pathname}${location.search}#${number()}${variants}`.replace(/#$/, ''), form() || mark())
}

/** Keeps what is on the form for the next page of this window, whichever way it comes back. */
function leave() {
  const left = [leaving?.state ?? history.state ?? '', dropped, form() || number()].join('\n')
  stored('sessionStorage', (session) => session.setItem(LEFT, left))
}

const stay = () => stored('sessionStorage', (session) => session.removeItem(LEFT))

addEventListener('blur', write)
addEventListener('beforeunload', () => {
  // It was not left after all when it was to be left before (a link to an e-mail, say): nothing was dropped.
  if (dropped) stay()
  dropped = ''
  leaving = { state: history.state ?? '', address: location.href }
})
addEventListener('pagehide', () => { if (due) leave() })
// It may be shown again as it was left.
addEventListener('pageshow', () => { [leaving, dropped] = [undefined, ''] })

/** Says something to screen readers: as an alert, where an alert stands in place of the estimate. */
function announce(...words) {
  if (document.querySelector('.sheet > .alert')) words.unshift('')
  tell(document.querySelector('.announcement'), ...words)
}

/** What the page calls. */
export const browser = {
  today,
  changed() {
    // Not the time of day, which may be set back.
    const now = performance.now()
    if (!due) unwritten = now
    clearTimeout(said)
    clearTimeout(due)
    // Until the form has rested nothing is said, rather than what was so before.
    announce('')
    said = setTimeout(() => announce(say()), REST)
    // Whoever never rests has the address written all the same.
    due = setTimeout(write, Math.max(Math.min(now + REST, unwritten + PAUSE), written + PAUSE) - now)
  },
  remember(lang) {
    stored('localStorage', (kept) => kept.setItem(LANGUAGE, lang))
    replace(`${queryIn(lang, /^lang=/, location.search)}${location.hash}`, history.state)
  },
  label(lang, title) {
    // What was said in the other language.
    for (const said of document.querySelectorAll('.said')) tell(said, '')
    document.documentElement.lang = lang
    document.title = title
  },
  link: (number, lang) => `${location.origin}${location.pathname}${queryIn(lang, OURS, location.search)}#${number}`,
}
