import type { ChildProcess } from 'node:child_process'
import { expect as shortly, test, type Page } from '@playwright/test'
import { words } from '@/lib/desk/desk-words'
import { freePort } from '@/lib/server/process/free-port'
import { axeViolations } from '@/tests/e2e/axe'
import { makeDeskFolder, startDesk, stopDesk } from '@/tests/e2e/desk-process'

/**
 * The desk with its live page: the project's own `npm run dev` on a copy of the content, framed beside the words. It starts
 * once here, in a minute or two; what the desk itself does is in desk.spec.ts. Names of people are made up.
 */
test.describe.configure({ mode: 'serial', timeout: 300_000 })
const expect = shortly.configure({ timeout: 180_000 })

const { env, fill, remove } = makeDeskFolder('desk-preview')
let desk: ChildProcess
let home = ''

test.beforeAll(async () => {
  fill()
  const started = startDesk([], {
    ...env,
    LANTERN_DESK_PORT: String(await freePort()),
  })
  desk = started.desk
  home = await started.opened
})
test.afterAll(async () => {
  await stopDesk(desk)
  remove()
})

const live = (page: Page) => page.frameLocator(`iframe[title="${words.preview}"]`)

test('the live page stands beside the words, follows what is saved, and gives the keyboard back', async ({
  page,
}) => {
  const refused: string[] = []
  page.on('console', (message) => {
    if (/Refused to|violates the following/.test(message.text())) refused.push(message.text())
  })
  await page.goto(`${home}part?id=${encodeURIComponent('heart-failure/options/bypass')}`)
  await expect(page.getByText(words.previewStates.ready)).toBeVisible()
  await expect(live(page).getByRole('heading', { level: 1 })).toHaveText('Bypass surgery')
  expect(await axeViolations(page)).toEqual([])

  // By keyboard: the width, the way out of the frame, and the words again.
  const wide = page.getByRole('button', { name: words.previewWide })
  await wide.focus()
  await page.keyboard.press('Enter')
  await expect(wide).toHaveAttribute('aria-pressed', 'true')

  const box = page.getByLabel(words.labels.short ?? '', { exact: false }).first()
  await box.focus()
  await page.keyboard.press('Control+a')
  await page.keyboard.insertText('A made-up sentence for this test.')
  await page.getByLabel(words.yourName).focus()
  await page.keyboard.insertText('A. Sample')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Saved. The patch', { exact: false })).toBeVisible()
  await expect(live(page).getByText('A made-up sentence for this test.').first()).toBeVisible()
  await expect(page.getByText(words.previewStates.ready)).toBeVisible()
  // No script runs in it, and the desk's own policy lets it in.
  expect(refused.filter((text) => !/script/i.test(text))).toEqual([])
})
