/**
 * The summary as a document: words that are finished (SummaryParts) and what a person answered become one Paper. Pure
 * and free of the schema library, as it also runs in the person's own tab.
 */
import { nobody, type SummaryAbout } from '@/lib/clinics/giver'
import { half, heading, lines, list, note, plain, strong } from '@/lib/paper/blocks'
import { safeText } from '@/lib/paper/safe-text'
import type { Block, Paper, Run } from '@/lib/paper/schema'
import { pickedThree } from '@/lib/matters/top-three'
import { readSure } from '@/lib/readiness/read-sure'
import { toTalkOver } from '@/lib/readiness/to-talk-over'
import type { Answerable } from '@/lib/summary/answers'
import type { SummaryParts } from '@/lib/summary/parts'
import type { Answers } from '@/lib/summary/schema'
import { fillText } from '@/lib/texts/fill-gaps'
import { writtenDay } from '@/lib/texts/intl'
import { ended, labelled, punctuationOf, sentences } from '@/lib/texts/punctuation'

function ownWords(written: string): Block[] {
  const text = safeText(written)
  return text ? [{ kind: 'paragraph', tone: 'own-words', runs: [{ text }] }] : []
}

/** A line with its name in front, set off. */
function led(label: string, text: string, locale: string): Block {
  const { colon, gap } = punctuationOf(locale)
  return plain(strong(label + colon), { text: gap + text })
}

function comparedBlocks({ decisions, texts, locale }: SummaryParts, decisionId: string | null): Block[] {
  const decision = decisions.find(({ id }) => id === decisionId)
  if (!decision) return [note(texts.notSaid)]
  return [
    plain(
      strong(decision.question),
      ...decision.options.flatMap(({ letter, name }) => [
        strong(` ${letter}.`),
        { text: ` ${ended(name, locale)}` },
      ]),
    ),
    note(texts.comparedHow),
    ...decision.compared,
    note(texts.comparedNote),
  ]
}

function sureBlocks({ sure, texts, locale }: SummaryParts, answers: Answers): Block[] {
  const reading = readSure((id) => answers.sure[id])
  if (!sure) return []
  if (reading !== 'clear' && reading !== 'unclear') return []
  return [plain({ text: labelled(texts.sure, reading === 'clear' ? sure.all : sure.some, locale) })]
}

/** What was not answered right, or with "I am not sure": what the team is asked to explain. */
function explainBlocks({ quiz, texts, locale }: SummaryParts, answers: Answers): Block[] {
  const open = toTalkOver(quiz, (id) => answers.quiz[id], answers.decision)
  if (!open.length) return []
  const asked = quiz.filter(({ id }) => open.includes(id))
  // In one paragraph, as each ends with its own mark: the paper must not have more than two sheets.
  return [
    led(
      texts.explain,
      sentences(
        asked.map(({ text }) => text),
        locale,
      ),
      locale,
    ),
  ]
}

/** What matters a lot first, and of that the picked three: a reader with a minute reads the top of a list. */
function matterLines({ matters, matterAnswers, texts, locale }: SummaryParts, answers: Answers): Run[][] {
  const picked = pickedThree(
    matters.map(({ id }) => id),
    (id) => answers.matters[id],
    answers.top,
  )
  const line = ({ label }: SummaryParts['matters'][number], text: string) => [
    { text: labelled(label, '', locale) },
    strong(text),
  ]
  return [
    ...matters.filter(({ id }) => picked.includes(id)).map((matter) => line(matter, texts.top)),
    ...matterAnswers.flatMap(({ id: answer, text }) =>
      matters
        .filter(({ id }) => answers.matters[id] === answer && !picked.includes(id))
        .map((matter) => line(matter, text)),
    ),
  ]
}

/** More characters of a note than this take another line of the paper. */
const longNote = 150

/** Lines for the team: what names the clinic takes the place of one, and its long note of another. Two sheets hold all. */
const linesFor = ({ giver }: SummaryAbout): number =>
  3 - (giver ? 1 : 0) - (giver && giver.note.length > longNote ? 1 : 0)

/** The day it was filled in, which clinic gave the page, and how to reach it. */
function aboutBlocks({ texts, locale }: SummaryParts, { day, giver }: SummaryAbout): Block[] {
  const call = giver?.phone
    ? fillText(giver.when ? texts.callWhen : texts.call, { phone: giver.phone, when: giver.when ?? '' })
    : null
  const told = [
    ...(day ? [fillText(texts.madeOn, { date: writtenDay(day, locale) })] : []),
    ...(giver ? [fillText(texts.given, { name: giver.name })] : []),
    ...(call ? [call] : []),
    ...(giver?.address ? [fillText(texts.where, { address: giver.address })] : []),
  ]
  return told.length
    ? [{ kind: 'paragraph', tone: 'note', isPlain: true, runs: [{ text: sentences(told, locale) }] }]
    : []
}

/**
 * The summary of what a person answered. An answer that these parts do not know (from an older release, say) is left
 * out; text is kept as written. Where nothing was said there are lines to write on.
 * @param about the day, and the clinic that a signature proved
 */
export function writeSummary(parts: SummaryParts, answers: Answers, about: SummaryAbout = nobody): Paper {
  const { texts, locale } = parts
  const named = (choices: readonly { id: string; text: string }[], id: string | null) =>
    choices.find((choice) => choice.id === id)?.text
  const orRoom = (blocks: Block[]): Block[] => (blocks.length ? blocks : [note(texts.notSaid), lines(2)])
  const decision = parts.decisions.find(({ id }) => id === answers.decision)
  const carer = named(parts.carers, answers.who)
  const lean = named(parts.options, answers.lean)
  const own = ownWords(answers.ownQuestions)
  const questions = parts.clinicQuestions.filter(({ id }) => answers.questions.includes(id))
  return {
    locale: parts.locale,
    title: parts.title,
    size: 'small',
    ...(about.giver?.logo && { logo: { src: about.giver.logo, name: about.giver.name } }),
    lead: parts.lead,
    blocks: [
      { kind: 'fields', items: texts.identity },
      ...aboutBlocks(parts, about),
      heading(2, parts.condition.text),
      led(texts.situation, named(parts.situations, answers.situation) ?? texts.notSaid, locale),
      ...(decision ? [led(texts.decision, decision.question, locale)] : []),
      ...(carer ? [plain({ text: labelled(texts.carer, carer, locale) })] : []),
      half(texts.matters),
      ...orRoom([...list(matterLines(parts, answers)), ...ownWords(answers.own)]),
      half(texts.lean),
      // Who said nothing is not made to say "I do not know".
      lean ? plain(strong(lean)) : note(texts.notSaid),
      heading(3, texts.unsure),
      ...orRoom(ownWords(answers.unsure)),
      ...sureBlocks(parts, answers),
      ...explainBlocks(parts, answers),
      half(texts.questions),
      // The person's own first, and room to write for those who wrote none here.
      ...(own.length ? own : [lines(2)]),
      ...list(questions.map(({ text }) => [{ text }])),
      half(texts.cells),
      heading(3, texts.cellsRead),
      ...orRoom(ownWords(answers.cellsRead)),
      heading(3, texts.cellsAsk),
      ...orRoom(ownWords(answers.cellsAsk)),
      // It must be on the first sheet, and be found in fright.
      { kind: 'urgent', ...parts.emergency },
      { ...heading(2, texts.clinic), byHand: true },
      { kind: 'fields', items: parts.clinicFields },
      heading(3, texts.clinicAnswers),
      lines(linesFor(about)),
      { ...heading(2, texts.compared), ...(decision && { onBack: true }) },
      // With what it asked to look at: on the first sheet the longest note would push the emergency signs over.
      ...(about.giver?.note ? [note(fillText(texts.wrote, { note: about.giver.note }))] : []),
      ...comparedBlocks(parts, answers.decision),
    ],
    foot: parts.foot,
  }
}

/** What can be answered, to read form fields with in a browser. */
export function answerableIn(parts: SummaryParts): Answerable {
  const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id)
  return {
    situations: ids(parts.situations),
    decisions: ids(parts.decisions),
    options: ids(parts.options),
    matters: ids(parts.matters),
    quiz: Object.fromEntries(parts.quiz.map(({ id, answers }) => [id, answers])),
    clinicQuestions: ids(parts.clinicQuestions),
  }
}
