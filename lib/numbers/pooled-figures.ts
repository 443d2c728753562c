import type { Figure } from '@/lib/numbers/schema'
import type { StudyView } from '@/lib/numbers/study-view'

/** A study and the figures of other options that are the same figure of the same study. */
export type JoinedStudy = StudyView & { alike: readonly Figure[] }

/** All that is shown of a figure: two figures with the same text differ in nothing but the option. */
const sameness = (figure: Figure) => JSON.stringify({ ...figure, id: '', option: '' })

/**
 * A review that pooled several options gives each of them the same figure: shown once, for all of them. Only figures
 * that stand alone are joined, and only when nothing but the option tells them apart. Order stays.
 */
export function joinPooled(studies: readonly StudyView[]): JoinedStudy[] {
  const joined = new Map<string, JoinedStudy>()
  studies.forEach((study, index) => {
    const [arm, ...others] = study.group.arms
    const key = arm?.option && others.length === 0 ? sameness(arm) : String(index)
    const held = joined.get(key)
    joined.set(key, held && arm ? { ...held, alike: [...held.alike, arm] } : { ...study, alike: [] })
  })
  return [...joined.values()]
}
