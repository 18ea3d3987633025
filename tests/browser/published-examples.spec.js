import { expect, test } from './fixtures.js'
import { UNDER_TODAYS_LIST } from './archived.js'
import { spaced } from './simulator.js'

const EXAMPLES = {
  pmsi: {
    offer: 'pmsi',
    total: { fr: '2 454,00 €', en: '€2,454.00' },
    perUser: { fr: '613,50 €', en: '€613.50' },
    entries: { start: '2020-01-01', months: '6', users: '4', students: '0', 'box 1': '6' },
    lines: {
      fr: [
        ['Location et maintenance de SD-Box (point d’accès)', '6 mois × 1 SD-Box × 35,00 €', '210,00 €'],
        [
          'Abonnement utilisateur : séance d’enrôlement, carte d’accès, comptes, support de premier niveau',
          '6 mois × 4 utilisateurs × 29,00 €',
          '696,00 €',
        ],
        [
          'Espace projet dédié, VM1 : système, serveur, logiciels de la base, maintenance',
          '6 mois × 258,00 €',
          '1 548,00 €',
        ],
      ],
      en: [
        ['Rental and maintenance of SD-Boxes (access points)', '6 months × 1 SD-Box × €35.00', '€210.00'],
        [
          'User subscription: enrolment session, access card, accounts, first-level support',
          '6 months × 4 users × €29.00',
          '€696.00',
        ],
        [
          'Dedicated project space, VM1: system, server, base software, maintenance',
          '6 months × €258.00',
          '€1,548.00',
        ],
      ],
    },
  },
  cohorts2020: {
    offer: 'cohorts',
    total: { fr: '4 740,00 €', en: '€4,740.00' },
    perUser: { fr: '2 370,00 €', en: '€2,370.00' },
    entries: { start: '2020-08-01', months: '12', users: '2', students: '0', 'box 1': '12' },
    lines: {
      fr: [
        ['Location et maintenance de SD-Box (point d’accès)', '12 mois × 1 SD-Box × 35,00 €', '420,00 €'],
        ['Abonnement, dont 1 accès utilisateur et la Configuration 1', '12 mois × 238,00 €', '2 856,00 €'],
        ['Accès utilisateur au-delà du premier', '12 mois × 1 utilisateur supplémentaire × 37,00 €', '444,00 €'],
        ['Référent sécurité des données de santé', '12 mois × 2 utilisateurs × 30,00 €', '720,00 €'],
        ['Exports automatiques', '12 mois × 25,00 €', '300,00 €'],
      ],
      en: [
        ['Rental and maintenance of SD-Boxes (access points)', '12 months × 1 SD-Box × €35.00', '€420.00'],
        ['Subscription, including 1 user access and Configuration 1', '12 months × €238.00', '€2,856.00'],
        ['User access beyond the first', '12 months × 1 additional user × €37.00', '€444.00'],
        ['Health Data Security Referent', '12 months × 2 users × €30.00', '€720.00'],
        ['Automatic exports', '12 months × €25.00', '€300.00'],
      ],
    },
  },
  standard2018: {
    offer: 'standard',
    total: { fr: '2 723,00 €', en: '€2,723.00' },
    perUser: { fr: '1 361,50 €', en: '€1,361.50' },
    entries: { start: '2018-08-01', months: '12', users: '2', students: '1', 'box 1': '12', 'box 2': '12' },
    lines: {
      fr: [
        ['Location et maintenance de SD-Box (point d’accès)', '12 mois × 2 SD-Box × 35,00 €', '840,00 €'],
        ['Accès utilisateur', '12 mois × 2 utilisateurs × 29,00 €', '696,00 €'],
        [
          'Réduction accès doctorant/post-doctorant',
          '−50 % × 12 mois × 1 utilisateur × 29,00 €',
          '−174,00 €',
        ],
        ['Espace projet, Configuration 1', '1 période de 12 mois × 1 361,00 €', '1 361,00 €'],
      ],
      en: [
        ['Rental and maintenance of SD-Boxes (access points)', '12 months × 2 SD-Boxes × €35.00', '€840.00'],
        ['User access', '12 months × 2 users × €29.00', '€696.00'],
        [
          'Student access reduction (PhD student or postdoc)',
          '−50% × 12 months × 1 user × €29.00',
          '−€174.00',
        ],
        ['Project space, Configuration 1', '1 term of 12 months × €1,361.00', '€1,361.00'],
      ],
    },
  },
}

for (const locale of ['fr-FR', 'en-GB']) {
  test.describe(`in ${locale}`, () => {
    test.use({ locale })

    for (const [name, example] of Object.entries(EXAMPLES)) {
      test(`the example ${name} shows CASD’s figure beside ours, equal, line by line`, async ({ simulator }) => {
        const { lang, words, sheet } = simulator
        await simulator.open()
        await simulator.openExample(name)
        await simulator.seeSaid(new RegExp(`${words.examples[name].replace(/[/]/g, '.')}$`))
        for (const whose of [words.publishedByCasd, words.computedHere]) {
          const figure = sheet.getByRole('definition').and(sheet.locator(`dt:text-is("${whose}") + dd`))
          await expect(figure).toHaveText(example.total[lang])
        }
        await simulator.seeSaid(words.equal)
        await simulator.seeTotal(example.total[lang])
        await simulator.seeSaid(`${example.perUser[lang]} ${words.perUser}`)
        await simulator.seeLines(example.lines[lang])
        await expect(simulator.offer(example.offer)).toBeChecked()
        for (const [field, value] of Object.entries(example.entries)) {
          await expect(simulator.field(field)).toHaveValue(value)
        }
      })
    }

    test('the example of 2018 says that its split is a reconstruction, and that its form is closed', async ({
      simulator,
    }) => {
      const { lang, words, sheet, form } = simulator
      await simulator.open()
      await simulator.openExample('standard2018')
      const derived = {
        fr: ['Le CASD n’a publié que ce total : la répartition en lignes est une reconstitution.', /^Reconstitué : Le CASD n’a publié que le total de cet exemple/],
        en: ['CASD published only this total: the split into lines is a reconstruction.', /^Derived: CASD published only the total of this example/],
      }
      for (const sentence of derived[lang]) await simulator.seeSaid(sentence)
      const archived = { fr: /archivés : ils ont 8 ans et 3 mois et ne servent plus/, en: /archived: they are 8 years and 3 months old and no longer used/ }
      await expect(sheet.getByText(spaced(archived[lang]))).toBeVisible()

      await expect(form.getByText(words.closed)).toBeVisible()
      for (const entry of await form.getByRole('textbox').or(form.getByRole('radio')).or(form.getByRole('checkbox')).all()) {
        await expect(entry).toBeDisabled()
      }
      // Nothing in it can be changed, but it can be kept.
      const keep = form.getByRole('button', { name: words.annexe.keep, exact: true })
      await expect(keep).toBeEnabled()
      const changing = form.getByRole('button').and(form.locator('fieldset button'))
      await expect(changing).toHaveCount((await form.getByRole('button').count()) - 1)
      for (const button of await changing.all()) await expect(button).toBeDisabled()
    })

    test('the example of 2018 says what the project would cost today, line by line', async ({ simulator }) => {
      const { lang } = simulator
      await simulator.open()
      await simulator.openExample('standard2018')
      await simulator.seeToday(...UNDER_TODAYS_LIST[lang])
    })
  })
}

test('no example but that of 2018 says that something is derived, or closes the form', async ({ simulator }) => {
  await simulator.open()
  for (const name of ['pmsi', 'cohorts2020']) {
    await simulator.openExample(name)
    await simulator.seeSaid(simulator.words.equal)
    await expect(simulator.sheet).not.toContainText('Reconstitué')
    await expect(simulator.field('users')).toBeEnabled()
    await expect(simulator.button('redo')).toHaveCount(0)
  }
})

test('redoing the example of 2018 makes a simulation of today, at current prices', async ({ simulator }) => {
  await simulator.open()
  await simulator.openExample('standard2018')
  const old = await simulator.seeNumber()
  await simulator.button('redo').click()
  await expect(simulator.button('redo')).toHaveCount(0)
  await simulator.seeTotal('3 918,00 €')
  await simulator.seeLines([
    ['Location et maintenance de SD-Box (point d’accès)', '12 mois × 2 SD-Box × 35,00 €', '840,00 €'],
    ['Abonnement, dont 1 accès utilisateur et la Configuration 1', '12 mois × 238,00 €', '2 856,00 €'],
    ['Accès utilisateur au-delà du premier', '12 mois × 1 utilisateur supplémentaire × 37,00 €', '444,00 €'],
    [
      'Réduction accès doctorant/post-doctorant',
      '−50 % × 12 mois × 1 utilisateur supplémentaire × 37,00 €',
      '−222,00 €',
    ],
  ])
  await expect(simulator.sheet).not.toContainText(simulator.words.publishedByCasd)
  await expect(simulator.number).not.toHaveText(old)
  await expect(simulator.field('users')).toBeEnabled()
  await expect(simulator.field('students')).toHaveValue('1')
  await simulator.enterUsers('3')
  await simulator.seeTotal('4 362,00 €')
})

test('an entry turns an example into a simulation of one’s own', async ({ simulator }) => {
  await simulator.open()
  await simulator.openExample('cohorts2020')
  await simulator.seeTotal('4 740,00 €')
  await simulator.enterUsers('3')
  await simulator.seeTotal('5 544,00 €')
  await expect(simulator.sheet).not.toContainText(simulator.words.publishedByCasd)
})

test('a new simulation leaves the example for the starting point', async ({ simulator }) => {
  await simulator.open()
  const start = await simulator.entries()
  await simulator.openExample('standard2018')
  await simulator.seeTotal('2 723,00 €')
  await simulator.button('again').click()
  await simulator.seeTotal('3 276,00 €')
  expect(await simulator.entries()).toEqual(start)
  await expect(simulator.field('users')).toBeEnabled()
  await expect(simulator.form.getByText(simulator.words.startingPoint)).toBeVisible()
})
