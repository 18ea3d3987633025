// Keys: the skip link comes first, Tab stops in the order of reading, at everything, and the focus is seen there.

/** Has the next Tab go to the first stop of the page, wherever the focus was. */
export const startAtTheTop = (page) =>
  page.evaluate(() => {
    document.body.tabIndex = -1
    document.body.focus()
    document.body.removeAttribute('tabindex')
  })

const SKIP = { fr: 'Aller au contenu', en: 'Skip to content' }

/** What is wrong with the link to the main content, which is the first stop; the address stays where there is a menu. */
export async function skipsWrongly({ page, lang, hasMenu }) {
  const look = () =>
    page.evaluate(() => {
      const skip = [...document.querySelectorAll('.skip')].find((one) => one.checkVisibility())
      const { left, top, right, bottom } = skip.getBoundingClientRect()
      return {
        text: skip.textContent,
        hasFocus: document.activeElement === skip,
        isClipped: getComputedStyle(skip).clipPath !== 'none',
        isInSight: left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight,
      }
    })
  const inMain = () => page.evaluate(() => Boolean(document.activeElement.closest('main')?.checkVisibility()))
  const address = page.url()
  await startAtTheTop(page)
  const before = await look()
  await page.keyboard.press('Tab')
  const after = await look()
  await page.keyboard.press('Enter')
  const isThere = await inMain()
  await page.keyboard.press('Tab')
  return [
    ...(before.text === SKIP[lang] ? [] : [`it says “${before.text}”`]),
    ...(before.isClipped ? [] : ['it is shown without the focus']),
    ...(after.hasFocus ? [] : ['it is not the first stop']),
    ...(!after.isClipped && after.isInSight ? [] : ['it is not shown with the focus']),
    ...(isThere ? [] : ['it does not lead to the main content']),
    ...((await inMain()) ? [] : ['the next stop is not in the main content']),
    // The fragment of the simulator's address is the number's.
    ...(!hasMenu || page.url() === address ? [] : [`the address changed to ${page.url()}`]),
  ]
}

/** Runs in the page: keeps each stop, with where it is, until the first one has the focus again. */
function listen() {
  const stops = []
  window.audit.stops = stops
  window.audit.wentRound = false
  const note = (element) => {
    if (window.audit.wentRound || element === stops.at(-1)?.element) return
    window.audit.wentRound = stops.some((stop) => stop.element === element)
    if (window.audit.wentRound) return
    const { left, top, width, height } = element.getBoundingClientRect()
    stops.push({ element, left: left + scrollX, top: top + scrollY, width, height, isSeen: window.audit.focusIsSeen(element) })
  }
  window.audit.focusIsSeen = (element) => {
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element)
    // Inside a frame the frame's page shows it.
    if (element.matches('iframe, casd-simulator')) return true
    return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 && window.audit.contrast(outlineColor, window.audit.groundOf(element.parentElement)) >= 3
  }
  addEventListener('focusin', ({ target }) => note(target))
  // Into a frame the focus goes without an event there.
  addEventListener('blur', () => { if (document.activeElement.matches('iframe, casd-simulator')) note(document.activeElement) })
}

/** Presses Tab from the top of the page until it comes round; returns what is wrong on the way, under its title. */
export async function tabThrough(page) {
  await startAtTheTop(page)
  await page.evaluate(listen)
  const isRound = () => page.evaluate(() => window.audit.wentRound || (window.audit.stops.length > 0 && document.activeElement === document.body))
  let presses = 0
  do {
    for (let batch = 0; batch < 10; batch += 1) await page.keyboard.press('Tab')
    presses += 10
  } while (presses < 900 && !(await isRound()))
  return {
    'the keys stop in the order of reading, and at everything': [...((await isRound()) ? [] : ['Tab never reached the end of the page']), ...(await page.evaluate(outOfOrder))],
    'the focus is seen wherever it is': await page.evaluate(unseen),
  }
}

/** Runs in the page: what was never reached, or out of turn. */
function outOfOrder() {
  const { stops, inSight, name } = window.audit
  const elements = stops.map(({ element }) => element)
  // Of radio buttons that belong together, one is a stop.
  const isStop = (one) => !one.disabled && (!one.matches('[type=radio]') || one.checked)
  const operated = inSight('a[href], button, input, select, textarea, summary, [tabindex="0"]').filter(isStop)
  return [
    ...(stops.length > 3 ? [] : ['there are no stops']),
    ...operated.filter((one) => !elements.includes(one)).map((one) => `never reached: ${name(one)}`),
    ...stops.filter(({ element }) => element.tabIndex > 0).map(({ element }) => `out of turn: ${name(element)}`),
    ...stops.slice(1).flatMap(({ element, left, top, height }, at) => {
      const before = stops[at]
      const isAfter = before.element.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING
      // Down the page, column by column; the language switch is in the corner, whatever comes before it.
      const isNext = top + height / 2 > before.top || left >= before.left + before.width || element.matches('.language')
      return isAfter && isNext ? [] : [`${name(element)} after ${name(before.element)}`]
    }),
  ]
}

/** Runs in the page: the stops at which the focus was not seen. */
function unseen() {
  const { stops, name } = window.audit
  return stops.filter(({ isSeen, width, height }) => !isSeen || width * height === 0).map(({ element }) => name(element))
}

/** At which of those stops the focus is not seen in the colours that the page has now. */
export const unseenNow = (page) =>
  page.evaluate(() =>
    window.audit.stops
      .map(({ element }) => element)
      .filter((element) => {
        element.focus({ preventScroll: true })
        return !window.audit.focusIsSeen(element)
      })
      .map(window.audit.name))
