/** What a browser says of a page by itself: complaints, refused things, scripts it ran, fonts that did not come. */
import path from 'node:path'
import type { Page } from '@playwright/test'
import { readSiteList } from '@/lib/server/build/export-site'

/** Addresses of the reading pages, which were exported without scripts of the framework. */
export const exportedPages = Object.keys(readSiteList(path.join(process.cwd(), '.next'))?.pages ?? {})

/** What a page in order says: nothing. */
export const nothingHeard = { complaints: [] as string[], otherScripts: [] as string[], lostFonts: 0 }

/** Listens from before a page is opened; the answer tells what was heard until then. */
export async function listenTo(page: Page): Promise<() => Promise<typeof nothingHeard>> {
  const complaints: string[] = []
  const scripts: string[] = []
  page.on('console', (message) => {
    // These tests forbid service workers (playwright.config.ts); a slow machine gets as far as asking for one.
    const isOurDoing = message.text() === 'Service Worker registration blocked by Playwright'
    if (['warning', 'error'].includes(message.type()) && !isOurDoing) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('requestfailed', (failed) => complaints.push(`${failed.url()} failed`))
  page.on('request', (sent) => {
    if (sent.resourceType() === 'script') scripts.push(new URL(sent.url()).pathname)
  })
  await page.addInitScript(() =>
    document.addEventListener('securitypolicyviolation', (event) =>
      console.error(`refused ${event.violatedDirective} ${event.blockedURI}`),
    ),
  )
  // A worker is asked for by its plain address: our own module starts it, and it is no part of the page.
  const ours = (script: string) => script.startsWith('/assets/') || script === '/check-article-worker.js'
  return async () => {
    await page.waitForLoadState('networkidle')
    await page.locator('html.js').waitFor({ state: 'attached' }) // our own module ran
    await page.evaluate(() => document.fonts.ready)
    const lostFonts = await page.evaluate(
      () => [...document.fonts].filter((font) => font.status === 'error').length,
    )
    return { complaints, otherScripts: scripts.filter((script) => !ours(script)), lostFonts }
  }
}
