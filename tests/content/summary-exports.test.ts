import { parseFragment } from 'parse5'
import { describe, expect, it } from 'vitest'
import { summaryTree } from '@/lib/paper/paper-tree'
import { makePdf } from '@/lib/server/pdf/pdf-compiler'
import type { Block, Paper, Run } from '@/lib/paper/schema'
import { blocksToRead } from '@/lib/paper/to-read'
import { answerFields, noAnswers, readAnswers } from '@/lib/summary/answers'
import type { FinishedSummary } from '@/lib/summary/exports/entry'
import { writeFhirBundle } from '@/lib/summary/exports/fhir-bundle'
import { summaryExportIds, summaryExports, type SummaryExportId } from '@/lib/summary/exports/registry'
import { answerableIn, lineRuns, writeSummary } from '@/lib/summary/write-summary'
import { sheets } from '@/lib/paper/typst'
import messages from '@/lib/texts/messages.en.json'
import type { SummaryParts } from '@/lib/summary/parts'
import { drawnHtml, servedHtml } from '@/tests/drawn-html'
import { textIn } from '@/tests/html'
import { readPdfFile } from '@/tests/pdf-file'
import { realContent } from './real-content'
import { allAnswers, finished, pageText, partsOf, version } from './summary-content'

/** How the words of each form are read back. A form without a line here does not compile. */
const read: Record<SummaryExportId, (summary: FinishedSummary) => string[] | Promise<string[]>> = {
  print: ({ parts, answers }) => [pageText(parts, answers)],
  // Without the foot that every sheet repeats between two words of the paper.
  pdf: async ({ paper }) => {
    const { sheets } = await readPdfFile(await makePdf(paper, 'a4'))
    const { notAdvice, reviewed, version } = paper.foot
    const foot = run(`${notAdvice} ${reviewed} ${version}`)
    return [
      run(sheets.join(''))
        .replaceAll(foot, '')
        .replaceAll(/Page\d+of\d+/g, ''),
    ]
  },
  text: (summary) => [summaryExports.text.write(summary).replaceAll(/^> ?/gm, '')],
  // Both places where a viewer may look: the narrative and the attached text.
  fhir: (summary) => {
    const { entry } = writeFhirBundle(summary)
    const json = JSON.stringify(entry)
    const div = /"text":\{"status":"additional","div":("(?:[^"\\]|\\.)*")/.exec(json)?.[1] ?? '""'
    const data = /"data":"([^"]*)"/.exec(json)?.[1] ?? ''
    return [
      textIn(parseFragment(String(JSON.parse(div)))),
      Buffer.from(data, 'base64').toString('utf8').replaceAll(/^> ?/gm, ''),
    ]
  },
}

/** Paper breaks lines where it likes. */
const run = (text: string) => text.replaceAll(/\s+/g, '')

const runsOf = (block: Block): Run[] => {
  if (block.kind === 'paragraph') return block.runs
  if (block.kind === 'list') return block.items.flat()
  if (block.kind === 'urgent') return [{ text: block.title }, ...block.items.flat(), ...block.action]
  if (block.kind === 'people') return [block]
  if (block.kind === 'ticks') return block.items.map((text) => ({ text }))
  return block.kind === 'heading' ? [{ text: block.text }] : []
}

const wordsOf = ({ blocks, foot }: Paper) => [
  ...blocksToRead(blocks).flatMap(runsOf),
  ...[foot.notAdvice, foot.reviewed, foot.version].map((text): Run => ({ text })),
]

const cases = realContent().conditions.flatMap((condition) => {
  const parts = partsOf(realContent(), condition)
  return [
    { name: `${parts.condition.id}, nothing answered`, parts, answers: noAnswers },
    ...parts.decisions.map(({ id }) => ({
      name: `${parts.condition.id}, ${id}`,
      parts,
      answers: allAnswers(parts, id),
    })),
  ]
})

function heartParts() {
  const heart = realContent().conditions.find(({ condition }) => condition.id === 'heart-failure')
  if (!heart) throw new Error('no heart failure')
  return partsOf(realContent(), heart)
}

describe.each(cases)('$name', ({ parts, answers }) => {
  const summary = finished(parts, answers)
  const { paper } = summary

  it.each(summaryExportIds)('%s holds every word of the paper, in its order', async (id) => {
    for (const text of await read[id](summary)) {
      let at = 0
      const form = run(text)
      for (const words of wordsOf(paper).map(({ text }) => run(text))) {
        const found = form.indexOf(words, at)
        // The notices at the foot may stand in another order.
        if (found < 0) expect(form, `${id} lacks ${words}`).toContain(words)
        else if (!Object.values(paper.foot).some((line) => line && run(line) === words)) at = found
      }
    }
  })

  it.each(summaryExportIds)(
    '%s holds every number, source, the version and the not-advice line',
    async (id) => {
      const decision = parts.decisions.find((each) => each.id === answers.decision)
      const lines = decision?.rows.flatMap((row) => row.lines) ?? []
      const figures = wordsOf(paper).filter(({ from }) => from)
      expect(figures.length).toBeGreaterThanOrEqual(lines.length * 2)
      for (const text of (await read[id](summary)).map(run)) {
        for (const figure of figures) expect(text, figure.from).toContain(run(figure.text))
        for (const { source, certainty } of lines) {
          expect(text).toContain(run(source.short))
          if (source.tier) expect(text).toContain(run(source.tier))
          if (source.status) expect(text).toContain(run(source.status))
          if (certainty) expect(text).toContain(run(certainty))
        }
        expect(text).toContain(version)
        expect(text).toContain(run(paper.foot.notAdvice))
        for (const own of [answers.own, answers.unsure, answers.ownQuestions])
          expect(text).toContain(run(own))
      }
    },
  )

  it('the answers come back from form fields with nothing lost', () => {
    const back = readAnswers(answerFields(answers), answerableIn(parts))
    expect(back).toEqual({ answers, leftOut: false, tooLong: [] })
  })

  it('the page says exactly what the paper says, from the first word to the last', () => {
    const { reviewed, notAdvice, version } = paper.foot
    const said = [...paper.blocks.flatMap(runsOf).map(({ text }) => text), reviewed, notAdvice, version]
    expect(run(pageText(parts, answers))).toBe(run(said.join('')))
  })

  it('the page that a tab draws is the page that the server makes, to the last attribute', () => {
    const views = summaryTree(paper, parts.texts.about)
    expect(drawnHtml(...views)).toBe(servedHtml(...views))
  })

  it('the words that the page carries for a tab are enough to write the same paper', () => {
    const carried: SummaryParts = JSON.parse(JSON.stringify(parts))
    const { answers: read } = readAnswers(answerFields(answers), answerableIn(carried))
    expect(writeSummary(carried, read)).toEqual(paper)
  })
})

/** The longest summary: every answer given, and as much written as people write. */
const longest = (parts: (typeof cases)[number]['parts'], decision: string) => ({
  ...allAnswers(parts, decision),
  own: 'What I want most is to be at home with my family, and to keep my garden. '.repeat(3).trim(),
  unsure: 'I do not know what the weeks after it feel like, and who can help me then. '.repeat(2).trim(),
  ownQuestions: 'Who can I call at night?\nMay I travel to my sister in spring?\nWhat if I change my mind?',
})

describe.each(realContent().conditions.map((c) => [c.condition.id, partsOf(realContent(), c)] as const))(
  'the file of the longest summary, %s',
  (_id, parts) => {
    it.each(sheets)('%s: two sheets, every emergency sign on the first', async (sheet) => {
      for (const { id } of parts.decisions) {
        const paper = writeSummary(parts, longest(parts, id))
        const pdf = await readPdfFile(await makePdf(paper, sheet))
        expect(pdf.sheets.length, id).toBeLessThanOrEqual(2)
        const first = run(pdf.sheets[0] ?? '')
        const { title, items, action } = parts.emergency
        expect(items.length).toBeGreaterThan(0)
        for (const runs of [[{ text: title }], ...items, action])
          expect(first, id).toContain(run(runs.map(({ text }) => text).join('')))
      }
    })
  },
)

it('what matters a lot stands first, whatever the order of the questions', () => {
  const parts = heartParts()
  const [first, second, third] = parts.matters
  if (!first || !second || !third) throw new Error('this needs three things that can matter')
  const matters = { [first.id]: 'a-little', [second.id]: 'some', [third.id]: 'a-lot' } as const
  const { blocks } = writeSummary(parts, { ...noAnswers, matters })
  const at = blocks.findIndex((block) => block.kind === 'heading' && block.text === parts.texts.matters)
  const said = blocks[at + 1]
  const items = said?.kind === 'list' ? said.items : []
  expect(items.map((runs) => runs.map(({ text }) => text).join(''))).toEqual([
    `${third.label}: A lot`,
    `${second.label}: Some`,
    `${first.label}: A little`,
  ])
})

it('a share of people is told both ways, once with its denominator', () => {
  const [line] = heartParts().decisions.flatMap(({ rows }) =>
    rows.flatMap(({ lines }) => lines.filter(({ arms }) => arms.some(({ rest }) => rest))),
  )
  expect(line?.arms[0]?.figure).toMatch(/^\d+ in 100 /)
  expect(line?.arms[0]?.rest).toMatch(/^and \d+ \D+$/)
})

it('a gain that is no count of people reaches paper: 9 points for comfort-focused care, and what they mean', () => {
  for (const decision of heartParts().decisions) {
    const lines = decision.rows.find(({ id }) => id === 'feel-better')?.lines ?? []
    const comfort = lines.find(({ options }) => options.includes('comfort-care'))
    const said =
      comfort &&
      lineRuns(comfort)
        .map(({ text }) => text)
        .join('')
    expect(said).toContain('+9 points (range +0.9 to +18)')
    expect(said).toContain('More points are better.')
  }
})

it('no line says that no counts were given of a figure whose size is known', () => {
  const { noCount } = messages.summary
  for (const c of realContent().conditions) {
    const kinds = new Map(c.numbers.estimates.map(({ id, value }) => [`estimate:${id}`, value.type]))
    for (const { rows } of partsOf(realContent(), c).decisions)
      for (const { arms } of rows.flatMap(({ lines }) => lines))
        for (const { figure, from } of arms)
          if (kinds.get(from) === 'meanDifference') expect(figure).not.toContain(noCount)
  }
})

it('options without numbers are named, not only lettered', () => {
  const advanced = heartParts().decisions.find(({ id }) => id === 'advanced')
  const notes = advanced?.rows.flatMap((row) => row.notes) ?? []
  expect(notes).toContain('Does not apply to A (Carry on as now), B (Comfort-focused care).')
})

it('a withdrawn source is named as withdrawn in every form', async () => {
  const [condition] = realContent().conditions
  if (!condition) throw new Error('no condition')
  const parts = structuredClone(partsOf(realContent(), condition))
  const decision = parts.decisions[0]
  const line = decision?.rows.flatMap((row) => row.lines)[0]
  if (!decision || !line) throw new Error('no compared line')
  line.source.status = 'This study has been withdrawn.'
  const summary = finished(parts, allAnswers(parts, decision.id))
  for (const id of summaryExportIds)
    for (const text of await read[id](summary)) expect(run(text)).toContain(run(line.source.status))
})
