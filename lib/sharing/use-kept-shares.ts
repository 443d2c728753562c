import { useCallback, useSyncExternalStore } from 'react'
import { keep, kept, keptKey } from '@/lib/kept-here'
import { readKeptShares, type KeptShare } from '@/lib/sharing/kept-shares'

/** The shares of this page, by key: storage can be switched off or full, and then they live as long as the page. */
const memory = new Map<string, readonly KeptShare[]>()
const listeners = new Set<() => void>()
const none: readonly KeptShare[] = []

function load(key: string): readonly KeptShare[] {
  const known = memory.get(key)
  if (known) return known
  const text = kept('tab', key)
  const list = text === null ? none : readKeptShares(text)
  memory.set(key, list)
  return list
}

function store(key: string, list: readonly KeptShare[]): void {
  memory.set(key, list)
  // When the browser refuses, the page itself still has them, and says that it must stay open.
  keep('tab', key, list.length ? JSON.stringify(list) : null)
  for (const changed of listeners) changed()
}

function subscribe(changed: () => void): () => void {
  listeners.add(changed)
  return () => listeners.delete(changed)
}

/** The shares made in this tab, oldest first, and what can be done to the list. Undefined: not in the browser yet. */
export function useKeptShares(conditionId: string): {
  shares: readonly KeptShare[] | undefined
  put: (share: KeptShare) => void
  forget: (share: KeptShare) => void
} {
  const key = keptKey('links', conditionId)
  const shares = useSyncExternalStore(
    subscribe,
    () => load(key),
    () => undefined,
  )
  const put = useCallback(
    (share: KeptShare) => {
      const list = load(key)
      const isKnown = list.some(({ secret }) => secret === share.secret)
      store(key, isKnown ? list.map((old) => (old.secret === share.secret ? share : old)) : [...list, share])
    },
    [key],
  )
  const forget = useCallback(
    (share: KeptShare) =>
      store(
        key,
        load(key).filter(({ secret }) => secret !== share.secret),
      ),
    [key],
  )
  return { shares, put, forget }
}
