import { describe, expect, it } from 'vitest'
import { sureIds } from '@/lib/readiness/names'
import { readSure } from '@/lib/readiness/read-sure'

const read = (answers: Partial<Record<(typeof sureIds)[number], string>>) => readSure((id) => answers[id])
const all = { s: 'yes', u: 'yes', r: 'yes', e: 'yes' }

describe('readSure', () => {
  it('four times yes is 4 points: clear', () => {
    expect(read(all)).toBe('clear')
  })

  it.each(sureIds)('a no to %s alone is 3 points: not clear', (id) => {
    expect(read({ ...all, [id]: 'no' })).toBe('unclear')
  })

  it('four times no is 0 points, not "unanswered"', () => {
    expect(read({ s: 'no', u: 'no', r: 'no', e: 'no' })).toBe('unclear')
  })

  it.each(sureIds)('without an answer to %s, or with an empty one, there is no score', (id) => {
    expect(read({ ...all, [id]: undefined })).toBe('unfinished')
    expect(read({ ...all, [id]: '' })).toBe('unfinished')
    expect(read({ [id]: 'no' })).toBe('unfinished')
  })

  it('without any answer nothing is said', () => {
    expect(read({})).toBe('nothing')
  })
})
