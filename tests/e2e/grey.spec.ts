import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { siteMap } from '@/tests/e2e/site-map'
import { open } from '@/tests/e2e/steps'
import { expect, test } from '@/tests/e2e/watched'

// The machine may be busy with a build beside this: long enough for that, and never reached otherwise.
test.describe.configure({ timeout: 60_000 })

/** WCAG 1.4.11 asks for this between a picture and what is beside it. Paper has no setting to raise it later. */
const leastRatio = 3

const light = (grey: number) => {
  const part = grey / 255
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
}
const ratio = (a: number, b: number) =>
  (Math.max(light(a), light(b)) + 0.05) / (Math.min(light(a), light(b)) + 0.05)

/** A page of a PDF as grey values, by poppler (PGM: a line of sizes, then a byte for each dot); null without it. */
function greyPage(
  file: string,
): { width: number; height: number; at: (x: number, y: number) => number } | null {
  const made = spawnSync('pdftoppm', ['-gray', '-r', '300', '-f', '1', '-l', '1', file], {
    maxBuffer: 64 * 2 ** 20,
  })
  if (made.status !== 0) return null
  const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(made.stdout.subarray(0, 40).toString('latin1'))
  if (!head) throw new Error('pdftoppm wrote something else than PGM.')
  const [start, width, height] = [head[0].length, Number(head[1]), Number(head[2])]
  return { width, height, at: (x, y) => made.stdout[start + y * width + x] ?? 255 }
}

for (const condition of siteMap.conditions) {
  test(`${condition.id}: on grey paper counted and other people differ by a ratio of ${leastRatio} or more`, async ({
    page,
  }, info) => {
    const route = siteMap.routes.find(
      ({ kind, conditionId }) => kind === 'decision' && conditionId === condition.id,
    )
    await open(page, route?.path ?? '')
    // One picture alone on the sheet, with the classes that colour it, so that its place is found by its ink.
    for (const counts of ['bad', 'good']) {
      const found = await page.evaluate((side) => {
        const pictures = [...document.querySelectorAll(`.counts-${side} .people`)]
        const picture = pictures.find(
          (people) =>
            people.querySelector('.on') && people.querySelector('.off') && !people.querySelector('.more'),
        )
        if (!picture) return false
        const arm = document.createElement('div')
        arm.className = `arm counts-${side}`
        // Every picture points at shapes that the first one of the page brings.
        const shapes = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
        shapes.append(...[...document.querySelectorAll('.people defs')].map((defs) => defs.cloneNode(true)))
        shapes.style.display = 'none'
        arm.append(picture.cloneNode(true))
        if (!arm.querySelector('defs')) arm.append(shapes)
        document.body.replaceChildren(arm)
        return true
      }, counts)
      if (!found) continue
      fs.mkdirSync(info.outputDir, { recursive: true })
      const file = info.outputPath(`${counts}.pdf`)
      await page.pdf({ path: file, format: 'A4' })
      const grey = greyPage(file)
      test.skip(grey === null, 'needs pdftoppm (poppler-utils)')
      if (!grey) return
      // The page number stands in the foot: the upper half holds the picture alone.
      let [left, right, top, bottom] = [grey.width, 0, grey.height, 0]
      for (let y = 0; y < grey.height / 2; y += 1)
        for (let x = 0; x < grey.width; x += 1)
          if (grey.at(x, y) < 250)
            [left, right, top, bottom] = [
              Math.min(left, x),
              Math.max(right, x),
              Math.min(top, y),
              Math.max(bottom, y),
            ]
      // In the middle of the shoulders of the first person and of the last one.
      const unit = (right - left) / 131
      const counted = grey.at(Math.round(left + 5.25 * unit), Math.round(top + 10 * unit))
      const other = grey.at(Math.round(right - 5.25 * unit), Math.round(bottom - 2.5 * unit))
      console.log(
        `${condition.id}, ${counts}: grey ${counted} and ${other}, ratio ${ratio(counted, other).toFixed(1)}`,
      )
      expect(ratio(counted, other)).toBeGreaterThanOrEqual(leastRatio)
      expect(ratio(counted, 255), 'against the paper').toBeGreaterThanOrEqual(leastRatio)
      await open(page, route?.path ?? '')
    }
  })
}
