import { onPaper } from '@/lib/sources/paper-name'
import { writtenNumber } from '@/lib/texts/intl'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Handout } from '@/lib/handouts/write-handouts'
import { cellRuns } from '@/lib/paper/compare-words'
import type { Block, Run } from '@/lib/paper/schema'
import type { SummaryParts } from '@/lib/summary/parts'
import { lineRuns, makeCompared, type ComparedDecision } from '@/lib/handouts/compared-lines'
import messages from '@/lib/texts/messages.en.json'
import { realContent } from '@/tests/content/real-content'
import { makeSeededDatabase } from '@/tests/db/seeded-database'
import type { OwnDatabase } from '@/tests/own-database'
import { readPdfFile } from '@/tests/pdf-file'

const content = realContent()

type Sheet = Handout & {
  conditionId: string
  parts: SummaryParts
  compared: ComparedDecision[]
  sources: string[]
}

let own: OwnDatabase | undefined
const sheets: Sheet[] = []
let version = ''
/** `estimate:<id>` or `fact:<id>` of every stored figure, and the source that it comes from. */
const sourceOf = new Map<string, string>()
/** What both sides of a figure are called: "had died", "were alive". */
const wordsOf = new Map<string, { bad: string; good: string }>()
const headlineOf = new Map<string, 'bad' | 'good'>()
const designOf = new Map<string, string>()
const titles = new Map<string, string>()
const squeeze = (text: string) => text.replaceAll(/\s+/g, '')

/** Every id that stands in a list called `sources`, however deep; what only those see who ask for it is on no sheet. */
function namedSources(value: unknown): string[] {
  if (typeof value !== 'object' || value === null || ('optIn' in value && value.optIn === true)) return []
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) =>
    key === 'sources' && Array.isArray(inner) ? inner.map(String) : namedSources(inner),
  )
}

beforeAll(async () => {
  own = await makeSeededDatabase()
  process.env.DATABASE_URL = own.url
  // Read when they are loaded, so not before the address is known.
  const { db } = await import('@/lib/db/client')
  const { getHandouts } = await import('@/lib/handouts/data')
  const { getCondition, listConditions } = await import('@/lib/journey/data')
  const { getStemCells } = await import('@/lib/products/data')
  const { getSummaryParts, listFullDecisions } = await import('@/lib/summary/data')
  const { makeKit } = await import('@/lib/sentences/kit')
  const { getFigureBook } = await import('@/lib/numbers/data')
  for (const { id: conditionId } of await listConditions('en')) {
    const parts = await getSummaryParts('en', conditionId)
    if (!parts) throw new Error(`no parts of ${conditionId}`)
    const named: Record<string, string[]> = {
      about: namedSources(await getCondition('en', conditionId)),
      'stem-cells': namedSources(await getStemCells('en', conditionId)),
    }
    for (const figure of Object.values((await getFigureBook('en', conditionId)).estimates)) {
      wordsOf.set(`estimate:${figure.id}`, figure.endpointWords)
      headlineOf.set(`estimate:${figure.id}`, figure.headline)
      designOf.set(`estimate:${figure.id}`, figure.design)
    }
    const kit = makeKit('en', await getFigureBook('en', conditionId), [])
    const compared = (await listFullDecisions('en', conditionId)).map((each) => makeCompared(each, kit))
    const made = await getHandouts('en', conditionId)
    sheets.push(
      ...made.map((each) => ({
        ...each,
        conditionId,
        parts,
        compared,
        sources: named[each.name.replace(/-all$/, '')] ?? [],
      })),
    )
  }
  for (const { id, result } of await db.arm.findMany({ include: { result: true } }))
    sourceOf.set(`estimate:${id}`, result.sourceId)
  for (const { id, sourceId } of await db.fact.findMany()) sourceOf.set(`fact:${id}`, sourceId)
  for (const source of await db.source.findMany()) titles.set(source.id, onPaper(source).title)
  version = (await db.release.findUniqueOrThrow({ where: { id: 1 } })).version
}, 300_000)
afterAll(async () => {
  await (await import('@/lib/db/client')).db.$disconnect()
  await own?.remove()
})

const numbersIn = (text: string) => text.match(/\d+(?:[.,]\d+)*/g)?.length ?? 0

/** Interface sentences with a digit of their own ("how many in 100"): the same on every sheet, no figure. */
const fixedWords = (function collect(words: object): string[] {
  return Object.values(words).flatMap((word: unknown) => {
    if (typeof word === 'object' && word !== null) return collect(word)
    return typeof word === 'string' && /\d/.test(word) && !word.includes('{') ? [word] : []
  })
})(messages)

const month = '(?:January|February|March|April|May|June|July|August|September|October|November|December)'

/** What holds a digit and is no figure, by kind. Nothing else with a digit may stand on a sheet without its origin. */
const noFigure: Record<string, (text: string, piece: Run, sheet: Sheet) => boolean> = {
  'a citation of a stored source': (text) =>
    [...titles.values()].some((title) => ` ${text}`.includes(` ${title}.`)),
  'the short name of a source, beside its figure': (text, { source }) =>
    source !== undefined && titles.has(source),
  'a place and the day of its decision': (text, { isStrong }) =>
    isStrong === true && new RegExp(`^\\D+, (?:(?:\\d{1,2} )?${month} )?\\d{4}: \\D+\\.$`).test(text),
  'words of the SURE test': (text, _, { name }) =>
    name === 'worksheet' && text.includes(content.shared.sure?.citation ?? 'SURE'),
}
const withoutNames = (text: string) =>
  [...content.names, ...fixedWords].reduce((left, name) => left.replaceAll(name, ' '), text)

/** The pieces of every compared line of a sheet's condition, by what they say together. */
const linesOf = ({ compared }: Sheet) =>
  new Map(
    compared
      .flatMap(({ rows }) => rows.flatMap(({ lines }) => lines))
      .map(
        (line) =>
          [
            lineRuns(line, 'en')
              .map(({ text }) => text)
              .join(''),
            lineRuns(line, 'en'),
          ] as const,
      ),
  )

/** Everything a block says, in pieces; the words of a picture in the pieces of the line they were made from. */
function piecesOf(block: Block, lines: ReadonlyMap<string, Run[]>): Run[] {
  if (block.kind === 'paragraph') return block.runs
  if (block.kind === 'list') return block.items.flat()
  if (block.kind === 'people') return lines.get(block.text) ?? [block]
  if (block.kind === 'urgent') return [{ text: block.title }, ...block.items.flat(), ...block.action]
  if (block.kind === 'ticks') return [block.label ?? '', ...block.items].map((text) => ({ text }))
  if (block.kind === 'fields') return block.items.map((text) => ({ text }))
  if (block.kind === 'table') return [...block.head.map((text) => ({ text })), ...block.rows.flat(2)]
  if (block.kind === 'compare')
    return [
      { text: block.question },
      ...block.cells.flatMap((cell) => cellRuns(cell, 'en')),
      ...block.rest.flat(),
    ]
  return block.kind === 'heading' ? [{ text: block.text }] : []
}

const piecesOn = (sheet: Sheet): Run[] => {
  const lines = linesOf(sheet)
  return [
    ...[sheet.paper.title, ...sheet.paper.lead].map((text) => ({ text })),
    ...sheet.paper.blocks.flatMap((block) => piecesOf(block, lines)),
  ]
}

describe('the handouts', () => {
  test('are one about each condition, one for each decision, one about stem cells and a worksheet, and long forms', () => {
    expect(sheets.map(({ conditionId, name }) => `${conditionId} ${name}`).sort()).toEqual(
      content.conditions
        .flatMap(({ condition: { id }, decisions: { decisions } }) => [
          ...['about', 'stem-cells', 'worksheet', 'about-all', 'stem-cells-all'].map(
            (name) => `${id} ${name}`,
          ),
          ...decisions.flatMap((decision) =>
            ['', '-all'].map((form) => `${id} compare-${decision.id}${form}`),
          ),
        ])
        .sort(),
    )
  })

  test('say of every number where it came from', () => {
    const count = { shown: 0, traced: 0, noFigure: 0 }
    const untraced: string[] = []
    for (const sheet of sheets) {
      for (const piece of piecesOn(sheet)) {
        const numbers = numbersIn(withoutNames(piece.text))
        if (!numbers) continue
        if (piece.from === undefined && Object.values(noFigure).some((is) => is(piece.text, piece, sheet))) {
          count.noFigure += numbers
          continue
        }
        count.shown += numbers
        if (sourceOf.has(piece.from ?? '')) count.traced += numbers
        else untraced.push(`${sheet.conditionId} ${sheet.name}: ${piece.text.slice(0, 120)}`)
      }
    }
    console.log(
      `handouts: ${sheets.length}; numbers shown ${count.shown}, traced ${count.traced}; beside them ${count.noFigure} in citations and dates`,
    )
    expect(untraced).toEqual([])
    expect(count.traced).toBe(count.shown)
    expect(count.shown).toBeGreaterThan(500)
  })

  test('draw both groups of one study, dark the people who are counted first and dark on the screen', () => {
    const pictures = sheets.flatMap((sheet) =>
      sheet.paper.blocks.flatMap((block) => (block.kind === 'people' ? [{ sheet, block }] : [])),
    )
    expect(pictures.length).toBeGreaterThan(20)
    for (const { sheet, block } of pictures) {
      const pieces = linesOf(sheet).get(block.text) ?? []
      expect(block.groups.length).toBeGreaterThan(1)
      for (const { filled, from = '' } of block.groups) {
        const [first = ''] = pieces.filter((piece) => piece.from === from).map(({ text }) => text)
        const words = wordsOf.get(from)
        const side = headlineOf.get(from) === 'good' ? words?.good : words?.bad
        const people = filled === 1 ? '1 person' : writtenNumber(filled, 'en')
        if (!first.startsWith('fewer') && !first.includes(' of '))
          expect(first.startsWith(`${people} in ${writtenNumber(block.of, 'en')} ${side}`), first).toBe(true)
        expect(block.key).toBe(`Dark: people who ${side}.`)
      }
      expect(new Set(block.groups.map(({ from = '' }) => sourceOf.get(from))).size).toBe(1)
    }
  })

  test('draw nobody of a group that was compared with nobody', () => {
    const drawn = sheets.flatMap(({ paper }) =>
      paper.blocks.flatMap((block) => (block.kind === 'people' ? block.groups : [])),
    )
    for (const { from = '' } of drawn) expect(designOf.get(from)).not.toBe('single-group')
  })

  test('show both groups of one study in every pair, as many people as the number says, and every option', () => {
    const compared = sheets.flatMap(({ name, paper }) =>
      paper.blocks.flatMap((block) => (block.kind === 'compare' ? [{ name, block }] : [])),
    )
    expect(compared.length).toBe(
      content.conditions.flatMap(({ decisions }) => decisions.decisions.flatMap(({ outcomes }) => outcomes))
        .length,
    )
    const pairs = compared
      .flatMap(({ block }) => block.cells.flatMap(({ studies }) => studies))
      .filter(({ groups }) => groups.length === 2)
    expect(pairs.length).toBeGreaterThan(30)
    for (const { groups, isAlone } of pairs) {
      expect(isAlone).toBe(false)
      expect(new Set(groups.map(({ from }) => sourceOf.get(from))).size).toBe(1)
      for (const { label, on, more } of groups)
        if (!label.includes('under'))
          expect(label).toMatch(new RegExp(`(^| )${writtenNumber(on + more, 'en')}$`))
    }
    for (const { name, block } of compared) {
      const decision = content.conditions
        .flatMap(({ decisions }) => decisions.decisions)
        .find(({ id }) => name === `compare-${id}`)
      const named = block.rest
        .flat()
        .map(({ text }) => text)
        .join(' ')
      const letters = (decision?.options ?? []).map((_, at) => String.fromCharCode(65 + at))
      for (const letter of letters)
        expect(
          block.cells.some((cell) => cell.letter === letter) || named.includes(`${letter}. `),
          `${name} ${block.id} ${letter}`,
        ).toBe(true)
    }
  })

  test('take one sheet of paper, both sides of it, on A4 and on Letter; only long forms take more', async () => {
    const { makePdf } = await import('@/lib/server/pdf/pdf-compiler')
    const tooLong: string[] = []
    for (const { conditionId, name, paper } of sheets.filter((sheet) => !sheet.name.endsWith('-all')))
      for (const sheet of ['a4', 'letter'] as const) {
        const { sheets: pages } = await readPdfFile(await makePdf(paper, sheet))
        if (pages.length > 2) tooLong.push(`${conditionId} ${name} ${sheet}: ${pages.length}`)
        for (const page of pages)
          for (const words of ['Lantern', paper.foot.version, paper.foot.notAdvice])
            expect(squeeze(page), `${name} ${sheet}`).toContain(squeeze(words))
      }
    expect(tooLong).toEqual([])
  }, 200_000)

  test('hold every emergency sign on the first sheet, on A4 and on Letter', async () => {
    const { makePdf } = await import('@/lib/server/pdf/pdf-compiler')
    for (const { conditionId, name, paper, parts } of sheets) {
      for (const sheet of ['a4', 'letter'] as const) {
        const { sheets: pages } = await readPdfFile(await makePdf(paper, sheet))
        const first = squeeze(pages[0] ?? '')
        for (const runs of [
          [{ text: parts.emergency.title }],
          ...parts.emergency.items,
          parts.emergency.action,
        ])
          expect(first, `${conditionId} ${name} ${sheet}`).toContain(
            squeeze(runs.map(({ text }) => text).join('')),
          )
      }
    }
  }, 200_000)

  test('of a pump tell its power, cable, carer and how it is turned off', () => {
    const sheet = sheets.find(({ name }) => name === 'compare-advanced-all')
    const text = JSON.stringify(sheet?.paper.blocks)
    for (const words of ['batteries', 'cable', 'carer', 'turned off']) expect(text).toContain(words)
  })

  test('name the source of every figure, and every source that the page names', () => {
    const missing: string[] = []
    for (const sheet of sheets) {
      const pieces = piecesOn(sheet)
      const isLong = sheet.name.endsWith('-all')
      const cited = sheet.paper.blocks.flatMap((block) =>
        block.kind === 'paragraph' && block.tone === 'note' ? block.runs.map(({ text }) => text) : [],
      )
      const inShort = new Set(pieces.map(({ source }) => source))
      // A sheet has room for a part of what its page says: it names the sources of what it says.
      const needed = new Set([
        ...(isLong ? sheet.sources : []),
        ...pieces.flatMap(({ from }) => sourceOf.get(from ?? '') ?? []),
      ])
      if (sheet.name !== 'worksheet')
        expect(isLong ? needed.size : inShort.size, sheet.name).toBeGreaterThan(2)
      for (const id of needed)
        if (isLong ? !cited.some((line) => line.includes(titles.get(id) ?? '\0')) : !inShort.has(id))
          missing.push(`${sheet.conditionId} ${sheet.name}: ${id}`)
    }
    expect(missing).toEqual([])
  })

  test('say on each sheet which version it is, that it is not advice, and that no clinician has reviewed it', () => {
    for (const { paper } of sheets) {
      expect(paper.foot.version).toContain(version)
      expect(paper.foot.notAdvice).toBe(messages.site.notAdvice)
      expect(paper.foot.reviewed).toBe(messages.site.notReviewed)
    }
  })
})

test('what stands in a summary is kept in memory, until a source is found withdrawn or the content is another', async () => {
  const { db } = await import('@/lib/db/client')
  const { getSummaryParts } = await import('@/lib/summary/data')
  const { saveChecks } = await import('@/lib/watch/data')
  const [sheet] = sheets
  const studiesIn = (parts: SummaryParts | null | undefined) =>
    (parts?.decisions ?? [])
      .flatMap(({ compared }) => compared.flatMap(({ cells }) => cells))
      .flatMap(({ studies }) => studies)
  const source = studiesIn(sheet?.parts)[0]?.note.find((run) => run.source)?.source
  if (!sheet || !source) throw new Error('no compared study')
  const read = async () => {
    const parts = await getSummaryParts('en', sheet.conditionId)
    const notes = studiesIn(parts).flatMap(({ note }) => note)
    return { parts, status: notes.find(({ statusOf }) => statusOf === source)?.text.trim() }
  }
  expect((await read()).parts).toBe(sheet.parts)
  expect((await read()).status).toBeUndefined()

  await saveChecks([
    {
      sourceId: source,
      askedAt: 'crossref',
      about: '10.5555/retracted',
      at: new Date('2026-11-20T12:00:00Z'),
      result: 'changed',
      status: 'retracted',
      trialState: null,
      hasResults: null,
      detail: 'nothing-found',
      etag: null,
    },
  ])
  const withdrawn = await read()
  expect(withdrawn.status).toBe(messages.source.retracted)
  expect((await read()).parts).toBe(withdrawn.parts)

  await db.release.update({ where: { id: 1 }, data: { contentHash: 'another', version: 'another-version' } })
  expect((await read()).parts?.foot.version).toContain('another-version')
})
