/**
 * Stands in for `react` where pages are made without Next (tests/pseudo-site.tsx): outside of a server of Next `cache`
 * keeps nothing, and a page would ask for the same words a dozen times.
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import { createRequire } from 'node:module'
import path from 'node:path'
import type * as ReactItself from 'react'

// By its file: by its name this module would find itself.
const file = path.resolve(import.meta.dirname, '../node_modules/react/index.js')
const React = createRequire(import.meta.url)(file) as typeof ReactItself

export const {
  Fragment,
  useCallback,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
  createElement,
} = React

type Kept = Map<unknown, Map<string, unknown>>
const page = new AsyncLocalStorage<Kept>()

/** Makes one page, in which what was asked for once is known. */
export const withPageCache = <Result>(make: () => Result): Result => page.run(new Map(), make)

export function cache<Args extends unknown[], Result>(
  read: (...args: Args) => Result,
): (...args: Args) => Result {
  return (...args) => {
    const kept = page.getStore()
    if (!kept) return read(...args)
    const own = kept.get(read) ?? new Map<string, unknown>()
    kept.set(read, own)
    const key = JSON.stringify(args)
    if (!own.has(key)) own.set(key, read(...args))
    return own.get(key) as Result
  }
}
