// Fields: their labels and legends, what is mandatory, and what describes them.

/** Each runs in the page, with all that is folded unfolded, and returns what is wrong. */
export const FIELDS = {
  'each group of fields has its legend': () =>
    [...document.querySelectorAll('fieldset')]
      .filter((group) => (group.getAttribute('role') === 'none') === /\S/.test(group.querySelector(':scope > legend')?.textContent ?? ''))
      .map(window.audit.name),

  'a label stands beside its field': () =>
    [...document.querySelectorAll('label')].flatMap((label) => {
      const field = document.getElementById(label.htmlFor)
      if (!field) return [`no field for “${label.textContent}”`]
      if (!label.checkVisibility()) return []
      const [one, other] = [label, field].map((element) => element.getBoundingClientRect())
      const isTicked = field.matches('[type=radio], [type=checkbox]')
      // Above it, but for a hint between; or to the right of a box or a radio button.
      const isBeside = isTicked
        ? one.left >= other.left && Math.abs(one.top - other.top) < 12
        : one.bottom <= other.top + 1 && Math.abs(one.left - other.left) < 4
      return isBeside ? [] : [window.audit.name(label)]
    }),

  'each field has its label': () =>
    [...document.querySelectorAll('input, select, textarea')]
      .filter((field) => ![...field.labels].some(({ textContent }) => /\S/.test(textContent)) && !field.getAttribute('aria-label'))
      .map(window.audit.name),

  'each field that may be left empty says so in its label or legend, and each other is required': () => {
    const fields = (place) => [...place.querySelectorAll('input:not([type=radio]), select, textarea:not([readonly])')]
    const texts = (field) => [...field.labels, field.closest('fieldset')?.querySelector(':scope > legend')].map((one) => one?.textContent ?? '')
    // What always has a value, and what stands alone, is not left empty by mistake.
    const hasValue = (field) => field.matches('[type=color], select:not(:has([value=""]))')
    const isAlone = (field) => (field.form ? fields(field.form).length === 1 : field.matches('[type=file], #price-file-text'))
    const isOptional = (field) => texts(field).some((text) => /\((\S+, )?(facultati(f|ves)|optional)\)$/.test(text))
    return fields(document).flatMap((field) => {
      if (field.getAttribute('aria-required') === 'true') return isOptional(field) ? [`${window.audit.name(field)} says both`] : []
      return isOptional(field) || hasValue(field) || isAlone(field) ? [] : [window.audit.name(field)]
    })
  },

  'every description that is pointed to is there': () =>
    ['aria-describedby', 'aria-labelledby', 'aria-controls', 'for'].flatMap((attribute) =>
      [...document.querySelectorAll(`[${attribute}]`)].flatMap((one) =>
        one.getAttribute(attribute).split(/\s+/).filter((id) => !document.getElementById(id)).map((id) => `${attribute}=${id} of ${window.audit.name(one)}`))),

  'a field that is wrong says why': () =>
    [...document.querySelectorAll('[aria-invalid=true]')]
      .filter((field) => !(field.getAttribute('aria-describedby') ?? '').split(/\s+/).some((id) => /\S/.test(document.getElementById(id)?.textContent ?? '')))
      .map(window.audit.name),
}
