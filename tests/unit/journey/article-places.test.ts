import { describe, expect, it } from 'vitest'
import { articleLinks, type PlaceNames } from '@/lib/journey/article-places'

const named = (id: string) => new Map([[id, `The ${id}`]])
const names: PlaceNames = {
  situation: named('after'),
  section: new Map([
    ['signs', 'Signs'],
    ['outlook', 'Outlook'],
  ]),
  option: named('bypass'),
  decision: named('arteries'),
  claim: named('cured'),
  page: new Map(['emergency', 'stem-cells', 'claims', 'before-you-pay'].map((id) => [id, id])),
}
const hrefs = (...places: string[]) =>
  articleLinks(places, names, new Set(['outlook']), 'en', 'heart').map(({ href }) => href)

describe('the map of an article', () => {
  it('leads to the page of each kind of thing', () => {
    expect(
      hrefs('situation:after', 'section:signs', 'option:bypass', 'decision:arteries', 'claim:cured'),
    ).toEqual([
      '/en/heart/situations/after',
      '/en/heart/about/signs',
      '/en/heart/options/bypass',
      '/en/heart/compare/arteries',
      '/en/heart/stem-cells/claims#claim-cured',
    ])
  })

  it('leads to the four pages, and to the page of a part that is opened by choice', () => {
    expect(
      hrefs('page:emergency', 'page:stem-cells', 'page:claims', 'page:before-you-pay', 'section:outlook'),
    ).toEqual([
      '/en/heart/emergency',
      '/en/heart/stem-cells',
      '/en/heart/stem-cells/claims',
      '/en/heart/stem-cells/before-you-pay',
      '/en/heart/outlook#outlook',
    ])
  })

  it('leaves out what this language has no name for', () => {
    expect(hrefs('option:unknown', 'option:bypass')).toEqual(['/en/heart/options/bypass'])
  })
})
