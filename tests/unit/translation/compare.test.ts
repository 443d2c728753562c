import { describe, expect, it } from 'vitest'
import { differencesOf, finderOf } from '@/prisma/pipeline/translation/compare'
import { readRules } from '@/prisma/pipeline/translation/check-translation'
import type { LanguageRules } from '@/prisma/pipeline/translation/rules-schema'

const none = {
  not: [],
  seemsNot: [],
  nearlyNot: [],
  nearlyProbably: [],
  probably: [],
  may: [],
  unknown: [],
  more: [],
  fewer: [],
  numbers: {},
}
const rules = (wholeWords: boolean, words: Partial<LanguageRules['words']>): LanguageRules => ({
  wholeWords,
  words: { ...none, ...words },
  exceptions: [],
})
const english = readRules('prisma/content', 'en')
if (!english) throw new Error('the words of English are missing')
const first = finderOf(english)
const spanish = finderOf(
  rules(true, {
    not: ['no', 'sin', 'nadie'],
    seemsNot: ['sin embargo'],
    probably: ['probablemente'],
    may: ['puede'],
    unknown: ['no se sabe'],
    more: ['más'],
    fewer: ['menos'],
    numbers: { '2': ['dos'] },
  }),
)
const chinese = finderOf(
  rules(false, { not: ['不', '没'], seemsNot: ['不同'], may: ['可能'], numbers: { '2': ['两'] } }),
)
const found = (source: string, translation: string, second = spanish, isMessage = false) =>
  differencesOf(source, translation, first, second, isMessage).map(({ rule }) => rule)

describe('a translation beside its source', () => {
  it('is let be when it says the same', () => {
    expect(found('{x.good} were not alive.', 'No vivían {x.good}.')).toEqual([])
    expect(found('It may help two people more.', 'Puede ayudar más a dos personas.')).toEqual([])
    expect(found('They are different.', '它们不同。', chinese)).toEqual([])
  })

  it('is named when a denial is gone, or came in', () => {
    expect(found('It does not help.', 'Ayuda.')).toEqual(['not'])
    expect(found('It helps.', 'Nadie dice que ayuda.')).toEqual(['not'])
    expect(found('It helps.', '没有用。', chinese)).toEqual(['not'])
  })

  it('does not find a denial inside another word, nor where none is meant', () => {
    expect(found('At night it helps.', 'De noche ayuda.')).toEqual([])
    expect(found('Still, it helps.', 'Sin embargo, ayuda.')).toEqual([])
  })

  it('is named when the certainty is another', () => {
    expect(found('It probably helps.', 'Ayuda.')).toEqual(['probably'])
    expect(found('It helps.', 'Probablemente ayuda.')).toEqual(['probably'])
    expect(found('It may help.', 'Ayuda.')).toEqual(['may'])
    expect(found('It is not known.', 'No es así.')).toEqual(['unknown'])
  })

  it('is named when fewer became more, or a number another', () => {
    expect(found('Fewer people die.', 'Mueren más personas.')).toEqual(['fewer'])
    expect(found('Two people died.', 'Murieron tres personas.')).toEqual(['number'])
  })

  it('is named when a gap is lost, doubled or another', () => {
    expect(found('{x.good} of them', 'de ellas')).toEqual(['gaps'])
    expect(found('{x.good} of them', '{x.good} {x.good}')).toEqual(['gaps'])
    expect(found('{x.good} of them', '{x.bad}')).toEqual(['gaps'])
  })

  it('asks of a message its arguments and marks, in any order and any form', () => {
    const source =
      '{n, plural, one {{count} person<rest> in {per}</rest>} other {{count}<rest> in {per}</rest>}}'
    expect(found(source, '{per}人中有{count}人<rest></rest>{n, plural, other {}}', chinese, true)).toEqual([])
    expect(found(source, '{per}人中有{count}人{n, plural, other {}}', chinese, true)).toEqual(['gaps'])
  })
})
