import { createHash, randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { CompactEncrypt } from 'jose'
import { expect, test } from 'vitest'
import { Bytes32, CompactJwe, CreatedShare, maxShareBytes, NewShare, ShareStatus } from '@/lib/sharing/schema'

const key = randomBytes(32)
const encrypt = (header: object, text = 'x'.repeat(4096)) =>
  new CompactEncrypt(new TextEncoder().encode(text))
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM', ...header })
    .encrypt(key)

const base64url = (text: string) => Buffer.from(text).toString('base64url')

test('32 bytes have one spelling of 43 characters', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (bytes) => {
      const text = Buffer.from(bytes).toString('base64url')
      expect(Bytes32.safeParse(text).success).toBe(true)
      // The last character with its two spare bits set decodes to the same bytes, and is refused.
      const last = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'.indexOf(text.slice(-1))
      const other = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'[last + 1] ?? ''
      expect(Bytes32.safeParse(text.slice(0, -1) + other).success).toBe(false)
    }),
  )
  for (const size of [31, 33])
    expect(Bytes32.safeParse(randomBytes(size).toString('base64url')).success).toBe(false)
})

test('what jose writes with dir and A256GCM is taken, with or without the media type', async () => {
  for (const header of [{}, { cty: 'application/fhir+json' }])
    expect(CompactJwe.safeParse(await encrypt(header)).success).toBe(true)
})

test('zip, a key id, critical extensions, other algorithms and other media types are refused', async () => {
  const [, ...rest] = (await encrypt({})).split('.')
  for (const header of [
    '{"alg":"dir","enc":"A256GCM","zip":"DEF"}',
    '{"alg":"dir","enc":"A256GCM","kid":"https://example.org/"}',
    '{"alg":"dir","enc":"A256GCM","crit":["exp"],"exp":1}',
    '{"alg":"dir","enc":"A128GCM"}',
    '{"alg":"A256KW","enc":"A256GCM"}',
    '{"alg":"none","enc":"A256GCM"}',
    '{"alg":"dir","enc":"A256GCM","cty":"text/html"}',
    '{"alg":"dir"}',
    '["dir","A256GCM"]',
    'null',
    'not json',
  ])
    expect(CompactJwe.safeParse([base64url(header), ...rest].join('.')).success, header).toBe(false)
})

test('a JWE with a part missing, added, empty, cut or with another character is refused', async () => {
  const jwe = await encrypt({})
  const parts = jwe.split('.')
  const [header = '', , nonce = '', ciphertext = '', tag = ''] = parts
  for (const broken of [
    '',
    'hello',
    parts.slice(0, 4).join('.'),
    `${jwe}.`,
    `${jwe}.AAAA`,
    [header, 'AAAA', nonce, ciphertext, tag].join('.'),
    [header, '', nonce.slice(1), ciphertext, tag].join('.'),
    [header, '', nonce, '', tag].join('.'),
    [header, '', nonce, ciphertext, `${tag}A`].join('.'),
    [header, '', nonce, `${ciphertext}=`, tag].join('.'),
    [header, '', nonce, `<script>`, tag].join('.'),
    [header, '', nonce, ciphertext, 'é'.repeat(22)].join('.'),
    ` ${jwe}`,
    `${jwe}\n`,
    jwe.padEnd(maxShareBytes + 1, 'A'),
  ])
    expect(CompactJwe.safeParse(broken).success, broken.slice(0, 60)).toBe(false)
})

test('1 to 90 whole days, and no field that we do not know', async () => {
  const share = {
    jwe: await encrypt({}),
    manageHash: createHash('sha256').update(randomBytes(32)).digest('base64url'),
  }
  for (const days of [1, 14, 90]) expect(NewShare.safeParse({ ...share, days }).success).toBe(true)
  for (const days of [0, 91, -1, 1.5, '14', null, Number.NaN, undefined])
    expect(NewShare.safeParse({ ...share, days }).success, `${days}`).toBe(false)
  expect(NewShare.safeParse({ ...share, days: 14, key: 'secret' }).success).toBe(false)
})

test('replies are dates in UTC and counts from 0', () => {
  const id = randomBytes(32).toString('base64url')
  expect(CreatedShare.safeParse({ id, expiresAt: new Date(0).toISOString() }).success).toBe(true)
  expect(CreatedShare.safeParse({ id, expiresAt: 'tomorrow' }).success).toBe(false)
  expect(ShareStatus.safeParse({ opens: -1, expiresAt: new Date(0).toISOString() }).success).toBe(false)
})
