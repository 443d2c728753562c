import { FlattenedSign, flattenedVerify, importJWK } from 'jose'
import { describe, expect, it } from 'vitest'
import { makeClinicKey } from '@/lib/commands/make-clinic-key'
import { readClinicKeys } from '@/lib/packets/clinic-keys'
import { readPacket, withSignature, writePacket } from '@/lib/packets/fragment'
import { store } from '@/lib/packets/inflate'
import { checkMaker, signPacket } from '@/lib/packets/signature'

const packet = {
  locale: 'en',
  condition: 'heart-failure',
  situation: null,
  decision: 'advanced',
  options: ['medicines'],
  note: 'Rest first.',
  made: '2026-11-21',
}
const mine = await makeClinicKey('Clinic A')
const other = await makeClinicKey('Clinic B')

async function signed(over: object = {}, key = mine.secret) {
  const written = await writePacket({ ...packet, ...over }, store)
  if (!written.ok) throw new Error(written.why)
  const read = readPacket(
    withSignature(written.fragment, await signPacket(written.fragment, key, crypto.subtle)),
  )
  if (!read.ok) throw new Error(read.why)
  return read
}

describe('the maker of a packet', () => {
  it('is named when the signature fits a key this site knows', async () => {
    const { signed: text, signature } = await signed()
    expect(await checkMaker(text, signature, [other.open, mine.open], crypto.subtle)).toEqual({
      kind: 'valid',
      name: 'Clinic A',
    })
  })

  it('is unknown without a signature, or when the site does not know the key', async () => {
    const { signed: text, signature } = await signed()
    expect(await checkMaker(text, null, [mine.open], crypto.subtle)).toEqual({ kind: 'unknown' })
    expect(await checkMaker(text, signature, [other.open], crypto.subtle)).toEqual({ kind: 'unknown' })
  })

  it('is wrong when the packet was changed, the signature was made up, or another key signed', async () => {
    const { signature } = await signed()
    const { signed: changed } = await signed({ note: 'Pay first.' })
    expect(await checkMaker(changed, signature, [mine.open], crypto.subtle)).toEqual({ kind: 'wrong' })
    const { signed: text } = await signed()
    const madeUp = { kid: mine.open.kid, value: 'A'.repeat(86) }
    expect(await checkMaker(text, madeUp, [mine.open], crypto.subtle)).toEqual({ kind: 'wrong' })
    const stolenName = await signed({}, { ...other.secret, kid: mine.open.kid })
    expect(await checkMaker(stolenName.signed, stolenName.signature, [mine.open], crypto.subtle)).toEqual({
      kind: 'wrong',
    })
  })

  it('is wrong for every signature with one bit turned', async () => {
    const { signed: text, signature } = await signed()
    if (!signature) throw new Error('no signature')
    const bytes = Buffer.from(signature.value, 'base64url')
    for (let at = 0; at < bytes.length; at += 1) {
      const turned = Buffer.from(bytes)
      turned.writeUInt8(turned.readUInt8(at) ^ 1, at)
      const value = turned.toString('base64url')
      expect(await checkMaker(text, { ...signature, value }, [mine.open], crypto.subtle), String(at)).toEqual(
        {
          kind: 'wrong',
        },
      )
    }
  })
})

describe('a signature as others make and read one (JWS, RFC 7515)', () => {
  const protectedHeader = { alg: 'ES256', typ: 'lantern-packet', kid: mine.secret.kid }

  it('is taken from a library that knows JWS, and only with the header that is agreed on', async () => {
    const { signed: text } = await signed()
    const { name: _, ...key } = mine.secret
    const by = async (header: typeof protectedHeader) => {
      const made = new FlattenedSign(new TextEncoder().encode(text)).setProtectedHeader(header)
      const { signature } = await made.sign(await importJWK(key, 'ES256'))
      return checkMaker(text, { kid: mine.open.kid, value: signature }, [mine.open], crypto.subtle)
    }
    expect(await by(protectedHeader)).toEqual({ kind: 'valid', name: 'Clinic A' })
    expect(await by({ ...protectedHeader, typ: 'something-else' })).toEqual({ kind: 'wrong' })
  })

  it('is taken by such a library', async () => {
    const { signed: text, signature } = await signed()
    const { name: _, ...key } = mine.open
    const encoded = (value: string) => Buffer.from(value).toString('base64url')
    const jws = {
      protected: encoded(JSON.stringify(protectedHeader)),
      payload: encoded(text),
      signature: signature?.value ?? '',
    }
    const read = await flattenedVerify(jws, await importJWK(key, 'ES256'), { algorithms: ['ES256'] })
    expect(Buffer.from(read.payload).toString()).toBe(text)
  })

  it('is wrong when it is no base64url, or too short or too long', async () => {
    const { signed: text, signature } = await signed()
    const { kid = '', value = '' } = signature ?? {}
    for (const other of ['', '*', value.slice(4), `${value}AAAA`, 'A'])
      expect(await checkMaker(text, { kid, value: other }, [mine.open], crypto.subtle), other).toEqual({
        kind: 'wrong',
      })
  })

  it('is unknown where the browser has no cryptography (an address without TLS)', async () => {
    const { signed: text, signature } = await signed()
    expect(await checkMaker(text, signature, [mine.open], undefined)).toEqual({ kind: 'unknown' })
  })

  it('is unknown when the key is no point of the curve', async () => {
    const { signed: text, signature } = await signed()
    const bent = { ...mine.open, y: mine.open.x }
    expect(await checkMaker(text, signature, [bent], crypto.subtle)).toEqual({ kind: 'unknown' })
  })
})

describe('the file of clinic keys', () => {
  const file = (...keys: unknown[]) => readClinicKeys(JSON.stringify({ keys }))

  it('is read with every key in it', () => {
    expect(file(mine.open, other.open)).toEqual({ ok: true, keys: [mine.open, other.open] })
    expect(file()).toEqual({ ok: true, keys: [] })
  })

  it('refuses a private key and does not repeat it', () => {
    const read = file(mine.secret)
    expect(read).toMatchObject({ ok: false, why: expect.stringContaining('private key') as string })
    expect(JSON.stringify(read)).not.toContain(mine.secret.d)
  })

  it.each([
    ['text that is no JSON', '{', /not JSON/],
    ['a list without its name', '[]', /./],
    ['a key without a name', JSON.stringify({ keys: [{ ...mine.open, name: '' }] }), /keys\.0\.name/],
    ['a name of two lines', JSON.stringify({ keys: [{ ...mine.open, name: 'A\nB' }] }), /keys\.0\.name/],
    ['another curve', JSON.stringify({ keys: [{ ...mine.open, crv: 'P-384' }] }), /keys\.0\.crv/],
    ['two keys of one id', JSON.stringify({ keys: [mine.open, mine.open] }), /same kid/],
  ])('says what is wrong: %s', (_what, text, why) => {
    const read = readClinicKeys(text)
    expect(read.ok ? '' : read.why).toMatch(why)
  })
})
