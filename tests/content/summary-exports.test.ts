import { parseFragment } from 'parse5'
import { afterAll, describe, expect, it } from 'vitest'
import { summaryTree } from '@/lib/paper/paper-tree'
import { makePdf, makeWithLogo } from '@/lib/server/pdf/pdf-compiler'
import { cellName, cellNotes } from '@/lib/paper/compare-words'
import type { Block, Paper, Run } from '@/lib/paper/schema'
import { blocksToRead } from '@/lib/paper/to-read'
import { answerFields, noAnswers, readAnswers } from '@/lib/summary/answers'
import type { FinishedSummary } from '@/lib/summary/exports/entry'
import { writeFhirBundle } from '@/lib/summary/exports/fhir-bundle'
import { summaryExportIds, summaryExports, type SummaryExportId } from '@/lib/summary/exports/registry'
import type { Answers } from '@/lib/summary/schema'
import { answerableIn, writeSummary } from '@/lib/summary/write-summary'
import { sheets } from '@/lib/paper/typst'
import type { SummaryParts } from '@/lib/summary/parts'
import { drawnHtml, servedHtml } from '@/tests/drawn-html'
import { textIn } from '@/tests/html'
import { leaveLogo, wideLogo } from '@/tests/logo-file'
import { readPdfFile } from '@/tests/pdf-file'
import { realContent } from './real-content'
import { allAnswers, day, finished, madeUpGiver, pageText, partsOf, version } from './summary-content'

/** How the words of each form are read back. A form without a line here does not compile. */
const read: Record<SummaryExportId, (summary: FinishedSummary) => string[] | Promise<string[]>> = {
  print: ({ parts, answers }) => [pageText(parts, answers)],
  // The foot that every sheet repeats stands between two words of the paper: once, at the end, will do.
  pdf: async ({ paper }) => {
    const { sheets } = await readPdfFile(await makePdf(paper, 'a4'))
    const { notAdvice, reviewed, version, changed } = paper.foot
    const foot = run(`${notAdvice} ${reviewed} ${version} ${changed}`)
    const all = sheets.map(run)
    for (const sheet of all) expect(sheet).toContain(foot)
    return [
      all
        .join('')
        .replaceAll(foot, '')
        .replaceAll(/Page\d+of\d+/g, '') + foot,
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
  if (block.kind === 'ticks' || block.kind === 'fields') return block.items.map((text) => ({ text }))
  if (block.kind === 'compare')
    return [
      { text: block.question },
      ...block.cells.flatMap((cell) => [
        { text: cellName(cell) },
        ...cell.studies.flatMap(({ groups, words }) => [
          ...groups.map(({ label, from }) => ({ text: label, from })),
          ...words,
        ]),
        { text: cell.sure.text },
        ...cell.says,
        ...cellNotes(cell, 'en'),
      ]),
      ...block.rest.flat(),
    ]
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
      const cells = decision?.compared.flatMap((question) => question.cells) ?? []
      const figures = wordsOf(paper).filter(({ from }) => from)
      expect(figures.length).toBeGreaterThanOrEqual(cells.length * 2)
      for (const text of (await read[id](summary)).map(run)) {
        for (const figure of figures) expect(text, figure.from).toContain(run(figure.text))
        for (const { source, text: name } of cells.flatMap((cell) => cellNotes(cell, 'en')))
          if (source) expect(text).toContain(run(name))
        expect(text).toContain(version)
        expect(text).toContain(run(paper.foot.notAdvice))
        for (const own of [
          answers.own,
          answers.unsure,
          answers.ownQuestions,
          answers.cellsRead,
          answers.cellsAsk,
        ])
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
    const said = [...paper.blocks.flatMap(runsOf).map(({ text }) => text), notAdvice, reviewed, version]
    expect(run(pageText(parts, answers))).toBe(run(said.join('')))
  })

  it('the page that a tab draws is the page that the server makes, to the last attribute', () => {
    const views = summaryTree(paper, parts.texts.about)
    expect(drawnHtml(...views)).toBe(servedHtml(...views))
  })

  it('the words that the page carries for a tab are enough to write the same paper', () => {
    const carried: SummaryParts = JSON.parse(JSON.stringify(parts))
    const { answers: read } = readAnswers(answerFields(answers), answerableIn(carried))
    expect(writeSummary(carried, read, { day, giver: madeUpGiver })).toEqual(paper)
  })
})

/** The longest summary: every answer given, and as much written as people write. */
const longest = (parts: (typeof cases)[number]['parts'], decision: string) => ({
  ...allAnswers(parts, decision),
  own: 'What I want most is to be at home with my family, and to keep my garden. '.repeat(3).trim(),
  unsure: 'I do not know what the weeks after it feel like, and who can help me then. '.repeat(2).trim(),
  ownQuestions: 'Who can I call at night?\nMay I travel to my sister in spring?\nWhat if I change my mind?',
  cellsRead: 'I read that my own cells can grow new muscle, and that a clinic by the sea has done it often.',
  cellsAsk:
    'Is there a real study near me, and who pays for the journey?\nWhat happens to my other treatment?',
})

const logo = leaveLogo('made-up-of-tests', 'svg', wideLogo)
afterAll(logo.remove)

describe.each(realContent().conditions.map((c) => [c.condition.id, partsOf(realContent(), c)] as const))(
  'the file of the longest summary, %s',
  (_id, parts) => {
    it.each(sheets)('%s: two sheets, every emergency sign on the first', async (sheet) => {
      for (const { id } of parts.decisions) {
        const paper = writeSummary(parts, longest(parts, id), { day, giver: madeUpGiver })
        const { file, isLogoLost } = await makeWithLogo(paper, sheet)
        expect(isLogoLost).toBe(false)
        const pdf = await readPdfFile(file)
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

/** The items of the list under a heading of the summary. */
function itemsUnder(title: string, answers: Answers): string[] {
  const { blocks } = writeSummary(heartParts(), answers)
  const at = blocks.findIndex((block) => block.kind === 'heading' && block.text === title)
  const said = at < 0 ? undefined : blocks[at + 1]
  const items = said?.kind === 'list' ? said.items : []
  return items.map((runs) => runs.map(({ text }) => text).join(''))
}

it('of five things that matter a lot, the two that were picked stand first and say so', () => {
  const parts = heartParts()
  const [a, b, c, d, e] = parts.matters
  if (!a || !b || !c || !d || !e) throw new Error('this needs five things that can matter')
  const matters = Object.fromEntries([a, b, c, d, e].map(({ id }) => [id, 'a-lot' as const]))
  const { top } = parts.texts
  const said = itemsUnder(parts.texts.matters, { ...noAnswers, matters, top: [e.id, b.id] })
  expect(said).toEqual([
    `${b.label}: ${top}`,
    `${e.label}: ${top}`,
    ...[a, c, d].map(({ label }) => `${label}: A lot`),
  ])
})

it('asks to explain what was answered wrong or with "I am not sure", and nothing that was right', () => {
  const parts = heartParts()
  const { quiz, texts } = parts
  const [wrong, right, unsure] = quiz
  if (!wrong || !right || !unsure) throw new Error('this needs three questions')
  const answers = {
    ...noAnswers,
    quiz: {
      [wrong.id]: wrong.answers.find((id) => id !== wrong.right && id !== 'not-sure') ?? '',
      [right.id]: right.right ?? '',
      [unsure.id]: 'not-sure',
    },
  }
  const asks = (given: Answers) =>
    writeSummary(parts, given)
      .blocks.map((block) =>
        run(
          runsOf(block)
            .map(({ text }) => text)
            .join(''),
        ),
      )
      .filter((words) => words.startsWith(run(texts.explain)))
  expect(asks(answers)).toEqual([run(`${texts.explain}: ${wrong.text} ${unsure.text}`)])
  expect(asks({ ...answers, quiz: { [right.id]: right.right ?? '' } })).toEqual([])
})

const cellsIn = (parts: SummaryParts) =>
  parts.decisions.flatMap(({ id, compared }) =>
    compared.flatMap(({ id: question, cells }) => cells.map((cell) => ({ decision: id, question, cell }))),
  )
const allParts = realContent().conditions.map((condition) => partsOf(realContent(), condition))

it('of a heart pump the sheet tells stroke and bleeding', () => {
  const pump = cellsIn(heartParts()).find(
    ({ question, cell }) => question === 'serious-problems' && cell.option === 'lvad',
  )
  const said = pump?.cell.studies.flatMap(({ words }) => words.map(({ text }) => text)).join(' ')
  expect(said).toContain('stroke')
  expect(said).toContain('bleeding')
})

it('both pictures of a pair are of one study, and one group alone is never drawn as half of a pair', () => {
  const sourceOf = new Map<string, string>(
    realContent().conditions.flatMap((c) =>
      c.numbers.estimates.map(({ id, source }) => [`estimate:${id}`, source] as const),
    ),
  )
  const studies = allParts.flatMap(cellsIn).flatMap(({ cell }) => cell.studies)
  const pairs = studies.filter(({ groups }) => groups.length === 2)
  expect(pairs.length).toBeGreaterThan(20)
  for (const { groups, isAlone } of pairs) {
    expect(isAlone).toBe(false)
    expect(new Set(groups.map(({ from }) => sourceOf.get(from))).size).toBe(1)
    // The difference stands in one picture only.
    expect(groups.filter(({ more }) => more > 0).length).toBeLessThan(2)
  }
  for (const { groups, isAlone } of studies) if (groups.length === 1) expect(isAlone).toBe(true)
})

it('the number under a picture is the number of its dark and lit people', () => {
  for (const { cell } of allParts.flatMap(cellsIn))
    for (const { groups } of cell.studies)
      for (const { label, on, more } of groups)
        if (!label.includes('under'))
          expect(label.replaceAll(',', ''), cell.name).toMatch(new RegExp(`\\b${on + more}$`))
})

it('every option stands under each question, with a cell or by name', () => {
  for (const { decisions } of allParts)
    for (const { id, options, compared } of decisions)
      for (const { question, cells, rest } of compared) {
        const named = rest
          .flat()
          .map(({ text }) => text)
          .join(' ')
        const missing = options.filter(
          ({ id: option, letter, name }) =>
            !cells.some((cell) => cell.option === option) && !named.includes(`${letter}. ${name}`),
        )
        expect(missing, `${id}: ${question}`).toEqual([])
      }
})

it('a gain that is no count of people reaches paper: 9 points for comfort-focused care', () => {
  const comfort = cellsIn(heartParts()).filter(
    ({ question, cell }) => question === 'feel-better' && cell.option === 'comfort-care',
  )
  expect(comfort.length).toBe(3)
  for (const { cell } of comfort)
    expect(cell.studies[0]?.words[0]?.text).toBe('+9 points (range +0.9 to +18).')
})

it('what nobody fills in is on paper only: name, date of birth, and the lines of the team', () => {
  const parts = heartParts()
  const paper = writeSummary(parts, noAnswers)
  const kept = JSON.stringify(blocksToRead(paper.blocks))
  for (const label of [...parts.texts.identity, ...parts.clinicFields, parts.texts.clinic]) {
    expect(JSON.stringify(paper.blocks)).toContain(label)
    expect(kept).not.toContain(`"${label}"`)
  }
})

it('a withdrawn source is named as withdrawn in every form', async () => {
  const [condition] = realContent().conditions
  if (!condition) throw new Error('no condition')
  const parts = structuredClone(partsOf(realContent(), condition))
  const decision = parts.decisions[0]
  const notes = decision?.compared.flatMap(({ cells }) => cells.flatMap(({ studies }) => studies))[0]?.note
  const source = notes?.find((run) => run.source)?.source
  if (!decision || !notes || !source) throw new Error('no compared study')
  const status = 'This study has been withdrawn.'
  notes.push({ text: ` ${status}`, isStrong: true, statusOf: source })
  const summary = finished(parts, allAnswers(parts, decision.id))
  for (const id of summaryExportIds)
    for (const text of await read[id](summary)) expect(run(text)).toContain(run(status))
})
