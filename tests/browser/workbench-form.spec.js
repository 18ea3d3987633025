// What the form of the price-list workbench does with entries, files and text. Which are wrong, and in which words, is
// in tests/price_list_editor.rs.

import { writeFileSync } from 'node:fs'
import { expect } from './fixtures.js'
import { spaced } from './simulator.js'
import { bookOf2027, publishedList, raiseOnePrice, test } from './workbench.js'

test('a wrong entry is shown at its field and in the list, with a way there, and nothing is lost', async ({ workbench, simulator, page }) => {
  const { words } = workbench
  const { findings } = words
  await workbench.openAt()
  await raiseOnePrice(workbench)
  const wrong = { place: 'lists[0].configurations[0].vcpu', line: 0 }

  await test.step('at the field and in the list, to screen readers too', async () => {
    await workbench.enter('configuration', 'vcpu', 'deux')
    await expect(workbench.field('configuration', 'vcpu')).toHaveValue('deux')
    await workbench.seeWrongAt('configuration', 'vcpu', findings.whole)
    wrong.line = await workbench.lineOf('"vcpu": "deux"')
    await workbench.seeFinding(findings.whole, wrong)
    await expect(workbench.findings).toHaveCount(1)
    await expect(workbench.warning).toHaveText(spaced(`${words.error} 1.`))
    await expect(workbench.view.locator('[aria-invalid=true]')).toHaveCount(1)
    // All else is as it was.
    await expect(workbench.field('box', 'price')).toHaveValue('35.00')
    await expect(workbench.firstDay).toHaveValue('2027-01-01')
  })

  await test.step('the way leads there, into a part that is folded', async () => {
    await workbench.part('configuration').locator('summary').click()
    await expect(workbench.field('configuration', 'vcpu')).toBeHidden()
    await workbench.follow(findings.whole)
    await expect(workbench.field('configuration', 'vcpu')).toBeFocused()
    await expect(workbench.field('configuration', 'vcpu')).toBeVisible()
  })

  await test.step('it is not tried, and saved under another name', async () => {
    await expect(workbench.preview).toHaveCount(0)
    await expect(workbench.view.getByText(spaced(words.unfinished))).toBeVisible()
    const saved = await workbench.save()
    expect(saved).toEqual({ name: 'price-list-unfinished.json', text: await workbench.content() })
    await workbench.seeFailed(words.savedUnfinished)
  })

  await test.step('it is in the other language, too', async () => {
    await workbench.numbers.fill('CASD-1')
    await simulator.languageSwitch.click()
    simulator.lang = simulator.lang === 'fr' ? 'en' : 'fr'
    await workbench.seeOpen()
    await workbench.seeWrongAt('configuration', 'vcpu', workbench.words.findings.whole)
    await expect(workbench.field('configuration', 'vcpu')).toHaveValue('deux')
    await expect(workbench.numbers).toHaveValue('CASD-1')
    // What was announced was in the language before.
    await expect(workbench.said).toHaveText(/^$/)
    await expect(workbench.failed).toHaveText(/^$/)
  })

  await test.step('it is there after a reload, and is corrected', async () => {
    await page.reload()
    await workbench.seeOpen()
    await workbench.seeFinding(workbench.words.findings.whole, wrong)
    await workbench.unfold('configuration')
    await expect(workbench.field('configuration', 'vcpu')).toHaveValue('deux')
    await workbench.enter('configuration', 'vcpu', '2')
    await workbench.seeSound()
    await expect(workbench.warning).toHaveCount(0)
    await expect(workbench.field('subscription', 'price')).toHaveValue('240.00')
  })

  await test.step('several are all shown, the content once the form is right', async () => {
    const { findings } = workbench.words
    // A part is called by its name in the language of the page: this one keeps it.
    const otherName = simulator.lang === 'fr' ? 'labelEn' : 'labelFr'
    await workbench.enter('subscription', 'price', 'cher')
    await workbench.enter('box', otherName, '')
    await workbench.enter('reduction', 'percent', '150')
    await workbench.seeWrongAt('subscription', 'price', findings.amount)
    await workbench.seeWrongAt('reduction', 'percent', findings.percentage)
    await expect(workbench.findings).toHaveCount(2)
    await workbench.enter('subscription', 'price', '240')
    await workbench.enter('reduction', 'percent', '50')
    await workbench.seeWrongAt('box', otherName, findings.emptyText)
    await expect(workbench.findings).toHaveCount(1)
    await workbench.enter('box', otherName, 'SD-Box')
    await workbench.seeSound()
  })

  await test.step('what is only worth a look is tried and saved all the same', async () => {
    const { words } = workbench
    await workbench.enter('heading', 'from', '2026-01-01')
    await workbench.seeWrongAt('heading', 'from', words.findings.past)
    await workbench.seeFinding(words.findings.past, { place: 'lists[0].in_force.from', line: await workbench.lineOf('"from": "2026-01-01"'), severity: 'warning' })
    await expect(workbench.warning).toHaveText(spaced(`${words.warning} 1.`))
    await expect(workbench.preview).toBeVisible()
    await expect(workbench.view.getByText(spaced(words.unfinished))).toHaveCount(0)
    expect((await workbench.save()).name).toBe('price-list.json')
    await workbench.seeSaid(words.saved)
  })
})

test('the form follows the list that is made and what is chosen in it, and the focus stays', async ({ workbench, page }) => {
  const { words } = workbench
  await workbench.openAt()

  await test.step('a new list needs its first day', async () => {
    await workbench.makeList('')
    await workbench.seeFailed(words.noDay)
    await expect(workbench.firstDay).toBeFocused()
    await expect(workbench.chosen).toBeHidden()
  })

  await test.step('it is made from the model that is shown', async () => {
    await expect(workbench.model.locator('option')).toHaveText([spaced(words.lists.casd2020), spaced(words.lists.pmsi)])
    await workbench.makeList('2027-01-01', 'pmsi')
    await workbench.seeSaid(words.listMade)
    await expect(workbench.field('heading', 'id')).toHaveValue('pmsi-2027')
    await workbench.makeList('2028-01-01', 'casd2020')
    await expect(workbench.field('heading', 'id')).toHaveValue('casd-2028')
    // The file's own lists are models now, and the first is shown.
    const like = await workbench.model.evaluate((field) => field.selectedOptions[0].textContent)
    await workbench.makeList('2029-01-01')
    await expect(workbench.chosen.locator('option')).toHaveCount(3)
    const last = await workbench.chosen.evaluate((field) => field.selectedOptions[0].textContent)
    expect(last.split(',')[0]).toBe(like.split(',')[0])
    await workbench.seeSound()
  })

  await test.step('what is mandatory has aria-required', async () => {
    await workbench.chosen.selectOption('1')
    for (const needed of [workbench.model, workbench.firstDay, workbench.field('heading', 'id'), workbench.field('heading', 'titleFr'), workbench.field('subscription', 'price'), workbench.field('reduction', 'percent')]) {
      await expect(needed).toHaveAttribute('aria-required', 'true')
    }
    for (const optional of [workbench.comparedOn, workbench.numbers, workbench.field('heading', 'from'), workbench.field('heading', 'until'), workbench.field('heading', 'vat')]) {
      await expect(optional).not.toHaveAttribute('aria-required')
    }
  })

  await test.step('a price goes on request and comes back', async () => {
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
    await workbench.seeWrongAt('subscription', 'price', words.findings.amount)
    await workbench.enter('subscription', 'price', '240')
    // One that had none gets its price, and its source.
    await workbench.field('larger', 'onRequest').uncheck()
    await workbench.enter('larger', 'price', '99')
    await workbench.seeSound()
    expect(await workbench.content()).toMatch(/"larger-configuration",[^]*"unit": "99\.00"[^]*"published": "price-list-2028-01-01"/)
  })

  await test.step('prices become net of VAT, and its rate is needed', async () => {
    const vat = workbench.field('heading', 'vat')
    await vat.focus()
    await vat.selectOption('excluded')
    await expect(vat).toBeFocused()
    await workbench.seeWrongAt('heading', 'vatRate', words.findings.percentage)
    await workbench.enter('heading', 'vatRate', '20')
    await workbench.seeSound()
    await expect(vat).toHaveValue('excluded')
    await vat.selectOption('')
    await expect(workbench.field('heading', 'vatRate')).toHaveCount(0)
    await workbench.seeSound()
  })

  await test.step('two lists from one day: shown at the first day of the second, which leads there from the first', async () => {
    await workbench.makeList('2028-01-01', 'casd2020')
    const overlap = words.findings.overlap('casd-2028')
    await workbench.seeWrongAt('heading', 'from', overlap)
    await workbench.chosen.selectOption('1')
    await expect(workbench.field('heading', 'id')).toHaveValue('casd-2028')
    await expect(workbench.field('heading', 'from')).not.toHaveAttribute('aria-invalid', 'true')
    await workbench.findings.first().getByRole('button').click()
    await expect(workbench.field('heading', 'from')).toBeFocused()
    await expect(workbench.field('heading', 'id')).toHaveValue('casd-2028-2')
    await expect(workbench.chosen).toHaveValue('3')
    await workbench.enter('heading', 'from', '2028-07-01')
    await workbench.seeSound()
  })
})

test('a file is opened where it is chosen or dropped; one that is too large is refused, one that is no list is marked', async ({ workbench, simulator }) => {
  const { words } = workbench
  await workbench.openAt()

  await test.step('dropped', async () => {
    await simulator.dropFile(onDisk('price-list.json', JSON.stringify(bookOf2027(), null, 2)))
    await workbench.seeSaid(words.opened)
    await expect(workbench.field('subscription', 'price')).toHaveValue('240.00')
    await workbench.seeSound()
  })

  await test.step('of 2 MB: not read, and what was open stays', async () => {
    const before = await workbench.content()
    await workbench.chooseFile(`{ "lists": [${' '.repeat(2 << 20)}] }`)
    await workbench.seeFailed(words.tooLarge)
    expect(await workbench.content()).toBe(before)
    await workbench.seeSound()
    // The same file can be chosen again.
    await expect(workbench.fileField).toHaveValue('')
  })

  await test.step('no price list: kept as it is, and marked', async () => {
    await workbench.chooseFile('{ "foo": 1 }')
    await workbench.seeSaid(words.opened)
    await expect(workbench.findings.first()).toHaveText(inside(words.findings.unknown('foo')))
    await expect(workbench.view.getByText(spaced(words.unfinished))).toBeVisible()
    await expect(workbench.preview).toHaveCount(0)
    expect(await workbench.content()).toBe('{ "foo": 1 }')
  })

  await test.step('a list that was used and altered: refused at the price that was altered', async () => {
    await workbench.chooseFile({ lists: [JSON.parse(publishedList('casd-2020').replace('"238.00"', '"240.00"'))] })
    await workbench.seeWrongAt('subscription', 'price', words.findings.altered)
    await workbench.seeFinding(words.findings.altered, { place: 'lists[0].charges[1].price.unit', line: await workbench.lineOf('"240.00"') })
    await workbench.enter('subscription', 'price', '238')
    await workbench.seeSound()
  })

  await test.step('of a single list: it becomes a book', async () => {
    await workbench.chooseFile(publishedList('pmsi'))
    await workbench.seeSaid(words.opened)
    await workbench.seeSound()
    await expect(workbench.chosen.locator('option')).toHaveText([spaced(words.lists.pmsi)])
    const { name, text } = await workbench.save()
    expect(name).toBe('price-list.json')
    const { $schema, ...pmsi } = JSON.parse(publishedList('pmsi'))
    expect(JSON.parse(text).lists).toEqual([pmsi])
  })
})

test('text that is no JSON is kept as it is and corrected in place, and so is what has no field', async ({ workbench }) => {
  const { words } = workbench
  await workbench.openAt()
  await raiseOnePrice(workbench)
  const sound = await workbench.content()
  const broken = sound.replace('"currency": "EUR",', '"currency": "EUR"')
  const line = sound.slice(0, sound.indexOf('"currency"')).split('\n').length + 1

  await test.step('the line is named, in the list and at the text', async () => {
    await workbench.enterText(broken)
    await expect(workbench.findings).toHaveCount(1)
    await expect(workbench.findings).toHaveText(inside(words.findings.notJson))
    await expect(workbench.findings.getByRole('button')).toHaveText(spaced(words.line(line)))
    expect(await workbench.content()).toBe(broken)
    await expect(workbench.text).toHaveAttribute('aria-invalid', 'true')
    await expect(workbench.text).toHaveAccessibleDescription(inside(words.findings.notJson))
    await expect(workbench.view.getByText(spaced(words.noLists)), 'the file is not empty').toHaveCount(0)
    await expect(workbench.preview).toHaveCount(0)
    await expect(workbench.standing(words.notCompared)).toBeVisible()
  })

  await test.step('no list can be made, and the text stays', async () => {
    await workbench.makeList()
    await workbench.seeFailed(words.noListMade)
    expect(await workbench.content()).toBe(broken)
    expect(await workbench.save()).toEqual({ name: 'price-list-unfinished.json', text: broken })
  })

  await test.step('the way leads to the line, folded away or not', async () => {
    await workbench.view.getByText(words.text, { exact: true }).click()
    await expect(workbench.text).toBeHidden()
    await workbench.findings.getByRole('button').click()
    await expect(workbench.text).toBeFocused()
    const at = await workbench.text.evaluate((field) => field.selectionStart)
    expect(broken.slice(0, at).split('\n')).toHaveLength(line)
    await workbench.enterText(sound)
    await workbench.seeSound()
    await expect(workbench.field('subscription', 'price')).toHaveValue('240.00')
  })

  await test.step('what has no field is found in the text', async () => {
    await workbench.chooseFile(bookOf2027((list) => (list.charges[1].provenance.published = 'nowhere')))
    const dangling = words.findings.dangling('nowhere')
    await workbench.seeFinding(dangling, { place: 'lists[0].charges[1].provenance.published', line: await workbench.lineOf('"nowhere"') })
    await workbench.follow(dangling)
    await expect(workbench.text).toBeFocused()
    const rest = await workbench.text.evaluate((field) => field.value.slice(field.selectionStart))
    expect(rest).toMatch(/^"published": "nowhere"/)
    await expect(workbench.text).toBeInViewport()
  })
})

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
