import fs from 'node:fs'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { makeMany, makePdf, makeWithLogo, type MakeOne } from '@/lib/server/pdf/pdf-compiler'
import type { Paper } from '@/lib/paper/schema'
import { leaveLogo } from '@/tests/logo-file'
import { faultsOfPdf } from '@/tests/pdf-essentials'
import { pngOf } from '@/tests/png'
import { markAsAccessible } from '@/lib/paper/pdf-mark'
import { typstData, typstSource, type Sheet } from '@/lib/paper/typst'
import { ownWords, paperOf } from '@/tests/paper-of'
import { flat, listFonts, readPdfFile, withRole } from '@/tests/pdf-file'

const fileOf = async ({ paper, sheet }: { paper: Paper; sheet: Sheet }, make: MakeOne) =>
  (await make(paper, sheet)).file

/** Readers guess spaces where the font changes: two texts are the same without any. */
const squeeze = (words: string) => words.replaceAll(/\s+/g, '')

const sample = paperOf([
  { kind: 'heading', level: 2, text: 'Bypass' },
  {
    kind: 'paragraph',
    tone: 'plain',
    runs: [{ text: 'A.', isStrong: true }, { text: ' After 10 years, 59 in 100 had died.' }],
  },
  { kind: 'heading', level: 3, text: 'In a picture' },
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
  { kind: 'list', items: [[{ text: 'First thing' }], [{ text: 'Second thing' }]] },
  { kind: 'ticks', items: ['Ask about pumps'] },
  {
    kind: 'urgent',
    title: 'Call now if',
    items: [[{ text: 'First sign' }], [{ text: 'Second sign' }], [{ text: 'Third sign' }]],
    action: [{ text: 'Do not drive.' }],
  },
  ownWords('My own words\nin two lines'),
  { kind: 'lines', count: 3 },
])
const { foot } = sample

describe('many PDF files', () => {
  it('come in the order of their papers, each as if it were made alone', async () => {
    const papers = Array.from({ length: 3 }, (_, at) => ({
      paper: paperOf([{ kind: 'heading', level: 2, text: `Number ${at}` }]),
      sheet: at % 2 ? ('letter' as const) : ('a4' as const),
    }))
    const files = await makeMany(papers, fileOf)
    expect(files).toHaveLength(papers.length)
    for (const [at, { paper, sheet }] of papers.entries()) {
      const made = await readPdfFile(files[at] ?? new Uint8Array())
      expect(flat(made.sheets.join())).toContain(`Number ${at}`)
      expect(made).toEqual(await readPdfFile(await makePdf(paper, sheet)))
    }
  })

  it('are none when one of them cannot be made', async () => {
    const good = { paper: paperOf([]), sheet: 'a4' as const }
    const bad = { paper: { ...paperOf([]), blocks: [null] } as unknown as Paper, sheet: 'a4' as const }
    await expect(makeMany([good, bad, good], fileOf)).rejects.toThrow('could not be made')
  })
})

describe('a PDF file', () => {
  it('is tagged in reading order, with title, language, headings and alternative texts', async () => {
    const file = await makePdf(sample, 'a4')
    const pdf = await readPdfFile(file)
    expect(pdf.isTagged).toBe(true)
    expect(pdf.title).toBe('My summary')
    expect(pdf.language).toBe('en')
    expect(withRole(pdf.tags, /^H\d$/).map(({ role }) => role)).toEqual(['H1', 'H2', 'H3', 'H2'])
    expect(withRole(pdf.tags, /^Figure$/).map(({ alt }) => alt)).toEqual([
      '41 in 100 were alive; with tablets 34.',
      foot.changed,
    ])
    expect(withRole(pdf.tags, /^LI$/)).toHaveLength(6)
    const text = flat(pdf.sheets.join('\n'))
    const order = [
      'My summary',
      'For my visit',
      'Bypass',
      'A. After 10 years, 59 in 100 had died.',
      'In a picture',
      '41 in 100 were alive; with tablets 34.',
      'Dark: were alive.',
      'First thing',
      'Second thing',
      'Ask about pumps',
      'Call now if',
      'First sign',
      'Second sign',
      'Third sign',
      'Do not drive.',
      'My own words in two lines',
    ].map((words) => text.indexOf(words))
    expect(order).not.toContain(-1)
    expect(order).toEqual([...order].sort((a, b) => a - b))
    expect(text).toContain(foot.url)
    expect(text).toContain(`${foot.notAdvice} ${foot.reviewed} ${foot.version}`) // as the page ends
  })

  it('says that it keeps to PDF/UA-1, shows its title, and holds its fonts', async () => {
    const file = await makePdf(sample, 'a4')
    const text = Buffer.from(file).toString('latin1')
    expect(text).toContain('<pdfuaid:part>1</pdfuaid:part>')
    expect(text).toContain('/DisplayDocTitle true')
    const fonts = listFonts(file)
    expect(fonts.length).toBeGreaterThan(2)
    expect(fonts.filter(({ isInside }) => !isInside)).toEqual([])
    expect(text).not.toContain('/Type3')
    // The last catalog counts. The word means what its absence means, and poppler calls it a fault.
    expect(text.slice(text.lastIndexOf('/Type /Catalog'))).not.toContain('/Suspects')
  })

  it('has the foot and the page number on every sheet, on A4 and on Letter', async () => {
    const long = paperOf(Array.from({ length: 30 }, (_, index) => ownWords(`Line ${index}. `.repeat(20))))
    const [a4, letter] = await Promise.all([makePdf(long, 'a4'), makePdf(long, 'letter')])
    for (const file of [a4, letter]) {
      const { sheets } = await readPdfFile(file)
      expect(sheets.length).toBeGreaterThan(1)
      sheets.forEach((sheet, index) => {
        for (const words of [foot.notAdvice, foot.reviewed, foot.version])
          expect(flat(sheet)).toContain(words)
        expect(flat(sheet)).toContain(`Page ${index + 1} of ${sheets.length}`)
      })
    }
    expect(Buffer.from(a4).toString('latin1')).toMatch(/MediaBox \[0 0 595\.\d+ 841\.\d+\]/)
    expect(Buffer.from(letter).toString('latin1')).toMatch(/MediaBox \[0 0 612 792\]/)
  })

  it('that cannot be made takes no other with it, and the next one is made', async () => {
    const broken = { ...sample, blocks: [{ kind: 'none' }] } as unknown as typeof sample
    const [before, failed, after] = await Promise.allSettled([
      makePdf(sample, 'a4'),
      makePdf(broken, 'a4'),
      makePdf(sample, 'a4'),
    ])
    expect(failed.status).toBe('rejected')
    for (const made of [before, after]) expect(made).toMatchObject({ status: 'fulfilled' })
  })

  it('is the same file for the same paper', async () => {
    expect(await makePdf(sample, 'a4')).toEqual(await makePdf(sample, 'a4'))
  })
})

describe('what a person wrote', () => {
  it('reaches Typst as data only: the document itself never changes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const data = JSON.parse(typstData(paperOf([ownWords(text)]), 'a4', { pageOf: '{page}' }))
        const lines = text.split('\n').filter((line) => line.trim() !== '')
        expect(data.blocks[0].lines).toEqual(lines)
      }),
    )
    expect(typstSource).not.toContain('eval')
  })

  it('is printed sign for sign, whatever Typst would make of it as markup', async () => {
    const hostile = [
      '#panic("out")',
      '#read("/etc/passwd")',
      '#import "@preview/x:0.1.0"',
      '*bold* _thin_ `code` $x^2$ <label> @ref = Heading - item + item / Term: x',
      '"] #set text(size: 99pt) [',
      String.raw`\u{41} \n \" ") #paper /* no comment */ // nor this`,
      'https://example.org and {page} of {pages} -- --- ... ~',
    ]
    const { sheets } = await readPdfFile(await makePdf(paperOf(hostile.map(ownWords)), 'a4'))
    const text = flat(sheets.join('\n'))
    for (const line of hostile) expect(text).toContain(line)
  })

  it('cannot break a file: 60 texts of markup signs each come out as they went in', async () => {
    const signs = fc.constantFrom(...'#[]{}()*_$`@<>/\\"\'=-+~:;,.&|^%!? ab12\n')
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: signs, minLength: 1, maxLength: 120 }), async (text) => {
        const { sheets } = await readPdfFile(await makePdf(paperOf([ownWords(text)]), 'letter'))
        expect(squeeze(sheets.join(''))).toContain(squeeze(text))
      }),
      { numRuns: 60 },
    )
  })

  it('may be Greek, Cyrillic, Polish or Vietnamese', async () => {
    const texts = ['Η καρδιά μου', 'Моё сердце', 'Moje serce jest słabe: źdźbło', 'Trái tim tôi nguyễn']
    const { sheets } = await readPdfFile(await makePdf(paperOf(texts.map(ownWords)), 'a4'))
    for (const text of texts) expect(squeeze(sheets.join(''))).toContain(squeeze(text))
  })

  it('may hold letters that no font has: a mark stands there, and a note says what it means', async () => {
    const { sheets } = await readPdfFile(
      await makePdf(paperOf([ownWords('I fear 😀👨‍👩‍👧 it 심장 مرحبا!')]), 'a4'),
    )
    const text = flat(sheets.join('\n'))
    expect(squeeze(text)).toContain(squeeze('I fear (?) it (?)!'))
    expect(text).toContain('stands for letters or small pictures')
  })

  it.each([
    ['a key held down', 'Q'.repeat(3_000)],
    ['the widest letters', 'W'.repeat(600)],
    ['a long address', `https://example.org/${'path/page?a=b&c=d'.repeat(40)}`],
    ['accents set apart from their letters', 'e\u0301'.repeat(500)],
  ])('never leaves the sheet without a space in it: %s', async (_, word) => {
    const text = { text: word }
    const everywhere = paperOf(
      [
        ownWords(word),
        { kind: 'paragraph', tone: 'plain', runs: [text] },
        { kind: 'list', items: [[text]] },
        { kind: 'list', columns: 2, items: [[text], [text]] },
        { kind: 'ticks', items: [word] },
      ],
      { lead: [word] },
    )
    for (const [sheet, margin] of [
      ['a4', 48],
      ['letter', 48],
    ] as const) {
      // 17 mm
      const { sheets, reach } = await readPdfFile(await makePdf(everywhere, sheet))
      expect(reach.left).toBeGreaterThanOrEqual(margin)
      expect(reach.right).toBeLessThanOrEqual(reach.width - margin)
      // The foot of a sheet may stand within a word.
      const signs = squeeze(sheets.join(''))
      const [letter = ''] = word.normalize('NFC')
      expect(signs.split(letter).length - 1).toBeGreaterThanOrEqual(
        (word.normalize('NFC').split(letter).length - 1) * 7,
      )
    }
  })

  it('is copied out of a file as it was written, however long its words', async () => {
    const word = `https://example.org/${'abcdefghij'.repeat(9)}`
    const { sheets } = await readPdfFile(await makePdf(paperOf([ownWords(word)]), 'a4'))
    expect(squeeze(sheets.join(''))).toContain(word)
  })

  it('never breaks a file with any string at all', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 200 }), async (text) => {
        expect((await makePdf(paperOf([ownWords(text)]), 'a4')).length).toBeGreaterThan(1000)
      }),
      { numRuns: 30 },
    )
  })
})

describe('the mark', () => {
  it('refuses a file of another shape instead of breaking it', () => {
    const bytes = (text: string) => new TextEncoder().encode(text)
    const file = (dictionary: string) =>
      bytes(
        `%PDF-1.7\n1 0 obj\n<< /Length 3 ${dictionary}>>\nstream\nabc\nendstream\nendobj\n` +
          '2 0 obj\n<< /Type /Catalog /Metadata 1 0 R >>\nendobj\n' +
          'trailer\n<< /Root 2 0 R >>\nstartxref\n9\n%%EOF',
      )
    expect(() => markAsAccessible(bytes('%PDF-1.7'))).toThrow(/trailer/)
    expect(() => markAsAccessible(file('/Filter /FlateDecode '))).toThrow(/packs/)
    expect(() => markAsAccessible(file(''))).toThrow(/metadata of the shape/)
  })

  it('changes not a byte of what was there', async () => {
    const file = Buffer.from(await makePdf(sample, 'a4')).toString('latin1')
    const table = file.lastIndexOf('\nxref\n') + 1
    expect(Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(file)?.[1])).toBe(table)
    const [, before = ''] = /\/Prev (\d+)/.exec(file.slice(table)) ?? []
    expect(file.slice(Number(before), Number(before) + 4)).toBe('xref')
  })
})

describe('the logo of a clinic', () => {
  const left: { remove: () => void }[] = []
  afterAll(() => left.forEach(({ remove }) => remove()))
  const name = 'Made-up Test Hospital'
  const withLogo = async (kind: 'png' | 'svg', bytes: string | Uint8Array, at = 'a-unit-test') => {
    const logo = leaveLogo(at, kind, bytes)
    left.push(logo)
    return makeWithLogo(
      paperOf([ownWords('I am here')], { size: 'small', logo: { src: logo.src, name } }),
      'a4',
    )
  }
  const altsOf = async (file: Uint8Array) =>
    withRole((await readPdfFile(file)).tags, /^Figure$/).map(({ alt }) => alt)

  it.each([
    ['svg', fs.readFileSync('tests/fixtures/clinics/made-up.svg')],
    ['png', pngOf(300, 100)],
  ] as const)('as %s stands beside the title, with the name as its alternative text', async (kind, bytes) => {
    const { file, isLogoLost } = await withLogo(kind, bytes)
    expect(isLogoLost).toBe(false)
    expect(await altsOf(file)).toEqual([name]) // the code is a part of the foot
    const { sheets, tags } = await readPdfFile(file)
    expect(withRole(tags, /^(H1|Figure)$/).map(({ role }) => role)).toEqual(['H1', 'Figure'])
    expect(flat(sheets[0] ?? '')).toContain('My summary')
    expect(await faultsOfPdf(file)).toEqual([])
  })

  it.each([
    ['cannot be drawn', 'svg', '<svg xmlns="http://www.w3.org/2000/svg"><path d="'],
    ['is no picture', 'png', 'GIF89a'],
    ['would make the file larger than 200 kB', 'png', pngOf(260, 260, true)],
  ] as const)('that %s is left out, and the page is made', async (_what, kind, bytes) => {
    const { file, isLogoLost } = await withLogo(kind, bytes, 'a-unit-fault')
    expect(isLogoLost).toBe(true)
    expect(await altsOf(file)).toEqual([])
    expect(file.length).toBeLessThan(200_000)
  })

  it.each(['/clinics/not-there.svg', '/clinics/../../package.json', 'https://cells.example/a.svg'])(
    'is read from its own folder only: %s',
    async (src) => {
      const paper = paperOf([], { logo: { src, name } })
      expect((await makeWithLogo(paper, 'a4')).isLogoLost).toBe(true)
    },
  )
})
