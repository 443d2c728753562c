/**
 * Shows first what a packet picked, on the options page and on the comparison of its decision. Only hides: every word
 * is in the page, "Show all options" is beside the line, and without JavaScript everything shows. Part of
 * public/lantern.js.
 */
import { keep as keepHere, kept, keptKey, whenForgotten } from '@/lib/kept-here'

/** What the tab remembers of a packet for one condition. */
export type Picked = { decision: string; options: string[]; isAll: boolean }

/** The name it has in the tab's storage. */
export const pickedKey = (conditionId: string) => keptKey('picked', conditionId)

function read(conditionId: string): Picked | null {
  try {
    const value: unknown = JSON.parse(kept('tab', pickedKey(conditionId)) ?? 'null')
    if (typeof value !== 'object' || value === null) return null
    const { decision, options, isAll } = value as Partial<Picked>
    return typeof decision === 'string' && Array.isArray(options)
      ? { decision, options: options.map(String), isAll: isAll === true }
      : null
  } catch {
    return null
  }
}

const each = (selector: string, act: (element: HTMLElement) => void) =>
  document.querySelectorAll<HTMLElement>(selector).forEach(act)

function apply({ options, isAll }: Picked): void {
  each('[data-options]', (element) => {
    const own = (element.dataset.options ?? '').split(' ')
    element.hidden = !isAll && !own.some((id) => options.includes(id))
  })
  each('[data-picked-some]', (element) => (element.hidden = isAll))
  each('[data-picked-all]', (element) => (element.hidden = !isAll))
}

/** Looks for the line that a page with options carries; a page without it is left alone. */
export function showPicked(): void {
  const line = document.querySelector<HTMLElement>('[data-picked]')
  if (!line) return
  const [condition = '', decision] = (line.dataset.picked ?? '').split(' ')
  const picked = read(condition)
  if (!picked || (decision !== undefined && decision !== picked.decision)) return
  // When the browser refuses, it holds for this page.
  const keep = () => keepHere('tab', pickedKey(condition), JSON.stringify(picked))
  /** A link that leads to an option which is not among the picked ones: the person asked for it. */
  const openTarget = () => {
    const target = location.hash && document.getElementById(location.hash.slice(1))
    if (!target || !target.closest('[hidden]')) return
    picked.isAll = true
    apply(picked)
    keep()
    target.scrollIntoView()
  }
  line.hidden = false
  apply(picked)
  whenForgotten(() => {
    picked.isAll = true
    apply(picked)
    line.hidden = true
  })
  openTarget()
  addEventListener('hashchange', openTarget)
  line.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest('button') : null
    if (!button) return
    picked.isAll = !picked.isAll
    apply(picked)
    keep()
    line.querySelector<HTMLElement>('div:not([hidden]) button')?.focus()
  })
}
