import fs from 'node:fs'
import fc from 'fast-check'
import { base64url } from 'jose'
import { describe, expect, it, test } from 'vitest'
import { decodePayload, encodeLink, isPast, viewerAddress, type HealthLink } from '@/lib/sharing/link'
import { findManageLink, manageAddress } from '@/lib/sharing/manage-link'
import { findLink } from '@/lib/sharing/repair'

const hl7 = JSON.parse(fs.readFileSync('tests/fixtures/health-links/hl7-examples.json', 'utf8')) as {
  payload: { url: string; key: string; flag: string; label: string }
  shlink: string
}

const bytes32 = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => base64url.encode(bytes))
const label = fc
  .string({ unit: 'grapheme', maxLength: 20 })
  .map((text) => text.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069\u200e\u200f]/gu, '').trim())
const links = fc.record<HealthLink>({
  url: bytes32.map((id) => `https://lantern.example.org/api/shares/${id}`),
  key: bytes32,
  flag: fc.constant('U'),
  exp: fc.option(fc.integer({ min: 1, max: 4_000_000_000 })),
  label,
})
const whole = (link: HealthLink) => viewerAddress('https://lantern.example.org', encodeLink(link), 'en')

describe('links', () => {
  test('a link that is written reads the same', () => {
    fc.assert(
      fc.property(links, (link) => void expect(findLink(encodeLink(link))).toEqual({ ok: true, link })),
    )
  })

  test('the example of the specification reads, behind a viewer of others', () => {
    expect(findLink(hl7.shlink)).toEqual({ ok: true, link: { ...hl7.payload, exp: null } })
  })

  test('kill-the-clipboard reads what we write', async () => {
    const { SHL } = await import('kill-the-clipboard')
    fc.assert(
      fc.property(links, (link) => {
        const read = SHL.parse(encodeLink(link))
        expect([read.url, read.key, read.exp ?? null, read.isDirectFile]).toEqual([
          link.url,
          link.key,
          link.exp,
          true,
        ])
      }),
      { numRuns: 20 },
    )
  })

  test('a label of more than 80 characters or an address of more than 128 is never written', () => {
    const link: HealthLink = {
      url: `https://a.example/${'x'.repeat(110)}`,
      key: 'A'.repeat(43),
      flag: 'U',
      exp: 1,
      label: '',
    }
    expect(encodeLink(link).length).toBeGreaterThan(100)
    expect(() => encodeLink({ ...link, url: `${link.url}x` })).toThrow(RangeError)
    expect(() => encodeLink({ ...link, label: 'x'.repeat(81) })).toThrow(RangeError)
    expect(() => encodeLink({ ...link, key: 'short' })).toThrow(RangeError)
  })

  it.each([
    ['javascript:alert(1)', 'an address that is no web address'],
    ['shlink:/x', 'a scheme of its own'],
    ['', 'no address'],
  ])('url %s is refused: %s', (url) => {
    const payload = base64url.encode(JSON.stringify({ url, key: 'A'.repeat(43) }))
    expect(decodePayload(payload)).toEqual({ ok: false, why: 'broken' })
  })

  test('a label shows on one line and cannot turn the direction of writing', () => {
    const payload = {
      url: 'https://a.example/x',
      key: 'A'.repeat(43),
      label: `a\u202eb\nc${'d'.repeat(200)}`,
    }
    const read = decodePayload(base64url.encode(JSON.stringify(payload)))
    expect(read).toMatchObject({ ok: true, link: { label: `a b c${'d'.repeat(75)}` } })
  })

  test('unknown properties are ignored, a newer version is told apart', () => {
    const link = { url: 'https://a.example/x', key: 'A'.repeat(43) }
    const read = (more: object) => decodePayload(base64url.encode(JSON.stringify({ ...link, ...more })))
    expect(read({ extension: { a: 1 }, _x: 2, v: 1 })).toMatchObject({ ok: true })
    expect(read({ v: 2 })).toEqual({ ok: false, why: 'newer' })
    expect(read({ v: '2' })).toEqual({ ok: false, why: 'newer' })
  })

  test.each([
    [{ flag: null, exp: null, label: null, v: null }],
    [{ flag: ['U'], exp: 'soon', label: 7 }],
    [{ exp: {} }],
    [{ exp: -1 }],
    [{ exp: 1e14 }],
  ])('members that are null or odd count as left out: %j', (more) => {
    const link = { url: 'https://a.example/x', key: 'A'.repeat(43) }
    expect(decodePayload(base64url.encode(JSON.stringify({ ...link, ...more })))).toEqual({
      ok: true,
      link: { ...link, flag: '', exp: null, label: '' },
    })
  })
  test('an end written as a word is read; a link without an address or with half a key is broken', () => {
    const link = { url: 'https://a.example/x', key: 'A'.repeat(43) }
    const read = (members: object) => decodePayload(base64url.encode(JSON.stringify(members)))
    expect(read({ ...link, exp: '1800000000' })).toMatchObject({ ok: true, link: { exp: 1_800_000_000 } })
    for (const members of [{ ...link, url: null }, { ...link, key: null }, { ...link, key: 'A' }, null, []])
      expect(read(members as object)).toEqual({ ok: false, why: 'broken' })
  })

  test('a link is past in the second in which it expires', () => {
    const link: HealthLink = {
      url: 'https://a.example/x',
      key: 'A'.repeat(43),
      flag: 'U',
      exp: 100,
      label: '',
    }
    expect([99, 100, 101].map((now) => isPast(link, now))).toEqual([false, true, true])
    expect(isPast({ ...link, exp: null }, 1e12)).toBe(false)
  })
})

/** `-` for `%` and `_` for `/`, after both were percent-encoded. */
const proofpoint = (address: string) =>
  encodeURIComponent(address)
    .replaceAll('_', '%5F')
    .replaceAll('-', '%2D')
    .replaceAll('%2F', '_')
    .replaceAll('%', '-')

/** What mail programs and "safe links" do to a link. */
const manglers: Record<string, (address: string) => string> = {
  'left as it is': (address) => address,
  '# as %23': (address) => address.replace('#', '%23'),
  '# as %23, the path only': (address) => new URL(address.replace('#', '%23')).pathname,
  'wrapped in the query of another address': (address) =>
    `https://eur01.safelinks.example/?url=${encodeURIComponent(address)}&data=05%7C02&reserved=0`,
  'wrapped twice': (address) =>
    `https://outer.example/?u=${encodeURIComponent(`https://inner.example/?u=${encodeURIComponent(address)}`)}`,
  'wrapped, the sign of an equals before': (address) =>
    `https://x.example/?a=1&amp;u=${encodeURIComponent(address)}`,
  'wrapped by Proofpoint, version 2': (address) =>
    `https://urldefense.proofpoint.com/v2/url?u=${proofpoint(address)}&d=x&c=y&r=z&m=w&s=v&e=`,
  'wrapped by Proofpoint, version 3': (address) => `https://urldefense.com/v3/__${address}__;!!abc!def$`,
  'wrapped by Sophos': (address) =>
    `https://eu-central-1.protection.sophos.com/?d=example.org&u=${Buffer.from(address).toString('base64')}&i=x`,
  'wrapped by Sophos, the last thing in the text': (address) =>
    `Here: https://eu-central-1.protection.sophos.com/?d=a.b&u=${Buffer.from(address).toString('base64')}\r\nThanks, Anna`,
  'wrapped by Proofpoint, then by Outlook': (address) =>
    `https://eur01.safelinks.example/?url=${encodeURIComponent(
      `https://urldefense.proofpoint.com/v2/url?u=${proofpoint(address)}&d=x`,
    )}&data=05`,
  'between other words': (address) => `Dear clinic,\r\nhere it is: ${address} Thanks, Anna\r\n> older mail`,
  'in angle brackets': (address) => `<${address}>`,
  'cut into lines of 60': (address) => address.match(/.{1,60}/g)?.join('\r\n') ?? '',
  'cut into lines and quoted': (address) => address.match(/.{1,60}/g)?.join('\n> ') ?? '',
  'cut with soft line ends': (address) => address.match(/.{1,60}/g)?.join('=\r\n') ?? '',
  'with spaces and marks that cannot be seen': (address) => address.match(/.{1,9}/g)?.join(' \u200b') ?? '',
  'only the part after the #': (address) => address.slice(address.indexOf('#') + 1),
  'with padding': (address) => `${address}==`,
  'in plain base64': (address) => {
    const [head = '', digits = ''] = address.split('shlink:/')
    return `${head}shlink:/${Buffer.from(digits, 'base64url').toString('base64')}`
  },
  'with a capital and two slashes': (address) => address.replace('shlink:/', 'SHLink://'),
  'with a stray percent sign before': (address) => `100% sure: ${address.replace('#', '%23')}`,
}

describe('repair', () => {
  for (const [name, mangle] of Object.entries(manglers)) {
    test(`a link ${name} is found`, () => {
      fc.assert(
        fc.property(links, (link) => void expect(findLink(mangle(whole(link)))).toEqual({ ok: true, link })),
        { numRuns: 40 },
      )
    })
  }

  test('a link that was cut off is called broken, and text without one none', () => {
    fc.assert(
      fc.property(links, fc.integer({ min: 20, max: 200 }), (link, gone) => {
        const cut = whole(link).slice(0, -gone)
        const found = findLink(cut)
        // What is cut may be no more than the label; then nothing of the link itself is lost.
        if (found.ok) expect(found.link).toMatchObject({ url: link.url, key: link.key })
        else expect(found.why).toMatch(/broken|none/)
      }),
    )
    expect(findLink('Hello, how are you?')).toEqual({ ok: false, why: 'none' })
    expect(findLink('')).toEqual({ ok: false, why: 'none' })
  })

  test('no text throws, and a hostile one takes no long time', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400 }), (text) => void expect(findLink(text)).toHaveProperty('ok')),
    )
    const begin = performance.now()
    for (const text of ['shlink:/'.repeat(30_000), `shlink:/${'fX0'.repeat(60_000)}`, '%25'.repeat(60_000)])
      expect(findLink(text).ok).toBe(false)
    expect(performance.now() - begin).toBeLessThan(10_000)
  })
})

describe('the private link', () => {
  test('reads as it was written, with %23 and %2E, in lines, and never when it is cut', () => {
    fc.assert(
      fc.property(bytes32, bytes32, (id, secret) => {
        const address = manageAddress('https://lantern.example.org', { id, secret }, 'en')
        for (const form of [
          address,
          address.replace('#', '%23'),
          address.replace('#', '%2523').replaceAll(/\.(?=[^.]{43}(\.|$))/g, '%2E'),
          `${address.slice(0, 70)}\r\n${address.slice(70)}`,
          `https://urldefense.proofpoint.com/v2/url?u=${proofpoint(address)}&d=x`,
          `https://a.protection.sophos.com/?d=b&u=${Buffer.from(address).toString('base64')}&i=x`,
          address.slice(address.indexOf('#') + 1),
        ])
          expect(findManageLink(form)).toEqual({ id, secret })
        expect(findManageLink(address.slice(0, -1))).toBeNull()
      }),
    )
  })
})
