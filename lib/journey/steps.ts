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

/** The steps before and after; null at the ends. */
export function neighbours(step: StepId): { back: StepId | null; next: StepId | null } {
  const at = steps.findIndex(({ id }) => id === step)
  return { back: steps[at - 1]?.id ?? null, next: steps[at + 1]?.id ?? null }
}

/** Option letters A, B, C … and a tone class; more options than tones share the last look but never a letter. */
export function optionMarks(optionIds: readonly string[]): Map<string, { letter: string; tone: string }> {
  return new Map(
    optionIds.map((id, index) => [
      id,
      { letter: String.fromCharCode(65 + index), tone: `o${(index % 6) + 1}` },
    ]),
  )
}
