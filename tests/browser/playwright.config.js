// The browser journeys: Debian's Chromium on the optimised dist/.
//
//   npx playwright test -c tests/browser
//   PORT=8200 CHROMIUM=/opt/chromium npx playwright test -c tests/browser number

import { fileURLToPath } from 'node:url'
import { defineConfig } from '@playwright/test'

const root = fileURLToPath(new URL('../../', import.meta.url))
const port = process.env.PORT ?? '8123'
const origin = `http://127.0.0.1:${port}/`

export default defineConfig({
  testDir: '.',
  outputDir: `${root}test-results`,
  reporter: 'list',
  workers: 2,
  fullyParallel: true,
  retries: 0,
  forbidOnly: true,
  // Patience for a busy machine: what is right is right at once elsewhere.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  webServer: {
    command: `node tools/serve.mjs dist ${port}`,
    cwd: root,
    url: origin,
    reuseExistingServer: false,
  },
  use: {
    baseURL: origin,
    // They answer in place of the server, and these tests count what it is asked: offline.spec.js has them.
    serviceWorkers: 'block',
    timezoneId: 'Europe/Paris',
    viewport: { width: 1280, height: 900 },
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
})
