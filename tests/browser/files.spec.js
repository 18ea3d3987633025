// Files: the documents of a simulation are saved, and data files are opened. What stands in each document, in
// both languages, is for tests/files.rs, pdf.rs, spreadsheets.rs and drafts.rs.

import { readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from './fixtures.js'
import { cents, plain, readMessage, readPdf, readTable } from './reading.js'
import { spaced } from './simulator.js'

/** The project that `fillEveryField` describes, as a project file. */
const PROJECT = readFileSync(new URL('../fixtures/every-field.json', import.meta.url), 'utf8')
const TOTAL = 9732
const IMAGE = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg=='
const SCRIPT = '<img src=nowhere.png onerror="window.ran = true"><script>window.ran = true</script>'

/** A simulation with something in every field, on a page just opened. */
async function simulate(simulator) {
  await simulator.open()
  await simulator.fillEveryField()
  await simulator.seeTotal(TOTAL)
  return simulator.everything()
}

const nameOf = (number, extension) => `simulation-${number}.${extension}`

/** What is said of a file that was saved or shared: nothing. */
const expectNoStatus = (simulator) => expect(simulator.sheet.locator('.said').filter({ hasText: /./ })).toHaveCount(0)

/** A file of this content on the disk, for what only takes files from there. */
function onDisk(name, content) {
  const path = test.info().outputPath(name)
  writeFileSync(path, content)
  return path
}

/** Removes from what was heard the messages of the browser about requests that this test aborted. */
function forgive(heard, ...patterns) {
  const isAborted = (entry) =>
    (entry.startsWith('failed: ') && entry.includes('net::ERR_FAILED') && patterns.some((one) => one.test(entry))) ||
    entry === 'console error: Failed to load resource: net::ERR_FAILED' ||
    // What loads chunks writes it down for developers.
    entry.startsWith('console error: TypeError: Failed to fetch')
  for (const one of patterns) expect(heard.some((entry) => one.test(entry)), `${one} was aborted`).toBe(true)
  heard.splice(0, heard.length, ...heard.filter((entry) => !isAborted(entry)))
}

test('a simulation is saved as data, PDF, spreadsheet and e-mail draft, and other programs read them', async ({ simulator }) => {
  const { lang, words } = simulator
  const issued = await simulate(simulator)
  const lines = await simulator.parsedLines()
  const data = await simulator.save('json')

  await test.step('data', async () => {
    expect(data.name).toBe(nameOf(issued.number, 'json'))
    const { number, total } = JSON.parse(data.bytes)
    expect({ number, total }).toEqual({ number: issued.number, total: '9732.00' })
  })

  const pdf = await simulator.save('pdf')
  await test.step('PDF, read by poppler', async () => {
    expect(pdf.name).toBe(nameOf(issued.number, 'pdf'))
    const paper = readPdf(pdf.bytes)
    expect(paper.title).toBe(words.paperTitle(issued.number))
    expect(paper.text).toContain(issued.number)
    expect(paper.text).toContain(plain(issued.total))
    for (const part of lines.flat().filter(Boolean)) expect(paper.text).toContain(plain(part))
    expect(Object.keys(paper.attachments)).toEqual([data.name])
    expect(paper.attachments[data.name].equals(data.bytes)).toBe(true)
  })

  await test.step('e-mail draft with both', async () => {
    const draft = await simulator.save('eml')
    expect(draft.name).toBe(nameOf(issued.number, 'eml'))
    const { headers, parts, end } = readMessage(draft.bytes)
    expect(end).toBe(true)
    expect(headers).toMatchObject({ to: '<service@casd.eu>', 'x-unsent': '1' })
    expect(headers.subject).toContain(issued.number)
    expect(Object.keys(headers)).not.toContain('from')
    expect(Object.keys(headers)).not.toContain('date')
    expect(parts.map(({ type, name }) => [type, name])).toEqual([
      ['text/plain', undefined],
      ['application/pdf', pdf.name],
      ['application/json', data.name],
    ])
    const text = plain(parts[0].bytes.toString())
    for (const part of [issued.number, JSON.parse(data.bytes).link, plain(issued.total)]) expect(text).toContain(part)
    expect(text).not.toContain('…')
    expect(parts[1].bytes.equals(pdf.bytes)).toBe(true)
    expect(parts[2].bytes.equals(data.bytes)).toBe(true)
  })

  await test.step('the status goes once the form changes', async () => {
    await simulator.form.getByText(words.institutions.summary, { exact: true }).click()
    await simulator.form.getByLabel(words.institutions.funder, { exact: true }).fill('=1+1')
    await expectNoStatus(simulator)
  })

  await test.step('spreadsheet that adds up, in which a name is no formula', async () => {
    const file = await simulator.save('csv')
    expect(file.name).toBe(nameOf(issued.number, 'csv'))
    const text = file.bytes.toString('utf8')
    expect(text.startsWith('\ufeff')).toBe(true)
    const rows = readTable(text.slice(1), lang === 'fr' ? ';' : ',')
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([10]))
    expect(rows.find(([label]) => label === words.number)[1]).toBe(issued.number)
    const amount = lang === 'fr' ? /^-?\d+,\d\d$/ : /^-?\d+\.\d\d$/
    // The budget follows the total: its amounts are those of the lines once more.
    const until = rows.findIndex((row) => row[0].startsWith(words.total) && amount.test(row[6]))
    const ofLines = rows.slice(0, until).filter((row) => amount.test(row[6]) && row[1])
    expect(ofLines.map((row) => [plain(row[0]), cents(row[6])])).toEqual(
      lines.filter((line) => /\d/.test(line[2])).map((line) => [plain(line[0]), cents(line[2])]),
    )
    expect(cents(rows[until][6])).toBe(cents(issued.total))
    expect(ofLines.reduce((sum, row) => sum + cents(row[6]), 0)).toBe(cents(issued.total))
    const cells = rows.flat()
    expect(cells.filter((cell) => cell.includes('=1+1')).length).toBeGreaterThan(0)
    expect(cells.filter((cell) => /^[=+@\t]/.test(cell))).toEqual([])
  })
})

test('a document is of what was on the form at the click, whatever is typed while it loads', async ({ simulator, page }) => {
  await simulator.open()
  const number = await simulator.seeNumber()
  let release
  const released = new Promise((resolve) => { release = resolve })
  await page.route(/\/split_views-/, async (route) => {
    await released
    await route.continue()
  })
  const downloaded = page.waitForEvent('download')
  await simulator.button('pdf').click()
  await simulator.enterUsers('7')
  await expect(simulator.number).not.toHaveText(number)
  release()
  const download = await downloaded
  expect(download.suggestedFilename()).toBe(nameOf(number, 'pdf'))
  expect(readPdf(readFileSync(await download.path())).text).toContain(number)
})

test('a data file that is chosen opens the same simulation, twice, and so does its link', async ({ simulator, someoneElse }) => {
  const issued = await simulate(simulator)
  const file = await simulator.save('json')
  const other = await someoneElse()
  await other.open()
  for (const users of ['5', '6']) {
    await other.chooseFile(file.bytes, file.name)
    await other.seeImported(other.words.files.opened)
    await other.seeTotal(TOTAL)
    expect(await other.everything()).toEqual(issued)
    // Browsers report no change where the same file is chosen again: the field must be empty.
    await expect(other.fileField).toHaveValue('')
    // The status goes once the form is another simulation.
    await other.enterUsers(users)
    await expect(other.imported).toHaveText('')
  }
  const third = await someoneElse()
  await third.open(JSON.parse(file.bytes).link)
  await third.seeTotal(TOTAL)
  expect(await third.everything()).toEqual(issued)
})

// start.js reads dropped files after the event, when the browser has withdrawn them.
test('a file that is dropped on the page opens, or is refused on the form', async ({ simulator, views, page }) => {
  const { files } = simulator.words
  await simulator.open()
  await simulator.dropFile(onDisk('project.json', PROJECT))
  await simulator.seeImported(`${files.projectOnly} ${files.anew}`)
  await simulator.seeTotal(TOTAL)
  const issued = await simulator.everything()
  // Once more, where the modules are loaded already.
  const { bytes, name } = await simulator.save('json')
  await simulator.enterUsers('9')
  await simulator.dropFile(onDisk(name, bytes))
  await simulator.seeImported(files.opened)
  expect(await simulator.everything()).toEqual(issued)

  await test.step('an image is refused, and the browser does not open it', async () => {
    const address = page.url().split('#')[0]
    await simulator.dropFile(onDisk('photo.png', Buffer.from(IMAGE, 'base64')))
    await simulator.seeFileRefused(files.foreign)
    expect(await simulator.everything()).toEqual(issued)
    expect(page.url().split('#')[0]).toBe(address)
  })

  await test.step('a file dropped on a view is refused on the form', async () => {
    await views.goTo('kept')
    await simulator.dropFile(onDisk('notes.json', '{}'))
    await views.seeSimulator()
    await simulator.seeFileRefused(files.foreign)
    expect(await simulator.everything()).toEqual(issued)
  })
})

test('a file that is not a simulation is refused, harmless, and a right one opens after it', async ({ simulator, page }) => {
  const { files } = simulator.words
  const before = await simulate(simulator)
  const right = (await simulator.save('json')).bytes.toString()
  await simulator.enterUsers('7')
  await expect(simulator.number).not.toHaveText(before.number)
  const kept = await simulator.everything()
  const wrong = [
    [right.slice(0, right.length / 2), files.malformed],
    ['Bonjour,\n\nvoici mon projet.\n', files.foreign],
    [right.replace(/\}\s*$/, `, "more": "${'x'.repeat(1 << 20)}"}`), files.tooLarge],
    [JSON.stringify({ ...JSON.parse(right).project, configuration: SCRIPT, options: { [SCRIPT]: true } }), files.malformed],
    [JSON.stringify({ ...JSON.parse(right).project, users: 0 }), files.refused],
  ]
  for (const [content, why] of wrong) {
    await simulator.chooseFile(content)
    await simulator.seeFileRefused(new RegExp(spaced(why).source))
    expect(await simulator.everything()).toEqual(kept)
    await expect(simulator.fileRefusal.locator('*')).toHaveCount(0)
    expect(await page.evaluate(() => window.ran)).toBeUndefined()
  }
  // The refusal goes once the form changes, and the form still works.
  await simulator.enterUsers('8')
  await expect(simulator.number).not.toHaveText(kept.number)
  await expect(simulator.fileRefusal).toHaveText('')

  await simulator.chooseFile(wrong[0][0])
  await simulator.seeFileRefused(new RegExp(spaced(files.malformed).source))
  await simulator.chooseFile(right)
  await simulator.seeImported(files.opened)
  expect(await simulator.everything()).toEqual(before)
})

test('a file that was edited says so, and its project opens at today’s prices', async ({ simulator, page }) => {
  const { files } = simulator.words
  await simulator.open()
  await simulator.openExample('cohorts2020')
  await simulator.seeTotal(4740)
  const issued = await simulator.everything()
  const right = JSON.parse((await simulator.save('json')).bytes)
  /** Opens what becomes of the file, from the form of another simulation. */
  const openEdited = async (change) => {
    await simulator.openExample('pmsi')
    await simulator.seeTotal(2454)
    await simulator.chooseFile(JSON.stringify({ ...right, ...change }))
  }

  await test.step('in its total', async () => {
    await openEdited({ total: '1.00' })
    await simulator.seeFileRefused(`${files.otherTotal(simulator.euros(1), simulator.euros(4740))} ${files.anew}`)
    await simulator.seeTotal(4740)
    expect((await simulator.everything()).entries).toEqual(issued.entries)
  })

  await test.step('in its project', async () => {
    await openEdited({ project: { ...right.project, users: 3 } })
    await simulator.seeFileRefused(`${files.otherProject} ${files.anew}`)
    await simulator.seeTotal(5544)
    await expect(simulator.field('users')).toHaveValue('3')
    await expect(simulator.number).not.toHaveText(issued.number)
  })

  await test.step('in its number', async () => {
    await openEdited({ number: SCRIPT, link: 'javascript:window.ran = true' })
    await expect(simulator.fileRefusal).toContainText(spaced(new RegExp(files.numberRefused.source)))
    await expect(simulator.fileRefusal).toContainText(files.anew)
    await simulator.seeTotal(4740)
  })

  await test.step('in its words alone: it is the simulation of its number, and none of them is shown', async () => {
    const rewritten = JSON.parse(JSON.stringify(right), (key, value) => (key === 'fr' || key === 'en' ? SCRIPT : value))
    await openEdited(rewritten)
    await simulator.seeImported(files.opened)
    expect(await simulator.everything()).toEqual(issued)
    await expect(page.locator('body')).not.toContainText('onerror')
  })
  expect(await page.evaluate(() => window.ran)).toBeUndefined()
})

test.describe('where a part of the page cannot be loaded', () => {
  const [VIEWS, PDF] = [/\/split_views-[^/]*\.wasm/, /\/split_pdf-[^/]*\.wasm/]

  test('the page says so, and the same action works once it can be', async ({ simulator, page, heard }) => {
    const { files } = simulator.words
    await simulate(simulator)
    /** Asks for something that needs a part while that part is missing. */
    const ask = async (part, action) => {
      await page.route(part, (route) => route.abort())
      // Twice: it is asked for again each time.
      for (let time = 0; time < 2; time += 1) {
        const failed = page.waitForEvent('requestfailed', (request) => part.test(request.url()))
        await action()
        await failed
        await expect(simulator.notLoaded).toBeVisible()
        await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
      }
      await page.unroute(part)
    }

    await ask(VIEWS, () => simulator.button('csv').click())
    await simulator.enterUsers('5')
    const changed = await simulator.everything()
    await ask(VIEWS, () => simulator.chooseFile(PROJECT))
    expect(await simulator.everything()).toEqual(changed)
    // So that the same file can be chosen again.
    await expect(simulator.fileField).toHaveValue('')
    await simulator.chooseFile(PROJECT)
    await simulator.seeImported(`${files.projectOnly} ${files.anew}`)
    await simulator.seeTotal(TOTAL)

    await ask(PDF, () => simulator.button('pdf').click())
    const file = await simulator.save('pdf')
    await expect(simulator.notLoaded).toHaveCount(0)
    expect(readPdf(file.bytes).text).toContain(await simulator.seeNumber())
    forgive(heard, VIEWS, PDF)
  })

  test('everything else goes on', async ({ simulator, page, heard }) => {
    await simulator.open()
    const start = await simulator.everything()
    await simulator.openExample('pmsi')
    await page.route(VIEWS, (route) => route.abort())
    await simulator.button('json').click()
    await expect(simulator.notLoaded).toBeVisible()
    await simulator.switchLanguage()
    await simulator.seeTotal(2454)
    await simulator.openExample('cohorts2020')
    await simulator.seeTotal(4740)
    await page.evaluate((hash) => (location.hash = hash), start.number.replaceAll('-', ''))
    await expect(simulator.number).toHaveText(start.number)
    expect(await simulator.entries()).toEqual(start.entries)
    forgive(heard, VIEWS)
    expect(heard).toEqual([])
  })
})

test('on paper, the page is the simulation without the form; an example takes one page; the button prints', async ({ simulator, page }) => {
  const { words, sheet } = simulator
  await page.addInitScript(() => {
    window.printed = 0
    window.print = () => (window.printed += 1)
  })
  const issued = await simulate(simulator)
  const lines = await simulator.parsedLines()
  await simulator.button('print').click()
  await expect.poll(() => page.evaluate(() => window.printed)).toBe(1)

  await page.emulateMedia({ media: 'print' })
  for (const shown of [simulator.heading, simulator.number, simulator.total, ...(await simulator.lines.all())]) {
    await expect(shown).toBeVisible()
  }
  await expect(sheet.getByRole('heading', { name: words.priceList, exact: true })).toBeVisible()
  for (const role of ['form', 'button', 'textbox', 'radio', 'checkbox']) await expect(page.getByRole(role)).toHaveCount(0)
  // No heading of what is not printed.
  await expect(sheet.getByRole('heading', { name: words.documents, exact: true })).toHaveCount(0)
  const paper = readPdf(await page.pdf({ format: 'A4' }))
  for (const part of [issued.number, issued.total, ...lines.flat().filter(Boolean)]) expect(paper.text).toContain(plain(part))
  expect(paper.text).not.toContain(words.form)
  expect(paper.text).not.toContain(words.json)

  await page.emulateMedia({ media: null })
  for (const [example, total] of [['cohorts2020', 4740], ['pmsi', 2454]]) {
    await simulator.openExample(example)
    await simulator.seeTotal(total)
    expect(readPdf(await page.pdf({ format: 'A4' })).pages, example).toBe(1)
  }
})

test.describe('sharing', () => {
  test('hands over the PDF; called off, it does nothing more; refused, the PDF is saved', async ({ simulator, page }) => {
    // A share sheet that ends with the error `shareError`, where there is one.
    await page.addInitScript(() => {
      window.shared = []
      navigator.canShare = ({ files }) => files?.length === 1 && files[0].type === 'application/pdf'
      navigator.share = async ({ files, ...others }) => {
        const contents = await Promise.all(files.map((file) => file.text()))
        window.shared.push({ files: files.map(({ name, type }, at) => [name, type, contents[at].slice(0, 5)]), others })
        if (window.shareError) throw new DOMException('The sheet says no', window.shareError)
      }
    })
    const downloads = []
    page.on('download', (download) => downloads.push(download))
    const { number } = await simulate(simulator)
    const one = { files: [[nameOf(number, 'pdf'), 'application/pdf', '%PDF-']], others: {} }
    for (const [error, times] of [[undefined, 1], ['AbortError', 2]]) {
      await page.evaluate((error) => (window.shareError = error), error)
      await simulator.button('share').click()
      await expect.poll(() => page.evaluate(() => window.shared)).toEqual(Array(times).fill(one))
      await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
      await expectNoStatus(simulator)
      await expect(simulator.notLoaded).toHaveCount(0)
    }
    expect(downloads).toEqual([])
    await page.evaluate(() => (window.shareError = 'NotAllowedError'))
    const file = await simulator.save('share')
    expect(file.name).toBe(nameOf(number, 'pdf'))
    expect(readPdf(file.bytes).text).toContain(number)
  })

  test('has no button in a browser without a share sheet, or with one that takes no files', async ({ simulator, someoneElse }) => {
    const other = await someoneElse()
    await simulator.page.addInitScript(() => delete Navigator.prototype.canShare)
    await other.page.addInitScript(() => (navigator.canShare = ({ files }) => !files))
    for (const visitor of [simulator, other]) {
      await visitor.open()
      await expect(visitor.button('pdf')).toBeVisible()
      await expect(visitor.button('share')).toHaveCount(0)
    }
  })
})
