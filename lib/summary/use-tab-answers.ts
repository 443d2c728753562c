import { useMemo, useSyncExternalStore } from 'react'
import { keptAnswers, type Fields } from '@/lib/kept-here'
import { readAnswers, type Answerable } from '@/lib/summary/answers'
import type { Answers } from '@/lib/summary/schema'

const unchanging = () => () => {}

/** What was answered in this tab, as form fields and read. Undefined: not in the browser yet. */
export function useTabAnswers(
  conditionId: string,
  answerable: Answerable,
): { fields: Fields; answers: Answers } | undefined {
  const text = useSyncExternalStore(
    unchanging,
    () => JSON.stringify(keptAnswers(conditionId)),
    () => undefined,
  )
  return useMemo(() => {
    if (text === undefined) return undefined
    const fields: Fields = JSON.parse(text)
    return { fields, answers: readAnswers(fields, answerable).answers }
  }, [text, answerable])
}
