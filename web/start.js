// Starts the page, or leads to the static page of prices where a browser has no WebAssembly. What is fetched runs only
// if it is what the build made.

import init, { form, not_loaded, number, open, preset, start } from 'casd-simulator'
import { partOf } from './checked_fetch.js'
import { followLastInput } from './last_input.js'
import { trusted } from './trusted.js'

/** The static page of prices takes the simulator's place where a browser has no wasm. */
const withoutWasm = () => {
  const asked = new URLSearchParams(location.search).get('lang')
  const lang = [asked, ...navigator.languages].find((tag) => /^(fr|en)(?![^-])/i.test(tag)) ?? 'en'
  location.replace(`${/^fr/i.test(lang) ? 'tarifs' : 'prices'}.html${location.hash}`)
}

/** CASD's own price list. A form with the bundled lists is better than none: an older browser waits as long as it takes. */
async function priceList() {
  const response = await fetch('price-list.json', { cache: 'no-cache', signal: AbortSignal.timeout?.(10_000) })
  if (!response.ok) throw `${response.status} ${response.statusText}`
  return response.text()
}

async function run() {
  if (typeof WebAssembly !== 'object') return withoutWasm()
  // A preview has the list that is being edited.
  const list = new URLSearchParams(location.search).has('preview') ? Promise.resolve('') : priceList()
  // Whether it was loaded is the page's to say, once it runs.
  list.catch(() => {})
  await init()
  await start(list)
  if (parent !== window) speakWithHost()
  // A task that waits for the frame with the estimate. A page in a frame of another leaves this to the page itself.
  else requestAnimationFrame(() => setTimeout(keepForOffline))
}

/** Loads the script that speaks with the page around this one, checked as it is loaded. */
function speakWithHost() {
  const script = document.createElement('script')
  const { address, integrity } = partOf('frame.js')
  const onerror = () => not_loaded()
  script.onload = () => import(address).then(({ frame }) => frame({ form, number, open, preset })).catch(onerror)
  Object.assign(script, { type: 'module', integrity, onerror, src: trusted(address) })
  document.head.append(script)
}

/** The worker reads again what it keeps: the first estimate would be shown later. */
const keepForOffline = () => navigator.serviceWorker?.register(trusted(new URL('sw.js', import.meta.url).href)).catch(() => {})

followLastInput(document.documentElement, window)
// The fragment is the number's: the link to the contents moves the focus, not the address.
addEventListener('click', (event) => {
  if (!event.target.closest('.skip')) return
  event.preventDefault()
  document.querySelector('main:not([hidden]) h2')?.focus()
})

run().catch((error) => {
  // Some browsers have it, and refuse to compile.
  if (error instanceof WebAssembly.CompileError) withoutWasm()
  else throw error
})
