/**
 * The hooks of CDS Hooks 2.0 that this site answers: one card with the way to the page for a patient, when the list of
 * problems that came with the call names an illness of ours. Nothing is fetched from the record, nothing is kept.
 */
import { recordHref } from '@/lib/record/addresses'
import { conditionsIn, illnessesFound, problemsFound, type CodedIllness } from '@/lib/record/value-sets'
import type { HookCall } from '@/lib/record/schema'
import { foreignText } from '@/lib/paper/safe-text'
import { listed, partsListed } from '@/lib/texts/punctuation'
import type { Translate } from '@/lib/texts/translate'

/** The hooks; the id of each service is the last part of its address. */
export const hookServices = [
  { id: 'lantern-patient-view', hook: 'patient-view' },
  { id: 'lantern-order-select', hook: 'order-select' },
] as const
export type HookService = (typeof hookServices)[number]

/**
 * What the record is asked to send along. Only the parameter that every FHIR server knows: of the list, only the problems of
 * now count (lib/record/value-sets.ts).
 */
const prefetch = { conditions: 'Condition?patient={{context.patientId}}' }

/** The answer of discovery. */
export const discovery = (t: Translate) => ({
  services: hookServices.map(({ id, hook }) => ({
    hook,
    id,
    title: t('record.hooks.title'),
    description: t('record.hooks.description'),
    usageRequirements: t('record.hooks.needs'),
    prefetch,
  })),
})

/** Orders for which the choice may still be open: something to be done, or a device. Not each tablet. */
const orderedKinds = ['ServiceRequest', 'DeviceRequest']

function isAboutChoice({ hook, context }: HookCall): boolean {
  if (hook === 'patient-view') return true
  return (context.selections ?? []).some((one) => orderedKinds.includes(one.split('/')[0] ?? ''))
}

export type HookAnswer =
  | { ok: true; cards: object[] }
  /** The list of problems did not come along, or came as an error. */
  | { ok: false }

/** A card's first line is shorter than this (CDS Hooks 2.0, Card Attributes). */
const mostSummary = 139

/**
 * The cards for a call: one or none.
 * @param site the address of this site as the record reaches it
 */
export function answerHook(
  call: HookCall,
  illnesses: readonly CodedIllness[],
  { site, locale }: { site: string; locale: string },
  t: Translate,
): HookAnswer {
  // Null: the record looked and has no problem of this patient (CDS Hooks 2.0, Prefetch).
  const sent = call.prefetch?.conditions
  if (sent === undefined) return { ok: false }
  const conditions = sent === null ? [] : conditionsIn(sent)
  if (conditions === null) return { ok: false }
  const problems = problemsFound(conditions, illnesses)
  const found = illnessesFound(problems, illnesses)
  if (found.length === 0 || !isAboutChoice(call)) return { ok: true, cards: [] }
  const nameOf = (id: string) => illnesses.find((illness) => illness.id === id)?.name ?? id
  const links = [
    { label: t('record.hooks.open'), url: site + recordHref(locale), type: 'smart' },
    ...found.map((illness) => ({
      label: t('record.hooks.make', { name: nameOf(illness) }),
      url: `${site}/${locale}/clinicians/packet#${illness}`,
      type: 'absolute',
    })),
  ]
  const said = problems.map(({ text }) =>
    foreignText(text)
      .replace(/[^\p{L}\p{N} ,.()-]/gu, ' ')
      .trim()
      .slice(0, 120),
  )
  return {
    ok: true,
    cards: [
      {
        summary: t('record.hooks.card', { names: listed(found.map(nameOf), locale) }).slice(0, mostSummary),
        detail: t('record.hooks.because', { problems: partsListed(said.slice(0, 5), locale) }),
        indicator: 'info',
        source: { label: t('site.name'), url: `${site}/${locale}/clinicians` },
        links,
      },
    ],
  }
}
