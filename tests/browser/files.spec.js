// The files that a simulation leaves in and comes back from.

import { writeFileSync } from 'node:fs'
import { copied } from './clipboard.js'
import { expect, test } from './fixtures.js'
import { cents, plain, readMessage, readPdf, readTable } from './reading.js'
import { spaced } from './simulator.js'

/** Simulations with their totals: the published examples, and a project with something in every field. */
const SIMULATIONS = {
  standard2018: { fr: '2 723,00 €', en: '€2,723.00', contact: 'service@casd.eu', pages: { fr: 2, en: 2 } },
  cohorts2020: { fr: '4 740,00 €', en: '€4,740.00', contact: 'service@casd.eu', pages: { fr: 2, en: 2 } },
  pmsi: { fr: '2 454,00 €', en: '€2,454.00', contact: 'acces.pmsi@casd.eu', pages: { fr: 2, en: 2 } },
  custom: { fr: '9 732,00 €', en: '€9,732.00', contact: 'service@casd.eu', pages: { fr: 3, en: 2 } },
}

/** Makes a simulation on a page just opened. */
async function make(simulator, name) {
  await simulator.open()
  if (name === 'custom') await simulator.fillEveryField()
  else await simulator.openExample(name)
  await simulator.seeTotal(SIMULATIONS[name][simulator.lang])
  return simulator.everything()
}

const nameOf = (number, extension) => `simulation-${number}.${extension}`

/** A file of this content on the disk, for what only takes files from there. */
function onDisk(name, content) {
  const path = test.info().outputPath(name)
  writeFileSync(path, content)
  return path
}

/** Takes out of what was heard what a request that was cut off makes the browser say. */
function forgive(heard, pattern) {
  const cutOff = (entry) =>
    (entry.startsWith('failed: ') && pattern.test(entry) && entry.includes('net::ERR_FAILED')) ||
    entry === 'console error: Failed to load resource: net::ERR_FAILED'
  expect(heard.some(cutOff), 'something was cut off').toBe(true)
  heard.splice(0, heard.length, ...heard.filter((entry) => !cutOff(entry)))
}

for (const locale of ['fr-FR', 'en-GB']) {
  test.describe(`in ${locale}`, () => {
    test.use({ locale })

    for (const simulation of Object.keys(SIMULATIONS)) {
      test(`${simulation} comes back from its data, its link and its number`, async ({ simulator, someoneElse }) => {
        const issued = await make(simulator, simulation)
        const total = SIMULATIONS[simulation][simulator.lang]
        const file = await simulator.save('json')
        expect(file.name).toBe(nameOf(issued.number, 'json'))
        const data = JSON.parse(file.bytes)
        expect(data.number).toBe(issued.number)
        expect(cents(data.total)).toBe(cents(total))

        const other = await someoneElse()
        await other.open()
        await other.chooseFile(file.bytes, file.name)
        await other.seeTotal(total)
        await other.seeImported(other.words.files.opened)
        expect(await other.everything()).toEqual(issued)

        const third = await someoneElse()
        await third.open(data.link)
        await third.seeTotal(total)
        expect(await third.everything()).toEqual(issued)

        const fourth = await someoneElse()
        await fourth.open()
        await fourth.openNumber(data.number)
        await fourth.seeTotal(total)
        expect(await fourth.everything()).toEqual(issued)
      })

      test(`${simulation} becomes a PDF, and comes back from it`, async ({ simulator, someoneElse }) => {
        const { lang } = simulator
        const issued = await make(simulator, simulation)
        const lines = await simulator.parsedLines()
        const total = SIMULATIONS[simulation][lang]
        const file = await simulator.save('pdf')
        expect(file.name).toBe(nameOf(issued.number, 'pdf'))

        const paper = readPdf(file.bytes)
        expect(paper.pages).toBe(SIMULATIONS[simulation].pages[lang])
        expect(paper.title).toBe(simulator.words.paperTitle(issued.number))
        expect(paper.text).toContain(issued.number)
        expect(paper.text).toContain(plain(total))
        for (const part of lines.flat().filter(Boolean)) expect(paper.text).toContain(plain(part))

        const data = await simulator.save('json')
        expect(Object.keys(paper.attachments)).toEqual([data.name])
        expect(paper.attachments[data.name].equals(data.bytes)).toBe(true)

        const other = await someoneElse()
        await other.open()
        await other.chooseFile(paper.attachments[data.name], data.name)
        await other.seeTotal(total)
        await other.seeImported(other.words.files.opened)
        expect(await other.everything()).toEqual(issued)

        const third = await someoneElse()
        await third.open()
        await third.openNumber(/CASD-1[A-Z0-9]{3}(-[A-Z0-9]{1,4})+/.exec(paper.text)[0])
        await third.seeTotal(total)
        expect(await third.everything()).toEqual(issued)
      })

      test(`${simulation} opens as a table that adds up`, async ({ simulator }) => {
        const { lang, words } = simulator
        const issued = await make(simulator, simulation)
        const lines = await simulator.parsedLines()
        const file = await simulator.save('csv')
        expect(file.name).toBe(nameOf(issued.number, 'csv'))

        const text = file.bytes.toString('utf8')
        expect(text.startsWith('\ufeff')).toBe(true)
        const rows = readTable(text.slice(1), lang === 'fr' ? ';' : ',')
        const widths = new Set(rows.map((row) => row.length))
        expect([...widths]).toEqual([10])
        const said = (label) => rows.find((row) => row[0] === label)[1]
        expect(said(words.number)).toBe(issued.number)

        const amount = /^-?\d+[.,]\d\d$/
        // The budget follows the total: its amounts are those of the lines once more.
        const until = rows.findIndex((row) => row[0].startsWith(words.total) && amount.test(row[6]))
        const ofLines = rows.slice(0, until).filter((row) => amount.test(row[6]) && row[1])
        expect(ofLines.map((row) => plain(row[0]))).toEqual(lines.filter((line) => /\d/.test(line[2])).map((line) => plain(line[0])))
        expect(ofLines.map((row) => cents(row[6]))).toEqual(lines.filter((line) => /\d/.test(line[2])).map((line) => cents(line[2])))
        const total = rows[until]
        expect(total[6]).toMatch(lang === 'fr' ? /^\d+,\d\d$/ : /^\d+\.\d\d$/)
        expect(cents(total[6])).toBe(cents(issued.total))
        expect(ofLines.reduce((sum, row) => sum + cents(row[6]), 0)).toBe(cents(issued.total))
        const budgets = {}
        for (const row of rows.slice(until + 1).filter((row) => amount.test(row[6]) && row[1])) {
          budgets[row[0]] = (budgets[row[0]] ?? 0) + cents(row[6])
        }
        expect(Object.values(budgets)).toEqual([cents(issued.total), cents(issued.total)])
      })

      test(`${simulation} leaves as a draft to CASD, with all of it attached`, async ({ simulator, someoneElse }) => {
        const issued = await make(simulator, simulation)
        const draft = await simulator.save('eml')
        expect(draft.name).toBe(nameOf(issued.number, 'eml'))

        const { headers, parts, end } = readMessage(draft.bytes)
        expect(end).toBe(true)
        expect(headers['x-unsent']).toBe('1')
        expect(headers.to).toBe(`<${SIMULATIONS[simulation].contact}>`)
        expect(headers.subject).toContain(issued.number)
        expect(headers).not.toHaveProperty('from')
        expect(headers).not.toHaveProperty('date')
        expect(parts.map(({ type, name }) => [type, name])).toEqual([
          ['text/plain', undefined],
          ['application/pdf', nameOf(issued.number, 'pdf')],
          ['application/json', nameOf(issued.number, 'json')],
        ])
        const [text, pdf, json] = parts.map(({ bytes }) => bytes)
        const data = JSON.parse(json)
        expect(text.toString()).toContain(issued.number)
        expect(text.toString()).toContain(data.link)
        expect(plain(text.toString())).toContain(plain(issued.total))
        expect(text.toString()).not.toContain('…')

        expect(json.equals((await simulator.save('json')).bytes)).toBe(true)
        expect(pdf.equals((await simulator.save('pdf')).bytes)).toBe(true)
        expect(readPdf(pdf).text).toContain(issued.number)

        const other = await someoneElse()
        await other.open()
        await other.chooseFile(json)
        await other.seeTotal(SIMULATIONS[simulation][simulator.lang])
        expect(await other.everything()).toEqual(issued)
      })
    }

    test('what was announced goes once the simulation is another', async ({ simulator }) => {
      await make(simulator, 'pmsi')
      await simulator.save('csv')
      await simulator.enterUsers('5')
      await expect(simulator.sheet.locator('.said').filter({ hasText: /./ })).toHaveCount(0)
    })

    // start.js reads the dropped files after the event, when the browser has withdrawn them.
    test('a file dropped on the page opens', async ({ simulator, someoneElse }) => {
      const issued = await make(simulator, 'custom')
      const { bytes, name } = await simulator.save('json')
      const other = await someoneElse()
      await other.open()
      await other.dropFile(onDisk(name, bytes))
      await other.seeTotal(SIMULATIONS.custom[other.lang])
      await other.seeImported(other.words.files.opened)
      expect(await other.everything()).toEqual(issued)
      // Once more, where everything is loaded already.
      await other.enterUsers('9')
      await other.dropFile(onDisk(name, bytes))
      await other.seeTotal(SIMULATIONS.custom[other.lang])
      expect(await other.everything()).toEqual(issued)
    })

    test.describe('a file that is not a simulation', () => {
      /** The files, made of a right one, and what is said of them. */
      const WRONG = {
        'that was cut short': [(right) => right.slice(0, right.length / 2), 'malformed'],
        'with other data': [() => '{"name": "an", "version": 1}', 'foreign'],
        'with another program’s document': [() => '{"document": "invoice", "format": 1, "offer": "standard"}', 'foreign'],
        'of plain text': [() => 'Bonjour,\n\nvoici mon projet.\n', 'foreign'],
        'that is empty': [() => '', 'foreign'],
        'of more than a mebibyte': [(right) => right.replace(/\}\s*$/, `, "more": "${'x'.repeat(1 << 20)}"}`), 'tooLarge'],
        'of a newer version': [(right) => right.replace('"format": 1', '"format": 2'), 'newer'],
        'with a script for a project': [
          (right) => JSON.stringify({ ...JSON.parse(right).project, configuration: SCRIPT, options: { [SCRIPT]: true } }),
          'malformed',
        ],
        'with a project that has no price': [(right) => JSON.stringify({ ...JSON.parse(right).project, users: 0 }), 'refused'],
      }
      const SCRIPT = '<img src=nowhere.png onerror="window.ran = true"><script>window.ran = true</script>'

      for (const [what, [made, said]] of Object.entries(WRONG)) {
        test(`${what}, is explained and harmless, and a right one opens after it`, async ({ simulator }) => {
          const before = await make(simulator, 'custom')
          const right = (await simulator.save('json')).bytes.toString()
          await simulator.enterUsers('7')
          await expect(simulator.number).not.toHaveText(before.number)
          const kept = await simulator.everything()

          await simulator.chooseFile(made(right))
          await simulator.seeFileRefused(new RegExp(spaced(simulator.words.files[said]).source))
          expect(await simulator.everything()).toEqual(kept)
          await expect(simulator.fileRefusal.locator('*')).toHaveCount(0)
          expect(await simulator.page.evaluate(() => window.ran)).toBeUndefined()
          await simulator.enterUsers('8')
          await expect(simulator.number).not.toHaveText(kept.number)

          await simulator.chooseFile(right)
          await simulator.seeImported(simulator.words.files.opened)
          expect(await simulator.everything()).toEqual(before)
        })
      }

      test('an image that is dropped, is explained, and harmless', async ({ simulator, page }) => {
        const kept = await make(simulator, 'custom')
        const address = page.url().split('#')[0]
        await simulator.dropFile(onDisk('photo.png', Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==', 'base64')))
        await simulator.seeFileRefused(simulator.words.files.foreign)
        expect(await simulator.everything()).toEqual(kept)
        expect(page.url().split('#')[0]).toBe(address)
      })

      test('dropped on a view, is explained on the form', async ({ simulator, annexe }) => {
        const kept = await make(simulator, 'custom')
        await annexe.goTo('kept')
        await simulator.dropFile(onDisk('notes.json', '{}'))
        await annexe.seeSimulator()
        await simulator.seeFileRefused(simulator.words.files.foreign)
        expect(await simulator.everything()).toEqual(kept)
      })
    })

    test.describe('a file that was edited', () => {
      /** What becomes of a right file that was edited. */
      async function edited(simulator, edit) {
        const issued = await make(simulator, 'cohorts2020')
        const right = JSON.parse((await simulator.save('json')).bytes)
        await simulator.openExample('pmsi')
        await simulator.seeTotal(SIMULATIONS.pmsi[simulator.lang])
        await simulator.chooseFile(JSON.stringify(edit(structuredClone(right))))
        return issued
      }

      test('in its total says so, and its project opens at today’s prices', async ({ simulator }) => {
        const { lang, words } = simulator
        const issued = await edited(simulator, (file) => ({ ...file, total: '1.00' }))
        const said = words.files.otherTotal({ fr: '1,00 €', en: '€1.00' }[lang], SIMULATIONS.cohorts2020[lang])
        await simulator.seeFileRefused(`${said} ${words.files.anew}`)
        await simulator.seeTotal(SIMULATIONS.cohorts2020[lang])
        expect((await simulator.everything()).entries).toEqual(issued.entries)
      })

      test('in its project says so, and that project opens at today’s prices', async ({ simulator }) => {
        const { lang, words } = simulator
        const issued = await edited(simulator, (file) => ({ ...file, project: { ...file.project, users: 3 } }))
        await simulator.seeFileRefused(`${words.files.otherProject} ${words.files.anew}`)
        await simulator.seeTotal({ fr: '5 544,00 €', en: '€5,544.00' }[lang])
        await expect(simulator.field('users')).toHaveValue('3')
        await expect(simulator.number).not.toHaveText(issued.number)
      })

      test('in its number says so, and its project opens at today’s prices', async ({ simulator }) => {
        const { lang, words } = simulator
        const script = '<img src=nowhere.png onerror="window.ran = true">'
        await edited(simulator, (file) => ({ ...file, number: script, link: `javascript:window.ran = true` }))
        await expect(simulator.fileRefusal).toContainText(spaced(new RegExp(words.files.numberRefused.source)))
        await expect(simulator.fileRefusal).toContainText(words.files.anew)
        await simulator.seeTotal(SIMULATIONS.cohorts2020[lang])
        expect(await simulator.page.evaluate(() => window.ran)).toBeUndefined()
      })

      test('in its words alone is the simulation of its number, and none of them is shown', async ({ simulator }) => {
        const script = '<img src=nowhere.png onerror="window.ran = true"><script>window.ran = true</script>'
        const rewritten = (value) => {
          if (typeof value !== 'object' || value === null) return value
          const entries = Object.entries(value).map(([key, inner]) => [key, key === 'fr' || key === 'en' ? script : rewritten(inner)])
          return Array.isArray(value) ? entries.map(([, inner]) => inner) : Object.fromEntries(entries)
        }
        const issued = await edited(simulator, rewritten)
        await simulator.seeImported(simulator.words.files.opened)
        expect(await simulator.everything()).toEqual(issued)
        await expect(simulator.page.locator('body')).not.toContainText('onerror')
        expect(await simulator.page.evaluate(() => window.ran)).toBeUndefined()
      })

      test('down to its project is opened at today’s prices', async ({ simulator }) => {
        const { lang, words } = simulator
        const issued = await edited(simulator, (file) => file.project)
        await simulator.seeImported(`${words.files.projectOnly} ${words.files.anew}`)
        await simulator.seeTotal(SIMULATIONS.cohorts2020[lang])
        expect((await simulator.everything()).entries).toEqual(issued.entries)
      })
    })

    test('the same file can be chosen twice', async ({ simulator }) => {
      const issued = await make(simulator, 'custom')
      const file = await simulator.save('json')
      for (const users of ['5', '6']) {
        await simulator.enterUsers(users)
        await simulator.chooseFile(file.bytes, file.name)
        await simulator.seeImported(simulator.words.files.opened)
        expect(await simulator.everything()).toEqual(issued)
        await expect(simulator.fileField).toHaveValue('')
      }
    })

    // Nothing empties #imported.
    test('what was said of a file goes once the form says something else', async ({ simulator }) => {
      await make(simulator, 'custom')
      const file = await simulator.save('json')
      await simulator.chooseFile(file.bytes, file.name)
      await simulator.seeImported(simulator.words.files.opened)
      await simulator.enterUsers('5')
      await expect(simulator.imported).toHaveText('')
    })

    test('says where a part of the page could not be loaded', async ({ simulator, page, heard }) => {
      await simulator.open()
      await expect(simulator.notLoaded).toHaveCount(0)
      const asked = /\/asked-[^/]*\.js/
      await page.route(asked, (route) => route.abort())
      await simulator.button('csv').click()
      await expect(simulator.notLoaded).toHaveText(spaced(simulator.words.notLoaded))
      forgive(heard, asked)
    })

    test.describe('the message to paste', () => {
      test.use({ permissions: ['clipboard-read', 'clipboard-write'] })

      test('says what the mail would, and is copied whole', async ({ simulator, page }) => {
        const { words } = simulator
        const issued = await make(simulator, 'custom')
        await expect(simulator.messageText).toHaveCount(0)
        await simulator.showMessage()
        const { body } = await simulator.message()
        const text = body.replaceAll('\r\n', '\n')
        await expect(simulator.messageText).toHaveValue(text)
        await expect(simulator.messageText).not.toBeEditable()
        expect(text).toContain(issued.number)
        await simulator.button('copyMessage').click()
        await expect(simulator.sheet.getByText(words.copied, { exact: true })).toBeVisible()
        expect(await copied(page)).toBe(text)

        await simulator.enterUsers('5')
        await expect(simulator.messageText).not.toHaveValue(text)
        await expect(simulator.messageText).toHaveValue(new RegExp(await simulator.seeNumber()))
        await expect(simulator.sheet.getByText(words.copied, { exact: true })).toHaveCount(0)
      })
    })
  })
}

// What follows is the same in every language.

test.describe('where a part of the page cannot be loaded', () => {
  for (const part of [/\/asked-[^/]*\.js/, /\/annexe-[^/]*\.wasm/, /\/pdf-[^/]*\.wasm/]) {
    const named = /(\w+)-.*\.(\w+)/.exec(part.source.replaceAll('\\', '')).slice(1).join('.')

    test(`(${named}), the page says so, and the same button works once it can be`, async ({ simulator, page, heard }) => {
      const before = await make(simulator, 'custom')
      await page.route(part, (route) => route.abort())
      await simulator.button('pdf').click()
      await expect(simulator.notLoaded).toBeVisible()
      await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
      expect(await simulator.everything()).toEqual(before)
      await simulator.enterUsers('5')
      await expect(simulator.number).not.toHaveText(before.number)
      // Once more in vain.
      await simulator.button('pdf').click()
      await expect(simulator.notLoaded).toBeVisible()

      await page.unroute(part)
      const file = await simulator.save('pdf')
      await expect(simulator.notLoaded).toHaveCount(0)
      expect(file.name).toBe(nameOf(await simulator.seeNumber(), 'pdf'))
      expect(readPdf(file.bytes).text).toContain(await simulator.seeNumber())
      forgive(heard, part)
    })
  }

  // asked.js looks for a view at each change, and leaves unsaid that it could not.
  test('everything else goes on', async ({ simulator, page, heard }) => {
    const annexe = /\/annexe[^/]*$/
    await simulator.open()
    const start = await simulator.everything()
    await simulator.openExample('pmsi')
    await page.route(annexe, (route) => route.abort())
    await simulator.button('json').click()
    await expect(simulator.notLoaded).toBeVisible()
    await simulator.switchLanguage()
    await simulator.seeTotal(SIMULATIONS.pmsi[simulator.lang])
    await simulator.openExample('cohorts2020')
    await simulator.seeTotal(SIMULATIONS.cohorts2020[simulator.lang])
    await page.evaluate((hash) => (location.hash = hash), start.number.replaceAll('-', ''))
    await expect(simulator.number).toHaveText(start.number)
    expect(await simulator.entries()).toEqual(start.entries)
    forgive(heard, annexe)
    expect(heard).toEqual([])
  })

  // asked.js empties the field only once the file was read.
  test('a file that was chosen in vain can be chosen again', async ({ simulator, page, heard, someoneElse }) => {
    const issued = await make(simulator, 'custom')
    const file = await simulator.save('json')
    const other = await someoneElse()
    await other.open()
    const annexe = /\/annexe[^/]*$/
    await other.page.route(annexe, (route) => route.abort())
    await other.chooseFile(file.bytes, file.name)
    await expect(other.notLoaded).toBeVisible()
    forgive(heard, annexe)
    // Browsers do not say that a file was chosen which stands there already.
    await expect(other.fileField).toHaveValue('')
    await other.page.unroute(annexe)
    await other.chooseFile(file.bytes, file.name)
    await other.seeImported(other.words.files.opened)
    expect(await other.everything()).toEqual(issued)
  })
})

test.describe('on the printer', () => {
  test('the page is the simulation, without the form', async ({ simulator, page }) => {
    const { words, sheet } = simulator
    const issued = await make(simulator, 'custom')
    const lines = await simulator.parsedLines()
    await page.emulateMedia({ media: 'print' })
    await expect(simulator.heading).toBeVisible()
    await expect(simulator.number).toBeVisible()
    await expect(simulator.total).toBeVisible()
    for (const line of await simulator.lines.all()) await expect(line).toBeVisible()
    await expect(sheet.getByRole('heading', { name: words.priceList, exact: true })).toBeVisible()
    for (const role of ['form', 'button', 'textbox', 'radio', 'checkbox']) await expect(page.getByRole(role)).toHaveCount(0)

    const paper = readPdf(await page.pdf({ format: 'A4' }))
    expect(paper.text).toContain(issued.number)
    expect(paper.text).toContain(plain(issued.total))
    for (const part of lines.flat().filter(Boolean)) expect(paper.text).toContain(plain(part))
    expect(paper.text).not.toContain(words.form)
    expect(paper.text).not.toContain(words.json)
  })

  test('an example at prices in force takes one page', async ({ simulator, page }) => {
    for (const example of ['cohorts2020', 'pmsi']) {
      await make(simulator, example)
      expect(readPdf(await page.pdf({ format: 'A4' })).pages, example).toBe(1)
    }
  })

  test('no heading stands over nothing', async ({ simulator, page }) => {
    await make(simulator, 'custom')
    await page.emulateMedia({ media: 'print' })
    await expect(simulator.sheet.getByRole('heading', { name: simulator.words.documents, exact: true })).toHaveCount(0)
  })

  test('the button prints', async ({ simulator, page }) => {
    await page.addInitScript(() => {
      window.printed = 0
      window.print = () => (window.printed += 1)
    })
    await make(simulator, 'custom')
    await simulator.button('print').click()
    await expect.poll(() => page.evaluate(() => window.printed)).toBe(1)
  })
})

test.describe('shared', () => {
  /** A browser with a share sheet; it ends with this error, if any. */
  const withShareSheet = (page, error) =>
    page.addInitScript((error) => {
      window.shared = []
      navigator.canShare = ({ files }) => files?.length === 1 && files[0].type === 'application/pdf'
      navigator.share = async ({ files, ...others }) => {
        const contents = await Promise.all(files.map((file) => file.text()))
        window.shared.push({ files: files.map(({ name, type }, at) => [name, type, contents[at].slice(0, 5)]), others })
        if (error) throw new DOMException('The sheet says no', error)
      }
    }, error)
  const shared = (page) => page.evaluate(() => window.shared)
  const one = (number) => [{ files: [[nameOf(number, 'pdf'), 'application/pdf', '%PDF-']], others: {} }]

  test('is the PDF, named by the number', async ({ simulator, page }) => {
    await withShareSheet(page)
    const { number } = await make(simulator, 'pmsi')
    await simulator.button('share').click()
    await expect.poll(() => shared(page)).toEqual(one(number))
    await expect(simulator.notLoaded).toHaveCount(0)
  })

  test('and called off, does nothing more', async ({ simulator, page }) => {
    await withShareSheet(page, 'AbortError')
    const downloads = []
    page.on('download', (download) => downloads.push(download))
    const { number } = await make(simulator, 'pmsi')
    await simulator.button('share').click()
    await expect.poll(() => shared(page)).toEqual(one(number))
    await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
    await expect(simulator.sheet.locator('.said').filter({ hasText: /./ })).toHaveCount(0)
    await expect(simulator.notLoaded).toHaveCount(0)
    expect(downloads).toEqual([])
  })

  test('and refused, is saved instead', async ({ simulator, page }) => {
    await withShareSheet(page, 'NotAllowedError')
    const { number } = await make(simulator, 'pmsi')
    const file = await simulator.save('share')
    expect(file.name).toBe(nameOf(number, 'pdf'))
    expect(readPdf(file.bytes).text).toContain(number)
    expect(await shared(page)).toEqual(one(number))
  })

  for (const [what, script] of Object.entries({
    'no share sheet': () => delete Navigator.prototype.canShare,
    'a share sheet that takes no files': () => (navigator.canShare = ({ files }) => !files),
  })) {
    test(`by nobody in a browser with ${what}: there is no button`, async ({ simulator, page }) => {
      await page.addInitScript(script)
      await make(simulator, 'pmsi')
      await expect(simulator.button('pdf')).toBeVisible()
      await expect(simulator.button('share')).toHaveCount(0)
    })
  }
})
