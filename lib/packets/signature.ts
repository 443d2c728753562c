import { fromBase64url, toBase64url } from '@/lib/packets/base64url'
import type { Signature } from '@/lib/packets/fragment'
import type { ClinicKey, PrivateClinicKey } from '@/lib/packets/schema'

/**
 * `valid`: signed by the key of the clinic named. `wrong`: a signature that does not fit, so somebody changed the
 * packet or made the signature up. `unknown`: no signature, or a key this site does not know (any more).
 */
export type Maker = { kind: 'valid'; name: string } | { kind: 'wrong' } | { kind: 'unknown' }

/** A JWS (RFC 7515) over the fragment; `typ` keeps a signature made for something else from counting here. */
const headerOf = (kid: string) => ({ alg: 'ES256', typ: 'lantern-packet', kid })

/** ES256 as the browser knows it: a signature is the two numbers one after the other, as in a JWS. */
const es256 = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }

/** The cryptography of the browser or of Node, handed in. Missing on a page that came without TLS. */
export type Signing = Pick<SubtleCrypto, 'importKey' | 'sign' | 'verify'>

const bytesOf = (text: string) => new TextEncoder().encode(text)

/** What a signature is over: the protected header and the fragment, as a JWS has them. */
const signingInput = (fragment: string, kid: string) =>
  bytesOf([JSON.stringify(headerOf(kid)), fragment].map((part) => toBase64url(bytesOf(part))).join('.'))

/**
 * Signs with the browser's own cryptography: the one fixed form of a JWS takes no library, and half of what the page of a
 * packet loads was one.
 * @throws when the browser cannot sign (an address without TLS) or the key is no key
 */
export async function signPacket(
  fragment: string,
  key: PrivateClinicKey,
  subtle: Signing,
): Promise<Signature> {
  const { kid, kty, crv, x, y, d } = key
  const secret = await subtle.importKey('jwk', { kty, crv, x, y, d }, es256, false, ['sign'])
  const signature = await subtle.sign(es256, secret, signingInput(fragment, kid))
  return { kid, value: toBase64url(new Uint8Array(signature)) }
}

/** Who made a packet, as far as its signature proves it. Never throws for what a stranger sends. */
export async function checkMaker(
  signed: string,
  signature: Signature | null,
  keys: readonly ClinicKey[],
  subtle: Signing | undefined,
): Promise<Maker> {
  const key = signature && keys.find(({ kid }) => kid === signature.kid)
  if (!key || !subtle) return { kind: 'unknown' }
  const { kid, kty, crv, x, y, name } = key
  let known: CryptoKey
  try {
    known = await subtle.importKey('jwk', { kty, crv, x, y }, es256, false, ['verify'])
  } catch {
    return { kind: 'unknown' } // a key that is no point of the curve
  }
  const given = fromBase64url(signature.value)
  const fits = given && (await subtle.verify(es256, known, given, signingInput(signed, kid)))
  return fits ? { kind: 'valid', name } : { kind: 'wrong' }
}
