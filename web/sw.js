// Keeps the page for when there is no network. What a browser downloads here is the page's own files
// and CASD's price list, nothing that a visitor entered.
//
// - A file whose name changes with its contents is taken from the cache once it is there.
// - Pages come from the network, and from the cache without it.
// - CASD's price list and its calendar come from the network, whatever it answers; the copy of the last
//   one serves only where there is no network at all. Whoever is online never sees an older one.
//
// A new version waits until no page of the old one is open, and then drops the old one's cache: what an
// open page may still ask for stays.

import { isKnown } from './known.js'

// The build puts in VERSION, and the files with what each must be: FIRST_LOAD, and WITH_PRICES, which a
// page reads CASD's price list with.
const PREFIX = `casd-simulator ${registration.scope} `
const CURRENT = PREFIX + VERSION
/** Outlives versions: it is CASD's, not the page's. */
const PRICES = `${PREFIX}prices`

const PRICE_LIST = `${registration.scope}price-list.json`
/** CASD's own files, which change without a build. */
const OWN = [PRICE_LIST, `${registration.scope}enrolment-sessions.json`]
const NAMED_BY_CONTENT = /-[0-9a-f]{8,16}(_bg)?\.(css|js|svg|wasm)$/

const kept = (name, address) => caches.match(address, { cacheName: name, ignoreVary: true })

/** Keeps files, each as the build made it: all of them or none, where a host is still replacing some. */
async function keepAll(files) {
  const cache = await caches.open(CURRENT)
  await cache.addAll(files.map(([file, integrity]) => new Request(new URL(file, registration.scope), { integrity, cache: 'no-cache' })))
}

async function install() {
  await keepAll(FIRST_LOAD)
  try {
    // What this visit asked for before it was here.
    const prices = await fromNetwork(PRICE_LIST)
    if (!(await isKnown(await prices.text()))) await keepAll(WITH_PRICES)
  } catch { /* The page says what is wrong with the list; the rest works without. */ }
}

async function activate() {
  for (const name of await caches.keys()) {
    if (name.startsWith(PREFIX) && name !== CURRENT && name !== PRICES) await caches.delete(name)
  }
  // So that what the first visit asks for is kept, too.
  await clients.claim()
}

/** Only whole answers of the page's own host are kept. */
const isWhole = (response) => response.status === 200 && response.type === 'basic' && !response.redirected

async function keep(name, address, response) {
  if (!isWhole(response)) return
  try {
    await (await caches.open(name)).put(address, response)
  } catch { /* A device that is full keeps nothing, and loses nothing. */ }
}

async function fromCacheFirst(event, request) {
  const copy = await kept(CURRENT, request.url)
  if (copy) return copy
  const response = await fetch(request)
  // What nobody checked is not kept: it would be refused by whoever does, for ever.
  if (request.integrity) event.waitUntil(keep(CURRENT, request.url, response.clone()))
  return response
}

/** A page by its address alone: what follows `?` is the visitor's. */
const pageOf = ({ origin, pathname }) => origin + pathname.replace(/index\.html$/, '')

async function fromNetworkFirst(request, address) {
  let response
  try {
    response = await fetch(request)
  } catch (error) {
    const copy = await kept(CURRENT, pageOf(address))
    if (copy) return copy
    throw error
  }
  // The page itself was kept with what it loads, all of one version.
  if (pageOf(address) !== registration.scope) await keep(CURRENT, pageOf(address), response.clone())
  return response
}

async function fromNetwork(address) {
  let response
  try {
    response = await fetch(address, { cache: 'no-store' })
  } catch (error) {
    const copy = await kept(PRICES, address)
    if (copy) return copy
    throw error
  }
  await keep(PRICES, address, response.clone())
  return response
}

addEventListener('install', (event) => event.waitUntil(install()))
addEventListener('activate', (event) => event.waitUntil(activate()))
addEventListener('fetch', (event) => {
  const { request } = event
  const address = new URL(request.url)
  if (request.method !== 'GET' || !address.href.startsWith(registration.scope)) return
  if (OWN.includes(address.href)) event.respondWith(fromNetwork(address.href))
  else if (request.mode === 'navigate') event.respondWith(fromNetworkFirst(request, address))
  else if (NAMED_BY_CONTENT.test(address.pathname)) event.respondWith(fromCacheFirst(event, request))
})
