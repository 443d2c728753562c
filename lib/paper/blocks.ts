/** Short names for the blocks that every paper is written with. */
import type { Block, Run } from '@/lib/paper/schema'

export const strong = (text: string): Run => ({ text, isStrong: true })
export const plain = (...runs: Run[]): Block => ({ kind: 'paragraph', tone: 'plain', runs })
export const note = (text: string): Block => ({ kind: 'paragraph', tone: 'note', runs: [{ text }] })
export const heading = (level: 2 | 3, text: string): Extract<Block, { kind: 'heading' }> => ({
  kind: 'heading',
  level,
  text,
})
/** Begins a part that may stand beside the next such part. */
export const half = (text: string): Block => ({ ...heading(2, text), half: true })
/** Empty ruled lines to write on. */
export const lines = (count: number): Block => ({ kind: 'lines', count })
/** Nothing for no items. */
export const list = (items: Run[][], columns?: 2): Block[] =>
  items.length ? [{ kind: 'list', items, ...(columns && { columns }) }] : []
