// The page in a frame of <casd-simulator>: web/embed.js, in the host's page, is at the other end of the
// messages. In a plain frame nobody answers, and the page stays as it is.

import { applyTheme } from './theme.js'

/** How long a number stands before a host is told that it has come to rest, in milliseconds. */
const REST = 1_500

/**
 * Speaks with the host, for the page: `preset` fills in the form from a query; `form`, or else `number`, is
 * what stands there, and `open` brings that back.
 */
export function frame({ preset, form, number, open }) {
  const root = document.documentElement
  // A frame is the simulator's: other pages open beside the host's.
  for (const link of document.querySelectorAll('body > footer a')) link.target = '_blank'
  let host
  let theme = ''
  const tell = (message) => parent.postMessage(message, host)
  // What institutions are called is nobody's but the visitor's: a form with names is told by its number,
  // which has their letters, or without them.
  const NAMES = /&(funder|box-funder|box-host)=[^&]*/g
  const nameless = (form) => (form === form.replace(NAMES, '') ? form : number() || form.replace(NAMES, ''))
  const now = () => nameless(form()) || number()
  // What the host presets, it presets again.
  let first = now()

  const takes = {
    // What stood here when the host's page was loaded again.
    restore({ form }) {
      if (typeof form !== 'string' || !form) return
      first = ''
      open(form)
    },
    preset({ query }) {
      if (typeof query !== 'string') return
      const isUntouched = now() === first
      preset(query)
      if (isUntouched) first = now()
    },
    theme({ scheme, properties }) {
      const asked = JSON.stringify([scheme, properties])
      if (asked === theme || typeof properties !== 'object' || !properties) return
      theme = asked
      paint()
    },
  }
  let refusals = []
  const paint = () => {
    const [scheme, properties] = JSON.parse(theme)
    const before = refusals
    refusals = []
    applyTheme({ scheme, properties }, (refused) => {
      const text = JSON.stringify(refused)
      refusals.push(text)
      // Said once, not with each change of something else.
      if (!before.includes(text)) tell({ casd: 'refused', ...refused })
    })
  }

  // Only the host may speak, and only once it has does anything change here.
  addEventListener('message', ({ source, origin, data }) => {
    if (source !== parent || typeof data?.casd !== 'string' || !Object.hasOwn(takes, data.casd)) return
    if (!host) {
      // A page from a disk has no origin to address; it is the parent all the same.
      host = origin === 'null' ? '*' : origin
      greet()
    }
    takes[data.casd](data)
  })

  /** From now on the host gives the room. */
  function greet() {
    root.style.overflow = 'hidden'
    let room
    const measure = () => {
      // The height of what is there, not of the frame: it shrinks, too.
      const height = Math.ceil(root.getBoundingClientRect().height)
      if (height !== room) tell({ casd: 'height', height })
      room = height
    }
    new ResizeObserver(measure).observe(root)

    const speak = () => tell({ casd: 'lang', lang: root.lang })
    new MutationObserver(speak).observe(root, { attributeFilter: ['lang'] })
    speak()

    let kept
    const keep = () => {
      const form = now() === first ? '' : now()
      if (form !== kept) tell({ casd: 'form', form })
      kept = form
    }
    // Wrong entries, too, which give no quote; and what the host presets.
    for (const event of ['input', 'click', 'popstate', 'message']) addEventListener(event, () => setTimeout(keep))

    let last
    let settled
    let rest
    const report = () => {
      // Browsers do not lay out frames that are out of sight, unless asked.
      measure()
      keep()
      const quote = document.querySelector('[data-quote]')?.dataset.quote ?? ''
      if (quote === last) return
      last = quote
      const [number = null, total = null, currency = null] = quote.split(' ').filter(Boolean)
      tell({ casd: 'quote', number, total, currency })
      clearTimeout(rest)
      rest = setTimeout(() => {
        if (number && number !== settled) tell({ casd: 'number', number })
        settled = number
      }, REST)
    }
    const whole = { subtree: true, childList: true, attributeFilter: ['data-quote'] }
    new MutationObserver(report).observe(document.body, whole)
    report()

    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => theme && paint())
  }

  parent.postMessage({ casd: 'ready' }, '*')
}
