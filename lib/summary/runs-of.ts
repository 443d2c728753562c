import type { Run } from '@/lib/paper/schema'
import { fillWords } from '@/lib/sentences/fill'
import type { Kit } from '@/lib/sentences/kit'

/** A content sentence as runs; a number says where it came from as `data-figure` does on pages. */
export function runsOf(text: string, kit: Kit): Run[] {
  return fillWords(text, kit.book, kit.t, kit.locale).map((part) =>
    part.from ? { text: part.text, from: `${part.from.kind}:${part.from.id}` } : { text: part.text },
  )
}
