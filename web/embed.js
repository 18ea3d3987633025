// Defines <casd-simulator> for a page of any origin: an isolated frame of the simulator, as high as what
// it shows. docs/embedding.md says what a host may write; web/frame.js is at the other end of the messages.

import { EXPECTED, PRESETS, query } from './embed_attributes.js'
import { isHeight, isNumber, isQuote } from './embed_messages.js'

// A classic script knows its address. As a module it does not, and a file that says `import.meta` is no
// classic script: hence the stack.
const script = document.currentScript?.src ?? /https?:\S+?\/embed\.js/.exec(new Error().stack)[0]
const PAGE = new URL('index.html', script)

const TITLES = { fr: 'Simulateur de coût du CASD', en: 'CASD cost simulator' }
const COLOURS = ['accent', 'text', 'background', 'surface']
const PROPERTIES = [...COLOURS, ...COLOURS.map((name) => `${name}-dark`), 'radius', 'font', 'width']

const sheet = new CSSStyleSheet()
sheet.replaceSync(':host{display:block}:host([hidden]){display:none}iframe{display:block;width:100%;height:60rem;border:0}')

const isNew = performance.getEntriesByType('navigation')[0]?.type === 'navigate'
// A storage that is closed forgets, which loses nothing else.
const stored = (act) => {
  try {
    return act(sessionStorage)
  } catch {}
}
let count = 0

class CasdSimulator extends HTMLElement {
  static observedAttributes = [...Object.keys(EXPECTED), 'class', 'style']

  // By its name a frame's form is found again when the page around it is loaded again: browsers forget
  // it, and many close the simulator's own storage to frames.
  #name = `casd-simulator-${(count += 1)}`
  #changed = new Set()
  #scheme = 'auto'
  #frame
  #greeted
  #comesBack

  connectedCallback() {
    const frame = (this.#frame = document.createElement('iframe'))
    // Browsers that cannot share complain of the word.
    const allow = navigator.share ? 'clipboard-write; web-share' : 'clipboard-write'
    Object.assign(frame, { name: this.#name, allow, referrerPolicy: 'no-referrer' })
    this.#greeted = false
    this.#comesBack = !isNew && document.readyState !== 'complete'
    this.#changed = new Set(this.getAttributeNames())
    const presets = this.#presets()
    if (!/^lang/.test(presets)) {
      const around = this.parentElement?.closest('[lang]')?.lang || navigator.language
      presets.unshift(`lang=${/^fr/i.test(around) ? 'fr' : 'en'}`)
    }
    this.#speak(presets[0].slice(-2))
    this.#paint()
    this.#changed.clear()
    frame.src = `${PAGE}?${presets.join('&')}`
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' })
    root.adoptedStyleSheets = [sheet]
    root.replaceChildren(frame)
    addEventListener('message', this)
  }

  disconnectedCallback() {
    this.#greeted = false
    removeEventListener('message', this)
  }

  attributeChangedCallback(name) {
    // Changes that come together go together: an offer, and what belongs to it.
    if (!this.#changed.size) queueMicrotask(() => this.#update())
    this.#changed.add(name)
  }

  handleEvent({ source, origin, data }) {
    // Nobody else speaks for the frame, nor the frame once it was led elsewhere.
    if (source !== this.#frame.contentWindow || origin !== PAGE.origin) return
    const { casd, height, number, total, currency, lang, form, name, value, why, ratio, needed } = data ?? {}
    if (casd === 'ready') {
      this.#greeted = true
      const [src, form] = (this.#comesBack && stored((kept) => kept[this.#name])?.split('\n')) || []
      if (form && src === this.#frame.src) this.#tell({ casd: 'restore', form })
      this.#update()
    }
    if (casd === 'height' && isHeight(height)) this.#frame.style.height = `${height}px`
    if (casd === 'lang' && Object.hasOwn(TITLES, lang)) this.#speak(lang)
    if (casd === 'quote' && isQuote(number, total, currency)) {
      this.#emit(casd, { number, total, currency })
    }
    if (casd === 'number' && number && isNumber(number)) this.#emit(casd, { number })
    if (casd === 'form') stored((kept) => (kept[this.#name] = `${this.#frame.src}\n${form}`.slice(0, 5000)))
    if (casd === 'refused') this.#refuse(`${name}`, `${value}`, `${why}`, Number(ratio), Number(needed))
  }

  /** Takes what changed of the attributes to the frame, or leaves it for when it is there. */
  #update() {
    if (!this.#greeted) return
    const presets = this.#presets()
    if (presets[0]) this.#tell({ casd: 'preset', query: presets.join('&') })
    this.#paint()
    this.#changed.clear()
  }

  /** What changed of the presets, as the page's query has it. */
  #presets() {
    const changed = Object.keys(PRESETS).filter((name) => this.#valid(name))
    return changed.map((name) => query(name, this.getAttribute(name)))
  }

  /** Whether an attribute changed, to something that can be used. */
  #valid(name) {
    const value = this.getAttribute(name)
    if (value === null || !this.#changed.has(name)) return false
    const [pattern, expected] = EXPECTED[name]
    if (pattern.test(value)) return true
    this.#refuse(name, value, `expected is ${expected}`)
    return false
  }

  /** Takes the theme to the frame. */
  #paint() {
    if (this.#changed.has('theme')) this.#scheme = this.#valid('theme') ? this.getAttribute('theme') : 'auto'
    // Browsers that take it over into frames show no other colours until the page is there.
    this.#frame.style.colorScheme = this.#scheme.replace('auto', 'light dark')
    if (!this.#greeted) return
    const style = getComputedStyle(this)
    const properties = {}
    for (const name of PROPERTIES) properties[name] = style.getPropertyValue(`--casd-${name}`).trim()
    this.#tell({ casd: 'theme', scheme: this.#scheme, properties })
  }

  #speak(lang) {
    this.#frame.title = TITLES[lang]
    this.#frame.lang = lang
  }

  #tell(message) {
    this.#frame.contentWindow.postMessage(message, PAGE.origin)
  }

  #emit(name, detail) {
    this.dispatchEvent(new CustomEvent(`casd:${name}`, { detail, bubbles: true, composed: true }))
  }

  #refuse(name, value, why, ratio, needed) {
    console.warn(`<casd-simulator> ${name}="${value}" is not applied: ${why}.`)
    this.#emit('refused', { name, value, why, ratio, needed })
  }
}

if (!customElements.get('casd-simulator')) customElements.define('casd-simulator', CasdSimulator)
