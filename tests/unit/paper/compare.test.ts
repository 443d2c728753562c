import { describe, expect, it } from 'vitest'
import { cellNotes, cellRuns, rowRuns } from '@/lib/paper/compare-words'
import { laidOut } from '@/lib/paper/laid-out'
import { previewTree } from '@/lib/paper/paper-tree'
import { half, heading, plain } from '@/lib/paper/blocks'
import type { Block, Compare } from '@/lib/paper/schema'
import { blocksToRead } from '@/lib/paper/to-read'
import { typstData } from '@/lib/paper/typst'
import { writeNarrative } from '@/lib/summary/exports/narrative'
import { writeText } from '@/lib/summary/exports/text'
import { htmlOf } from '@/lib/texts/view'
import { paperOf } from '@/tests/paper-of'

const note = [{ text: 'Trial A, 2016.', source: 'trial-a' }]
/** Of 100 people 34 and 41 were alive; the difference is clear. Beside it, in words, another figure of the same study. */
const bypass: Compare['cells'][number] = {
  option: 'bypass',
  letter: 'F',
  name: 'Bypass surgery',
  studies: [
    {
      of: 100,
      isAlone: false,
      counts: 'good',
      groups: [
        { label: 'C 34', on: 34, more: 0, from: 'estimate:c' },
        { label: 'F 41', on: 34, more: 7, from: 'estimate:f' },
      ],
      words: [{ text: 'in 100 were alive.', from: 'estimate:f' }],
      note,
    },
    {
      of: 100,
      isAlone: false,
      counts: 'bad',
      groups: [],
      words: [{ text: 'C 9, F 8 in 100 had a stroke.', from: 'estimate:s' }],
      note,
    },
  ],
  sure: { bars: 3, text: 'Fairly sure.' },
  says: [{ text: 'More people probably live ' }, { text: '10 years', from: 'estimate:f' }, { text: '.' }],
}
const alone: Compare['cells'][number] = {
  option: 'transplant',
  letter: 'G',
  name: 'Transplant',
  studies: [
    {
      of: 1000,
      isAlone: true,
      counts: 'bad',
      groups: [{ label: '2', on: 2, more: 0, from: 'estimate:t' }],
      words: [{ text: 'in 1,000 had died.', from: 'estimate:t' }],
      note: [{ text: 'One group, nobody to compare with. ' }, { text: 'List B, 2020.', source: 'list-b' }],
    },
  ],
  sure: { bars: 0, text: 'Not rated.' },
  says: [{ text: 'A few people died.' }],
}
const compare: Compare = {
  kind: 'compare',
  id: 'live-longer',
  question: 'Will I live longer?',
  cells: [bypass, alone],
  rest: [[{ text: 'Not known yet: ', isStrong: true }, { text: 'B. Comfort-focused care.' }]],
}
const paper = paperOf([heading(2, 'What I compared'), compare])
const whole =
  'F. Bypass surgery: C 34, F 41 in 100 were alive. C 9, F 8 in 100 had a stroke. Fairly sure. ' +
  'More people probably live 10 years. Trial A, 2016.'

type Picture = { picture: string }
type Data = {
  blocks: {
    kind: string
    questions?: { cells: { alt: string; studies: { everybody: string; groups: Picture[] }[] }[] }[]
  }[]
}
/** How many dots a path of dashes makes: a dash for each step of its lines. */
const dotsIn = (path: string, step: number) =>
  [...path.matchAll(/h([\d.]+)/g)].reduce((sum, [, length]) => sum + Math.round(Number(length) / step) + 1, 0)
const paths = (svg: string) =>
  [...svg.matchAll(/stroke="(#\w+)"[^>]* d="([^"]*)"/g)].map(([, colour = '', d = '']) => ({ colour, d }))

describe('a question of a comparison', () => {
  it('says option, both numbers, how sure and what it means, in that order, and its study once', () => {
    expect(
      cellRuns(bypass, 'en')
        .map(({ text }) => text)
        .join(''),
    ).toBe(whole)
    expect(cellNotes(bypass, 'en')).toEqual(note)
  })

  it('is a list in plain text and in a record, with every option by name', () => {
    const text = writeText(paper).replaceAll(/\s+/g, ' ')
    expect(text).toContain(`Will I live longer? ................... - ${whole}`)
    expect(text).toContain('- Not known yet: B. Comfort-focused care.')
    const narrative = writeNarrative(paper)
    expect(narrative).toContain('<h3>Will I live longer?</h3><ul><li><b>F. Bypass surgery</b>: C 34, F 41')
    expect(narrative).toContain('<li><b>Not known yet: </b>B. Comfort-focused care.</li>')
  })

  it('is drawn with as many dots as people, the difference in one picture only, and none when told in words', () => {
    const html = htmlOf(previewTree(paper))
    expect(html.match(/<svg class="dots"/g)).toHaveLength(3)
    const drawn = [...html.matchAll(/<svg class="dots"[^]*?<\/svg>/g)].map(([svg]) =>
      Object.fromEntries(
        [...svg.matchAll(/<path class="(\w+)" d="([^"]*)"/g)].map(([, name = '', d = '']) => [
          name,
          d.match(/a/g)?.length ?? d.match(/M/g)?.length,
        ]),
      ),
    )
    expect(drawn).toEqual([
      { on: 34, off: 66 },
      { on: 34, more: 7, off: 59 },
      { on: 2, off: 998, strokes: 2 },
    ])
    expect(html).toContain('study-seen counts-bad single')
    expect(html).toContain('data-glance="bypass:live-longer"')
  })

  it('is drawn on paper as on the screen, over everybody of the denominator, with the words as alternative text', () => {
    const { blocks } = JSON.parse(typstData(paper, 'a4', { pageOf: '{page}' })) as Data
    const [first, second] = blocks.find(({ kind }) => kind === 'comparison')?.questions?.[0]?.cells ?? []
    expect(first?.alt).toBe('C 34, F 41 in 100 were alive. C 9, F 8 in 100 had a stroke.')
    const [study] = first?.studies ?? []
    const step = 10
    expect(paths(study?.everybody ?? '').map(({ d }) => dotsIn(d, step))).toEqual([100])
    const [control = '', treated = ''] = (study?.groups ?? []).map(({ picture }) => picture)
    expect(paths(control).map(({ d }) => dotsIn(d, step))).toEqual([34])
    // The lit people are white rings: a dark dot, and a white one in it.
    expect(paths(treated).map(({ colour, d }) => [colour, dotsIn(d, step)])).toEqual([
      ['#14201b', 34],
      ['#14201b', 7],
      ['#fff', 7],
    ])
    const single = second?.studies[0]
    expect(paths(single?.everybody ?? '').map(({ d }) => dotsIn(d, 4))).toEqual([1000])
    expect(paths(single?.groups[0]?.picture ?? '').map(({ colour, d }) => [colour, dotsIn(d, 4)])).toEqual([
      ['#14201b', 2],
      ['#fff', 2],
      ['#14201b', 2],
    ])
  })
})

describe('a sheet', () => {
  const text = (words: string): Block => plain({ text: words })

  it('sets parts of half a width in twos, and the questions of a comparison beside each other', () => {
    const blocks = [
      half('One'),
      text('a'),
      half('Two'),
      text('b'),
      half('Three'),
      heading(2, 'Whole'),
      compare,
      compare,
    ]
    expect(laidOut(blocks)).toEqual([
      {
        kind: 'beside',
        halves: [
          [half('One'), text('a')],
          [half('Two'), text('b')],
        ],
      },
      half('Three'),
      heading(2, 'Whole'),
      { kind: 'comparison', questions: [compare, compare] },
    ])
  })

  it('leaves what is written by hand to paper', () => {
    const blocks: Block[] = [
      { kind: 'fields', items: ['Name'] },
      { ...heading(2, 'For my team'), byHand: true },
      { kind: 'fields', items: ['EF'] },
      heading(3, 'Answers'),
      { kind: 'lines', count: 3 },
      heading(2, 'Last'),
      text('z'),
    ]
    expect(blocksToRead(blocks)).toEqual([heading(2, 'Last'), text('z')])
  })

  it('reads a table row by row, each cell after the name of its column', () => {
    const row = [[{ text: 'Donor cells' }], [{ text: 'Not known yet' }], [{ text: 'Harm was seen' }]]
    expect(
      rowRuns(['What', 'Live longer', 'Harm'], row, 'en')
        .map(({ text: said }) => said)
        .join(''),
    ).toBe('Donor cells. Live longer: Not known yet. Harm: Harm was seen. ')
  })
})
