import type { Translate } from '@/lib/texts/translate'

type Given = {
  condition: string
  question: string
  options: readonly string[]
  version: string
  /** The content date, written out. */
  date: string
  /** "Not yet reviewed by a clinician.", or who reviewed it. */
  reviewed: string
  /** Where people find this site (LANTERN_PUBLIC_URL); null when nobody said. */
  site: string | null
}

/**
 * The lines a clinician pastes into the record: what the patient was given, never who the patient is. Plain text,
 * one fact on each line, with blanks for the date and for what came back.
 */
export function recordNote(given: Given, t: Translate): string {
  const { condition, question, options, version, date, reviewed, site } = given
  return [
    site === null ? t('clinicians.record.givenNoSite') : t('clinicians.record.given', { site }),
    t('clinicians.record.condition', { name: condition }),
    t('clinicians.record.decision', { question }),
    t('clinicians.record.options', { names: options.join('; ') }),
    t('clinicians.record.version', { version, date, reviewed }),
    t('clinicians.record.limits'),
    t('clinicians.record.date'),
    t('clinicians.record.summary'),
  ].join('\n')
}
