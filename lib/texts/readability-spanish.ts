/**
 * How hard Spanish text is to read: the perspicuity of Szigriszt Pazos (1993), 206.835 − 62.3 × syllables per word − words per
 * sentence, read on the INFLESZ scale (Barrio-Cantalejo 2008, An Sist Sanit Navar 31:135, a validation on texts for
 * patients): above 80 very easy, 65 to 80 quite easy, 55 to 65 normal, 40 to 55 somewhat hard, below 40 very hard.
 */
import { splitSentences, splitWords } from './readability'

/** Marks of the letters that make a syllable of their own. */
const strong = /[aeoáéíóúàèìòù]/

/**
 * Syllables of one Spanish word: each strong vowel and each stressed weak one has its own, weak ones lean on a
 * neighbour ("ciudad" two, "día" two, "aéreo" four). A number counts as one.
 */
export function countSpanishSyllables(word: string): number {
  // "qu", and "gu" before e or i, are one consonant; "y" sounds as a vowel at the end only.
  const sounds = word
    .toLowerCase()
    .normalize('NFC')
    .replace(/qu(?=[eéií])|gu(?=[eéií])/g, 'k')
    .replace(/y(?=[aeiouáéíóú])/g, 'k')
  const groups = sounds.match(/[aeiouáéíóúüàèìòùy]+/g) ?? []
  const count = groups.reduce((sum, group) => {
    const ownOnes = [...group].filter((letter) => strong.test(letter)).length
    return sum + Math.max(1, ownOnes)
  }, 0)
  return Math.max(1, count)
}

/** INFLESZ of blocks of text: about 0 (hard) to 100 (easy); 100 when there are no words. */
export function inflesz(blocks: readonly string[]): number {
  const sentences = blocks.flatMap(splitSentences).map(splitWords)
  const words = sentences.flat()
  if (words.length === 0) return 100
  const syllables = words.reduce((sum, word) => sum + countSpanishSyllables(word), 0)
  return 206.835 - 62.3 * (syllables / words.length) - words.length / sentences.length
}
