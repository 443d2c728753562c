/**
 * A paper as what a page shows: on the summary page in parts with headings, in a share's preview one under the other.
 * The words are the paper's; here are only elements, and what our other modules look for in them.
 */
import { h, type View } from '@/lib/texts/view'
import type { Block, Paper, Run } from '@/lib/paper/schema'
import { blocksToRead } from '@/lib/paper/to-read'

function runView({ text, isStrong, from, source, statusOf }: Run): View {
  if (statusOf) return h('strong', { 'data-status-of': statusOf }, text)
  if (source) return h('span', { 'data-source': source, 'data-plain': '' }, text)
  const words = from ? h('span', { class: 'number', 'data-figure': from }, text) : text
  return isStrong ? h('strong', {}, words) : words
}

/** Notes that follow one another stand in one smaller stretch. */
function runViews(runs: readonly Run[]): View[] {
  const [first] = runs
  if (!first) return []
  const end = runs.findIndex(({ isNote }) => isNote !== first.isNote)
  const stretch = end < 0 ? runs : runs.slice(0, end)
  const views = stretch.map(runView)
  return [
    ...(first.isNote ? [h('span', { class: 'note' }, ...views)] : views),
    ...runViews(runs.slice(stretch.length)),
  ]
}

const listView = (items: readonly Run[][], columns?: 2): View =>
  h(
    'ul',
    { class: columns ? 'list tight two-up' : 'list tight' },
    ...items.map((runs) => h('li', {}, ...runViews(runs))),
  )

const toneClass = { plain: {}, note: { class: 'note' }, 'own-words': { class: 'own-text' } }

/** @param under the level of the heading that stands above the paper */
function blockView(block: Block, under: 1 | 2, id?: string): View {
  const named: Record<string, string> = id ? { id } : {}
  switch (block.kind) {
    case 'heading':
      return h(`h${block.level - 1 + under}`, named, block.text)
    case 'paragraph':
      return h('p', toneClass[block.tone], ...runViews(block.runs))
    case 'list':
      return listView(block.items, block.columns)
    case 'urgent':
      return h(
        'div',
        { class: 'urgent' },
        h(`h${1 + under}`, named, block.title),
        listView(block.items, 2),
        h('p', {}, h('strong', {}, ...runViews(block.action))),
      )
    case 'people':
      return h('p', {}, block.text)
    case 'ticks':
      return listView(block.items.map((text) => [{ text }]))
    case 'lines':
      return h(
        'div',
        { class: 'lines', 'aria-hidden': 'true' },
        ...Array.from({ length: block.count }, () => h('i', {})),
      )
  }
}

const footView = ({ reviewed, notAdvice, version }: Paper['foot']): View =>
  h('p', { class: 'note' }, `${reviewed} ${notAdvice} ${version}`)

/** The blocks in parts: each begins with a heading of the second level, or is the box for emergencies. */
const partsOf = (blocks: readonly Block[]) =>
  blocks.reduce<Block[][]>((parts, block) => {
    const begins = block.kind === 'urgent' || (block.kind === 'heading' && block.level === 2)
    if (begins || !parts.length) parts.push([])
    parts.at(-1)?.push(block)
    return parts
  }, [])

/** The summary page below its title: a part that can be reached by its name for each heading. `about` names the foot. */
export function summaryTree({ blocks, foot }: Paper, about: string): View[] {
  return [
    ...partsOf(blocks).map((part, index) =>
      h(
        'section',
        { class: 'part', 'aria-labelledby': `s-${index + 1}` },
        ...part.map((block, at) => blockView(block, 1, at === 0 ? `s-${index + 1}` : undefined)),
      ),
    ),
    h('section', { class: 'part', 'aria-label': about, 'data-plain': '' }, footView(foot)),
  ]
}

/** A paper to read on the screen, under a second heading: the words that are saved and shared. */
export function previewTree({ lead, blocks, foot }: Paper): View {
  return h(
    'div',
    { class: 'flow' },
    ...lead.map((line) => h('p', {}, line)),
    ...blocksToRead(blocks).map((block) => blockView(block, 2)),
    footView(foot),
  )
}
