/** Opens a link that a patient shared, as /v does, and reads the answers of ours in it. Nothing of it is kept. */
import { readSharedAnswers, type SharedAnswers } from '@/lib/record/shared-answers'
import { textOfBase64 } from '@/lib/record/text-of-base64'
import { unlock } from '@/lib/sharing/envelope'
import { findLink } from '@/lib/sharing/repair'

export type OpenedShare =
  | { ok: true; shared: SharedAnswers }
  | { ok: false; why: 'none' | 'broken' | 'newer' | 'elsewhere' | 'gone' | 'busy' | 'key' | 'form' }

/** @param pasted whatever arrived: a link, a mail, an address. Never throws. */
export async function openShared(pasted: string): Promise<OpenedShare> {
  const found = findLink(pasted)
  if (!found.ok) return found
  const address = new URL(found.link.url)
  if (address.origin !== location.origin || !found.link.flag.includes('U'))
    return { ok: false, why: 'elsewhere' }
  address.searchParams.set('recipient', 'Lantern')
  const reply = await fetch(address, {
    credentials: 'omit',
    cache: 'no-store',
    redirect: 'error',
    referrerPolicy: 'no-referrer',
  }).catch(() => null)
  if (!reply?.ok) return { ok: false, why: reply?.status === 404 ? 'gone' : 'busy' }
  const opened = await unlock(await reply.text(), found.link.key)
  if (!opened.ok) return { ok: false, why: opened.why === 'key' ? 'key' : 'form' }
  try {
    const shared = readSharedAnswers(JSON.parse(opened.text), textOfBase64)
    return shared ? { ok: true, shared } : { ok: false, why: 'form' }
  } catch {
    return { ok: false, why: 'form' }
  }
}
