import { QualitySet, QualityState, type QualityItem } from './schema'

/** The items of one list and how many of them are in each state. */
export type QualityPart = {
  set: QualityItem['set']
  items: QualityItem[]
  counts: Record<QualityItem['state'], number>
}

/** The lists in their fixed order, with counts. There is no total on purpose: the lists measure different things. */
export function qualityParts(items: readonly QualityItem[]): QualityPart[] {
  return QualitySet.options.map((set) => {
    const own = items.filter((item) => item.set === set)
    const count = (state: QualityItem['state']) => own.filter((item) => item.state === state).length
    const [met, notYet, needsPeople, doesNotApply] = QualityState.options.map(count)
    return {
      set,
      items: own,
      counts: {
        met: met ?? 0,
        'not-yet': notYet ?? 0,
        'needs-people': needsPeople ?? 0,
        'does-not-apply': doesNotApply ?? 0,
      },
    }
  })
}
