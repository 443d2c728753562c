import { Cite } from '@citation-js/core'
import '@citation-js/plugin-ris'
import { parse as parseRis } from 'astrocite-ris'
import { parseCSL } from 'biblatex-csl-converter'
import { parse as parseCsv } from 'csv-parse/sync'
import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { namesOf } from '@/lib/sources/citation'
import { authorsOf, type Author } from '@/lib/sources/exports/authors'
import { writeCslJson } from '@/lib/sources/exports/csl-json'
import { writeCsv } from '@/lib/sources/exports/csv'
import { writeRis } from '@/lib/sources/exports/ris'
import { realContent } from '@/tests/content/real-content'

// Every export of the whole library, read back by two programs of other people.
const { sources } = realContent()
const ids = sources.map(({ id }) => id)
const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()
const titles = sources.map(({ title }) => oneLine(title))

/** A name as any reader may give it back: whole, without commas. */
const plain = (author: Author) =>
  ('literal' in author
    ? author.literal
    : [author.family, author.given, author.suffix].filter(Boolean).join(' ')
  )
    .replaceAll(',', '')
    .trim()
const names = sources.map(({ authors }) => authorsOf(authors).map(plain))
type Read = { family?: string; given?: string; suffix?: string; literal?: string }
const plainRead = ({ literal, family = '', given, suffix }: Read) =>
  [literal ?? family, given, suffix].filter(Boolean).join(' ').replaceAll(',', '').trim()

test('no name is "et al", holds a remark, or takes a group apart', () => {
  const all = sources.flatMap(({ authors }) => authorsOf(authors))
  expect(all.length).toBeGreaterThan(200)
  const text = all.map(plain).join('\n')
  expect(text).not.toMatch(
    /\bet al\b|\bnot noted\b|\bvia\b|\bas (reported|tabulated)\b|\bpages?\b|\bTable in\b/i,
  )
  for (const author of all) if ('family' in author) expect(author.family).not.toMatch(/,/)
})

test('RIS', () => {
  const text = writeRis(sources)
  const first = new Cite(text, { forceType: '@ris/file' }).data
  expect(first.map(({ id }) => id)).toEqual(ids)
  expect(first.map(({ title }) => oneLine(title))).toEqual(titles)
  expect(first.map(({ author = [] }) => author.map(plainRead))).toEqual(names)
  const second = parseRis(text)
  expect(second.map(({ id }) => id)).toEqual(ids)
  expect(second.map(({ title }) => oneLine(String(title)))).toEqual(titles)
  // This reader guesses a given name in what has no comma, and parts "van der" from a name: no word is lost.
  const words = (name: string) => name.split(/[\s,]+/).sort()
  const found = second.map(({ author = [] }) =>
    (author as object[]).map((name) =>
      words(
        Object.values(name)
          .filter((part) => typeof part === 'string')
          .join(' '),
      ),
    ),
  )
  expect(found).toEqual(names.map((list) => list.map(words)))
})

test('CSL-JSON', () => {
  const text = writeCslJson(sources)
  const first = new Cite(text).data
  expect(first.map(({ id }) => id)).toEqual(ids)
  expect(first.map(({ author = [] }) => author.map(plainRead))).toEqual(names)
  const items = JSON.parse(text) as { id: string }[]
  const second = Object.values(parseCSL(Object.fromEntries(items.map((item) => [item.id, item])) as never))
  expect(second.map(({ entry_key }) => entry_key)).toEqual(ids)
  const lengths = second.map(({ fields }) => ((fields.author ?? []) as unknown[]).length)
  expect(lengths).toEqual(names.map((list) => list.length))
})

test('CSV', () => {
  const text = writeCsv(sources)
  const first = parseCsv(text, { bom: true, columns: true, relax_column_count: false })
  const second = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true })
  expect(second.errors).toEqual([])
  for (const rows of [first as Record<string, string>[], second.data]) {
    expect(rows.map((row) => row.id)).toEqual(ids)
    expect(rows.map((row) => row.title)).toEqual(sources.map(({ title }) => title))
    expect(rows.map((row) => row.authors)).toEqual(sources.map(({ authors }) => namesOf(authors) ?? ''))
  }
})
