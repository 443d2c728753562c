import { describe, expect, test } from 'vitest'
import { alternatesOf, withAlternates, withLanguages, withSwitch } from '@/lib/server/build/alternates'

const routes = new Set([
  '/en',
  '/es',
  '/en/numbers',
  '/es/numbers',
  '/en/liver-failure',
  '/v',
  '/env',
  '/es/solo',
  '/ar/solo',
])
const among = ['en', 'es', 'ar']

describe('a page names itself in every language that has it', () => {
  test('the first page', () => {
    expect(alternatesOf('/es', routes, among)).toEqual([
      { language: 'en', address: '/en' },
      { language: 'es', address: '/es' },
      { language: 'x-default', address: '/en' },
    ])
  })

  test('both languages name the same list', () => {
    const of = (route: string) => alternatesOf(route, routes, among)
    expect(of('/en/numbers')).toHaveLength(3)
    expect(of('/en/numbers')).toEqual(of('/es/numbers'))
  })

  test('not translated, outside of every language, or one language only: nothing', () => {
    for (const route of ['/en/liver-failure', '/v', '/env', '/', '/_not-found'])
      expect(alternatesOf(route, routes, among), route).toEqual([])
    expect(alternatesOf('/en/numbers', routes, ['en'])).toEqual([])
  })

  test('without the first language there is no default', () => {
    expect(alternatesOf('/es/solo', routes, among).map(({ language }) => language)).toEqual(['es', 'ar'])
  })
})

test('where the address of the site is known the links hold it whole, as search engines want them', () => {
  const named = withAlternates(
    '<head></head>',
    [{ language: 'es', address: '/es' }],
    'https://lantern.example.org',
  )
  expect(named).toBe(
    '<head><link rel="alternate" hreflang="es" href="https://lantern.example.org/es"/></head>',
  )
})

test('the links stand in the head, and a page of one language stays as it is, byte by byte', () => {
  const html = '<html><head><title>$& costs</title></head><body></head></body></html>'
  expect(withAlternates(html, [])).toBe(html)
  expect(withAlternates(html, [{ language: 'es', address: '/es' }])).toBe(
    '<html><head><title>$& costs</title><link rel="alternate" hreflang="es" href="/es"/></head><body></head></body></html>',
  )
})

describe('the language switch leads to the same page', () => {
  const link = (address: string) =>
    `<a class="needs-js" href="${address}" hreflang="es" data-language="es" lang="es">Español</a>`
  const page = `<html><head></head><body>${link('/es')}<a href="/es">Inicio</a></body></html>`

  test('also where the page is an answer to a form, and where the language lacks the page', () => {
    for (const route of ['/en/liver-failure/check', '/en/liver-failure/check/answered'])
      expect(withSwitch(page, route, among)).toBe(
        `<html><head></head><body>${link('/es/liver-failure/check')}<a href="/es">Inicio</a></body></html>`,
      )
  })

  test('a page in place of a page has no address: it leads to the first page, and has no translations', () => {
    for (const kind of ['missing', 'untranslated', 'failed']) {
      expect(withSwitch(page, `/en/${kind}`, among)).toBe(page)
      expect(alternatesOf(`/en/${kind}`, new Set([`/en/${kind}`, `/es/${kind}`]), among)).toEqual([])
    }
  })

  test('outside of every language, and with one language, not a byte changes', () => {
    expect(withLanguages(page, '/v', routes, among)).toBe(page)
    const alone = '<html><head></head><body></body></html>'
    expect(withLanguages(alone, '/en/numbers', routes, ['en'])).toBe(alone)
  })
})
