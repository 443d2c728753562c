import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { ownTextsFileSchema, readMarks, readOwnTexts, statesOf } from '@/lib/claims/own-texts'
import { articlePatterns, signIds } from '@/tests/article-patterns'

const signs = signIds()

describe('marks', () => {
  test('are taken out, and say where their words stand', () => {
    const { text, marks } = readMarks(
      'Hello. [[It cures.|cure_promise, hype_first?]] Is it [[free|!you_pay]]?',
    )
    expect(text).toBe('Hello. It cures. Is it free?')
    expect(marks).toEqual([
      { from: 7, to: 16, sign: 'cure_promise', state: 'clear' },
      { from: 7, to: 16, sign: 'hype_first', state: 'unclear' },
      { from: 23, to: 27, sign: 'you_pay', state: 'absent' },
    ])
  })

  test('may run over lines and hold a bar', () => {
    expect(readMarks('[[Price:\n5 | 6|you_pay]]').text).toBe('Price:\n5 | 6')
  })

  test.each(['[[It cures.]]', '[[It cures.|Cure]]', '[[It cures.|!travel?]]', 'It cures.]]'])(
    'that cannot be read are refused: %s',
    (marked) => {
      expect(() => readMarks(marked)).toThrow('A mark cannot be read')
    },
  )

  test('a sign is clear when it is clear anywhere; what only looks like it is absent', () => {
    const marked = readMarks('[[a|stories?]] [[b|stories]] [[c|travel?, !stories]] [[d|!hype_first]]')
    expect(statesOf(marked)).toEqual({ stories: 'clear', travel: 'unclear' })
  })
})

test('a label belongs to the sentences that its words stand in', () => {
  const file = ownTextsFileSchema.parse({
    texts: [
      {
        id: 'a',
        kind: 'advert',
        stance: 'sells',
        illness: 'heart',
        text: 'Good morning to you all. [[Our cells cure heart failure.|cure_promise]] The door is green.',
      },
    ],
  })
  expect(readOwnTexts(file, articlePatterns(), signs)).toMatchObject([
    {
      stance: 'sells',
      signs: { cure_promise: { state: 'clear', words: 'Our cells cure heart failure.' } },
      partsOf: { cure_promise: [1] },
      isPassage: false,
    },
  ])
})

describe('our own texts', () => {
  const { texts } = ownTextsFileSchema.parse(parse(readFileSync('prisma/content/article-texts.yaml', 'utf8')))
  const marked = texts.flatMap(({ id, text }) => text.marks.map((mark) => ({ id, ...mark })))

  test('each stands once, under a name of its own', () => {
    expect(new Set(texts.map(({ id }) => id)).size).toBe(texts.length)
    expect(new Set(texts.map(({ text }) => text.text)).size).toBe(texts.length)
  })

  test('there are at least 400, of 40 to 400 words each, more than 100 that sell and more than 100 that inform', () => {
    const lengths = texts.map(({ text }) => text.text.split(/\s+/).length)
    expect(lengths.length).toBeGreaterThanOrEqual(400)
    expect(Math.min(...lengths)).toBeGreaterThanOrEqual(40)
    expect(Math.max(...lengths)).toBeLessThanOrEqual(400)
    for (const stance of ['sells', 'informs'])
      expect(texts.filter((text) => text.stance === stance).length).toBeGreaterThan(100)
  })

  test.each(signs)('%s: at least 40 texts clearly have it, and 30 only look so', (sign) => {
    const textsWith = (state: string) =>
      new Set(marked.filter((mark) => mark.sign === sign && mark.state === state).map(({ id }) => id)).size
    expect(textsWith('clear')).toBeGreaterThanOrEqual(40)
    expect(textsWith('absent')).toBeGreaterThanOrEqual(30)
  })

  test('the signs of their marks exist', () => {
    expect(marked.filter(({ sign }) => !signs.includes(sign))).toEqual([])
  })

  test.each(signs)('%s: no sentence has it twice in two states', (sign) => {
    const of = marked.filter((mark) => mark.sign === sign).map(({ id, from }) => `${id} ${from}`)
    expect(new Set(of).size).toBe(of.length)
  })
})
