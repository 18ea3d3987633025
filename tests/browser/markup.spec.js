// What the pages and the views are written in, looked at in all of them: the criteria of RGAA that a program
// can tell (accessibility/rgaa-4.1.json).

import { HtmlValidate } from 'html-validate'
import { expect, test } from './fixtures.js'
import { PLACES, VIEWS, unfold } from './places.js'
import { spaced } from './simulator.js'

/** What holds in each place; each runs on the page, with all that is folded unfolded, and tells what is wrong. */
const HOLDS = {
  'each page says its type, its language and its title': () => {
    const languages = [...document.querySelectorAll('[lang]')].map(({ lang }) => lang)
    return [
      ...(document.doctype?.name === 'html' ? [] : ['no document type']),
      ...(document.documentElement.lang === 'fr' ? [] : [`the language is “${document.documentElement.lang}”`]),
      ...languages.filter((lang) => lang !== 'fr' && lang !== 'en'),
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
    return [...document.querySelectorAll(`${tags}, body :is(${attributes})`)].filter((one) => !one.matches('casd-simulator')).map(({ outerHTML }) => outerHTML.slice(0, 100))
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

  'each group of fields has its legend': () =>
    [...document.querySelectorAll('fieldset')]
      .filter((group) => (group.getAttribute('role') === 'none') === /\S/.test(group.querySelector(':scope > legend')?.textContent ?? ''))
      .map(({ outerHTML }) => outerHTML.slice(0, 100)),

  'each field that may be left empty says so in its label or legend, and each other is required': () => {
    const fields = (place) => [...place.querySelectorAll('input:not([type=radio]), select, textarea:not([readonly])')]
    const texts = (field) => [...field.labels, field.closest('fieldset')?.querySelector(':scope > legend')].map((one) => one?.textContent ?? '')
    // What always has a value, and what stands alone, is not left empty by mistake.
    const hasValue = (field) => field.matches('[type=color], select:not(:has([value=""]))')
    const isAlone = (field) => (field.form ? fields(field.form).length === 1 : field.matches('[type=file], #price-file-text'))
    const isOptional = (field) => texts(field).some((text) => /\((\S+, )?facultati(f|ves)\)$/.test(text))
    return fields(document).flatMap((field) => {
      if (field.getAttribute('aria-required') === 'true') return isOptional(field) ? [`${field.id} says both`] : []
      return isOptional(field) || hasValue(field) || isAlone(field) ? [] : [field.id]
    })
  },

  'what is told to screen readers has its place before it is told: one for what succeeds, one for what is wrong': () => {
    const places = [...document.querySelectorAll('.said, .told, .announcement:not(legend)')]
    const roles = (place) => [...place.children].map((one) => one.getAttribute('role')).join(' ')
    const inSight = places.filter((place) => place.parentElement.checkVisibility())
    return [
      ...places.filter((place) => !/^(status )?alert$/.test(roles(place))).map(({ className }) => className),
      ...inSight.flatMap((place) => [...place.children]).filter((one) => !one.checkVisibility()).map(({ outerHTML }) => outerHTML),
    ]
  },

  'no image is there for decoration': () =>
    [...document.querySelectorAll('img, svg, canvas, picture, [role=img]')]
      .filter((image) => image.getAttribute('role') !== 'img' || !/\S/.test(image.getAttribute('aria-label') ?? ''))
      .map(({ outerHTML }) => outerHTML.slice(0, 100)),

  'there is no sound, no video and nothing that needs a plug-in': () =>
    [...document.querySelectorAll('audio, video, object, embed, applet, bgsound, track')].map(({ outerHTML }) => outerHTML),

  'links within text are underlined': () =>
    [...document.querySelectorAll('a')]
      .filter((link) => link.checkVisibility() && !link.matches('.button') && !getComputedStyle(link).textDecorationLine.includes('underline'))
      .map(({ textContent }) => textContent),

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
      return isBeside ? [] : [label.textContent]
    }),
}

const validator = new HtmlValidate({ extends: ['html-validate:standard'], rules: { 'no-raw-characters': 'off' } })
/** What the standard does not allow in the code that the page has now. */
async function notValid(page) {
  const { results } = await validator.validateString(await page.content())
  return results.flatMap(({ messages }) => messages).map(({ ruleId, message, selector }) => `${ruleId}: ${message} (${selector})`)
}

for (const [place, reach] of Object.entries(PLACES)) {
  test(`what is written as it should be, in ${place}`, async ({ simulator, page }) => {
    await reach(simulator)
    await unfold(page)
    expect.soft(await notValid(page), 'the code is valid HTML').toEqual([])
    for (const [what, look] of Object.entries(HOLDS)) expect.soft(await page.evaluate(look), what).toEqual([])
  })
}

test('a plot and its caption are one figure, named by the caption', async ({ simulator, page }) => {
  await VIEWS['the plan'](simulator)
  const figures = await page.locator('figure').evaluateAll((figures) =>
    figures.map((figure) => ({
      role: figure.getAttribute('role'),
      name: figure.getAttribute('aria-label'),
      caption: figure.querySelector(':scope > figcaption')?.textContent ?? null,
      plots: figure.querySelectorAll('svg[role=img]').length,
    })))
  expect(figures.length).toBe(4)
  const captioned = figures.filter(({ caption }) => caption !== null)
  expect(captioned.length).toBe(3)
  for (const { role, name, caption } of captioned) {
    expect(role).toBe('figure')
    expect(caption).toMatch(/\S/)
    expect(name).toBe(caption)
  }
  // One for a wide window, and one for a narrow one.
  for (const { plots } of figures) expect(plots).toBe(2)
  for (const plot of await page.getByRole('img').all()) await expect(plot).toHaveAccessibleName(spaced('Ses montants sont dans le tableau qui suit.'))
})

for (const locale of ['fr-FR', 'en-GB']) {
  test.describe(locale, () => {
    test.use({ locale })

    test('the title names the view that is in sight', async ({ simulator, page }) => {
      for (const [place, reach] of Object.entries(VIEWS)) {
        await reach(simulator)
        const view = page.locator('#annexe-heading')
        const start = (await view.count()) ? `${await view.textContent()} – ${simulator.words.title}` : simulator.words.title
        await expect.poll(() => page.title(), place).toMatch(new RegExp(`^${spaced(start).source} – `))
      }
      // And the way back, and the other language.
      await page.goto(`./?lang=${simulator.lang}`)
      await simulator.button('openButton').waitFor()
      const { plan, title } = { plan: simulator.words.plan.plan, title: simulator.words.documentTitle }
      await expect(page).toHaveTitle(title)
      await simulator.sheet.getByRole('button', { name: plan, exact: true }).click()
      await expect(page).toHaveTitle(new RegExp(`^${spaced(plan).source} – `))
      await simulator.languageSwitch.click()
      simulator.lang = simulator.lang === 'fr' ? 'en' : 'fr'
      await expect(page).toHaveTitle(new RegExp(`^${spaced(simulator.words.plan.plan).source} – `))
      await page.goBack()
      await expect(page).toHaveTitle(simulator.words.documentTitle)
    })
  })
}
