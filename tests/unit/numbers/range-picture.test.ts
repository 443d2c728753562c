import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { differencePicture, peopleRangePicture, ratioPicture } from '@/lib/numbers/range-picture'

describe('the line of people', () => {
  it('0, 50 and 100 stand at the start, the middle and the end', () => {
    const { ticks, axis } = peopleRangePicture([{ value: 64, low: 60, high: 68 }])
    expect(ticks).toEqual([
      { value: 0, x: axis.startX },
      { value: 50, x: (axis.startX + axis.endX) / 2 },
      { value: 100, x: axis.endX },
    ])
  })

  it('mirrored, 0 stands at the right', () => {
    const { ticks, axis } = peopleRangePicture([{ value: 10 }], 100, true)
    expect(ticks[0]).toEqual({ value: 0, x: axis.endX })
  })

  it('two rows make the 340 by 90 picture of the leaflet; no rows still draw a line', () => {
    expect(peopleRangePicture([{ value: 1 }, { value: 2 }]).viewBox).toBe('0 0 340 90')
    expect(peopleRangePicture([]).height).toBeGreaterThan(0)
  })

  it('a figure without a range has a dot and no ends', () => {
    expect(peopleRangePicture([{ value: 30 }]).rows[0]).toMatchObject({ lowX: null, highX: null })
  })

  it.each([[{ value: 101 }], [{ value: 5, low: -1 }], [{ value: 5, low: 6 }], [{ value: Number.NaN }]])(
    '%o is refused',
    (row) => {
      expect(() => peopleRangePicture([row])).toThrow(RangeError)
    },
  )

  it('keeps low, value and high in order, on the line', () => {
    fc.assert(
      fc.property(fc.tuple(fc.nat(100), fc.nat(100), fc.nat(100)), (three) => {
        const [low = 0, value = 0, high = 0] = [...three].sort((a, b) => a - b)
        const { rows, axis } = peopleRangePicture([{ value, low, high }])
        const row = rows[0]
        if (!row || row.lowX === null || row.highX === null) throw new Error('a row was lost')
        expect(
          axis.startX <= row.lowX &&
            row.lowX <= row.valueX &&
            row.valueX <= row.highX &&
            row.highX <= axis.endX,
        ).toBe(true)
      }),
    )
  })
})

describe('the line of ratios', () => {
  it('1, no difference, stands in the middle; 0.5 and 2 lie equally far from it', () => {
    const { noDifferenceX, axis, rows } = ratioPicture([{ value: 0.5 }, { value: 2 }])
    expect(noDifferenceX).toBe((axis.startX + axis.endX) / 2)
    expect(rows[0]?.valueX).toBe(axis.startX)
    expect(rows[1]?.valueX).toBe(axis.endX)
  })

  it.each([
    [{ value: 0.8, low: 0.73, high: 0.87 }, [0.5, 1, 2]],
    [{ value: 0.4, low: 0.3, high: 0.6 }, [0.2, 0.5, 1, 2, 5]],
    [{ value: 6, low: 3, high: 9 }, [0.1, 0.2, 0.5, 1, 2, 5, 10]],
  ])('%o is drawn on ticks %o', (row, ticks) => {
    expect(ratioPicture([row]).ticks.map(({ value }) => value)).toEqual(ticks)
  })

  it('an end of 40 is cut at 10 and marked', () => {
    const { rows, axis } = ratioPicture([{ value: 6, low: 1.2, high: 40 }])
    expect(rows[0]).toMatchObject({ highX: axis.endX, isHighCut: true, isLowCut: false })
  })

  it('a ratio of 0 is refused', () => {
    expect(() => ratioPicture([{ value: 0.5, low: 0 }])).toThrow(RangeError)
  })

  it('shows a range across the line of no difference exactly when it holds 1', () => {
    const ratio = fc.integer({ min: 11, max: 900 }).map((hundredths) => hundredths / 100)
    fc.assert(
      fc.property(fc.tuple(ratio, ratio, ratio), (three) => {
        const [low = 1, value = 1, high = 1] = [...three].sort((a, b) => a - b)
        const { rows, noDifferenceX } = ratioPicture([{ value, low, high }])
        const row = rows[0]
        if (!row || row.lowX === null || row.highX === null || noDifferenceX === null)
          throw new Error('a row was lost')
        expect(row.lowX <= noDifferenceX && noDifferenceX <= row.highX).toBe(low <= 1 && high >= 1)
      }),
    )
  })
})

describe('the line of differences', () => {
  it.each([
    [{ value: 3.2, low: -1, high: 7 }, [-10, -5, 0, 5, 10]],
    [{ value: 0.3, low: 0.1, high: 0.5 }, [-0.5, -0.25, 0, 0.25, 0.5]],
    [{ value: 0 }, [-1, -0.5, 0, 0.5, 1]],
    [{ value: -120 }, [-200, -100, 0, 100, 200]],
  ])('%o is drawn on ticks %o, with 0 in the middle', (row, ticks) => {
    const picture = differencePicture([row])
    expect(picture.ticks.map(({ value }) => value)).toEqual(ticks)
    expect(picture.noDifferenceX).toBe((picture.axis.startX + picture.axis.endX) / 2)
  })

  it('never cuts a range', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e4, max: 1e4, noNaN: true }), (value) => {
        expect(differencePicture([{ value }]).rows[0]).toMatchObject({ isLowCut: false, isHighCut: false })
      }),
    )
  })
})
