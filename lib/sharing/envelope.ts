import { CompactEncrypt, base64url, compactDecrypt, errors } from 'jose'

/** The plaintext is filled up to whole steps of this many bytes, so that its length tells little about it. */
export const paddingStep = 4096
/** The largest locked file that is read, in characters. Ours are at most 256 KiB; other issuers may pack a PDF. */
export const maxLockedLength = 8 * 1024 * 1024
/** The largest text that a packed file may unfold to, in bytes. */
export const maxUnpackedBytes = 16 * 1024 * 1024

export type Opened =
  | { ok: true; text: string; contentType: string }
  /** `key`: the key does not fit, or the file was changed. `form`: it is no locked file of this kind. */
  | { ok: false; why: 'key' | 'form' | 'too-large' }

/** Trailing spaces mean nothing in JSON. */
function padded(text: string): Uint8Array {
  const bytes = new TextEncoder().encode(text)
  const full = new Uint8Array(Math.max(1, Math.ceil(bytes.length / paddingStep)) * paddingStep).fill(0x20)
  full.set(bytes)
  return full
}

/**
 * Locks a FHIR resource, as the SMART Health Links specification 1.0 asks: JWE compact, `dir`, A256GCM. Never packed
 * (`zip`): some readers in the field fail on it.
 * @param json JSON text
 * @param key 32 bytes
 */
export async function lock(json: string, key: Uint8Array): Promise<string> {
  return new CompactEncrypt(padded(json))
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM', cty: 'application/fhir+json' })
    .encrypt(key)
}

/**
 * Unlocks such a file, packed or not, of any issuer. Nothing but `dir` with A256GCM is tried. Never throws for what
 * arrived.
 */
export async function unlock(locked: string, key: string): Promise<Opened> {
  if (locked.length > maxLockedLength) return { ok: false, why: 'too-large' }
  try {
    const { plaintext, protectedHeader } = await compactDecrypt(locked.trim(), base64url.decode(key), {
      keyManagementAlgorithms: ['dir'],
      contentEncryptionAlgorithms: ['A256GCM'],
      maxDecompressedLength: maxUnpackedBytes,
    })
    const text = new TextDecoder('utf-8', { fatal: true }).decode(plaintext)
    return { ok: true, text, contentType: protectedHeader.cty ?? '' }
  } catch (error) {
    if (error instanceof errors.JWEDecryptionFailed) return { ok: false, why: 'key' }
    if (error instanceof errors.JWEInvalid && /limit/.test(error.message))
      return { ok: false, why: 'too-large' }
    return { ok: false, why: 'form' }
  }
}
