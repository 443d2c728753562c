import zlib from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inflate, store } from '@/lib/packets/inflate'

const cap = 100_000
const texts = fc.oneof(
  fc.uint8Array({ maxLength: 3000 }),
  fc.string({ maxLength: 2000 }).map((text) => new TextEncoder().encode(text)),
  fc
    .tuple(fc.string({ minLength: 1, maxLength: 20 }), fc.nat(400))
    .map(([text, times]) => new TextEncoder().encode(text.repeat(times))),
)

describe('unpacking', () => {
  it('gives back what zlib packed, at every level and strategy', () => {
    fc.assert(
      fc.property(
        texts,
        fc.integer({ min: 0, max: 9 }),
        fc.constantFrom(
          zlib.constants.Z_DEFAULT_STRATEGY,
          zlib.constants.Z_FIXED,
          zlib.constants.Z_HUFFMAN_ONLY,
          zlib.constants.Z_RLE,
        ),
        (bytes, level, strategy) => {
          const result = inflate(zlib.deflateRawSync(bytes, { level, strategy }), cap)
          expect(result.ok && Buffer.compare(result.bytes, bytes)).toBe(0)
        },
      ),
      { numRuns: 600 },
    )
  })

  it('gives back what was only stored, and zlib reads that too', () => {
    fc.assert(
      fc.property(texts, (bytes) => {
        const result = inflate(store(bytes), cap)
        expect(result.ok && Buffer.compare(result.bytes, bytes)).toBe(0)
        expect(Buffer.compare(zlib.inflateRawSync(store(bytes)), bytes)).toBe(0)
      }),
      { numRuns: 100 },
    )
  })

  it('takes and refuses the same noise as zlib, and never more than the cap', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 200 }), (noise) => {
        const ours = inflate(noise, cap)
        let theirs: Buffer | null = null
        try {
          const { buffer, engine } = zlib.inflateRawSync(noise, {
            info: true,
            maxOutputLength: cap,
          }) as unknown as { buffer: Buffer; engine: { bytesWritten: number } }
          theirs = engine.bytesWritten === noise.length ? buffer : null
        } catch {
          theirs = null
        }
        // zlib is stricter about codes that are not whole; it never reads other bytes than we do.
        if (theirs) expect(ours.ok && Buffer.compare(ours.bytes, theirs)).toBe(0)
        if (!ours.ok) expect(theirs).toBeNull()
      }),
      { numRuns: 3000 },
    )
  })

  it('refuses bytes behind the data', () => {
    const packed = zlib.deflateRawSync('hello')
    expect(inflate(Buffer.concat([packed, Buffer.from([0])]), cap)).toEqual({ ok: false, why: 'broken' })
  })

  it('stops at the cap, also where one copy would pass it', () => {
    const packed = zlib.deflateRawSync(Buffer.alloc(1000))
    expect(inflate(packed, 999)).toEqual({ ok: false, why: 'too-large' })
    expect(inflate(packed, 1000).ok).toBe(true)
  })
})
