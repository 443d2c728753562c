import { mutationOptions, queryOptions } from '@tanstack/react-query'
import { readDocument, type SharedDocument } from './document'
import { unlock } from './envelope'
import type { HealthLink } from './link'
import { CreatedShare, ShareStatus, type ManageShare, type NewShare } from './schema'

/**
 * Why a request about a share did not work. `offline`: no answer came. `gone`: ended, expired or never there.
 * `busy`: the server asks to wait. `refused`: asking again would not help.
 */
export class ShareError extends Error {
  constructor(readonly code: 'offline' | 'gone' | 'busy' | 'refused') {
    super(code)
  }
}

/** Asks without cookies, referrer, cache or redirects. @throws ShareError */
async function ask(address: string, init: RequestInit = {}): Promise<Response> {
  let response: Response
  try {
    response = await fetch(address, {
      credentials: 'omit',
      cache: 'no-store',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      ...init,
    })
  } catch {
    throw new ShareError('offline')
  }
  if (response.ok) return response
  if (response.status === 404) throw new ShareError('gone')
  throw new ShareError(response.status === 429 || response.status >= 500 ? 'busy' : 'refused')
}

const post = (address: string, body: NewShare | ManageShare) =>
  ask(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })

/** Worth asking again by itself: the line or the server may be back in a moment. */
const mayHelp = (failures: number, error: Error) =>
  failures < 3 && error instanceof ShareError && (error.code === 'offline' || error.code === 'busy')
const delay = (failures: number) => Math.min(1000 * 2 ** failures, 8000)

/** Hands a locked summary to the server. The same `manageHash` again gives the same id: asking twice costs nothing. */
export function createShare() {
  return mutationOptions({
    mutationKey: ['share', 'create'],
    mutationFn: async (draft: NewShare) =>
      CreatedShare.parse(await (await post('/api/shares', draft)).json()),
    retry: mayHelp,
    retryDelay: delay,
  })
}

/** How often a share was opened and until when it works; asked again every half minute while the page is seen. */
export function shareStatus(id: string, manage: string | null) {
  return queryOptions({
    queryKey: ['share', 'status', id],
    queryFn: async () => {
      const response = await post(`/api/shares/${id}/status`, { manage: manage ?? '' })
      return ShareStatus.parse(await response.json())
    },
    enabled: manage !== null,
    refetchInterval: ({ state }) =>
      state.error instanceof ShareError && state.error.code === 'gone' ? false : 30_000,
    retry: mayHelp,
    retryDelay: delay,
  })
}

/** Ends a share at once. One that is gone already is as good as ended. */
export function revokeShare() {
  return mutationOptions({
    mutationKey: ['share', 'revoke'],
    mutationFn: async ({ id, manage }: { id: string; manage: string }) => {
      try {
        await post(`/api/shares/${id}/revoke`, { manage })
      } catch (error) {
        if (!(error instanceof ShareError && error.code === 'gone')) throw error
      }
    },
    retry: mayHelp,
    retryDelay: delay,
  })
}

export type OpenedShare =
  | { ok: true; shared: SharedDocument; json: string }
  /** `key`: the key does not fit the file. `form`: unlocked, but no FHIR. */
  | { ok: false; why: 'key' | 'form' }

async function readLocked(locked: string, key: string): Promise<OpenedShare> {
  const opened = await unlock(locked, key)
  if (!opened.ok) return { ok: false, why: opened.why === 'key' ? 'key' : 'form' }
  try {
    const shared = readDocument(JSON.parse(opened.text))
    return shared ? { ok: true, shared, json: opened.text.trim() } : { ok: false, why: 'form' }
  } catch {
    return { ok: false, why: 'form' }
  }
}

/** Fetches the locked file of a link, which the server counts as one opening, and unlocks it here. */
export function openShare() {
  return mutationOptions({
    mutationKey: ['share', 'open'],
    mutationFn: async ({ url, key }: HealthLink) => {
      const address = new URL(url)
      address.searchParams.set('recipient', 'Lantern')
      return readLocked(await (await ask(address.href)).text(), key)
    },
    retry: mayHelp,
    retryDelay: delay,
  })
}
