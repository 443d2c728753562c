import { shortCitation } from '@/lib/sources/citation'
import type { Figure, FigureBook } from '@/lib/numbers/schema'
import type { ConditionContent, Content } from './read-content'

/** The figures and facts that a page may name, as lib/numbers/data.ts gives them, without a database. */
export function figureBook(content: Content, condition: ConditionContent | null): FigureBook {
  const shared = content.shared.numbers.facts
  const facts = condition
    ? [...shared, ...condition.numbers.facts, ...condition.facts.facts]
    : [...shared, ...content.conditions.flatMap((c) => [...c.numbers.facts, ...c.facts.facts])]
  const sources = new Map(content.sources.map((source) => [source.id, source]))
  const estimates = (condition?.numbers.estimates ?? []).map((e): [string, Figure] => {
    const words = condition?.words.numbers
    const source = sources.get(e.source)
    const endpoint = condition?.numbers.endpoints.find(({ id }) => id === e.endpoint)
    return [
      e.id,
      {
        ...e,
        thing: endpoint?.thing ?? 'people',
        headline: endpoint?.headline ?? 'bad',
        endpointWords: words?.endpoints[e.endpoint] ?? { title: '', bad: '', good: '' },
        armWords: words?.arms[e.arm] ?? '',
        armWordsFirst: words?.armsFirst[e.arm] ?? words?.arms[e.arm] ?? '',
        populationWords: words?.populations[e.population] ?? '',
        noteWords: e.notes.flatMap((note) => words?.notes[note] ?? []),
        sourceShown: {
          id: e.source,
          short: source ? shortCitation(source) : '',
          title: source?.title ?? '',
          tier: source?.tier ?? e.tier,
          status: source?.status ?? 'current',
          kind: source?.kind ?? '',
        },
      },
    ]
  })
  return { estimates: Object.fromEntries(estimates), facts: Object.fromEntries(facts.map((f) => [f.id, f])) }
}
