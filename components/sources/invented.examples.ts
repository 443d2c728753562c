import type { Source } from '@/lib/sources/schema'

/** A study that was never done, for the examples of all rooms. */
export const inventedSource: Source = {
  id: 'example-study',
  kind: 'randomised-trial',
  tier: 'A',
  authors: { people: ['Example E'], groups: [], others: true },
  title: 'An example study, not real',
  titleIsShort: false,
  container: 'Journal of Examples',
  year: 2020,
  doi: null,
  pmid: null,
  nct: null,
  url: null,
  people: 200,
  readAs: 'primary',
  status: 'current',
  checkedOn: '2026-11-28',
  nextReview: '2027-05-28',
}

/** A list of one, as pages get it. */
export const inventedSources: ReadonlyMap<string, Source> = new Map([[inventedSource.id, inventedSource]])
