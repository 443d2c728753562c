import { previewTree } from '@/lib/paper/paper-tree'
import { draw } from '@/lib/browser/draw-view'
import type { Paper } from '@/lib/paper/schema'

/** The words that are saved and shared, drawn in the browser as the summary page is. */
export function PaperView({ paper }: { paper: Paper }) {
  return <div ref={(place) => place?.replaceChildren(draw(previewTree(paper)))} />
}
