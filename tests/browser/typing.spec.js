import { expect, test } from './fixtures.js'

const BOX = 'Location et maintenance de SD-Box (point d’accès)'
const SUBSCRIPTION = 'Abonnement, dont 1 accès utilisateur et la Configuration 1'
const USERS = 'Accès utilisateur au-delà du premier'
const REDUCTION = 'Réduction accès doctorant/post-doctorant'

test.beforeEach(async ({ simulator }) => {
  await simulator.open()
})

test('the total follows each key', async ({ simulator, page }) => {
  await simulator.field('users').click()
  await page.keyboard.press('End')
  await page.keyboard.press('2')
  await expect(simulator.field('users')).toHaveValue('12')
  await simulator.seeTotal('8 160,00 €')
  await page.keyboard.press('Backspace')
  await simulator.seeTotal('3 276,00 €')
})

test('the lines say what was counted, for how long and at what price', async ({ simulator }) => {
  await simulator.enterMonths('18')
  await simulator.enterUsers('5')
  await simulator.seeLines([
    [BOX, '18 mois × 1 SD-Box × 35,00 €', '630,00 €'],
    [SUBSCRIPTION, '18 mois × 238,00 €', '4 284,00 €'],
    [USERS, '18 mois × 4 utilisateurs supplémentaires × 37,00 €', '2 664,00 €'],
  ])
  await simulator.seeTotal('7 578,00 €')
  await simulator.seeSaid('1 515,60 € par utilisateur')
  await simulator.seeSaid('du 1er décembre 2026 au 31 mai 2028')
})

test('each line says who pays it', async ({ simulator }) => {
  await simulator.enterUsers('2')
  const rows = simulator.lines
  await expect(rows.nth(0)).toContainText('À la charge du financeur du point d’accès')
  await expect(rows.nth(1)).toContainText('À la charge du financeur du projet')
  await expect(rows.nth(2)).toContainText('À la charge du financeur du projet')
})

test('a PhD student or postdoc halves the last access, on proof', async ({ simulator }) => {
  await simulator.enterUsers('3')
  await simulator.enterStudents('2')
  await simulator.seeLines([
    [BOX, '12 mois × 1 SD-Box × 35,00 €', '420,00 €'],
    [SUBSCRIPTION, '12 mois × 238,00 €', '2 856,00 €'],
    [USERS, '12 mois × 2 utilisateurs supplémentaires × 37,00 €', '888,00 €'],
    [REDUCTION, '−50 % × 12 mois × 1 utilisateur supplémentaire × 37,00 €', '−222,00 €'],
  ])
  await simulator.seeTotal('3 942,00 €')
  await simulator.seeSaid(/Sur présentation d’un justificatif de doctorat ou de post-doctorat/)
})

test('the reduction of a team of one is for CASD to confirm, and none is computed', async ({ simulator }) => {
  await simulator.enterStudents('1')
  await simulator.seeTotal('3 276,00 €')
  await simulator.seeSaid(`${REDUCTION} : non calculée. Le dernier accès est celui que comprend l’abonnement, et son prix n’est pas publié : le CASD doit confirmer.`)
})

test('an SD-Box follows the months of the project until it is given its own', async ({ simulator }) => {
  await simulator.enterMonths('24')
  await expect(simulator.field('box 1')).toHaveValue('24')
  await simulator.addBox()
  await expect(simulator.field('box 2')).toHaveValue('24')
  await simulator.enterBoxMonths(2, '6')
  await simulator.seeLines([
    [BOX, '24 mois × 1 SD-Box × 35,00 €', '840,00 €'],
    [BOX, '6 mois × 1 SD-Box × 35,00 €', '210,00 €'],
    [SUBSCRIPTION, '24 mois × 238,00 €', '5 712,00 €'],
  ])
  await simulator.seeTotal('6 762,00 €')
  await simulator.seeSaid('Une SD-Box est louée pour une autre durée que celle du projet.')
  await simulator.enterMonths('36')
  await expect(simulator.field('box 1')).toHaveValue('36')
  await expect(simulator.field('box 2')).toHaveValue('6')
  await simulator.removeBox(1)
  await expect(simulator.boxes).toHaveCount(1)
  await expect(simulator.field('box 1')).toHaveValue('6')
})

test('the months of an SD-Box are kept while the months of the project are typed past them', async ({
  simulator,
  page,
}) => {
  await simulator.enterBoxMonths(1, '2')
  await simulator.seeTotal('2 926,00 €')
  await simulator.field('months').click()
  await page.keyboard.press('Control+A')
  await page.keyboard.type('24')
  await expect(simulator.field('months')).toHaveValue('24')
  await expect(simulator.field('box 1')).toHaveValue('2')
  await simulator.seeTotal('5 782,00 €')
})

test('SD-Boxes of equal months are one line, and none at all is said', async ({ simulator }) => {
  await simulator.addBox()
  await simulator.addBox()
  await simulator.seeLines([
    [BOX, '12 mois × 3 SD-Box × 35,00 €', '1 260,00 €'],
    [SUBSCRIPTION, '12 mois × 238,00 €', '2 856,00 €'],
  ])
  for (const n of [3, 2, 1]) await simulator.removeBox(n)
  await expect(simulator.boxes).toHaveCount(0)
  await simulator.seeLines([[SUBSCRIPTION, '12 mois × 238,00 €', '2 856,00 €']])
  await simulator.seeTotal('2 856,00 €')
  await simulator.seeSaid(/^Aucune SD-Box n’est comprise/)
})

test('automatic exports are left out, with what they would add, until they are chosen', async ({ simulator }) => {
  const leftOut = 'Exports automatiques : non compris ; ajouterait 300,00 €.'
  await simulator.seeSaid(leftOut)
  await simulator.tickOption('exports')
  await simulator.seeTotal('3 576,00 €')
  await simulator.seeLines([
    [BOX, '12 mois × 1 SD-Box × 35,00 €', '420,00 €'],
    [SUBSCRIPTION, '12 mois × 238,00 €', '2 856,00 €'],
    ['Exports automatiques', '12 mois × 25,00 €', '300,00 €'],
  ])
  await expect(simulator.sheet).not.toContainText('non compris')
  await simulator.untickOption('exports')
  await simulator.seeTotal('3 276,00 €')
  await simulator.seeSaid(leftOut)
})

test('the cohorts start with the health data security referent, which can be left out', async ({ simulator }) => {
  await simulator.chooseOffer('cohorts')
  await expect(simulator.option('referent')).toBeChecked()
  await simulator.seeTotal('3 636,00 €')
  await simulator.untickOption('referent')
  await simulator.seeTotal('3 276,00 €')
  await simulator.seeSaid('Référent sécurité des données de santé : non compris ; ajouterait 360,00 €.')
})

test('what has no public price is on request, and the total says that it leaves it out', async ({ simulator }) => {
  await simulator.tickOption('larger')
  await simulator.tickOption('software')
  await simulator.enter('packs', '3')
  await simulator.seeLines([
    [BOX, '12 mois × 1 SD-Box × 35,00 €', '420,00 €'],
    [SUBSCRIPTION, '12 mois × 238,00 €', '2 856,00 €'],
    ['Configuration plus puissante', '', 'sur demande'],
    ['Logiciels hors de la base installée', '', 'sur demande'],
    ['Crédits de sortie supplémentaires 3 lots', '', 'sur demande'],
  ])
  await simulator.seeTotal('3 276,00 €')
  await simulator.seeSaid(simulator.words.excluding)
  await expect(simulator.sheet).not.toContainText(/(^|[^0-9  ])0,00/)

  await simulator.untickOption('larger')
  await simulator.untickOption('software')
  await simulator.enter('packs', '')
  await expect(simulator.sheet).not.toContainText(simulator.words.excluding)
})

test('the total of the table says that it leaves out what is on request', async ({ simulator }) => {
  await simulator.tickOption('larger')
  const table = simulator.sheet.getByRole('table')
  await expect(table.locator('tfoot')).toContainText(simulator.words.excluding)
})

test('a renewal may be shorter than a new project, with a notice', async ({ simulator }) => {
  await simulator.enterMonths('6')
  await simulator.seeNoEstimate()
  await simulator.option('renewal').check()
  await simulator.seeTotal('1 638,00 €')
  await simulator.seeSaid(/^Durée inférieure aux 12 mois d’un nouveau projet : admise parce qu’il s’agit d’un renouvellement/)
})

test('PMSI has its own prices, no minimum term and no student reduction', async ({ simulator }) => {
  await simulator.chooseOffer('pmsi')
  await expect(simulator.option('renewal')).not.toBeChecked()
  await simulator.enterMonths('6')
  await simulator.enterUsers('4')
  await simulator.enterStudents('1')
  await simulator.seeTotal('2 454,00 €')
  await simulator.seeSaid(/^Aucune réduction doctorant\/post-doctorant n’est documentée pour ce type d’accès/)
  await simulator.seeSaid(/^La facture du CASD est distincte du droit d’utilisation des données, que l’ATIH accorde et facture/)
  await simulator.seeSaid(/^Grille non datée/)
  await simulator.tickOption('referent')
  await simulator.seeSaid(simulator.words.excluding)
  await simulator.seeTotal('2 454,00 €')
})

test('private projects get a contact and no amount, and what was entered is there on the way back', async ({
  simulator,
}) => {
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
  await simulator.seeTotal('5 940,00 €')
})

test('the date moves the period, not the price', async ({ simulator }) => {
  await simulator.enterStart('2027-02-28')
  await simulator.seeSaid('du 28 février 2027 au 27 février 2028')
  await simulator.seeTotal('3 276,00 €')
})
