/** How sentences are written (docs/how-to/write-content.md), with the real figures in them, as problems with a place. */
import { readability, splitSentences, splitWords } from '@/lib/texts/readability'
import { checkGlances } from './check-glances'
import { checkMatters } from './check-matters'
import type { Content, Problem } from './read-content'
import { readPages, type Block, type Page } from './read-pages'

/** Words of a sentence, and the school grade (Flesch-Kincaid) of a page: no more than these. */
export const mostWords = 20
export const mostGrade = 6

/** Sentences of more than 20 words, with their place. */
export function longSentences(
  blocks: readonly Block[],
): { place: string; words: number; sentence: string }[] {
  return blocks.flatMap(({ place, text }) =>
    splitSentences(text)
      .map((sentence) => ({ place, sentence, words: splitWords(sentence).length }))
      .filter(({ words }) => words > mostWords),
  )
}

/** The hardest blocks, the worst first. A label of a few words scores by its longest word alone, and is left out. */
export function hardestBlocks(blocks: readonly Block[], most: number): (Block & { grade: number })[] {
  return blocks
    .map((block) => ({ ...block, ...readability([block.text]) }))
    .filter(({ words }) => words >= 8)
    .sort((a, b) => b.grade - a.grade)
    .slice(0, most)
}

/** What makes a page too hard: its five hardest blocks, when it reads above the grade. */
function tooHard({ name, blocks }: Page): Problem[] {
  const { grade } = readability(blocks.map(({ text }) => text))
  if (grade <= mostGrade) return []
  return hardestBlocks(blocks, 5).map(({ place, text }) => ({
    ...placeOf(place),
    message: `the page “${name}” reads at grade ${grade.toFixed(1)}; one of its hardest parts: “${text}”`,
    fix: `use shorter, everyday words until the page is at ${mostGrade} or below`,
  }))
}

/** "heart-failure/words.en/options.yaml options.lvad.what.0": a block's file and its path there. */
function placeOf(place: string): Pick<Problem, 'file' | 'path' | 'line'> {
  const [file = '', ...rest] = place.split(' ')
  return { file, path: rest.join(' '), line: 0 }
}

/** The sentences at a glance of a page by themselves: a person may read only these. */
const glancesOf = ({ name, blocks, terms }: Page): Page => ({
  name: `${name}, at a glance`,
  blocks: blocks.filter(({ place }) => place.includes('.atAGlance.')),
  terms,
})

/**
 * Sentences that are too long, pages that are too hard, and sentences at a glance that say other than their figures, for
 * people who write content. The content must have passed the checks of its references: a placeholder that cannot be
 * filled has no words to count.
 * @throws when a placeholder cannot be filled
 */
export function checkProse(content: Content): Problem[] {
  const pages = readPages(content).flatMap((page) => [
    ...longSentences(page.blocks).map(({ place, words, sentence }) => ({
      ...placeOf(place),
      message: `a sentence of ${words} words: “${sentence}”`,
      fix: `make two of it, at most ${mostWords} words each`,
    })),
    ...tooHard(page),
    ...tooHard(glancesOf(page)),
  ])
  return [...pages, ...checkGlances(content), ...checkMatters(content)]
}
