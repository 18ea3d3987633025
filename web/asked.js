// What a visitor asks for, loaded only then: the documents, the views of the annexe, and what the
// browser does with them. Contents and sentences come from the wasm modules; here are only the
// browser's own acts.

import * as annexe from 'annexe'
import * as pdfWriter from 'pdf'
import * as plan from 'plan'
import * as priceReader from 'prices'
import * as workbench from 'workbench'
import { queryWith } from './addresses.js'
import { frame } from './frame.js'
import { tell } from './said.js'
import planStyle from '../style/plan.css'
import viewsStyle from '../style/views.css'
import workbenchStyle from '../style/workbench.css'

const MODULES = { annexe, pdf: pdfWriter, plan, prices: priceReader, workbench }
const loaded = {}
/** The price book in use, packed, where it is not the modules' own. */
let book

/** One of the modules, checked as it is loaded; it is asked for again where that failed. */
function load(name) {
  const { address, integrity } = PARTS[name]
  const module = MODULES[name]
  loaded[name] ??= module
    .default({ module_or_path: fetch(new URL(address, import.meta.url), { integrity }) })
    .then(() => {
      if (book) module.use_book?.(book)
      return module
    })
  loaded[name].catch(() => { delete loaded[name] })
  return loaded[name]
}

/** Reads CASD's own price book, checks it and packs it: for the page, and for the modules loaded later. */
export async function pack(json, isPreview) {
  book = (await load('prices')).pack(json, isPreview)
  return book
}

const lang = () => document.documentElement.lang
/** The link of the simulation that an element stands for. */
const linkOf = (from) => from.closest('[data-link]').dataset.link
/** What stands on the form as text; the names of institutions are there alone. The page hands it over. */
let form = () => ''

// Files

async function pdf(link) {
  const [annexe, writer] = await Promise.all([load('annexe'), load('pdf')])
  const bytes = writer.pdf(link, form(), lang(), annexe.json(link, form(), lang()))
  return new File([bytes], annexe.file_name(link, 'pdf'), { type: 'application/pdf' })
}

async function eml(link) {
  const annexe = await load('annexe')
  const bytes = new Uint8Array(await (await pdf(link)).arrayBuffer())
  const draft = annexe.eml(link, form(), lang(), bytes)
  return new File([draft], annexe.file_name(link, 'eml'), { type: 'message/rfc822' })
}

async function csv(link) {
  const annexe = await load('annexe')
  return new File([annexe.csv(link, form(), lang())], annexe.file_name(link, 'csv'), { type: 'text/csv' })
}

async function json(link) {
  const annexe = await load('annexe')
  return new File([annexe.json(link, form(), lang())], annexe.file_name(link, 'json'), { type: 'application/json' })
}

async function save(file, from) {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = file.name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
  if (from) tell(besides(from), (await load('annexe')).saved(lang(), file.name))
}

async function share(file, from) {
  if (!navigator.canShare?.({ files: [file] })) return save(file, from)
  try {
    await navigator.share({ files: [file] })
  } catch (error) {
    // Closing the sheet is no mistake; where it is refused, the file is still of use.
    if (error.name !== 'AbortError') await save(file, from)
  }
}

/** Where it is said, beside the element that asked, what came of it. */
const besides = (from) => from.parentElement.querySelector('.said')

// Addresses: the page and the annexe share nothing but the address and the history beside it.

/** Lets the page write what stands on it into the address, as it does when a visitor turns away. */
function settle() {
  writeNote()
  dispatchEvent(new Event('blur'))
}

function goTo(change, state) {
  const address = new URL(location)
  change(address)
  history.pushState(state, '', address)
}

/** Opens a number, or a form as the page kept it, in the simulator. */
function open(number, form) {
  settle()
  goTo((address) => {
    address.search = queryWith('', location.search)
    address.hash = number ?? ''
  }, form)
  dispatchEvent(new PopStateEvent('popstate'))
}

/** The view that the address names, and the module that it is part of. */
const viewNow = () => new URLSearchParams(location.search).get('view') ?? ''
const moduleOf = (name) => ({ prices: 'workbench', plan: 'plan', compare: 'plan' })[name] ?? 'annexe'
const shown = new Set()

/** A view's style comes with it, once: what all views share, and its own. */
const sheets = { views: viewsStyle, plan: planStyle, workbench: workbenchStyle }
function style(name) {
  if (!sheets[name]) return
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(sheets[name])
  document.adoptedStyleSheets.push(sheet)
  delete sheets[name]
}

const hand = (name, type, bytes) => save(new File([bytes], name, { type }))
/** Loads what a view of a module needs; gives what then shows it, or hides the module where none is named. */
const ready = {
  async annexe(name) {
    const { show } = await load('annexe')
    return () => show(name, lang(), open, lead, hand)
  },
  async workbench(name) {
    const [{ show }, inUse] = await Promise.all([load('workbench'), priceList()])
    return () => show(name === 'prices', lang(), inUse, open, lead, hand)
  },
  async plan(name) {
    const [{ show }, calendar] = await Promise.all([load('plan'), name === 'plan' ? sessions() : undefined])
    return () => showPlan(show, name, calendar)
  },
}

/** Shows a view of the plan, or hides it. */
function showPlan(show, name, calendar) {
  const link = document.querySelector('#simulator .sheet [data-link]')?.dataset.link ?? ''
  const [first, ...others] = location.hash.slice(1).split('&')
  const comparison = new URL(link || location.href)
  comparison.search = queryWith('compare', comparison.search)
  comparison.hash = ''
  const asked = { view: name, lang: lang(), link, form: form(), first, others, comparison: comparison.href, calendar }
  show(asked, open, lead, hand, note)
}
/** The calendar of enrolment sessions beside the page; nothing where it could not be loaded. */
async function sessions() {
  try {
    // The rest of the plan waits for it.
    const response = await fetch('enrolment-sessions.json', { cache: 'no-cache', signal: AbortSignal.timeout?.(5_000) })
    if (response.ok) return await response.text()
    // Whoever has no calendar serves none.
    if (response.status === 404) return '{ "sessions": [] }'
  } catch { /* The view says so. */ }
}
/** Has the address name these variants beside the simulation on the form. */
let noted, unwritten
function note(numbers) {
  clearTimeout(noted)
  unwritten = numbers
  // Browsers limit how often a page may do this.
  noted = setTimeout(writeNote, 300)
}
/** Before anything else happens to the address, it names them. */
function writeNote() {
  clearTimeout(noted)
  // On another page of the history they have no place.
  if (viewNow() !== 'compare') unwritten = undefined
  if (unwritten === undefined) return
  const [first] = location.hash.slice(1).split('&')
  const held = document.querySelector('#simulator .sheet [data-link]')?.dataset.link ?? ''
  const numbers = [first || held.split('#')[1] || '', ...(unwritten ? [unwritten] : [])]
  unwritten = undefined
  history.replaceState(history.state, '', `#${numbers.join('&')}`)
}
/** CASD's own price list, as it stands beside the page; it is asked for again where that failed. */
let inUse
function priceList() {
  inUse ??= fetch('price-list.json', { cache: 'no-cache' }).then((response) => {
    if (response.ok) return response.text()
    if (response.status === 404) return '{ "lists": [] }'
    // A new file that leaves out what is in use would lose its numbers.
    throw new Error(response.status)
  })
  inUse.catch(() => { inUse = undefined })
  return inUse
}

/** Shows the view that the address names, or none. */
async function show() {
  writeNote()
  const name = viewNow()
  const here = name && moduleOf(name)
  // Before the focus goes back there.
  if (!here) document.querySelector('#simulator > main').hidden = false
  // Nothing has to be brought up to date that was never shown. What goes, goes first.
  const modules = [...[...shown].filter((one) => one !== here), ...(here ? [here] : [])]
  const views = await Promise.all(modules.map((one) => ready[one](one === here ? name : '')))
  // Whoever is elsewhere by now is shown that.
  if (viewNow() !== name) return
  for (const [at, module] of modules.entries()) {
    style('views')
    style(module)
    shown.add(module)
    views[at]()
  }
  // Once the views have settled.
  requestAnimationFrame(label)
}

/** The title says which view is in sight, and the form is hidden behind it, without styles too. */
function label() {
  const [title, subtitle, view] = [...document.querySelectorAll('h1, .subtitle, #annexe-heading')].map(({ textContent }) => textContent)
  document.title = [view, title, subtitle].filter(Boolean).join(' – ')
  document.querySelector('#simulator > main').hidden = Boolean(view)
}

async function view(name) {
  // The way back needs nothing.
  if (name) await load(moduleOf(name))
  settle()
  goTo((address) => { address.search = queryWith(name, location.search) }, history.state)
  return show()
}

/** Goes from one view to another: whoever leads there has no button of the page's, which would be busy. */
const lead = (name) =>
  perform('view', name, form).catch(() => { document.getElementById('not-loaded').hidden = false })

// Where the annexe cannot be loaded, whoever asks for it next is told.
const update = () => show().catch(() => {})
addEventListener('storage', update)
const onLanguage = (act) => new MutationObserver(act).observe(document.documentElement, { attributeFilter: ['lang'] })
onLanguage(update)

// A file that is opened

async function importFile(file) {
  if (viewNow() === 'prices') {
    const workbench = await load('workbench')
    return workbench.open_file(file.size, file.size > workbench.max_file_bytes() ? '' : await file.text().catch(() => ''))
  }
  const annexe = await load('annexe')
  // Longer ones are refused unread, and what is no file (a folder) has no text: `annexe` says so.
  const text = file.size > annexe.max_file_bytes() ? '' : await file.text().catch(() => '')
  const read = annexe.import_file(file.size, text, lang())
  // It is said beside the field on the form.
  if (!read.number && viewNow()) await view('')
  // What was said of another simulation goes with it.
  if (read.number) open(read.number, read.form)
  tell(document.getElementById('imported'), read.done, read.wrong)
}

// What stands above the page

/** Says that CASD's own prices could not be read, and why; or that these prices are only being tried. */
async function standing(wrong) {
  const annexe = await load('annexe')
  const place = document.getElementById('standing')
  const say = () => {
    place.textContent = `${annexe.standing(lang(), wrong && String(wrong.message ?? wrong))} `
    if (!new URLSearchParams(location.search).has('preview')) return
    // Whatever of the page is in sight.
    Object.assign(place.style, { position: 'sticky', top: 0, zIndex: 2 })
    const back = document.createElement('a')
    back.href = `?lang=${lang()}&view=prices`
    back.textContent = annexe.back_to_workbench(lang())
    place.append(back)
  }
  say()
  onLanguage(say)
}

const DEEDS = {
  pdf: async (from) => save(await pdf(linkOf(from)), from),
  eml: async (from) => save(await eml(linkOf(from)), from),
  csv: async (from) => save(await csv(linkOf(from)), from),
  json: async (from) => save(await json(linkOf(from)), from),
  share: async (from) => share(await pdf(linkOf(from)), from),
  print: () => print(),
  check: () => view('check'),
  kept: () => view('kept'),
  plan: () => view('plan'),
  compare: () => view('compare'),
  prices: () => view('prices'),
  view,
  standing,
  frame,
  show,
  async keep(from) {
    const annexe = await load('annexe')
    const { done, wrong } = annexe.keep(linkOf(from), form(), lang())
    tell(besides(from), done, wrong)
  },
  async import(from) {
    const [file] = from.files
    // So that the same file can be chosen again.
    if ('value' in from) from.value = ''
    if (file) await importFile(file)
  },
}

/** Does what was asked for; an element that asks is busy meanwhile. */
export async function perform(what, from, pageForm) {
  form = pageForm
  const element = from instanceof Element ? from : document.body
  element.setAttribute('aria-busy', 'true')
  // Before, not after: what was asked for meanwhile may fail.
  document.getElementById('not-loaded').hidden = true
  try {
    await DEEDS[what]?.(from)
  } finally {
    element.removeAttribute('aria-busy')
  }
}
