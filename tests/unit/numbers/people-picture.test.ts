import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  peopleInRuns,
  peoplePicture,
  runLengths,
  runShape,
  type PeopleRun,
} from '@/lib/numbers/people-picture'

const starts = (path: string) =>
  [...path.matchAll(/M(-?[\d.]+) (-?[\d.]+)/g)].map((match) => ({ x: Number(match[1]), y: Number(match[2]) }))
const box = (viewBox: string) => {
  const [x = 0, y = 0, width = 0, height = 0] = viewBox.split(' ').map(Number)
  return { x, y, right: x + width, bottom: y + height }
}

const anyCounts = fc.constantFrom<100 | 1000>(100, 1000).chain((per) =>
  fc.integer({ min: 0, max: per }).chain((on) =>
    fc.record({
      per: fc.constant(per),
      on: fc.constant(on),
      more: fc.integer({ min: 0, max: per - on }),
    }),
  ),
)

describe('a picture of people', () => {
  it('64 alive, 7 more and 29 not are 100 people in three paths, with 7 tiles', () => {
    const { on, more, off, tiles } = peoplePicture({ on: 64, more: 7 })
    expect([on, more, off, tiles].map((path) => starts(path).length)).toEqual([64, 7, 29, 7])
  })

  it('nobody "on" leaves 100 people off, never an empty picture', () => {
    const { on, off } = peoplePicture({ on: 0 })
    expect([on, starts(off).length]).toEqual(['', 100])
  })

  it('100 people stand 10 by 10 and 1,000 stand 25 by 40', () => {
    const hundred = starts(peoplePicture({ on: 100 }).on)
    expect([new Set(hundred.map(({ x }) => x)).size, new Set(hundred.map(({ y }) => y)).size]).toEqual([
      10, 10,
    ])
    const thousand = starts(peoplePicture({ on: 1000 }, 1000).on)
    expect([new Set(thousand.map(({ x }) => x)).size, new Set(thousand.map(({ y }) => y)).size]).toEqual([
      25, 40,
    ])
  })

  it('a gap follows the fifth person and the fifth row', () => {
    const people = starts(peoplePicture({ on: 100 }).on)
    const xs = [...new Set(people.map(({ x }) => x))]
    const ys = [...new Set(people.map(({ y }) => y))]
    const steps = (places: number[]) =>
      places.slice(1).map((at, i) => Number((at - (places[i] ?? 0)).toFixed(2)))
    expect(steps(xs)).toEqual([13, 13, 13, 13, 17, 13, 13, 13, 13])
    expect(steps(ys)).toEqual([15.5, 15.5, 15.5, 15.5, 19.5, 15.5, 15.5, 15.5, 15.5])
  })

  it.each([
    [{ on: 101 }, 100],
    [{ on: 60, more: 41 }, 100],
    [{ on: -1 }, 100],
    [{ on: 1.5 }, 100],
  ] as const)('%o of %i is refused', (counts, per) => {
    expect(() => peoplePicture(counts, per)).toThrow(RangeError)
  })

  it('mirrored starts at the right and keeps every place', () => {
    const plain = starts(peoplePicture({ on: 100 }).on)
    const mirrored = starts(peoplePicture({ on: 100 }, 100, true).on)
    expect(mirrored[0]).toEqual(plain[9])
    expect(mirrored[9]).toEqual(plain[0])
  })
})

describe('any picture', () => {
  it('draws the whole denominator, each person in a place of their own, all inside the view', () => {
    fc.assert(
      fc.property(anyCounts, fc.boolean(), ({ per, on, more }, mirrored) => {
        const picture = peoplePicture({ on, more }, per, mirrored)
        const [a, b, c] = [picture.on, picture.more, picture.off].map(starts)
        expect([a?.length, b?.length, c?.length]).toEqual([on, more, per - on - more])
        const all = [...(a ?? []), ...(b ?? []), ...(c ?? [])]
        expect(new Set(all.map(({ x, y }) => `${x} ${y}`)).size).toBe(per)
        const view = box(picture.viewBox)
        for (const { x, y } of all) {
          expect(
            x - 5.25 >= view.x && x + 5.25 <= view.right && y - 5.5 >= view.y && y + 7.1 <= view.bottom,
          ).toBe(true)
        }
        for (const { x, y } of starts(picture.tiles)) {
          expect(x >= view.x && x + 13 <= view.right && y >= view.y && y + 15.1 <= view.bottom).toBe(true)
        }
      }),
      { numRuns: 40 },
    )
  })

  it('keeps each state together: row by row, on before more before off', () => {
    fc.assert(
      fc.property(anyCounts, ({ per, on, more }) => {
        const picture = peoplePicture({ on, more }, per)
        const all = [picture.on, picture.more, picture.off].flatMap(starts)
        const sorted = [...all].sort((p, q) => p.y - q.y || p.x - q.x)
        expect(all).toEqual(sorted)
      }),
      { numRuns: 40 },
    )
  })
})

/** Where the heads of a shape of many people begin: each person is an arc and then the shoulders. */
function heads(shape: string) {
  let pen = { x: 0, y: 0 }
  const found: { x: number; y: number }[] = []
  for (const [, letter, x, y, rest] of shape.matchAll(/([Mm])(-?[\d.]+) (-?[\d.]+)([^Mm]*)/g)) {
    pen = letter === 'M' ? { x: Number(x), y: Number(y) } : { x: pen.x + Number(x), y: pen.y + Number(y) }
    if (rest?.startsWith('a')) found.push(pen)
  }
  return found
}
const near = ({ x, y }: { x: number; y: number }) => `${x.toFixed(2)} ${y.toFixed(2)}`

describe('a picture put together from shapes that the page draws once', () => {
  it('the shape of a run holds as many people as it says', () => {
    for (const count of runLengths) expect(heads(runShape(count))).toHaveLength(count)
  })

  it('has the same people in the same places as the picture drawn one by one', () => {
    const people = (runs: readonly PeopleRun[]) =>
      runs.flatMap(({ x, y, count }) =>
        heads(runShape(count)).map((head) => near({ x: x + head.x, y: y + head.y })),
      )
    fc.assert(
      fc.property(anyCounts, ({ per, on, more }) => {
        const whole = peoplePicture({ on, more }, per)
        const inRuns = peopleInRuns({ on, more }, per)
        for (const state of ['on', 'more', 'off'] as const)
          expect(people(inRuns[state])).toEqual(starts(whole[state]).map(near))
        expect(starts(inRuns.tiles)).toHaveLength(more)
        const lengths = [...inRuns.on, ...inRuns.more, ...inRuns.off].map(({ count }) => count)
        expect(lengths.filter((count) => !runLengths.some((known) => known === count))).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  it('64 of 100 are six rows of ten and four people', () => {
    expect(peopleInRuns({ on: 64 }).on.map(({ count }) => count)).toEqual([10, 10, 10, 10, 10, 10, 4])
  })
})
