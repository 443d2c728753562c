/** The seven steps, in order. `path` comes after /<locale>/<condition>. */
export const steps = [
  { id: 'condition', path: '' },
  { id: 'options', path: '/options' },
  { id: 'compare', path: '/compare' },
  { id: 'stemCells', path: '/stem-cells' },
  { id: 'matters', path: '/what-matters' },
  { id: 'check', path: '/check' },
  { id: 'summary', path: '/summary' },
] as const
export type StepId = (typeof steps)[number]['id']

/** The address of a step. */
export function stepHref(locale: string, conditionId: string, step: StepId): string {
  return `/${locale}/${conditionId}${steps.find(({ id }) => id === step)?.path ?? ''}`
}

/** The page of the parts of step 1 that a person opens by choice, at one part when it is named. */
export function outlookHref(locale: string, conditionId: string, sectionId?: string): string {
  const page = `${stepHref(locale, conditionId, 'condition')}/outlook`
  return sectionId ? `${page}#${sectionId}` : page
}

/** The page of the signs of an emergency: headers, the first page and sources lead to it. */
export function emergencyHref(locale: string, conditionId: string): string {
  return `${stepHref(locale, conditionId, 'condition')}/emergency`
}

/** Where the questions for the clinic are picked on the check. */
export const questionsPlace = 'questions'
export function questionsHref(locale: string, conditionId: string): string {
  return `${stepHref(locale, conditionId, 'check')}#${questionsPlace}`
}

/** The page of one answer to "Where are you now?". */
export function situationHref(locale: string, conditionId: string, situationId: string): string {
  return `${stepHref(locale, conditionId, 'condition')}/situations/${situationId}`
}

/** The page beside the summary: the day of the visit, and how it went. */
export function visitHref(locale: string, conditionId: string): string {
  return `${stepHref(locale, conditionId, 'condition')}/visit`
}

/** The page of one part of step 1. */
export function sectionHref(locale: string, conditionId: string, sectionId: string): string {
  return `${stepHref(locale, conditionId, 'condition')}/about/${sectionId}`
}

/** The id of a decision's part on the page of an option. */
export const decisionPlace = (decisionId: string) => `in-${decisionId}`

/** The page of one option; with a decision, at what was found for that choice. */
export function optionHref(
  locale: string,
  conditionId: string,
  optionId: string,
  decisionId?: string,
): string {
  const page = `${stepHref(locale, conditionId, 'options')}/${optionId}`
  return decisionId === undefined ? page : `${page}#${decisionPlace(decisionId)}`
}

/** The page of one decision: its options side by side, every question on it. */
export function decisionHref(locale: string, conditionId: string, decisionId: string): string {
  return `${stepHref(locale, conditionId, 'compare')}/${decisionId}`
}

/** The page of one question of a decision: what the main studies found, in large pictures. */
export function outcomeHref(
  locale: string,
  conditionId: string,
  decisionId: string,
  outcomeId: string,
): string {
  return `${decisionHref(locale, conditionId, decisionId)}/${outcomeId}`
}

/** The page of every study on one question of a decision. No question of a decision has parts of another name. */
export function studiesHref(
  locale: string,
  conditionId: string,
  decisionId: string,
  outcomeId: string,
): string {
  return `${outcomeHref(locale, conditionId, decisionId, outcomeId)}/studies`
}

/** The page of what days are like with each option of a decision. No question may have the id `days`. */
export function daysHref(locale: string, conditionId: string, decisionId: string): string {
  return `${decisionHref(locale, conditionId, decisionId)}/days`
}

/** The summary-of-findings table of a decision. No question may have the id `findings`. */
export function findingsHref(locale: string, conditionId: string, decisionId: string): string {
  return `${decisionHref(locale, conditionId, decisionId)}/findings`
}

/** The page of one family of cell products. */
export function productHref(locale: string, conditionId: string, productId: string): string {
  return `${stepHref(locale, conditionId, 'stemCells')}/${productId}`
}

/** The page of all trials of one family of cell products, at one of them when it is named. */
export function productTrialsHref(
  locale: string,
  conditionId: string,
  productId: string,
  trialId?: string,
): string {
  const page = `${productHref(locale, conditionId, productId)}/trials`
  return trialId ? `${page}#trial-${trialId}` : page
}

/** Pages beside those of the families of cell products, in the order of their "Next": no family may have such an id. */
export const cellPages = [
  { id: 'claims' },
  { id: 'before-you-pay' },
  { id: 'find-a-trial' },
  { id: 'early-trials' },
  { id: 'harms' },
  { id: 'regulators' },
  { id: 'guidelines' },
  { id: 'studies' },
] as const
export type CellPageId = (typeof cellPages)[number]['id']

/** A page beside those of the families, at one part of it when it is named. */
export function cellPageHref(locale: string, conditionId: string, page: CellPageId, part?: string): string {
  const address = `${stepHref(locale, conditionId, 'stemCells')}/${page}`
  return part ? `${address}#${part}` : address
}

/** The page of what articles say about cells, at one claim. */
export function claimHref(locale: string, conditionId: string, claimId: string): string {
  return cellPageHref(locale, conditionId, 'claims', `claim-${claimId}`)
}

/** A thing in its list, counted from 1, with those before and after it (null at the ends); null when it is not there. */
export function around<Item extends { id: string }>(
  items: readonly Item[],
  id: string,
): { item: Item; n: number; back: Item | null; next: Item | null } | null {
  const at = items.findIndex((item) => item.id === id)
  const item = items[at]
  return item ? { item, n: at + 1, back: items[at - 1] ?? null, next: items[at + 1] ?? null } : null
}

/** The steps before and after; null at the ends. */
export function neighbours(step: StepId): { back: StepId | null; next: StepId | null } {
  const at = around(steps, step)
  return { back: at?.back?.id ?? null, next: at?.next?.id ?? null }
}

/** Option letters A, B, C … and a tone class; more options than tones share the last look but never a letter. */
export function optionMarks(optionIds: readonly string[]): Map<string, { letter: string; tone: string }> {
  return new Map(
    optionIds.map((id, index) => [
      id,
      { letter: String.fromCharCode(65 + index), tone: `o${(index % 9) + 1}` },
    ]),
  )
}
