import { describe, expect, it } from 'vitest'
import { readGiver } from '@/lib/clinics/giver'
import { dayOf } from '@/lib/texts/intl'
import { makeClinicKey } from '@/lib/commands/make-clinic-key'
import { withSignature, writePacket } from '@/lib/packets/fragment'
import { giverOf } from '@/lib/packets/giver-of'
import { store } from '@/lib/packets/inflate'
import { signPacket } from '@/lib/packets/signature'

const packet = {
  locale: 'en',
  condition: 'heart-failure',
  situation: null,
  decision: 'advanced',
  options: ['comfort-care'],
  note: 'Bring your list.',
  made: '2026-11-29',
}

async function fragmentOf(over: object = {}): Promise<string> {
  const written = await writePacket({ ...packet, ...over }, store)
  if (!written.ok) throw new Error(written.why)
  return written.fragment
}

describe('who gave a packet', async () => {
  const { open, secret } = await makeClinicKey('Made-up Hospital')
  const known = {
    ...open,
    phone: '0800 000 000',
    when: 'mornings',
    address: 'Nowhere',
    logo: '/clinics/made-up.svg',
  }
  const plain = await fragmentOf()
  const signature = await signPacket(plain, secret, crypto.subtle)
  const signed = withSignature(plain, signature)

  it('is the clinic of the key, with its phone and note, when the signature fits', async () => {
    expect(await giverOf(signed, 'heart-failure', [known], crypto.subtle)).toEqual({
      name: 'Made-up Hospital',
      phone: '0800 000 000',
      when: 'mornings',
      address: 'Nowhere',
      logo: '/clinics/made-up.svg',
      note: 'Bring your list.',
      packet: signed,
    })
    expect(await giverOf(signed, 'heart-failure', [open], crypto.subtle)).toMatchObject({
      phone: null,
      when: null,
      address: null,
      logo: null,
    })
  })

  it.each<[string, () => string | Promise<string>, string?]>([
    ['without a signature', () => plain],
    [
      'with the signature of another note',
      async () => withSignature(await fragmentOf({ note: 'Bring cash.' }), signature),
    ],
    [
      'signed by another hand',
      async () =>
        withSignature(
          plain,
          await signPacket(plain, (await makeClinicKey('Made-up Hospital')).secret, crypto.subtle),
        ),
    ],
    ['about another illness', () => signed, 'liver-failure'],
    ['that is cut off', () => signed.slice(0, -4)],
    ['that is none', () => 'Made-up Hospital'],
  ])('is nobody for a packet %s', async (_what, fragment, condition = 'heart-failure') => {
    expect(await giverOf(await fragment(), condition, [known], crypto.subtle)).toBeNull()
  })

  it('is nobody once the key is withdrawn', async () => {
    expect(await giverOf(signed, 'heart-failure', [], crypto.subtle)).toBeNull()
  })
})

describe('what the tab keeps of it', () => {
  const giver = {
    name: 'Made-up Hospital',
    phone: null,
    when: null,
    address: null,
    logo: '/clinics/made-up.png',
    note: '',
    packet: '1.a',
  }

  it('is read back, and nothing that has another shape', () => {
    expect(readGiver(JSON.stringify(giver))).toEqual(giver)
    for (const text of [null, '', '[]', 'null', '7', '{"name":""}', JSON.stringify({ ...giver, phone: 7 })])
      expect(readGiver(text), String(text)).toBeNull()
  })

  it.each([
    'https://cells.example/a.png',
    '//cells.example/a.svg',
    '/clinics/../x.svg',
    'data:image/png,',
    7,
    undefined,
  ])('names no logo that is not of this site: %s', (logo) => {
    expect(readGiver(JSON.stringify({ ...giver, logo }))).toEqual({ ...giver, logo: null })
  })

  it('a day is the one of the reader’s own calendar', () => {
    expect(dayOf(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05')
  })
})
