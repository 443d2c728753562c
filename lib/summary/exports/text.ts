import { cellRuns, rowRuns } from '@/lib/paper/compare-words'
import type { Block, Paper, Run } from '@/lib/paper/schema'
import { blocksToRead } from '@/lib/paper/to-read'
import type { SummaryExport } from './entry'

/** Fits the note field of a clinic's record and a mail without being broken again. */
const defaultWidth = 76

const lengthOf = (text: string) => [...text].length

/** Breaks a text at spaces. A word that is too long (an address) keeps a line of its own. */
function wrap(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/ +/).filter(Boolean)) {
    const longer = line ? `${line} ${word}` : word
    if (line && lengthOf(longer) > width) {
      lines.push(line)
      line = word
    } else line = longer
  }
  return line ? [...lines, line] : lines
}

const textOf = (runs: readonly Run[]) => runs.map(({ text }) => text).join('')

/** With `first` in front of the first line and as much room in front of the others. */
function hang(text: string, first: string, width: number): string[] {
  const room = ' '.repeat(first.length)
  return wrap(text, width - first.length).map((line, index) => (index === 0 ? first : room) + line)
}

function underlined(text: string, mark: string, width: number): string[] {
  return [...wrap(text, width), mark.repeat(Math.min(lengthOf(text), width))]
}

function blockLines(block: Block, width: number): string[] {
  switch (block.kind) {
    case 'heading':
      return block.level === 2 ? underlined(block.text, '-', width) : hang(block.text, '', width)
    case 'paragraph':
      // Every line that a person wrote is marked: nothing in it can pass for a line of ours.
      if (block.tone === 'own-words')
        return textOf(block.runs)
          .split('\n')
          .flatMap((line) => (line.trim() ? wrap(line, width - 2) : ['']))
          .map((line) => `> ${line}`.trim())
      return wrap(textOf(block.runs), width)
    case 'list':
      return block.items.flatMap((item) => hang(textOf(item), '- ', width))
    case 'urgent':
      return [
        ...underlined(block.title, '-', width),
        ...block.items.flatMap((item) => hang(textOf(item), '- ', width)),
        ...wrap(textOf(block.action), width),
      ]
    case 'people':
      return wrap(block.text, width)
    case 'ticks':
      return [
        ...(block.label ? wrap(block.label, width) : []),
        ...block.items.flatMap((item) => hang(item, '[ ] ', width)),
      ]
    case 'compare':
      return [
        ...underlined(block.question, '.', width),
        ...block.cells.flatMap((cell) => hang(textOf(cellRuns(cell)), '- ', width)),
        ...block.rest.flatMap((runs) => hang(textOf(runs), '- ', width)),
      ]
    case 'table':
      return block.rows.flatMap((row) => hang(textOf(rowRuns(block.head, row)), '- ', width))
    case 'lines':
    case 'fields':
      return []
  }
}

/** A paper as plain text, with lines of at most `width` characters and LF ends. */
export function writeText(paper: Paper, width = defaultWidth): string {
  const { notAdvice, reviewed, version, changed } = paper.foot
  const groups = [
    underlined(paper.title, '=', width),
    ...paper.lead.map((line) => wrap(line, width)),
    ...blocksToRead(paper.blocks).map((block) => blockLines(block, width)),
    ['-'.repeat(width)],
    wrap(`${notAdvice} ${reviewed}`, width),
    wrap(`${version} ${changed}`, width),
  ]
  return `${groups
    .filter((lines) => lines.length)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`
}

/** The summary as a text file, or to paste into a record. */
export const textExport = {
  madeIn: 'anywhere',
  mediaType: 'text/plain; charset=utf-8',
  extension: 'txt',
  label: 'saveText',
  write: ({ paper }) => writeText(paper),
} as const satisfies SummaryExport
