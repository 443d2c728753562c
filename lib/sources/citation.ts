import type { Authors } from '@/lib/sources/schema'

type Cited = {
  authors: Authors | null
  container: string | null
  title: string
  year: number | null
}

/** "Velazquez EJ, O'Connor CM et al", "Moreau R et al (CANONIC)", "US FDA"; null when we know no name. */
export function namesOf(authors: Authors | null): string | null {
  if (!authors) return null
  const { people, groups, others } = authors
  const all = people.length ? people.join(', ') : groups.join('; ')
  if (!all) return null
  const behind = people.length && groups.length ? ` (${groups.join(', ')})` : ''
  return `${all}${others ? ' et al' : ''}${behind}`
}

/** "Velazquez EJ et al, 2016", or the publisher when there is no name; empty when there is neither. */
export function whoAndWhen({ authors, container, year }: Omit<Cited, 'title'>): string {
  const who = namesOf(authors) ?? container
  return who && year ? `${who}, ${year}` : (who ?? '')
}

/** {@link whoAndWhen}, or the title when neither a name nor a publisher is known. */
export function shortCitation(source: Cited): string {
  return whoAndWhen(source) || (source.year ? `${source.title}, ${source.year}` : source.title)
}
