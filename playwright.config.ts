import { defineConfig } from '@playwright/test'
import { usualBrowser } from '@/tests/e2e/browser'

process.env.TZ = 'Asia/Kathmandu'
// Each page once, in the first language; the others have a site of their own (real-languages.spec.ts).
process.env.LANTERN_LANGUAGES = 'en'

export default defineConfig({
  testDir: 'tests/e2e',
  globalSetup: './tests/e2e/global-setup.ts',
  outputDir: 'test-results/e2e',
  fullyParallel: true,
  workers: 3, // on two processors: tests wait for servers and browsers a third of their time
  forbidOnly: Boolean(process.env.CI),
  // A test that passes the second time is a test to mend: it is named, and more than three fail the run (tests/run-outcome.ts).
  retries: process.env.CI ? 1 : 0,
  timeout: 30_000,
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  // No trace unless asked for (`--trace on`): keeping one of every test in case it fails took two thirds of the time.
  use: {
    baseURL: process.env.LANTERN_E2E_URL,
    timezoneId: 'Asia/Kathmandu',
    locale: 'en-GB',
    serviceWorkers: 'block', // allowed in offline.spec.ts: elsewhere every request is to be seen as the page's own
    ...usualBrowser,
  },
})
