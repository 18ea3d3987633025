// The view that checks numbers. What is found in a text and what each number comes to is for crates/tariff/tests/tariff/found.rs,
// check.rs, today.rs and spreadsheets.rs.

import { TOTAL_2018, UNDER_TODAYS_LIST } from './archived.js'
import { expect, test } from './fixtures.js'
import { cents, readTable, written } from './reading.js'
import { spaced } from './simulator.js'

/** The total of a project of three, its lines, and the total of the example of 2018 then and today. */
const THREE = 3942
const LINES = [420, 2856, 888, -222]
const [OLD, TODAY] = [2723, 3918]

/** Describes that project, and returns its number. */
async function projectOfThree(simulator) {
  await simulator.open()
  await simulator.enterStart('2027-03-15')
  await simulator.enterUsers('3')
  await simulator.enterStudents('1')
  await simulator.seeTotal(THREE)
  return simulator.seeNumber()
}

/** The number of the example of 2018. */
async function numberOf2018(simulator) {
  await simulator.openExample('standard2018')
  await simulator.seeTotal(OLD)
  return simulator.seeNumber()
}

/** The number with one character wrong. */
function mistyped(number, at = 7) {
  return number.slice(0, at) + (number[at] === 'Q' ? 'P' : 'Q') + number.slice(at + 1)
}

/** What the view says of the project of three. */
async function seeProjectOfThree(views, number) {
  const { lang, words } = views.simulator
  await views.seeSound(number)
  await expect(views.result.getByText(views.words.inForce.replace(/ :/, '\u{a0}:'), { exact: true })).toBeVisible()
  await views.seeFacts({
    issued: written(lang, '2026-11-21'),
    list: /2020.* 2020/,
    project: new RegExp(`^${words.offers.standard}, .*${written(lang, '2027-03-15')}.*${written(lang, '2028-03-14')}$`),
    team: /^3 .* 1 /,
    accessPoints: /^1 SD-Box .* 12 /,
  })
  await views.seeTotal(views.simulator.euros(THREE))
}

test('a check needs no mouse: what a number holds, into the simulator with it, and back', async ({ simulator, views, page }) => {
  const number = await projectOfThree(simulator)
  await views.button('check').focus()
  await page.keyboard.press('Enter')
  await views.seeView('check')
  await expect(views.view('check').getByRole('heading', { level: 2 })).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(views.field).toBeFocused()

  await test.step('nothing of what is checked leaves the browser or stays in it', async () => {
    const asked = []
    page.on('request', (request) => asked.push(request.url()))
    await page.keyboard.type(number)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await seeProjectOfThree(views, number)
    expect(asked).toEqual([])
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([])
  })

  const amounts = await views.rows.getByRole('cell').allTextContents()
  expect(amounts.map(cents)).toEqual([...LINES, THREE].map((euros) => euros * 100))
  await expect(views.result).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(views.button('open')).toBeFocused()
  await page.keyboard.press('Enter')
  await views.seeSimulator()
  await simulator.seeTotal(THREE)
  await expect(simulator.number).toHaveText(number)
  await simulator.seeSaid(new RegExp(`${number} .*${written(simulator.lang, '2026-11-21')}`))
  // The address was written not long ago, and waits to be written again.
  await simulator.stay()
  await simulator.seeAddressNames(number)
  await expect.poll(() => page.evaluate(() => document.activeElement !== document.body)).toBe(true)
  await page.goBack()
  await views.seeView('check')
  await expect(views.field).toHaveValue(number)
})

test('several numbers are a table, a file that holds the same, and each opens in the simulator', async ({ simulator, views }) => {
  const { lang, words } = simulator
  const three = await projectOfThree(simulator)
  const archived = await numberOf2018(simulator)
  const wrong = mistyped(three)
  await views.goTo('check')
  await views.check(`${three}\n${archived}, =${wrong} ; ${three.toLowerCase()}`)
  const day = (iso) => new RegExp(written(lang, iso))
  const open = `${views.words.valid}${views.words.open}`
  const offer = new RegExp(`^${words.offers.standard}, `)
  const [[today]] = [UNDER_TODAYS_LIST[lang]]
  await views.seeTable([
    [three, open, day('2026-11-21'), /2020/, offer, simulator.euros(THREE), /\S/],
    [archived, open, day('2026-11-21'), /2018/, offer, TOTAL_2018[lang], today],
    // The seventh character, hyphens not counted.
    [wrong, / 7, /],
  ])
  await expect(views.found.getByRole('table')).toBeVisible()
  await expect(views.refused).toHaveText(spaced(views.words.someNotOpened))

  await test.step('the file', async () => {
    const file = await views.saved(() => views.button('export').click())
    expect(file.name).toBe(views.words.exportName)
    expect(file.text.startsWith('\ufeff')).toBe(true)
    const rows = readTable(file.text.slice(1), lang === 'fr' ? ';' : ',')
    expect(new Set(rows.map((row) => row.length)).size, 'one width').toBe(1)
    const [, first, second, third, ...others] = rows
    expect(others).toEqual([])
    expect([first[0], first[1], second[1]]).toEqual([three, three, archived])
    expect([cents(first[10]), cents(second[10])]).toEqual([THREE * 100, OLD * 100])
    expect(second).toEqual(expect.arrayContaining(['2026-11-21', '2018-08-01', '2019-07-31', '12', '2', 'EUR']))
    expect(second.slice(-3).map(cents)).toEqual([TODAY * 100, (TODAY - OLD) * 100, 439])
    expect(third[1]).toBe('')
    expect(third[2]).toMatch(/ 7, /)
    for (const cell of rows.flat()) expect(cell).not.toMatch(/^[=+@]|^-(?![0-9])/)
  })

  await views.button('open', views.rows.nth(1)).click()
  await views.seeSimulator()
  await simulator.seeTotal(OLD)
  await expect(simulator.number).toHaveText(archived)
  await expect(simulator.field('users')).toBeDisabled()

  await test.step('alone, it says what the project costs today', async () => {
    await views.goTo('check')
    await views.check(archived)
    await views.seeSound(archived)
    await views.seeTotal(TOTAL_2018[lang])
    await simulator.seeToday(...UNDER_TODAYS_LIST[lang], views.result)
    await expect(views.result).not.toContainText(views.words.inForce.slice(0, 20))
  })
})

test('what is wrong in a mistyped number is marked', async ({ simulator, views, page }) => {
  const number = await projectOfThree(simulator)
  await views.goTo('check')
  const wrong = mistyped(number)
  await views.check(`> ${wrong}\n> merci`)
  await expect(views.result.getByRole('heading', { name: views.words.notOpened, exact: true })).toBeVisible()
  await expect(views.refused.getByText(simulator.words.refusals.mistyped)).toBeVisible()
  await expect(views.found).toHaveText('')
  await expect(views.result.locator('mark')).toHaveText([wrong[7]])
  await expect(views.result.getByText(wrong, { exact: true })).toBeVisible()
  await expect(views.button('open')).toHaveCount(0)

  await test.step('a text without a number says so, and an empty one nothing', async () => {
    for (const empty of ['', '  \n\t ']) {
      await views.check('Bonjour, merci de votre aide !')
      await expect(views.refused).toHaveText(views.words.noneFound)
      await views.check(empty)
      await expect(views.result).toHaveText('')
      await expect(views.button('export')).toHaveCount(0)
    }
  })

  await test.step('script is only text', async () => {
    for (const text of [
      `<svg/onload=window.ran=true>${wrong}`,
      `CASD-1<b>${number.slice(7)} ${number} ${wrong}"><script>window.ran=true</script>`,
      `<img src=x onerror="window.ran=true"> ${number}<script>window.ran=true</script>`,
    ]) {
      await views.check(text)
      await expect(views.result).toContainText(/\S/)
      await expect(views.view('check').locator('img, svg, script, b')).toHaveCount(0)
      expect(await page.evaluate(() => window.ran)).toBeUndefined()
    }
  })

  // The view is made again in the other language, and shows what was checked, not what was typed since.
  await test.step('another language keeps what was checked and what was typed', async () => {
    await seeProjectOfThree(views, number)
    await views.field.fill('rien encore')
    await simulator.switchLanguage()
    await views.seeView('check')
    await expect(views.field).toHaveValue('rien encore')
    await seeProjectOfThree(views, number)
  })
})

test('the view closes without a mouse, and the simulator is as it was, wrong entries included', async ({ simulator, views, page }) => {
  // From the address, the simulator behind it is at its starting point.
  await views.openAt('check')
  await views.goBackToSimulator()
  await simulator.seeTotal(3276)
  await simulator.enterUsers('abc')
  await simulator.addBox()
  await simulator.tickOption('exports')
  const before = await simulator.entries()
  await views.goTo('check')
  await views.check('rien')
  await views.button('back').focus()
  await page.keyboard.press('Enter')
  await views.seeSimulator()
  await expect.poll(() => page.evaluate(() => document.activeElement !== document.body)).toBe(true)
  expect(await simulator.entries()).toEqual(before)
  await simulator.seeProblem('users', simulator.words.faults.misread)
})

test('a megabyte of text, and a hundred mistyped numbers, are answered soon', async ({ simulator, views }) => {
  const number = await projectOfThree(simulator)
  await views.goTo('check')
  /** Checks a text, which is too long to type; gives the milliseconds until the view was answered. */
  const check = async (text) => {
    await views.field.evaluate((field, text) => {
      field.value = text
      field.dispatchEvent(new Event('input', { bubbles: true }))
    }, text)
    const started = Date.now()
    await views.button('checkButton', views.view('check')).click()
    await expect(views.result).toContainText(/\S/)
    return Date.now() - started
  }
  const fillers = {
    'words, the number last': `${'Bonjour, voici un long courriel sans rien dedans. '.repeat(21_000)}${number}`,
    'one line of the same letter': `${'q'.repeat(1_000_000)} ${number}`,
    'beginnings of numbers': `${'CASD-1Q '.repeat(130_000)}. ${number}`,
  }
  for (const [what, text] of Object.entries(fillers)) {
    expect(text.length).toBeGreaterThan(999_000)
    expect(await check(text), what).toBeLessThan(5_000)
    if (!what.startsWith('beginnings')) await views.seeSound(number)
    await views.check('')
    await expect(views.result).toHaveText('')
  }
  const letters = 'QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L'
  const wrong = (n) => `${number.slice(0, 10)}${letters[n % 32]}-${letters[n >> 5]}${number.slice(13)}`
  expect(await check(Array.from({ length: 100 }, (_, n) => wrong(n)).join('\n'))).toBeLessThan(10_000)
  await expect(views.rows).toHaveCount(100)
})
