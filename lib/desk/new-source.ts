/** A study that is added to the list of sources, as sources.yaml holds it. */
import { ReadAs, SourceKind } from '@/lib/sources/schema'
import { idFrom, savedText } from './fields'
import { readNumber } from './figure'

export type Typed = Readonly<Record<string, string>>

export const sourceKinds = SourceKind.options
export const readAsKinds = ReadAs.options

/** Lines that may stay empty: not every source has them. */
export const openFields = ['container', 'note', 'year', 'doi', 'pmid', 'nct', 'url', 'people'] as const
const numbers: readonly string[] = ['year', 'people']

export type SourceFault = { field: string; fault: 'missing' | 'not-chosen' | 'taken' | 'number' }

const value = (typed: Typed, name: string) => savedText(typed[name] ?? '')

export const sourceId = (typed: Typed): string => idFrom(typed.id ?? '')

export function faultsOfSource(typed: Typed, taken: ReadonlySet<string>): SourceFault[] {
  const faults: SourceFault[] = []
  const id = sourceId(typed)
  if (!id) faults.push({ field: 'id', fault: 'missing' })
  if (taken.has(id)) faults.push({ field: 'id', fault: 'taken' })
  for (const field of ['title', 'authors']) if (!value(typed, field)) faults.push({ field, fault: 'missing' })
  for (const [field, known] of [
    ['kind', sourceKinds],
    ['readAs', readAsKinds],
    ['tier', ['A', 'B']],
  ] as const)
    if (!(known as readonly string[]).includes(value(typed, field)))
      faults.push({ field, fault: 'not-chosen' })
  for (const field of numbers) {
    const text = value(typed, field)
    if (text && !Number.isInteger(readNumber(text))) faults.push({ field, fault: 'number' })
  }
  return faults
}

/** The source as its file holds it. Call it once there are no faults; the shape of names is the checker's to see. */
export function sourceOf(typed: Typed, today: string): Record<string, unknown> {
  const next = new Date(`${today}T00:00:00Z`)
  next.setUTCFullYear(next.getUTCFullYear() + 1)
  const people = value(typed, 'authors')
    .split(';')
    .map((one) => one.trim())
    .filter(Boolean)
  const open = openFields.map((name): [string, unknown] => {
    const text = value(typed, name)
    return [name, text === '' ? null : numbers.includes(name) ? readNumber(text) : text]
  })
  return {
    id: sourceId(typed),
    kind: value(typed, 'kind'),
    tier: value(typed, 'tier'),
    authors: { people, ...(typed.others === 'yes' ? { others: true } : {}) },
    title: value(typed, 'title'),
    ...Object.fromEntries(open),
    readAs: value(typed, 'readAs'),
    status: 'current',
    checkedOn: today,
    nextReview: next.toISOString().slice(0, 10),
  }
}
