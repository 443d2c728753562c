import { FlattenedSign, flattenedVerify, importJWK } from 'jose'
import type { Signature } from '@/lib/packets/fragment'
import type { ClinicKey, PrivateClinicKey } from '@/lib/packets/schema'

/**
 * `valid`: signed by the key of the clinic named. `wrong`: a signature that does not fit, so somebody changed the
 * packet or made the signature up. `unknown`: no signature, or a key this site does not know (any more).
 */
export type Maker = { kind: 'valid'; name: string } | { kind: 'wrong' } | { kind: 'unknown' }

/** A JWS (RFC 7515) over the fragment; `typ` keeps a signature made for something else from counting here. */
const headerOf = (kid: string) => ({ alg: 'ES256', typ: 'lantern-packet', kid })

/** base64url of ASCII text, as a JWS carries its parts. */
function encoded(text: string): string {
  return btoa(text).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')
}

/** @throws when the browser cannot sign (an address without TLS) or the key is no key */
export async function signPacket(fragment: string, key: PrivateClinicKey): Promise<Signature> {
  const { kty, crv, x, y, d } = key
  const secret = await importJWK({ kty, crv, x, y, d }, 'ES256')
  const { signature } = await new FlattenedSign(new TextEncoder().encode(fragment))
    .setProtectedHeader(headerOf(key.kid))
    .sign(secret)
  return { kid: key.kid, value: signature }
}

/** Who made a packet, as far as its signature proves it. Never throws for what a stranger sends. */
export async function checkMaker(
  signed: string,
  signature: Signature | null,
  keys: readonly ClinicKey[],
): Promise<Maker> {
  const key = signature && keys.find(({ kid }) => kid === signature.kid)
  if (!key) return { kind: 'unknown' }
  const { kty, crv, x, y, name } = key
  const known = await importJWK({ kty, crv, x, y }, 'ES256').catch(() => null)
  // A browser without cryptography (an address without TLS), or a key that is no point of the curve.
  if (!known) return { kind: 'unknown' }
  const jws = {
    protected: encoded(JSON.stringify(headerOf(signature.kid))),
    payload: encoded(signed),
    signature: signature.value,
  }
  try {
    await flattenedVerify(jws, known, { algorithms: ['ES256'] })
    return { kind: 'valid', name }
  } catch {
    return { kind: 'wrong' }
  }
}
