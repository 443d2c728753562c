import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { estimateParts, parseWords } from '@/lib/texts/placeholders'

describe('parseWords', () => {
  it('splits a sentence into its text and its figures', () => {
    expect(parseWords('Of these, {stiches-death.bad} died in {fact:stay.bare} days.')).toEqual([
      { kind: 'text', text: 'Of these, ' },
      { kind: 'estimate', id: 'stiches-death', part: 'bad' },
      { kind: 'text', text: ' died in ' },
      { kind: 'fact', id: 'stay', bare: true },
      { kind: 'text', text: ' days.' },
    ])
  })

  it('a figure without a part is its headline; a fact without .bare has its unit', () => {
    expect(parseWords('{a-1}{fact:b-2}')).toEqual([
      { kind: 'estimate', id: 'a-1', part: 'headline' },
      { kind: 'fact', id: 'b-2', bare: false },
    ])
  })

  it.each(estimateParts.map((part) => [part]))('%s is a part of a figure', (part) => {
    expect(parseWords(`{x.${part}}`)).toEqual([{ kind: 'estimate', id: 'x', part }])
  })

  it.each([
    '{}',
    '{X}',
    '{x.worse}',
    '{x.versus.worse}',
    '{fact:}',
    '{fact:x.bad}',
    '{fact: x}',
    '{x y}',
    '{x.}',
  ])('%s is broken and comes back as it stands', (raw) => {
    expect(parseWords(`a ${raw} b`)).toEqual([
      { kind: 'text', text: 'a ' },
      { kind: 'broken', raw },
      { kind: 'text', text: ' b' },
    ])
  })

  it('a lone brace is text', () => {
    expect(parseWords('a { b')).toEqual([{ kind: 'text', text: 'a { b' }])
  })

  it('never throws and never loses a letter of text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const written = parseWords(text).map((part) => {
          if (part.kind === 'text') return part.text
          if (part.kind === 'broken') return part.raw
          if (part.kind === 'fact') return `{fact:${part.id}${part.bare ? '.bare' : ''}}`
          return part.part === 'headline' ? null : `{${part.id}.${part.part}}`
        })
        if (written.every((piece) => piece !== null)) expect(written.join('')).toBe(text)
      }),
    )
  })
})
