import type { Block } from '@/lib/paper/schema'

/** The blocks for a form that nobody writes on by hand: nothing to fill in, and no heading that has nothing under it. */
export function blocksToRead(blocks: readonly Block[]): Block[] {
  return blocks
    .filter(({ kind }) => kind !== 'lines' && kind !== 'fields')
    .reduceRight<Block[]>((kept, block) => {
      const next = kept[0]
      const isBare =
        block.kind === 'heading' && (!next || (next.kind === 'heading' && next.level <= block.level))
      return isBare ? kept : [block, ...kept]
    }, [])
}
