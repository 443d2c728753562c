import type { Authors } from '@/lib/sources/schema'

/** One author as reference managers want it. `literal`: a group, which is never taken apart. */
export type Author = { family: string; given?: string; suffix?: string } | { literal: string }

const parts = /^(?<family>.+?)(?: (?<given>\p{Lu}{1,4}))?(?: (?<suffix>Jr|Sr|I{2,3}|2nd|3rd))?$/u

function personOf(name: string): Author {
  const { family = name, given, suffix } = parts.exec(name)?.groups ?? {}
  return { family, ...(given && { given }), ...(suffix && { suffix }) }
}

/** The names we have, for formats that hold names. That there were others is no name: {@link othersNote} says it. */
export function authorsOf(authors: Authors | null): Author[] {
  const { people, groups } = authors ?? { people: [], groups: [] }
  return [...people.map(personOf), ...groups.map((literal) => ({ literal }))]
}

/** What a reference manager should know about the list of names; empty when it is whole. */
export function othersNote(authors: Authors | null): string {
  return authors?.others ? 'More authors than are listed.' : ''
}
