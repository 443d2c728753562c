import fs from 'node:fs'
import { webcrypto } from 'node:crypto'
import fc from 'fast-check'
import { base64url, CompactEncrypt } from 'jose'
import { describe, expect, test } from 'vitest'
import { lock, maxUnpackedBytes, paddingStep, unlock } from '@/lib/sharing/envelope'
import { deriveKeys } from '@/lib/sharing/keys'
import { CompactJwe } from '@/lib/sharing/schema'

const hl7 = JSON.parse(fs.readFileSync('tests/fixtures/health-links/hl7-examples.json', 'utf8')) as {
  key: string
  jwe: string
  contentType: string
  firstCredentialBegins: string
}

const subtle = webcrypto.subtle as unknown as SubtleCrypto
const keyBytes = new Uint8Array(32).map((_, index) => (index * 7) % 256)
const key = base64url.encode(keyBytes)
const json = (text: string) => JSON.stringify({ resourceType: 'Bundle', text })

describe('envelope', () => {
  test('the encrypted example that HL7 published unlocks with its key', async () => {
    const opened = await unlock(hl7.jwe, hl7.key)
    expect(opened).toMatchObject({ ok: true, contentType: hl7.contentType })
    const { verifiableCredential } = JSON.parse(opened.ok ? opened.text : '{}') as {
      verifiableCredential: string[]
    }
    expect(verifiableCredential[0]?.startsWith(hl7.firstCredentialBegins)).toBe(true)
  })

  test('what is locked unlocks the same, fits the server, and has a length in steps of 4 KiB', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 9000 }), async (text) => {
        const locked = await lock(json(text), keyBytes)
        expect(CompactJwe.safeParse(locked).success).toBe(true)
        const opened = await unlock(locked, key)
        expect(opened.ok && JSON.parse(opened.text)).toEqual({ resourceType: 'Bundle', text })
        expect(base64url.decode(locked.split('.')[3] ?? '').length % paddingStep).toBe(0)
      }),
      { numRuns: 40 },
    )
  })

  test('the header says FHIR, direct, A256GCM and nothing more; a nonce never comes twice', async () => {
    const locked = await Promise.all(Array.from({ length: 200 }, () => lock('{}', keyBytes)))
    for (const one of locked)
      expect(JSON.parse(new TextDecoder().decode(base64url.decode(one.split('.')[0] ?? '')))).toEqual({
        alg: 'dir',
        enc: 'A256GCM',
        cty: 'application/fhir+json',
      })
    expect(new Set(locked.map((one) => one.split('.')[2])).size).toBe(200)
  })

  test('of 10,000 changed files none is accepted', async () => {
    const locked = await lock(json('My garden'), keyBytes)
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
    // A fixed row of numbers, so that a failure can be looked at again.
    let state = 42
    const next = (below: number) => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0
      return Math.floor((state / 2 ** 32) * below)
    }
    /** The bytes it stands for: the last letter of a part carries bits that stand for nothing. */
    const meaning = (text: string) =>
      text
        .split('.')
        .map((part) => Buffer.from(part, 'base64url').toString('hex'))
        .join('.')
    const changes: ((text: string) => string)[] = [
      (text) => {
        const at = next(text.length)
        return text.slice(0, at) + alphabet[next(64)] + text.slice(at + 1)
      },
      (text) => text.slice(0, next(text.length)),
      (text) => {
        const at = next(text.length)
        return text.slice(0, at) + text.slice(at + 1 + next(8))
      },
      (text) => {
        const at = next(text.length)
        return text.slice(0, at) + alphabet[next(64)] + text.slice(at)
      },
      (text) => {
        const parts = text.split('.')
        const [a, b] = [next(5), next(5)]
        ;[parts[a], parts[b]] = [parts[b] ?? '', parts[a] ?? '']
        return parts.join('.')
      },
    ]
    let tried = 0
    const accepted: string[] = []
    while (tried < 10_000) {
      const batch = Array.from({ length: 500 }, () => changes[next(changes.length)]?.(locked) ?? '').filter(
        (text) => meaning(text) !== meaning(locked),
      )
      tried += batch.length
      const opened = await Promise.all(batch.map((text) => unlock(text, key)))
      opened.forEach((result, index) => result.ok && accepted.push(batch[index] ?? ''))
    }
    expect(accepted).toEqual([])
    expect((await unlock(locked, key)).ok).toBe(true)
  })

  test('another key, another algorithm and no file at all are told apart', async () => {
    const locked = await lock('{}', keyBytes)
    expect(await unlock(locked, base64url.encode(new Uint8Array(32)))).toEqual({ ok: false, why: 'key' })
    const weaker = await new CompactEncrypt(new TextEncoder().encode('{}'))
      .setProtectedHeader({ alg: 'dir', enc: 'A128CBC-HS256' })
      .encrypt(keyBytes)
    const wrapped = await new CompactEncrypt(new TextEncoder().encode('{}'))
      .setProtectedHeader({ alg: 'A256KW', enc: 'A256GCM' })
      .encrypt(keyBytes)
    for (const text of [weaker, wrapped, '', '....', 'not a file', '{"error":"not-found"}'])
      expect(await unlock(text, key)).toEqual({ ok: false, why: 'form' })
  })

  test('a packed file of others is read, and a bomb is stopped at the cap', async () => {
    const pack = (bytes: Uint8Array) =>
      new CompactEncrypt(bytes)
        .setProtectedHeader({ alg: 'dir', enc: 'A256GCM', zip: 'DEF' })
        .encrypt(keyBytes)
    const good = await pack(new TextEncoder().encode('{"resourceType":"Patient"}'))
    expect(await unlock(good, key)).toMatchObject({ ok: true, text: '{"resourceType":"Patient"}' })
    const bomb = await pack(new Uint8Array(maxUnpackedBytes + 1))
    expect(bomb.length).toBeLessThan(100_000)
    expect(await unlock(bomb, key)).toEqual({ ok: false, why: 'too-large' })
  })
})

describe('keys', () => {
  test('both keys come from the secret by HKDF-SHA-256, and are not each other', async () => {
    const { hkdfSync, createHash } = await import('node:crypto')
    const secret = new Uint8Array(32).fill(9)
    const keys = await deriveKeys(subtle, secret)
    const expected = (info: string) => Buffer.from(hkdfSync('sha256', secret, '', info, 32))
    expect(Buffer.from(keys.readKey)).toEqual(expected('lantern share read key 1'))
    const token = expected('lantern share manage token 1')
    expect(keys.manageToken).toBe(token.toString('base64url'))
    expect(keys.manageHash).toBe(createHash('sha256').update(token).digest('base64url'))
    expect(keys.manageToken).not.toBe(base64url.encode(keys.readKey))
  })

  test('another secret gives other keys; a short one is refused', async () => {
    const made = await Promise.all([1, 2].map((value) => deriveKeys(subtle, new Uint8Array(32).fill(value))))
    expect(new Set(made.flatMap(({ manageToken, manageHash }) => [manageToken, manageHash])).size).toBe(4)
    await expect(deriveKeys(subtle, new Uint8Array(31))).rejects.toThrow(RangeError)
  })
})
