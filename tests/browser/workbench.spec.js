// The tariff manager prepares CASD's price list, and what comes of it.

import { writeFileSync } from 'node:fs'
import { expect, test as base } from './fixtures.js'
import { readPdf } from './reading.js'
import { spaced } from './simulator.js'
import { Workbench, bookOf2027, publishedList, serve } from './workbench.js'

const test = base.extend({
  workbench: async ({ simulator }, use) => {
    await use(new Workbench(simulator))
  },
})

const noonOf = (day) => new Date(`${day}T12:00:00+01:00`)

const TOTAL = {
  2020: { fr: '3 276,00 €', en: '€3,276.00' },
  2027: { fr: '3 300,00 €', en: '€3,300.00' },
}
/** The subscription raised from 238.00 to 240.00 a month: what is compared, without the numbers. */
const COMPARED = {
  fr: {
    day: '1er janvier 2027',
    rows: [
      ['Projet standard, 2018', '3 918,00 €', /^3 942,00 € \(\+\u206024,00 €, \+0,6 %\).*Abonnement, dont 1 accès utilisateur et la Configuration 1 : 2 856,00 € → 2 880,00 €$/],
      ['Cohortes CONSTANCES/GAZEL, 2020', '4 740,00 €', /^4 764,00 € \(\+\u206024,00 €, \+0,5 %\)/],
      ['Projet PMSI, non daté', '2 454,00 €', /^2 454,00 €$/],
    ],
    small: ['3 276,00 €', /^3 300,00 € \(\+\u206024,00 €, \+0,7 %\)/],
  },
  en: {
    day: '1 January 2027',
    rows: [
      ['Standard project, 2018', '€3,918.00', /^€3,942\.00 \(\+\u2060€24\.00, \+0\.6%\).*Subscription, including 1 user access and Configuration 1: €2,856\.00 → €2,880\.00$/],
      ['CONSTANCES/GAZEL cohorts, 2020', '€4,740.00', /^€4,764\.00 \(\+\u2060€24\.00, \+0\.5%\)/],
      ['PMSI project, undated', '€2,454.00', /^€2,454\.00$/],
    ],
    small: ['€3,276.00', /^€3,300\.00 \(\+\u2060€24\.00, \+0\.7%\)/],
  },
}

/**
 * What can be typed wrong into a field. `line` are texts one after the other, the last in the line meant.
 * OTHER stands for the language that the page is not in: the parts are called by their names in this one.
 */
const WRONG = {
  'letters in a price': {
    part: 'subscription', field: 'price', typed: 'cher', right: '241',
    words: 'amount', place: 'lists[0].charges[1].price.unit', line: ['"subscription"', '"unit": "cher"'],
  },
  'a price of three decimals': {
    part: 'subscription', field: 'price', typed: '240,555', right: '240',
    words: 'amount', place: 'lists[0].charges[1].price.unit', line: ['"subscription"', '"unit": "240,555"'],
  },
  'no price': {
    part: 'subscription', field: 'price', typed: '', right: '241',
    words: 'amount', place: 'lists[0].charges[1].price.unit', line: ['"subscription"', '"unit": ""'],
  },
  'an empty name': {
    part: 'box', field: 'labelOther', typed: '', right: 'SD-Box',
    words: 'emptyText', place: 'lists[0].charges[0].label.OTHER', line: ['"sd-box"', '"OTHER": ""'],
  },
  'a first day that is past': {
    part: 'heading', field: 'from', typed: '2026-01-01', right: '2027-02-01',
    words: 'past', severity: 'warning', place: 'lists[0].in_force.from', line: ['"from": "2026-01-01"'],
  },
  'a last day before the first': {
    part: 'heading', field: 'until', typed: '2026-12-01', right: '',
    words: 'endsBefore', place: 'lists[0].in_force.until', line: ['"until": "2026-12-01"'],
  },
  'a serial that another list has': {
    part: 'heading', field: 'serial', typed: '2', right: '5',
    words: (findings) => findings.taken('2'), place: 'lists[0].serial', line: ['"serial": 2'],
  },
  'an id that another list has': {
    part: 'heading', field: 'id', typed: 'casd-2020', right: 'casd-2027-1',
    words: (findings) => findings.taken('casd-2020'), place: 'lists[0].id', line: ['"id": "casd-2020"'],
  },
  'letters in a whole number, in a part that is folded': {
    part: 'configuration', field: 'vcpu', typed: 'deux', right: '2',
    words: 'whole', place: 'lists[0].configurations[0].vcpu', line: ['"vcpu": "deux"'],
  },
}

function wrongIn(lang) {
  const other = lang === 'fr' ? 'en' : 'fr'
  const named = (_, value) => (typeof value === 'string' ? value.replace('OTHER', other) : value)
  return Object.fromEntries(
    Object.entries(WRONG).map(([what, wrong]) => {
      const field = wrong.field === 'labelOther' ? { fr: 'labelEn', en: 'labelFr' }[lang] : wrong.field
      return [what, { ...JSON.parse(JSON.stringify(wrong), named), words: wrong.words, field }]
    }),
  )
}

/** A simulation under CASD's list beside the page, and the workbench with that list: the number. */
async function numberUnderListInUse({ workbench, simulator, page }) {
  await serve(page, bookOf2027())
  await page.clock.setSystemTime(noonOf('2027-01-02'))
  await simulator.open()
  const number = await simulator.seeNumber()
  await workbench.openAt(`&lang=${simulator.lang}`)
  await expect(workbench.chosen.locator('option')).toHaveCount(1)
  return number
}

/** A new list from next 1 January, made from that of 2020, with a dearer subscription. */
async function raiseOnePrice(workbench) {
  await workbench.makeList('2027-01-01', 'casd2020')
  await workbench.enter('subscription', 'price', '240')
  await workbench.seeSound()
}

for (const locale of ['fr-FR', 'en-GB']) {
  test.describe(`in ${locale}`, () => {
    test.use({ locale })

    test('a price is raised from next 1 January: compared, tried, saved, published; and yesterday’s number keeps its price', async ({
      simulator,
      annexe,
      workbench,
      page,
      someoneElse,
    }) => {
      test.slow()
      const { lang } = simulator
      const { words } = workbench
      await simulator.open()
      await simulator.seeTotal(TOTAL[2020][lang])
      const yesterday = await simulator.seeNumber()

      await annexe.goTo('check')
      await workbench.page.getByRole('button', { name: words.lead, exact: true }).click()
      await workbench.seeOpen()
      await expect(workbench.firstDay).toHaveValue('2027-01-01')
      await expect(workbench.view.getByText(spaced(words.noLists))).toBeVisible()

      await workbench.makeList('2027-01-01', 'casd2020')
      await workbench.seeSaid(words.listMade)
      await expect(workbench.chosen).toBeFocused()
      await expect(workbench.chosen.locator('option')).toHaveText([spaced(words.lists.casd2027)])
      await workbench.seeSound()
      await expect(workbench.field('subscription', 'price')).toHaveValue('238.00')
      await workbench.enter('subscription', 'price', lang === 'fr' ? '240' : '240.00')
      await expect(workbench.field('subscription', 'price')).toHaveValue('240.00')
      await workbench.seeSound()

      await workbench.numbers.fill(`> ${yesterday}\n> merci`)
      const { day, rows, small } = COMPARED[lang]
      await workbench.seeComparison(day, [...rows, [yesterday, ...small]])
      await expect(workbench.standing(words.stand(1, 1))).toBeVisible()

      const file = await workbench.content()
      await workbench.openPreview()
      const banner = page.getByRole('alert').and(page.locator('#standing'))
      await expect(banner).toContainText(spaced(simulator.words.standing.preview))
      await simulator.seeTotal(TOTAL[2027][lang])
      await simulator.seeSaid(simulator.words.standing.mark + words.lists.casd2027)
      await expect(simulator.number).toHaveText(/^PREVIEW-CASD-1L[A-Z0-9-]+$/)
      const tried = await simulator.number.textContent()
      // In the preview it opens, and so does yesterday's.
      await simulator.enterUsers('7')
      await simulator.openNumber(tried)
      await simulator.seeTotal(TOTAL[2027][lang])
      await simulator.openNumber(yesterday)
      await simulator.seeTotal(TOTAL[2020][lang])
      await expect(banner).toBeInViewport()

      await workbench.goBackHere()
      expect(await workbench.content()).toBe(file)
      await expect(workbench.field('subscription', 'price')).toHaveValue('240.00')
      await expect(workbench.numbers).toHaveValue(`> ${yesterday}\n> merci`)
      await page.reload()
      await workbench.seeOpen()
      expect(await workbench.content()).toBe(file)
      await workbench.seeComparison(day, [...rows, [yesterday, ...small]])

      const saved = await workbench.save()
      expect(saved).toEqual({ name: 'price-list.json', text: file })
      await workbench.seeSaid(words.saved)

      // The webmaster puts it beside the page.
      let visitor
      for (const [date, total] of [['2026-12-31', TOTAL[2020]], ['2027-01-02', TOTAL[2027]]]) {
        visitor = await someoneElse()
        await serve(visitor.page, JSON.parse(saved.text))
        await visitor.page.clock.setSystemTime(noonOf(date))
        await visitor.open(`./?lang=${lang}`)
        await visitor.seeTotal(total[lang])
        await expect(visitor.number).toHaveText(/^CASD-1Q/)
        await visitor.openNumber(tried)
        await visitor.seeRefusal(visitor.words.refusals.preview)
        await visitor.openNumber(yesterday)
        await visitor.seeTotal(TOTAL[2020][lang])
        await expect(visitor.number).toHaveText(yesterday)
      }
      await visitor.seeToday(...(lang === 'fr'
        ? ['3 300,00 € (+\u206024,00 €, +0,7 %)', [['Abonnement, dont 1 accès utilisateur et la Configuration 1', '2 856,00 €', '2 880,00 €']]]
        : ['€3,300.00 (+\u2060€24.00, +0.7%)', [['Subscription, including 1 user access and Configuration 1', '€2,856.00', '€2,880.00']]]))
    })

    // Whatever is wrong: where it is typed, what is said there, and where it stands in the text.
    for (const [what, wrong] of Object.entries(wrongIn(locale.slice(0, 2)))) {
      test(`${what}: said at the field and in the list, and nothing is lost`, async ({ workbench, page }) => {
        const { findings } = workbench.words
        const words = typeof wrong.words === 'string' ? findings[wrong.words] : wrong.words(findings)
        const severity = wrong.severity ?? 'error'
        await workbench.openAt()
        await raiseOnePrice(workbench)
        await workbench.enter(wrong.part, wrong.field, wrong.typed)

        await expect(workbench.field(wrong.part, wrong.field)).toHaveValue(wrong.typed)
        await workbench.seeWrongAt(wrong.part, wrong.field, words)
        await workbench.seeFinding(words, { place: wrong.place, line: await workbench.lineOf(...wrong.line), severity })
        await expect(workbench.findings).toHaveCount(1)
        await expect(workbench.warning).toHaveText(spaced(`${workbench.words[severity]} 1.`))
        await expect(workbench.view.locator('[aria-invalid=true]')).toHaveCount(1)
        // All else is as it was.
        await expect(workbench.field('box', 'price')).toHaveValue('35.00')
        await expect(workbench.firstDay).toHaveValue('2027-01-01')

        await workbench.part(wrong.part).locator('summary').click()
        await expect(workbench.field(wrong.part, wrong.field)).toBeHidden()
        await workbench.follow(words)
        await expect(workbench.field(wrong.part, wrong.field)).toBeFocused()
        await expect(workbench.field(wrong.part, wrong.field)).toBeVisible()

        const isError = severity === 'error'
        await expect(workbench.preview).toHaveCount(isError ? 0 : 1)
        await expect(workbench.view.getByText(spaced(workbench.words.unfinished))).toHaveCount(isError ? 1 : 0)
        const saved = await workbench.save()
        expect(saved).toEqual({ name: isError ? 'price-list-unfinished.json' : 'price-list.json', text: await workbench.content() })
        if (isError) await workbench.seeFailed(workbench.words.savedUnfinished)
        else await workbench.seeSaid(workbench.words.saved)

        // It comes back as it was left, and is corrected.
        await page.reload()
        await workbench.seeOpen()
        await workbench.seeFinding(words, { place: wrong.place, line: await workbench.lineOf(...wrong.line), severity })
        await workbench.unfold(wrong.part)
        await expect(workbench.field(wrong.part, wrong.field)).toHaveValue(wrong.typed)
        await workbench.enter(wrong.part, wrong.field, wrong.right)
        await workbench.seeSound()
        await expect(workbench.field('subscription', 'price')).toHaveValue(/^24\d\.00$/)
      })
    }

    test('text that is no JSON is kept as it is, with the line, and is corrected there', async ({ workbench }) => {
      const { words } = workbench
      await workbench.openAt()
      await raiseOnePrice(workbench)
      const sound = await workbench.content()
      const broken = sound.replace('"currency": "EUR",', '"currency": "EUR"')
      await workbench.enterText(broken)
      await expect(workbench.findings).toHaveCount(1)
      await expect(workbench.findings).toHaveText(inside(words.findings.notJson))
      const line = sound.slice(0, sound.indexOf('"currency"')).split('\n').length
      await expect(workbench.findings.getByRole('button')).toHaveText(spaced(words.line(line + 1)))
      expect(await workbench.content()).toBe(broken)
      await expect(workbench.text).toHaveAttribute('aria-invalid', 'true')
      await expect(workbench.text).toHaveAccessibleDescription(inside(words.findings.notJson))
      await expect(workbench.view.getByText(spaced(words.noLists)), 'the file is not empty').toHaveCount(0)
      await expect(workbench.preview).toHaveCount(0)
      await expect(workbench.standing(words.notCompared)).toBeVisible()

      // Nothing can be made of it, and it stays.
      await workbench.makeList()
      await workbench.seeFailed(words.noListMade)
      expect(await workbench.content()).toBe(broken)
      const saved = await workbench.save()
      expect(saved).toEqual({ name: 'price-list-unfinished.json', text: broken })

      // The way leads to the place in the text, folded away or not.
      await workbench.view.getByText(words.text, { exact: true }).click()
      await expect(workbench.text).toBeHidden()
      await workbench.findings.getByRole('button').click()
      await expect(workbench.text).toBeFocused()
      const at = await workbench.text.evaluate((field) => field.selectionStart)
      expect(broken.slice(0, at).split('\n')).toHaveLength(line + 1)

      await workbench.enterText(sound)
      await workbench.seeSound()
      await expect(workbench.field('subscription', 'price')).toHaveValue('240.00')
    })

    test('what has no field is found in the text', async ({ workbench }) => {
      const { words } = workbench
      await workbench.openAt()
      await workbench.chooseFile(bookOf2027((list) => (list.charges[1].provenance.published = 'nowhere')))
      await workbench.seeSaid(words.opened)
      const said = words.findings.dangling('nowhere')
      await workbench.seeFinding(said, { place: 'lists[0].charges[1].provenance.published', line: await workbench.lineOf('"nowhere"') })
      await workbench.follow(said)
      await expect(workbench.text).toBeFocused()
      const rest = await workbench.text.evaluate((field) => field.value.slice(field.selectionStart))
      expect(rest).toMatch(/^"published": "nowhere"/)
      await expect(workbench.text).toBeInViewport()
      const saved = await workbench.save()
      expect(saved.name).toBe('price-list-unfinished.json')
    })

    test('several things that are wrong are all said, each at its place', async ({ workbench }) => {
      const { findings } = workbench.words
      // A part is called by its name in the language of the page: this one keeps it.
      const otherName = workbench.simulator.lang === 'fr' ? 'labelEn' : 'labelFr'
      await workbench.openAt()
      await raiseOnePrice(workbench)
      await workbench.enter('subscription', 'price', 'cher')
      await workbench.enter('box', otherName, '')
      await workbench.enter('reduction', 'percent', '150')
      await workbench.enter('heading', 'serial', 'quatre')
      await workbench.seeWrongAt('subscription', 'price', findings.amount)
      await workbench.seeWrongAt('reduction', 'percent', findings.percentage)
      await workbench.seeWrongAt('heading', 'serial', findings.whole)
      await expect(workbench.findings).toHaveCount(3)
      // The content is looked at once the form is right.
      await workbench.enter('subscription', 'price', '240')
      await workbench.enter('reduction', 'percent', '50')
      await workbench.enter('heading', 'serial', '4')
      await workbench.seeWrongAt('box', otherName, findings.emptyText)
      await expect(workbench.findings).toHaveCount(1)
    })

    test('a list that was used and altered is refused, at the price that was altered', async ({ workbench }) => {
      const { words } = workbench
      await workbench.openAt()
      await workbench.chooseFile({ lists: [JSON.parse(publishedList('casd-2020').replace('"238.00"', '"240.00"'))] })
      await workbench.seeWrongAt('subscription', 'price', words.findings.altered)
      await workbench.seeFinding(words.findings.altered, {
        place: 'lists[0].charges[1].price.unit',
        line: await workbench.lineOf('"240.00"'),
      })
      await workbench.enter('subscription', 'price', '238')
      await workbench.seeSound()
    })

    test('a list that was published may not be left out, and numbers that would be lost are named', async ({ workbench, simulator, page }) => {
      const { words } = workbench
      const number = await numberUnderListInUse({ workbench, simulator, page })
      await workbench.seeSound()

      await workbench.numbers.fill(number)
      await expect(workbench.standing(words.stand(1, 1))).toBeVisible()
      await workbench.chooseFile({ lists: [] })
      await workbench.seeSaid(words.opened)
      const missing = words.findings.missing('casd-2027', 4)
      await workbench.seeFinding(missing, { place: 'lists', line: await workbench.lineOf('"lists"') })
      await expect(workbench.standing(words.lost(1, 1))).toBeVisible()
      await expect(workbench.view.locator('li').filter({ hasText: number })).toBeVisible()

      await workbench.button('takeInUse').click()
      await workbench.seeSaid(words.takenInUse)
      await workbench.seeSound()
      await expect(workbench.chosen.locator('option')).toHaveCount(1)
      await expect(workbench.field('subscription', 'price')).toHaveValue('240.00')
    })

    test('a file that is no price list says so, and is not taken for one', async ({ workbench, simulator }) => {
      const { words } = workbench
      await simulator.open()
      const simulation = (await simulator.save('json')).bytes.toString()
      for (const [content, said] of [
        ['{ "foo": 1 }', words.findings.unknown('foo')],
        [simulation, null],
        ['Bonjour', words.findings.noValue],
        ['', null],
      ]) {
        await workbench.openAt(`&lang=${simulator.lang}`)
        await workbench.chooseFile(content)
        await workbench.seeSaid(words.opened)
        await expect(workbench.findings).not.toHaveCount(0)
        if (said) await expect(workbench.findings.first()).toHaveText(inside(said))
        await expect(workbench.view.getByText(spaced(words.unfinished))).toBeVisible()
        await expect(workbench.preview).toHaveCount(0)
        expect(await workbench.content()).toBe(content)
        await workbench.button('takeInUse').click()
        await workbench.seeSound()
      }
    })

    test('a file of 2 MB is refused unread, and what was open stays', async ({ workbench }) => {
      await workbench.openAt()
      await raiseOnePrice(workbench)
      const before = await workbench.content()
      await workbench.chooseFile(`{ "lists": [${' '.repeat(2 << 20)}] }`)
      await workbench.seeFailed(workbench.words.tooLarge)
      expect(await workbench.content()).toBe(before)
      await workbench.seeSound()
      // The same file can be chosen again.
      await expect(workbench.fileField).toHaveValue('')
    })

    test('a file is opened where it is dropped', async ({ workbench, simulator }) => {
      await workbench.openAt()
      await simulator.dropFile(onDisk('price-list.json', JSON.stringify(bookOf2027(), null, 2)))
      await workbench.seeSaid(workbench.words.opened)
      await expect(workbench.field('subscription', 'price')).toHaveValue('240.00')
      await workbench.seeSound()
    })

    test('a file of a single list becomes a book', async ({ workbench }) => {
      await workbench.openAt()
      await workbench.chooseFile(publishedList('pmsi'))
      await workbench.seeSaid(workbench.words.opened)
      await workbench.seeSound()
      await expect(workbench.chosen.locator('option')).toHaveText([spaced(workbench.words.lists.pmsi)])
      const saved = await workbench.save()
      expect(saved.name).toBe('price-list.json')
      const { lists } = JSON.parse(saved.text)
      const { $schema, ...pmsi } = JSON.parse(publishedList('pmsi'))
      expect(lists).toEqual([pmsi])
    })

    test('the file in use can be tried as it is', async ({ workbench, simulator, page }) => {
      const { lang } = simulator
      await serve(page, bookOf2027())
      await workbench.openAt(`&lang=${lang}`)
      await workbench.seeSound()
      await workbench.openPreview()
      await expect(page.getByRole('alert').and(page.locator('#standing'))).toContainText(spaced(simulator.words.standing.preview))
      await expect(simulator.number).toHaveText(/^PREVIEW-CASD-1L/)
      // On the day on which it is tried, the list of 2020 is in force still.
      await simulator.seeTotal(TOTAL[2020][lang])
      await workbench.goBackHere()
      await workbench.seeSound()
    })

    test('a file without lists is tried as a preview, too', async ({ workbench, simulator }) => {
      await workbench.openAt()
      await workbench.openPreview()
      await simulator.seeTotal(TOTAL[2020][simulator.lang])
      await expect(simulator.number).toHaveText(/^PREVIEW-CASD-1L/)
      await simulator.seeSaid(simulator.words.standing.mark)
    })

    test('a preview says so wherever it goes: in its message, its files and the other language', async ({ workbench, simulator, page }) => {
      await workbench.openAt()
      await raiseOnePrice(workbench)
      await workbench.openPreview()
      const number = await simulator.number.textContent()
      expect(number).toMatch(/^PREVIEW-CASD-1L/)
      const { body } = await simulator.message()
      expect(body).toContain(number)
      const json = JSON.parse((await simulator.save('json')).bytes.toString())
      expect(json.number).toBe(number)
      const pdf = readPdf((await simulator.save('pdf')).bytes)
      expect(pdf.text).toContain(number)
      expect(pdf.text).toContain(simulator.words.standing.mark)
      const csv = (await simulator.save('csv')).bytes.toString()
      expect(csv).toContain(number)
      await simulator.switchLanguage()
      const banner = page.getByRole('alert').and(page.locator('#standing'))
      await expect(banner).toContainText(spaced(simulator.words.standing.preview))
      await simulator.seeSaid(simulator.words.standing.mark)
      await expect(simulator.number).toHaveText(number)
      await workbench.goBackHere()
      await expect(workbench.field('subscription', 'price')).toHaveValue('240.00')
    })

    test('where the file in use cannot be had, the workbench waits for it rather than begin without it', async ({ simulator, workbench, page, heard }) => {
      await serve(page, (route) => route.fulfill({ status: 500, body: 'no' }))
      await page.goto('./?view=prices')
      await expect(page.getByRole('alert').filter({ hasText: spaced(simulator.words.notLoaded) })).toBeVisible()
      await expect(workbench.view).toHaveCount(0)
      expect(heard.filter((one) => !/500/.test(one))).toEqual([])
      heard.length = 0
      await serve(page, bookOf2027())
      await workbench.openAt()
      await workbench.seeSound()
      await expect(workbench.field('subscription', 'price')).toHaveValue('240.00')
    })

    test('what is kept on this device is compared without being pasted, on any day', async ({ workbench, simulator, annexe }) => {
      const { lang } = simulator
      await simulator.open()
      const number = await simulator.seeNumber()
      await annexe.keep()
      await workbench.openAt(`&lang=${lang}`)
      await raiseOnePrice(workbench)
      const { day, rows, small } = COMPARED[lang]
      await workbench.seeComparison(day, [...rows, [number, ...small]])
      // The day before, nothing changes.
      await workbench.comparedOn.fill('2026-12-31')
      const unchanged = [...rows.map(([called, before]) => [called, before]), [number, small[0]]]
      await workbench.seeComparison(lang === 'fr' ? '31 décembre 2026' : '31 December 2026', unchanged.map(([called, before]) => [called, before, before]))
      await expect(workbench.standing(workbench.words.stand(1, 1))).toBeVisible()
    })

    test('a new list is made from the model that is in sight', async ({ workbench }) => {
      const { words } = workbench
      await workbench.openAt()
      const shown = () => workbench.model.evaluate((field) => field.selectedOptions[0].textContent)
      await expect(workbench.model.locator('option')).toHaveText([spaced(words.lists.casd2020), spaced(words.lists.pmsi)])
      await workbench.makeList('2027-01-01', 'pmsi')
      await workbench.seeSaid(words.listMade)
      await expect(workbench.field('heading', 'id')).toHaveValue('pmsi-2027')
      // Whatever is in sight now, the next one is like it.
      await workbench.makeList('2028-01-01', 'casd2020')
      await expect(workbench.field('heading', 'id')).toHaveValue('casd-2028')
      await workbench.enter('subscription', 'price', '250')
      const like = await shown()
      await workbench.makeList('2029-01-01')
      await workbench.seeSaid(words.listMade)
      const stem = like.split(',')[0]
      const last = await workbench.chosen.evaluate((field) => field.selectedOptions[0].textContent)
      expect(last.split(',')[0]).toBe(stem)
      await workbench.seeSound()
      await expect(workbench.chosen.locator('option')).toHaveCount(3)
    })

    test('two lists from one day are said at the first day of the second, which leads there from the first', async ({ workbench }) => {
      const { words } = workbench
      await workbench.openAt()
      await workbench.makeList('2027-01-01', 'casd2020')
      await workbench.makeList('2027-01-01', 'casd2020')
      await expect(workbench.findings).not.toHaveCount(0)
      const said = words.findings.overlap('casd-2027')
      await workbench.seeWrongAt('heading', 'from', said)
      // The other list is in sight.
      await workbench.chosen.selectOption('0')
      await expect(workbench.field('heading', 'id')).toHaveValue('casd-2027')
      await expect(workbench.field('heading', 'from')).not.toHaveAttribute('aria-invalid', 'true')
      await workbench.findings.first().getByRole('button').click()
      await expect(workbench.field('heading', 'from')).toBeFocused()
      await expect(workbench.field('heading', 'id')).toHaveValue('casd-2027-2')
      await expect(workbench.chosen).toHaveValue('1')
      await workbench.enter('heading', 'from', '2027-07-01')
      await workbench.seeSound()
    })

    test('screen readers are told whether numbers still open: in its turn that they do, at once that they do not', async ({ workbench, simulator, page }) => {
      const { words } = workbench
      const number = await numberUnderListInUse({ workbench, simulator, page })
      const of = (role) => workbench.view.locator('.announcement').getByRole(role)
      await workbench.numbers.fill(number)
      await expect(workbench.standing(words.stand(1, 1))).toBeVisible()
      await expect(of('status')).toHaveText('')
      await page.clock.runFor(1_600)
      await expect(of('status')).toHaveText(spaced(words.stand(1, 1)))
      await workbench.chooseFile({ lists: [] })
      await workbench.seeSaid(words.opened)
      await page.clock.runFor(1_600)
      await expect(of('alert').filter({ hasText: spaced(words.lost(1, 1)) })).toHaveCount(1)
      await expect(of('status')).toHaveText('')
    })

    test('what may be left empty says so, and what may not is told to screen readers', async ({ workbench }) => {
      await workbench.openAt()
      await raiseOnePrice(workbench)
      for (const needed of [workbench.model, workbench.firstDay, workbench.field('heading', 'id'), workbench.field('heading', 'titleFr'), workbench.field('subscription', 'price'), workbench.field('reduction', 'percent')]) {
        await expect(needed).toHaveAttribute('aria-required', 'true')
      }
      for (const optional of [workbench.comparedOn, workbench.numbers, workbench.field('heading', 'from'), workbench.field('heading', 'until'), workbench.field('heading', 'vat')]) {
        await expect(optional).not.toHaveAttribute('aria-required')
      }
    })

    test('a new list needs its first day', async ({ workbench }) => {
      await workbench.openAt()
      await workbench.makeList('')
      await workbench.seeFailed(workbench.words.noDay)
      await expect(workbench.firstDay).toBeFocused()
      await expect(workbench.chosen).toBeHidden()
      await workbench.makeList('2027-04-01')
      await workbench.seeSaid(workbench.words.listMade)
    })

    test('a price goes on request and comes back, and the focus stays where it was', async ({ workbench, page }) => {
      const { findings } = workbench.words
      await workbench.openAt()
      await raiseOnePrice(workbench)
      const tick = workbench.field('subscription', 'onRequest')
      await tick.focus()
      await page.keyboard.press('Space')
      await expect(tick).toBeChecked()
      await expect(tick).toBeFocused()
      await expect(workbench.field('subscription', 'price')).toHaveCount(0)
      await workbench.seeSound()
      await page.keyboard.press('Space')
      await expect(tick).not.toBeChecked()
      await expect(tick).toBeFocused()
      await workbench.seeWrongAt('subscription', 'price', findings.amount)
      await workbench.enter('subscription', 'price', '240')
      await workbench.seeSound()
      // One that had none gets its price, and says where it comes from.
      await workbench.field('larger', 'onRequest').uncheck()
      await workbench.enter('larger', 'price', '99')
      await workbench.seeSound()
      expect(await workbench.content()).toMatch(/"larger-configuration",[^]*"unit": "99\.00"[^]*"published": "price-list-2027-01-01"/)
    })

    test('prices become net of VAT, and the rate is asked for', async ({ workbench, page }) => {
      await workbench.openAt()
      await raiseOnePrice(workbench)
      const vat = workbench.field('heading', 'vat')
      await vat.focus()
      await vat.selectOption('excluded')
      await expect(vat).toBeFocused()
      await workbench.seeWrongAt('heading', 'vatRate', workbench.words.findings.percentage)
      await workbench.enter('heading', 'vatRate', '20')
      await workbench.seeSound()
      await expect(vat).toHaveValue('excluded')
      await page.reload()
      await expect(vat).toHaveValue('excluded')
      await expect(workbench.field('heading', 'vatRate')).toHaveValue('20')
      await vat.selectOption('')
      await expect(workbench.field('heading', 'vatRate')).toHaveCount(0)
      await workbench.seeSound()
    })

    test('the whole journey goes without a mouse', async ({ workbench, simulator, page }) => {
      test.slow()
      const { words } = workbench
      await simulator.open()
      const number = await simulator.seeNumber()
      await tabTo(page, page.getByRole('button', { name: simulator.words.annexe.check, exact: true }))
      await page.keyboard.press('Enter')
      const lead = page.getByRole('button', { name: words.lead, exact: true })
      await expect(lead).toBeVisible()
      await tabTo(page, lead)
      await page.keyboard.press('Enter')
      await workbench.seeOpen()
      await expect(workbench.view.getByRole('heading', { level: 2 })).toBeFocused()

      await tabTo(page, workbench.model)
      await expect(workbench.model).toHaveValue(/.+/)
      await tabTo(page, workbench.button('makeList'))
      await page.keyboard.press('Enter')
      await expect(workbench.chosen).toBeFocused()
      const price = workbench.field('subscription', 'price')
      await tabTo(page, price)
      await page.keyboard.press('Control+A')
      await page.keyboard.type('cher')
      await page.keyboard.press('Tab')
      await workbench.seeWrongAt('subscription', 'price', words.findings.amount)
      const way = workbench.finding(words.findings.amount).getByRole('button')
      await tabTo(page, way)
      await seeOutline(page)
      await page.keyboard.press('Enter')
      await expect(price).toBeFocused()
      await seeOutline(page)
      await page.keyboard.press('Control+A')
      await page.keyboard.type('240')
      await page.keyboard.press('Enter')
      await expect(price).toBeFocused()
      await workbench.seeSound()

      // What is folded is unfolded with the keys.
      const folded = workbench.part('configuration').locator('summary')
      await tabTo(page, folded)
      await page.keyboard.press('Enter')
      await tabTo(page, workbench.field('configuration', 'vcpu'))

      await tabTo(page, workbench.numbers)
      await page.keyboard.type(number)
      await expect(workbench.standing(words.stand(1, 1))).toBeVisible()
      await tabTo(page, workbench.view.locator('.wide'))
      await tabTo(page, workbench.preview)
      await seeOutline(page)
      await page.keyboard.press('Enter')
      await expect(simulator.number).toHaveText(/^PREVIEW-CASD-1L/)
      const back = page.getByRole('alert').getByRole('link', { name: words.backHere, exact: true })
      await tabTo(page, back)
      await seeOutline(page)
      await page.keyboard.press('Enter')
      await workbench.seeOpen()
      await tabTo(page, workbench.button('save'))
      const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')])
      expect(download.suggestedFilename()).toBe('price-list.json')
      await expect(workbench.button('save')).toBeFocused()
      await tabTo(page, workbench.view.getByRole('button', { name: simulator.words.annexe.back, exact: true }))
      await page.keyboard.press('Enter')
      await expect(simulator.sheet).toBeVisible()
      await expect(simulator.number).toHaveText(number)
    })

    test('what was said is said in the language that the page is in', async ({ workbench, simulator }) => {
      await workbench.openAt()
      await raiseOnePrice(workbench)
      await workbench.enter('subscription', 'price', 'cher')
      await workbench.numbers.fill('CASD-1')
      await simulator.languageSwitch.click()
      simulator.lang = simulator.lang === 'fr' ? 'en' : 'fr'
      await workbench.seeOpen()
      await workbench.seeWrongAt('subscription', 'price', workbench.words.findings.amount)
      await expect(workbench.field('subscription', 'price')).toHaveValue('cher')
      await expect(workbench.numbers).toHaveValue('CASD-1')
      await expect(workbench.said).toHaveText(/^$/)
    })
  })
}

/** Presses Tab until the focus is on the element; from the end of the page it goes round. */
async function tabTo(page, target) {
  await expect(target).toBeVisible()
  for (let presses = 0; presses < 250; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error('Tab never came there')
}

/** Where the focus is can be seen. */
async function seeOutline(page) {
  const outline = await page.evaluate(() => {
    const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement)
    return outlineStyle === 'none' ? 0 : parseFloat(outlineWidth)
  })
  expect(outline).toBeGreaterThanOrEqual(2)
}

/** A pattern for words anywhere in a text. */
function inside(words) {
  return new RegExp(spaced(words).source.replace(/^\^/, '').replace(/\$$/, ''))
}

/** A file of this content on the disk, for what only takes files from there. */
function onDisk(name, content) {
  const path = test.info().outputPath(name)
  writeFileSync(path, content)
  return path
}
