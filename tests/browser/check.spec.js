import { TOTAL_2018, UNDER_TODAYS_LIST } from './archived.js'
import { expect, test } from './fixtures.js'
import { spaced } from './simulator.js'

/** Describes a project of three, and returns its number. */
async function projectOfThree(simulator) {
  await simulator.open()
  await simulator.enterStart('2027-03-15')
  await simulator.enterUsers('3')
  await simulator.enterStudents('1')
  await simulator.seeTotal(THREE.total[simulator.lang])
  return simulator.seeNumber()
}

/** What that project is. */
const THREE = {
  total: { fr: '3 942,00 €', en: '€3,942.00' },
  facts: {
    fr: {
      issued: '21 novembre 2026',
      list: /^Projets standard et cohortes, août 2020\. Prix entrés en vigueur le 1er août 2020/,
      project: 'Projet standard, du 15 mars 2027 au 14 mars 2028',
      team: '3 utilisateurs, dont 1 doctorant ou post-doctorant',
      accessPoints: '1 SD-Box pendant 12 mois',
    },
    en: {
      issued: '21 November 2026',
      list: /^Standard and cohort projects, August 2020\. Prices that came into force on 1 August 2020/,
      project: 'Standard project, from 15 March 2027 to 14 March 2028',
      team: '3 users, of whom 1 PhD student or postdoc',
      accessPoints: '1 SD-Box for 12 months',
    },
  },
  lines: {
    fr: ['420,00 €', '2 856,00 €', '888,00 €', '−222,00 €'],
    en: ['€420.00', '€2,856.00', '€888.00', '−€222.00'],
  },
}

/** The number of the example of 2018. */
async function numberOf2018(simulator) {
  if (simulator.page.url() === 'about:blank') await simulator.open()
  await simulator.openExample('standard2018')
  await simulator.seeTotal(TOTAL_2018[simulator.lang])
  return simulator.seeNumber()
}

/** The number with one character wrong. */
function mistyped(number, at = 7) {
  return number.slice(0, at) + (number[at] === 'Q' ? 'P' : 'Q') + number.slice(at + 1)
}

async function seeProjectOfThree(annexe, number) {
  const { lang } = annexe.simulator
  await annexe.seeSound(number)
  await expect(annexe.result.getByText(annexe.words.inForce.replace(/ :/, '\u{a0}:'), { exact: true })).toBeVisible()
  await annexe.seeFacts(THREE.facts[lang])
  await annexe.seeTotal(THREE.total[lang])
}

const MAIL = {
  fr: (number) => {
    const [head, tail] = [number.slice(0, 14), number.slice(14)]
    return [
      'De : Jeanne Dupont <jeanne.dupont@univ.example>',
      'Objet : Tr: Simulation du coût de notre projet',
      '',
      'Bonjour, pourriez-vous confirmer ? Merci d’avance, cela presse un peu (CASD 2026).',
      '',
      'Le 20 nov. 2026 à 17:42, Ali <ali@univ.example> a écrit :',
      '> Bonjour Jeanne,',
      '>',
      '> > Voici une simulation à confirmer ou à préciser, notre numéro est le',
      `> > ${head}`,
      `> > ${tail} ; au total 3 942,00 €.`,
      '> > Cordialement',
      '',
      '-- ',
      'CASD-1 rue de l’Exemple',
    ].join('\r\n')
  },
  en: (number) =>
    [
      'From: Jane Doe <jane.doe@univ.example>',
      'Subject: Fwd: cost of our project at CASD',
      '',
      'Hello, could you confirm this one please?',
      '',
      'On Fri, 20 Nov 2026 at 17:42, Ali <ali@univ.example> wrote:',
      '> Hello Jane,',
      `> our number is ${number.slice(0, 19)}`,
      `> ${number.slice(19)}, and the total €3,942.00.`,
      '> Regards',
    ].join('\n'),
}

for (const locale of ['fr-FR', 'en-GB']) {
  test.describe(`in ${locale}`, () => {
    test.use({ locale })

    test('a number says its day, its list, its project, its lines and its total, and that it still stands', async ({
      simulator,
      annexe,
    }) => {
      const number = await projectOfThree(simulator)
      await annexe.goTo('check')
      await annexe.check(number)
      await seeProjectOfThree(annexe, number)
      const amounts = annexe.rows.getByRole('cell')
      const shown = await amounts.allTextContents()
      const plain = (text) => text.replace(/\s/g, ' ')
      expect(shown.map(plain)).toEqual([...THREE.lines[simulator.lang], THREE.total[simulator.lang]])
    })

    test('a whole e-mail with quoted and broken lines is read', async ({ simulator, annexe }) => {
      const number = await projectOfThree(simulator)
      await annexe.goTo('check')
      await annexe.check(MAIL[simulator.lang](number))
      await seeProjectOfThree(annexe, number)
    })

    test('the message that the simulator writes is read, with its number once', async ({ simulator, annexe }) => {
      const number = await projectOfThree(simulator)
      const { body } = await simulator.message()
      const quoted = body
        .replace(/(.{1,72})( |$)/gm, '$1\n')
        .split('\n')
        .map((line) => `> ${line}`)
      await annexe.goTo('check')
      await annexe.check(quoted.join('\n'))
      await seeProjectOfThree(annexe, number)
    })

    test('a number of 2018 says what the project costs today', async ({ simulator, annexe }) => {
      const { lang } = simulator
      const number = await numberOf2018(simulator)
      await annexe.goTo('check')
      await annexe.check(number)
      await annexe.seeSound(number)
      await annexe.seeTotal(TOTAL_2018[lang])
      await simulator.seeToday(...UNDER_TODAYS_LIST[lang], annexe.result)
      await expect(annexe.result).not.toContainText(annexe.words.inForce.slice(0, 20))
    })

    test('several numbers give a table, and a file that holds the same', async ({ simulator, annexe }) => {
      const { lang } = simulator
      const three = await projectOfThree(simulator)
      const archived = await numberOf2018(simulator)
      const wrong = mistyped(three)
      await annexe.goTo('check')
      await annexe.check(`${three}\n${archived}, ${wrong} ; ${three.toLowerCase()}`)
      const expected = {
        fr: {
          three: ['21 novembre 2026', 'Projets standard et cohortes, août 2020', 'Projet standard, du 15 mars 2027 au 14 mars 2028', '3 942,00 €', 'Grille en vigueur'],
          archived: ['21 novembre 2026', 'Projets standard, 2018 (reconstituée)', 'Projet standard, du 1er août 2018 au 31 juillet 2019', '2 723,00 €', '3 918,00 € (+\u20601 195,00 €, +43,9 %)'],
          wrong: /^Ce numéro comporte une erreur de frappe\. Vérifiez le caractère [0-9]+, sans compter les tirets\.$/,
          separator: ';',
          today: ['3918,00', '1195,00', '43,9'],
          inForce: ['oui', 'non'],
        },
        en: {
          three: ['21 November 2026', 'Standard and cohort projects, August 2020', 'Standard project, from 15 March 2027 to 14 March 2028', '€3,942.00', 'List in force'],
          archived: ['21 November 2026', 'Standard projects, 2018 (reconstructed)', 'Standard project, from 1 August 2018 to 31 July 2019', '€2,723.00', '€3,918.00 (+\u2060€1,195.00, +43.9%)'],
          wrong: /^This number has a typing mistake\. Check character [0-9]+, hyphens not counted\.$/,
          separator: ',',
          today: ['3918.00', '1195.00', '43.9'],
          inForce: ['yes', 'no'],
        },
      }[lang]
      const open = `${annexe.words.valid}${annexe.words.open}`
      await annexe.seeTable([[three, open, ...expected.three], [archived, open, ...expected.archived], [wrong, expected.wrong]])
      await expect(annexe.found.getByRole('table')).toBeVisible()
      await expect(annexe.refused).toHaveText(spaced(annexe.words.someNotOpened))

      const file = await annexe.saved(() => annexe.button('export').click())
      expect(file.name).toBe(annexe.words.exportName)
      const rows = file.text.replace(/^\u{feff}/u, '').trimEnd().split('\r\n').map((row) => cells(row, expected.separator))
      expect(rows).toHaveLength(4)
      expect(new Set(rows.map((row) => row.length)).size, 'one width').toBe(1)
      const [, first, second, third] = rows
      expect(first.slice(0, 4).filter((cell) => cell.startsWith('CASD-1'))).toEqual([three, three])
      expect(first).toContain(expected.separator === ';' ? '3942,00' : '3942.00')
      expect(first).toContain(expected.inForce[0])
      expect(second[1]).toBe(archived)
      expect(second).toContain(expected.inForce[1])
      expect(second.slice(-3)).toEqual(expected.today)
      expect(second).toEqual(expect.arrayContaining(['2026-11-21', '2018-08-01', '2019-07-31', '12', '2', 'EUR']))
      expect(third[0]).toBe(wrong)
      expect(third[1]).toBe('')
      expect(third[2]).toMatch(expected.wrong)
    })

    test('what is wrong in a mistyped number is marked', async ({ simulator, annexe }) => {
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
    })

    test('a text without a number says so, and an empty one nothing', async ({ annexe }) => {
      await annexe.openAt('check')
      for (const text of ['Bonjour, merci de votre aide !', 'CASD', '12', '<b>x</b>']) {
        await annexe.check(text)
        await expect(annexe.refused).toHaveText(annexe.words.noneFound)
        await annexe.check(text === 'CASD' ? '' : '  \n\t ')
        await expect(annexe.result).toHaveText('')
        await expect(annexe.button('export')).toHaveCount(0)
      }
    })
  })
}

/** The cells of a row, its quotation marks undone. */
function cells(row, separator) {
  const one = new RegExp(`(?:^|${separator})(?:"((?:[^"]|"")*)"|([^"${separator}]*))`, 'g')
  return [...row.matchAll(one)].map(([, quoted, plain]) => (quoted === undefined ? plain : quoted.replaceAll('""', '"')))
}

test('a link is read as its number is, in lower case and with spaces too', async ({ simulator, annexe, page }) => {
  const number = await projectOfThree(simulator)
  await annexe.goTo('check')
  const plain = number.replaceAll('-', '')
  for (const text of [
    `${new URL('/', page.url())}?lang=en#${plain}`,
    `<${new URL('/', page.url())}?lang=fr#${plain}>.`,
    number.toLowerCase().replaceAll('-', ' '),
    `(${plain})`,
  ]) {
    await annexe.check('rien')
    await expect(annexe.refused).toHaveText(annexe.words.noneFound)
    await annexe.check(text)
    await seeProjectOfThree(annexe, number)
  }
})

test('it opens in the simulator, with the same total, and the back button leads to the check again', async ({
  simulator,
  annexe,
  page,
}) => {
  const number = await projectOfThree(simulator)
  await page.goto('about:blank')
  await annexe.openAt('check')
  await annexe.check(number)
  await annexe.button('open').click()
  await annexe.seeSimulator()
  await simulator.seeTotal(THREE.total.fr)
  await expect(simulator.number).toHaveText(number)
  await simulator.seeSaid(`Simulation ${number} du 21 novembre 2026, rouverte avec sa grille`)
  await simulator.seeAddressNames(number)
  await page.goBack()
  await annexe.seeView('check')
  await expect(annexe.field).toHaveValue(number)
})

test('each number of a table opens in the simulator', async ({ simulator, annexe }) => {
  const three = await projectOfThree(simulator)
  const archived = await numberOf2018(simulator)
  await annexe.goTo('check')
  await annexe.check(`${three} ${archived}`)
  await annexe.button('open', annexe.rows.nth(1)).click()
  await annexe.seeSimulator()
  await simulator.seeTotal(TOTAL_2018.fr)
  await expect(simulator.number).toHaveText(archived)
  await expect(simulator.field('users')).toBeDisabled()
})

test('another language keeps the text and what came of it', async ({ simulator, annexe }) => {
  const number = await projectOfThree(simulator)
  await annexe.goTo('check')
  await annexe.check(`Bonjour : ${number}`)
  await seeProjectOfThree(annexe, number)
  await simulator.switchLanguage()
  await annexe.seeView('check')
  await expect(annexe.field).toHaveValue(`Bonjour : ${number}`)
  await seeProjectOfThree(annexe, number)
  await simulator.switchLanguage()
  await seeProjectOfThree(annexe, number)
})

// The view takes what stands in the field for what was asked, once the language is another: `check_view`
// makes `asked` anew from `annexe.typed`.
test('another language does not check what one has only begun to type', async ({ simulator, annexe }) => {
  const number = await projectOfThree(simulator)
  await annexe.goTo('check')
  await annexe.check(number)
  await annexe.field.fill('rien encore')
  await simulator.switchLanguage()
  await expect(annexe.field).toHaveValue('rien encore')
  await seeProjectOfThree(annexe, number)
})

test('closing it returns to the simulator as it was, wrong entries included', async ({ simulator, annexe }) => {
  await simulator.open()
  await simulator.enterUsers('abc')
  await simulator.addBox()
  await simulator.tickOption('exports')
  const before = await simulator.entries()
  await annexe.goTo('check')
  await annexe.check('rien')
  await annexe.goBackToSimulator()
  expect(await simulator.entries()).toEqual(before)
  await simulator.seeProblem('users', simulator.words.faults.misread)
})

test('from the address, the simulator lies behind it at its starting point', async ({ simulator, annexe }) => {
  await annexe.openAt('check')
  await annexe.goBackToSimulator()
  await simulator.seeTotal('3 276,00 €')
})

test('a megabyte of text is answered soon', async ({ simulator, annexe }) => {
  const number = await projectOfThree(simulator)
  await annexe.goTo('check')
  const filler = {
    'words, the number last': `${'Bonjour, voici un long courriel sans rien dedans. '.repeat(21_000)}${number}`,
    'one line of the same letter': `${'q'.repeat(1_000_000)} ${number}`,
    'beginnings of numbers': `${'CASD-1Q '.repeat(130_000)}. ${number}`,
  }
  for (const [what, text] of Object.entries(filler)) {
    expect(text.length).toBeGreaterThan(999_000)
    await annexe.field.evaluate((field, text) => {
      field.value = text
      field.dispatchEvent(new Event('input', { bubbles: true }))
    }, text)
    const started = Date.now()
    await annexe.button('checkButton', annexe.view('check')).click()
    await expect(annexe.result).toContainText(/\S/, { timeout: 20_000 })
    const took = Date.now() - started
    console.log(`${took} ms for ${what}`)
    expect(took, what).toBeLessThan(5_000)
    if (!what.startsWith('beginnings')) await annexe.seeSound(number)
    await annexe.check('')
    await expect(annexe.result).toHaveText('')
  }
})

test('a list of many numbers is answered soon too, mistyped ones among them', async ({ simulator, annexe }) => {
  const number = await projectOfThree(simulator)
  await annexe.goTo('check')
  const letters = 'QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L'
  const many = []
  for (let n = 0; n < 100; n += 1) many.push(`${number.slice(0, 10)}${letters[n % 32]}-${letters[n >> 5]}${number.slice(13)}`)
  const started = Date.now()
  await annexe.check(many.join('\n'))
  await expect(annexe.rows).toHaveCount(100, { timeout: 20_000 })
  const took = Date.now() - started
  console.log(`${took} ms for 100 mistyped numbers`)
  expect(took).toBeLessThan(10_000)
})

test('script in the text is only text', async ({ simulator, annexe, page }) => {
  const number = await projectOfThree(simulator)
  await page.evaluate(() => (window.ran = false))
  await annexe.goTo('check')
  for (const text of [
    `<img src=x onerror="window.ran=true"> ${number}<script>window.ran=true</script>`,
    `<svg/onload=window.ran=true>${mistyped(number)}`,
    `CASD-1<b>${number.slice(7)} ${number} ${mistyped(number)}"><script>window.ran=true</script>`,
    'javascript:window.ran=true',
  ]) {
    await annexe.check(text)
    await expect(annexe.result).toContainText(/\S/)
    expect(await page.evaluate(() => window.ran)).toBe(false)
    await expect(annexe.view('check').locator('img, svg, script, b')).toHaveCount(0)
  }
})

test('a cell that a spreadsheet would run is written as text', async ({ simulator, annexe }) => {
  const number = await projectOfThree(simulator)
  await annexe.goTo('check')
  await annexe.check(`${number} =${mistyped(number)} +${mistyped(number, 10)} @${mistyped(number, 12)}`)
  await expect(annexe.rows).toHaveCount(4)
  const { text } = await annexe.saved(() => annexe.button('export').click())
  for (const row of text.replace(/^\u{feff}/u, '').trimEnd().split('\r\n')) {
    for (const cell of cells(row, ';')) expect(cell).not.toMatch(/^[=+@]|^-(?![0-9])/)
  }
})

test('a check needs no mouse', async ({ simulator, annexe, page }) => {
  const number = await projectOfThree(simulator)
  await annexe.button('check').focus()
  await page.keyboard.press('Enter')
  await annexe.seeView('check')
  await expect(annexe.view('check').getByRole('heading', { level: 2 })).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(annexe.field).toBeFocused()
  await page.keyboard.type(number)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await annexe.seeSound(number)
  await expect(annexe.result).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(annexe.button('open')).toBeFocused()
  await page.keyboard.press('Enter')
  await annexe.seeSimulator()
  await simulator.seeTotal(THREE.total.fr)
  await expect.poll(() => page.evaluate(() => document.activeElement !== document.body)).toBe(true)
})

test('leaving it without a mouse does not lose the focus', async ({ simulator, annexe, page }) => {
  await simulator.open()
  await annexe.goTo('check')
  await page.keyboard.press('Shift+Tab')
  await expect(annexe.button('back')).toBeFocused()
  await page.keyboard.press('Enter')
  await annexe.seeSimulator()
  await expect.poll(() => page.evaluate(() => document.activeElement !== document.body)).toBe(true)
})

test('nothing of what is checked leaves the browser or stays in it', async ({ simulator, annexe, page }) => {
  const number = await projectOfThree(simulator)
  await annexe.goTo('check')
  const asked = []
  page.on('request', (request) => asked.push(request.url()))
  await annexe.check(number)
  await annexe.seeSound(number)
  expect(asked).toEqual([])
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([])
})
