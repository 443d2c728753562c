import type { Fact, Figure, FigureBook } from '@/lib/numbers/schema'

/** A figure to try things on: 359 of 610 had died, and no second arm, unless said otherwise. */
export function figure(id: string, over: Partial<Figure> = {}): Figure {
  return {
    id,
    source: 'stiches-2016',
    where: 'Table 2',
    endpoint: 'death',
    counts: 'bad',
    arm: id,
    option: null,
    value: { type: 'counts', events: 359, total: 610 },
    comparator: null,
    effect: null,
    range: null,
    design: 'randomised-open',
    followUp: { months: 117.6, kind: 'median' },
    population: 'weak-heart',
    certainty: { notRated: 'source-gives-none' },
    tier: 'A',
    notes: [],
    checkedOn: '2026-11-20',
    nextReview: '2027-05-20',
    headline: 'good',
    thing: 'people',
    endpointWords: { title: 'Death from any cause', bad: 'had died', good: 'were alive' },
    armWords: id,
    armWordsFirst: over.armWords ?? id,
    populationWords: 'People with a weak heart',
    noteWords: [],
    sourceShown: {
      id: 'stiches-2016',
      short: 'Velazquez EJ et al, 2016',
      title: 'Surgery and medicines',
      tier: 'A',
      status: 'current',
      kind: 'randomised-trial',
    },
    ...over,
  }
}

/** A fact to try things on: 7 to 10 days. */
export function fact(id: string, over: Partial<Fact> = {}): Fact {
  return {
    id,
    value: { low: 7, high: 10 },
    unit: 'days',
    approximate: false,
    thing: 'people',
    source: 'stiches-2016',
    where: 'Page 3',
    tier: 'A',
    ...over,
  }
}

/** A book of figures and facts, as a page has it. */
export function book(figures: readonly Figure[], facts: readonly Fact[] = []): FigureBook {
  return {
    estimates: Object.fromEntries(figures.map((f) => [f.id, f])),
    facts: Object.fromEntries(facts.map((f) => [f.id, f])),
  }
}
