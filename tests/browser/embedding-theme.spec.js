// The host's colours, radius, font and width in the frame, and what of attributes and properties is refused. Which
// colours can be read together is in tests/scripts/theme.test.js; here is that they reach the page.

import { AXE } from './axe.js'
import { ONE, expect, test } from './host.js'

// Colours that are still changing are neither.
test.use({ contextOptions: { reducedMotion: 'reduce' } })

/** The page's own. */
const GROUND = { light: 'rgb(243, 245, 248)', dark: 'rgb(18, 23, 29)' }
const ACCENT = 'rgb(29, 79, 145)'

const colours = (frame) =>
  frame.evaluate(() => {
    const of = (selector, property) => getComputedStyle(document.querySelector(selector))[property]
    return {
      ground: of('body', 'backgroundColor'),
      text: of('body', 'color'),
      surface: of('.project', 'backgroundColor'),
      accent: of('.openings button', 'color'),
      radius: of('.project', 'borderTopLeftRadius'),
      width: of('#simulator', 'maxWidth'),
      font: of('body', 'fontFamily'),
      scheme: of(':root', 'colorScheme'),
    }
  })

/** What axe says of the contrasts in a frame. */
async function poorContrasts(frame) {
  await frame.evaluate(AXE)
  const { violations } = await frame.evaluate(() => axe.run(document, { runOnly: ['color-contrast'] }))
  return violations.flatMap(({ nodes }) => nodes.map(({ target, failureSummary }) => `${target}: ${failureSummary}`))
}

test('the host’s colours, radius, font and width are the frame’s, and everything in it can be read', async ({ host, page }) => {
  const style = '<style>:root { --brand: #7a003c } casd-simulator { --casd-accent: var(--brand) } .green { --casd-accent: #0a5c36 }</style>'
  await host.open(ONE, { style })
  const frame = await host.frame('one')
  await test.step('from a style sheet, and with a class', async () => {
    await expect.poll(async () => (await colours(frame)).accent).toBe('rgb(122, 0, 60)')
    await host.set('one', { class: 'green' })
    await expect.poll(async () => (await colours(frame)).accent).toBe('rgb(10, 92, 54)')
  })
  await test.step('from the element, with a wrong entry on the form', async () => {
    await host.style('one', {
      '--casd-accent': 'rebeccapurple',
      '--casd-text': 'oklch(0.2 0.02 260)',
      '--casd-background': '#eeeeff',
      '--casd-surface': 'rgb(255 255 250)',
      '--casd-radius': '2px',
      '--casd-font': 'Georgia, serif',
      '--casd-width': '60rem',
    })
    await expect.poll(() => colours(frame)).toMatchObject({
      ground: 'rgb(238, 238, 255)',
      surface: 'rgb(255, 255, 250)',
      accent: 'rgb(102, 51, 153)',
      radius: '2px',
      width: '960px',
      font: 'Georgia, serif',
    })
    expect(await poorContrasts(frame)).toEqual([])
    await host.simulator('one').enterUsers('abc')
    await host.simulator('one').seeProblem('users', host.simulator('one').words.faults.misread)
    expect(await poorContrasts(frame)).toEqual([])
    await host.seeFitted('one')
  })
  await test.step('the dark theme has colours of its own', async () => {
    await host.style('one', { '--casd-accent-dark': '#ffb0d0', '--casd-surface-dark': '#202020', '--casd-background-dark': 'black', '--casd-text-dark': '#eee' })
    await host.set('one', { theme: 'dark' })
    await expect.poll(() => colours(frame)).toMatchObject({ accent: 'rgb(255, 176, 208)', surface: 'rgb(32, 32, 32)', ground: 'rgb(0, 0, 0)', text: 'rgb(238, 238, 238)' })
    expect(await poorContrasts(frame)).toEqual([])
  })
  await test.step('on paper the frame has the page’s own', async () => {
    await page.emulateMedia({ media: 'print' })
    expect(await frame.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--ink').trim())).toBe('#000')
    await page.emulateMedia({ media: null })
  })
  await test.step('and it goes back to its own', async () => {
    await host.element('one').evaluate((element) => {
      for (const name of ['style', 'class', 'theme']) element.removeAttribute(name)
    })
    await expect.poll(() => colours(frame)).toMatchObject({ accent: 'rgb(122, 0, 60)', radius: '8px', ground: GROUND.light, scheme: 'light' })
    expect(await poorContrasts(frame)).toEqual([])
  })
  await test.step('without a theme it is that of the visitor’s system, and follows it', async () => {
    await page.emulateMedia({ colorScheme: 'dark' })
    await expect.poll(() => colours(frame)).toMatchObject({ ground: GROUND.dark, scheme: 'dark' })
    expect(await poorContrasts(frame)).toEqual([])
    await host.set('one', { theme: 'light' })
    await expect.poll(() => colours(frame)).toMatchObject({ ground: GROUND.light, scheme: 'light' })
    await host.set('one', { theme: 'auto' })
    await expect.poll(() => colours(frame)).toMatchObject({ ground: GROUND.dark, scheme: 'dark' })
  })
})

test('what cannot be used is refused with a warning and an event, and the rest is applied', async ({ host, heard }) => {
  await host.open('<casd-simulator id="one" offer="foo" users="abc" lang="de" months="24" theme="pink" style="--casd-accent: #ffe600; --casd-surface: #fafafa; --casd-radius: 0px; --casd-width: wide; --casd-background: #ffffff80; --casd-text: nothing"></casd-simulator>')
  const one = host.simulator('one')
  const frame = await host.frame('one')
  await expect(one.field('months')).toHaveValue('24')
  await one.seeTotal(6552)
  await expect.poll(() => colours(frame)).toMatchObject({ accent: ACCENT, surface: 'rgb(250, 250, 250)', radius: '0px', width: '1216px' })
  await host.seeWarnings(heard, [
    'lang="de" is not applied: expected is fr or en.',
    'offer="foo" is not applied: expected is standard, cohorts, pmsi or private.',
    'users="abc" is not applied: expected is a whole number, such as 12.',
    'theme="pink" is not applied: expected is light, dark or auto.',
    '--casd-width="wide" is not applied: it is not a value of width.',
    '--casd-text="nothing" is not applied: it is not an opaque colour.',
    '--casd-background="#ffffff80" is not applied: it is not an opaque colour.',
    '--casd-accent="#ffe600" is not applied: its contrast with the surface is 1.21, at least 4.5 is needed.',
  ])
  const refused = await host.events('one', 'refused')
  expect(refused).toContainEqual(expect.objectContaining({ name: 'users', value: 'abc', why: 'expected is a whole number, such as 12' }))
  expect(refused.at(-1)).toEqual({ name: '--casd-accent', value: '#ffe600', why: expect.stringContaining('1.21'), ratio: 1.21, needed: 4.5 })

  await test.step('a property is refused once, not with each change of another', async () => {
    await host.style('one', { '--casd-accent': '#7a003c' })
    await expect.poll(async () => (await colours(frame)).accent).toBe('rgb(122, 0, 60)')
    await host.seeAllTold('one')
    expect(await host.events('one', 'refused')).toHaveLength(refused.length)
  })
  await test.step('attributes that change later', async () => {
    await host.set('one', { boxes: '1,2', users: '3' })
    await expect(one.field('users')).toHaveValue('3')
    await host.seeWarnings(heard, ['boxes="1,2" is not applied: expected is the months of each SD-Box, or "project", such as "project 6".'])
    // A number that has no price is on the form, with the reason.
    await host.set('one', { users: '5000' })
    await one.seeProblem('users', one.words.faults.atMost(1000))
    await expect.poll(async () => (await host.events('one', 'quote')).at(-1)).toEqual({ number: null, total: null, currency: null })
  })
})
