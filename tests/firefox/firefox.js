// Debian's Firefox, by WebDriver, with an ear for whatever goes wrong: a console message, an error, a
// violation of the page's policy, a request that fails or that leaves for another origin.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Builder } from 'selenium-webdriver'
import firefox from 'selenium-webdriver/firefox.js'

/** Where geckodriver and Firefox are: given, so that nothing looks for them elsewhere or downloads them. */
const GECKODRIVER = process.env.GECKODRIVER ?? 'geckodriver'
const FIREFOX = process.env.FIREFOX ?? '/usr/bin/firefox-esr'
const LANGUAGES = { fr: 'fr-FR, fr', en: 'en-GB, en' }

// What is neither Firefox's nor geckodriver's does not come from elsewhere.
process.env.SE_OFFLINE = 'true'
process.env.SE_AVOID_STATS = 'true'

export class Firefox {
  /** Starts one that prefers that language, with these preferences. */
  static async start(lang, preferences = {}) {
    const browser = new Firefox()
    browser.folder = mkdtempSync(join(tmpdir(), 'casd-firefox-'))
    const options = new firefox.Options()
      .setBinary(FIREFOX)
      .addArguments('-headless', '--width=1280', '--height=900')
      .enableBidi()
    const asked = {
      'intl.accept_languages': LANGUAGES[lang],
      'browser.download.folderList': 2,
      'browser.download.dir': browser.folder,
      'browser.download.always_ask_before_handling_new_types': false,
      'browser.helperApps.neverAsk.saveToDisk': 'application/pdf,application/json,text/csv,message/rfc822',
      'pdfjs.disabled': true,
      ...preferences,
    }
    for (const [name, value] of Object.entries(asked)) options.setPreference(name, value)
    const service = new firefox.ServiceBuilder(GECKODRIVER)
    browser.driver = await new Builder().forBrowser('firefox').setFirefoxOptions(options).setFirefoxService(service).build()
    await browser.listen()
    return browser
  }

  /** Writes down what pages must not do; they may ask the `origins`. */
  async listen() {
    this.heard = []
    this.origins = []
    const bidi = await this.driver.getBidi()
    await bidi.subscribe(['log.entryAdded', 'network.beforeRequestSent', 'network.responseCompleted', 'network.fetchError'])
    bidi.socket.on('message', (text) => {
      const { method, params } = JSON.parse(text)
      const { url } = params?.request ?? {}
      if (method === 'log.entryAdded') this.heard.push(`${params.type} ${params.level}: ${params.text}`)
      // What belongs to no page is the browser's own.
      if (!url?.startsWith('http') || !params.context) return
      if (method === 'network.beforeRequestSent' && !this.origins.includes(new URL(url).origin)) {
        this.heard.push(`request to another origin: ${url}`)
      }
      if (method === 'network.responseCompleted' && params.response.status >= 400) {
        this.heard.push(`status ${params.response.status}: ${url}`)
      }
      // Firefox asks for the icon on its own, and gives it up when the page is left.
      const isIconGivenUp = params.errorText === 'NS_BINDING_ABORTED' && url.endsWith('.svg')
      if (method === 'network.fetchError' && !isIconGivenUp) this.heard.push(`failed: ${url} ${params.errorText}`)
    })
  }

  async quit() {
    await this.driver.quit()
    rmSync(this.folder, { recursive: true, force: true })
  }
}
