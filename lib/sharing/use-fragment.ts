import { useSyncExternalStore } from 'react'
import { whenForgotten } from '@/lib/kept-here'

/** What stood after the `#` of the address, taken out by lib/browser/take-fragment.ts before the page was seen. */
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

let isWatched = false

function subscribe(changed: () => void): () => void {
  // The page holds a link and perhaps an opened summary: starting again without a fragment drops both.
  if (!isWatched) whenForgotten(() => location.reload())
  isWatched = true
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
