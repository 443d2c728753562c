import { z } from 'zod'
import { Id } from '@/lib/sources/schema'
import { MatterAnswer } from '@/lib/matters/schema'
import { Paper, Run } from '@/lib/paper/schema'
import { SureId, YesNo } from '@/lib/readiness/schema'

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
  /** "How sure we are: A, very sure; C, not very sure." by the people who made Lantern; null: nothing is rated. */
  rated: z.string().nullable(),
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
