import { TOTAL_2018 } from './archived.js'
import { Annexe } from './annexe.js'
import { expect, test } from './fixtures.js'
import { Simulator } from './simulator.js'

/** A simulation of so many users, its number. */
async function describe(simulator, users) {
  await simulator.enterUsers(users)
  return simulator.seeNumber()
}

/** Keeps a simulation for each title, the first one first. */
async function keepTitled(simulator, annexe, titles) {
  for (const [at, title] of titles.entries()) {
    await describe(simulator, String(at + 2))
    await annexe.keep()
    await annexe.goTo('kept')
    await annexe.rename('', title)
    await annexe.goBackToSimulator()
    // The newest stands first, by the clock.
    await simulator.page.clock.runFor(1_000)
  }
  await annexe.goTo('kept')
  await annexe.seeTitles([...titles].reverse())
}

/** Another tab of the same browser. */
async function anotherTab(simulator) {
  const other = new Simulator(await simulator.page.context().newPage(), simulator.lang)
  return { simulator: other, annexe: new Annexe(other) }
}

for (const locale of ['fr-FR', 'en-GB']) {
  test.describe(`in ${locale}`, () => {
    test.use({ locale })

    test('nothing is kept at first, and the list says how to begin', async ({ annexe }) => {
      await annexe.openAt('kept')
      await annexe.seeNothingKept()
      await expect(annexe.button('deleteAll')).toHaveCount(0)
      expect(await annexe.stored()).toEqual({})
    })

    test('a priced form is kept, with its number, and opens with the same total', async ({ simulator, annexe }) => {
      const { lang } = simulator
      const total = { fr: '5 052,00 €', en: '€5,052.00' }[lang]
      await simulator.open()
      await simulator.enterUsers('5')
      await simulator.seeTotal(total)
      const issued = await simulator.everything()
      await annexe.keep()
      await simulator.enterUsers('1')
      await annexe.goTo('kept')
      await expect(annexe.items).toHaveCount(1)
      await expect(annexe.items).toContainText(issued.number)
      const described = { fr: /5\s052,00\s€ · Projet standard · 21\snovembre\s2026/, en: /€5,052\.00 · Standard project · 21\sNovember\s2026/ }
      await expect(annexe.items).toContainText(described[lang])
      await annexe.press('open', '')
      await annexe.seeSimulator()
      await simulator.seeTotal(total)
      expect(await simulator.everything()).toEqual(issued)
    })

    test('a form with wrong entries is kept as it was typed', async ({ simulator, annexe }) => {
      const { words } = simulator
      await simulator.open()
      await simulator.chooseOffer('cohorts')
      await simulator.enterUsers('a & b=c')
      await simulator.addBox()
      await simulator.enterBoxMonths(2, 'six')
      await simulator.tickOption('exports')
      const before = await simulator.entries()
      await annexe.keep()
      await simulator.chooseOffer('pmsi')
      await annexe.goTo('kept')
      await expect(annexe.items).toContainText(`${words.annexe.draft} · ${words.offers.cohorts}`)
      await annexe.press('open', '')
      await annexe.seeSimulator()
      expect(await simulator.entries()).toEqual(before)
      await simulator.seeProblem('users', words.faults.misread)
      await simulator.seeProblem('box 2', words.faults.misread)
    })

    test('what is deleted can be put back, one or all', async ({ simulator, annexe }) => {
      await simulator.open()
      await keepTitled(simulator, annexe, ['Thèse', 'Projet A', 'Projet B'])
      const before = await annexe.stored()

      await annexe.press('delete', 'Projet A')
      await annexe.seeTitles(['Projet B', 'Thèse'])
      await annexe.seeSaid(annexe.words.deleted(1))
      await annexe.button('undo').click()
      await annexe.seeTitles(['Projet B', 'Projet A', 'Thèse'])
      await expect(annexe.button('undo')).toHaveCount(0)
      expect(await annexe.stored()).toEqual(before)

      await annexe.button('deleteAll').click()
      await annexe.seeNothingKept()
      await annexe.seeSaid(annexe.words.deleted(3))
      expect(await annexe.stored()).toEqual({})
      await annexe.button('undo').click()
      await annexe.seeTitles(['Projet B', 'Projet A', 'Thèse'])
      expect(await annexe.stored()).toEqual(before)
    })

    test('a duplicate is one more, called a copy', async ({ simulator, annexe }) => {
      await simulator.open()
      await keepTitled(simulator, annexe, ['Thèse'])
      await simulator.page.reload()
      await annexe.seeView('kept')
      await annexe.press('duplicate', 'Thèse')
      await annexe.seeTitles([annexe.words.copyOf('Thèse'), 'Thèse'])
      const [one, other] = Object.values(await annexe.stored()).map((text) => JSON.parse(text).number)
      expect(one).toBe(other)
      await annexe.press('delete', 'Thèse')
      await annexe.seeTitles([annexe.words.copyOf('Thèse')])
    })

    test('where the browser keeps nothing, it says so, and the simulator works', async ({ simulator, annexe, page }) => {
      await page.addInitScript(() => {
        for (const name of ['localStorage', 'sessionStorage']) {
          Object.defineProperty(window, name, {
            get() {
              throw new DOMException('denied', 'SecurityError')
            },
          })
        }
      })
      await simulator.open()
      await simulator.enterUsers('5')
      await annexe.failToKeep(annexe.words.noStorage)
      await annexe.goTo('kept')
      await expect(annexe.view('kept').getByText(annexe.words.noStorage)).toBeVisible()
      await annexe.goBackToSimulator()
      await simulator.switchLanguage()
      await expect(simulator.field('users')).toHaveValue('5')
      await simulator.seeNumber()
    })

    test('where the storage is full, it says so, and what is kept already stays', async ({ simulator, annexe, page }) => {
      await simulator.open()
      await keepTitled(simulator, annexe, ['Thèse'])
      const before = await annexe.stored()
      await page.evaluate(() => {
        Storage.prototype.setItem = () => {
          throw new DOMException('full', 'QuotaExceededError')
        }
      })
      await annexe.press('duplicate', 'Thèse')
      await annexe.seeFailed(annexe.words.full)
      await annexe.rename('Thèse', 'Autre titre')
      await annexe.seeFailed(annexe.words.full)
      expect(await annexe.stored()).toEqual(before)
      await annexe.goBackToSimulator()
      await simulator.enterUsers('9')
      await annexe.failToKeep(annexe.words.full)
      await simulator.seeNumber()
      expect(await annexe.stored()).toEqual(before)
    })
  })
}

test('a reopened number of 2018 is kept and opens at its own prices', async ({ simulator, annexe, someoneElse }) => {
  const other = await someoneElse()
  await other.open()
  await other.openExample('standard2018')
  const number = await other.seeNumber()
  await simulator.open(`./#${number.replaceAll('-', '')}`)
  await simulator.seeTotal(TOTAL_2018.fr)
  await annexe.keep()
  await simulator.button('again').click()
  await annexe.goTo('kept')
  await annexe.press('open', '')
  await annexe.seeSimulator()
  await simulator.seeTotal(TOTAL_2018.fr)
  await expect(simulator.number).toHaveText(number)
  await expect(simulator.field('users')).toBeDisabled()
})

test('an example is kept too', async ({ simulator, annexe }) => {
  await simulator.open()
  await simulator.openExample('pmsi')
  await annexe.keep()
  await simulator.button('again').click()
  await annexe.goTo('kept')
  await annexe.press('open', '')
  await simulator.seeTotal('2 454,00 €')
})

test('a private project is kept as a form', async ({ simulator, annexe }) => {
  await simulator.open()
  await simulator.chooseOffer('private')
  await annexe.keep()
  await simulator.chooseOffer('standard')
  await annexe.goTo('kept')
  await annexe.press('open', '')
  await annexe.seeSimulator()
  await expect(simulator.offer('private')).toBeChecked()
})

test('what is kept is kept at once, however lately it was typed', async ({ simulator, annexe }) => {
  await simulator.open()
  await simulator.enterUsers('2')
  await simulator.rest()
  await simulator.enterUsers('abc')
  await annexe.keep()
  await annexe.goTo('kept')
  await expect(annexe.items).toContainText(annexe.words.draft)
  await annexe.press('open', '')
  await expect(simulator.field('users')).toHaveValue('abc')
})

test('titles are kept, and stay after a reload', async ({ simulator, annexe, page }) => {
  await simulator.open()
  await keepTitled(simulator, annexe, ['Thèse de Zoé 😀', 'Projet « santé »'])
  await page.reload()
  await annexe.seeView('kept')
  await annexe.seeTitles(['Projet « santé »', 'Thèse de Zoé 😀'])
  await annexe.rename('Thèse de Zoé 😀', '')
  await page.reload()
  await annexe.seeTitles(['Projet « santé »', ''])
  await expect(annexe.titles.nth(1)).toHaveAttribute('placeholder', annexe.words.untitled)
})

test('a title has an end, and its length does no harm', async ({ simulator, annexe, page }) => {
  await simulator.open()
  await annexe.keep()
  await annexe.goTo('kept')
  const field = annexe.titles
  await field.fill('x'.repeat(5_000))
  await field.press('Tab')
  await expect.poll(async () => Object.values(await annexe.stored())[0]).toContain('xxx')
  await page.reload()
  await expect(annexe.titles).toHaveValue('x'.repeat(120))
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
})

test('script in a title is only text', async ({ simulator, annexe, page }) => {
  const title = '"><img src=x onerror="window.ran=true"><script>window.ran=true</script>'
  await simulator.open()
  await keepTitled(simulator, annexe, [title])
  await page.reload()
  await annexe.seeTitles([title])
  await annexe.press('duplicate', title)
  await annexe.seeTitles([annexe.words.copyOf(title), title])
  await annexe.press('delete', title)
  expect(await page.evaluate(() => window.ran)).toBeUndefined()
  await expect(annexe.view('kept').locator('img, script')).toHaveCount(0)
})

// A duplicate takes the title that the list was made with: `item` clones `kept` for it, and `rename` does
// not make the list anew.
test('a duplicate has the title just given', async ({ simulator, annexe }) => {
  await simulator.open()
  await annexe.keep()
  await annexe.goTo('kept')
  await annexe.rename('', 'Thèse')
  await annexe.press('duplicate', 'Thèse')
  await annexe.seeTitles([annexe.words.copyOf('Thèse'), 'Thèse'])
})

test('another browser sees nothing of it', async ({ simulator, annexe, someoneElse }) => {
  await simulator.open()
  await annexe.keep()
  const other = new Annexe(await someoneElse())
  await other.openAt('kept')
  await other.seeNothingKept()
})

const KEY = 'casd-simulator.kept.'

/** Entries that this version cannot read: damaged, foreign, or of a later format. */
const UNREADABLE = {
  [`${KEY}1-damaged`]: '{"format":1,"title":"cut sho',
  [`${KEY}2-empty`]: '',
  [`${KEY}3-later`]: '{"format":2,"title":"Later","kept":1763715600000,"simulations":["CASD-1"]}',
  [`${KEY}4-foreign`]: '<img src=x onerror="window.ran=true">',
  [`${KEY}5-nothing`]: '{"format":1,"title":"Neither number nor form"}',
}

test('entries that cannot be read are shown and left alone, and the others work', async ({ simulator, annexe, page }) => {
  await simulator.open()
  await keepTitled(simulator, annexe, ['Thèse', 'Projet A'])
  await page.evaluate((entries) => Object.entries(entries).forEach(([key, text]) => localStorage.setItem(key, text)), UNREADABLE)
  await page.reload()
  await annexe.seeTitles(['Projet A', 'Thèse'])
  await expect(annexe.items).toHaveCount(7)
  await expect(annexe.list.getByText(annexe.words.unreadable)).toHaveCount(5)
  for (const text of Object.values(UNREADABLE).filter(Boolean)) {
    await expect(annexe.list.getByText(text, { exact: true })).toBeVisible()
  }
  expect(await page.evaluate(() => window.ran)).toBeUndefined()

  await annexe.rename('Thèse', 'Ma thèse')
  await annexe.press('delete', 'Projet A')
  await annexe.seeTitles(['Ma thèse'])
  expect(await annexe.stored()).toMatchObject(UNREADABLE)

  const later = annexe.items.filter({ hasText: '"format":2' })
  await annexe.button('delete', later).click()
  await expect(annexe.items).toHaveCount(5)
  expect(Object.keys(await annexe.stored())).not.toContain(`${KEY}3-later`)
  await annexe.button('undo').click()
  await expect(annexe.items).toHaveCount(6)
  expect(await annexe.stored()).toMatchObject(UNREADABLE)

  await annexe.press('open', 'Ma thèse')
  await simulator.seeTotal('3 720,00 €')
})

test('what else the storage holds is left alone, and none of it is shown', async ({ simulator, annexe, page }) => {
  await simulator.open()
  await page.evaluate(() => localStorage.setItem('another-page', '{"format":1,"number":"CASD-1"}'))
  await annexe.keep()
  await annexe.goTo('kept')
  await expect(annexe.items).toHaveCount(1)
  await annexe.button('deleteAll').click()
  await annexe.seeNothingKept()
  expect(await page.evaluate(() => localStorage.getItem('another-page'))).toBe('{"format":1,"number":"CASD-1"}')
})

test('a kept number that no longer opens says why, and harms no other', async ({ simulator, annexe, page }) => {
  await simulator.open()
  const number = await simulator.seeNumber()
  const wrong = number.slice(0, -1) + (number.endsWith('Q') ? 'P' : 'Q')
  await page.evaluate(
    ([key, number]) => localStorage.setItem(key, JSON.stringify({ format: 1, title: 'Wrong', kept: 1, number })),
    [`${KEY}1-1`, wrong],
  )
  await annexe.keep()
  await annexe.goTo('kept')
  await annexe.seeTitles(['', 'Wrong'])
  await expect(await annexe.item('Wrong')).toContainText(simulator.words.refusals.mistyped.source.replace(/[\^\\]/g, '').slice(0, 40))
  await annexe.press('open', 'Wrong')
  await annexe.seeSimulator()
  await simulator.seeRefusal(simulator.words.refusals.mistyped)
})

test('two tabs add, rename and delete at the same time, and lose nothing', async ({ simulator, annexe }) => {
  await simulator.open()
  await keepTitled(simulator, annexe, ['Thèse', 'Projet A', 'Projet B'])
  const other = await anotherTab(simulator)
  await other.annexe.openAt('kept')
  await other.annexe.seeTitles(['Projet B', 'Projet A', 'Thèse'])

  // Each tab sees what the other one does.
  await annexe.rename('Thèse', 'Ma thèse')
  await other.annexe.seeTitles(['Projet B', 'Projet A', 'Ma thèse'])
  await other.annexe.rename('Projet A', 'Projet C')
  for (const tab of [annexe, other.annexe]) await tab.seeTitles(['Projet B', 'Projet C', 'Ma thèse'])
  await annexe.press('delete', 'Projet B')
  for (const tab of [annexe, other.annexe]) await tab.seeTitles(['Projet C', 'Ma thèse'])

  // One adds while the other deletes and puts back.
  await other.annexe.goBackToSimulator()
  await other.simulator.enterUsers('9')
  await other.annexe.keep()
  await annexe.seeTitles(['', 'Projet C', 'Ma thèse'])
  await annexe.rename('', 'De l’autre fenêtre')
  await annexe.press('delete', 'Ma thèse')
  await other.annexe.goTo('kept')
  await other.annexe.seeTitles(['De l’autre fenêtre', 'Projet C'])
  await annexe.button('undo').click()
  for (const tab of [annexe, other.annexe]) await tab.seeTitles(['De l’autre fenêtre', 'Projet C', 'Ma thèse'])
})

test('renaming what another window deleted says so, and does not bring it back', async ({ simulator, annexe, page }) => {
  await simulator.open()
  await keepTitled(simulator, annexe, ['Thèse', 'Projet A'])
  const key = Object.entries(await annexe.stored()).find(([, text]) => text.includes('Thèse'))[0]
  // In the moment before this window hears of it.
  await page.evaluate((key) => localStorage.removeItem(key), key)
  await annexe.rename('Thèse', 'Ma thèse')
  await annexe.seeFailed(annexe.words.gone)
  await annexe.seeTitles(['Projet A'])
  expect(Object.keys(await annexe.stored())).toHaveLength(1)
})

// The list is made anew whenever another window stores something, and what was half typed goes with the field:
// `kept_view` shows the list in `live`, on `annexe.stored`.
test('a title that one is typing stays, while another window keeps something', async ({ simulator, annexe, page }) => {
  await simulator.open()
  await keepTitled(simulator, annexe, ['Thèse'])
  const other = await anotherTab(simulator)
  await other.simulator.open()
  await annexe.titles.first().focus()
  await page.keyboard.press('End')
  await page.keyboard.type(' de Zo')
  await other.annexe.keep()
  await expect(annexe.items).toHaveCount(2)
  await page.keyboard.type('é')
  await page.keyboard.press('Tab')
  await annexe.seeTitles(['', 'Thèse de Zoé'])
})

test('another language keeps the list', async ({ simulator, annexe }) => {
  await simulator.open()
  await keepTitled(simulator, annexe, ['Thèse'])
  await simulator.switchLanguage()
  await annexe.seeView('kept')
  await annexe.seeTitles(['Thèse'])
  await expect(annexe.items).toContainText('€3,720.00')
})

test('the list needs no mouse, and deleting does not lose the focus', async ({ simulator, annexe, page }) => {
  await simulator.open()
  await annexe.keep()
  await annexe.button('kept').focus()
  await page.keyboard.press('Enter')
  await annexe.seeView('kept')
  await expect(annexe.view('kept').getByRole('heading', { level: 2 })).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(annexe.titles).toBeFocused()
  await page.keyboard.type('Thèse')
  for (const button of ['open', 'duplicate', 'delete']) {
    await page.keyboard.press('Tab')
    await expect(annexe.button(button)).toBeFocused()
  }
  await expect.poll(async () => Object.values(await annexe.stored())[0]).toContain('Thèse')
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Enter')
  await annexe.seeSimulator()
  await simulator.seeTotal('3 276,00 €')
})

// Each makes the list anew, or goes itself.
for (const button of ['duplicate', 'delete', 'deleteAll', 'undo']) {
  test(`the focus is not lost after “${button}”`, async ({ simulator, annexe, page }) => {
    await simulator.open()
    await keepTitled(simulator, annexe, ['Thèse', 'Projet A'])
    if (button === 'undo') await annexe.press('delete', 'Thèse')
    await annexe.button(button).first().focus()
    await page.keyboard.press('Enter')
    await expect(annexe.items).toHaveCount({ duplicate: 3, delete: 1, deleteAll: 0, undo: 2 }[button])
    await page.clock.runFor(100)
    await expect.poll(() => page.evaluate(() => document.activeElement !== document.body)).toBe(true)
  })
}

test('nothing is stored unless one asks for it', async ({ simulator, annexe, page }) => {
  await simulator.open()
  await simulator.enterUsers('4')
  await simulator.openExample('standard2018')
  const number = await simulator.seeNumber()
  await simulator.stay()
  await annexe.goTo('check')
  await annexe.check(number)
  await annexe.goTo('kept')
  await annexe.seeNothingKept()
  expect(await page.evaluate(() => [Object.keys(localStorage), Object.keys(sessionStorage)])).toEqual([[], []])
})
