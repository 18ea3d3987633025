import { AXE } from './axe.js'
import { expect, test } from './fixtures.js'
import { Workbench } from './workbench.js'

/** The states that a visitor meets. */
const STATES = {
  'first visit': async () => {},
  'the archived example, its form closed': (simulator) => simulator.openExample('standard2018'),
  'wrong entries': async (simulator) => {
    await simulator.enterUsers('abc')
    await simulator.enterStudents('3')
    await simulator.enterBoxMonths(1, '0')
  },
  'on request': async (simulator) => {
    await simulator.tickOption('larger')
    await simulator.enter('packs', '2')
    await simulator.enterUsers('3')
    await simulator.enterStudents('1')
  },
  private: (simulator) => simulator.chooseOffer('private'),
  'a mistyped number': async (simulator) => {
    const number = await simulator.seeNumber()
    await simulator.openNumber(number.slice(0, -1) + (number.endsWith('Q') ? 'P' : 'Q'))
    await simulator.seeRefusal(simulator.words.refusals.mistyped)
  },
}

/** Keeps simulations under titles, short and long, and one entry that cannot be read. */
async function keepSome({ simulator, annexe }, damagedText = '{"format":1,"tit') {
  await annexe.keep()
  await simulator.enterUsers('abc')
  await annexe.keep()
  const damaged = ['casd-simulator.kept.1-1', damagedText]
  await simulator.page.evaluate(([key, text]) => localStorage.setItem(key, text), damaged)
  await annexe.goTo('kept')
  await annexe.rename('', 'Une thèse sur la santé des populations, avec deux doctorants et un post-doctorant')
  await expect(annexe.items).toHaveCount(3)
}

/** A number of today, one of 2018, and one with a wrong character. */
async function someNumbers(simulator) {
  const today = await simulator.seeNumber()
  await simulator.openExample('standard2018')
  await expect(simulator.number).not.toHaveText(today)
  const archived = await simulator.seeNumber()
  return { today, archived, mistyped: today.slice(0, -1) + (today.endsWith('Q') ? 'P' : 'Q') }
}

/** Checks one of those numbers, or several. */
async function check({ simulator, annexe }, ...which) {
  const numbers = await someNumbers(simulator)
  await annexe.goTo('check')
  await annexe.check(which.map((name) => numbers[name]).join(' '))
  await expect(annexe.result).toContainText('CASD-1')
}

/** Opens the price-list workbench, and has something done there. */
const atWorkbench = (act = () => {}) => async ({ simulator }) => {
  const workbench = new Workbench(simulator)
  await workbench.openAt(`&lang=${simulator.lang}`)
  await act(workbench)
}

/** Makes a new list there, with every part unfolded. */
async function unfoldedList(workbench) {
  await workbench.makeList('2027-01-01', 'casd2020')
  await workbench.enter('subscription', 'price', '240')
  await expect(workbench.part('subscription')).toBeVisible()
  await workbench.view.evaluate((view) => {
    for (const folded of view.querySelectorAll('details')) folded.open = true
  })
}

/** The states of the views beside the simulator. */
const VIEWS = {
  'nothing to check yet': ({ annexe }) => annexe.goTo('check'),
  'a number checked, of a list no longer in force': (beside) => check(beside, 'archived'),
  'a mistyped number checked': (beside) => check(beside, 'mistyped'),
  'several numbers checked': (beside) => check(beside, 'today', 'archived', 'mistyped'),
  'nothing kept': ({ annexe }) => annexe.goTo('kept'),
  'some kept': (beside) => keepSome(beside),
  'some deleted': async (beside) => {
    await keepSome(beside)
    await beside.annexe.button('delete').first().click()
    await expect(beside.annexe.button('undo')).toBeVisible()
  },
  'the workbench, without a list': atWorkbench(),
  'the workbench, with a new list': atWorkbench(unfoldedList),
  'the workbench, with errors and warnings': atWorkbench(async (workbench) => {
    await unfoldedList(workbench)
    await workbench.enter('heading', 'from', '2026-01-01')
    await workbench.enter('subscription', 'price', 'x'.repeat(80))
    await workbench.enter('heading', 'serial', '2')
    await workbench.enter('reduction', 'percent', '150')
    await expect(workbench.findings).not.toHaveCount(0)
  }),
  'the workbench, with text that is no JSON': atWorkbench(async (workbench) => {
    await workbench.enterText(`{ "lists": [${'x'.repeat(300)}`)
    await expect(workbench.findings).toHaveCount(1)
  }),
  'a preview': atWorkbench(async (workbench) => {
    await unfoldedList(workbench)
    await workbench.openPreview()
    await expect(workbench.page.locator('#standing')).not.toBeEmpty()
  }),
}

/** What axe finds on the page, with no rule switched off. */
async function examine(page) {
  await page.evaluate(AXE)
  const { violations, incomplete } = await page.evaluate(() => axe.run(document))
  const brief = (found) =>
    found.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target} ${node.failureSummary ?? ''}`))
  return { violations: brief(violations), incomplete: brief(incomplete) }
}

/** What axe finds wrong in both colour schemes; nothing is made anew between them. */
async function seeNothingWrong(page) {
  for (const colorScheme of ['light', 'dark']) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const { violations, incomplete } = await examine(page)
    if (incomplete.length > 0) console.log(`${incomplete.length} for a person to look at:\n  ${incomplete.join('\n  ')}`)
    expect(violations, colorScheme).toEqual([])
  }
}

for (const locale of ['fr-FR', 'en-GB']) {
  test.describe(locale, () => {
    test.use({ locale, contextOptions: { reducedMotion: 'reduce' } })

    for (const [state, reach] of Object.entries(STATES)) {
      test(`axe finds nothing wrong: ${state}`, async ({ simulator, page }) => {
        await simulator.open()
        await reach(simulator)
        await seeNothingWrong(page)
      })
    }

    for (const [state, reach] of Object.entries(VIEWS)) {
      test(`axe finds nothing wrong in the views: ${state}`, async ({ simulator, annexe, page }) => {
        await simulator.open()
        await reach({ simulator, annexe })
        await seeNothingWrong(page)
      })
    }
  })
}

// It scrolls on its own, and the keys cannot reach it: its `pre` in `kept_view::unreadable` takes no focus
// (axe: scrollable-region-focusable).
test('axe finds nothing wrong in the views: an entry that cannot be read, longer than its place', async ({
  simulator,
  annexe,
  page,
}) => {
  await simulator.open()
  await keepSome({ simulator, annexe }, 'cut short '.repeat(30))
  expect((await examine(page)).violations).toEqual([])
})

test('each group of the form has its legend, and each entry its label', async ({ simulator }) => {
  await simulator.open()
  for (const legend of simulator.words.legends) {
    await expect(simulator.form.getByRole('group', { name: legend, exact: true })).toBeVisible()
  }
  for (const role of ['textbox', 'radio', 'checkbox', 'button']) {
    for (const entry of await simulator.form.getByRole(role).all()) await expect(entry).toHaveAccessibleName(/\S/)
  }
})

test('what may be left empty says so in its label or legend, and what may not is told to screen readers', async ({ simulator, page }) => {
  const { words } = simulator
  await simulator.open()
  await simulator.form.getByText(words.institutions.summary, { exact: true }).click()
  const needed = await page.locator('form.project [aria-required=true]').evaluateAll((entries) => entries.map(({ id }) => id))
  expect(needed).toEqual(['start', 'months', 'users', 'students', 'box-0'])
  const optional = simulator.form.locator(':is(input, select):not([aria-required], [type=radio])')
  expect(await optional.count()).toBeGreaterThan(6)
  const silent = await optional.evaluateAll((entries) =>
    entries.flatMap((entry) => {
      const said = [...entry.labels, entry.closest('fieldset')?.querySelector(':scope > legend')].map((one) => one?.textContent ?? '')
      return said.some((text) => /\((facultati(f|ves)|optional)\)/.test(text)) ? [] : [entry.id]
    }))
  expect(silent).toEqual([])
})

test('every description that is pointed to is there', async ({ simulator, page }) => {
  await simulator.open()
  const dangling = await page.evaluate(() =>
    [...document.querySelectorAll('[aria-describedby], [aria-labelledby]')].flatMap((element) =>
      `${element.getAttribute('aria-describedby') ?? ''} ${element.getAttribute('aria-labelledby') ?? ''}`
        .split(/\s+/)
        .filter((id) => id && !document.getElementById(id)),
    ),
  )
  expect(dangling).toEqual([])
})

test('no id is given twice', async ({ simulator, page }) => {
  await simulator.open()
  const ids = await page.evaluate(() => [...document.querySelectorAll('[id]')].map((element) => element.id))
  expect(ids.length).toBe(new Set(ids).size)
})

test('the total is announced politely, once the form rests', async ({ simulator, page }) => {
  await simulator.open()
  await page.clock.pauseAt(new Date('2026-11-21T10:05:00+01:00'))
  await simulator.enterUsers('2')
  await page.clock.runFor(1_000)
  await simulator.enterUsers('3')
  await page.clock.runFor(1_000)
  await expect(simulator.announcement).not.toContainText(/[0-9]/)
  await page.clock.runFor(600)
  await simulator.seeAnnounced('Total : 4 164,00 €')
  await simulator.tickOption('larger')
  await page.clock.runFor(1_600)
  await simulator.seeAnnounced(/^Total : 4 164,00 €.*hors éléments dont le prix est sur demande$/)
})

test('nothing is announced while typing', async ({ simulator, page }) => {
  await simulator.open()
  await page.clock.pauseAt(new Date('2026-11-21T10:05:00+01:00'))
  // Whatever changes within a live region is read out: statuses, alerts, logs, and outputs too.
  await page.evaluate(() => {
    window.announced = []
    const live = '[role=status], [role=alert], [role=log], [aria-live]:not([aria-live=off]), output'
    const note = (records) => {
      for (const { target } of records) {
        const region = (target.nodeType === Node.TEXT_NODE ? target.parentElement : target)?.closest(live)
        if (region) window.announced.push(`${region.tagName} ${region.id || region.className}: ${region.textContent}`)
        // A region that is put into the page with its text is read out as well, in most readers.
      }
      for (const { addedNodes } of records) {
        for (const node of addedNodes) {
          const region = node.nodeType === Node.ELEMENT_NODE ? (node.matches(live) ? node : node.querySelector(live)) : null
          if (region?.textContent) window.announced.push(`new ${region.tagName} ${region.id}: ${region.textContent}`)
        }
      }
    }
    new MutationObserver(note).observe(document.body, { childList: true, characterData: true, subtree: true })
  })
  await simulator.field('users').focus()
  await page.keyboard.press('Control+A')
  await page.keyboard.type('123')
  await simulator.seeTotal('57 444,00 €')
  expect(await page.evaluate(() => window.announced)).toEqual([])
})

/** What sticks out to the right, if anything. */
async function sticksOut(page) {
  return page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement
    // A table of many columns, and an entry that cannot be read, scroll on their own.
    const wide = [...document.querySelectorAll('#standing, #simulator *, #annexe *')].filter(
      (element) =>
        element.getBoundingClientRect().right > clientWidth + 0.5 && !element.closest('.announcement, .wide > *, pre > *'),
    )
    return { scrolls: scrollWidth > clientWidth, wide: wide.map((element) => `${element.tagName} ${element.id || element.className}: ${element.textContent.slice(0, 40)}`) }
  })
}

// 1280 px at 400 % is 320 px at 100 % (WCAG 1.4.10).
for (const locale of ['fr-FR', 'en-GB']) {
  test.describe(`at 320 px, in ${locale}`, () => {
    test.use({ locale, viewport: { width: 320, height: 640 } })

    for (const [state, reach] of Object.entries(STATES)) {
      test(`nothing is cut off or scrolls sideways: ${state}`, async ({ simulator, page }) => {
        await simulator.open()
        await reach(simulator)
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
        expect(await sticksOut(page)).toEqual({ scrolls: false, wide: [] })
      })
    }
  })
}

for (const locale of ['fr-FR', 'en-GB']) {
  test.describe(`the views, in ${locale}`, () => {
    test.use({ locale, viewport: { width: 390, height: 844 } })

    for (const [state, reach] of Object.entries(VIEWS)) {
      test(`nothing is cut off or scrolls sideways at 390 or 320 px: ${state}`, async ({ simulator, annexe, page }) => {
        await simulator.open()
        await reach({ simulator, annexe })
        for (const width of [390, 320]) {
          await page.setViewportSize({ width, height: 844 })
          expect(await sticksOut(page), `at ${width} px`).toEqual({ scrolls: false, wide: [] })
        }
      })
    }
  })
}

for (const [state, reach] of Object.entries(VIEWS)) {
  test(`in the views, text can be twice as large without anything cut off: ${state}`, async ({ simulator, annexe, page }) => {
    await simulator.open()
    await reach({ simulator, annexe })
    for (const width of [1280, 640]) {
      await page.setViewportSize({ width, height: 900 })
      await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'))
      expect(await sticksOut(page)).toEqual({ scrolls: false, wide: [] })
    }
  })
}

test('an entry that cannot be read, longer than its place, does not make the page scroll', async ({ simulator, annexe, page }) => {
  await page.setViewportSize({ width: 320, height: 844 })
  await simulator.open()
  await keepSome({ simulator, annexe }, 'cut short '.repeat(30))
  expect(await sticksOut(page)).toEqual({ scrolls: false, wide: [] })
})

test('a table that scrolls on its own can be reached and scrolled with the keys', async ({ simulator, annexe, page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await simulator.open()
  await check({ simulator, annexe }, 'today', 'archived')
  const table = annexe.result.locator('.wide')
  await table.focus()
  await expect(table).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => table.evaluate((element) => element.scrollLeft)).toBeGreaterThan(0)
})

test('in the views, each entry and button has its name, no id is given twice, and every description is there', async ({
  simulator,
  annexe,
  page,
}) => {
  await simulator.open()
  await keepSome({ simulator, annexe })
  const workbench = new Workbench(simulator)
  const views = {
    kept: () => annexe.goTo('kept'),
    check: () => annexe.goTo('check'),
    prices: async () => {
      await workbench.openAt()
      await unfoldedList(workbench)
    },
  }
  for (const [view, reach] of Object.entries(views)) {
    await reach()
    const shown = view === 'prices' ? workbench.view : annexe.view(view)
    for (const role of ['textbox', 'button', 'combobox', 'checkbox']) {
      for (const entry of await shown.getByRole(role).all()) await expect(entry).toHaveAccessibleName(/\S/)
    }
    const { ids, dangling } = await page.evaluate(() => ({
      ids: [...document.querySelectorAll('[id]')].map((element) => element.id),
      dangling: [...document.querySelectorAll('[aria-describedby], [aria-labelledby]')].flatMap((element) =>
        `${element.getAttribute('aria-describedby') ?? ''} ${element.getAttribute('aria-labelledby') ?? ''}`
          .split(/\s+/)
          .filter((id) => id && !document.getElementById(id)),
      ),
    }))
    expect(ids.length).toBe(new Set(ids).size)
    expect(dangling).toEqual([])
  }
})

test('text can be twice as large without anything cut off', async ({ simulator, page }) => {
  await simulator.open()
  await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'))
  expect(await sticksOut(page)).toEqual({ scrolls: false, wide: [] })
})

test('the title and the switch do not overlap, at any width', async ({ simulator, page }) => {
  await simulator.open()
  for (const width of [320, 390, 768, 1280]) {
    await page.setViewportSize({ width, height: 800 })
    const overlap = await page.evaluate(() => {
      const range = document.createRange()
      range.selectNodeContents(document.querySelector('h1'))
      const other = document.querySelector('.language').getBoundingClientRect()
      return [...range.getClientRects()].some((one) => one.right > other.left && one.bottom > other.top && one.top < other.bottom)
    })
    expect(overlap, `at ${width} px`).toBe(false)
  }
})

test.describe('on a touch screen', () => {
  test.use({ viewport: { width: 390, height: 844 } })

  test('what one presses is at least 24 px in both directions', async ({ simulator, page }) => {
    await simulator.open()
    // What is folded away is pressed too, once it is unfolded; and the share sheet, where there is one.
    await page.evaluate(() => {
      for (const folded of document.querySelectorAll('details')) folded.open = true
      document.documentElement.toggleAttribute('data-shares', true)
    })
    const small = await page.evaluate(() =>
      [...document.querySelectorAll('button, a.button, input, select, textarea, summary')].flatMap((element) => {
        const target = element.matches('[type=radio], [type=checkbox]')
          ? [element, ...element.labels].map((one) => one.getBoundingClientRect())
          : [element.getBoundingClientRect()]
        const [height, width] = [Math.max(...target.map((one) => one.height)), Math.max(...target.map((one) => one.width))]
        return height >= 24 && width >= 24 ? [] : [`${element.id || element.textContent} ${width}×${height}`]
      }),
    )
    expect(small).toEqual([])
  })

  for (const [state, reach] of Object.entries(VIEWS)) {
    test(`in the views, what one presses is at least 24 px in both directions: ${state}`, async ({ simulator, annexe }) => {
      await simulator.open()
      await reach({ simulator, annexe })
      const small = await annexe.page.locator('#annexe').evaluate((views) =>
        [...views.querySelectorAll('button, a.button, input, select, textarea, summary')].flatMap((element) => {
          if (!element.checkVisibility()) return []
          const pressed = [element, ...(element.type === 'checkbox' ? element.labels : [])].map((one) => one.getBoundingClientRect())
          const [height, width] = [Math.max(...pressed.map((one) => one.height)), Math.max(...pressed.map((one) => one.width))]
          return height >= 24 && width >= 24 ? [] : [`${element.id || element.textContent} ${width}×${height}`]
        }),
      )
      expect(small).toEqual([])
    })
  }
})

test.describe('with forced colours and reduced motion', () => {
  test.use({ contextOptions: { forcedColors: 'active', reducedMotion: 'reduce' } })

  test('the page works, shows what is chosen, and does not move', async ({ simulator, page }) => {
    await simulator.open()
    expect(await page.evaluate(() => matchMedia('(forced-colors: active)').matches && matchMedia('(prefers-reduced-motion: reduce)').matches)).toBe(true)
    await simulator.chooseOffer('cohorts')
    const outlined = (radio) => getComputedStyle(radio.closest('.choice')).outlineStyle
    expect(await simulator.offer('cohorts').evaluate(outlined)).not.toBe('none')
    expect(await simulator.offer('standard').evaluate(outlined)).toBe('none')
    await simulator.enterUsers('2')
    await simulator.seeTotal('4 440,00 €')
    const moving = await page.evaluate(() =>
      [...document.querySelectorAll('*')].filter((element) => {
        const { transitionDuration, animationName } = getComputedStyle(element)
        return transitionDuration.split(',').some((one) => parseFloat(one) > 0) || animationName !== 'none'
      }).length,
    )
    expect(moving).toBe(0)
    await simulator.enterUsers('x')
    await simulator.seeProblem('users', simulator.words.faults.misread)
  })
})
