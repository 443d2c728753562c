import { describe, expect, it } from 'vitest'
import { authorsOf } from '@/lib/evidence/exports/authors'
import { csvCell, writeCsv } from '@/lib/evidence/exports/csv'
import { writeCslJson } from '@/lib/evidence/exports/csl-json'
import { exportFormatIds, exportFormats, isExportFormat } from '@/lib/evidence/exports/registry'
import { writeRis } from '@/lib/evidence/exports/ris'
import type { ExportedSource } from '@/lib/evidence/library-schema'

const trial: ExportedSource = {
  id: 'stiches-2016',
  kind: 'randomised-trial',
  tier: 'A',
  authors: "Velazquez EJ, O'Connor CM et al",
  title: 'Coronary-artery bypass surgery, "ten years" on',
  container: 'N Engl J Med',
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
  authors: 'US FDA',
  title: '=SUM(A1)\nA warning',
  container: null,
  year: null,
  doi: null,
  pmid: null,
  nct: null,
  url: null,
  status: 'retracted',
  readAs: 'secondary',
}

describe('authors', () => {
  it('"Lippi G, Sanchis-Gomar F" are two people', () => {
    expect(authorsOf('Lippi G, Sanchis-Gomar F')).toEqual([
      { family: 'Lippi', given: 'G' },
      { family: 'Sanchis-Gomar', given: 'F' },
    ])
  })

  it('"Jones NR et al" is one and the others, with or without a stop or a comma', () => {
    for (const printed of ['Jones NR et al', 'Jones NR, et al.'])
      expect(authorsOf(printed)).toEqual([{ family: 'Jones', given: 'NR' }, { literal: 'et al.' }])
  })

  it('a group is never taken apart', () => {
    for (const group of ['US FDA', 'STICH investigators', 'Wang et al', 'State Council of China', 'EASL'])
      expect(authorsOf(group)).toEqual([{ literal: group }])
  })

  it('no authors, or a note that nobody wrote them down, are none', () => {
    expect(authorsOf(null)).toEqual([])
    expect(authorsOf('Authors not transcribed')).toEqual([])
  })
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
          { literal: 'et al.' },
        ],
        'container-title': 'N Engl J Med',
        issued: { 'date-parts': [[2016]] },
        DOI: '10.1056/NEJMoa1602001',
        PMID: '27040723',
        URL: 'https://pubmed.ncbi.nlm.nih.gov/27040723/',
        accessed: { 'date-parts': [[2026, 11, 20]] },
        note: "Lantern stiches-2016: tier A, read on the source's own page or record, checked 2026-11-20. Trial NCT00023595.",
      },
      {
        id: 'fda-warning',
        type: 'report',
        title: '=SUM(A1)\nA warning',
        author: [{ literal: 'US FDA' }],
        accessed: { 'date-parts': [[2026, 11, 20]] },
        note: 'Lantern fda-warning: tier B, read in a summary or copy, checked 2026-11-20. Status: retracted.',
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
    expect(text.split('\r\n').slice(0, 9)).toEqual([
      'TY  - JOUR',
      'ID  - stiches-2016',
      'AU  - Velazquez, EJ',
      "AU  - O'Connor, CM",
      'AU  - et al.',
      'TI  - Coronary-artery bypass surgery, "ten years" on',
      'T2  - N Engl J Med',
      'PY  - 2016',
      'DO  - 10.1056/NEJMoa1602001',
    ])
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
    const [names, first, second, ...rest] = readCsv(writeCsv([trial, page]))
    expect(rest).toEqual([])
    expect(names?.slice(0, 4)).toEqual(['id', 'kind', 'authors', 'title'])
    expect(first).toHaveLength(names?.length ?? 0)
    expect(first?.[3]).toBe('Coronary-artery bypass surgery, "ten years" on')
    expect(second?.[5]).toBe('') // no year
  })

  it('a text that a spreadsheet would run as a formula is made plain', () => {
    for (const text of ['=1+1', '+1', '-1', '@sum', '\tx'])
      expect(csvCell(text).replace(/^"/, '')).toMatch(/^'/)
    expect(csvCell('A-1')).toBe('A-1')
  })
})

it('every format has a name, a media type, a file ending and a writer that takes no sources as well', () => {
  expect(exportFormatIds).toEqual(['csl-json', 'ris', 'csv'])
  for (const id of exportFormatIds) {
    expect(exportFormats[id].mediaType).toMatch(/^[a-z]+\/[\w.+-]+; charset=utf-8/)
    expect(() => exportFormats[id].write([])).not.toThrow()
  }
  expect(isExportFormat('toString')).toBe(false)
  expect(isExportFormat(null)).toBe(false)
})
