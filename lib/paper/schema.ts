import { z } from 'zod'
import { Id } from '@/lib/sources/schema'

/**
 * A piece of paper before it has a form: finished words and figures, in reading order. A summary and every handout
 * are papers; the page, plain text, PDF and the clinic's record (FHIR) are made from them, so that all say the same.
 * Nothing here is markup: each writer escapes for its own form.
 */

/**
 * A stretch of text. `from` says where a number came from, `estimate:<id>` or `fact:<id>` as `data-figure` does on
 * pages, so that it can be traced on paper too. In a person's own words a line break is a line break.
 */
export const Run = z.strictObject({
  text: z.string(),
  isStrong: z.boolean().optional(),
  /** Smaller, beside what it belongs to. */
  isNote: z.boolean().optional(),
  from: z.string().optional(),
  /** The source that this names, and the source whose status this tells: a page marks them when one is withdrawn. */
  source: z.string().optional(),
  statusOf: z.string().optional(),
})
export type Run = z.infer<typeof Run>

/** One study as a comparison shows it: its groups as people, or what it found in words. */
const ComparedStudy = z.strictObject({
  /** Of how many people a picture is. */
  of: z.union([z.literal(100), z.literal(1000)]),
  /** One group that was compared with nobody (or whose other group is not shown): never drawn like half of a pair. */
  isAlone: z.boolean(),
  /** What the people of a picture share: a good thing or a problem, as on the screen. */
  counts: z.enum(['good', 'bad']),
  /**
   * The group compared with first: `label` is its letter and number ("A 86"), `on` people are dark, `more` are the
   * difference where it is clear. Empty: a finding that is no count of people, or a study that is told in words only.
   */
  groups: z
    .array(
      z.strictObject({
        label: z.string(),
        on: z.number().int().nonnegative(),
        more: z.number().int().nonnegative(),
        from: z.string(),
      }),
    )
    .max(2),
  /** "in 100 were alive.", or the whole finding. */
  words: z.array(Run),
  /** Who the others were, when it was counted, and which study it is. */
  note: z.array(Run),
})
export type ComparedStudy = z.infer<typeof ComparedStudy>

/** One question of a decision: the options that have something to show, and by name those that have not. */
export const Compare = z.strictObject({
  kind: z.literal('compare'),
  id: Id,
  question: z.string(),
  cells: z.array(
    z.strictObject({
      option: Id,
      /** In the fixed order of the decision. */
      letter: z.string(),
      name: z.string(),
      studies: z.array(ComparedStudy).min(1),
      /** How sure the people who made Lantern are, as a sentence, with bars filled out of four; none are drawn for what nobody rated. */
      sure: z.strictObject({ bars: z.number().int().min(0).max(4), text: z.string() }),
      /** What the figures mean, in one sentence. */
      says: z.array(Run),
    }),
  ),
  /** "Not known yet: B. Comfort-focused care." */
  rest: z.array(z.array(Run)),
})
export type Compare = z.infer<typeof Compare>

export const Block = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('heading'),
    level: z.union([z.literal(2), z.literal(3)]),
    text: z.string(),
    /** The part that it begins may stand beside the next one, each half as wide as the sheet. */
    half: z.literal(true).optional(),
    /** The part that it begins is filled in by hand: it is of use on paper only. */
    byHand: z.literal(true).optional(),
    /** The part that it begins stands on the back of the first sheet. */
    onBack: z.literal(true).optional(),
  }),
  /** `note`: smaller, beside the point. `own-words`: what a person wrote, shown as written. */
  z.strictObject({
    kind: z.literal('paragraph'),
    runs: z.array(Run),
    tone: z.enum(['plain', 'note', 'own-words']).default('plain'),
    /** Its digits are a day or a telephone number, no figure of a study. */
    isPlain: z.literal(true).optional(),
  }),
  z.strictObject({
    kind: z.literal('list'),
    items: z.array(z.array(Run)),
    /** Short items side by side, where paper has the room. */
    columns: z.literal(2).optional(),
  }),
  /** What must be found in fright: signs under a heading that leads into them, then what to do. */
  z.strictObject({
    kind: z.literal('urgent'),
    title: z.string(),
    items: z.array(z.array(Run)).min(1),
    action: z.array(Run),
  }),
  /**
   * Pictures of `of` people side by side, one for each group of one study that was compared, with `filled` of them
   * dark; `key` says who those are. `text` says all of it in words and is the alternative text. A group that was
   * compared with nobody has no picture.
   */
  z.strictObject({
    kind: z.literal('people'),
    of: z.number().int().positive(),
    groups: z
      .array(
        z.strictObject({
          name: z.string(),
          filled: z.number().int().nonnegative(),
          from: z.string().optional(),
        }),
      )
      .min(2),
    key: z.string(),
    text: z.string(),
  }),
  /** Things to tick by hand, one under the other; with a `label`, the answers to it, side by side. */
  z.strictObject({ kind: z.literal('ticks'), label: z.string().optional(), items: z.array(z.string()) }),
  /** Empty ruled lines to write on. */
  z.strictObject({ kind: z.literal('lines'), count: z.number().int().min(1).max(40) }),
  /** One thing a row, by its name; `head` stands over the columns, the first over the names. */
  z.strictObject({
    kind: z.literal('table'),
    head: z.array(z.string()).min(2),
    rows: z.array(z.array(z.array(Run))).min(1),
  }),
  /** Short things to write by hand, each behind its label. Never filled in, never stored. */
  z.strictObject({ kind: z.literal('fields'), items: z.array(z.string()).min(1) }),
  Compare,
])
export type Block = z.infer<typeof Block>

export const Paper = z.strictObject({
  locale: z.string(),
  title: z.string(),
  /** `small`: a paper that must not have more than two sheets, as small as the page prints. */
  size: z.literal('small').optional(),
  /** Of the clinic that gives it, beside the title. `src`: its address on this site; `name`: whose it is. */
  logo: z.strictObject({ src: z.string(), name: z.string() }).optional(),
  /** One or two sentences under the title. */
  lead: z.array(z.string()),
  blocks: z.array(Block),
  /** What stands at the foot of every sheet. */
  foot: z.strictObject({
    /** "This is not medical advice …" */
    notAdvice: z.string(),
    /** "Not yet reviewed by a clinician", or who reviewed it. */
    reviewed: z.string(),
    /** The content version and its date, in words. */
    version: z.string(),
    /** Where to see what has changed since, as words; `url` is what the printed code holds, when the site's address is known. */
    changed: z.string(),
    url: z.string().nullable(),
  }),
})
export type Paper = z.infer<typeof Paper>
