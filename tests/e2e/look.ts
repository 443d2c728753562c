import { siteMap } from '@/tests/e2e/site-map'
import { open, unfoldAll } from '@/tests/e2e/steps'
import { expect, test } from '@/tests/e2e/watched'

// The machine may be busy with a build beside this: long enough for that, and never reached otherwise.
test.describe.configure({ timeout: 60_000 })

const compared = siteMap.routes.filter(
  ({ kind, step }) => kind === 'decision' || (kind === 'part' && step === 'compare'),
)
const decisions = compared.filter(({ kind }) => kind === 'decision')

for (const route of decisions) {
  test(`${route.name}: counted and not counted people are told apart in light, dark and forced colours`, async ({
    page,
  }) => {
    await open(page, route.path)
    await unfoldAll(page)
    for (const media of [
      { colorScheme: 'light', forcedColors: 'none' },
      { colorScheme: 'dark', forcedColors: 'none' },
      { colorScheme: 'light', forcedColors: 'active' },
      { colorScheme: 'dark', forcedColors: 'active' },
    ] as const) {
      await page.emulateMedia({ ...media, reducedMotion: 'reduce' })
      const same = await page.evaluate(() =>
        [...document.querySelectorAll('.people svg')].flatMap((svg, index) => {
          const on = svg.querySelector('.on')
          const off = svg.querySelector('.off')
          const more = svg.querySelector('.more')
          const look = (shape: Element | null) => (shape ? getComputedStyle(shape).fill : null)
          const faults: string[] = []
          if (on && off && look(on) === look(off)) faults.push(`${index}: on and off ${look(on)}`)
          if (more && off && look(more) === look(off)) faults.push(`${index}: more and off ${look(more)}`)
          return faults
        }),
      )
      expect(same, JSON.stringify(media)).toEqual([])
      expect(await page.locator('.people svg').count()).toBeGreaterThan(0)
    }
  })
}

test('every picture has as many people as the number over it says, and all of its 100 or 1,000', async ({
  page,
}) => {
  test.setTimeout(180_000)
  let pictures = 0
  for (const route of compared) {
    await open(page, route.path)
    const { drawn, wrong } = await page.evaluate(() => {
      // What is drawn, not what was meant: every run is followed to its shape, and the heads in it are counted.
      const inRun = (use: Element) => {
        const shape = document.querySelector(use.getAttribute('href') ?? '')
        return shape?.getAttribute('d')?.match(/[Mm][^Mm]*?a2\.75/g)?.length ?? Number.NaN
      }
      const count = (svg: Element, states: string) =>
        [...svg.querySelectorAll(`:is(${states}) use`)].reduce((sum, use) => sum + inRun(use), 0)
      const all = [...document.querySelectorAll('.arm:has(.people)')]
      return {
        drawn: all.length,
        wrong: all.flatMap((arm) => {
          const said = arm.querySelector('.big')?.textContent?.replaceAll(',', '') ?? ''
          const [number = Number.NaN, per = Number.NaN] = said.match(/\d+/g)?.map(Number) ?? []
          const svg = arm.querySelector('.people svg')
          const [on, everyone] = svg ? [count(svg, '.on, .more'), count(svg, '.on, .more, .off')] : []
          return on === number && everyone === per ? [] : [`${said}: ${on} of ${everyone}`]
        }),
      }
    })
    expect(wrong, route.path).toEqual([])
    pictures += drawn
  }
  expect(pictures).toBeGreaterThan(100)
})

const pictured = siteMap.routes.filter(({ kind, step }) => kind === 'decision' || step === 'stemCells')

for (const { name, path, kind } of pictured)
  test(`${name}: in forced colours every line, dot and bar of the pictures stands out from the page`, async ({
    page,
  }) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, forcedColors: 'active' })
      await open(page, path)
      await unfoldAll(page)
      const { shapes, lost } = await page.evaluate(() => {
        const ground = getComputedStyle(document.body).backgroundColor
        const all = [
          ...document.querySelectorAll(
            '.people :is(use, .tile), .bars rect, .range :is(path, circle), .forest :is(path, circle)',
          ),
        ]
        const isLost = (shape: Element) => {
          const { fill, stroke } = getComputedStyle(shape)
          return [fill, stroke].every(
            (paint) => paint === 'none' || paint === ground || /^rgba\(.*, 0\)$/.test(paint),
          )
        }
        return {
          shapes: all.length,
          lost: all
            .filter(isLost)
            .map(
              (shape) =>
                `${shape.parentElement?.closest('div, span')?.className} .${shape.getAttribute('class')}`,
            ),
        }
      })
      expect([...new Set(lost)], colorScheme).toEqual([])
      if (kind !== 'part') expect(shapes).toBeGreaterThan(2)
    }
  })

test('with reduced motion nothing on a page moves', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  for (const route of siteMap.routes.filter(({ kind }) => kind === 'step')) {
    await open(page, route.path)
    const moving = await page.evaluate(() =>
      [...document.querySelectorAll('*')].flatMap((element) =>
        [null, '::before', '::after'].flatMap((pseudo) => {
          const style = getComputedStyle(element, pseudo)
          const isStill =
            style.animationName === 'none' &&
            style.transitionDuration.split(', ').every((time) => time === '0s')
          return isStill ? [] : [`${element.tagName.toLowerCase()}${pseudo ?? ''}`]
        }),
      ),
    )
    expect([...new Set(moving)], route.path).toEqual([])
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior)).toBe('auto')
  }
})
