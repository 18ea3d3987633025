// Larger text, narrower windows, wider spacing, a finger: whatever a reader sets, nothing is lost. 1280 px at
// 400 % is 320 px at 100 % (RGAA 10.11).

/** The four spacings of RGAA 10.12. */
const SPACING = `
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
  p { margin-bottom: 2em !important }
  svg * { letter-spacing: normal !important; word-spacing: normal !important }
`
const TWICE = ':root { font-size: 200% !important }'

/** What a reader sets: the window, and a style sheet of their own. */
const SETTINGS = {
  'at 320 px nothing is cut off or scrolls sideways': [{ width: 320, height: 640 }],
  'on a tablet nothing is cut off or scrolls sideways': [{ width: 768, height: 900 }],
  'with the text spacing of a reader’s own, nothing is lost': [{ width: 1280, height: 900, css: SPACING }, { width: 320, height: 900, css: SPACING }],
  'text can be twice as large': [{ width: 1280, height: 900, css: TWICE }, { width: 640, height: 900, css: TWICE }],
}

/** Runs in the page: what sticks out to the right or is cut off. */
function lost() {
  const { clientWidth, scrollWidth } = document.documentElement
  const { name } = window.audit
  const scrolls = (one) => /auto|scroll/.test(getComputedStyle(one).overflowX)
  const isWithin = (one, is) => {
    for (let around = one.parentElement; around && around !== document.body; around = around.parentElement) if (is(around)) return true
    return false
  }
  const shown = window.audit.inSight('body *').filter((one) => !one.closest('.announcement, .visually-hidden, .skip'))
  const words = (one) => {
    const range = document.createRange()
    range.selectNodeContents(one)
    return [...range.getClientRects()].filter(({ width }) => width > 0)
  }
  return [
    ...(scrollWidth > clientWidth ? [`the page scrolls sideways: ${scrollWidth} px in ${clientWidth}`] : []),
    // A data table scrolls on its own; what is in it is not lost.
    ...shown.filter((one) => one.getBoundingClientRect().right > clientWidth + 0.5 && !isWithin(one, scrolls)).map((one) => `sticks out: ${name(one)}`),
    // Keys must reach what scrolls.
    ...shown.filter((one) => scrolls(one) && one.scrollWidth > one.clientWidth + 1 && one.tabIndex < 0).map((one) => `scrolls without keys: ${name(one)}`),
    ...shown
      .filter((one) => /hidden|clip/.test(getComputedStyle(one).overflow) && one.namespaceURI.endsWith('xhtml') && !one.matches('iframe, input'))
      .filter((one) => one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1)
      .map((one) => `cut off: ${name(one)}`),
    // Words that leave the button, the cell or the legend that they are in.
    ...shown.filter((one) => one.matches('button, a.button, summary, th, td, label, legend, h1, h2, h3, h4, caption, dt, dd') && !one.querySelector('svg')).flatMap((one) => {
      const box = one.getBoundingClientRect()
      return words(one).some(({ right, bottom }) => right > box.right + 1.5 || bottom > box.bottom + 4) ? [`words out of ${name(one)}`] : []
    }),
  ]
}

/** Runs in the page: whether the title is over the language switch. */
function overlaps() {
  const other = document.querySelector('.language').getBoundingClientRect()
  const range = document.createRange()
  range.selectNodeContents(document.querySelector('h1'))
  return [...range.getClientRects()].some((one) => one.right > other.left && one.bottom > other.top && one.top < other.bottom) ? ['the title and the switch overlap'] : []
}

/** Runs in the page: what one presses, and is less than 24 px wide or high. */
function tooSmall() {
  return window.audit.inSight('button, a.button, input, select, textarea, summary').flatMap((element) => {
    const pressed = [element, ...(element.matches('[type=radio], [type=checkbox]') ? element.labels : [])].map((one) => one.getBoundingClientRect())
    const [height, width] = [Math.max(...pressed.map((one) => one.height)), Math.max(...pressed.map((one) => one.width))]
    return height >= 24 && width >= 24 ? [] : [`${window.audit.name(element)} ${width}×${height}`]
  })
}

/** Runs in the page: the words in sight. What is announced comes a little later. */
const words = () =>
  window.audit
    .inSight('h1, h2, h3, h4, p:not(.bar), th, td, label, legend, button, a')
    .filter((one) => !one.closest('.announcement'))
    .map(({ textContent }) => textContent)

/** Puts a style sheet of the reader's over those of the page, or takes it away. */
const restyle = (page, css = '') =>
  page.evaluate((css) => {
    window.audit.sheet ??= new CSSStyleSheet()
    window.audit.sheet.replaceSync(css)
    if (!document.adoptedStyleSheets.includes(window.audit.sheet)) document.adoptedStyleSheets.push(window.audit.sheet)
  }, css)

/** What is lost at the width of the visit, in the settings of a reader, and under a finger, each under its title. */
export async function lostInSettings(page) {
  const found = {
    'nothing is cut off or scrolls sideways': [...(await page.evaluate(lost)), ...(await page.evaluate(overlaps))],
    'what one presses is at least 24 px in both directions': await page.evaluate(tooSmall),
  }
  const usual = page.viewportSize()
  for (const [title, settings] of Object.entries(SETTINGS)) {
    found[title] = []
    for (const { css, ...size } of settings) {
      await page.setViewportSize(size)
      await restyle(page, css)
      const findings = [...(await page.evaluate(lost)), ...(css ? [] : await page.evaluate(overlaps))]
      found[title].push(...findings.map((one) => `${size.width} px: ${one}`))
    }
  }
  await restyle(page)
  await page.setViewportSize(usual)
  return found
}

/** What a phone loses when it is turned. */
export async function lostWhenTurned(page) {
  const usual = page.viewportSize()
  await page.setViewportSize({ width: 390, height: 844 })
  const upright = await page.evaluate(words)
  await page.setViewportSize({ width: 844, height: 390 })
  const turned = await page.evaluate(words)
  const findings = await page.evaluate(lost)
  await page.setViewportSize(usual)
  return [...findings, ...upright.filter((text, at) => text !== turned[at]), ...(turned.length > upright.length ? ['there are more words'] : [])]
}
