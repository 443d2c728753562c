import { describe, expect, test } from 'vitest'
import { alternatesOf, withAlternates } from '@/lib/server/build/alternates'

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

test('the links stand in the head, and a page of one language stays as it is, byte by byte', () => {
  const html = '<html><head><title>$& costs</title></head><body></head></body></html>'
  expect(withAlternates(html, [])).toBe(html)
  expect(withAlternates(html, [{ language: 'es', address: '/es' }])).toBe(
    '<html><head><title>$& costs</title><link rel="alternate" hreflang="es" href="/es"/></head><body></head></body></html>',
  )
})
