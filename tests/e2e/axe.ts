import fs from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import type { AxeResults } from 'axe-core'
import { runScript } from '@/tests/e2e/in-page'
import { withSheet } from '@/tests/e2e/room'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa']

let read: string | undefined

/** The same rules in a third of the letters of `axe.source`. */
const script = () =>
  (read ??= fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'))

/** Breaches of WCAG 2.0, 2.1 and 2.2, level A and AA, one line each: rule, place, what to do. */
export async function axeViolations(page: Page): Promise<string[]> {
  // A heading can be found before the page's styles have come; without them every target is too small.
  await page.waitForFunction(() =>
    [...document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')].every(
      ({ sheet }) => sheet !== null,
    ),
  )
  const isThere = await page.evaluate(() => 'axe' in window)
  if (!isThere) {
    await runScript(page, script())
    // axe measures the whole page at once; what the browser has not laid out yet is nowhere.
    await withSheet(page, '* { content-visibility: visible !important }')
  }
  const violations = await page.evaluate(async (values) => {
    const { axe } = window as unknown as {
      axe: { run: (options: object) => Promise<Pick<AxeResults, 'violations'>> }
    }
    return (await axe.run({ runOnly: { type: 'tag', values }, resultTypes: ['violations'] })).violations
  }, rules)
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id} at ${node.target.join(' ')}: ${node.failureSummary ?? ''}`.slice(0, 400)),
  )
}
