import type { Block, Compare } from '@/lib/paper/schema'

/** Blocks as a sheet sets them. */
export type Laid =
  | Exclude<Block, Compare>
  /** Two parts, each half as wide as the sheet. */
  | { kind: 'beside'; halves: Laid[][] }
  /** Questions that follow one another: beside each other, where there is room. */
  | { kind: 'comparison'; questions: Compare[] }

/** The blocks in parts: each begins with a heading of the second level, or is the box for emergencies. */
export const partsOf = <Each extends Block | Laid>(blocks: readonly Each[]) =>
  blocks.reduce<Each[][]>((parts, block) => {
    const begins = block.kind === 'urgent' || (block.kind === 'heading' && block.level === 2)
    if (begins || !parts.length) parts.push([])
    parts.at(-1)?.push(block)
    return parts
  }, [])

/** Questions of a comparison that follow one another, as one. */
export const withComparisons = (blocks: readonly Block[]) =>
  blocks.reduce<Laid[]>((laid, block) => {
    const before = laid.at(-1)
    if (block.kind !== 'compare') laid.push(block)
    else if (before?.kind === 'comparison') before.questions.push(block)
    else laid.push({ kind: 'comparison', questions: [block] })
    return laid
  }, [])

const isHalf = ([first]: readonly Laid[]) => first?.kind === 'heading' && first.half === true

/** Everything as a sheet sets it: parts of half a width in twos, the questions of a comparison beside each other. */
export function laidOut(blocks: readonly Block[]): Laid[] {
  const parts = partsOf(withComparisons(blocks))
  const laid: Laid[] = []
  for (let at = 0; at < parts.length; at += 1) {
    const [part = [], next = []] = parts.slice(at, at + 2)
    if (isHalf(part) && isHalf(next)) {
      laid.push({ kind: 'beside', halves: [part, next] })
      at += 1
    } else laid.push(...part)
  }
  return laid
}
