import type { Instrument } from '@/lib/record/schema'
import { questionnaireAddress } from '@/lib/summary/questionnaire'

/** An instrument of others as a FHIR R4 Questionnaire, word for word. `language`: of its words. */
export function writeInstrument(
  { id, title, version, copyright, items, answers, read }: Instrument,
  site: string,
  language: string,
) {
  const system = `${questionnaireAddress(site, id)}/answers`
  return {
    resourceType: 'Questionnaire' as const,
    id,
    language,
    url: questionnaireAddress(site, id),
    version,
    name: id.replace(/(?:^|-)([a-z0-9])/g, (_, letter: string) => letter.toUpperCase()),
    title,
    status: 'active',
    subjectType: ['Patient'],
    date: read.on,
    copyright,
    item: items.map((item) => ({
      linkId: item.id,
      text: item.text,
      type: 'choice',
      answerOption: answers.map(({ code, text }) => ({ valueCoding: { system, code, display: text } })),
    })),
  }
}
