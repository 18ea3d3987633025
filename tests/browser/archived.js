// The example of 2018, whose price list is no longer in force, beside the list that is.

/** Its total at its own prices. */
export const TOTAL_2018 = { fr: '2 723,00 €', en: '€2,723.00' }

/** Its total under the list in force on the day of the tests. */
export const TOTAL_TODAY = { fr: '3 918,00 €', en: '€3,918.00' }

/** What is said of it: the total with the difference, and the lines that change. */
export const UNDER_TODAYS_LIST = {
  fr: [
    '3 918,00 € (+\u20601 195,00 €, +43,9 %)',
    [
      ['Accès utilisateur', '696,00 €', '–'],
      ['Réduction accès doctorant/post-doctorant', '−174,00 €', '−222,00 €'],
      ['Espace projet, Configuration 1', '1 361,00 €', '–'],
      ['Abonnement, dont 1 accès utilisateur et la Configuration 1', '–', '2 856,00 €'],
      ['Accès utilisateur au-delà du premier', '–', '444,00 €'],
    ],
  ],
  en: [
    '€3,918.00 (+\u2060€1,195.00, +43.9%)',
    [
      ['User access', '€696.00', '–'],
      ['Student access reduction (PhD student or postdoc)', '−€174.00', '−€222.00'],
      ['Project space, Configuration 1', '€1,361.00', '–'],
      ['Subscription, including 1 user access and Configuration 1', '–', '€2,856.00'],
      ['User access beyond the first', '–', '€444.00'],
    ],
  ],
}
