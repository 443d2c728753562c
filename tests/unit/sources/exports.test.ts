import { describe, expect, it } from 'vitest'
import { namesOf, shortCitation, whoAndWhen } from '@/lib/sources/citation'
import { authorsOf, othersNote } from '@/lib/sources/exports/authors'
import { csvCell, writeCsv } from '@/lib/sources/exports/csv'
import { writeCslJson } from '@/lib/sources/exports/csl-json'
import { exportFormatIds, exportFormats, isExportFormat } from '@/lib/sources/exports/registry'
import { writeRis } from '@/lib/sources/exports/ris'
import type { ExportedSource } from '@/lib/sources/library-schema'
import { Authors } from '@/lib/sources/schema'

const trial: ExportedSource = {
  id: 'stiches-2016',
  kind: 'randomised-trial',
  tier: 'A',
  authors: { people: ['Velazquez EJ', "O'Connor CM"], groups: [], others: true },
  title: 'Coronary-artery bypass surgery, "ten years" on',
  container: 'N Engl J Med',
  note: null,
  year: 2016,
  doi: '10.1056/NEJMoa1602001',
  pmid: '27040723',
  nct: 'NCT00023595',
  url: 'https://pubmed.ncbi.nlm.nih.gov/27040723/',
  status: 'current',
  readAs: 'primary',
  checkedOn: '2026-11-20',
}
const page: ExportedSource = {
  ...trial,
  id: 'fda-warning',
  kind: 'regulator',
  tier: 'B',
  authors: {
    people: [],
    groups: ['Ministry of Health, Labour and Welfare (Japan)'],
    others: false,
  },
  title: '=SUM(A1)\nA warning',
  container: null,
  note: 'Read in the news.',
  year: null,
  doi: null,
  pmid: null,
  nct: null,
  url: null,
  status: 'retracted',
  readAs: 'secondary',
}

describe('authors', () => {
  const authors = (more: Partial<Authors>): Authors => ({ people: [], groups: [], others: false, ...more })

  it('people have a family name, initials and perhaps a suffix; a family name alone stays alone', () => {
    expect(
      authorsOf(authors({ people: ['Lippi G', 'van der Meer P', 'Smith JA Jr', 'McMurray JJV', 'Wang'] })),
    ).toEqual([
      { family: 'Lippi', given: 'G' },
      { family: 'van der Meer', given: 'P' },
      { family: 'Smith', given: 'JA', suffix: 'Jr' },
      { family: 'McMurray', given: 'JJV' },
      { family: 'Wang' },
    ])
  })

  it('a group is never taken apart, and "et al" is no name', () => {
    const groups = ['Ministry of Health, Labour and Welfare (Japan)', 'EASL']
    const all = authors({ groups, others: true })
    expect(authorsOf(all)).toEqual(groups.map((literal) => ({ literal })))
    expect(othersNote(all)).toBe('More authors than are listed.')
    expect(authorsOf(null)).toEqual([])
    expect(othersNote(null)).toBe('')
  })

  it.each([
    [{ people: ['Moreau R'], groups: ['CANONIC'], others: true }, 'Moreau R et al (CANONIC)'],
    [{ groups: ['NHFPC, China', 'CFDA, China'] }, 'NHFPC, China; CFDA, China'],
  ])('%j reads “%s”', (more, line) => expect(namesOf(authors(more))).toBe(line))

  it('where nobody is known, a citation names the publisher', () => {
    const source = { authors: null, container: 'Cureus', title: 'T', year: 2020 }
    expect(shortCitation(source)).toBe('Cureus, 2020')
    expect(shortCitation({ ...source, container: null })).toBe('T, 2020')
    expect(whoAndWhen({ ...source, container: null })).toBe('')
  })

  it.each([
    [{ people: ['US FDA'] }],
    [{ people: ['Jones NR et al'] }],
    [{ people: ['Ministry of Health, Labour'] }],
    [{}],
    [{ others: true }],
    [{ groups: ['US FDA'], note: 'via news' }],
  ])('%j is refused', (written) => expect(Authors.safeParse(written).success).toBe(false))
})

describe('CSL-JSON', () => {
  it('reads back as it was written', () => {
    expect(JSON.parse(writeCslJson([trial, page]))).toEqual([
      {
        id: 'stiches-2016',
        type: 'article-journal',
        title: 'Coronary-artery bypass surgery, "ten years" on',
        author: [
          { family: 'Velazquez', given: 'EJ' },
          { family: "O'Connor", given: 'CM' },
        ],
        'container-title': 'N Engl J Med',
        issued: { 'date-parts': [[2016]] },
        DOI: '10.1056/NEJMoa1602001',
        PMID: '27040723',
        URL: 'https://pubmed.ncbi.nlm.nih.gov/27040723/',
        accessed: { 'date-parts': [[2026, 11, 20]] },
        note: "Lantern stiches-2016: tier A, read on the source's own page or record, checked 2026-11-20. Trial NCT00023595. More authors than are listed.",
      },
      {
        id: 'fda-warning',
        type: 'report',
        title: '=SUM(A1)\nA warning',
        author: [{ literal: 'Ministry of Health, Labour and Welfare (Japan)' }],
        accessed: { 'date-parts': [[2026, 11, 20]] },
        note: 'Lantern fda-warning: tier B, read in a summary or copy, checked 2026-11-20. Status: retracted. Read in the news.',
      },
    ])
  })
})

describe('RIS', () => {
  it('each record begins with TY and ends with ER, in lines that end with CR LF', () => {
    const text = writeRis([trial, page])
    expect(text.match(/^TY {2}- /gm)).toHaveLength(2)
    expect(text.match(/^ER {2}- \r$/gm)).toHaveLength(2)
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    expect(text.split('\r\n').slice(0, 8)).toEqual([
      'TY  - JOUR',
      'ID  - stiches-2016',
      'AU  - Velazquez, EJ',
      "AU  - O'Connor, CM",
      'TI  - Coronary-artery bypass surgery, "ten years" on',
      'T2  - N Engl J Med',
      'PY  - 2016',
      'DO  - 10.1056/NEJMoa1602001',
    ])
  })

  it('the commas of a group are left out: they would make a person of it', () => {
    expect(writeRis([page])).toContain('AU  - Ministry of Health Labour and Welfare (Japan)\r\n')
  })

  it('a line break in a title cannot start a field of its own', () => {
    expect(writeRis([{ ...page, title: 'One\r\nER  - \r\nTY  - FAKE' }])).toContain(
      'TI  - One ER - TY - FAKE\r\n',
    )
  })
})

/** Reads CSV as RFC 4180 says, to see that what we write comes back. */
function readCsv(text: string): string[][] {
  const rows: string[][] = []
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    const row = rows.at(-1)
    const cell = quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"')
    if (row && row.at(-1) !== '\0') row.push(cell)
    else {
      row?.pop()
      rows.push([cell])
    }
    if (end === '\r\n') rows.at(-1)?.push('\0')
  }
  rows.at(-1)?.pop()
  return rows
}

describe('CSV', () => {
  it('reads back as it was written, with the names first', () => {
    const [names, first, second, ...rest] = readCsv(writeCsv([trial, page]).slice(1))
    expect(rest).toEqual([])
    expect(names?.slice(0, 4)).toEqual(['id', 'kind', 'authors', 'title'])
    expect(first).toHaveLength(names?.length ?? 0)
    expect(first?.[3]).toBe('Coronary-artery bypass surgery, "ten years" on')
    expect(second?.[5]).toBe('') // no year
    expect([names, first, second].map((row) => row?.at(-1))).toEqual(['note', '', 'Read in the news.'])
  })

  it('begins with the mark by which Excel knows UTF-8', () => {
    expect([...Buffer.from(writeCsv([trial])).subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  })

  it('a text that a spreadsheet would run as a formula is made plain', () => {
    for (const text of [
      '=1+1',
      '+1',
      '-1',
      '@sum',
      '\tx',
      '\n=1',
      ' =1',
      '\u00a0=1',
      '\ufeff=1',
      '＝1+1',
      '＠sum',
    ])
      expect(csvCell(text).replace(/^"/, '')).toMatch(/^'/)
    expect(csvCell('A-1')).toBe('A-1')
  })
})

it('every format has a name, a media type, a file ending and a writer that takes no sources as well', () => {
  expect(exportFormatIds).toEqual(expect.arrayContaining(['csl-json', 'ris', 'csv']))
  for (const id of exportFormatIds) {
    expect(exportFormats[id].mediaType).toMatch(/^[a-z]+\/[\w.+-]+; charset=utf-8/)
    expect(() => exportFormats[id].write([])).not.toThrow()
  }
  expect(isExportFormat('toString')).toBe(false)
  expect(isExportFormat(null)).toBe(false)
})
