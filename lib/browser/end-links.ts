/**
 * Ends links before the secrets that can end them are deleted. Built into public/end-links.js by
 * lib/server/build/make-assets.ts; lib/browser/keep-answers.ts loads it when someone asks for that.
 */
import { base64url } from 'jose'
import { deriveKeys } from '@/lib/sharing/keys'
import type { LivingLink } from '@/lib/sharing/living-links'

async function endLink({ id, secret }: LivingLink): Promise<boolean> {
  const { manageToken } = await deriveKeys(crypto.subtle, new Uint8Array(base64url.decode(secret)))
  const response = await fetch(`/api/shares/${id}/revoke`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ manage: manageToken }),
    credentials: 'omit',
    cache: 'no-store',
    redirect: 'error',
    referrerPolicy: 'no-referrer',
  })
  return response.ok || response.status === 404 // gone already is as good as ended
}

/** True when every one of them is ended; false when any could not be: without a line, or the server is busy. */
export async function endLinks(links: readonly LivingLink[]): Promise<boolean> {
  const ended = await Promise.all(links.map((link) => endLink(link).catch(() => false)))
  return ended.every(Boolean)
}
