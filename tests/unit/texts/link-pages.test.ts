import { expect, test } from 'vitest'
import { localeAsked } from '@/lib/texts/languages'
import { linkPage, linkPageAt, localeOfLinkPage } from '@/lib/texts/link-pages'

test('a page that opens a link has an address in each language; the first one keeps the short form', () => {
  expect(['en', 'es', 'zh'].map((locale) => linkPage('v', locale))).toEqual(['/v', '/v/es', '/v/zh'])
  expect(linkPage('p', 'xx')).toBe('/p')
  expect([localeOfLinkPage(['zh']), localeOfLinkPage([]), localeOfLinkPage(['xx'])]).toEqual([
    'zh',
    'en',
    'en',
  ])
})

test('the page of an address is found however it was mangled, and the rest is the secret', () => {
  expect(linkPageAt('/v')).toEqual({ page: '/v', rest: '' })
  expect(linkPageAt('/V/ES%23shlink:/eyJ')).toEqual({ page: '/v/es', rest: '%23shlink:/eyJ' })
  expect(linkPageAt('/p/zh#1.abc')).toEqual({ page: '/p/zh', rest: '#1.abc' })
  // A part of a secret is no language, nor is one that we do not have.
  expect(linkPageAt('/v/shlink:/eyJ')).toEqual({ page: '/v', rest: '/shlink:/eyJ' })
  expect(linkPageAt('/v/esJ9')).toEqual({ page: '/v', rest: '/esJ9' })
  expect(linkPageAt('/v/fr')).toEqual({ page: '/v', rest: '/fr' })
  expect(linkPageAt('/en/heart-failure')).toBeNull()
})

test('where no address says the language, the browser does: by its weights, and only a language of ours', () => {
  expect(localeAsked('fr-CH, es-MX;q=0.8, en;q=0.9')).toBe('en')
  expect(localeAsked('zh-CN,zh;q=0.9,en;q=0.8')).toBe('zh')
  expect(localeAsked('de, es;q=0.1, zh;q=0')).toBe('es')
  for (const nothing of [undefined, null, '', '*', 'fr', ';;q=x,']) expect(localeAsked(nothing)).toBe('en')
})
