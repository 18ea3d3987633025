// The integration page: from a few choices, the code that puts the simulator into a page of another
// site, and the simulator as it will look there.

import { WORDS } from './integration_words.js'
import { tell } from './said.js'

const EMBED = new URL('./embed.js', import.meta.url).href
const PAGE = new URL('./index.html', import.meta.url).href
const { origin } = new URL(PAGE)

/** What the simulator has by itself, and the code need not say. */
const OWN = { accent: '#1d4f91', accentDark: '#9cc3f5' }
/** The largest numbers that the fields take. */
const MOST = { users: 9999, months: 9999, radius: 32, width: 200 }
/** How many events are shown. */
const SHOWN = 6
/** How long a choice rests before screen readers are told what is wrong, in milliseconds. */
const REST = 1_500

/** An element: its attributes or properties, and what it contains. */
function make(name, attributes = {}, ...children) {
  const element = document.createElement(name)
  for (const [attribute, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(attribute, value)
    else if (value !== undefined) element.setAttribute(attribute, value)
  }
  element.append(...children)
  return element
}

const preferred = new URLSearchParams(location.search).get('lang') ?? navigator.language
let lang = preferred.startsWith('fr') ? 'fr' : 'en'
const choices = { lang, offer: 'standard', users: '', months: '', date: '', theme: 'auto', radius: '', width: '', ...OWN }
/** What is wrong with a choice, as a sentence in a language. */
const wrong = {}
const events = []

const words = () => WORDS[lang]
const decimal = (number) => number.toLocaleString(lang, { minimumFractionDigits: 1, maximumFractionDigits: 2 })

// What follows from the choices

const right = (name) => (wrong[name] ? '' : choices[name])

/** The attributes of the element. */
function attributes() {
  const given = Object.fromEntries(['lang', 'offer', 'users', 'months', 'date', 'theme'].map((name) => [name, right(name)]))
  if (given.theme === 'auto') given.theme = ''
  return given
}

/** The custom properties of the element. */
function properties() {
  const changed = (name) => (right(name) === OWN[name] ? '' : right(name))
  return {
    '--casd-accent': changed('accent'),
    '--casd-accent-dark': changed('accentDark'),
    '--casd-radius': right('radius') && `${right('radius')}px`,
    '--casd-width': right('width') && `${right('width')}rem`,
  }
}

const given = (values) => Object.entries(values).filter(([, value]) => value)
const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;')

const CODE = {
  element() {
    const written = given(attributes()).map(([name, value]) => ` ${name}="${escaped(value)}"`).join('')
    return `<script async src="${escaped(EMBED)}"></script>\n<casd-simulator${written}></casd-simulator>`
  },
  sheet() {
    const lines = given(properties()).map(([name, value]) => `  ${name}: ${value};\n`).join('')
    return lines && `casd-simulator {\n${lines}}`
  },
  frame() {
    const presets = given(attributes()).filter(([name]) => name !== 'theme').map((pair) => pair.join('='))
    const address = escaped(`${PAGE}?${presets.join('&')}`)
    const title = choices.lang === 'fr' ? 'Simulateur de coût du CASD' : 'CASD cost simulator'
    return `<iframe src="${address}" title="${title}" width="100%" height="900" allow="clipboard-write" referrerpolicy="no-referrer"></iframe>`
  },
}

// The preview stays in its place while the page around it changes: moved, a frame loads again.

const preview = document.createElement('casd-simulator')
for (const name of ['quote', 'number', 'refused']) {
  preview.addEventListener(`casd:${name}`, ({ type, detail }) => {
    if (name === 'refused') refuse(detail)
    events.unshift(`${type} ${JSON.stringify(detail)}`)
    events.splice(SHOWN)
    showEvents()
  })
}

function applyToPreview() {
  for (const [name, value] of Object.entries(attributes())) {
    if (value && value !== preview.getAttribute(name)) preview.setAttribute(name, value)
    else if (!value) preview.removeAttribute(name)
  }
  for (const [name, value] of Object.entries(properties())) preview.style.setProperty(name, value)
}

function refuse({ name, value, ratio, needed }) {
  const choice = { '--casd-accent': 'accent', '--casd-accent-dark': 'accentDark' }[name]
  if (choice && value === choices[choice]) {
    wrong[choice] = ({ unreadable }) => unreadable(decimal(ratio), decimal(needed))
    announce()
  }
  showWrong()
  showCode()
}

// The page

const places = (name) => make('div', { class: name }, make('p', { role: 'status' }), make('p', { role: 'alert' }))
const said = places('said')
const announcement = places('announcement')

/** Has screen readers told what is wrong, once choices rest; what they were told already is not said again. */
let due
function announce() {
  clearTimeout(due)
  const sentence = ([name, why]) => `${words()[name]}${words().colon} ${why(words())}`
  due = setTimeout(() => tell(announcement, '', Object.entries(wrong).map(sentence).join(' ')), REST)
}

function choose(name, value) {
  choices[name] = value.trim()
  delete wrong[name]
  if (name in MOST && choices[name] && !(/^\d{1,4}$/.test(choices[name]) && choices[name] <= MOST[name])) {
    wrong[name] = ({ wholeNumber }) => wholeNumber(MOST[name])
  }
  tell(said, '')
  announce()
  applyToPreview()
  showWrong()
  showCode()
}

const onInput = (name) => ({ target }) => choose(name, target.value)

function field(name, label, input, hint) {
  const help = hint && make('p', { class: 'hint', id: `${name}-hint` }, hint)
  const error = make('p', { class: 'error', id: `${name}-error` })
  input.id = name
  input.setAttribute('aria-describedby', help ? `${name}-hint ${name}-error` : `${name}-error`)
  input.addEventListener('input', onInput(name))
  return make('div', { class: 'field' }, make('label', { for: name }, label), ...(help ? [help] : []), input, error)
}

const entry = (name, type = 'text') => {
  const input = make('input', { type, inputmode: name in MOST ? 'numeric' : undefined, autocomplete: 'off' })
  input.value = choices[name]
  return input
}

const selection = (name, labels) => {
  const options = Object.entries(labels).map(([value, label]) => make('option', { value }, label))
  const select = make('select', {}, ...options)
  select.value = choices[name]
  return select
}

const headed = (name, id, heading, ...children) =>
  make('section', { 'aria-labelledby': id, class: name }, make('h2', { id }, heading), ...children)

const code = (name) => {
  const copy = make('button', { type: 'button', click: () => copyCode(name) }, words().copy[name])
  const shown = make('pre', { id: `code-${name}`, tabindex: '0', 'aria-label': words()[name] })
  return make('div', { id: `part-${name}` }, make('h3', {}, words()[name]), shown, copy)
}

async function copyCode(name) {
  // What is said once more is read out once more.
  tell(said, '')
  try {
    await navigator.clipboard.writeText(CODE[name]())
    tell(said, words().copied)
  } catch {
    tell(said, '', words().notCopied)
  }
}

function showCode() {
  for (const name of Object.keys(CODE)) {
    const text = CODE[name]()
    document.getElementById(`code-${name}`).textContent = text
    document.getElementById(`part-${name}`).hidden = !text
  }
}

function showWrong() {
  for (const name of Object.keys(choices)) {
    document.getElementById(`${name}-error`).textContent = wrong[name]?.(words()) ?? ''
    document.getElementById(name).toggleAttribute('aria-invalid', false)
    if (wrong[name]) document.getElementById(name).setAttribute('aria-invalid', 'true')
  }
}

function showEvents() {
  const lines = events.length ? events.map((event) => make('code', {}, event)) : [words().none]
  document.getElementById('events').replaceChildren(...lines.map((line) => make('li', {}, line)))
}

function table(caption, names) {
  const [name, what] = words().columns
  const rows = names.map((one) =>
    make('tr', {}, make('th', { scope: 'row' }, make('code', {}, one)), make('td', {}, words().what[one])))
  return make('table', {}, make('caption', {}, caption),
    make('thead', {}, make('tr', {}, make('th', { scope: 'col' }, name), make('th', { scope: 'col' }, what))),
    make('tbody', {}, ...rows))
}

function reference() {
  const names = Object.keys(words().what)
  const starting = (start) => names.filter((name) => name.startsWith(start))
  const policy = `script-src ${origin};\nframe-src ${origin}`
  return headed('reference', 'reference-heading', words().reference,
    table(words().attributes, names.filter((name) => !/^--|:/.test(name))),
    table(words().properties, starting('--')),
    table(words().eventTable, starting('casd:')),
    make('h3', {}, words().policy), make('p', {}, words().policyHelp),
    make('pre', { tabindex: '0', 'aria-label': 'Content-Security-Policy' }, policy), make('p', {}, words().framing))
}

function show() {
  const w = words()
  document.documentElement.lang = lang
  document.title = `${w.title} – ${w.subtitle}`
  const optional = (label) => `${label} (${w.optional})`
  const pair = (...fields) => make('div', { class: 'pair' }, ...fields)
  const group = (legend, ...fields) => make('fieldset', {}, make('legend', {}, legend), ...fields)
  const form = make('form', { class: 'project', 'aria-labelledby': 'choices-heading', submit: (event) => event.preventDefault() },
    make('h2', { id: 'choices-heading' }, w.choices), announcement,
    group(w.start,
      field('lang', w.lang, selection('lang', w.langs)),
      field('offer', w.offer, selection('offer', w.offers)),
      pair(field('users', optional(w.users), entry('users')), field('months', optional(w.months), entry('months'))),
      field('date', optional(w.date), entry('date', 'date'), w.dateHelp)),
    group(w.look,
      field('theme', w.theme, selection('theme', w.themes)),
      pair(field('accent', w.accent, entry('accent', 'color')), field('accentDark', w.accentDark, entry('accentDark', 'color'))),
      pair(field('radius', optional(w.radius), entry('radius')), field('width', optional(w.width), entry('width')))))
  const codes = headed('sheet', 'code-heading', w.code, code('element'), code('sheet'), code('frame'),
    make('p', { class: 'hint' }, w.frameHelp), said,
    make('h3', {}, w.events), make('p', { class: 'hint' }, w.eventsHelp), make('ol', { class: 'events', id: 'events' }))
  const other = lang === 'fr' ? 'en' : 'fr'
  document.getElementById('top').replaceChildren(
    make('button', { type: 'button', class: 'quiet language', lang: other, click: () => speak(other) }, w.otherLanguage),
    make('header', {}, make('h1', {}, w.title), make('p', { class: 'subtitle' }, w.subtitle), make('p', {}, w.intro)))
  document.getElementById('columns').replaceChildren(form, codes)
  document.getElementById('preview-heading').textContent = w.preview
  document.getElementById('preview-hint').textContent = w.previewHelp
  document.getElementById('reference').replaceChildren(reference())
  showWrong()
  showCode()
  showEvents()
}

/** Changes the language of the page; the preview has its own. */
function speak(other) {
  lang = other
  // It was said in the other language.
  for (const place of [said, announcement]) tell(place, '')
  show()
  document.querySelector('.language').focus()
}

applyToPreview()
show()
document.getElementById('preview').append(preview)
