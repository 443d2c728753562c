import { describe, expect, it } from 'vitest'
import { dotsPicture } from '@/lib/glance/dots-picture'

const dots = (path: string) => path.match(/M[^M]*a/g)?.length ?? 0
const places = (path: string) => [...path.matchAll(/M([\d.]+) ([\d.]+)a/g)].map(([, x, y]) => `${x} ${y}`)

describe('people as dots', () => {
  it.each([
    [0, 0, 100],
    [1, 0, 100],
    [34, 7, 100],
    [100, 0, 100],
    [6, 25, 1000],
    [1000, 0, 1000],
  ] as const)('%i and %i more are %i people in all, each in a place of their own', (on, more, per) => {
    const picture = dotsPicture({ on, more }, per)
    expect([dots(picture.on), dots(picture.more), dots(picture.off)]).toEqual([on, more, per - on - more])
    expect(new Set(places(picture.on + picture.more + picture.off)).size).toBe(per)
  })

  it('fills from the first row on, with a gap after five columns and after five rows', () => {
    const all = places(dotsPicture({ on: 100 }, 100).on)
    expect(all.slice(0, 2)).toEqual(['5 1', '15 1'])
    expect(all[5]).toBe('59 1')
    expect(all[50]).toBe('5 55')
  })

  it('strikes each counted person of one group, and nobody else', () => {
    expect(dotsPicture({ on: 5 }, 100).strokes.match(/M/g)).toHaveLength(5)
    expect(dotsPicture({ on: 0 }, 100).strokes).toBe('')
  })

  it('refuses people who do not fit', () => {
    expect(() => dotsPicture({ on: 90, more: 11 }, 100)).toThrow(RangeError)
    expect(() => dotsPicture({ on: 1.5 }, 100)).toThrow(RangeError)
    expect(() => dotsPicture({ on: -1 }, 100)).toThrow(RangeError)
  })
})
