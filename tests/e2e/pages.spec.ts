/** Each page of the site is opened once, and all that every page must keep is looked at there. */
import { budgetOf } from '@/tests/bench/journey-budgets'
import { axeViolations } from '@/tests/e2e/axe'
import { exportedPages, listenTo, nothingHeard } from '@/tests/e2e/heard'
import { lostInForcedColours, miscountedDots, miscountedPeople, moving, sameLooks } from '@/tests/e2e/look'
import { numbersOf, storedFigures, tellsFigures } from '@/tests/e2e/numbers'
import { expect, oneProcess, test } from '@/tests/e2e/one-context'
import { cutsOff, doubleText, heightOf, spaceText, sticksOut } from '@/tests/e2e/room'
import { onePerLook, siteMap } from '@/tests/e2e/site-map'
import { spokenFaults } from '@/tests/e2e/spoken'
import { openRoute, unfoldAll } from '@/tests/e2e/steps'
import { tooSmall } from '@/tests/e2e/touch'

// The machine may be busy with a build beside this: long enough for that, and never reached otherwise.
test.describe.configure({ timeout: 120_000 })
test.use(oneProcess)

let stored: Map<string, Set<string>>
test.beforeAll(async () => {
  stored = await storedFigures()
})

for (const route of siteMap.routes) {
  test(`${route.name}: asks nobody but Lantern, sets no cookie, breaks nothing; room, touch, numbers, spoken words, colours, axe`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 390, height: 844 })
    await page.emulateMedia({ colorScheme: 'light' })
    const isExported = route.kind !== 'posted' && exportedPages.includes(route.path)
    const heard = isExported ? await listenTo(page) : null
    await openRoute(page, route)

    const budget = route.kind === 'posted' ? undefined : budgetOf(route.path)
    if (budget)
      await test.step('takes no more screens of a phone than its kind may, with its parts closed', async () => {
        const height = await heightOf(page)
        expect.soft(height / 844, budget.kind).toBeLessThanOrEqual(budget.screens)
      })
    await page.setViewportSize({ width: 320, height: 640 })

    await test.step('fits 320 px', async () => {
      expect.soft(await sticksOut(page), '320 px').toEqual([])
      await unfoldAll(page)
      expect.soft(await sticksOut(page), '320 px, all parts open').toEqual([])
      expect.soft(await cutsOff(page), '320 px, all parts open').toEqual([])
    })

    await test.step('keeps all its text when lines, letters and words are set apart (WCAG 1.4.12)', async () => {
      const asItWas = await spaceText(page)
      for (const [width, height] of [
        [320, 640],
        [1280, 800],
      ] as const) {
        await page.setViewportSize({ width, height })
        expect.soft(await sticksOut(page), `${width} px, text apart`).toEqual([])
        expect.soft(await cutsOff(page), `${width} px, text apart`).toEqual([])
      }
      await asItWas()
    })

    await test.step('fits with text twice as large (WCAG 1.4.4)', async () => {
      const asItWas = await doubleText(page)
      for (const width of [1280, 640]) {
        await page.setViewportSize({ width, height: 800 })
        expect.soft(await sticksOut(page), `text 200 % at ${width} px`).toEqual([])
      }
      await asItWas()
    })

    await test.step('answers are at least 44 px to touch, everything else 24 px or stands apart', async () => {
      await page.setViewportSize({ width: 390, height: 844 })
      expect.soft(await tooSmall(page)).toEqual([])
    })

    await page.setViewportSize({ width: 1280, height: 720 })

    if (tellsFigures(route))
      await test.step('every number comes from a stored figure with a source', async () => {
        const { shown, traced, untraced, figures } = await numbersOf(page)
        expect.soft([...new Set(untraced)]).toEqual([])
        expect.soft(traced).toBe(shown)
        const unknown = figures.filter((figure) => {
          const [kind = '', id = ''] = figure.split(':')
          return !stored.get(kind)?.has(id)
        })
        expect.soft(unknown).toEqual([])
        if (route.kind === 'decision') expect.soft(figures.length).toBeGreaterThan(5)
      })

    await test.step('every picture, link and button has words, and no line is read twice in a row', async () => {
      expect.soft(await spokenFaults(page)).toEqual({ nameless: [], code: [], doubled: [], twice: [] })
    })

    // By now the page has long been still: asked at once, each page would wait half a second for that.
    if (heard)
      await test.step('the browser refuses nothing and complains about nothing', async () => {
        expect.soft(await heard()).toEqual(nothingHeard)
      })

    await test.step('no axe violation in light', async () => {
      expect.soft(await axeViolations(page)).toEqual([])
    })

    if (route.step === 'compare' || route.step === 'stemCells')
      await test.step('people and pictures are counted right and told apart in every colour', async () => {
        if (route.step === 'compare') expect.soft(await miscountedPeople(page)).toEqual([])
        if (route.kind === 'decision') expect.soft(await miscountedDots(page)).toEqual([])
        for (const colorScheme of ['light', 'dark'] as const)
          for (const forcedColors of ['none', 'active'] as const) {
            await page.emulateMedia({ colorScheme, forcedColors })
            const name = `${colorScheme}, forced colours ${forcedColors}`
            expect.soft(await sameLooks(page), name).toEqual([])
            if (forcedColors === 'active') expect.soft(await lostInForcedColours(page), name).toEqual([])
          }
        if (route.kind === 'decision') expect.soft(await page.locator('svg.dots').count()).toBeGreaterThan(5)
      })

    if (onePerLook.includes(route))
      await test.step('no axe violation in dark and forced colours, and nothing moves for who asked for that', async () => {
        await page.emulateMedia({ colorScheme: 'dark', forcedColors: 'none', reducedMotion: 'reduce' })
        expect.soft(await axeViolations(page), 'dark').toEqual([])
        expect.soft(await moving(page), 'reduced motion').toEqual([])
        await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' })
        expect.soft(await axeViolations(page), 'forced colours').toEqual([])
      })
  })
}
