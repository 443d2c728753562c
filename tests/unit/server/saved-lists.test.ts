import { describe, expect, it } from 'vitest'
import { asSavedList } from '@/lib/journey/saved-pages'
import { byCondition, makeSavedList, pagesToKeep } from '@/lib/server/build/saved-lists'

const css = '@font-face{src:url(/assets/letters.f1.woff2)}'
const page = (name: string) => `<head></head>${name}<link href="/assets/style.s1.css"/>`
const pages = new Map(
  [
    '/en',
    '/en/glossary',
    '/en/sources/one',
    '/en/heart',
    '/en/heart/summary',
    '/en/heart/share',
    '/en/heart-attack/summary',
    '/en/liver/summary',
  ].map((route) => [route, page(route)]),
)
const files = new Map(
  Object.entries({
    '/assets/style.s1.css': { etag: 's1', css },
    '/assets/letters.f1.woff2': { etag: 'f1', css: null },
    '/assets/unused.u1.js': { etag: 'u1', css: null },
    '/handouts/en/heart/options-a4.pdf': { etag: 'h1', css: null },
    '/handouts/en/liver/options-a4.pdf': { etag: 'h2', css: null },
  }),
)
const mark = (html: string, address: string) => html.replace('<head>', `<head>${address}`)
const make = (site = { pages, files }) => makeSavedList('en/heart', site, mark)

describe('the list of what is kept for one condition', () => {
  it('finds every condition by its summary, with its own pages, and the pages of none', () => {
    const { own, others } = byCondition([...pages.keys()])
    expect(Object.fromEntries(own)).toEqual({
      'en/heart': ['/en/heart', '/en/heart/summary', '/en/heart/share'],
      'en/heart-attack': ['/en/heart-attack/summary'],
      'en/liver': ['/en/liver/summary'],
    })
    expect(others).toEqual(['/en', '/en/glossary', '/en/sources/one'])
  })

  it('has the pages of the condition and what they lean on; none of another condition, none where one shares', () => {
    expect(pagesToKeep('en/heart', [...pages.keys()])).toEqual([
      '/en',
      '/en/glossary',
      '/en/heart',
      '/en/heart/summary',
    ])
  })

  it('has the files that these pages load, with what the styles load, and the handouts of the condition', () => {
    const { list } = make()
    expect(list.files).toEqual({ '/assets/letters.f1.woff2': 'f1', '/assets/style.s1.css': 's1' })
    expect(Object.keys(list.pages).filter((address) => address.startsWith('/handouts/'))).toEqual([
      '/handouts/en/heart/options-a4.pdf',
    ])
    expect(asSavedList(JSON.parse(JSON.stringify(list)))).toEqual(list)
  })

  it('changes its address with any page, file or handout, and with nothing else', () => {
    const { address, marked } = make()
    expect(make().address).toBe(address)
    expect(marked.get('/en/heart')).toContain(address)
    expect(marked.has('/en/glossary')).toBe(false)
    const other = [
      { pages: new Map([...pages, ['/en/glossary', page('new')]]), files },
      { pages, files: new Map([...files, ['/handouts/en/heart/options-a4.pdf', { etag: 'h9', css: null }]]) },
    ]
    for (const site of other) expect(make(site).address).not.toBe(address)
    expect(make({ pages: new Map([...pages, ['/en/liver', page('new')]]), files }).address).toBe(address)
  })
})

describe('a reply that is no list', () => {
  it.each([null, 'x', {}, { name: 'a', release: 'b', pages: { '/x': 1 }, files: {} }])(
    'is refused: %j',
    (value) => {
      expect(asSavedList(value)).toBeNull()
    },
  )
})
