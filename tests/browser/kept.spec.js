// What is kept on this device: put there, read back, renamed, deleted, across tabs, and where the browser refuses.
// What an entry is, and what is none, is proved by tests/kept.rs.

import { TOTAL_2018 } from './archived.js'
import { Views } from './views.js'
import { expect, test } from './fixtures.js'
import { Simulator } from './simulator.js'

const KEY = 'casd-simulator.kept.'

/** Keeps a simulation for each title, the first one first: of two users, of three, and so on. */
async function keepTitled(simulator, views, titles) {
  for (const [at, title] of titles.entries()) {
    await simulator.enterUsers(String(at + 2))
    await simulator.seeNumber()
    await views.keep()
    await views.goTo('kept')
    await views.rename('', title)
    await views.goBackToSimulator()
    // The newest stands first, by the clock.
    await simulator.page.clock.runFor(1_000)
  }
  await views.goTo('kept')
  await views.seeTitles([...titles].reverse())
}

/** Another tab of the same browser. */
async function anotherTab(simulator) {
  const other = new Simulator(await simulator.page.context().newPage(), simulator.lang)
  return { simulator: other, views: new Views(other) }
}

/** Whether something has the focus: the page is where one is after that went. */
const seeFocusOnSomething = (page) => expect.poll(() => page.evaluate(() => document.activeElement !== document.body)).toBe(true)

test('what is kept opens as it was: with an estimate, with wrong entries, of 2018, private', async ({ simulator, views }) => {
  const { words, lang } = simulator
  const next = async () => {
    await views.keep()
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
    await views.goTo('kept')
    await expect(views.items).toHaveCount(4)
    const item = views.items.nth(at)
    for (const part of description) await expect(item).toContainText(part)
    await views.button('open', item).click()
    await views.seeSimulator()
  }
  const day = { fr: /21\snovembre\s2026/, en: /21\sNovember\s2026/ }[lang]
  await open(3, [issued.number, `${simulator.euros(5_052)} · ${words.offers.standard} · `, day])
  await simulator.seeTotal(5_052)
  expect(await simulator.everything()).toEqual(issued)
  await open(2, [`${words.views.draft} · ${words.offers.cohorts}`])
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

test('what is deleted can be put back, one or all', async ({ simulator, views, page }) => {
  const script = '"><img src=x onerror="window.ran=true"><script>window.ran=true</script>'
  await simulator.open()
  await keepTitled(simulator, views, ['Thèse de Zoé 😀', 'Projet « santé »', script])
  const before = await views.stored()
  await page.reload()
  await views.seeTitles([script, 'Projet « santé »', 'Thèse de Zoé 😀'])
  expect(await page.evaluate(() => window.ran)).toBeUndefined()
  await expect(views.view('kept').locator('img, script')).toHaveCount(0)

  await views.press('delete', 'Projet « santé »')
  await views.seeTitles([script, 'Thèse de Zoé 😀'])
  await views.seeSaid(views.words.deleted(1))
  await views.button('undo').click()
  await views.seeTitles([script, 'Projet « santé »', 'Thèse de Zoé 😀'])
  await expect(views.button('undo')).toHaveCount(0)
  expect(await views.stored()).toEqual(before)

  await views.button('deleteAll').click()
  await views.seeNothingKept()
  await views.seeSaid(views.words.deleted(3))
  expect(await views.stored()).toEqual({})
  await views.button('undo').click()
  await views.seeTitles([script, 'Projet « santé »', 'Thèse de Zoé 😀'])
  expect(await views.stored()).toEqual(before)

  await test.step('a duplicate is one more, under the title just given, called a copy', async () => {
    await views.rename(script, 'Projet')
    await views.press('duplicate', 'Projet')
    await views.seeTitles([views.words.copyOf('Projet'), 'Projet', 'Projet « santé »', 'Thèse de Zoé 😀'])
    const kept = Object.values(await views.stored()).map((text) => JSON.parse(text))
    const numbers = kept.filter(({ title }) => title.endsWith('Projet')).map(({ number }) => number)
    expect(numbers).toHaveLength(2)
    expect(numbers[0]).toBe(numbers[1])
    await views.press('delete', 'Projet')
    await views.seeTitles([views.words.copyOf('Projet'), 'Projet « santé »', 'Thèse de Zoé 😀'])
  })
  const titles = [views.words.copyOf('Projet'), '', 'x'.repeat(120)]
  await test.step('a title can be taken back, and has an end', async () => {
    await views.rename('Projet « santé »', '')
    await views.rename('Thèse de Zoé 😀', 'x'.repeat(5_000))
    await page.reload()
    await views.seeTitles(titles)
    await expect(views.titles.nth(1)).toHaveAttribute('placeholder', views.words.untitled)
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
  })
  await test.step('another language keeps the list', async () => {
    await simulator.switchLanguage()
    await views.seeView('kept')
    await views.seeTitles(titles)
    await expect(views.items.nth(1)).toContainText(simulator.euros(4_164))
  })
})

test('the list needs no mouse, and deleting does not lose the focus', async ({ simulator, views, page }) => {
  await simulator.open()
  await views.keep()
  await views.button('kept').focus()
  await page.keyboard.press('Enter')
  await views.seeView('kept')
  await expect(views.view('kept').getByRole('heading', { level: 2 })).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(views.titles).toBeFocused()
  await page.keyboard.type('Thèse')
  for (const button of ['open', 'duplicate', 'delete']) {
    await page.keyboard.press('Tab')
    await expect(views.button(button)).toBeFocused()
  }
  await expect.poll(async () => Object.values(await views.stored())[0]).toContain('Thèse')

  // Each makes the list anew, or goes itself.
  for (const [button, left] of [['duplicate', 2], ['delete', 1], ['undo', 2], ['deleteAll', 0], ['undo', 2]]) {
    await test.step(`after “${button}”`, async () => {
      await views.button(button).first().focus()
      await page.keyboard.press('Enter')
      await expect(views.items).toHaveCount(left)
      await page.clock.runFor(100)
      await seeFocusOnSomething(page)
    })
  }
  await views.button('open').first().focus()
  await page.keyboard.press('Enter')
  await views.seeSimulator()
  await simulator.seeTotal(3_276)
})

test('where the browser refuses storage and the address, it says that nothing is kept, and the simulator works', async ({ simulator, views, page }) => {
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
  await views.failToKeep(views.words.noStorage)
  await views.goTo('kept')
  await expect(views.view('kept').getByText(views.words.noStorage)).toBeVisible()
  await views.goBackToSimulator()
  await simulator.switchLanguage()
  await expect(simulator.field('users')).toHaveValue('5')
  await simulator.seeTotal(5_052)
  await simulator.seeNumber()
})

test('where the storage is full, it says so, and what is kept already stays', async ({ simulator, views, page }) => {
  await simulator.open()
  await keepTitled(simulator, views, ['Thèse'])
  const before = await views.stored()
  await page.evaluate(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError')
    }
  })
  await views.press('duplicate', 'Thèse')
  await views.seeFailed(views.words.full)
  await views.rename('Thèse', 'Autre titre')
  await views.seeFailed(views.words.full)
  expect(await views.stored()).toEqual(before)
  await views.goBackToSimulator()
  await simulator.enterUsers('9')
  await views.failToKeep(views.words.full)
  await simulator.seeNumber()
  expect(await views.stored()).toEqual(before)
})

/** Entries that this version cannot read: damaged, foreign, or of a later format. */
const UNREADABLE = {
  [`${KEY}1-damaged`]: '{"format":1,"title":"cut sho',
  [`${KEY}2-empty`]: '',
  [`${KEY}3-later`]: '{"format":2,"title":"Later","kept":1763715600000,"simulations":["CASD-1"]}',
  [`${KEY}4-foreign`]: '<img src=x onerror="window.ran=true">',
}

test('entries that cannot be read are shown and left alone, and the others work', async ({ simulator, views, page }) => {
  await simulator.open()
  const number = await simulator.seeNumber()
  await keepTitled(simulator, views, ['Thèse', 'Projet A'])
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
  await views.seeTitles(['Projet A', 'Thèse', 'Wrong'])
  await expect(views.items).toHaveCount(7)
  await expect(views.list.getByText(views.words.unreadable)).toHaveCount(4)
  for (const text of Object.values(UNREADABLE).filter(Boolean)) {
    await expect(views.list.getByText(text, { exact: true })).toBeVisible()
  }
  expect(await page.evaluate(() => window.ran)).toBeUndefined()

  await views.rename('Thèse', 'Ma thèse')
  await views.press('delete', 'Projet A')
  await views.seeTitles(['Ma thèse', 'Wrong'])
  expect(await views.stored()).toMatchObject({ ...UNREADABLE, ...mistyped })

  const later = views.items.filter({ hasText: '"format":2' })
  await views.button('delete', later).click()
  await expect(views.items).toHaveCount(5)
  expect(Object.keys(await views.stored())).not.toContain(`${KEY}3-later`)
  await views.button('undo').click()
  await expect(views.items).toHaveCount(6)
  expect(await views.stored()).toMatchObject(UNREADABLE)

  await test.step('a number that does not open says why', async () => {
    const { mistyped: why } = simulator.words.refusals
    await expect(await views.item('Wrong')).toContainText(why.source.replace(/[\^\\]/g, '').slice(0, 40))
    await views.press('open', 'Wrong')
    await views.seeSimulator()
    await simulator.seeRefusal(why)
  })
  await views.goTo('kept')
  await views.press('open', 'Ma thèse')
  await simulator.seeTotal(3_720)
  await views.goTo('kept')
  await views.button('deleteAll').click()
  await views.seeNothingKept()
  expect(await page.evaluate(() => ({ ...localStorage }))).toEqual(foreign)
})

test('two tabs add, rename and delete at the same time, and lose nothing', async ({ simulator, views, page }) => {
  await simulator.open()
  await keepTitled(simulator, views, ['Thèse', 'Projet A', 'Projet B'])
  const other = await anotherTab(simulator)
  await other.views.openAt('kept')
  await other.views.seeTitles(['Projet B', 'Projet A', 'Thèse'])

  // Each tab sees what the other one does.
  await views.rename('Thèse', 'Ma thèse')
  await other.views.seeTitles(['Projet B', 'Projet A', 'Ma thèse'])
  await other.views.rename('Projet A', 'Projet C')
  for (const tab of [views, other.views]) await tab.seeTitles(['Projet B', 'Projet C', 'Ma thèse'])
  await views.press('delete', 'Projet B')
  for (const tab of [views, other.views]) await tab.seeTitles(['Projet C', 'Ma thèse'])

  // The list is made anew whenever another window stores something: a title that is half typed stays.
  await test.step('one adds while the other types a title, then deletes and puts back', async () => {
    await other.views.goBackToSimulator()
    await other.simulator.enterUsers('9')
    await page.bringToFront()
    await views.titles.first().focus()
    await page.keyboard.press('End')
    await page.keyboard.type(' de Zo')
    await other.views.keep()
    await expect(views.items).toHaveCount(3)
    await page.keyboard.type('é')
    await page.keyboard.press('Tab')
    await views.seeTitles(['', 'Projet C de Zoé', 'Ma thèse'])
    await views.rename('', 'De l’autre fenêtre')
    await views.press('delete', 'Ma thèse')
    await other.views.goTo('kept')
    await other.views.seeTitles(['De l’autre fenêtre', 'Projet C de Zoé'])
    await views.button('undo').click()
    for (const tab of [views, other.views]) await tab.seeTitles(['De l’autre fenêtre', 'Projet C de Zoé', 'Ma thèse'])
  })
  await test.step('renaming what another window deleted says so, and does not bring it back', async () => {
    const key = Object.entries(await views.stored()).find(([, text]) => text.includes('Ma thèse'))[0]
    // In the moment before this window hears of it.
    await page.evaluate((key) => localStorage.removeItem(key), key)
    await views.rename('Ma thèse', 'Notre thèse')
    await views.seeFailed(views.words.gone)
    await views.seeTitles(['De l’autre fenêtre', 'Projet C de Zoé'])
    expect(Object.keys(await views.stored())).toHaveLength(2)
  })
})
