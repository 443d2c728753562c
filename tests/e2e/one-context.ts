/**
 * For a file of many tests that each open one page and leave nothing behind: the pages of a worker are tabs of one browser
 * context and of one process, which has our scripts, fonts and axe in memory already. A test of its own kind gets
 * a context of its own (watched.ts).
 */
import { test as base, type BrowserContext, type Page } from '@playwright/test'
import { browserArgs, usualBrowser } from '@/tests/e2e/browser'
import { expectQuiet, newWatch, type Watch } from '@/tests/e2e/watched'

export { expect } from '@playwright/test'

const home = new URL(process.env.LANTERN_E2E_URL ?? 'http://127.0.0.1')

/** For `test.use` at the top of the file. */
export const oneProcess = {
  launchOptions: {
    ...usualBrowser.launchOptions,
    args: [
      ...browserArgs,
      '--process-per-site',
      // In place of a look at every request before it is sent, which would turn off the browser's memory of what it has.
      `--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE ${home.hostname}`,
    ],
  },
}

type Shared = { context: BrowserContext; clear: () => Promise<void> }

/**
 * A test in a new tab: a request to anyone but Lantern, a cookie, or an uncaught error fails it. Whatever its page kept is
 * forgotten before the next one.
 */
export const test = base.extend<{ page: Page; watch: Watch }, { shared: Shared }>({
  shared: [
    async ({ browser }, use, { project }) => {
      const { baseURL = home.href, timezoneId, locale, serviceWorkers } = project.use
      const context = await browser.newContext({ baseURL, timezoneId, locale, serviceWorkers })
      // A tab that stays open keeps the process. Its own page is no page of ours: nothing runs on it.
      const keeper = await context.newPage()
      await keeper.goto('/api/health/live')
      const session = await context.newCDPSession(keeper)
      const { origin } = home
      const clear = () =>
        session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' }).then(() => {})
      await use({ context, clear })
      await context.close()
    },
    { scope: 'worker' },
  ],
  watch: [
    async ({ shared }, use) => {
      const watch = newWatch()
      const { context } = shared
      const onRequest = (request: { method: () => string; url: () => string }) => {
        watch.requests.push(`${request.method()} ${request.url()}`)
        if (new URL(request.url()).origin !== home.origin) watch.strangers.push(request.url())
      }
      const onError = (error: { error: () => unknown }) => void watch.errors.push(String(error.error()))
      context.on('request', onRequest).on('weberror', onError)
      await use(watch)
      context.off('request', onRequest).off('weberror', onError)
      await expectQuiet(watch, context).finally(shared.clear)
    },
    { auto: true },
  ],
  page: async ({ shared, watch: _ }, use) => {
    const page = await shared.context.newPage()
    await use(page)
    await page.close() // before the watch over it ends and forgets what it kept
  },
})
