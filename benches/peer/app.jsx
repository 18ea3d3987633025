// The simulator as one would make it with React and publicodes, to measure beside ours: the inputs that the
// list of 2020 has, every line and the total. No number, no documents, one language.

import Publicodes from 'publicodes'
import { useMemo, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { situation } from '../publicodes/situation.mjs'
// Parsed from YAML when the page is built. Publicodes parses the rules themselves where it runs.
import rules from '../publicodes/casd-2020.publicodes.yaml'

const engine = new Publicodes(rules)

const euros = new Intl.NumberFormat('fr', { style: 'currency', currency: 'EUR' })
const plural = (count, one, several) => `${count} ${count > 1 ? several : one}`

const LINES = [
  ['devis . SD-Box', ({ boxMonths }) => `${boxMonths} mois de SD-Box × 35,00 €`],
  ['devis . abonnement', ({ months }) => `${months} mois × 238,00 €`],
  ['devis . accès supplémentaires', ({ months, users }) => `${months} mois × ${plural(users - 1, 'utilisateur', 'utilisateurs')} × 37,00 €`],
  ['devis . réduction', ({ months }) => `−50 % × ${months} mois × 37,00 €`],
  ['devis . référent', ({ months, users }) => `${months} mois × ${plural(users, 'utilisateur', 'utilisateurs')} × 30,00 €`],
  ['devis . exports', ({ months }) => `${months} mois × 25,00 €`],
]
const OPTIONS = [
  ['health-referent', 'Référent sécurité des données de santé', 'cohorts'],
  ['automatic-exports', 'Exports automatiques'],
  ['larger-configuration', 'Configuration plus puissante'],
  ['extra-software', 'Logiciels hors de la base installée'],
]
const ON_REQUEST = [
  ['larger-configuration', 'Configuration plus puissante'],
  ['extra-software', 'Logiciels hors de la base installée'],
  ['output-credits', 'Crédits de sortie supplémentaires'],
]

/** What is typed as a whole number within bounds, or nothing. */
function whole(typed, least, most) {
  const number = /^\d+$/.test(typed) ? Number(typed) : NaN
  return number >= least && number <= most ? number : undefined
}

/** What is typed as a project, or what is wrong with it. */
function read({ offer, months, renewal, users, students, boxes, options, packs }) {
  const project = {
    offer,
    renewal,
    months: whole(months, 1, 240),
    users: whole(users, 1, 1_000),
    students: whole(students, 0, 1_000),
    access_points: boxes.map((box) => ({ months: whole(box.months ?? months, 1, 240) })),
    options: { ...options, 'output-credits': packs === '' ? 0 : whole(packs, 0, 100) },
  }
  if (project.months === undefined) return { wrong: 'La durée est un nombre de mois, de 1 à 240.' }
  if (project.months < 12 && !renewal) return { wrong: 'Un nouveau projet dure au moins 12 mois.' }
  if (project.users === undefined) return { wrong: 'Le nombre d’utilisateurs va de 1 à 1 000.' }
  if (!(project.students <= project.users)) return { wrong: 'Les doctorants sont parmi les utilisateurs.' }
  if (project.access_points.some((box) => box.months === undefined)) {
    return { wrong: 'La durée d’une SD-Box est un nombre de mois, de 1 à 240.' }
  }
  if (project.options['output-credits'] === undefined) return { wrong: 'Les crédits vont jusqu’à 100 lots.' }
  return { project }
}

function estimate(form) {
  const { project, wrong } = read(form)
  if (wrong) return { wrong }
  engine.setSituation(situation(project))
  const boxMonths = project.access_points.reduce((sum, box) => sum + box.months, 0)
  const lines = LINES.map(([rule, formula]) => ({
    rule,
    title: engine.getRule(rule).title,
    formula: formula({ ...project, boxMonths }),
    amount: (engine.evaluate(rule).nodeValue ?? 0) * (rule === 'devis . réduction' ? -1 : 1),
  }))
  return {
    lines: lines.filter((line) => line.amount !== 0),
    onRequest: ON_REQUEST.filter(([id]) => project.options[id]),
    total: engine.evaluate('devis').nodeValue,
    perUser: engine.evaluate('par utilisateur').nodeValue,
  }
}

let boxKey = 0
/** An SD-Box is rented for as long as the project lasts, until it is given months of its own. */
const newBox = () => ({ key: (boxKey += 1), months: undefined })

function App() {
  const [form, setForm] = useState(() => ({
    offer: 'standard',
    months: '12',
    renewal: false,
    users: '1',
    students: '0',
    boxes: [newBox()],
    options: {},
    packs: '',
  }))
  const change = (changes) => setForm((form) => ({ ...form, ...changes }))
  const quote = useMemo(() => estimate(form), [form])
  return (
    <>
      <h1>Simulateur de coût</h1>
      <main>
        <Form form={form} change={change} />
        <Sheet quote={quote} />
      </main>
    </>
  )
}

function Entry({ id, label, value, enter }) {
  return (
    <label>
      {label}
      <input id={id} inputMode="numeric" value={value} onChange={(event) => enter(event.target.value)} />
    </label>
  )
}

function Tick({ id, label, checked, tick }) {
  return (
    <label>
      <input id={id} type="checkbox" checked={checked} onChange={(event) => tick(event.target.checked)} /> {label}
    </label>
  )
}

function Form({ form, change }) {
  const changeBox = (key, months) =>
    change({ boxes: form.boxes.map((box) => (box.key === key ? { ...box, months } : box)) })
  const choose = (offer) => change({ offer, options: { ...form.options, 'health-referent': offer === 'cohorts' } })
  return (
    <form onSubmit={(event) => event.preventDefault()}>
      <fieldset>
        <legend>Type d’accès</legend>
        {[['standard', 'Projet standard'], ['cohorts', 'Cohortes CONSTANCES et GAZEL']].map(([offer, label]) => (
          <label key={offer}>
            <input type="radio" name="offer" checked={form.offer === offer} onChange={() => choose(offer)} /> {label}
          </label>
        ))}
      </fieldset>
      <fieldset>
        <legend>Durée</legend>
        <Entry id="months" label="Durée du projet en mois" value={form.months} enter={(months) => change({ months })} />
        <Tick id="renewal" label="C’est un renouvellement" checked={form.renewal} tick={(renewal) => change({ renewal })} />
      </fieldset>
      <fieldset>
        <legend>Équipe</legend>
        <Entry id="users" label="Utilisateurs" value={form.users} enter={(users) => change({ users })} />
        <Entry id="students" label="dont doctorants ou post-doctorants" value={form.students} enter={(students) => change({ students })} />
      </fieldset>
      <fieldset>
        <legend>Environnement de travail</legend>
        <label>
          <input type="radio" name="configuration" checked readOnly /> Configuration 1
          <small>2 vCPU, 8 Go de mémoire, 200 Go de disque</small>
        </label>
      </fieldset>
      <fieldset>
        <legend>SD-Box</legend>
        {form.boxes.map((box, index) => (
          <div key={box.key}>
            <Entry id={`box-${index}`} label={`SD-Box ${index + 1} : mois`} value={box.months ?? form.months} enter={(months) => changeBox(box.key, months)} />
            <button type="button" onClick={() => change({ boxes: form.boxes.filter((one) => one !== box) })}>
              Retirer
            </button>
          </div>
        ))}
        <button type="button" onClick={() => change({ boxes: [...form.boxes, newBox()] })}>
          Ajouter une SD-Box
        </button>
      </fieldset>
      <fieldset>
        <legend>Options</legend>
        {OPTIONS.filter(([, , offer]) => !offer || offer === form.offer).map(([id, label]) => (
          <Tick
            key={id}
            id={`option-${id}`}
            label={label}
            checked={form.options[id] ?? false}
            tick={(ticked) => change({ options: { ...form.options, [id]: ticked } })}
          />
        ))}
        <Entry id="option-output-credits" label="Crédits de sortie supplémentaires (lots)" value={form.packs} enter={(packs) => change({ packs })} />
      </fieldset>
    </form>
  )
}

function Sheet({ quote: { wrong, lines, onRequest, total, perUser } }) {
  if (wrong) return <p className="wrong" role="alert">{wrong}</p>
  return (
    <section>
      <p>
        <strong id="total">{euros.format(total)}</strong>
        {onRequest.length > 0 && ' hors éléments sur demande'}
      </p>
      <p>{euros.format(perUser)} par utilisateur</p>
      <table>
        <tbody>
          {lines.map(({ rule, title, formula, amount }) => (
            <tr key={rule}>
              <th scope="row">{title}<small>{formula}</small></th>
              <td>{euros.format(amount)}</td>
            </tr>
          ))}
          {onRequest.map(([id, label]) => (
            <tr key={id}>
              <th scope="row">{label}</th>
              <td>sur demande</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">Total</th>
            <td>{euros.format(total)}</td>
          </tr>
        </tfoot>
      </table>
      <p>Estimation non contractuelle.</p>
    </section>
  )
}

createRoot(document.getElementById('root')).render(<App />)
