import zlib from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { maxFragmentLength, maxUnpackedBytes, readPacket, writePacket } from '@/lib/packets/fragment'
import { store } from '@/lib/packets/inflate'
import { noteFault, tidyNote } from '@/lib/packets/note-text'
import { Packet } from '@/lib/packets/schema'

const deflate = (bytes: Uint8Array) => new Uint8Array(zlib.deflateRawSync(bytes))

const simple: Packet = {
  locale: 'en',
  condition: 'heart-failure',
  situation: 'after-heart-attack',
  decision: 'blocked-arteries',
  options: ['bypass', 'carry-on-as-now', 'comfort-care'],
  note: 'We talk about this on Monday. Bring your daughter.',
  made: '2026-11-21',
}

async function written(packet: Packet): Promise<string> {
  const result = await writePacket(packet, deflate)
  if (!result.ok) throw new Error(result.why)
  return result.fragment
}

/** A fragment with anything in it, as a stranger could make one. */
const fragmentOf = (bytes: Uint8Array | string) => `1.${zlib.deflateRawSync(bytes).toString('base64url')}`
const wayOf = (over: object) =>
  JSON.stringify({
    l: 'en',
    c: 'heart-failure',
    s: null,
    d: 'advanced',
    o: ['medicines'],
    n: '',
    t: '2026-11-21',
    ...over,
  })

const id = fc.stringMatching(/^[a-z0-9]{1,10}(-[a-z0-9]{1,10}){0,3}$/)
const packets = fc.record({
  locale: fc.constantFrom('en', 'es'),
  condition: id,
  situation: fc.option(id, { nil: null }),
  decision: id,
  options: fc.uniqueArray(id, { minLength: 1, maxLength: 8 }),
  note: fc
    .string({ maxLength: 200, unit: 'grapheme' })
    .map(tidyNote)
    .filter((note) => noteFault(note) === null),
  made: fc.constant('2026-11-21'),
})

describe('a packet in an address', () => {
  it('comes back as it was sent, packed or only stored', async () => {
    await fc.assert(
      fc.asyncProperty(packets, fc.boolean(), async (packet, isStored) => {
        const result = await writePacket(packet, isStored ? store : deflate)
        if (!result.ok) return result.why === 'too-large'
        const read = readPacket(result.fragment)
        expect(read).toMatchObject({ ok: true, packet, signature: null, signed: result.fragment })
        return true
      }),
      { numRuns: 300 },
    )
  })

  it('fits a code that can be scanned: an ordinary one is shorter than 400 characters', async () => {
    expect((await written(simple)).length).toBeLessThan(400)
  })

  it('is read with what mail and chat programs leave around it', async () => {
    const fragment = await written(simple)
    for (const text of [
      `#${fragment}`,
      `%23${fragment}`,
      `/%2523${fragment}`,
      `?utm_source=mail#${fragment}`,
      `${fragment}.`,
      `${fragment})`,
      `${fragment}%20`,
      `${fragment}\n`,
    ])
      expect(readPacket(text), text).toMatchObject({ ok: true, packet: simple })
  })

  it('with one character changed is never read as another packet by accident of spelling', async () => {
    const fragment = await written({ ...simple, note: '' })
    fc.assert(
      fc.property(fc.nat(fragment.length - 1), fc.constantFrom(...'AZaz09-_.~ %é'), (at, letter) => {
        const changed = fragment.slice(0, at) + letter + fragment.slice(at + 1)
        const read = readPacket(changed)
        // Unsigned text can be changed on purpose; what counts is that it is a whole, valid packet or none.
        return read.ok ? Packet.safeParse(read.packet).success && noteFault(read.packet.note) === null : true
      }),
      { numRuns: 2000 },
    )
  })

  it('cut off anywhere is refused', async () => {
    const fragment = await written(simple)
    for (let length = 0; length < fragment.length; length += 1)
      expect(readPacket(fragment.slice(0, length)).ok, String(length)).toBe(false)
  })

  it('never throws for what a stranger puts there', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ maxLength: 4000 }),
          fc.string({ maxLength: 900 }).map((text) => `1.${text}`),
          fc.uint8Array({ maxLength: 700 }).map((bytes) => `1.${Buffer.from(bytes).toString('base64url')}`),
          fc.uint8Array({ maxLength: 2000 }).map(fragmentOf),
          fc.json().map(fragmentOf),
        ),
        (text) => typeof readPacket(text).ok === 'boolean',
      ),
      { numRuns: 3000 },
    )
  })

  it.each([
    ['empty', ''],
    ['empty', '#'],
    ['mangled', 'hello'],
    ['mangled', '1.****'],
    ['mangled', fragmentOf('{"l":')],
    ['mangled', fragmentOf(Buffer.from([0xff, 0xfe, 0x22]))],
    ['newer', '2.AAAA'],
    ['mangled', `${fragmentOf(wayOf({}))}.abc`],
    ['mangled', `${fragmentOf(wayOf({}))}.abcdefghijk.short`],
    ['too-large', `1.${'A'.repeat(maxFragmentLength + 200)}`],
    ['too-large', fragmentOf('a'.repeat(maxUnpackedBytes + 1))],
    ['refused', fragmentOf(wayOf({ extra: 1 }))],
    ['refused', fragmentOf(wayOf({ c: '../admin' }))],
    ['refused', fragmentOf(wayOf({ c: '<img src=x>' }))],
    ['refused', fragmentOf(wayOf({ o: [] }))],
    ['refused', fragmentOf(wayOf({ o: ['a', 'a'] }))],
    ['refused', fragmentOf(wayOf({ o: 'medicines' }))],
    ['refused', fragmentOf(wayOf({ n: 7 }))],
    ['refused', fragmentOf(wayOf({ n: 'See https://cells.example' }))],
    ['refused', fragmentOf(wayOf({ n: 'two\nlines' }))],
    ['refused', fragmentOf(wayOf({ n: 'x'.repeat(301) }))],
    ['refused', fragmentOf(wayOf({ t: 'today' }))],
    ['refused', fragmentOf('[]')],
    ['refused', fragmentOf('null')],
    ['refused', fragmentOf('{"__proto__":{"l":"en"}}')],
  ])('is %s: %s', (why, text) => {
    expect(readPacket(text)).toEqual({ ok: false, why })
  })

  it('stops unpacking at the cap: a bomb costs no more than a packet', () => {
    const bomb = zlib.deflateRawSync(Buffer.alloc(400_000))
    expect(bomb.length).toBeLessThan(800)
    expect(readPacket(`1.${bomb.toString('base64url')}`)).toEqual({ ok: false, why: 'too-large' })
  })

  it('is not made with a note that would be refused, or with too much', async () => {
    expect(await writePacket({ ...simple, note: 'Go to cells.example' }, deflate)).toEqual({
      ok: false,
      why: 'link',
    })
    expect(await writePacket({ ...simple, note: 'x'.repeat(301) }, deflate)).toEqual({
      ok: false,
      why: 'too-long',
    })
    expect(await writePacket({ ...simple, options: [] }, deflate)).toEqual({ ok: false, why: 'refused' })
    const options = Array.from({ length: 24 }, (_, n) => `${'abcdefghij'.repeat(6)}${n}`)
    const random = Array.from({ length: 300 }, (_, n) => String.fromCodePoint(0x4e00 + ((n * 7919) % 20000)))
    expect(await writePacket({ ...simple, options, note: random.join('') }, deflate)).toEqual({
      ok: false,
      why: 'too-large',
    })
  })

  it('puts a note of several lines in one', async () => {
    const read = readPacket(await written({ ...simple, note: '  Bring your \n tablets.  ' }))
    expect(read.ok && read.packet.note).toBe('Bring your tablets.')
  })
})
