import { beforeAll, expect, test } from 'vitest'
import { makePdf } from '@/lib/server/pdf/pdf-compiler'
import type { Block } from '@/lib/paper/schema'
import { ownWords, paperOf } from '@/tests/paper-of'
import { faultsOfPdf } from '@/tests/pdf-essentials'

const cell = (text: string) => [{ text }]
const blocks: Block[] = [
  { kind: 'heading', level: 2, text: 'What trials found' },
  {
    kind: 'table',
    head: ['Trial', 'Died', 'Days'],
    rows: [
      [cell('First'), cell('12 in 100'), cell('90')],
      [cell('Second'), cell('8 in 100'), cell('365')],
    ],
  },
  {
    kind: 'people',
    of: 100,
    groups: [
      { name: 'bypass', filled: 41 },
      { name: 'tablets', filled: 34 },
    ],
    key: 'Dark: were alive.',
    text: '41 in 100 were alive; with tablets 34.',
  },
  { kind: 'list', items: [cell('One'), cell('Two')] },
  { kind: 'ticks', items: ['Ask'] },
  { kind: 'lines', count: 3 },
  ownWords('My own words'),
]

let file: Uint8Array
beforeAll(async () => void (file = await makePdf(paperOf(blocks), 'a4')), 120_000)

test('a paper with every kind of part keeps to all of PDF/UA-1 that a program can see', async () => {
  expect(await faultsOfPdf(file)).toEqual([])
})

/** The file with a name in it spelt wrong: nothing moves, and readers find it no more. */
const broken = (pattern: RegExp, put: (found: string) => string) => {
  const text = Buffer.from(file).toString('latin1')
  const changed = text.replaceAll(pattern, (found) => put(found).padEnd(found.length))
  expect(changed).not.toBe(text)
  expect(changed).toHaveLength(text.length)
  return new Uint8Array(Buffer.from(changed, 'latin1'))
}

test.each<[RegExp, string, string]>([
  [/<pdfuaid:part>1/g, '<pdfuaid:part>9', 'it does not say that it keeps to PDF/UA-1'],
  [/\/Marked true/g, '/Marked null', 'it is not tagged'],
  [/\/Lang \(en[^)]*\)/g, '/Lone ()', 'it names no language'],
  [/<dc:title>/g, '<dc:titel>', 'it has no title in its metadata'],
  [/\/DisplayDocTitle true/g, '/DisplayDocTitle null', 'readers show its file name and not its title'],
  [/\/FontFile[23]/g, '/FontFail', 'a font is not inside'],
  [/\/ToUnicode/g, '/ToUnicorn', 'letters of a font cannot be told'],
  [/\/Scope \/Column/g, '/Scope /Nobody', 'a head of a table does not say what it is the head of'],
  [/\/S \/TH\b/g, '/S /TD', 'a table has no heads'],
  [/\/Alt \(/g, '/Out (', 'a picture has no alternative text'],
  [/\/S \/H1\b/g, '/S /H2', 'the first heading is H2'],
  [/\/S \/H2\b/g, '/S /H5', 'H5 stands behind H1'],
  [/\/S \/LBody\b/g, '/S /Lbl', 'an item of a list has no body'],
])('the look finds what is wrong: %s', async (pattern, put, fault) => {
  expect(await faultsOfPdf(broken(pattern, () => put))).toContain(fault)
})

test('a mark in no tag and no artifact is found', async () => {
  const drawn = 'BT /F1 12 Tf 20 20 Td (told) Tj ET /P <</MCID 0>> BDC BT (tagged) Tj ET EMC 0 0 9 9 re f'
  const objects = [
    '<</Type /Catalog /Pages 2 0 R>>',
    '<</Type /Pages /Kids [3 0 R] /Count 1>>',
    '<</Type /Page /Parent 2 0 R /MediaBox [0 0 99 99] /Contents 4 0 R /Resources <</Font <</F1 5 0 R>>>>>>',
    `<</Length ${drawn.length}>>\nstream\n${drawn}\nendstream`,
    '<</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>',
  ]
  let text = '%PDF-1.7'
  const places = objects.map((inner, at) => {
    text += '\n'
    const place = text.length
    text += `${at + 1} 0 obj\n${inner}\nendobj`
    return `${String(place).padStart(10, '0')} 00000 n \n`
  })
  const table = text.length + 1
  text += `\nxref\n0 6\n0000000000 65535 f \n${places.join('')}trailer\n<</Size 6 /Root 1 0 R>>\nstartxref\n${table}\n%%EOF\n`
  expect(await faultsOfPdf(new Uint8Array(Buffer.from(text)))).toContain('sheet 1: 2 marks in no tag')
})
