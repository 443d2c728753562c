import { z } from 'zod'

/** The largest request body of a create, in bytes, counted while it is read. */
export const maxShareBytes = 256 * 1024
/** The largest body of the small requests (status, revoke), in bytes. */
export const maxManageBytes = 1024

/** Days a share may live; the server counts them from the moment it stores the share. */
export const minShareDays = 1
export const defaultShareDays = 14
export const maxShareDays = 90

/**
 * 32 bytes as base64url without padding, in the one spelling that stands for them: 43 characters, the last of which
 * carries four bits. Ids of shares, manage tokens and their hashes look like this.
 */
export const Bytes32 = z.string().regex(/^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/)

/** base64url of whole bytes: no length leaves one character over. */
const isBase64Url = (text: string) => /^[A-Za-z0-9_-]+$/.test(text) && text.length % 4 !== 1

/** What we write into a JWE: no `zip` (field readers fail on it), nothing that names a key or an address. */
const JweHeader = z.strictObject({
  alg: z.literal('dir'),
  enc: z.literal('A256GCM'),
  cty: z.enum(['application/fhir+json', 'application/json']).optional(),
})

function hasJweHeader(part: string): boolean {
  if (part.length > 200) return false
  try {
    return JweHeader.safeParse(JSON.parse(atob(part.replaceAll('-', '+').replaceAll('_', '/')))).success
  } catch {
    return false
  }
}

/**
 * A JWE in compact form, direct encryption with AES-256-GCM (RFC 7516, 3.1; RFC 7518, 4.5 and 5.3): header, an empty
 * key, a nonce of 12 bytes, ciphertext, a tag of 16 bytes. Whether it opens only the holder of the key can tell.
 */
export const CompactJwe = z
  .string()
  .max(maxShareBytes)
  .refine((text) => {
    const [header, key, nonce, ciphertext, tag, ...more] = text.split('.')
    if (!header || key !== '' || !nonce || !ciphertext || !tag || more.length > 0) return false
    if (nonce.length !== 16 || tag.length !== 22) return false
    return [header, nonce, ciphertext, tag].every(isBase64Url) && hasJweHeader(header)
  }, 'not a JWE with dir and A256GCM')

/**
 * `POST /api/shares`. `manageHash` is SHA-256 over the 32 bytes that the manage token stands for (not over its
 * letters). The same hash with the same ciphertext again gives the same share: a lost reply costs nothing.
 */
export const NewShare = z.strictObject({
  jwe: CompactJwe,
  manageHash: Bytes32,
  days: z.int().min(minShareDays).max(maxShareDays),
})
export type NewShare = z.infer<typeof NewShare>

/** 201. `expiresAt` is the server's, in UTC. */
export const CreatedShare = z.object({ id: Bytes32, expiresAt: z.iso.datetime() })
export type CreatedShare = z.infer<typeof CreatedShare>

/** `POST /api/shares/<id>/status` and `/revoke`: the manage token in the body, never in an address. */
export const ManageShare = z.strictObject({ manage: Bytes32 })
export type ManageShare = z.infer<typeof ManageShare>

/** 200 of status. `opens` counts fetches of the file, each by a person or a program. */
export const ShareStatus = z.object({ opens: z.int().min(0), expiresAt: z.iso.datetime() })
export type ShareStatus = z.infer<typeof ShareStatus>

/** Media type of the encrypted file. */
export const shareMediaType = 'application/jose'
