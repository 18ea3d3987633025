// What a browser asks for before the form stands, and how much that may weigh.

/** Bytes of brotli that a first load may have. */
export const GATE = 135_000
/** Its files: the price data are in the wasm, and the rest of the scripts and chunks load on demand. */
export const FIRST_LOAD = /^(index\.html|(page|casd-simulator|start)-[0-9a-f]+(_bg\.wasm|\.js|\.css))$/
