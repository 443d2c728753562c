import { base64url } from 'jose'
import { lock } from '@/lib/sharing/envelope'
import type { KeptShare } from '@/lib/sharing/kept-shares'
import { deriveKeys, secretLength } from '@/lib/sharing/keys'
import { maxShareBytes } from '@/lib/sharing/schema'
import { writeFhirBundle } from '@/lib/summary/exports/fhir-bundle'
import type { FinishedSummary } from '@/lib/summary/exports/entry'

/** A random UUID; browsers have one of their own only on a page that came over TLS. */
export function newUuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  const hex = Array.from(bytes, (byte, index) =>
    (index === 6 ? (byte & 0x0f) | 0x40 : index === 8 ? (byte & 0x3f) | 0x80 : byte)
      .toString(16)
      .padStart(2, '0'),
  ).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}

/** Everything around the locked text in the body of the request that carries it, in bytes, and some more. */
const roomForTheRest = 1024

/**
 * Locks a summary under a new secret, ready to be handed to the server. Null when it is longer than the server takes.
 * Nothing has left the browser yet.
 */
export async function makeShare(summary: FinishedSummary, days: number): Promise<KeptShare | null> {
  const secret = crypto.getRandomValues(new Uint8Array(secretLength))
  const { readKey, manageHash } = await deriveKeys(crypto.subtle, secret)
  const jwe = await lock(JSON.stringify(writeFhirBundle(summary)), readKey)
  if (jwe.length > maxShareBytes - roomForTheRest) return null
  return {
    secret: base64url.encode(secret),
    manageHash,
    jwe,
    days,
    hasIdentity: summary.identity !== null,
    madeAt: Math.floor(Date.parse(summary.at) / 1000),
    id: null,
    expiresAt: null,
  }
}
