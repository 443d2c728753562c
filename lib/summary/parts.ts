import { z } from 'zod'
import { Id } from '@/lib/sources/schema'
import { MatterAnswer } from '@/lib/matters/schema'
import { Paper, Run, type Block } from '@/lib/paper/schema'
import { safeText } from '@/lib/paper/safe-text'
import { sureScore, type Answerable } from '@/lib/summary/answers'
import { SureId, YesNo, type Answers } from '@/lib/summary/schema'

/** A finished name or sentence that an answer can choose. */
const Choice = z.strictObject({ id: Id, text: z.string() })

/** One study on one question: the figure of each of its groups, and where they come from. */
export const ComparedLine = z.strictObject({
  /** The options that it says something about, in the fixed order. */
  options: z.array(Id).min(1),
  /** Their letters: "C" or "C, F". */
  letter: z.string(),
  arms: z
    .array(
      z.strictObject({
        /** Of its option, when the line is about several; null: one option, or an arm that is no option. */
        letter: z.string().nullable(),
        /** "Bypass and medicines"; empty: the group of the figure before it. */
        name: z.string(),
        /** "59 in 100 had died" */
        figure: z.string(),
        /** "likely range 55 to 63"; null: the source gave none and none could be worked out. */
        range: z.string().nullable(),
        /** "and 41 were alive": the same people told the other way; null: no share of people. */
        rest: z.string().nullable(),
        /** What a figure that is no share of people means: which way its scale points. */
        meaning: z.string().nullable(),
        /** `estimate:<id>`, as `data-figure` says it on pages. */
        from: z.string(),
      }),
    )
    .min(1),
  /** "About 10 years" */
  time: z.string(),
  source: z.strictObject({
    id: Id,
    /** "Velazquez EJ et al, 2016" */
    short: z.string(),
    /** How we read it when that was not the original. */
    tier: z.string().nullable(),
    /** "This study has been withdrawn."; null: as far as we know it stands. */
    status: z.string().nullable(),
  }),
  /** "One group only"; null for a study that compared. */
  alone: z.string().nullable(),
  /** How sure we are, by the body that rated it; null: we read no rating. */
  certainty: z.string().nullable(),
})
export type ComparedLine = z.infer<typeof ComparedLine>

/** The same rows for every option of a decision. */
const ComparedRow = z.strictObject({
  id: Id,
  question: z.string(),
  lines: z.array(ComparedLine),
  /** "No numbers yet for B (cardiac rehab)." and "Does not apply to A (carry on as now)." */
  notes: z.array(z.string()),
})

const Decision = z.strictObject({
  id: Id,
  question: z.string(),
  options: z.array(z.strictObject({ id: Id, letter: z.string(), name: z.string() })),
  rows: z.array(ComparedRow),
})

/**
 * Finished words of everything that could stand in the summary of one condition, whatever is answered. The summary
 * page, its print and every file are made from these, so that they cannot disagree. JSON: it may travel to a browser.
 */
export const SummaryParts = z.strictObject({
  locale: z.string(),
  condition: Choice,
  title: z.string(),
  lead: z.array(z.string()),
  situations: z.array(Choice),
  decisions: z.array(Decision),
  /** Who answered, when it was not the patient. */
  carers: z.array(z.strictObject({ id: z.enum(['carer', 'carer-alone']), text: z.string() })),
  /** Options to lean towards. */
  options: z.array(Choice),
  matters: z.array(z.strictObject({ id: Id, label: z.string(), question: z.string() })),
  /** The words for an answer. "Skip this" is no answer. */
  matterAnswers: z.array(z.strictObject({ id: MatterAnswer.exclude(['skip']), text: z.string() })),
  clinicQuestions: z.array(Choice),
  /** The SURE test: its four questions word for word, and what the answers mean. */
  sure: z.strictObject({
    items: z.array(z.strictObject({ id: SureId, text: z.string() })),
    answers: z.record(YesNo, z.string()),
    all: z.string(),
    some: z.string(),
  }),
  emergency: z.strictObject({ title: z.string(), action: z.array(Run), items: z.array(z.array(Run)) }),
  /** Headings and fixed sentences. */
  texts: z.strictObject({
    situation: z.string(),
    notSaid: z.string(),
    decision: z.string(),
    carer: z.string(),
    matters: z.string(),
    own: z.string(),
    lean: z.string(),
    leanNone: z.string(),
    unsure: z.string(),
    sure: z.string(),
    questions: z.string(),
    ownQuestions: z.string(),
    clinicAnswers: z.string(),
    compared: z.string(),
    comparedNote: z.string(),
    /** The name of the last lines, for people who hear the page. */
    about: z.string(),
  }),
  foot: Paper.shape.foot,
})
export type SummaryParts = z.infer<typeof SummaryParts>

/** A stretch of a compared line, with what the page has to know about it. */
export type LinePiece = Run & {
  /** Smaller, beside the figures. */
  isNote?: boolean
  /** The source that this names. */
  source?: string
  /** The source whose status this tells; empty while it stands. */
  statusOf?: string
}

/**
 * A compared line in reading order: "A. Bypass: 59 in 100 had died, and 41 were alive; medicines: … . About 10 years.
 * Velazquez, 2016." Every share of people is told both ways.
 */
export function linePieces({ letter, arms, time, source, alone, certainty }: ComparedLine): LinePiece[] {
  const beside = (text: string, more: Omit<LinePiece, 'text'> = {}): LinePiece => ({
    text,
    isNote: true,
    ...more,
  })
  return [
    { text: `${letter}.`, isStrong: true },
    { text: ' ' },
    ...arms.flatMap((arm, index): LinePiece[] => [
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
  ]
}

const plain = (...runs: Run[]): Block => ({ kind: 'paragraph', tone: 'plain', runs })
const strong = (text: string): Run => ({ text, isStrong: true })
const note = (text: string): Block => ({ kind: 'paragraph', tone: 'note', runs: [{ text }] })
const heading = (level: 2 | 3, text: string): Block => ({ kind: 'heading', level, text })
const list = (items: Run[][], columns?: 2): Block[] =>
  items.length ? [{ kind: 'list', items, ...(columns && { columns }) }] : []
function ownWords(written: string): Block[] {
  const text = safeText(written)
  return text ? [{ kind: 'paragraph', tone: 'own-words', runs: [{ text }] }] : []
}

/** Only what a paper needs of a piece. */
export const runOf = ({ text, isStrong, from }: LinePiece): Run => ({
  text,
  ...(isStrong && { isStrong }),
  ...(from && { from }),
})

function comparedBlocks(parts: SummaryParts, decisionId: string | null): Block[] {
  const decision = parts.decisions.find(({ id }) => id === decisionId)
  if (!decision) return [note(parts.texts.notSaid)]
  return [
    plain(strong(decision.question)),
    plain(...decision.options.flatMap(({ letter, name }) => [strong(`${letter}.`), { text: ` ${name}. ` }])),
    ...decision.rows.flatMap((row): Block[] => [
      plain(strong(row.question)),
      ...list(
        row.lines.map((line) =>
          linePieces(line)
            .filter(({ text }) => text)
            .map(runOf),
        ),
      ),
      ...row.notes.map(note),
    ]),
    note(parts.texts.comparedNote),
  ]
}

function sureBlocks({ sure, texts }: SummaryParts, answers: Answers): Block[] {
  const score = sureScore(answers.sure)
  if (score === null) return []
  return [plain({ text: `${texts.sure}: ${score === sure.items.length ? sure.all : sure.some}` })]
}

/**
 * The summary of what a person answered, in the order of the page. An answer that these parts do not know (from an
 * older release, say) is left out; text is kept as written.
 */
export function writeSummary(parts: SummaryParts, answers: Answers): Paper {
  const { texts } = parts
  const named = (list: readonly { id: string; text: string }[], id: string | null) =>
    list.find((choice) => choice.id === id)?.text
  const orNotSaid = (blocks: Block[]) => (blocks.length ? blocks : [note(texts.notSaid)])
  const decision = parts.decisions.find(({ id }) => id === answers.decision)
  const carer = named(parts.carers, answers.who)
  const matters = parts.matters.flatMap(({ id, label }) => {
    const answer = named(parts.matterAnswers, answers.matters[id] ?? null)
    return answer ? [[{ text: `${label}: ` }, strong(answer)]] : []
  })
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
      { kind: 'urgent', ...parts.emergency },
      heading(2, texts.matters),
      ...list(matters, 2),
      ...(matters.length ? ownWords(answers.own) : orNotSaid(ownWords(answers.own))),
      heading(2, texts.lean),
      plain({ text: named(parts.options, answers.lean) ?? texts.leanNone }),
      heading(3, texts.unsure),
      ...orNotSaid(ownWords(answers.unsure)),
      ...sureBlocks(parts, answers),
      heading(2, texts.questions),
      ...list(questions.map(({ text }) => [{ text }])),
      ...ownWords(answers.ownQuestions),
      { kind: 'lines', count: 2 },
      heading(3, texts.clinicAnswers),
      { kind: 'lines', count: 2 },
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
