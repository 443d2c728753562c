import { describe, expect, it } from 'vitest'
import type { ConditionContent } from '@/prisma/pipeline/read-content'
import { realContent } from './real-content'

const { conditions } = realContent()

/** The answer that says "I am not sure": nobody takes it for the right one. */
const isUnsure = (id: string) => /^(?:i-am-)?not-sure$/.test(id)

type Question = ConditionContent['quiz']['questions'][number]

/** How long an answer looks: a placeholder is about as long as "10 in 100". */
const lengthOf = (text: string) => text.replaceAll(/\{[^}]*\}/g, '10 in 100').length

function lookOf(c: ConditionContent, { id, answers }: Question) {
  const words = c.words.quiz.questions[id]?.answers ?? {}
  const right = answers.find(({ correct }) => correct)
  // "I am not sure" may be the id of a right answer ("this is not clear"), so the right one always counts.
  const given = answers.filter((answer) => answer.correct || !isUnsure(answer.id))
  const lengths = given.map(({ id: answer, correct }) => ({ correct, length: lengthOf(words[answer] ?? '') }))
  const longest = Math.max(...lengths.map(({ length }) => length))
  return {
    isLongest: right !== undefined && lengths.some(({ correct, length }) => correct && length === longest),
    byChance: 1 / given.length,
  }
}

const share = (c: ConditionContent) => {
  const looks = c.quiz.questions.map((question) => lookOf(c, question))
  return {
    longest: looks.filter(({ isLongest }) => isLongest).length,
    byChance: looks.reduce((sum, { byChance }) => sum + byChance, 0),
  }
}

const sizesIn = (questions: readonly Question[]) =>
  questions.filter(({ estimates, id }) => estimates.length > 0 && /-size$/.test(id))

/** What a person who chooses needs to know, and the questions that ask it. */
const asked: Record<string, Record<string, string[]>> = {
  'heart-failure': {
    'a risk with its size': ['bypass-risk-size', 'icd-problem-size', 'pump-stroke-size'],
    'who can have it': ['transplant-who', 'crt-gist'],
    'the carer': ['pump-carer'],
    cost: ['cost-of-care'],
    'life without it': ['pump-without', 'carry-on-is-care'],
    'that no is an option': ['icd-say-no', 'pump-say-no'],
  },
  'liver-failure': {
    'a risk with its size': ['waiting-size', 'donor-harm-size', 'terlipressin-size'],
    'who can have it': ['transplant-who'],
    'the carer': ['transplant-carer'],
    cost: ['cost-of-care'],
    'life without it': ['sudden-recover', 'waiting-size'],
    'that no is an option': ['transplant-say-no'],
  },
}

it('there are questions of every condition that is named here, and sizes among them', () => {
  const all = new Map(conditions.map((c) => [c.condition.id, c.quiz.questions]))
  for (const id of Object.keys(asked)) {
    expect(all.get(id)?.length, id).toBeGreaterThan(10)
    expect(sizesIn(all.get(id) ?? []).length, id).toBeGreaterThanOrEqual(3)
  }
})

describe.each(conditions.map((c) => [c.condition.id, c] as const))('the questions of %s', (id, c) => {
  it('cannot be answered by length: the right answer is the longest no more often than by chance', () => {
    const { longest, byChance } = share(c)
    expect(longest).toBeLessThanOrEqual(byChance)
  })

  it('a right answer that is made the longest everywhere is found', () => {
    const harmed = structuredClone(c)
    for (const { id: question, answers } of harmed.quiz.questions) {
      const words = harmed.words.quiz.questions[question]
      const right = answers.find(({ correct }) => correct)?.id
      if (words && right !== undefined)
        words.answers[right] = `${words.answers[right]} ${'And more of it. '.repeat(8)}`
    }
    const { longest, byChance } = share(harmed)
    expect(longest).toBeGreaterThan(byChance)
  })

  it.each(Object.entries(asked[id] ?? {}))('ask about %s', (_what, questions) => {
    for (const question of questions) {
      const found = c.quiz.questions.find((one) => one.id === question)
      expect(found?.sources.length, question).toBeGreaterThan(0)
    }
  })

  it('that ask for a size hold it as a figure of the content, on both sides where it is explained', () => {
    const sizes = sizesIn(c.quiz.questions)
    expect(sizes.length).toBeGreaterThanOrEqual(1)
    for (const { id: question, answers, estimates } of sizes) {
      const words = c.words.quiz.questions[question]
      const right = answers.find(({ correct }) => correct)?.id ?? ''
      expect(words?.answers[right], question).toMatch(/\{[a-z0-9-]+\.(?:bad|good)\}/)
      const explained = words?.explain.join(' ') ?? ''
      for (const estimate of estimates)
        for (const side of ['bad', 'good']) expect(explained, question).toContain(`{${estimate}.${side}}`)
    }
  })
})
