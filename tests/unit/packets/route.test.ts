import { describe, expect, it } from 'vitest'
import { optionsToRead, routeOf, type Catalogue } from '@/lib/packets/route'
import type { Packet } from '@/lib/packets/schema'
import { clashes, startAnswers } from '@/lib/packets/start-answers'
import { realContent } from '@/tests/content/real-content'

const named = (id: string) => ({ id, name: id.toUpperCase() })
const catalogue: Catalogue = {
  locale: 'en',
  conditions: [
    {
      ...named('heart'),
      situations: [named('weak'), named('stent')],
      decisions: [
        {
          id: 'advanced',
          question: 'Which?',
          situations: ['weak'],
          reviewed: 'Not yet.',
          options: ['carry-on-as-now', 'comfort-care', 'medicines', 'pump'].map(named),
        },
      ],
    },
  ],
}
const packet: Packet = {
  locale: 'en',
  condition: 'heart',
  situation: 'weak',
  decision: 'advanced',
  options: ['pump', 'carry-on-as-now', 'comfort-care'],
  note: '',
  made: '2026-11-21',
}
const ids = (options: readonly string[]) => {
  const route = routeOf({ ...packet, options: [...options] }, [catalogue])
  return route?.options.map(({ id, letter }) => `${letter} ${id}`)
}

describe('a route', () => {
  it('keeps the order of the packet and the letters of the site', () => {
    expect(ids(['pump', 'comfort-care', 'carry-on-as-now'])).toEqual([
      'D pump',
      'B comfort-care',
      'A carry-on-as-now',
    ])
  })

  it('puts carry on as now and comfort-focused care in front when a packet leaves them out', () => {
    expect(ids(['pump'])).toEqual(['A carry-on-as-now', 'B comfort-care', 'D pump'])
    expect(optionsToRead(['pump'], ['carry-on-as-now', 'pump'])).toEqual(['carry-on-as-now', 'pump'])
  })

  it('leaves out an option the site does not have, and says so', () => {
    const route = routeOf({ ...packet, options: ['cells', 'pump'] }, [catalogue])
    expect(route?.isPartial).toBe(true)
    expect(route?.options.map(({ id }) => id)).toEqual(['carry-on-as-now', 'comfort-care', 'pump'])
    expect(routeOf(packet, [catalogue])?.isPartial).toBe(false)
  })

  it('uses the words of the site only', () => {
    const route = routeOf(packet, [catalogue])
    expect(route).toMatchObject({
      condition: named('heart'),
      situation: named('weak'),
      decision: { id: 'advanced', question: 'Which?' },
      allOptions: 4,
    })
  })

  it.each([
    ['language', { locale: 'xx' }],
    ['condition', { condition: 'lung' }],
    ['decision', { decision: 'other' }],
    ['situation', { situation: 'other' }],
    ['situation of another decision', { situation: 'stent' }],
  ])('is none for an unknown %s', (_what, over) => {
    expect(routeOf({ ...packet, ...over }, [catalogue])).toBeNull()
  })

  it('may leave the situation open', () => {
    expect(routeOf({ ...packet, situation: null }, [catalogue])?.situation).toBeNull()
  })

  it('of every real decision holds carry on as now and comfort-focused care', () => {
    for (const { decisions } of realContent().conditions)
      for (const { id, options } of decisions.decisions)
        expect(optionsToRead([], options), id).toEqual(['carry-on-as-now', 'comfort-care'])
  })
})

describe('starting', () => {
  const route = routeOf(packet, [catalogue])
  if (!route) throw new Error('no route')

  it('fills in the situation and the decision where nothing was said', () => {
    expect(startAnswers([['own', 'x']], route, true)).toEqual([
      ['own', 'x'],
      ['situation', 'weak'],
      ['decision', 'advanced'],
    ])
    expect(clashes([['own', 'x']], route)).toBe(false)
  })

  it('asks when the person has said something else, and keeps it when told so', () => {
    const own: [string, string][] = [
      ['situation', 'stent'],
      ['m.time', 'a-lot'],
    ]
    expect(clashes(own, route)).toBe(true)
    expect(startAnswers(own, route, true)).toEqual([
      ['situation', 'stent'],
      ['m.time', 'a-lot'],
      ['decision', 'advanced'],
    ])
    expect(startAnswers(own, route, false)).toEqual([
      ['m.time', 'a-lot'],
      ['situation', 'weak'],
      ['decision', 'advanced'],
    ])
  })

  it('does not ask when the person has said the same', () => {
    expect(clashes([['decision', 'advanced']], route)).toBe(false)
  })
})
