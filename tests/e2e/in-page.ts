import type { Page } from '@playwright/test'

/**
 * Runs a long script of ours in a page, such as axe or a screen reader. Handed over by the browser's own debugger, so our policy
 * against inline script stays on; as a script and not through `page.evaluate`, which has it read anew by `eval` on every page.
 * @throws what the script throws
 */
export async function runScript(page: Page, expression: string): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const { exceptionDetails } = await session.send('Runtime.evaluate', { expression: `${expression}\n;0` })
  await session.detach()
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
}
