// The tariff manager prepares CASD's price list, and what comes of it: whole journeys. workbench-form.spec.js has what
// the form does with entries and files, tests/price_list_editor.rs which entries are wrong, and in which words.

import { expect } from './fixtures.js'
import { seeOutline, tabTo } from './keys.js'
import { readPdf } from './reading.js'
import { spaced } from './simulator.js'
import { bookOf2027, dearerIn2027, raiseOnePrice, serve, test } from './workbench.js'

const noonOf = (day) => new Date(`${day}T12:00:00+01:00`)

const banner = (page) => page.getByRole('alert').and(page.locator('#standing'))

/** A new total with what it is more than the old one. */
function raised(simulator, total, more, percent) {
  const share = { fr: `${percent.replace('.', ',')} %`, en: `${percent}%` }[simulator.lang]
  const difference = `${simulator.euros(total)} (+\u2060${simulator.euros(more)}, +${share})`
  return new RegExp(`^${spaced(difference).source}`)
}

/** The comparison of that list on its first day: the published examples, and a year of the smallest project. */
async function seeRaise(workbench, number) {
  const { simulator } = workbench
  const { examples } = simulator.words
  const euros = (amount) => simulator.euros(amount)
  const [, [[subscription, before, after]]] = dearerIn2027(simulator)
  const [first, colon] = { fr: ['1er janvier 2027', ' :'], en: ['1 January 2027', ':'] }[simulator.lang]
  const withItsLine = new RegExp(`${raised(simulator, 3_942, 24, '0.6').source}.*${spaced(`${subscription}${colon} ${before} → ${after}`).source}$`)
  await workbench.seeComparison(first, [
    [examples.standard2018, euros(3_918), withItsLine],
    [examples.cohorts2020, euros(4_740), raised(simulator, 4_764, 24, '0.5')],
    [examples.pmsi, euros(2_454), new RegExp(`^${spaced(euros(2_454)).source}$`)],
    [number, euros(3_276), raised(simulator, 3_300, 24, '0.7')],
  ])
}

test('a price is raised from next 1 January: compared, tried, saved, published; a number of yesterday keeps its price', async ({
  simulator,
  views,
  workbench,
  page,
  someoneElse,
}) => {
  const { lang } = simulator
  const { words } = workbench
  await simulator.open()
  await simulator.seeTotal(3_276)
  const yesterday = await simulator.seeNumber()

  const file = await test.step('a new list is made, and one price changed', async () => {
    await views.goTo('check')
    await page.getByRole('button', { name: words.lead, exact: true }).click()
    await workbench.seeOpen()
    await expect(workbench.firstDay).toHaveValue('2027-01-01')
    await expect(workbench.view.getByText(spaced(words.noLists))).toBeVisible()
    await workbench.makeList('2027-01-01', 'casd2020')
    await workbench.seeSaid(words.listMade)
    await expect(workbench.chosen).toBeFocused()
    await expect(workbench.chosen.locator('option')).toHaveText([spaced(words.lists.casd2027)])
    await workbench.seeSound()
    await expect(workbench.field('subscription', 'price')).toHaveValue('238.00')
    await workbench.enter('subscription', 'price', '240')
    await expect(workbench.field('subscription', 'price')).toHaveValue('240.00')
    await workbench.seeSound()
    await workbench.numbers.fill(`> ${yesterday}\n> merci`)
    await seeRaise(workbench, yesterday)
    await expect(workbench.standing(words.stand(1, 1))).toBeVisible()
    return workbench.content()
  })

  const tried = await test.step('it is tried in the simulator', async () => {
    await workbench.openPreview()
    await expect(banner(page)).toContainText(spaced(simulator.words.standing.preview))
    await simulator.seeTotal(3_300)
    await simulator.seeSaid(simulator.words.standing.mark + words.lists.casd2027)
    await expect(simulator.number).toHaveText(/^PREVIEW-CASD-1L[A-Z0-9-]+$/)
    const number = await simulator.number.textContent()
    // In the preview it opens, and so does yesterday's.
    await simulator.enterUsers('7')
    await simulator.openNumber(number)
    await simulator.seeTotal(3_300)
    await simulator.openNumber(yesterday)
    await simulator.seeTotal(3_276)
    await expect(banner(page)).toBeInViewport()
    return number
  })

  await test.step('the workbench is as it was left, after a reload too', async () => {
    await workbench.goBackHere()
    expect(await workbench.content()).toBe(file)
    await expect(workbench.numbers).toHaveValue(`> ${yesterday}\n> merci`)
    await page.reload()
    await workbench.seeOpen()
    await expect(workbench.field('subscription', 'price')).toHaveValue('240.00')
    expect(await workbench.content()).toBe(file)
    await seeRaise(workbench, yesterday)
  })

  await test.step('it is saved, and the webmaster publishes it', async () => {
    const saved = await workbench.save()
    expect(saved).toEqual({ name: 'price-list.json', text: file })
    await workbench.seeSaid(words.saved)
    const visitor = await someoneElse()
    await serve(visitor.page, JSON.parse(saved.text))
    await visitor.page.clock.setSystemTime(noonOf('2027-01-02'))
    await visitor.open(`./?lang=${lang}`)
    await visitor.seeTotal(3_300)
    await expect(visitor.number).toHaveText(/^CASD-1Q/)
    await visitor.openNumber(tried)
    await visitor.seeRefusal(visitor.words.refusals.preview)
    await visitor.openNumber(yesterday)
    await visitor.seeTotal(3_276)
    await expect(visitor.number).toHaveText(yesterday)
    await visitor.seeToday(...dearerIn2027(visitor))
  })
})

test('the whole journey goes without a mouse', async ({ workbench, simulator, page }) => {
  const { words } = workbench
  await simulator.open()
  const number = await simulator.seeNumber()
  await tabTo(page.getByRole('button', { name: simulator.words.views.check, exact: true }))
  await page.keyboard.press('Enter')
  const lead = page.getByRole('button', { name: words.lead, exact: true })
  await expect(lead).toBeVisible()
  await tabTo(lead)
  await page.keyboard.press('Enter')
  await workbench.seeOpen()
  await expect(workbench.view.getByRole('heading', { level: 2 })).toBeFocused()

  await tabTo(workbench.model)
  await expect(workbench.model).toHaveValue(/.+/)
  await tabTo(workbench.button('makeList'))
  await page.keyboard.press('Enter')
  await expect(workbench.chosen).toBeFocused()
  const price = workbench.field('subscription', 'price')
  await tabTo(price)
  await page.keyboard.press('Control+A')
  await page.keyboard.type('cher')
  await page.keyboard.press('Tab')
  await workbench.seeWrongAt('subscription', 'price', words.findings.amount)
  const way = workbench.finding(words.findings.amount).getByRole('button')
  await tabTo(way)
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
  await tabTo(folded)
  await page.keyboard.press('Enter')
  await tabTo(workbench.field('configuration', 'vcpu'))

  await tabTo(workbench.numbers)
  await page.keyboard.type(number)
  await expect(workbench.standing(words.stand(1, 1))).toBeVisible()
  await tabTo(workbench.view.locator('.wide'))
  await tabTo(workbench.preview)
  await seeOutline(page)
  await page.keyboard.press('Enter')
  await expect(simulator.number).toHaveText(/^PREVIEW-CASD-1L/)
  const back = page.getByRole('alert').getByRole('link', { name: words.backHere, exact: true })
  await tabTo(back)
  await seeOutline(page)
  await page.keyboard.press('Enter')
  await workbench.seeOpen()
  await tabTo(workbench.button('save'))
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')])
  expect(download.suggestedFilename()).toBe('price-list.json')
  await expect(workbench.button('save')).toBeFocused()
  await tabTo(workbench.view.getByRole('button', { name: simulator.words.views.back, exact: true }))
  await page.keyboard.press('Enter')
  await expect(simulator.sheet).toBeVisible()
  await expect(simulator.number).toHaveText(number)
})

test('the file in use is waited for; simulations that are kept are compared with it, and those that would be lost are named', async ({ workbench, simulator, views, page, heard }) => {
  const { lang, words: { notLoaded } } = simulator
  const { words } = workbench
  const announced = (role) => workbench.view.locator('.announcement').getByRole(role)
  await page.clock.setSystemTime(noonOf('2027-01-02'))

  await test.step('where it cannot be had, there is no workbench without it', async () => {
    await serve(page, (route) => route.fulfill({ status: 500, body: 'no' }))
    await page.goto('./?view=prices')
    await expect(page.getByRole('alert').filter({ hasText: spaced(notLoaded) })).toBeVisible()
    await expect(workbench.view).toHaveCount(0)
    expect(heard.splice(0).filter((one) => !/500/.test(one))).toEqual([])
  })

  const number = await test.step('with it, what is kept is compared without being pasted', async () => {
    await serve(page, bookOf2027())
    await simulator.open()
    await simulator.seeTotal(3_300)
    const number = await simulator.seeNumber()
    await views.keep()
    await workbench.openAt(`&lang=${lang}`)
    await workbench.seeSound()
    await expect(workbench.chosen.locator('option')).toHaveCount(1)
    await workbench.makeList('2028-01-01')
    await workbench.enter('subscription', 'price', '250')
    await workbench.seeSound()
    const row = workbench.comparison.getByRole('row').filter({ hasText: number })
    await expect(row.getByRole('cell')).toHaveText([simulator.euros(3_300), raised(simulator, 3_420, 120, '3.6')])
    await expect(workbench.standing(words.stand(1, 1))).toBeVisible()
    // The day before, nothing changes.
    await workbench.comparedOn.fill('2027-12-31')
    await expect(row.getByRole('cell')).toHaveText([simulator.euros(3_300), simulator.euros(3_300)])
    return number
  })

  await test.step('screen readers hear in its turn that numbers open, at once that they do not', async () => {
    await page.clock.pauseAt(noonOf('2027-01-03'))
    await workbench.numbers.fill(number)
    await expect(workbench.standing(words.stand(1, 1))).toBeVisible()
    await expect(announced('status')).toHaveText('')
    await workbench.chosen.selectOption('0')
    await workbench.chooseFile({ lists: [] })
    await workbench.seeSaid(words.opened)
    const missing = words.findings.missing('casd-2027', 4)
    await workbench.seeFinding(missing, { place: 'lists', line: await workbench.lineOf('"lists"') })
    await expect(workbench.standing(words.lost(1, 1))).toBeVisible()
    await expect(workbench.view.locator('li').filter({ hasText: number })).toBeVisible()
    await page.clock.runFor(1_600)
    await expect(announced('alert').filter({ hasText: spaced(words.lost(1, 1)) })).toHaveCount(1)
    await expect(announced('status')).toHaveText('')
  })

  await test.step('the file in use takes its place again', async () => {
    await workbench.button('takeInUse').click()
    await workbench.seeSaid(words.takenInUse)
    await workbench.seeSound()
    await expect(workbench.chosen.locator('option')).toHaveCount(1)
    await expect(workbench.field('subscription', 'price')).toHaveValue('240.00')
    await page.clock.runFor(1_600)
    await expect(announced('status')).toHaveText(spaced(words.stand(1, 1)))
    await expect(announced('alert').filter({ hasText: number })).toHaveCount(0)
  })
})

test('a preview is marked wherever it goes: in its message, its files and the other language', async ({ workbench, simulator, page }) => {
  await workbench.openAt()
  await test.step('of a file without lists, too', async () => {
    await workbench.openPreview()
    await simulator.seeTotal(3_276)
    await expect(simulator.number).toHaveText(/^PREVIEW-CASD-1L/)
    await simulator.seeSaid(simulator.words.standing.mark)
    await workbench.goBackHere()
  })
  await raiseOnePrice(workbench)
  await workbench.openPreview()
  await simulator.seeTotal(3_300)
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
  await expect(banner(page)).toContainText(spaced(simulator.words.standing.preview))
  await simulator.seeSaid(simulator.words.standing.mark)
  await expect(simulator.number).toHaveText(number)
  await workbench.goBackHere()
  await expect(workbench.field('subscription', 'price')).toHaveValue('240.00')
})
