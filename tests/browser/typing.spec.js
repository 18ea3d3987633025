// The estimate while one types: what an entry changes on the page. The lines, amounts and sentences of each project
// are proved by tests/estimates.rs; here is that the page shows them.

import { expect, test } from './fixtures.js'

const TEXTS = {
  fr: {
    box: 'Location et maintenance de SD-Box (point d’accès)',
    subscription: 'Abonnement, dont 1 accès utilisateur et la Configuration 1',
    user: 'Accès utilisateur au-delà du premier',
    reduction: 'Réduction accès doctorant/post-doctorant',
    exports: 'Exports automatiques',
    packs: 'Crédits de sortie supplémentaires 3 lots',
    months: '18 mois',
    boxes: '× 1 SD-Box ×',
    users: '× 2 utilisateurs supplémentaires ×',
    half: '−50 % × 18 mois × 1 utilisateur supplémentaire ×',
    paidByBox: 'À la charge du financeur du point d’accès',
    paidByProject: 'À la charge du financeur du projet',
    noExports: 'Exports automatiques : non compris ; ajouterait 450,00 €.',
    period: 'du 28 février 2027 au 27 août 2028',
    onProof: /Sur présentation d’un justificatif de doctorat ou de post-doctorat/,
    toConfirm: /^Réduction accès doctorant\/post-doctorant : non calculée\. /,
    otherTerm: 'Une SD-Box est louée pour une autre durée que celle du projet.',
    noBox: /^Aucune SD-Box n’est comprise/,
    noReferent: 'Référent sécurité des données de santé : non compris ; ajouterait 360,00 €.',
    renewal: /^Durée inférieure aux 12 mois d’un nouveau projet : admise/,
    noReduction: /^Aucune réduction doctorant\/post-doctorant n’est documentée/,
    remark: /^La facture du CASD est distincte du droit d’utilisation des données/,
    undated: /^Grille non datée/,
  },
  en: {
    box: 'Rental and maintenance of SD-Boxes (access points)',
    subscription: 'Subscription, including 1 user access and Configuration 1',
    user: 'User access beyond the first',
    reduction: 'Student access reduction (PhD student or postdoc)',
    exports: 'Automatic exports',
    packs: 'Additional output credits 3 packs',
    months: '18 months',
    boxes: '× 1 SD-Box ×',
    users: '× 2 additional users ×',
    half: '−50% × 18 months × 1 additional user ×',
    paidByBox: 'Paid by the access-point funder',
    paidByProject: 'Paid by the project funder',
    noExports: 'Automatic exports: not included; would add €450.00.',
    period: 'from 28 February 2027 to 27 August 2028',
    onProof: /On proof of PhD student or postdoc status/,
    toConfirm: /^Student access reduction \(PhD student or postdoc\): not computed\. /,
    otherTerm: 'An SD-Box is rented for another time than the project lasts.',
    noBox: /^No SD-Box is included/,
    noReferent: 'Health Data Security Referent: not included; would add €360.00.',
    renewal: /^Shorter than the 12 months of a new project: allowed/,
    noReduction: /^No student reduction is documented/,
    remark: /^CASD’s invoice is separate from the right to use the data/,
    undated: /^Undated list/,
  },
}

test('the estimate follows each key: the total, each line and who pays it, and what is to know', async ({ simulator, page }) => {
  const { words, sheet, lang } = simulator
  const texts = TEXTS[lang]
  const euros = (amount) => simulator.euros(amount)
  await simulator.open()
  await simulator.field('users').click()
  await page.keyboard.press('End')
  await page.keyboard.press('2')
  await expect(simulator.field('users')).toHaveValue('12')
  await simulator.seeTotal(8_160)
  await page.keyboard.press('Backspace')
  await simulator.seeTotal(3_276)

  await test.step('lines, period, reduction and what is left out', async () => {
    await simulator.enterStart('2027-02-28')
    await simulator.enterMonths('18')
    await expect(simulator.field('box 1')).toHaveValue('18')
    await simulator.enterStudents('1')
    await simulator.seeSaid(texts.toConfirm)
    await simulator.enterUsers('3')
    const lines = [
      [texts.box, `${texts.months} ${texts.boxes} ${euros(35)}`, euros(630)],
      [texts.subscription, `${texts.months} × ${euros(238)}`, euros(4_284)],
      [texts.user, `${texts.months} ${texts.users} ${euros(37)}`, euros(1_332)],
      [texts.reduction, `${texts.half} ${euros(37)}`, lang === 'fr' ? '−333,00 €' : '−€333.00'],
    ]
    await simulator.seeLines(lines)
    await simulator.seeTotal(5_913)
    const payers = [texts.paidByBox, ...Array(3).fill(texts.paidByProject)]
    for (const [at, payer] of payers.entries()) await expect(simulator.lines.nth(at)).toContainText(payer)
    for (const said of [`${euros(1_971)} ${words.perUser}`, texts.period, texts.onProof, texts.noExports]) await simulator.seeSaid(said)
    await expect(sheet).not.toContainText(words.excluding)

    await simulator.tickOption('exports')
    await simulator.seeTotal(6_363)
    await simulator.seeLines([...lines, [texts.exports, `${texts.months} × ${euros(25)}`, euros(450)]])
    await expect(sheet.getByRole('heading', { name: words.notIncluded })).toHaveCount(0)
    await simulator.untickOption('exports')
    await simulator.seeTotal(5_913)
    await simulator.seeSaid(texts.noExports)
  })

  await test.step('what has no public price is on request, and the total says that it leaves it out', async () => {
    for (const option of ['larger', 'software']) await simulator.tickOption(option)
    await simulator.enter('packs', '3')
    await simulator.seeTotal(5_913)
    for (const [at, label] of [words.options.larger, words.options.software, texts.packs].entries()) {
      await expect(simulator.lines.nth(4 + at)).toContainText(label)
      await expect(simulator.lines.nth(4 + at).getByRole('cell')).toHaveText(words.onRequest)
    }
    await simulator.seeSaid(words.excluding)
    await expect(sheet.locator('tfoot')).toContainText(words.excluding)
    await expect(sheet).not.toContainText(/(^|[^0-9.,\s])0[.,]00/)
    for (const option of ['larger', 'software']) await simulator.untickOption(option)
    await simulator.enter('packs', '')
    await expect(sheet).not.toContainText(words.excluding)
  })

  await test.step('SD-Boxes follow the project until they have months of their own', async () => {
    await simulator.addBox()
    await simulator.enterBoxMonths(1, '2')
    await simulator.seeSaid(texts.otherTerm)
    await simulator.field('months').click()
    await page.keyboard.press('ControlOrMeta+A')
    await page.keyboard.type('24')
    await expect(simulator.field('box 1')).toHaveValue('2')
    await expect(simulator.field('box 2')).toHaveValue('24')
    await simulator.seeTotal(7_954)
    for (const n of [2, 1]) await simulator.removeBox(n)
    await expect(simulator.boxes).toHaveCount(0)
    await simulator.seeSaid(texts.noBox)
  })

  await test.step('a renewal may be shorter; each offer has options, notices and remarks of its own', async () => {
    await simulator.enterMonths('6')
    await simulator.seeNoEstimate()
    await simulator.tickOption('renewal')
    await simulator.seeSaid(texts.renewal)
    await simulator.seeTotal(1_761)
    await simulator.untickOption('renewal')
    await simulator.enterMonths('12')
    await simulator.chooseOffer('cohorts')
    await expect(simulator.option('referent')).toBeChecked()
    await simulator.enterUsers('1')
    await simulator.seeTotal(3_216)
    await simulator.untickOption('referent')
    await simulator.seeTotal(2_856)
    await simulator.seeSaid(texts.noReferent)
    await simulator.chooseOffer('pmsi')
    for (const said of [texts.noReduction, texts.remark, texts.undated]) await simulator.seeSaid(said)
    await simulator.tickOption('referent')
    await simulator.seeSaid(words.excluding)
  })
})

test('private projects get a contact and no amount, and what was entered is there on the way back', async ({ simulator }) => {
  await simulator.open()
  await simulator.enterUsers('7')
  await simulator.chooseOffer('private')
  await expect(simulator.sheet.getByRole('heading', { name: simulator.words.privateHeading })).toBeVisible()
  await expect(simulator.sheet.getByRole('link')).toHaveText('service@casd.eu')
  await expect(simulator.sheet.getByRole('link')).toHaveAttribute('href', 'mailto:service@casd.eu')
  await simulator.seeSaid(/Datastorm/)
  await expect(simulator.form.getByRole('textbox')).toHaveCount(0)
  await simulator.seeNoEstimate()
  await simulator.chooseOffer('standard')
  await expect(simulator.field('users')).toHaveValue('7')
  await simulator.seeTotal(5_940)

  await test.step('a start in the past is allowed, and said', async () => {
    const { started } = simulator.words.institutions
    await simulator.enterStart('2026-11-20')
    await simulator.seeSaid(started)
    await simulator.seeNumber()
    await simulator.enterStart('2026-11-21')
    await expect(simulator.sheet.getByText(started, { exact: true })).toHaveCount(0)
    await simulator.seeNumber()
  })
})
