/** The rows of one option, and of a question's pictures, at the widths of a phone and of a desk. */
import { optionHref, outcomeHref } from '@/lib/journey/steps'
import { siteMap } from '@/tests/e2e/site-map'
import { expect, test } from '@/tests/e2e/watched'

/** Parts of one row that lie over each other by more than a hair, as "row: part over part". */
const overlaps = ([row, parts]: readonly [string, string]) => {
  const found: string[] = []
  for (const [at, one] of [...document.querySelectorAll(row)].entries()) {
    const boxes = [...one.querySelectorAll(parts)]
      .map((part) => ({ name: part.className, box: part.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 1 && box.height > 1)
    for (const [i, a] of boxes.entries())
      for (const b of boxes.slice(i + 1)) {
        const across = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left)
        const down = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top)
        if (across > 2 && down > 2) found.push(`${at}: ${a.name} over ${b.name}`)
      }
  }
  return found
}

for (const condition of siteMap.conditions)
  test(`${condition.id}: nothing lies over anything else`, async ({ page }) => {
    const [decision] = condition.decisions
    const [outcome] = decision?.outcomes ?? []
    const pages = [
      ...(decision?.options ?? []).map(({ id }) => optionHref('en', condition.id, id)),
      ...(decision && outcome ? [outcomeHref('en', condition.id, decision.id, outcome.id)] : []),
    ]
    expect(pages.length).toBeGreaterThan(3)
    for (const width of [390, 1280]) {
      await page.setViewportSize({ width, height: 844 })
      for (const address of pages) {
        await page.goto(address)
        const rows = await page.evaluate(overlaps, [
          '.of-one .row',
          '.who, .say, .sure, .pictures, .of, .box',
        ] as const)
        expect.soft(rows, `${address} at ${width} px`).toEqual([])
        const studies = await page.evaluate(overlaps, [
          '.shown-study',
          'h3, .named, .big, .people, .left, .shown-study > p',
        ] as const)
        expect.soft(studies, `${address} at ${width} px`).toEqual([])
      }
    }
  })
