/** Short names for the blocks that every paper is written with. */
import type { Block, Run } from '@/lib/paper/schema'

export const strong = (text: string): Run => ({ text, isStrong: true })
export const plain = (...runs: Run[]): Block => ({ kind: 'paragraph', tone: 'plain', runs })
export const note = (text: string): Block => ({ kind: 'paragraph', tone: 'note', runs: [{ text }] })
export const heading = (level: 2 | 3, text: string): Block => ({ kind: 'heading', level, text })
/** Nothing for no items. */
export const list = (items: Run[][], columns?: 2): Block[] =>
  items.length ? [{ kind: 'list', items, ...(columns && { columns }) }] : []
