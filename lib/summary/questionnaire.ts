/**
 * The questions of the summary as one list: the Questionnaire that a clinic's record can look up is made from it, and so is
 * every QuestionnaireResponse, so that the two cannot differ. `linkId` is the name of the form field, so that an answer can
 * be read back.
 */
import { sureAnswers } from '@/lib/readiness/names'
import type { TextField } from '@/lib/summary/names'
import type { SummaryParts } from '@/lib/summary/parts'
import { langOf } from '@/lib/texts/languages'
import { labelled } from '@/lib/texts/punctuation'

/** An answer that can be chosen, with its code. */
export type CodedAnswer = { system?: string; code: string; display: string }

export type SummaryItem = {
  linkId: string
  text: string
} & (
  | { type: 'group'; items: SummaryItem[] }
  | { type: 'string' | 'text' }
  | { type: 'choice'; repeats: boolean; answers: CodedAnswer[] }
)

/** What a code is of: one code system holds them all, and a situation may have the id of a decision. */
export type CodeKind =
  'situation' | 'decision' | 'who' | 'matter' | 'matter-answer' | 'option' | 'question' | 'quiz'

export const answerCode = (kind: CodeKind, id: string) => `${kind}.${id}`

/** "Yes" and "No" have codes that every record knows: table 0136 of HL7 version 2, as FHIR R4 publishes it. */
const yesNoSystem = 'http://terminology.hl7.org/CodeSystem/v2-0136'
export const yesNoCodes: Record<(typeof sureAnswers)[number], string> = { yes: 'Y', no: 'N' }

/** The ids under which the resources are served, and by which they are known: `heart-failure-summary-en`. */
export const questionnaireId = (conditionId: string, locale: string) => `${conditionId}-summary-${locale}`
export const codeSystemId = (conditionId: string, locale: string) => `${conditionId}-answers-${locale}`

/** The canonical addresses. `site`: where people find it, without a stroke at its end. */
export const questionnaireAddress = (site: string, id: string) => `${site}/api/fhir/Questionnaire/${id}`
export const codeSystemAddress = (site: string, id: string) => `${site}/api/fhir/CodeSystem/${id}`

/** The name of the part of a response that holds the signed page of a clinic. */
export const packetExtension = (site: string) => `${site}/api/fhir/StructureDefinition/signed-page`

type Named = { id: string; text: string }

/**
 * Every question of the summary of a condition, in its order.
 * @param site null: nobody said where this site is, so codes have no system
 */
export function summaryItems(parts: SummaryParts, site: string | null): SummaryItem[] {
  const { texts, sure } = parts
  const system =
    site === null ? {} : { system: codeSystemAddress(site, codeSystemId(parts.condition.id, parts.locale)) }
  const choice = (
    linkId: string,
    text: string,
    kind: CodeKind,
    list: readonly Named[],
    repeats = false,
  ): SummaryItem => ({
    linkId,
    text,
    type: 'choice',
    repeats,
    answers: list.map(({ id, text: display }) => ({ ...system, code: answerCode(kind, id), display })),
  })
  const open = (linkId: TextField, text: string): SummaryItem => ({
    linkId,
    text,
    type: 'text',
  })
  const matters = parts.matters.map(({ id, label }) => ({ id, text: label }))
  return [
    { linkId: 'givenBy', text: texts.givenBy, type: 'string' },
    choice('situation', texts.situation, 'situation', parts.situations),
    choice(
      'decision',
      texts.decision,
      'decision',
      parts.decisions.map(({ id, question }) => ({ id, text: question })),
    ),
    choice('who', texts.carer, 'who', parts.carers),
    {
      linkId: 'm',
      text: texts.matters,
      type: 'group',
      items: [
        ...parts.matters.map(({ id, question }) =>
          choice(`m.${id}`, question, 'matter-answer', parts.matterAnswers),
        ),
        open('own', texts.own),
        choice('top', texts.topTitle, 'matter', matters, true),
      ],
    },
    choice('lean', texts.lean, 'option', parts.options),
    open('unsure', texts.unsure),
    choice('questions', texts.questions, 'question', parts.clinicQuestions, true),
    open('ownQuestions', texts.ownQuestions),
    open('cellsRead', texts.cellsRead),
    open('cellsAsk', texts.cellsAsk),
    ...(sure ? [sureItem(sure, texts.sure)] : []),
    choice('explain', texts.explain, 'quiz', parts.quiz, true),
  ]
}

function sureItem(sure: NonNullable<SummaryParts['sure']>, text: string): SummaryItem {
  return {
    linkId: 'sure',
    text,
    type: 'group',
    items: sure.items.map(({ id, text: question }) => ({
      linkId: `sure.${id}`,
      text: question,
      type: 'choice',
      repeats: false,
      answers: sureAnswers.map((answer) => ({
        system: yesNoSystem,
        code: yesNoCodes[answer],
        display: sure.answers[answer] ?? answer,
      })),
    })),
  }
}

const flat = (items: readonly SummaryItem[]): SummaryItem[] =>
  items.flatMap((item) => [item, ...(item.type === 'group' ? flat(item.items) : [])])

type Json = string | boolean | Json[] | { [name: string]: Json }

function itemOf(item: SummaryItem): Json {
  const { linkId, text, type } = item
  if (type === 'group') return { linkId, text, type, item: item.items.map(itemOf) }
  if (type !== 'choice') return { linkId, text, type }
  const answerOption = item.answers.map((answer) => ({ valueCoding: { ...answer } }))
  return {
    linkId,
    text,
    type,
    ...(item.repeats && { repeats: true }),
    ...(answerOption.length && { answerOption }),
  }
}

/** What both resources say of themselves. */
export type AboutResource = { site: string; version: string; day: string; copyright: string }

/** The questions of a condition's summary as a FHIR R4 Questionnaire. Never filled in by us: nothing is counted or scored. */
export function writeQuestionnaire(parts: SummaryParts, { site, version, day, copyright }: AboutResource) {
  const id = questionnaireId(parts.condition.id, parts.locale)
  return {
    resourceType: 'Questionnaire' as const,
    id,
    language: langOf(parts.locale),
    url: questionnaireAddress(site, id),
    version,
    name: nameOf(id),
    title: labelled(parts.title, parts.condition.text, parts.locale),
    status: 'active',
    subjectType: ['Patient'],
    date: day,
    copyright,
    item: summaryItems(parts, site).map(itemOf),
  }
}

/** A name for programs: letters and digits, the first a capital (FHIR R4, invariant que-0). */
const nameOf = (id: string) => id.replace(/(?:^|-)([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())

/** The codes of a condition's answers as a FHIR R4 CodeSystem. */
export function writeCodeSystem(parts: SummaryParts, { site, version, day, copyright }: AboutResource) {
  const id = codeSystemId(parts.condition.id, parts.locale)
  const own = codeSystemAddress(site, id)
  const codes = new Map(
    flat(summaryItems(parts, site)).flatMap((item) =>
      item.type === 'choice'
        ? item.answers
            .filter(({ system }) => system === own)
            .map(({ code, display }) => [code, display] as const)
        : [],
    ),
  )
  return {
    resourceType: 'CodeSystem' as const,
    id,
    language: langOf(parts.locale),
    url: own,
    version,
    name: nameOf(id),
    title: labelled(parts.title, parts.condition.text, parts.locale),
    status: 'active',
    date: day,
    copyright,
    caseSensitive: true,
    content: 'complete',
    count: codes.size,
    concept: [...codes].map(([code, display]) => ({ code, display })),
  }
}
