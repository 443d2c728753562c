import { base64url } from 'jose'

/** The browser's own cryptography (`crypto.subtle`), handed in. Missing on a page that came without TLS. */
export type Subtle = Pick<SubtleCrypto, 'importKey' | 'deriveBits' | 'digest'>

/** How long the owner's secret is, in bytes, and so are the keys made from it. */
export const secretLength = 32

export type ShareKeys = {
  /** Opens the file. It stands in the link that is shown to the clinician, and nowhere else. */
  readKey: Uint8Array<ArrayBuffer>
  /** Proves to the server that the owner asks: 43 characters of base64url, sent to see the count or to end a share. */
  manageToken: string
  /** SHA-256 of the token's 32 bytes, as base64url: all that the server keeps of it. */
  manageHash: string
}

// Never change these: links that people hold were made with them.
const readPurpose = 'lantern share read key 1'
const managePurpose = 'lantern share manage token 1'

/**
 * Both keys from the owner's secret by HKDF-SHA-256 (RFC 5869) with an empty salt, which the RFC allows for a secret
 * that is random already. Neither key tells anything about the other.
 * @throws RangeError when the secret is not 32 bytes
 */
export async function deriveKeys(subtle: Subtle, secret: Uint8Array<ArrayBuffer>): Promise<ShareKeys> {
  if (secret.length !== secretLength) throw new RangeError('The secret of a share is 32 bytes')
  const text = new TextEncoder()
  const base = await subtle.importKey('raw', secret, 'HKDF', false, ['deriveBits'])
  const derive = async (purpose: string) => {
    const salt = new Uint8Array(0)
    const how = { name: 'HKDF', hash: 'SHA-256', salt, info: text.encode(purpose) }
    return new Uint8Array(await subtle.deriveBits(how, base, secretLength * 8))
  }
  const token = await derive(managePurpose)
  const hash = await subtle.digest('SHA-256', token)
  return {
    readKey: await derive(readPurpose),
    manageToken: base64url.encode(token),
    manageHash: base64url.encode(new Uint8Array(hash)),
  }
}
