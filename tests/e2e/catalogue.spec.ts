/** The examples of every component (`npm run catalogue`), looked at as pages are: axe, room, touch, pictures. */
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { axeViolations } from '@/tests/e2e/axe'
import { lostInForcedColours, miscountedPeople, sameLooks } from '@/tests/e2e/look'
import { cutsOff, doubleText, spaceText, sticksOut } from '@/tests/e2e/room'
import { tooSmall } from '@/tests/e2e/touch'
import { expect, test } from '@/tests/e2e/watched'

// A page of all examples is longer than any page of the site, and axe measures every one of them.
test.describe.configure({ timeout: 180_000 })

/** Written once, in a process of its own: the test runner would read JSX in its own way. */
let html = ''
test.beforeAll(({}, info) => {
  const file = path.join(info.project.outputDir, `catalogue-${info.workerIndex}.html`)
  execFileSync(process.execPath, ['--import', 'tsx', 'tests/catalogue.tsx', file])
  html = fs.readFileSync(file, 'utf8')
})

test.beforeEach(async ({ page, baseURL }) => {
  // At the site's own address, so that its fonts come along; every other address stays watched.
  await page.route('**/catalogue-of-examples', (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }),
  )
  await page.goto(`${baseURL ?? ''}/catalogue-of-examples`)
})

test('every state that a component is known to have is drawn, no other, and none is empty', async ({
  page,
}) => {
  const drawn = await page.locator('[data-example]').evaluateAll((all) =>
    all.map((one) => ({
      state: one.dataset.example ?? '',
      isEmpty: (one.lastElementChild?.innerHTML ?? '') === '',
    })),
  )
  // A new example, or one that goes: `npm run catalogue -- --states` writes the list, and the change is seen in it.
  const known = fs.readFileSync('tests/states.txt', 'utf8').trimEnd().split('\n')
  expect(drawn.map(({ state }) => state)).toEqual(known)
  expect(new Set(known).size).toBe(known.length)
  expect(drawn.filter(({ isEmpty }) => isEmpty)).toEqual([])
  // A component with a file of examples has one at the least, so that no file is there for nothing.
  const components = new Set(known.map((state) => state.split(': ')[0]))
  const files = fs
    .readdirSync('components', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.examples.tsx'))
  expect([...components].sort()).toEqual(files.map((file) => path.basename(file, '.examples.tsx')).sort())
})

for (const colorScheme of ['light', 'dark'] as const)
  for (const forcedColors of ['none', 'active'] as const)
    test(`axe finds nothing and pictures can be told apart: ${colorScheme}, forced colours ${forcedColors}`, async ({
      page,
    }) => {
      await page.emulateMedia({ colorScheme, forcedColors })
      expect(await axeViolations(page)).toEqual([])
      expect(await sameLooks(page)).toEqual([])
      if (forcedColors === 'active') expect(await lostInForcedColours(page)).toEqual([])
    })

test('at 320 px nothing sticks out, is cut off or is too small to touch', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 })
  expect(await sticksOut(page)).toEqual([])
  expect(await cutsOff(page)).toEqual([])
  expect(await tooSmall(page)).toEqual([])
  const close = await spaceText(page)
  expect(await sticksOut(page)).toEqual([])
  expect(await cutsOff(page)).toEqual([])
  await close()
})

test('with text twice as large nothing sticks out of a screen of 1,280 px', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 720 })
  await doubleText(page)
  expect(await sticksOut(page)).toEqual([])
  expect(await cutsOff(page)).toEqual([])
})

test('every picture draws as many people as the number over it says', async ({ page }) => {
  expect(await page.locator('.people svg').count()).toBeGreaterThan(20)
  expect(await miscountedPeople(page)).toEqual([])
})

test('a picture that is miscounted, and two that look the same, are found', async ({ page }) => {
  await page
    .locator('.arm .big')
    .first()
    .evaluate((big) => (big.textContent = '99 in 100'))
  await page
    .locator('.people svg:has(.on):has(.off)')
    .first()
    .evaluate((svg) => {
      const [on, off] = [svg.querySelector('.on'), svg.querySelector<SVGElement>('.off')]
      if (!on || !off) throw new Error('no picture with two kinds of people')
      const { fill, stroke } = getComputedStyle(on)
      Object.assign(off.style, { fill, stroke })
    })
  expect(await miscountedPeople(page)).toHaveLength(1)
  expect(await sameLooks(page)).toHaveLength(1)
})
