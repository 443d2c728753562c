import fc from 'fast-check'
import { expect, test } from 'vitest'
import { linkPageOf, meaningOf, siteAddresses } from '@/lib/server/front/addresses'
import { linkPage, linkPageNames } from '@/lib/texts/link-pages'
import { locales, sourceLocale } from '@/lib/texts/translate'

const site = siteAddresses(
  [
    '/en', '/en/heart-failure', '/en/heart-failure/compare/advanced', '/en/glossary', '/en/missing', '/en/untranslated', '/en/failed', '/_not-found',
    '/en/check-an-article', '/en/check-an-article/kit', '/v', '/m', '/p',
  ], // prettier-ignore
  [
    '/api/shares',
    '/api/shares/[id]',
    '/api/shares/[id]/status',
    '/api/sources',
    '/api/sources/export',
    '/api/summary/pdf',
  ],
  ['/handouts/en/heart-failure/about-a4.pdf', '/robots.txt'],
)
const version = '2026-11-21.de7a76'
const id = 'A1_-'.repeat(10)

test.each([
  ['/en/heart-failure', '/en/heart-failure'],
  ['/en/heart-failure?_rsc=1&x=2', '/en/heart-failure'],
  ['/en/check-an-article/kit', '/en/check-an-article/kit'],
  [`/en/changed/${version}?a`, `/en/changed/${version}`],
  ['/api/shares', '/api/shares'],
  [`/api/shares/${id}?recipient=me`, `/api/shares/${id}`],
  [`/api/shares/${id}/status`, `/api/shares/${id}/status`],
  ['/api/shares/%2e%2e%2fhealth', '/api/shares/-'],
  [`/api/shares/${'%C3%A9'.repeat(9)}`, '/api/shares/-'],
  ['/api/sources?q=liver&offset=0', '/api/sources?q=liver&offset=0'],
  ['/api/sources/export?format=ris', '/api/sources/export?format=ris'],
  ['/api/summary/pdf?a', '/api/summary/pdf'],
])('%s is known, and Next is asked for %s', (url, wanted) =>
  expect(meaningOf(url, site)).toEqual({ kind: 'known', url: wanted }),
)

test.each([
  ['/', '/en', 'es'],
  ['/heart-failure', '/en/heart-failure', 'zh'],
  [`/changed/${version}`, `/zh/changed/${version}`, 'zh'],
  ['/glossary', '/es/glossary', 'es'],
  ['/en/glossary.', '/en/glossary', 'es'],
] as const)('an address without a language: %s leads to %s for who reads %s', (url, to, asked) => {
  // The glossary is there in Spanish, the others in English only.
  const inSpanish = siteAddresses([...site.ready, '/es/glossary'], site.handlers)
  expect(meaningOf(url, inSpanish, asked)).toEqual({ kind: 'elsewhere', to })
})

test.each([
  ['/', '/en'],
  ['/en/', '/en'],
  ['/EN', '/en'],
  ['/EN/heart-failure', '/en/heart-failure'],
  ['/en/Heart-Failure', '/en/heart-failure'],
  ['/en/heart-failure.', '/en/heart-failure'],
  ['/en/heart-failure,', '/en/heart-failure'],
  ['/en/heart-failure)', '/en/heart-failure'],
  ['/en/heart-failure%5D', '/en/heart-failure'],
  ['/en/heart-failure%22', '/en/heart-failure'],
  ['/en/heart-failure%E2%80%9D.', '/en/heart-failure'],
  ['/en/heart-failure%3E', '/en/heart-failure'],
  ['/en/heart-failure/', '/en/heart-failure'],
  ['/en//heart-failure', '/en/heart-failure'],
  ['//en/heart-failure', '/en/heart-failure'],
  ['/en/heart-failure%20', '/en/heart-failure'],
  ['/en/heart%C2%ADfailure'.replace('%C2%AD', '-%C2%AD'), '/en/heart-failure'],
  ['/en%2Fheart-failure', '/en/heart-failure'],
  ['/en%252Fheart-failure', '/en/heart-failure'],
  ['/en\\heart-failure', '/en/heart-failure'],
  ['/heart-failure', '/en/heart-failure'],
  ['/Heart-Failure/compare/Advanced.', '/en/heart-failure/compare/advanced'],
  ['/glossary', '/en/glossary'],
  ['/en/changed/2026-11-21.DE7A76', `/en/changed/${version}`],
  ['/EN/CHANGED/2026-11-21.DE7A76.', `/en/changed/${version}`],
  ['/changed/2026-11-21.de7a76', `/en/changed/${version}`],
  ['/Handouts/en/heart-failure/About-A4.pdf', '/handouts/en/heart-failure/about-a4.pdf'],
  ['/ROBOTS.TXT', '/robots.txt'],
  ['/p.', '/p'],
  ['/en/check-an-article/shared', '/en/check-an-article'],
  ['/EN/Check-an-article/shared?text=a', '/en/check-an-article'],
])('%s leads to %s', (url, to) => expect(meaningOf(url, site)).toEqual({ kind: 'elsewhere', to }))

test.each([
  '/nothing',
  '/en/nothing',
  '/en/missing',
  '/en/failed',
  '/en/untranslated',
  '/_not-found',
  '/500',
  '/_error',
  '/_next/image?url=/icon.svg&w=64&q=75',
  '/_next/data/x/en.json',
  '/en/heart-failure.rsc',
  '/en/heart-failure/check/answered',
  '/en/changed/x',
  '/xx/check-an-article/shared',
  '/en/changed/2026-11-21.de7a767',
  '/xx/changed/2026-11-21.de7a76',
  '/api/nothing',
  '/api/shares/a/b',
  '/example.org/',
  `/${'.'.repeat(15_000)}a`,
])('%s is not here', (url) => expect(meaningOf(url, site)).toEqual({ kind: 'missing' }))

test.each([
  ['/v%23shlink:/eyJ', '/v'],
  ['/V%23shlink:/eyJ', '/v'],
  ['/v%2523shlink%253A/eyJ', '/v'],
  ['/v%20%23shlink%3A%2FeyJ', '/v'],
  ['/v%E2%80%8B%23shlink:/eyJ', '/v'],
  ['/v&shlink:/eyJ', '/v'],
  ['/v&%2335;shlink:/eyJ', '/v'],
  ['/v%EF%BC%83shlink:/eyJ', '/v'],
  ['/v%', '/v'],
  ['/vshlink:/eyJ', '/v'],
  ['/v/', '/v'],
  ['/v/shlink:/eyJ', '/v'],
  ['/v?shlink:/eyJ', '/v'],
  ['/v;shlink:/eyJ', '/v'],
  ['/V', '/v'],
  ['/m%20%231.abc.def', '/m'],
  ['/m1.abc.def', '/m'],
  ['/P=1.abc', '/p'],
])('%s is answered by %s', (url, page) => {
  if (url === '/v%') return expect(linkPageOf(url)).toBeNull() // nothing in it: the front refuses what cannot be read
  expect(linkPageOf(url)).toBe(page)
})

test.each([
  '/patients',
  '/videos',
  '/m2',
  '/p-value',
  '/en/v',
  '/api/shares',
  '/',
  '',
  '/p.',
  '/v)',
  '/medicines?x=1',
])('%s carries no secret', (url) => expect(linkPageOf(url)).toBeNull())

const secret = 'eyJ1cmwiOiJodHRwczovL2xhbnRlcm4'
const between = fc.array(
  fc.constantFrom('#', '%23', '%2523', '%20', '&', ';', '=', '!', '/', '.', '%E2%80%8B', '%C2%AD', '%EF%BB%BF', '%EF%BC%83', '%', '%2', '|', '@', '~', '*', ':', '(', '[', '%0A', '+', '%E2%81%A0', '?'), // prettier-ignore
  { minLength: 1, maxLength: 6 },
)

test.each([
  ['/Es', '/es'],
  ['/ZH/Heart-Failure.', '/zh/heart-failure'],
])('%s is a page of ours that its language does not have yet', (url, address) =>
  expect(meaningOf(url, site)).toEqual({ kind: 'untranslated', address }),
)

/** Where a request ends: the site's own files and Next see only what this gives. */
function reaches(url: string): string {
  const page = linkPageOf(url)
  if (page) return page
  const meaning = meaningOf(url, site)
  if (meaning.kind === 'missing') return 'missing'
  if (meaning.kind === 'untranslated') return meaning.address
  return meaning.kind === 'known' ? meaning.url : meaning.to
}

test('a link mangled in any way is answered by its page, and nothing of its secret goes further', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('/v', '/m', '/p', '/V', '/M', '/P'),
      between,
      fc.constantFrom(`shlink:/${secret}`, `shlink%3A%2F${secret}`, `1.${secret}`),
      (page, marks, payload) => {
        expect(reaches(page + marks.join('') + payload)).toBe(page.toLowerCase())
      },
    ),
    { numRuns: 2_000 },
  )
})

test('whatever is asked for, only addresses of the site go on, and never a part of the request', () => {
  // A page of ours in a language that does not have it yet is answered in words of ours, under that language's address.
  const untranslated = locales
    .filter((locale) => locale !== sourceLocale)
    .flatMap((locale) => [...site.ready].map((page) => page.replace(/^\/en(?=\/|$)/, `/${locale}`)))
  const links = locales.flatMap((locale) => linkPageNames.map((name) => linkPage(name, locale)))
  const own = new Set([...site.ready, ...site.typed.values(), ...untranslated, ...links, 'missing'])
  const path = fc.array(
    fc.oneof(
      fc.constantFrom('/', '//', 'en', 'EN', 'Es', 'zh', 'heart-failure', '.', '..', '%2e', '%2F', '%00', 'v', 'm', 'p', 'shlink:/', secret, '_next', 'answered', '?x=1', ';', '\\'), // prettier-ignore
      fc.string({ maxLength: 8 }),
    ),
    { maxLength: 8 },
  )
  fc.assert(
    fc.property(path, (parts) => {
      const to = reaches(`/${parts.join('')}`)
      expect(own.has(to) || /^\/api\/|^\/(?:en|es|zh)\/changed\/[\d-]{10}\.[0-9a-f]{6}$/.test(to)).toBe(true)
      expect(to).not.toContain(secret)
    }),
    { numRuns: 3_000, examples: [[['p', '/', 'zh']]] },
  )
})
