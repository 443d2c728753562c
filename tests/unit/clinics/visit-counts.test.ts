import { expect, test } from 'vitest'
import { toldCounts } from '@/lib/clinics/visit-counts'

const rows = (question: string, yes: number, partly: number, no: number) =>
  Object.entries({ yes, partly, no }).map(([answer, people]) => ({ question, answer, people }))
const told = (...all: ReturnType<typeof rows>[]) => toldCounts(all.flat(), ['yes', 'partly', 'no'])

test('a question that nine people answered is not told, and one that ten did is', () => {
  expect(told(rows('next', 9, 0, 0))).toEqual([])
  expect(told(rows('next', 10, 0, 0))).toEqual([{ question: 'next', people: 10, answers: null }])
})

test('answers are told apart only when ten or more gave each: no small one can be worked out', () => {
  expect(told(rows('next', 30, 12, 9))).toEqual([{ question: 'next', people: 51, answers: null }])
  expect(told(rows('next', 30, 12, 10))).toEqual([
    { question: 'next', people: 52, answers: { yes: 30, partly: 12, no: 10 } },
  ])
})

test('each question has a floor of its own', () => {
  expect(told(rows('asked', 4, 0, 0), rows('next', 20, 0, 0)).map(({ question }) => question)).toEqual([
    'next',
  ])
})
