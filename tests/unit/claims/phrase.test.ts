import { describe, expect, test } from 'vitest'
import { parsePhrase, PatternError, PhraseIndex } from '@/lib/claims/phrase'
import { tokenise } from '@/lib/claims/tokenise'

const lists = { cells: ['stem cell', 'msc'], organ: ['heart', 'liver'] }

function found(pattern: string, text: string): string[] {
  const index = new PhraseIndex<string>()
  for (const phrase of parsePhrase(pattern, lists)) index.add(phrase, pattern)
  const { tokens, sentences } = tokenise(text)
  const hits: string[] = []
  index.scan(tokens, sentences, (_owner, hit) =>
    hits.push(text.slice(tokens[hit.from]?.start, tokens[hit.to - 1]?.end)),
  )
  return hits
}

describe('the pattern language', () => {
  test.each([
    [
      'any form of a word',
      'improve',
      'It improves, improved, is improving.',
      ['improves', 'improved', 'improving'],
    ],
    ['several words', 'side effect', 'No side effects.', ['side effects']],
    ['a hyphen is a space', 'cutting edge', 'Cutting-edge work', ['Cutting-edge']],
    ['one of', 'heart|liver disease', 'liver disease, heart disease', ['liver disease', 'heart disease']],
    ['one of several words', '(heart attack|stroke) care', 'heart attack care', ['heart attack care']],
    [
      'a word that may be left out',
      'liver (cell)? repair',
      'liver repair; liver cell repair',
      ['liver repair', 'liver cell repair'],
    ],
    [
      'up to two words between',
      'reduce ~2 scar',
      'reduced the heart scar, reduced a very big old scar',
      ['reduced the heart scar'],
    ],
    ['the start of a word', 'regenerat*', 'regenerative regeneration', ['regenerative', 'regeneration']],
    ['a British spelling', 'minimiz*', 'It minimises risk', ['minimises']],
    ['exactly this form', '=left', 'leave the left side', ['left']],
    ['a number', '#num patient', '45 patients, twelve patients', ['45 patients', 'twelve patients']],
    ['a percentage', '#pct', '85% or 85 per cent', ['85%', '85']],
    ['a price', 'from #money', 'from $4,999 or from 5,000€', ['from $4,999', 'from 5,000€']],
    ['a list', 'our @cells', 'our stem cells and our MSCs', ['our stem cells', 'our MSCs']],
    [
      'either order',
      'heart <3> @cells',
      'stem cells for the heart. Heart and MSC.',
      ['stem cells for the heart', 'Heart and MSC'],
    ],
    ['not across a full stop', 'stem cell', 'The stem. Cells divide.', []],
    ['an apostrophe', 'do not', "They don't.", ["don't"]],
  ])('%s', (_name, pattern, text, expected) => {
    expect(found(pattern, text)).toEqual(expected)
  })

  test.each([
    ['a capital', 'Heart'],
    ['a hyphen', 'cutting-edge'],
    ['an unknown list', '@nothing'],
    ['an unknown class', '#date'],
    ['an open bracket', '(heart'],
    ['a start of fewer than 4 letters', 'cur*'],
    ['a gap first', '~3 heart'],
    ['a gap that is too wide', 'heart ~30 liver'],
    ['an empty alternative', '(heart|)'],
    ['nothing that must be there', 'heart?'],
  ])('refuses %s', (_name, pattern) => {
    expect(() => found(pattern, 'heart')).toThrow(PatternError)
  })
})

describe('sentences', () => {
  const sentencesOf = (text: string): string[] => {
    const { tokens, sentences } = tokenise(text)
    return sentences.map(({ from, to }) => text.slice(tokens[from]?.start, tokens[to - 1]?.end))
  }

  test.each([
    ['Dr. Lee came. He left.', ['Dr. Lee came', 'He left']],
    ['It rose by 3.5 points. Good.', ['It rose by 3.5 points', 'Good']],
    ['Really? Yes!', ['Really', 'Yes']],
    ['A heading\n\nThe text', ['A heading', 'The text']],
    ['a line that is\nwrapped by hand', ['a line that is\nwrapped by hand']],
    ['• One • Two', ['One', 'Two']],
    ['- one\n- two', ['one', 'two']],
    ['ended.Without a space', ['ended', 'Without a space']],
  ])('%j', (text, expected) => {
    expect(sentencesOf(text)).toEqual(expected)
  })
})
