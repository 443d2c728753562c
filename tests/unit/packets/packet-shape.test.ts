import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeClinicKey } from '@/lib/commands/make-clinic-key'
import { isPacketOnTheWay, isPrivateClinicKey } from '@/lib/packets/packet-shape'
import { PacketOnTheWay, PrivateClinicKey } from '@/lib/packets/schema'

const good = { l: 'en', c: 'heart-failure', s: null, d: 'advanced', o: ['medicines'], n: '', t: '2026-11-21' }
const text = fc.oneof(
  fc.constantFrom(
    'en',
    'heart-failure',
    'a',
    '-a',
    'a--b',
    'A',
    '2026-11-21',
    '2026-1-1',
    'a'.repeat(65),
    '',
  ),
  fc.string({ maxLength: 6 }),
)
const anything = fc.oneof(
  text,
  fc.array(text, { maxLength: 3 }),
  fc.constant(null),
  fc.integer(),
  fc.boolean(),
)

describe('the shape checked on the phone', () => {
  it('takes and refuses the same as the schema', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('l', 'c', 's', 'd', 'o', 'n', 't', 'x', '__proto__'), anything, {
          maxKeys: 2,
        }),
        fc.constantFrom('l', 'c', 's', 'd', 'o', 'n', 't', ''),
        (over, without) => {
          const value: Record<string, unknown> = { ...good, ...over }
          delete value[without]
          expect(isPacketOnTheWay(value)).toBe(PacketOnTheWay.safeParse(value).success)
        },
      ),
      { numRuns: 5000 },
    )
  })

  it.each([
    null,
    undefined,
    7,
    'text',
    [],
    [good],
    {},
    { ...good, o: Array.from({ length: 25 }, (_, n) => `a${n}`) },
  ])('refuses what is no packet: %j', (value) => {
    expect(isPacketOnTheWay(value)).toBe(false)
    expect(PacketOnTheWay.safeParse(value).success).toBe(false)
  })

  it('takes a good one', () => {
    expect(isPacketOnTheWay(good)).toBe(true)
  })
})

describe('a key file', () => {
  it('is taken and refused as by the schema', async () => {
    const { secret, open } = await makeClinicKey('Clinic A')
    expect(isPrivateClinicKey(secret)).toBe(true)
    const others = [
      open,
      null,
      [],
      {},
      { ...secret, more: 1 },
      { ...secret, crv: 'P-384' },
      { ...secret, d: 'x' },
    ]
    const names = ['', ' A', 'A\nB', 'A\u202eB', 'x'.repeat(81), 7].map((name) => ({ ...secret, name }))
    const rest = [{ kid: 'short' }, { alg: 'none' }, { use: 'enc' }, { x: undefined }, { kty: 'RSA' }]
    for (const value of [...others, ...names, ...rest.map((over) => ({ ...secret, ...over }))]) {
      expect(isPrivateClinicKey(value), JSON.stringify(value)).toBe(false)
      expect(PrivateClinicKey.safeParse(value).success, JSON.stringify(value)).toBe(false)
    }
  })
})
