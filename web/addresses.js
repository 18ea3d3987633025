// The view in the query of an address.

/** A query with that view, or with none: all else in it stays as it was written. */
export const queryWith = (view, query) =>
  [...query.slice(1).split('&').filter((pair) => !/^(view(=.*)?)?$/.test(pair)), ...(view ? [`view=${view}`] : [])].join('&')
