import zlib from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { readLogo } from '@/lib/clinics/logo'
import { remakePng } from '@/lib/server/start/remake-png'
import { chunk, header, pngOf } from '@/tests/png'

const begin = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const end = chunk('IEND', Buffer.alloc(0))
const dots = (data: Buffer) => chunk('IDAT', zlib.deflateSync(data, { level: 9 }))
const made = (...parts: Buffer[]) => remakePng(Buffer.concat([begin, ...parts, end]))

describe('a PNG that is made anew', () => {
  it('is a picture that is taken again, the same each time, with nothing behind its packed dots', () => {
    const rows = Buffer.from([0, 1, 2, 3, 4, 1, 9, 9, 9, 9])
    const hidden = Buffer.concat([zlib.deflateSync(rows), Buffer.from('a name, and a place')])
    const clean = made(header(1, 2, 8, 6), chunk('IDAT', zlib.deflateSync(rows)))
    expect(clean).not.toBeNull()
    expect(made(header(1, 2, 8, 6), chunk('IDAT', hidden))).toEqual(clean)
    expect(readLogo('a.png', clean ?? Buffer.alloc(0)).ok).toBe(true)
    expect(remakePng(clean ?? Buffer.alloc(0))).toEqual(clean)
  })

  it('has its dots in one part, with sums that fit, whatever they were', () => {
    const packed = zlib.deflateSync(Buffer.from([0, 7, 0, 8]))
    const wrongSum = chunk('IDAT', packed.subarray(0, 3))
    wrongSum.fill(0, wrongSum.length - 4)
    const clean = made(header(1, 2, 8, 0), wrongSum, chunk('IDAT', packed.subarray(3)))
    expect(clean).toEqual(Buffer.concat([begin, header(1, 2, 8, 0), dots(Buffer.from([0, 7, 0, 8])), end]))
  })

  it('may have a palette, and may be interlaced: 3 by 3 dots stand in seven passes', () => {
    const palette = chunk('PLTE', Buffer.from([0, 0, 0, 255, 255, 255]))
    expect(made(header(8, 1, 1, 3), palette, dots(Buffer.from([0, 0b10101010])))).not.toBeNull()
    // Rows of 1, 1, 2, 1, 1 and 3 dots, each behind its filter; two passes have none.
    const passes = Buffer.from([0, 1, 0, 1, 0, 1, 1, 0, 1, 0, 1, 0, 1, 1, 1])
    expect(made(header(3, 3, 8, 0, 1), dots(passes))).not.toBeNull()
  })

  it.each([
    ['whose dots are cut off', made(header(1, 2, 8, 0), dots(Buffer.from([0, 7])))],
    ['with more dots than it says', made(header(1, 1, 8, 0), dots(Buffer.from([0, 7, 0])))],
    ['whose dots are not packed', made(header(1, 1, 8, 0), chunk('IDAT', Buffer.from([0, 7])))],
    ['with a filter that is none', made(header(1, 1, 8, 0), dots(Buffer.from([5, 7])))],
    ['of a colour type that is none', made(header(1, 1, 8, 5), dots(Buffer.from([0, 7])))],
    ['with a palette of nothing', made(header(1, 1, 8, 3), dots(Buffer.from([0, 7])))],
  ])('%s is refused', (_what, bytes) => expect(bytes).toBeNull())

  it('that unpacks to more than it says is not unpacked', () => {
    const bomb = zlib.deflateSync(Buffer.alloc(50_000_000))
    const before = performance.now()
    expect(made(header(1, 1, 8, 0), chunk('IDAT', bomb))).toBeNull()
    expect(performance.now() - before).toBeLessThan(1000)
  })

  it('of the tests is one', () => expect(remakePng(pngOf(20, 10))).not.toBeNull())
})
