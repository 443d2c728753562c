import { describe, expect, it } from 'vitest'
import { groupRows, namedIn, placesOf, type UseRows } from '@/lib/places/source-places'

const nothing: UseRows = {
  conditionIds: ['heart-failure', 'liver-failure'],
  citations: [],
  cells: [],
  sections: [],
  sectionsByChoice: new Set(),
  options: [],
  products: [],
  pictures: [],
  questions: [],
  mentions: [],
}
const hrefs = (rows: Partial<UseRows>) => placesOf('en', { ...nothing, ...rows }).map(({ href }) => href)
const heart = 'heart-failure'

describe('the places that rest on a source', () => {
  it('have the address and anchor of the thing', () => {
    const citations = ['section', 'situation', 'emergency', 'option', 'product', 'claim'].map((kind) => ({
      conditionId: heart,
      kind,
      ownerId: kind === 'emergency' ? 'emergency' : 'x',
    }))
    expect(hrefs({ citations })).toEqual([
      '/en/heart-failure/about/x',
      '/en/heart-failure/emergency',
      '/en/heart-failure/situations/x',
      '/en/heart-failure/options/x',
      '/en/heart-failure/stem-cells/claims#claim-x',
      '/en/heart-failure/stem-cells/x',
    ])
  })

  it('a figure in a comparison leads to the page of its question', () => {
    expect(
      hrefs({ cells: [{ conditionId: heart, decisionId: 'advanced', outcomeId: 'live-longer' }] }),
    ).toEqual(['/en/heart-failure/compare/advanced/live-longer/studies'])
  })

  it('a part of step 1 is on its page, or on the one opened by choice, in its own condition only', () => {
    const sections = [heart, 'liver-failure'].map((conditionId) => ({ conditionId, id: 'x' }))
    const citations = [{ conditionId: heart, kind: 'section', ownerId: 'x' }]
    const mentions = [{ scope: heart, file: 'section', key: 'x' }]
    for (const [sectionsByChoice, address] of [
      [new Set([`${heart}/x`]), '/en/heart-failure/outlook#x'],
      [new Set<string>(), '/en/heart-failure/about/x'],
    ] as const) {
      for (const rows of [{ sections }, { citations }, { mentions }])
        expect(hrefs({ ...rows, sectionsByChoice })[0]).toBe(address)
      expect(hrefs({ sections, sectionsByChoice })[1]).toBe('/en/liver-failure/about/x')
    }
  })

  it('what a guideline says stands under its topic', () => {
    expect(
      hrefs({ citations: [{ conditionId: 'liver-failure', kind: 'position', ownerId: 'gcsf/acg' }] }),
    ).toEqual(['/en/liver-failure/stem-cells/guidelines#gcsf'])
  })

  it('what is shared by all conditions counts for each', () => {
    expect(hrefs({ citations: [{ conditionId: null, kind: 'regulator', ownerId: 'fda' }] })).toEqual([
      '/en/heart-failure/stem-cells/regulators',
      '/en/liver-failure/stem-cells/regulators',
    ])
    expect(hrefs({ citations: [{ conditionId: null, kind: 'prices', ownerId: 'japan' }] })).toEqual([
      '/en/heart-failure/stem-cells/before-you-pay#prices',
      '/en/liver-failure/stem-cells/before-you-pay#prices',
    ])
    expect(hrefs({ citations: [{ conditionId: null, kind: 'harms', ownerId: 'clots' }] })).toEqual([
      '/en/heart-failure/stem-cells/harms',
      '/en/liver-failure/stem-cells/harms',
    ])
  })

  it('each place stands once, in the order of the journey, liver after heart', () => {
    expect(
      hrefs({
        products: [
          { conditionId: 'liver-failure', productId: 'p' },
          { conditionId: heart, productId: 'p' },
          { conditionId: heart, productId: 'p' },
        ],
        sections: [{ conditionId: heart, id: 'outlook' }],
        questions: [{ conditionId: heart, id: 'q' }],
      }),
    ).toEqual([
      '/en/heart-failure/about/outlook',
      '/en/heart-failure/stem-cells/p',
      '/en/heart-failure/check',
      '/en/liver-failure/stem-cells/p',
    ])
  })

  it('words of the site have their own pages; words that stand beside figures have no place of their own', () => {
    expect(
      hrefs({
        mentions: [
          { scope: 'shared', file: 'glossary', key: 'stent' },
          { scope: heart, file: 'glossary', key: 'icd' },
          { scope: 'shared', file: 'page', key: 'about' },
          { scope: 'shared', file: 'page', key: 'home' },
          { scope: heart, file: 'note', key: 'small' },
          { scope: heart, file: 'decision', key: 'advanced' },
        ],
      }),
    ).toEqual([
      '/en/heart-failure/compare/advanced',
      '/en',
      '/en/about',
      '/en/glossary#word-icd',
      '/en/glossary#word-stent',
    ])
  })
})

it('finds the figures in sentences at any depth, and the sources a thing names', () => {
  const named = namedIn({
    text: ['{a.diff} and {fact:b.bare}'],
    inner: { sources: ['s'], more: '{c}' },
    n: 1,
  })
  expect([...named.figures]).toEqual(['a', 'b', 'c'])
  expect([...named.sources]).toEqual(['s'])
})

it('groups rows by every key they have, a row once for each key', () => {
  const groups = groupRows([{ ids: ['a', 'b', 'a'] }, { ids: ['b'] }], (row) => row.ids)
  expect([...groups].map(([key, rows]) => [key, rows.length])).toEqual([
    ['a', 1],
    ['b', 2],
  ])
})
