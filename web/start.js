// Starts the page, and fetches the rest once a visitor asks for it: an element says what it asks for
// in `data-do`, and asked.js knows how. What is fetched runs only if it is what the build made.

import init, { form, mount, number, open, preset } from 'casd-simulator'
import { isKnown } from './known.js'
import { followLastInput } from './last_input.js'
import { tell } from './said.js'
import { trusted } from './trusted.js'

const beside = (name) => new URL(name, import.meta.url).href

/** The script for what few ask for, checked as it is loaded; asked for again where that failed. */
let attempts = 0
let script
const askedFor = () =>
  (script ??= new Promise((resolve, reject) => {
    // A browser remembers that a script could not be loaded, by its address.
    const address = beside(PARTS.asked.address) + (attempts ? `?${attempts}` : '')
    const element = document.createElement('script')
    Object.assign(element, { type: 'module', integrity: PARTS.asked.integrity, onerror: reject })
    // It is the same script: a page has one of each address.
    element.onload = () => import(address).then(resolve, reject)
    element.src = trusted(address)
    document.head.append(element)
  }).catch((error) => {
    attempts += 1
    script = undefined
    throw error
  }))

const asked = (what, from) =>
  askedFor()
    .then(({ perform }) => perform(what, from, form))
    .catch(() => { document.getElementById('not-loaded').hidden = false })

// CASD's own prices, where there are any beside the page.

/** The price book packed for the page, or nothing where the page's own will do. */
let book
const asks = new URLSearchParams(location.search)
const isPreview = asks.has('preview')
async function prices() {
  try {
    const json = isPreview ? sessionStorage.getItem('casd-simulator.preview') ?? '' : await priceList()
    if (isPreview || !(await isKnown(json))) book = await (await askedFor()).pack(json, isPreview)
  } catch (error) {
    return error
  }
}
async function priceList() {
  // A form with the published lists is better than none. Older browsers wait as long as it takes.
  const response = await fetch('price-list.json', { cache: 'no-cache', signal: AbortSignal.timeout?.(10_000) })
  if (!response.ok) throw `${response.status} ${response.statusText}`
  return response.text()
}
/** The static page of prices takes the simulator's place where a browser has no wasm. */
const withoutWasm = () => {
  const lang = [asks.get('lang'), ...navigator.languages].find((tag) => /^(fr|en)(?![^-])/i.test(tag)) ?? 'en'
  location.replace(`${/^fr/i.test(lang) ? 'tarifs' : 'prices'}.html${location.hash}`)
}

async function start() {
  if (typeof WebAssembly !== 'object') return withoutWasm()
  const { address, integrity } = PARTS.page
  const [wrong] = await Promise.all([prices(), init({ module_or_path: fetch(beside(address), { integrity }) })])
  mount(book)
  if (wrong || isPreview) asked('standing', wrong)
  if (asks.has('view')) asked('show')
  // Back and forward lead into a view before anything of it was asked for, and out of it.
  addEventListener('popstate', () => { if (script || /[?&]view=/.test(location.search)) asked('show') })
  if (parent !== window) asked('frame', { form, number, open, preset })
  // A task that waits for the frame with the estimate. A page in a frame of another leaves this to the page itself.
  else requestAnimationFrame(() => setTimeout(keepForOffline))
}
/** The worker reads again what it keeps: the first estimate would be shown later. */
const keepForOffline = () => navigator.serviceWorker?.register(trusted(beside('sw.js'))).catch(() => {})

start().catch((error) => {
  // Some browsers have it, and refuse to compile.
  if (error instanceof WebAssembly.CompileError) withoutWasm()
  else throw error
})

/** Copies a text, and says beside the button what was copied, or could not be. */
async function copy({ dataset, parentElement }) {
  const { text, copied, notCopied } = dataset
  const said = parentElement.querySelector('.said')
  try {
    await navigator.clipboard.writeText(text)
    tell(said, copied)
  } catch {
    tell(said, '', notCopied)
  }
}

// What was said of a simulation is not said of the next.
const forget = () => { for (const said of document.querySelectorAll('.said')) tell(said, '') }
for (const event of ['input', 'popstate']) addEventListener(event, forget)
// Nor what was said in another language.
new MutationObserver(forget).observe(document.documentElement, { attributeFilter: ['lang'] })
addEventListener('click', (event) => {
  const from = event.target.closest('button, .skip')
  if (!from) return
  forget()
  if (from.href) {
    // The fragment is the number's: the link moves the focus, not the address.
    event.preventDefault()
    document.querySelector('main:not([hidden]) h2')?.focus()
  }
  if (!from.dataset.do) return
  if (from.dataset.do === 'copy') copy(from)
  else asked(from.dataset.do, from)
})
followLastInput(document.documentElement, window)
addEventListener('change', ({ target }) => {
  if (target.dataset.do && target.files[0]) asked(target.dataset.do, target)
})
for (const event of ['dragover', 'drop']) {
  addEventListener(event, (dragged) => {
    if (!dragged.dataTransfer.types.includes('Files')) return
    dragged.preventDefault()
    // The browser takes the list back once this has run: a copy.
    if (event === 'drop') asked('import', { files: [...dragged.dataTransfer.files] })
  })
}

// Browsers without a share sheet for files get no button for it.
const pdf = new File([], 'a.pdf', { type: 'application/pdf' })
document.documentElement.toggleAttribute('data-shares', navigator.canShare?.({ files: [pdf] }) ?? false)
