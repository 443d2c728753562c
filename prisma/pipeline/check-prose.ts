/** How sentences are written (docs/how-to/write-content.md), with the real figures in them, as problems with a place. */
import { sourceLocale } from '@/lib/texts/languages'
import { readability, splitSentences, splitWords } from '@/lib/texts/readability'
import { chineseLength, rareCharacters, splitChineseSentences } from '@/lib/texts/readability-chinese'
import { inflesz } from '@/lib/texts/readability-spanish'
import { checkGlances } from './check-glances'
import { checkMatters } from './check-matters'
import type { Content, Problem } from './read-content'
import { readPages, type Block, type Page } from './read-pages'

/** Words of an English sentence, and the school grade (Flesch-Kincaid) of a page: no more than these. */
export const mostWords = 20
export const mostGrade = 6
/**
 * Words of a Spanish sentence, no more than of an English one, and how easy a page reads at least. "Quite easy" begins at 65,
 * and all pages are above it; words explained and what guidelines say, made of names of treatments, only just.
 */
const mostSpanishWords = 20
const leastInflesz = 60
/** Characters of a Chinese sentence, and how many of a page's own characters may be uncommon, of each 1,000. */
const mostCharacters = 40
const mostRare = 10

/** How the prose of a language is judged. A language without a row is judged by a person alone. */
type Reading = {
  split: (block: string) => string[]
  length: (sentence: string) => number
  most: number
  unit: string
  /** What is wrong with a page as a whole; null: nothing. */
  tooHard: (page: Page) => { why: string; blocks: readonly Block[]; fix: string } | null
}

const words = (sentence: string) => splitWords(sentence).length
const textsOfPage = ({ blocks }: Page) => blocks.map(({ text }) => text)
/** The hardest blocks, the worst first. A label of a few words scores by its longest word alone, and is left out. */
const hardest = (blocks: readonly Block[], hardness: (text: string) => number, most: number) =>
  blocks
    .filter(({ text }) => words(text) >= 8)
    .map((block) => ({ ...block, hard: hardness(block.text) }))
    .sort((a, b) => b.hard - a.hard)
    .slice(0, most)

const readings: Partial<Record<string, Reading>> = {
  en: {
    split: splitSentences,
    length: words,
    most: mostWords,
    unit: 'words',
    tooHard: (page) => {
      const { grade } = readability(textsOfPage(page))
      if (grade <= mostGrade) return null
      return {
        why: `reads at grade ${grade.toFixed(1)}`,
        blocks: hardestBlocks(page.blocks, 5),
        fix: `use shorter, everyday words until the page is at ${mostGrade} or below`,
      }
    },
  },
  es: {
    split: splitSentences,
    length: words,
    most: mostSpanishWords,
    unit: 'words',
    tooHard: (page) => {
      const ease = inflesz(textsOfPage(page))
      if (ease >= leastInflesz) return null
      return {
        why: `reads at INFLESZ ${ease.toFixed(0)}`,
        blocks: hardest(page.blocks, (text) => -inflesz([text]), 5),
        fix: `use shorter, everyday words until the page is at ${leastInflesz} or above`,
      }
    },
  },
  zh: {
    split: splitChineseSentences,
    length: chineseLength,
    most: mostCharacters,
    unit: 'characters',
    tooHard: (page) => {
      // What the page explains may be written with any character.
      const explained = new Set(page.terms.join(''))
      const rare = (text: string) => rareCharacters(text).filter((letter) => !explained.has(letter))
      const all = textsOfPage(page).join('')
      const found = rare(all)
      if (found.length * 1000 <= chineseLength(all) * mostRare) return null
      return {
        why: `has uncommon characters: ${found.join(' ')}`,
        blocks: page.blocks.filter(({ text }) => rare(text).length > 0).slice(0, 5),
        fix: 'say it with everyday words, or explain the word in the glossary',
      }
    },
  },
}

/** Sentences that are too long for their language, with their place. `words`: its length, of Chinese in characters. */
export function longSentences(
  blocks: readonly Block[],
  locale: string = sourceLocale,
): { place: string; words: number; sentence: string }[] {
  const reading = readings[locale]
  if (!reading) return []
  return blocks.flatMap(({ place, text }) =>
    reading
      .split(text)
      .map((sentence) => ({ place, sentence, words: reading.length(sentence) }))
      .filter((one) => one.words > reading.most),
  )
}

/** The hardest blocks of English, the worst first, each with its school grade. */
export const hardestBlocks = (blocks: readonly Block[], most: number): (Block & { grade: number })[] =>
  hardest(blocks, (text) => readability([text]).grade, most).map(({ hard, ...block }) => ({
    ...block,
    grade: hard,
  }))

/** What makes a page too hard: its hardest blocks, when it reads above what its language allows. */
function tooHard(page: Page, locale: string): Problem[] {
  const found = readings[locale]?.tooHard(page)
  if (!found) return []
  return found.blocks.map(({ place, text }) => ({
    ...placeOf(place),
    message: `the page “${page.name}” ${found.why}; one of its hardest parts: “${text}”`,
    fix: found.fix,
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
  const { locale } = content
  const reading = readings[locale]
  const pages = readPages(content).flatMap((page) => [
    ...longSentences(page.blocks, locale).map(({ place, words: long, sentence }) => ({
      ...placeOf(place),
      message: `a sentence of ${long} ${reading?.unit ?? 'words'}: “${sentence}”`,
      fix: `make two of it, at most ${reading?.most ?? mostWords} ${reading?.unit ?? 'words'} each`,
    })),
    ...tooHard(page, locale),
    ...tooHard(glancesOf(page), locale),
  ])
  // What a sentence at a glance may say is known in the source language's words; a translation is held to that sentence.
  return locale === sourceLocale ? [...pages, ...checkGlances(content), ...checkMatters(content)] : pages
}
