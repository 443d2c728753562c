import { describe, expect, it } from 'vitest'
import {
  neighbours,
  optionHref,
  optionMarks,
  outlookHref,
  sectionHref,
  stepHref,
  steps,
} from '@/lib/journey/steps'
import messages from '@/lib/texts/messages.en.json'

describe('steps', () => {
  it('are seven, each with a name and an address of its own', () => {
    expect(steps).toHaveLength(7)
    expect(new Set(steps.map(({ path }) => path)).size).toBe(7)
    for (const { id } of steps) expect(messages.steps[id]).toBeTruthy()
  })

  it('have their address under the language and the condition', () => {
    expect(stepHref('en', 'heart-failure', 'condition')).toBe('/en/heart-failure')
    expect(stepHref('en', 'heart-failure', 'matters')).toBe('/en/heart-failure/what-matters')
  })

  it('the pages inside a step have their address under it', () => {
    expect(optionHref('en', 'heart-failure', 'bypass')).toBe('/en/heart-failure/options/bypass')
    expect(sectionHref('en', 'heart-failure', 'caring')).toBe('/en/heart-failure/about/caring')
    expect(outlookHref('en', 'heart-failure')).toBe('/en/heart-failure/outlook')
    expect(outlookHref('en', 'heart-failure', 'years')).toBe('/en/heart-failure/outlook#years')
  })

  it('the first has nothing before it, the last nothing after it', () => {
    expect(neighbours('condition')).toEqual({ back: null, next: 'options' })
    expect(neighbours('summary')).toEqual({ back: 'check', next: null })
  })

  it('each next step leads back to the step before', () => {
    for (const { id } of steps) {
      const { next } = neighbours(id)
      if (next) expect(neighbours(next).back).toBe(id)
    }
  })
})

describe('optionMarks', () => {
  it('letters go on from A, and each of nine options has a look of its own', () => {
    const marks = optionMarks(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'])
    expect(marks.get('a')).toEqual({ letter: 'A', tone: 'o1' })
    expect(marks.get('g')).toEqual({ letter: 'G', tone: 'o7' })
    expect(new Set([...marks.values()].map(({ letter }) => letter)).size).toBe(10)
    expect(new Set([...marks.values()].map(({ tone }) => tone)).size).toBe(9)
  })
})
