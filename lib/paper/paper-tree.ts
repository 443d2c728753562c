/**
 * A paper as what a page shows: on the summary page in parts with headings, in a share's preview one under the other.
 * The words are the paper's; here are only elements, and what our other modules look for in them.
 */
import { sentences } from '@/lib/texts/punctuation'
import { h, type View } from '@/lib/texts/view'
import { dotsPicture } from '@/lib/glance/dots-picture'
import { cellName, cellNotes } from '@/lib/paper/compare-words'
import { partsOf, withComparisons, type Laid } from '@/lib/paper/laid-out'
import type { Compare, ComparedStudy, Paper, Run } from '@/lib/paper/schema'
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

const path = (name: string, d: string) => (d ? [h('path', { class: name, d })] : [])

/** People of one group, as the pages draw them. The label under the picture says the same. */
function dotsView({ on, more }: { on: number; more: number }, { of, isAlone }: ComparedStudy): View {
  const picture = dotsPicture({ on, more }, of)
  return h(
    'svg',
    {
      class: 'dots',
      viewBox: picture.viewBox,
      'aria-hidden': 'true',
      focusable: 'false',
      'data-per': `${of}`,
    },
    ...path('on', picture.on),
    ...(isAlone ? path('strokes', picture.strokes) : []),
    ...path('more', picture.more),
    ...path('off', picture.off),
  )
}

const studyView = (study: ComparedStudy): View =>
  h(
    'div',
    { class: `study-seen counts-${study.counts}${study.isAlone ? ' single' : ''}` },
    ...study.groups.map((group) =>
      h(
        'span',
        { class: 'group' },
        dotsView(group, study),
        h('b', {}, h('span', { class: 'number', 'data-figure': group.from }, group.label)),
      ),
    ),
    h('p', {}, ...runViews(study.words)),
  )

/** How sure, as bars and words. */
const sureView = ({ bars, text }: Compare['cells'][number]['sure']): View =>
  h(
    'p',
    { class: 'level' },
    h(
      'svg',
      { viewBox: '0 0 40 28', 'aria-hidden': 'true', focusable: 'false' },
      ...[0, 1, 2, 3].map((index) => {
        const height = 8 + index * 6
        const box = { x: `${index * 10}`, y: `${28 - height}`, width: '8', height: `${height}` }
        return h('rect', { class: index < bars ? 'got' : 'not', ...box })
      }),
    ),
    h('span', {}, text),
  )

/** A question of a decision: a cell for each option that has something to show, the others by name. */
function compareView({ question, id: name, cells, rest }: Compare, under: 1 | 2, locale: string): View {
  return h(
    'div',
    { class: 'compare' },
    h(`h${2 + under}`, {}, question),
    ...cells.map((cell) =>
      h(
        'div',
        { class: 'cell', 'data-glance': `${cell.option}:${name}` },
        h('p', {}, h('strong', {}, cellName(cell))),
        ...cell.studies.map(studyView),
        sureView(cell.sure),
        h('p', {}, ...runViews(cell.says)),
        h('p', { class: 'note' }, ...runViews(cellNotes(cell, locale))),
      ),
    ),
    ...rest.map((runs) => h('p', { class: 'note' }, ...runViews(runs))),
  )
}

/** @param under the level of the heading that stands above the paper */
function blockView(block: Laid, under: 1 | 2, locale: string, id?: string): View {
  const named: Record<string, string> = id ? { id } : {}
  switch (block.kind) {
    case 'heading':
      return h(`h${block.level - 1 + under}`, named, block.text)
    case 'paragraph':
      return h(
        'p',
        { ...toneClass[block.tone], ...(block.isPlain && { 'data-plain': '' }) },
        ...runViews(block.runs),
      )
    case 'list':
      return listView(block.items, block.columns)
    case 'urgent': {
      const title = h(`h${1 + under}`, named, block.title)
      const signs = [listView(block.items, 2), h('p', {}, h('strong', {}, ...runViews(block.action)))]
      // On the page one line that opens, as everywhere: every page leads to the signs. On paper all of it stands.
      return under === 1
        ? h('details', { class: 'urgent' }, h('summary', {}, title), ...signs)
        : h('div', { class: 'urgent' }, title, ...signs)
    }
    case 'people':
      return h('p', {}, block.text)
    case 'ticks':
      return listView(block.items.map((text) => [{ text }]))
    case 'comparison':
      return h(
        'div',
        { class: 'comparison' },
        ...block.questions.map((each) => compareView(each, under, locale)),
      )
    case 'beside':
      return h(
        'div',
        { class: 'beside' },
        ...block.halves.flat().map((inner) => blockView(inner, under, locale)),
      )
    case 'table':
      return h(
        'table',
        {},
        h('tr', {}, ...block.head.map((text) => h('th', {}, text))),
        ...block.rows.map((row) => h('tr', {}, ...row.map((runs) => h('td', {}, ...runViews(runs))))),
      )
    case 'fields':
      return h(
        'ul',
        { class: 'fields' },
        ...block.items.map((text) => h('li', {}, h('span', {}, text), h('i', { 'aria-hidden': 'true' }))),
      )
    case 'lines':
      return h(
        'div',
        { class: 'lines', 'aria-hidden': 'true' },
        ...Array.from({ length: block.count }, () => h('i', {})),
      )
  }
}

const footView = ({ locale, foot: { notAdvice, reviewed, version } }: Paper): View =>
  h('p', { class: 'note' }, sentences([notAdvice, reviewed, version], locale))

/** Beside another part, or only on paper. */
function partClass([first]: readonly Laid[]): string {
  if (first?.kind !== 'heading') return 'part'
  return ['part', first.half && 'half', first.byHand && 'by-hand', first.onBack && 'on-back']
    .filter(Boolean)
    .join(' ')
}

/** Whether a heading stands over a part; over the first one, with name and day, stands the page's title. */
const begins = ([first]: readonly Laid[]) => first?.kind === 'heading' || first?.kind === 'urgent'

/** The clinic stands beside it in words. */
const logoViews = ({ logo }: Paper): View[] =>
  logo ? [h('img', { class: 'clinic-logo', src: logo.src, alt: '' })] : []

/** The summary page below its title: a part that can be reached by its name for each heading. `about` names the foot. */
export function summaryTree(paper: Paper, about: string): View[] {
  const { blocks, locale } = paper
  return [
    ...partsOf(withComparisons(blocks)).map((part, index) =>
      h(
        'section',
        { class: partClass(part), ...(begins(part) && { 'aria-labelledby': `s-${index + 1}` }) },
        ...(index === 0 ? logoViews(paper) : []),
        ...part.map((block, at) => blockView(block, 1, locale, at === 0 ? `s-${index + 1}` : undefined)),
      ),
    ),
    h('section', { class: 'part', 'aria-label': about, 'data-plain': '' }, footView(paper)),
  ]
}

/** A paper to read on the screen, under a second heading: the words that are saved and shared. */
export function previewTree(paper: Paper): View {
  const { lead, blocks, locale } = paper
  return h(
    'div',
    { class: 'flow' },
    ...lead.map((line) => h('p', {}, line)),
    ...withComparisons(blocksToRead(blocks)).map((block) => blockView(block, 2, locale)),
    footView(paper),
  )
}
