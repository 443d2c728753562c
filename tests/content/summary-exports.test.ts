import { parseFragment, type DefaultTreeAdapterMap } from 'parse5'
import { describe, expect, it } from 'vitest'
import { makePdf } from '@/lib/launch/pdf-compiler'
import type { Block, Paper, Run } from '@/lib/paper/schema'
import { blocksToRead } from '@/lib/paper/to-read'
import { answerFields, noAnswers, readAnswers } from '@/lib/summary/answers'
import type { FinishedSummary } from '@/lib/summary/exports/entry'
import { writeFhirBundle } from '@/lib/summary/exports/fhir-bundle'
import { summaryExportIds, summaryExports, type SummaryExportId } from '@/lib/summary/exports/registry'
import { answerableIn } from '@/lib/summary/parts'
import { readPdfFile } from '@/tests/pdf-file'
import { realContent } from './real-content'
import { allAnswers, finished, pageText, partsOf, version } from './summary-content'

const textOfNode = (node: DefaultTreeAdapterMap['childNode']): string =>
  'value' in node ? node.value : 'childNodes' in node ? ` ${node.childNodes.map(textOfNode).join('')} ` : ''
const textOfHtml = (html: string) => parseFragment(html).childNodes.map(textOfNode).join('')

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
      textOfHtml(String(JSON.parse(div))),
      Buffer.from(data, 'base64').toString('utf8').replaceAll(/^> ?/gm, ''),
    ]
  },
}

/** Paper breaks lines where it likes. */
const run = (text: string) => text.replaceAll(/\s+/g, '')

const runsOf = (block: Block): Run[] => {
  if (block.kind === 'paragraph') return block.runs
  if (block.kind === 'list') return block.items.flat()
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
