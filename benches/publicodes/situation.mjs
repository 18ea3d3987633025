// What publicodes is told of a project, in the words of casd-2020.publicodes.yaml.

const yesOrNo = (yes) => (yes ? 'oui' : 'non')

export function situation({ offer, months, renewal, users, students, access_points, options }) {
  return {
    'projet . cohortes': yesOrNo(offer === 'cohorts'),
    'projet . durée': months,
    'projet . renouvellement': yesOrNo(renewal),
    'projet . utilisateurs': users,
    'projet . doctorants': students,
    'projet . mois de SD-Box': access_points.reduce((sum, box) => sum + box.months, 0),
    'projet . référent': yesOrNo(options['health-referent']),
    'projet . exports': yesOrNo(options['automatic-exports']),
  }
}
