// The build has this stand in for `fetch` in the page's script: a part of the page is loaded under its name with the
// hash of its contents, and the browser runs it only if it is what the build made.

import PARTS from 'parts'

const parts = new Map(Object.entries(PARTS))

/** Where a part is, and what it must be to run: by the name that the compiler gave it. */
export const partOf = (name) => {
  const { address, integrity } = parts.get(name)
  return { address: new URL(address, import.meta.url).href, integrity }
}

/** Loads a part by the address that it would have without a hash, or anything else as it is. */
export function fetch(resource, options) {
  const name = String(resource).split('/').pop()
  if (!parts.has(name)) return globalThis.fetch(resource, options)
  const { address, integrity } = partOf(name)
  return globalThis.fetch(address, { integrity }).then(asWasm)
}

/** Some hosts send wasm as another type, which what loads chunks refuses. */
function asWasm(response) {
  if (!response.ok || /^application\/wasm/.test(response.headers.get('Content-Type'))) return response
  return new Response(response.body, { headers: { 'Content-Type': 'application/wasm' } })
}
