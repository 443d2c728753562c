import { describe, expect, it } from 'vitest'
import { realContent } from './real-content'
import { missingSafetySentences, safetyLists, safetyTexts } from './safety-sentences'

const content = realContent()
/** Most items that can be read in fright. */
const mostEmergencyItems = 14

describe.each(Object.entries(safetyLists))('safety sentences of %s', (conditionId, list) => {
  const texts = safetyTexts(content, conditionId)

  it('are all said, and nothing unsafe is', () => {
    expect(missingSafetySentences(conditionId, texts)).toEqual([])
  })

  it('have one name each, and belong to a place that exists', () => {
    expect(new Set(list.map(({ id }) => id)).size).toBe(list.length)
    expect(list.filter(({ place }) => texts[place] === undefined).map(({ id }) => id)).toEqual([])
  })

  it('are missed, each one, when its words are taken out', () => {
    const unnoticed = list.flatMap(({ id, place, must }) =>
      must.flatMap((pattern) => {
        const global = new RegExp(pattern.source, `${pattern.flags}g`)
        const harmed = { ...texts, [place]: (texts[place] ?? '').replace(global, '') }
        const missed = missingSafetySentences(conditionId, harmed).some((fault) =>
          fault.includes(`: ${id}: does not`),
        )
        return missed ? [] : [`${id}: ${String(pattern)}`]
      }),
    )
    expect(unnoticed).toEqual([])
  })

  it('are missed when the place is empty', () => {
    for (const { id, place } of list)
      expect(missingSafetySentences(conditionId, { [place]: '' }).join('\n')).toContain(`: ${id}: does not`)
  })

  it('turn red when an unsafe wording comes back', () => {
    const unnoticed = list.flatMap(({ id, place, mustNot = [] }) =>
      mustNot.flatMap(({ example }) => {
        const harmed = { ...texts, [place]: `${texts[place] ?? ''} ${example}` }
        const noticed = missingSafetySentences(conditionId, harmed).some((fault) =>
          fault.includes(`: ${id}: says`),
        )
        return noticed ? [] : [`${id}: ${example}`]
      }),
    )
    expect(unnoticed).toEqual([])
  })

  it(`leave the emergency list at ${mostEmergencyItems} items or fewer`, () => {
    const condition = content.conditions.find((c) => c.condition.id === conditionId)
    expect(condition?.words.condition.emergency.now.items.length).toBeLessThanOrEqual(mostEmergencyItems)
  })
})

describe('the check of safety sentences', () => {
  it('reads a printed page with its line breaks', () => {
    const texts = safetyTexts(content, 'heart-failure')
    const page = (texts['emergency-now'] ?? '').replaceAll(' ', '\n')
    expect(missingSafetySentences('heart-failure', { 'emergency-now': page })).toEqual([])
  })

  it('does not pass for a condition without a list, or with no place to check', () => {
    expect(() => missingSafetySentences('lung-failure', { 'emergency-now': 'anything' })).toThrow(
      'nothing to check',
    )
    expect(() => missingSafetySentences('heart-failure', {})).toThrow('nothing to check')
  })
})
