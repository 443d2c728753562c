import { z } from 'zod'
import { Id } from '@/lib/sources/schema'
import { MatterAnswer } from '@/lib/matters/schema'
import { Compare, Paper, Run } from '@/lib/paper/schema'
import { SureId, YesNo } from '@/lib/readiness/schema'

/** A finished name or sentence that an answer can choose. */
const Choice = z.strictObject({ id: Id, text: z.string() })

const Decision = z.strictObject({
  id: Id,
  question: z.string(),
  options: z.array(z.strictObject({ id: Id, letter: z.string(), name: z.string() })),
  /** The four questions of the sheet. */
  compared: z.array(Compare),
})

/**
 * Finished words of everything that could stand in the summary of one condition, whatever is answered. The summary
 * page, its print and every file are made from these, so that they cannot disagree. JSON: it may travel to a browser.
 */
export const SummaryParts = z.strictObject({
  locale: z.string(),
  /** Of the content. */
  version: z.string(),
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
  /** The words for an answer. */
  matterAnswers: z.array(z.strictObject({ id: MatterAnswer, text: z.string() })),
  clinicQuestions: z.array(Choice),
  /** What the team fills in by hand. */
  clinicFields: z.array(z.string()),
  /** The knowledge questions: those not answered right are what to ask an explanation of. `decisions` empty: of all. */
  quiz: z.array(
    z.strictObject({
      id: Id,
      text: z.string(),
      right: Id.optional(),
      answers: z.array(Id),
      decisions: z.array(Id),
    }),
  ),
  /**
   * The SURE test: its four questions word for word, and what the answers mean. Null: it is left out in this language, and
   * what was answered to it in another one is on no paper in this one.
   */
  sure: z
    .strictObject({
      items: z.array(z.strictObject({ id: SureId, text: z.string() })),
      answers: z.record(YesNo, z.string()),
      all: z.string(),
      some: z.string(),
    })
    .nullable(),
  emergency: z.strictObject({ title: z.string(), action: z.array(Run), items: z.array(z.array(Run)) }),
  /** Headings and fixed sentences. */
  texts: z.strictObject({
    situation: z.string(),
    notSaid: z.string(),
    decision: z.string(),
    carer: z.string(),
    matters: z.string(),
    /** Beside each of the picked three: "A lot, and one of my top three" */
    top: z.string(),
    /** Over the picked three by themselves. */
    topTitle: z.string(),
    own: z.string(),
    lean: z.string(),
    leanNone: z.string(),
    unsure: z.string(),
    sure: z.string(),
    /** Before the questions that were not answered right. */
    explain: z.string(),
    questions: z.string(),
    ownQuestions: z.string(),
    cells: z.string(),
    cellsRead: z.string(),
    cellsAsk: z.string(),
    /** The part that the team fills in, and its lines. */
    clinic: z.string(),
    clinicAnswers: z.string(),
    /** Name, date of birth, date: lines to write on. What stands there is never stored. */
    identity: z.array(z.string()),
    /** Sentences with a gap that is filled where the summary is made: {date}, {name}, {phone}, {when}, {address}, {note}. */
    madeOn: z.string(),
    given: z.string(),
    call: z.string(),
    callWhen: z.string(),
    where: z.string(),
    wrote: z.string(),
    /** What `given` answers, where answers stand one by one. */
    givenBy: z.string(),
    compared: z.string(),
    comparedHow: z.string(),
    comparedNote: z.string(),
    /** The name of the last lines, for people who hear the page. */
    about: z.string(),
  }),
  foot: Paper.shape.foot,
})
export type SummaryParts = z.infer<typeof SummaryParts>
