/** Anything with a day by which it must be looked at again. */
export type Reviewable = { kind: 'estimate' | 'claim' | 'source'; id: string; nextReview: string }

/**
 * Whether the day is past: content is good up to and including its day. Days are YYYY-MM-DD, so text order is time
 * order. `today` comes from the caller ("2027-11-21" makes a nextReview of "2027-11-20" overdue).
 */
export function isOverdue(nextReview: string, today: string): boolean {
  return nextReview < today
}

/** What is overdue, longest first, then by kind and id. */
export function listOverdue(items: readonly Reviewable[], today: string): Reviewable[] {
  const key = ({ nextReview, kind, id }: Reviewable) => `${nextReview} ${kind} ${id}`
  return items
    .filter(({ nextReview }) => isOverdue(nextReview, today))
    .sort((a, b) => (key(a) < key(b) ? -1 : 1))
}

/** Overdue things by the day they were due, in the form the pages ask for. */
export function groupOverdue(items: readonly Reviewable[], today: string): { by: string; of: string[] }[] {
  const days = new Map<string, string[]>()
  for (const { kind, id, nextReview } of listOverdue(items, today))
    days.set(nextReview, [...(days.get(nextReview) ?? []), `${kind}:${id}`])
  return [...days].map(([by, of]) => ({ by, of }))
}
