import type { Figure, FigureBook } from '@/lib/numbers/schema'

/** No figure here is of a real study: round numbers, and a source that says what it is. */
export const invented: Figure = {
  id: 'example-figure',
  source: 'example-study',
  where: 'Example table: 20 of 200',
  endpoint: 'example',
  counts: 'bad',
  arm: 'example',
  option: null,
  value: { type: 'counts', events: 20, total: 200 },
  comparator: null,
  effect: null,
  range: null,
  design: 'randomised-blinded',
  followUp: { months: 12, kind: 'median' },
  population: 'example',
  certainty: { level: 'moderate', ratedBy: 'example-study' },
  tier: 'A',
  notes: [],
  checkedOn: '2026-11-28',
  nextReview: '2027-05-28',
  headline: 'bad',
  thing: 'people',
  endpointWords: { title: 'Example outcome', bad: 'had the example', good: 'did not have it' },
  armWords: 'example treatment',
  armWordsFirst: 'Example treatment',
  populationWords: 'People who do not exist.',
  noteWords: [],
  sourceShown: {
    id: 'example-study',
    short: 'Example study, not real',
    title: 'An example study that was never done',
    tier: 'A',
    status: 'current',
    kind: 'randomised-trial',
  },
}

/** The group that others were compared with: 40 of 200 people, not real. */
export const inventedUsual: Figure = {
  ...invented,
  armWords: 'example usual care',
  armWordsFirst: 'Example usual care',
  value: { type: 'counts', events: 40, total: 200 },
}

/** What goes into a figure: its source was withdrawn, corrected, or warned about. */
export const withStatus = (status: Figure['sourceShown']['status']): Partial<Figure> => ({
  sourceShown: { ...invented.sourceShown, status },
})

export const bookOf = (figures: readonly Figure[]): FigureBook => ({
  estimates: Object.fromEntries(figures.map((figure) => [figure.id, figure])),
  facts: {},
})
