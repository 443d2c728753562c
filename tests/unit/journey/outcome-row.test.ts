import { describe, expect, it } from 'vitest'
import { optionsOf, outcomeRow, rowTexts } from '@/lib/journey/outcome-row'
import { book, figure } from '@/tests/unit/sentences/figures'

const options = ['carry-on', 'pills', 'pump', 'machine'].map((id) => ({ id }))
const figures = [
  figure('main', { option: 'pills', source: 'one' }),
  figure('second', { option: 'pills', source: 'two' }),
  figure('pump-main', { option: 'pump', source: 'three', armWords: 'the pump' }),
]
const cells = {
  'carry-on': { unknown: 'nobody-asked', why: 'Nobody asked.' },
  pills: { estimates: ['main', 'second'] },
  pump: { estimates: ['pump-main'] },
  machine: { unknown: 'nobody-asked', why: 'Nobody asked.' },
}
const row = outcomeRow(cells, options, book(figures))
const ids = (studies: typeof row.first) => studies.map(({ group }) => group.arms[0]?.id)

describe('one question of a decision', () => {
  it('the first figure of each option stands first, the others follow, none is lost', () => {
    expect(ids(row.first)).toEqual(['main', 'pump-main'])
    expect(ids(row.more)).toEqual(['second'])
    expect(row.isSeveral).toBe(true)
  })

  it('the figures that the content names as leads stand first instead', () => {
    const led = outcomeRow(
      { ...cells, pills: { estimates: ['main', 'second'], lead: ['second'] } },
      options,
      book(figures),
    )
    expect(ids(led.first)).toEqual(['second', 'pump-main'])
    expect(ids(led.more)).toEqual(['main'])
  })

  it('stands in the order of the letters, options without figures among the others', () => {
    const compared = [
      figure('pump-arm', { option: 'pump', comparator: 'pills-arm', source: 'trial' }),
      figure('pills-arm', { option: 'pills', comparator: 'pump-arm', source: 'trial' }),
      figure('pills-alone', { option: 'pills', design: 'single-group', source: 'list' }),
      figure('machine-arm', { option: 'machine', source: 'other' }),
    ]
    const letters = (of: Parameters<typeof outcomeRow>[0]) =>
      outcomeRow(of, options, book(compared)).inOrder.map((item) =>
        ('study' in item ? optionsOf(item.study) : item.blank.options.map(({ id }) => id)).join(' '),
      )
    expect(
      letters({
        'carry-on': { unknown: 'x', why: 'Nobody asked.' },
        pills: { estimates: ['pills-alone'] },
        pump: { estimates: ['pump-arm'] },
        machine: { estimates: ['machine-arm'] },
      }),
    ).toEqual(['carry-on', 'pills pump', 'pills', 'machine'])
    expect(
      letters({
        'carry-on': { estimates: ['machine-arm'] },
        pills: { unknown: 'x', why: 'Nobody asked.' },
        pump: { unknown: 'y', why: 'Nobody counted.' },
        machine: { estimates: ['machine-arm'] },
      }),
    ).toEqual(['pills', 'pump', 'machine'])
  })

  it('options without figures for the same reason stand together, in their order', () => {
    expect(row.blanks).toEqual([
      { isUnknown: true, why: 'Nobody asked.', options: [{ id: 'carry-on' }, { id: 'machine' }] },
    ])
  })

  it('an option that it does not apply to is not one of which nothing is known', () => {
    const { blanks } = outcomeRow(
      { pills: { unknown: 'x', why: 'Why.' }, pump: { notApplicable: 'x', why: 'Why.' } },
      options,
      book([]),
    )
    expect(blanks.map(({ isUnknown }) => isUnknown)).toEqual([true, false])
  })

  it('a figure that stands for two options is first when it is the main one of either', () => {
    const twins = ['pump', 'machine'].map((option) =>
      figure(`pooled-${option}`, { option, arm: 'any', armWords: 'any' }),
    )
    const other = figure('other', { option: 'pump', source: 'two' })
    const joined = outcomeRow(
      { pump: { estimates: ['other', 'pooled-pump'] }, machine: { estimates: ['pooled-machine'] } },
      options,
      book([...twins, other]),
    )
    expect(joined.first.map(optionsOf)).toEqual([['pump'], ['pump', 'machine']])
    expect(joined.more).toEqual([])
  })

  it('knows the words of its first studies and of all', () => {
    const texts = { first: rowTexts(row, 'first', book(figures)), all: rowTexts(row, 'all', book(figures)) }
    expect(texts.first).toContain('the pump')
    expect(texts.first).toContain('Nobody asked.')
    expect(texts.first).not.toContain('second')
    expect(texts.all).toContain('second')
  })
})
