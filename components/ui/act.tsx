import type { ReactNode } from 'react'

/** A button that our small module acts on (lib/browser/keep-answers.ts). `isSecond`: beside a more usual one. */
export function Act({
  name,
  isSecond = false,
  children,
}: {
  name: 'print' | 'keep' | 'delete' | 'stop-and-delete' | 'delete-anyway' | 'delete-nothing'
  isSecond?: boolean
  children: ReactNode
}) {
  return (
    <button className={isSecond ? 'go second' : 'go'} type="button" data-do={name}>
      {children}
    </button>
  )
}
