import type { Block, Paper, Run } from '@/lib/paper/schema'
import { letterClusters } from '@/lib/texts/intl'

/** What a paper says where it cannot show a letter. */
export type LetterWords = {
  /** Stands in the place of what cannot be shown: "(?)". */
  mark: string
  /** Says what the mark means and where to see the letters; stands under the text. */
  note: string
}

/** Code units that are read at once. A cluster is longer only in play; it is read whole all the same. */
const usualStretch = 500

/**
 * What a reader sees as one letter each, the same as `letterClusters.segment(text)`, in time that grows with the text: read whole,
 * Node needs four times as long for each doubling, and 64 kB held the server's event loop for a second and more.
 */
export function* clustersOf(text: string): Generator<string> {
  let at = 0
  let stretch = usualStretch
  while (at < text.length) {
    const half = (text.charCodeAt(at + stretch - 1) & 0xfc00) === 0xd800
    const end = at + stretch + (half ? 1 : 0)
    const found = [...letterClusters.segment(text.slice(at, end))].map(({ segment }) => segment)
    // The last one may go on behind the end: it is where the next stretch begins.
    if (end < text.length) found.pop()
    stretch = found.length === 0 ? stretch * 2 : usualStretch
    for (const segment of found) {
      yield segment
      at += segment.length
    }
  }
}

/** Line ends, and signs that are never drawn: joiners, marks of direction, the choice of an emoji's look. */
const isSilent = (letter: string) => /^[\n\p{Cf}\p{Variation_Selector}]$/u.test(letter)
const withoutSilent = (text: string) => text.replaceAll(/[\p{Cf}\p{Variation_Selector}]/gu, '')

/**
 * A text with a mark in the place of letters that no font of ours has (a picture, another script), one mark for a
 * whole stretch of them: "I fear 😀😀 it" becomes "I fear (?) it".
 * @param canShow whether our fonts have a code point
 */
export function showLetters(text: string, canShow: (code: number) => boolean, mark: string): string {
  let shown = ''
  let isMarked = false
  for (const segment of clustersOf(text.normalize('NFC').replaceAll('\t', ' '))) {
    const letters = [...segment]
    const isKnown = letters.every((letter) => isSilent(letter) || canShow(letter.codePointAt(0) ?? 0))
    if (isKnown) shown += withoutSilent(segment)
    else if (!isMarked) shown += mark
    // A gap between two words of another script belongs to the stretch.
    isMarked = !isKnown || (isMarked && segment === ' ')
  }
  return shown
}

/** The paper with nothing in it that our fonts cannot show; under each text that lost letters a note says so. */
export function fitLetters(paper: Paper, canShow: (code: number) => boolean, words: LetterWords): Paper {
  const fit = (text: string) => showLetters(text, canShow, words.mark)
  const fitRun = (run: Run): Run => ({ ...run, text: fit(run.text) })
  const fitBlock = (block: Block): Block => {
    switch (block.kind) {
      case 'heading':
        return { ...block, text: fit(block.text) }
      case 'people':
        return {
          ...block,
          groups: block.groups.map((group) => ({ ...group, name: fit(group.name) })),
          key: fit(block.key),
          text: fit(block.text),
        }
      case 'urgent':
        return {
          ...block,
          title: fit(block.title),
          items: block.items.map((item) => item.map(fitRun)),
          action: block.action.map(fitRun),
        }
      case 'paragraph':
        return { ...block, runs: block.runs.map(fitRun) }
      case 'list':
        return { ...block, items: block.items.map((item) => item.map(fitRun)) }
      case 'ticks':
        return { ...block, ...(block.label && { label: fit(block.label) }), items: block.items.map(fit) }
      case 'compare':
        return {
          ...block,
          question: fit(block.question),
          cells: block.cells.map((cell) => ({
            ...cell,
            name: fit(cell.name),
            studies: cell.studies.map((study) => ({
              ...study,
              groups: study.groups.map((group) => ({ ...group, label: fit(group.label) })),
              words: study.words.map(fitRun),
              note: study.note.map(fitRun),
            })),
            sure: { ...cell.sure, text: fit(cell.sure.text) },
            says: cell.says.map(fitRun),
          })),
          rest: block.rest.map((runs) => runs.map(fitRun)),
        }
      case 'table':
        return {
          ...block,
          head: block.head.map(fit),
          rows: block.rows.map((row) => row.map((runs) => runs.map(fitRun))),
        }
      case 'fields':
        return { ...block, items: block.items.map(fit) }
      case 'lines':
        return block
    }
  }
  const note: Block = { kind: 'paragraph', tone: 'note', runs: [{ text: words.note }] }
  const hasMark = (block: Block) => JSON.stringify(block).includes(words.mark)
  return {
    ...paper,
    title: fit(paper.title),
    lead: paper.lead.map(fit),
    blocks: paper.blocks.flatMap((block) => {
      const fitted = fitBlock(block)
      return hasMark(fitted) && !hasMark(block) ? [fitted, note] : [fitted]
    }),
  }
}
