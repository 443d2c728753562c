import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { matterAnswers } from '@/lib/matters/names'
import { sureAnswers, sureIds } from '@/lib/readiness/names'
import { answerFields, noAnswers, readAnswers, type Answerable } from '@/lib/summary/answers'
import { maxTextLength, whos } from '@/lib/summary/names'
import { Answers } from '@/lib/summary/schema'

const known: Answerable = {
  situations: ['advanced', 'after-heart-attack'],
  decisions: ['advanced', 'blocked-arteries'],
  options: ['carry-on-as-now', 'comfort-care', 'lvad'],
  matters: ['living-longer', 'being-home'],
  quiz: { 'what-is-hf': ['weak', 'stopped'], cells: ['yes', 'no'] },
  clinicQuestions: ['how-long', 'who-to-call'],
}
const read = (...fields: [string, string][]) => readAnswers(fields, known)

describe('readAnswers', () => {
  it('reads a whole form', () => {
    const { answers, leftOut, tooLong } = read(
      ['step', 'summary'],
      ['situation', 'advanced'],
      ['decision', 'advanced'],
      ['who', 'carer'],
      ['m.living-longer', 'a-lot'],
      ['q.cells', 'no'],
      ['sure.s', 'yes'],
      ['questions', 'how-long'],
      ['questions', 'who-to-call'],
      ['lean', 'lvad'],
      ['own', ' My garden.\r\nMy dog. '],
    )
    expect(answers).toEqual({
      ...noAnswers,
      situation: 'advanced',
      decision: 'advanced',
      who: 'carer',
      matters: { 'living-longer': 'a-lot' },
      quiz: { cells: 'no' },
      sure: { s: 'yes' },
      questions: ['how-long', 'who-to-call'],
      lean: 'lvad',
      own: 'My garden.\nMy dog.',
    })
    expect({ leftOut, tooLong }).toEqual({ leftOut: false, tooLong: [] })
  })

  it('an empty form is nothing answered, and an empty choice is no mistake', () => {
    expect(read()).toEqual({ answers: noAnswers, leftOut: false, tooLong: [] })
    expect(read(['situation', ''], ['lean', '']).leftOut).toBe(false)
  })

  it.each([
    ['situation', 'on-the-moon'],
    ['decision', 'advanced '],
    ['lean', 'stem-cells'],
    ['who', 'the-neighbour'],
    ['m.living-longer', 'very-much'],
    ['m.unknown', 'a-lot'],
    ['m.', 'a-lot'],
    ['q.cells', 'maybe'],
    ['q.unknown', 'yes'],
    ['q.__proto__', 'yes'],
    ['m.__proto__', 'a-lot'],
    ['m.constructor', 'a-lot'],
    ['q.constructor', 'name'],
    ['q.toString', 'length'],
    ['sure.s', 'perhaps'],
    ['sure.x', 'yes'],
    ['sure.__proto__', 'yes'],
    ['questions', 'who-is-the-best'],
    ['__proto__', 'x'],
    ['matters', '{"living-longer":"a-lot"}'],
    ['answers[own]', 'x'],
    ['', ''],
    ['unheard-of', 'x'],
  ])('%s = %s is left out, and said so', (name, value) => {
    const result = read([name, value], ['situation', 'advanced'])
    expect(result.leftOut).toBe(true)
    expect(result.answers).toEqual({ ...noAnswers, situation: 'advanced' })
    expect(Answers.safeParse(result.answers).success).toBe(true)
  })

  it('nothing posted ever changes an object that others share', () => {
    read(['__proto__', 'x'], ['m.__proto__', 'a-lot'], ['questions', 'how-long'], ['own', 'mine'])
    expect(noAnswers).toEqual(Answers.parse({}))
    expect(Object.keys(Object.prototype)).toEqual([])
  })

  it('of two answers to one question the last one counts; a question for the clinic is picked once', () => {
    const { answers } = read(
      ['m.being-home', 'some'],
      ['m.being-home', 'not-sure'],
      ['questions', 'how-long'],
      ['questions', 'how-long'],
    )
    expect(answers.matters).toEqual({ 'being-home': 'not-sure' })
    expect(answers.questions).toEqual(['how-long'])
  })

  it(`text of ${maxTextLength} characters is fine; one more is told, and kept whole`, () => {
    const fits = 'a'.repeat(maxTextLength)
    expect(read(['own', fits]).tooLong).toEqual([])
    const long = read(['own', `${fits}b`], ['unsure', 'short'])
    expect(long.tooLong).toEqual(['own'])
    expect(long.answers.own).toHaveLength(maxTextLength + 1)
  })

  it('control characters and text-turning marks become spaces; line breaks, accents and faces stay', () => {
    const { answers } = read(['own', 'a\u0000b\u202ec\u2066d\u007fe\nÉ 😀 ‏'])
    expect(answers.own).toBe('a b c d e\nÉ 😀 ‏'.trim())
    expect(answers.own).toContain('\n')
  })

  it('markup is only text', () => {
    expect(read(['unsure', '<script>alert(1)</script>']).answers.unsure).toBe('<script>alert(1)</script>')
  })

  it('never throws for anything a person can send, and always fits the shape', () => {
    const name = fc.oneof(
      fc.string(),
      fc.constantFrom('own', 'who', 'lean', 'questions', 'm.living-longer', 'q.cells', 'sure.s', 'situation'),
    )
    fc.assert(
      fc.property(fc.array(fc.tuple(name, fc.string())), (fields) => {
        expect(Answers.safeParse(readAnswers(fields, known).answers).success).toBe(true)
      }),
    )
  })
})

describe('answerFields', () => {
  const text = fc.string({ maxLength: 40 }).map((value) => readAnswers([['own', value]], known).answers.own)
  const someAnswers = fc.record({
    situation: fc.constantFrom(null, ...known.situations),
    decision: fc.constantFrom(null, ...known.decisions),
    who: fc.constantFrom(null, ...whos),
    lean: fc.constantFrom(null, ...known.options),
    matters: fc.dictionary(fc.constantFrom(...known.matters), fc.constantFrom(...matterAnswers)),
    quiz: fc.oneof(
      fc.constant({}),
      fc.constant({ cells: 'no' }),
      fc.constant({ cells: 'yes', 'what-is-hf': 'weak' }),
    ),
    sure: fc.dictionary(fc.constantFrom(...sureIds), fc.constantFrom(...sureAnswers)),
    top: fc.subarray([...known.matters]),
    questions: fc.subarray([...known.clinicQuestions]),
    own: text,
    ownQuestions: text,
    unsure: text,
    cellsRead: text,
    cellsAsk: text,
  })

  it('written as fields and read again, answers are the same', () => {
    fc.assert(
      fc.property(someAnswers, (answers) => {
        const again = readAnswers(answerFields(answers), known)
        expect(again.answers).toEqual(Answers.parse(answers))
        expect(again.leftOut).toBe(false)
      }),
    )
  })

  it('nothing answered is no field', () => {
    expect(answerFields(noAnswers)).toEqual([])
  })
})
