import type { Giver } from '@/lib/clinics/giver'
import type { Paper } from '@/lib/paper/schema'
import type { SummaryParts } from '@/lib/summary/parts'
import type { Answers, Identity } from '@/lib/summary/schema'
import type { Messages } from '@/lib/texts/languages'

/** A finished summary and what a file of it needs besides. See writeFhirBundle for `at` and `newId`. */
export type FinishedSummary = {
  parts: SummaryParts
  answers: Answers
  /** writeSummary(parts, answers, about) */
  paper: Paper
  /** The clinic that gave the page, once proved. */
  giver?: Giver | null
  /** The page that it gave, signed: it travels on, so that the next reader can prove the clinic as well. */
  packet?: string | null
  /** Where people find this site: what the questions are known by. Null: nobody said. */
  site?: string | null
  identity: Identity | null
  at: string
  newId: () => string
}

/** One form of the summary, and where it is made. */
export type SummaryExport =
  /** Pure code, so that it can be made in the browser: our server never sees the answers. */
  | {
      madeIn: 'anywhere'
      mediaType: string
      extension: string
      /** The words on its button: a key of `sharing` in the messages. */
      label: keyof Messages['sharing'] & string
      write: (summary: FinishedSummary) => string
    }
  /** The summary page itself, printed by the browser. */
  | { madeIn: 'page' }
  /** By a form post to this address: the answers are used for the reply and kept nowhere. */
  | { madeIn: 'server'; mediaType: string; extension: string; action: string }
