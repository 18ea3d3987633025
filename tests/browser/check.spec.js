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
async function seeProjectOfThree(annexe, number) {
  const { lang, words } = annexe.simulator
  await annexe.seeSound(number)
  await expect(annexe.result.getByText(annexe.words.inForce.replace(/ :/, '\u{a0}:'), { exact: true })).toBeVisible()
  await annexe.seeFacts({
    issued: written(lang, '2026-11-21'),
    list: /2020.* 2020/,
    project: new RegExp(`^${words.offers.standard}, .*${written(lang, '2027-03-15')}.*${written(lang, '2028-03-14')}$`),
    team: /^3 .* 1 /,
    accessPoints: /^1 SD-Box .* 12 /,
  })
  await annexe.seeTotal(annexe.simulator.euros(THREE))
}

test('a check needs no mouse: what a number holds, into the simulator with it, and back', async ({ simulator, annexe, page }) => {
  const number = await projectOfThree(simulator)
  await annexe.button('check').focus()
  await page.keyboard.press('Enter')
  await annexe.seeView('check')
  await expect(annexe.view('check').getByRole('heading', { level: 2 })).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(annexe.field).toBeFocused()

  await test.step('nothing of what is checked leaves the browser or stays in it', async () => {
    const asked = []
    page.on('request', (request) => asked.push(request.url()))
    await page.keyboard.type(number)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await seeProjectOfThree(annexe, number)
    expect(asked).toEqual([])
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([])
  })

  const amounts = await annexe.rows.getByRole('cell').allTextContents()
  expect(amounts.map(cents)).toEqual([...LINES, THREE].map((euros) => euros * 100))
  await expect(annexe.result).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(annexe.button('open')).toBeFocused()
  await page.keyboard.press('Enter')
  await annexe.seeSimulator()
  await simulator.seeTotal(THREE)
  await expect(simulator.number).toHaveText(number)
  await simulator.seeSaid(new RegExp(`${number} .*${written(simulator.lang, '2026-11-21')}`))
  // The address was written not long ago, and waits to be written again.
  await simulator.stay()
  await simulator.seeAddressNames(number)
  await expect.poll(() => page.evaluate(() => document.activeElement !== document.body)).toBe(true)
  await page.goBack()
  await annexe.seeView('check')
  await expect(annexe.field).toHaveValue(number)
})

test('several numbers are a table, a file that holds the same, and each opens in the simulator', async ({ simulator, annexe }) => {
  const { lang, words } = simulator
  const three = await projectOfThree(simulator)
  const archived = await numberOf2018(simulator)
  const wrong = mistyped(three)
  await annexe.goTo('check')
  await annexe.check(`${three}\n${archived}, =${wrong} ; ${three.toLowerCase()}`)
  const day = (iso) => new RegExp(written(lang, iso))
  const open = `${annexe.words.valid}${annexe.words.open}`
  const offer = new RegExp(`^${words.offers.standard}, `)
  const [[today]] = [UNDER_TODAYS_LIST[lang]]
  await annexe.seeTable([
    [three, open, day('2026-11-21'), /2020/, offer, simulator.euros(THREE), /\S/],
    [archived, open, day('2026-11-21'), /2018/, offer, TOTAL_2018[lang], today],
    // The seventh character, hyphens not counted.
    [wrong, / 7, /],
  ])
  await expect(annexe.found.getByRole('table')).toBeVisible()
  await expect(annexe.refused).toHaveText(spaced(annexe.words.someNotOpened))

  await test.step('the file', async () => {
    const file = await annexe.saved(() => annexe.button('export').click())
    expect(file.name).toBe(annexe.words.exportName)
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

  await annexe.button('open', annexe.rows.nth(1)).click()
  await annexe.seeSimulator()
  await simulator.seeTotal(OLD)
  await expect(simulator.number).toHaveText(archived)
  await expect(simulator.field('users')).toBeDisabled()

  await test.step('alone, it says what the project costs today', async () => {
    await annexe.goTo('check')
    await annexe.check(archived)
    await annexe.seeSound(archived)
    await annexe.seeTotal(TOTAL_2018[lang])
    await simulator.seeToday(...UNDER_TODAYS_LIST[lang], annexe.result)
    await expect(annexe.result).not.toContainText(annexe.words.inForce.slice(0, 20))
  })
})

test('what is wrong in a mistyped number is marked', async ({ simulator, annexe, page }) => {
  const number = await projectOfThree(simulator)
  await annexe.goTo('check')
  const wrong = mistyped(number)
  await annexe.check(`> ${wrong}\n> merci`)
  await expect(annexe.result.getByRole('heading', { name: annexe.words.notOpened, exact: true })).toBeVisible()
  await expect(annexe.refused.getByText(simulator.words.refusals.mistyped)).toBeVisible()
  await expect(annexe.found).toHaveText('')
  await expect(annexe.result.locator('mark')).toHaveText([wrong[7]])
  await expect(annexe.result.getByText(wrong, { exact: true })).toBeVisible()
  await expect(annexe.button('open')).toHaveCount(0)

  await test.step('a text without a number says so, and an empty one nothing', async () => {
    for (const empty of ['', '  \n\t ']) {
      await annexe.check('Bonjour, merci de votre aide !')
      await expect(annexe.refused).toHaveText(annexe.words.noneFound)
      await annexe.check(empty)
      await expect(annexe.result).toHaveText('')
      await expect(annexe.button('export')).toHaveCount(0)
    }
  })

  await test.step('script is only text', async () => {
    for (const text of [
      `<svg/onload=window.ran=true>${wrong}`,
      `CASD-1<b>${number.slice(7)} ${number} ${wrong}"><script>window.ran=true</script>`,
      `<img src=x onerror="window.ran=true"> ${number}<script>window.ran=true</script>`,
    ]) {
      await annexe.check(text)
      await expect(annexe.result).toContainText(/\S/)
      await expect(annexe.view('check').locator('img, svg, script, b')).toHaveCount(0)
      expect(await page.evaluate(() => window.ran)).toBeUndefined()
    }
  })

  // The view is made again in the other language, and shows what was checked, not what was typed since.
  await test.step('another language keeps what was checked and what was typed', async () => {
    await seeProjectOfThree(annexe, number)
    await annexe.field.fill('rien encore')
    await simulator.switchLanguage()
    await annexe.seeView('check')
    await expect(annexe.field).toHaveValue('rien encore')
    await seeProjectOfThree(annexe, number)
  })
})

test('the view closes without a mouse, and the simulator is as it was, wrong entries included', async ({ simulator, annexe, page }) => {
  // From the address, the simulator behind it is at its starting point.
  await annexe.openAt('check')
  await annexe.goBackToSimulator()
  await simulator.seeTotal(3276)
  await simulator.enterUsers('abc')
  await simulator.addBox()
  await simulator.tickOption('exports')
  const before = await simulator.entries()
  await annexe.goTo('check')
  await annexe.check('rien')
  await annexe.button('back').focus()
  await page.keyboard.press('Enter')
  await annexe.seeSimulator()
  await expect.poll(() => page.evaluate(() => document.activeElement !== document.body)).toBe(true)
  expect(await simulator.entries()).toEqual(before)
  await simulator.seeProblem('users', simulator.words.faults.misread)
})

test('a megabyte of text, and a hundred mistyped numbers, are answered soon', async ({ simulator, annexe }) => {
  const number = await projectOfThree(simulator)
  await annexe.goTo('check')
  /** Checks a text, which is too long to type; gives the milliseconds until the view was answered. */
  const check = async (text) => {
    await annexe.field.evaluate((field, text) => {
      field.value = text
      field.dispatchEvent(new Event('input', { bubbles: true }))
    }, text)
    const started = Date.now()
    await annexe.button('checkButton', annexe.view('check')).click()
    await expect(annexe.result).toContainText(/\S/)
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
    if (!what.startsWith('beginnings')) await annexe.seeSound(number)
    await annexe.check('')
    await expect(annexe.result).toHaveText('')
  }
  const letters = 'QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L'
  const wrong = (n) => `${number.slice(0, 10)}${letters[n % 32]}-${letters[n >> 5]}${number.slice(13)}`
  expect(await check(Array.from({ length: 100 }, (_, n) => wrong(n)).join('\n'))).toBeLessThan(10_000)
  await expect(annexe.rows).toHaveCount(100)
})
