// Queries of addresses and the language they ask for: functions of text alone, without a browser.

/** The page's own pairs of a query; the others are the host's, and stay in links. */
export const OURS = /^(lang|view|date|offer|start|months|renewal|users|students|configuration|(box-)?funder|box(-host)?|option-.*)(=|$)/

const spoken = (tag) => /^(fr|en)(?![^-])/i.exec(tag ?? '')?.[1]
/** The language: what a query says, else what was chosen before, else what the browser prefers. */
export const languageOf = (query, chosen, preferred) =>
  [new URLSearchParams(query).get('lang'), chosen, ...preferred].map(spoken).find(Boolean) ?? 'en'

/** A query in a language, without those pairs. */
export const queryIn = (lang, without, query) =>
  `?${[`lang=${lang}`, ...query.slice(1).split('&').filter((pair) => pair && !without.test(pair))].join('&')}`

/** A query with that view, or with none: all else in it stays as it was written. */
export const queryWith = (view, query) =>
  [...query.slice(1).split('&').filter((pair) => !/^(view(=.*)?)?$/.test(pair)), ...(view ? [`view=${view}`] : [])].join('&')
