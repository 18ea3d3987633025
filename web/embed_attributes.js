// The attributes of <casd-simulator>: what each may hold, and what the page's query calls it.

const day = [/^\d{4}-\d\d-\d\d$/, 'a day, such as 2027-01-31']
const whole = [/^\d{1,4}$/, 'a whole number, such as 12']
// In the order in which the page takes them. What is right here and wrong for the price list, the form says.
export const PRESETS = {
  lang: [/^(fr|en)\b/i, 'fr or en'],
  date: day,
  offer: [/^(standard|cohorts|pmsi|private)$/, 'standard, cohorts, pmsi or private'],
  start: day,
  months: whole,
  renewal: [/^(yes|no|)$/, 'yes or no'],
  users: whole,
  students: whole,
  configuration: [/^[\w-]+$/, 'an id, such as configuration-1'],
  boxes: [/^((project|\d{1,4})( |$))+$/, 'the months of each SD-Box, or "project", such as "project 6"'],
  options: [/^([\w-]+(=[\w-]+)?( |$))+$/, 'ids, such as "automatic-exports output-credits=2 health-referent=no"'],
}
export const EXPECTED = { ...PRESETS, theme: [/^(light|dark|auto)$/, 'light, dark or auto'] }

/** An attribute in the words of the page's query. */
export function query(name, value) {
  const each = (word) => value.trim().split(' ').map(word).join('&')
  if (name === 'lang') return `lang=${value.slice(0, 2).toLowerCase()}`
  if (name === 'boxes') return each((months) => (months === 'project' ? 'box' : `box=${months}`))
  if (name === 'options') return each((one) => `option-${one.includes('=') ? one.replace(/=no$/, '=') : `${one}=yes`}`)
  return `${name}=${value || 'yes'}`
}
