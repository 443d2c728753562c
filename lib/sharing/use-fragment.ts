import { useSyncExternalStore } from 'react'

/** What stood after the `#` of the address, taken out by components/sharing/take-fragment.ts before the page was seen. */
export type TakenFragment = {
  text: string
  /** It came in the path or the query: a server or a mail service on the way may have read it. */
  wasMangled: boolean
}

declare global {
  interface Window {
    lanternFragment?: TakenFragment
  }
}

function subscribe(changed: () => void): () => void {
  addEventListener('lantern-fragment', changed)
  return () => removeEventListener('lantern-fragment', changed)
}

/**
 * The fragment this page was opened with. Null: there was none. Undefined: not in the browser yet.
 * It lives in this page's memory only, so that a reload forgets it.
 */
export function useFragment(): TakenFragment | null | undefined {
  return useSyncExternalStore(
    subscribe,
    () => window.lanternFragment ?? null,
    () => undefined,
  )
}
