import { readEstimate } from '@/lib/numbers/effect-reading'
import type { Figure, FigureBook } from '@/lib/numbers/schema'
import { viewRow, type StudyView } from '@/lib/numbers/study-view'

/** What a study says about its own gap. We compare only this word, never directions of different studies. */
export type Said = 'clear' | 'unclear' | 'untested'

export type OtherFinding = {
  sourceId: string
  short: string
  title: string
  endpoint: string
  said: Said
}

/** Other studies that count the same thing for the same option in one row of a comparison. */
export type SharedQuestion = {
  conditionId: string
  decisionId: string
  outcomeId: string
  /** The thing counted, in plain words. */
  endpointTitle: string
  own: Said
  others: OtherFinding[]
  /** One study told the gap from chance and another could not. */
  differs: boolean
}

/** From the gaps between arms, and from figures that are a comparison themselves (a ratio, a finding in words). */
const strongest = (studies: readonly StudyView[]): Said => {
  const said = studies.flatMap(({ gaps, group }) => {
    const isAlone = (arm: Figure) => !gaps.some((gap) => gap.arm.id === arm.id)
    return [
      ...gaps.map((gap) => gap.reading.reading),
      ...group.arms.filter(isAlone).map((arm) => readEstimate(arm, null).reading),
    ]
  })
  return said.includes('clear') ? 'clear' : said.includes('unclear') ? 'unclear' : 'untested'
}

/** The options a study speaks for: those of the arms that its gaps are told of, or of all its arms when it has none. */
function optionsOf(study: StudyView): Set<string> {
  const arms = study.gaps.length ? study.gaps.map((gap) => gap.arm) : study.group.arms
  return new Set(arms.flatMap((arm) => arm.option ?? []))
}

/**
 * The rows of comparisons in which a source stands beside other sources that count the same thing for the same
 * option. A trial of bypass and a trial of tablets never stand against each other here.
 * @param rows each outcome's estimates; figures that are not in the book are left out
 */
export function sharedQuestions(
  sourceId: string,
  rows: readonly {
    conditionId: string
    decisionId: string
    outcomeId: string
    estimateIds: readonly string[]
  }[],
  book: FigureBook,
): SharedQuestion[] {
  return rows.flatMap((row) => {
    const { studies } = viewRow([...new Set(row.estimateIds)], book, [])
    const first = (study: StudyView): Figure | undefined => study.group.arms[0]
    const own = studies.filter((study) => study.group.source === sourceId)
    const endpoints = new Set(own.flatMap((study) => first(study)?.endpoint ?? []))
    return [...endpoints].flatMap((endpoint) => {
      const mine = own.filter((study) => first(study)?.endpoint === endpoint)
      const options = new Set(mine.flatMap((study) => [...optionsOf(study)]))
      const others = studies.filter(
        (other) =>
          other.group.source !== sourceId &&
          first(other)?.endpoint === endpoint &&
          [...optionsOf(other)].some((option) => options.has(option)),
      )
      if (!others.length) return []
      const said = strongest(mine)
      const sources = new Map(
        others.flatMap((other) => first(other)?.sourceShown ?? []).map((shown) => [shown.id, shown]),
      )
      const found = [...sources.values()].map(({ id, short, title }): OtherFinding => {
        const studiesOf = others.filter((other) => other.group.source === id)
        return { sourceId: id, short, title, endpoint, said: strongest(studiesOf) }
      })
      const tested = [said, ...found.map((other) => other.said)].filter((word) => word !== 'untested')
      return [
        {
          conditionId: row.conditionId,
          decisionId: row.decisionId,
          outcomeId: row.outcomeId,
          endpointTitle: mine.flatMap((study) => first(study)?.endpointWords.title ?? [])[0] ?? endpoint,
          own: said,
          others: found,
          differs: new Set(tested).size > 1,
        },
      ]
    })
  })
}
