import { createHash, randomBytes } from 'node:crypto'
import { CompactEncrypt } from 'jose'

/** A finished encrypted file of `bytes` plain bytes, under a key that nobody keeps. */
export function encryptedFile(bytes = 4096): Promise<string> {
  return new CompactEncrypt(randomBytes(bytes))
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM', cty: 'application/fhir+json' })
    .encrypt(randomBytes(32))
}

/** A manage token and its hash, as the browser makes them. */
export function newManage(): { manage: string; manageHash: string } {
  const bytes = randomBytes(32)
  const hash = createHash('sha256').update(bytes).digest('base64url')
  return { manage: bytes.toString('base64url'), manageHash: hash }
}

/** A POST with JSON to a Lantern; never follows a redirect. */
export function postJson(
  url: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
}
