import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { peoplePicture } from '@/lib/numbers/people-picture'
import { shortPath } from '@/lib/numbers/short-path'

/** Where every part of a drawing begins, by walking it as a browser does. */
function partsOf(path: string): string[] {
  let at = { x: 0, y: 0 }
  return [...path.matchAll(/([Mm])(-?[\d.]+) (-?[\d.]+)/g)].map(([, kind, x, y]) => {
    const step = { x: Number(x), y: Number(y) }
    at = kind === 'M' ? step : { x: at.x + step.x, y: at.y + step.y }
    return `${at.x.toFixed(2)} ${at.y.toFixed(2)}`
  })
}

describe('a drawing placed from shape to shape', () => {
  it('writes the second shape from the first', () => {
    expect(shortPath('M5 5h1v1zM18 5h1v1z')).toBe('M5 5h1v1zm13 0h1v1z')
  })

  it('has every person, head and shoulders, in the same place', () => {
    fc.assert(
      fc.property(fc.constantFrom<100 | 1000>(100, 1000), fc.nat(60), fc.nat(40), (per, on, more) => {
        const picture = peoplePicture({ on, more }, per)
        for (const path of [picture.on, picture.more, picture.off, picture.tiles])
          expect(partsOf(shortPath(path))).toEqual(partsOf(path))
      }),
      { numRuns: 30 },
    )
  })
})
