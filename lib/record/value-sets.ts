/** Which illnesses of ours a list of problems names. Pure and without a library: it runs in the page and in the hooks. */

export type CodedIllness = {
  id: string
  name: string
  sets: readonly { system: string; alsoFiner: boolean; codes: readonly string[] }[]
}

/** A problem that fits, in the record's own words. */
export type FoundProblem = { illness: string; text: string }

/** Longer lists are not looked through: no person has so many problems. */
export const mostProblems = 1_000

type Loose = Record<string, unknown>
const isObject = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

const codingsOf = (concept: unknown): Loose[] =>
  isObject(concept) ? listOf(concept.coding).filter(isObject) : []
const hasCode = (concept: unknown, codes: readonly string[]) =>
  codingsOf(concept).some(({ code }) => codes.includes(textOf(code)))

/**
 * Whether a problem counts now: not over (FHIR's clinical status), and not taken back (its verification status). Without
 * a status it counts.
 */
function isNow(condition: Loose): boolean {
  const isOver = hasCode(condition.clinicalStatus, ['inactive', 'remission', 'resolved'])
  return !isOver && !hasCode(condition.verificationStatus, ['refuted', 'entered-in-error'])
}

function illnessOf(coding: Loose, illnesses: readonly CodedIllness[]): string | null {
  const code = textOf(coding.code)
  const found = illnesses.find(({ sets }) =>
    sets.some(
      ({ system, alsoFiner, codes }) =>
        system === coding.system &&
        codes.some((known) => known === code || (alsoFiner && isFiner(code, known))),
    ),
  )
  return found?.id ?? null
}

/** I50.9 and I509 are finer than I50; I500 is not finer than I50.0, and I5 is not. */
function isFiner(code: string, known: string): boolean {
  const bare = (text: string) => text.replace('.', '').toUpperCase()
  return bare(code).startsWith(bare(known))
}

/** The Condition resources of a FHIR search bundle, or null: this is none (an OperationOutcome, for instance). */
export function conditionsIn(bundle: unknown): Loose[] | null {
  if (!isObject(bundle) || bundle.resourceType !== 'Bundle') return null
  return listOf(bundle.entry)
    .slice(0, mostProblems)
    .flatMap((entry) => (isObject(entry) && isObject(entry.resource) ? [entry.resource] : []))
    .filter(({ resourceType }) => resourceType === 'Condition')
}

/** The problems of now that name an illness of ours, each once, in the record's order. Never throws. */
export function problemsFound(
  conditions: readonly Loose[],
  illnesses: readonly CodedIllness[],
): FoundProblem[] {
  const found = new Map<string, FoundProblem>()
  for (const condition of conditions.filter(isNow))
    for (const coding of codingsOf(condition.code)) {
      const illness = illnessOf(coding, illnesses)
      if (illness === null) continue
      const concept = condition.code as Loose
      const text = textOf(concept.text) || textOf(coding.display) || textOf(coding.code)
      found.set(`${illness} ${text}`, { illness, text })
      break
    }
  return [...found.values()]
}

/** The ids of the illnesses found, in the order of `illnesses`. */
export const illnessesFound = (
  found: readonly FoundProblem[],
  illnesses: readonly CodedIllness[],
): string[] => illnesses.map(({ id }) => id).filter((id) => found.some(({ illness }) => illness === id))
