// What a page is written in: the criteria of RGAA that a program can tell (accessibility/rgaa-4.1.json).

import { HtmlValidate } from 'html-validate'

/** Each runs in the page, with all that is folded unfolded, and returns what is wrong. */
export const MARKUP = {
  'each page says its type, its language and its title': ({ lang }) => {
    const languages = [...document.querySelectorAll('[lang]')].map((one) => one.lang)
    return [
      ...(document.doctype?.name === 'html' ? [] : ['no document type']),
      ...(document.documentElement.lang === lang ? [] : [`the language is “${document.documentElement.lang}”`]),
      ...languages.filter((one) => one !== 'fr' && one !== 'en'),
      ...(/\S/.test(document.title) ? [] : ['no title']),
    ]
  },

  'no id is given twice, and there is one main that is not hidden': () => {
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id)
    const mains = document.querySelectorAll('main:not([hidden])')
    return [...ids.filter((id, at) => ids.indexOf(id) !== at), ...(mains.length === 1 ? [] : [`${mains.length} main`])]
  },

  'looks are left to the style sheets': () => {
    const tags = 'b, i, u, s, font, center, big, tt, strike, blink, marquee'
    const attributes = '[style], [align], [bgcolor], [border], [cellpadding], [cellspacing], [valign], [hspace], [vspace], [color], [face]'
    // The frame's height, and the banner of a preview, are their scripts'.
    return [...document.querySelectorAll(`${tags}, body :is(${attributes})`)].filter((one) => !one.matches('casd-simulator, #standing')).map(window.audit.name)
  },

  'each table has its caption, and headers that say what they head': () =>
    [...document.querySelectorAll('table')].flatMap((table) => [
      ...(/\S/.test(table.caption?.textContent ?? '') ? [] : ['a table without a caption']),
      ...[...table.querySelectorAll('th')].filter(({ scope }) => scope !== 'col' && scope !== 'row').map(({ textContent }) => `th ${textContent}`),
      // One row of headers at most, at the top, and one column of them, at the left: no table is complex.
      ...(table.querySelectorAll('thead tr').length > 1 ? ['several rows of headers'] : []),
      ...[...table.querySelectorAll('tbody tr, tfoot tr')]
        .filter((row) => [...row.cells].some((cell, at) => (cell.tagName === 'TH') !== (at === 0)))
        .map(({ textContent }) => `row ${textContent}`),
    ]),

  'no image is there for decoration': () =>
    [...document.querySelectorAll('img, svg, canvas, picture, [role=img]')]
      .filter((image) => image.getAttribute('role') !== 'img' || !/\S/.test(image.getAttribute('aria-label') ?? ''))
      .map(window.audit.name),

  'a plot and its caption are one figure, named by the caption': () =>
    [...document.querySelectorAll('figure')].flatMap((figure) => {
      const caption = figure.querySelector(':scope > figcaption')
      const isNamed = !caption || (figure.getAttribute('role') === 'figure' && /\S/.test(caption.textContent) && figure.getAttribute('aria-label') === caption.textContent)
      // One plot for a wide window, and one for a narrow one; each says where its amounts are.
      const plots = [...figure.querySelectorAll('svg[role=img]')].map((plot) => plot.getAttribute('aria-label'))
      const areTold = plots.length === 2 && plots.every((name) => /Ses montants sont dans le tableau qui suit\.|Its amounts are in the table that follows\./.test(name.replace(/\s/g, ' ')))
      return isNamed && areTold ? [] : [`${window.audit.name(figure)}: ${plots.join(' / ')}`]
    }),

  'there is no sound, no video and nothing that needs a plug-in': () =>
    [...document.querySelectorAll('audio, video, object, embed, applet, bgsound, track')].map(({ outerHTML }) => outerHTML),

  'links within text are underlined': () =>
    window.audit.inSight('a:not(.button)').filter((link) => !getComputedStyle(link).textDecorationLine.includes('underline')).map(window.audit.name),

  'what is told to screen readers has its place before it is told: one for what succeeds, one for what is wrong': () => {
    const places = [...document.querySelectorAll('.said, .told, .announcement:not(legend)')]
    const roles = (place) => [...place.children].map((one) => one.getAttribute('role')).join(' ')
    const inSight = places.filter((place) => place.parentElement.checkVisibility())
    return [
      ...places.filter((place) => !/^(status )?alert$/.test(roles(place))).map(({ className }) => className),
      ...inSight.flatMap((place) => [...place.children]).filter((one) => !one.checkVisibility()).map(({ outerHTML }) => outerHTML),
    ]
  },

  'nothing moves where the reader wants no motion': () =>
    [...document.querySelectorAll('*')]
      .filter((element) => {
        const { transitionDuration, animationName } = getComputedStyle(element)
        return transitionDuration.split(',').some((one) => parseFloat(one) > 0) || animationName !== 'none'
      })
      .map(window.audit.name),
}

const validator = new HtmlValidate({ extends: ['html-validate:standard'], rules: { 'no-raw-characters': 'off' } })

/** What the standard does not allow in the code that the page has now. */
export async function notValid(page) {
  const { results } = await validator.validateString(await page.content())
  return results.flatMap(({ messages }) => messages).map(({ ruleId, message, selector }) => `${ruleId}: ${message} (${selector})`)
}
