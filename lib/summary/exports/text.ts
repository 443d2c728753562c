import { cellRuns, rowRuns } from '@/lib/paper/compare-words'
import type { Block, Paper, Run } from '@/lib/paper/schema'
import { blocksToRead } from '@/lib/paper/to-read'
import type { SummaryExport } from './entry'
import { sentences } from '@/lib/texts/punctuation'

/** Fits the note field of a clinic's record and a mail without being broken again. */
const defaultWidth = 76

/** Letters that take the room of two, and after which a line may end: Chinese sets no space between words. */
const wide = String.raw`\p{Script=Han}\u3000-\u303f\uff00-\uff60`
const isWide = new RegExp(`[${wide}]`, 'u')
const opening = '（《「『“‘'
const closing = '，。、；：？！）》」』”’…—'
const ends = new RegExp(
  `(?<=[${wide}])(?<![${opening}])(?![${closing}])|(?<![${opening}])(?=\\p{Script=Han})`,
  'u',
)

/** In letters of a screen where all are as wide as one another. */
const lengthOf = (text: string) => [...text].reduce((sum, letter) => sum + (isWide.test(letter) ? 2 : 1), 0)

/** Breaks a text at spaces, and between Chinese letters. A word that is too long (an address) keeps a line of its own. */
function wrap(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/ +/).filter(Boolean))
    for (const [at, piece] of word.split(ends).entries()) {
      const longer = line + (line && at === 0 ? ' ' : '') + piece
      if (line && lengthOf(longer) > width) {
        lines.push(line)
        line = piece
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

function blockLines(block: Block, width: number, locale: string): string[] {
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
        ...block.cells.flatMap((cell) => hang(textOf(cellRuns(cell, locale)), '- ', width)),
        ...block.rest.flatMap((runs) => hang(textOf(runs), '- ', width)),
      ]
    case 'table':
      return block.rows.flatMap((row) => hang(textOf(rowRuns(block.head, row, locale)), '- ', width))
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
    ...blocksToRead(paper.blocks).map((block) => blockLines(block, width, paper.locale)),
    ['-'.repeat(width)],
    wrap(sentences([notAdvice, reviewed], paper.locale), width),
    wrap(sentences([version, changed], paper.locale), width),
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
