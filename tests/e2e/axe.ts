import type { Page } from '@playwright/test'
import axe, { type AxeResults } from 'axe-core'
import { withSheet } from '@/tests/e2e/room'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa']

/** Breaches of WCAG 2.0, 2.1 and 2.2, level A and AA, one line each: rule, place, what to do. */
export async function axeViolations(page: Page): Promise<string[]> {
  const isThere = await page.evaluate(() => 'axe' in window)
  if (!isThere) {
    // Handed over by the browser's own debugger: our policy against inline script stays on.
    await page.evaluate(axe.source)
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
