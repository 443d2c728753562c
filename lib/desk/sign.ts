/** Signing a part, and taking a signature off when what was signed changes. */
import { validFor, type SignOff } from '@/lib/reviews/reviews'
import { canonicalText } from '@/lib/texts/canonical-text'
import type { Part } from './parts'
import { idFrom } from './fields'
import type { Edit } from '@/lib/texts/yaml-edit'

/** A sign-off as reviews.yaml holds it. */
export type WrittenSignOff = SignOff & {
  voided?: readonly { content: string; date: string; by: string; why: string }[]
}

export type Signer = { person: string; role: string; interests: string; date: string }

type Hashes = Readonly<Record<string, string>>

/** How a part stands. */
export type PartState =
  | { kind: 'signed'; by: SignOff }
  /** Somebody had signed all or some of it, and it changed since. */
  | { kind: 'voided'; by: WrittenSignOff; why: { date: string; by: string; why: string } | null }
  | { kind: 'open' }

/** Whether a part is signed, was signed, or nobody has signed it. */
export function stateOf(
  part: Pick<Part, 'covers'>,
  hashes: Hashes,
  signOffs: readonly WrittenSignOff[],
): PartState {
  const valid = part.covers.map((content) => validFor(content, hashes, signOffs)[0])
  const [first] = valid
  if (first && valid.every(Boolean)) return { kind: 'signed', by: first }
  const once = signOffs.filter(({ covers }) => covers.some(({ content }) => part.covers.includes(content)))
  const last = once.sort((a, b) => (a.date < b.date ? 1 : -1))[0]
  if (!last) return { kind: 'open' }
  const why = last.voided?.filter(({ content }) => part.covers.includes(content)).at(-1) ?? null
  return { kind: 'voided', by: last, why }
}

/** Which fields of a signature are missing. */
export const missingOf = (signer: Signer): (keyof Signer)[] =>
  (['person', 'role', 'interests', 'date'] as const).filter((field) =>
    field === 'date' ? !/^\d{4}-\d{2}-\d{2}$/.test(signer.date) : signer[field].trim() === '',
  )

/** The edit of reviews.yaml that signs a part at the words and figures it has now. */
export function signEdit(
  part: Pick<Part, 'id' | 'covers'>,
  hashes: Hashes,
  signOffs: readonly SignOff[],
  signer: Signer,
): Edit {
  const plain = idFrom(`${part.id}-${signer.person}-${signer.date}`)
  const isTaken = (id: string) => signOffs.some((signOff) => signOff.id === id)
  let id = plain
  for (let again = 2; isTaken(id); again++) id = `${plain}-${again}`
  const covers = part.covers.flatMap((content) => {
    const hash = hashes[content]
    return hash ? [{ content, hash }] : []
  })
  return { kind: 'add', at: ['reviews'], value: { id, ...signer, covers } }
}

const shortened = (text: string) => (text.length > 90 ? `${text.slice(0, 88)}…` : text)

/** How two pieces differ, in words for a person: "short: “old” → “new”". */
export function differenceOf(before: unknown, after: unknown): string {
  const flat = (piece: unknown) =>
    new Map(leavesOf(piece).map(({ at, value }) => [at.join('.'), value] as const))
  const [old, now] = [flat(before), flat(after)]
  const places = [...new Set([...old.keys(), ...now.keys()])].filter(
    (place) => old.get(place) !== now.get(place),
  )
  const told = places
    .slice(0, 2)
    .map(
      (place) =>
        `${lastSteps(place)}: “${shortened(old.get(place) ?? '')}” → “${shortened(now.get(place) ?? '')}”`,
    )
  return [...told, ...(places.length > 2 ? [`+ ${places.length - 2}`] : [])].join('; ')
}

const lastSteps = (place: string) => place.split('.').slice(-3).join('.')

function leavesOf(
  value: unknown,
  at: (string | number)[] = [],
): { at: (string | number)[]; value: string }[] {
  if (value === null || typeof value !== 'object')
    return [{ at, value: canonicalText(value).replace(/^"|"$/g, '') }]
  return Object.entries(value).flatMap(([key, one]) => (one === undefined ? [] : leavesOf(one, [...at, key])))
}

/** Which sign-offs a change takes off, and which pieces changed. */
export function voidedBy(
  before: Hashes,
  after: Hashes,
  signOffs: readonly SignOff[],
): { index: number; content: string }[] {
  return signOffs.flatMap(({ covers }, index) =>
    covers.flatMap(({ content, hash }) =>
      before[content] === hash && after[content] !== hash ? [{ index, content }] : [],
    ),
  )
}

/**
 * The edits of reviews.yaml that write down why a signature no longer counts.
 * @param why what changed in a piece, in words
 */
export function voidEdits(
  voided: readonly { index: number; content: string }[],
  signOffs: readonly WrittenSignOff[],
  by: string,
  date: string,
  why: (content: string) => string,
): Edit[] {
  const lists = new Map<number, { content: string; date: string; by: string; why: string }[]>()
  for (const { index, content } of voided) {
    const list = lists.get(index) ?? [...(signOffs[index]?.voided ?? [])]
    list.push({ content, date, by, why: why(content) })
    lists.set(index, list)
  }
  return [...lists].map(([index, value]) => ({ kind: 'set', at: ['reviews', index, 'voided'], value }))
}
