// One audit for each place: whatever holds of all pages and views is looked at in one visit, twice: in French on a
// phone in the dark, and in English at a desk in the light. `audit/` has the checks, places.js the places.

import { test } from './fixtures.js'
import { Audit } from './audit/audit.js'
import { shareInPage } from './audit/in-page.js'
import { PLACES, VIEWS } from './places.js'

const VISITS = {
  'in French, on a phone, dark': { locale: 'fr-FR', colorScheme: 'dark', viewport: { width: 390, height: 844 } },
  'in English, at a desk, light': { locale: 'en-GB', colorScheme: 'light', viewport: { width: 1280, height: 900 } },
}

for (const [how, { locale, colorScheme, viewport }] of Object.entries(VISITS)) {
  test.describe(how, () => {
    test.use({ locale, colorScheme, viewport, contextOptions: { reducedMotion: 'reduce' } })

    for (const [place, states] of Object.entries(PLACES)) {
      test(`${place} is as it should be`, async ({ simulator, page }) => {
        await page.addInitScript(shareInPage)
        const visit = { page, simulator, place, colorScheme, lang: simulator.lang, hasMenu: place in VIEWS }
        for (const { state, reach, isWhole } of states) {
          await test.step(state, async () => {
            await reach(simulator)
            const audit = new Audit(visit, state)
            await audit.look()
            if (isWhole) await audit.lookClosely()
          })
        }
      })
    }
  })
}
