import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5'
import { expect, test } from 'vitest'
import { PdfSlowError } from '@/lib/server/pdf/pdf-compiler'
import { PdfBusyError } from '@/lib/server/pdf/pdf-queue'
import { unmadeAnswers, unmadeBy, unmadePage, type Unmade } from '@/lib/server/pdf/unmade'

test.each<[unknown, Unmade, 500 | 503, string | null]>([
  [new PdfBusyError(), 'busy', 503, '10'],
  [new PdfSlowError('x'), 'slow', 503, '60'],
  [new Error('Typst said: my own words'), 'broken', 500, null],
  [new TypeError('x'), 'broken', 500, null],
])('%s is told as %s, %d', (error, why, status, againSeconds) => {
  expect(unmadeBy(error)).toBe(why)
  expect(unmadeAnswers[why]).toEqual({ status, againSeconds })
})

const elements = (node: Tree.Node): Tree.Element[] =>
  'childNodes' in node
    ? node.childNodes.flatMap((child) => [...('tagName' in child ? [child] : []), ...elements(child)])
    : []
const attribute = (element: Tree.Element, wanted: string) =>
  element.attrs.find(({ name }) => name === wanted)?.value

test('the page sends the same answers again by one button, whatever was written, and says what to do', () => {
  const fields: [string, string][] = [
    ['locale', 'en'],
    ['own', '"><script>cure()</script> & “more”\nin two lines'],
    ['questions', 'a'],
    ['questions', 'b'],
  ]
  const html = unmadePage('busy', 'en', fields)
  const all = elements(parse(html))
  expect(all.filter(({ tagName }) => tagName === 'script')).toEqual([])
  const form = all.find(({ tagName }) => tagName === 'form')
  expect(form && [attribute(form, 'method'), attribute(form, 'action')]).toEqual(['post', '/api/summary/pdf'])
  const hidden = all.filter(({ tagName }) => tagName === 'input')
  expect(hidden.map((input) => [attribute(input, 'name'), attribute(input, 'value')])).toEqual(fields)
  expect(html).toContain('Wait 10 seconds')
  expect(html).toContain('Nothing is lost')
})

test('each reason has words of its own, with no empty place in them', () => {
  const pages = (['busy', 'slow', 'away', 'broken'] as const).map((why) => unmadePage(why, 'en', []))
  expect(new Set(pages).size).toBe(4)
  for (const page of pages) expect(page).not.toMatch(/[{}]|Wait +seconds/)
})
