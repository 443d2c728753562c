/**
 * The summary as a document: words that are finished (SummaryParts) and what a person answered become one Paper. Pure
 * and free of the schema library, as it also runs in the person's own tab.
 */
import { heading, list, note, plain, strong } from '@/lib/paper/blocks'
import { safeText } from '@/lib/paper/safe-text'
import type { Block, Paper, Run } from '@/lib/paper/schema'
import { readSure } from '@/lib/readiness/read-sure'
import type { Answerable } from '@/lib/summary/answers'
import type { ComparedLine, SummaryParts } from '@/lib/summary/parts'
import type { Answers } from '@/lib/summary/schema'

/**
 * A compared line in reading order: "A. Bypass: 59 in 100 had died, and 41 were alive; medicines: … . About 10 years.
 * Velazquez, 2016." Every share of people is told both ways.
 */
export function lineRuns({ letter, arms, time, source, alone, certainty }: ComparedLine): Run[] {
  const beside = (text: string, more: Omit<Run, 'text'> = {}): Run => ({ text, isNote: true, ...more })
  return [
    strong(`${letter}.`),
    { text: ' ' },
    ...arms.flatMap((arm, index): Run[] => [
      { text: arm.name && (arm.letter ? `${arm.name} (${arm.letter}): ` : `${arm.name}: `) },
      { text: arm.range ? `${arm.figure} (${arm.range})` : arm.figure, from: arm.from },
      ...(arm.rest ? [{ text: ', ' }, { text: arm.rest, from: arm.from }] : []),
      { text: index === arms.length - 1 ? '. ' : '; ' },
      ...(arm.meaning ? [{ text: `${arm.meaning} ` }] : []),
    ]),
    beside(time, arms[0] && { from: arms[0].from }),
    beside('. '),
    beside(source.short, { source: source.id }),
    beside(source.tier ? ` (${source.tier}).` : '.'),
    beside(alone ? ` ${alone}.` : ''),
    beside(certainty ? ` ${certainty}.` : ''),
    beside(source.status ? ` ${source.status}` : '', { isStrong: true, statusOf: source.id }),
  ].filter(({ text }) => text)
}

function ownWords(written: string): Block[] {
  const text = safeText(written)
  return text ? [{ kind: 'paragraph', tone: 'own-words', runs: [{ text }] }] : []
}

function comparedBlocks({ decisions, texts }: SummaryParts, decisionId: string | null): Block[] {
  const decision = decisions.find(({ id }) => id === decisionId)
  if (!decision) return [note(texts.notSaid)]
  return [
    plain(
      strong(decision.question),
      ...decision.options.flatMap(({ letter, name }) => [strong(` ${letter}.`), { text: ` ${name}.` }]),
    ),
    ...decision.rows.flatMap((row): Block[] => [
      plain(strong(row.question)),
      ...list(row.lines.map(lineRuns)),
      // In one paragraph: the paper must not have more than two sheets.
      ...(row.rated || row.notes.length ? [note([row.rated, ...row.notes].filter(Boolean).join(' '))] : []),
    ]),
    note(texts.comparedNote),
  ]
}

function sureBlocks({ sure, texts }: SummaryParts, answers: Answers): Block[] {
  const reading = readSure((id) => answers.sure[id])
  if (reading !== 'clear' && reading !== 'unclear') return []
  return [plain({ text: `${texts.sure}: ${reading === 'clear' ? sure.all : sure.some}` })]
}

/**
 * The summary of what a person answered. An answer that these parts do not know (from an older release, say) is left
 * out; text is kept as written. Where nothing was said there are lines to write on.
 */
export function writeSummary(parts: SummaryParts, answers: Answers): Paper {
  const { texts } = parts
  const named = (choices: readonly { id: string; text: string }[], id: string | null) =>
    choices.find((choice) => choice.id === id)?.text
  const orRoom = (blocks: Block[]): Block[] =>
    blocks.length ? blocks : [note(texts.notSaid), { kind: 'lines', count: 2 }]
  const decision = parts.decisions.find(({ id }) => id === answers.decision)
  const carer = named(parts.carers, answers.who)
  // What matters a lot first: a reader with a minute reads the top of a list.
  const matters = parts.matterAnswers.flatMap(({ id: answer, text }) =>
    parts.matters
      .filter(({ id }) => answers.matters[id] === answer)
      .map(({ label }) => [{ text: `${label}: ` }, strong(text)]),
  )
  const own = ownWords(answers.ownQuestions)
  const questions = parts.clinicQuestions.filter(({ id }) => answers.questions.includes(id))
  return {
    locale: parts.locale,
    title: parts.title,
    size: 'small',
    lead: parts.lead,
    blocks: [
      heading(2, parts.condition.text),
      plain(strong(`${texts.situation}:`), {
        text: ` ${named(parts.situations, answers.situation) ?? texts.notSaid}`,
      }),
      ...(decision ? [plain(strong(`${texts.decision}:`), { text: ` ${decision.question}` })] : []),
      ...(carer ? [plain({ text: `${texts.carer}: ${carer}` })] : []),
      // Near the top: it must be on the first sheet, and be found in fright.
      { kind: 'urgent', ...parts.emergency },
      heading(2, texts.matters),
      ...orRoom([...list(matters, 2), ...ownWords(answers.own)]),
      heading(2, texts.lean),
      plain({ text: named(parts.options, answers.lean) ?? texts.leanNone }),
      heading(3, texts.unsure),
      ...orRoom(ownWords(answers.unsure)),
      ...sureBlocks(parts, answers),
      heading(2, texts.questions),
      ...list(
        questions.map(({ text }) => [{ text }]),
        2,
      ),
      // Room to write for those who wrote none here.
      ...(own.length ? own : [{ kind: 'lines' as const, count: 2 }]),
      heading(3, texts.clinicAnswers),
      { kind: 'lines', count: 3 },
      heading(2, texts.compared),
      ...comparedBlocks(parts, answers.decision),
    ],
    foot: parts.foot,
  }
}

/** What can be answered, to read form fields with in a browser. The knowledge questions stand in no summary. */
export function answerableIn(parts: SummaryParts): Answerable {
  const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id)
  return {
    situations: ids(parts.situations),
    decisions: ids(parts.decisions),
    options: ids(parts.options),
    matters: ids(parts.matters),
    quiz: {},
    clinicQuestions: ids(parts.clinicQuestions),
  }
}
