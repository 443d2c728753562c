import { partsListed } from '@/lib/texts/punctuation'
import type { Translate } from '@/lib/texts/translate'

type Given = {
  condition: string
  question: string
  options: readonly string[]
  version: string
  /** The content date, written out. */
  contentDate: string
  /** "Not yet reviewed by a clinician.", or who reviewed it. */
  reviewed: string
  /** Where people find this site (LANTERN_PUBLIC_URL); null when nobody said. */
  site: string | null
  /** The day it was given, written out; null: a blank to fill in. */
  date: string | null
}

/**
 * The lines a clinician pastes into the record: what the patient was given, never who the patient is. Plain text,
 * one fact on each line, with blanks for the talk and for what came back.
 */
export function recordNote(given: Given, t: Translate, locale: string): string {
  const { condition, question, options, version, contentDate, reviewed, site, date } = given
  return [
    site === null ? t('clinicians.record.givenNoSite') : t('clinicians.record.given', { site }),
    t('clinicians.record.condition', { name: condition }),
    t('clinicians.record.decision', { question }),
    t('clinicians.record.options', { names: partsListed(options, locale) }),
    t('clinicians.record.version', { version, date: contentDate, reviewed }),
    t('clinicians.record.limits'),
    date === null ? t('clinicians.record.date') : t('clinicians.record.dateOf', { date }),
    t('clinicians.record.talk'),
    t('clinicians.record.summary'),
    t('clinicians.record.prefers'),
  ].join('\n')
}
