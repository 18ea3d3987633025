// What the frame of <casd-simulator> may tell: what has another form is left aside.

const fits = (pattern, value) => value === null || (typeof value === 'string' && pattern.test(value))

/** A number without hyphens, or none. */
export const isNumber = (number) => fits(/^CASD1[0-9A-Z]{6,995}$/, number)
/** An estimate, or none: its number, its total and its currency. */
export const isQuote = (number, total, currency) =>
  isNumber(number) && fits(/^-?\d{1,12}\.\d\d$/, total) && fits(/^[A-Z]{3}$/, currency)
/** A height of the frame, in pixels. */
export const isHeight = (height) => Number.isFinite(height) && height > 0 && height < 1e5
