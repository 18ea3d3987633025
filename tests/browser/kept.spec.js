// What is kept on this device: put there, read back, renamed, deleted, across tabs, and where the browser refuses.
// What an entry is, and what is none, is proved by tests/kept.rs.

import { TOTAL_2018 } from './archived.js'
import { Annexe } from './annexe.js'
import { expect, test } from './fixtures.js'
import { Simulator } from './simulator.js'

const KEY = 'casd-simulator.kept.'

/** Keeps a simulation for each title, the first one first: of two users, of three, and so on. */
async function keepTitled(simulator, annexe, titles) {
  for (const [at, title] of titles.entries()) {
    await simulator.enterUsers(String(at + 2))
    await simulator.seeNumber()
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

/** Whether something has the focus: the page is where one is after that went. */
const seeFocusOnSomething = (page) => expect.poll(() => page.evaluate(() => document.activeElement !== document.body)).toBe(true)

test('what is kept opens as it was: with an estimate, with wrong entries, of 2018, private', async ({ simulator, annexe }) => {
  const { words, lang } = simulator
  const next = async () => {
    await annexe.keep()
    await simulator.page.clock.runFor(1_000)
  }
  await simulator.open()
  await simulator.enterUsers('5')
  await simulator.seeTotal(5_052)
  const issued = await simulator.everything()
  await next()
  await simulator.chooseOffer('cohorts')
  await simulator.addBox()
  await simulator.enterBoxMonths(2, 'six')
  await simulator.tickOption('exports')
  await simulator.rest()
  // However lately it was typed.
  await simulator.enterUsers('a & b=c')
  const wrong = await simulator.entries()
  await next()
  await simulator.chooseOffer('private')
  await next()
  await simulator.openExample('standard2018')
  await simulator.seeTotal(TOTAL_2018[lang])
  const archived = await simulator.everything()
  await next()
  await simulator.button('again').click()

  /** Opens one from the list: the newest is the first. */
  const open = async (at, description) => {
    await annexe.goTo('kept')
    await expect(annexe.items).toHaveCount(4)
    const item = annexe.items.nth(at)
    for (const part of description) await expect(item).toContainText(part)
    await annexe.button('open', item).click()
    await annexe.seeSimulator()
  }
  const day = { fr: /21\snovembre\s2026/, en: /21\sNovember\s2026/ }[lang]
  await open(3, [issued.number, `${simulator.euros(5_052)} · ${words.offers.standard} · `, day])
  await simulator.seeTotal(5_052)
  expect(await simulator.everything()).toEqual(issued)
  await open(2, [`${words.annexe.draft} · ${words.offers.cohorts}`])
  expect(await simulator.entries()).toEqual(wrong)
  await simulator.seeProblem('users', words.faults.misread)
  await simulator.seeProblem('box 2', words.faults.misread)
  await open(1, [words.offers.private])
  await expect(simulator.offer('private')).toBeChecked()
  await open(0, [archived.number])
  await simulator.seeTotal(TOTAL_2018[lang])
  expect(await simulator.everything()).toEqual(archived)
  await expect(simulator.field('users')).toBeDisabled()
})

test('what is deleted can be put back, one or all', async ({ simulator, annexe, page }) => {
  const script = '"><img src=x onerror="window.ran=true"><script>window.ran=true</script>'
  await simulator.open()
  await keepTitled(simulator, annexe, ['Thèse de Zoé 😀', 'Projet « santé »', script])
  const before = await annexe.stored()
  await page.reload()
  await annexe.seeTitles([script, 'Projet « santé »', 'Thèse de Zoé 😀'])
  expect(await page.evaluate(() => window.ran)).toBeUndefined()
  await expect(annexe.view('kept').locator('img, script')).toHaveCount(0)

  await annexe.press('delete', 'Projet « santé »')
  await annexe.seeTitles([script, 'Thèse de Zoé 😀'])
  await annexe.seeSaid(annexe.words.deleted(1))
  await annexe.button('undo').click()
  await annexe.seeTitles([script, 'Projet « santé »', 'Thèse de Zoé 😀'])
  await expect(annexe.button('undo')).toHaveCount(0)
  expect(await annexe.stored()).toEqual(before)

  await annexe.button('deleteAll').click()
  await annexe.seeNothingKept()
  await annexe.seeSaid(annexe.words.deleted(3))
  expect(await annexe.stored()).toEqual({})
  await annexe.button('undo').click()
  await annexe.seeTitles([script, 'Projet « santé »', 'Thèse de Zoé 😀'])
  expect(await annexe.stored()).toEqual(before)

  await test.step('a duplicate is one more, under the title just given, called a copy', async () => {
    await annexe.rename(script, 'Projet')
    await annexe.press('duplicate', 'Projet')
    await annexe.seeTitles([annexe.words.copyOf('Projet'), 'Projet', 'Projet « santé »', 'Thèse de Zoé 😀'])
    const kept = Object.values(await annexe.stored()).map((text) => JSON.parse(text))
    const numbers = kept.filter(({ title }) => title.endsWith('Projet')).map(({ number }) => number)
    expect(numbers).toHaveLength(2)
    expect(numbers[0]).toBe(numbers[1])
    await annexe.press('delete', 'Projet')
    await annexe.seeTitles([annexe.words.copyOf('Projet'), 'Projet « santé »', 'Thèse de Zoé 😀'])
  })
  const titles = [annexe.words.copyOf('Projet'), '', 'x'.repeat(120)]
  await test.step('a title can be taken back, and has an end', async () => {
    await annexe.rename('Projet « santé »', '')
    await annexe.rename('Thèse de Zoé 😀', 'x'.repeat(5_000))
    await page.reload()
    await annexe.seeTitles(titles)
    await expect(annexe.titles.nth(1)).toHaveAttribute('placeholder', annexe.words.untitled)
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
  })
  await test.step('another language keeps the list', async () => {
    await simulator.switchLanguage()
    await annexe.seeView('kept')
    await annexe.seeTitles(titles)
    await expect(annexe.items.nth(1)).toContainText(simulator.euros(4_164))
  })
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

  // Each makes the list anew, or goes itself.
  for (const [button, left] of [['duplicate', 2], ['delete', 1], ['undo', 2], ['deleteAll', 0], ['undo', 2]]) {
    await test.step(`after “${button}”`, async () => {
      await annexe.button(button).first().focus()
      await page.keyboard.press('Enter')
      await expect(annexe.items).toHaveCount(left)
      await page.clock.runFor(100)
      await seeFocusOnSomething(page)
    })
  }
  await annexe.button('open').first().focus()
  await page.keyboard.press('Enter')
  await annexe.seeSimulator()
  await simulator.seeTotal(3_276)
})

test('where the browser refuses storage and the address, it says that nothing is kept, and the simulator works', async ({ simulator, annexe, page }) => {
  await page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage']) {
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException('denied', 'SecurityError')
        },
      })
    }
    history.replaceState = () => {
      throw new DOMException('too often', 'SecurityError')
    }
  })
  await simulator.open()
  await simulator.enterUsers('5')
  await simulator.stay()
  await simulator.seeTotal(5_052)
  await annexe.failToKeep(annexe.words.noStorage)
  await annexe.goTo('kept')
  await expect(annexe.view('kept').getByText(annexe.words.noStorage)).toBeVisible()
  await annexe.goBackToSimulator()
  await simulator.switchLanguage()
  await expect(simulator.field('users')).toHaveValue('5')
  await simulator.seeTotal(5_052)
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

/** Entries that this version cannot read: damaged, foreign, or of a later format. */
const UNREADABLE = {
  [`${KEY}1-damaged`]: '{"format":1,"title":"cut sho',
  [`${KEY}2-empty`]: '',
  [`${KEY}3-later`]: '{"format":2,"title":"Later","kept":1763715600000,"simulations":["CASD-1"]}',
  [`${KEY}4-foreign`]: '<img src=x onerror="window.ran=true">',
}

test('entries that cannot be read are shown and left alone, and the others work', async ({ simulator, annexe, page }) => {
  await simulator.open()
  const number = await simulator.seeNumber()
  await keepTitled(simulator, annexe, ['Thèse', 'Projet A'])
  const wrong = number.slice(0, -1) + (number.endsWith('Q') ? 'P' : 'Q')
  const mistyped = { [`${KEY}1-1`]: JSON.stringify({ format: 1, title: 'Wrong', kept: 1, number: wrong }) }
  const foreign = { 'another-page': '{"format":1,"number":"CASD-1"}' }
  await page.evaluate((entries) => Object.entries(entries).forEach(([key, text]) => localStorage.setItem(key, text)), {
    ...UNREADABLE,
    ...mistyped,
    ...foreign,
  })
  await page.reload()
  // What else the storage holds is not shown.
  await annexe.seeTitles(['Projet A', 'Thèse', 'Wrong'])
  await expect(annexe.items).toHaveCount(7)
  await expect(annexe.list.getByText(annexe.words.unreadable)).toHaveCount(4)
  for (const text of Object.values(UNREADABLE).filter(Boolean)) {
    await expect(annexe.list.getByText(text, { exact: true })).toBeVisible()
  }
  expect(await page.evaluate(() => window.ran)).toBeUndefined()

  await annexe.rename('Thèse', 'Ma thèse')
  await annexe.press('delete', 'Projet A')
  await annexe.seeTitles(['Ma thèse', 'Wrong'])
  expect(await annexe.stored()).toMatchObject({ ...UNREADABLE, ...mistyped })

  const later = annexe.items.filter({ hasText: '"format":2' })
  await annexe.button('delete', later).click()
  await expect(annexe.items).toHaveCount(5)
  expect(Object.keys(await annexe.stored())).not.toContain(`${KEY}3-later`)
  await annexe.button('undo').click()
  await expect(annexe.items).toHaveCount(6)
  expect(await annexe.stored()).toMatchObject(UNREADABLE)

  await test.step('a number that does not open says why', async () => {
    const { mistyped: why } = simulator.words.refusals
    await expect(await annexe.item('Wrong')).toContainText(why.source.replace(/[\^\\]/g, '').slice(0, 40))
    await annexe.press('open', 'Wrong')
    await annexe.seeSimulator()
    await simulator.seeRefusal(why)
  })
  await annexe.goTo('kept')
  await annexe.press('open', 'Ma thèse')
  await simulator.seeTotal(3_720)
  await annexe.goTo('kept')
  await annexe.button('deleteAll').click()
  await annexe.seeNothingKept()
  expect(await page.evaluate(() => ({ ...localStorage }))).toEqual(foreign)
})

test('two tabs add, rename and delete at the same time, and lose nothing', async ({ simulator, annexe, page }) => {
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

  // The list is made anew whenever another window stores something: a title that is half typed stays.
  await test.step('one adds while the other types a title, then deletes and puts back', async () => {
    await other.annexe.goBackToSimulator()
    await other.simulator.enterUsers('9')
    await page.bringToFront()
    await annexe.titles.first().focus()
    await page.keyboard.press('End')
    await page.keyboard.type(' de Zo')
    await other.annexe.keep()
    await expect(annexe.items).toHaveCount(3)
    await page.keyboard.type('é')
    await page.keyboard.press('Tab')
    await annexe.seeTitles(['', 'Projet C de Zoé', 'Ma thèse'])
    await annexe.rename('', 'De l’autre fenêtre')
    await annexe.press('delete', 'Ma thèse')
    await other.annexe.goTo('kept')
    await other.annexe.seeTitles(['De l’autre fenêtre', 'Projet C de Zoé'])
    await annexe.button('undo').click()
    for (const tab of [annexe, other.annexe]) await tab.seeTitles(['De l’autre fenêtre', 'Projet C de Zoé', 'Ma thèse'])
  })
  await test.step('renaming what another window deleted says so, and does not bring it back', async () => {
    const key = Object.entries(await annexe.stored()).find(([, text]) => text.includes('Ma thèse'))[0]
    // In the moment before this window hears of it.
    await page.evaluate((key) => localStorage.removeItem(key), key)
    await annexe.rename('Ma thèse', 'Notre thèse')
    await annexe.seeFailed(annexe.words.gone)
    await annexe.seeTitles(['De l’autre fenêtre', 'Projet C de Zoé'])
    expect(Object.keys(await annexe.stored())).toHaveLength(2)
  })
})
