import type { Page, TestInfo } from '@playwright/test'

/**
 * Counts what a person presses with a finger or a mouse on the pages of this tab: links, buttons, boxes, and each field
 * that is pressed to write in it. Typing is no press. Call it before the first page is opened.
 * @returns the presses so far
 */
export async function countPresses(page: Page): Promise<() => number> {
  let presses = 0
  await page.exposeFunction('lanternTestPressed', () => void (presses += 1))
  await page.addInitScript(() =>
    addEventListener(
      'pointerdown',
      () => (window as unknown as { lanternTestPressed: () => void }).lanternTestPressed(),
      { capture: true },
    ),
  )
  return () => presses
}

/** Writes seconds and presses of a job into the report of the run. The seconds are a figure for a note; nothing rests on them. */
export function tellJob(info: TestInfo, job: string, presses: number, since: number): void {
  const seconds = ((performance.now() - since) / 1000).toFixed(1)
  info.annotations.push({ type: 'job', description: `${job}: ${presses} presses, ${seconds} s` })
  console.log(`${job}: ${presses} presses, ${seconds} s`)
}
