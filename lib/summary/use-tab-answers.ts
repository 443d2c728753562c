import { useMemo, useSyncExternalStore } from 'react'
import { kept, keptKey } from '@/lib/kept-here'
import { readAnswers, type Answerable } from '@/lib/summary/answers'
import type { Answers } from '@/lib/summary/schema'

/** As lib/browser/keep-answers.ts keeps them: in the tab, else on the device. */
const stored = (key: string) => kept('tab', key) ?? kept('device', key) ?? '[]'

function parsed(text: string): [string, string][] {
  try {
    const fields: unknown = JSON.parse(text)
    if (!Array.isArray(fields)) return []
    return fields.filter(
      (field): field is [string, string] =>
        Array.isArray(field) && typeof field[0] === 'string' && typeof field[1] === 'string',
    )
  } catch {
    return []
  }
}

const unchanging = () => () => {}

/** What was answered in this tab, as form fields and read. Undefined: not in the browser yet. */
export function useTabAnswers(
  conditionId: string,
  answerable: Answerable,
): { fields: [string, string][]; answers: Answers } | undefined {
  const text = useSyncExternalStore(
    unchanging,
    () => stored(keptKey('answers', conditionId)),
    () => undefined,
  )
  return useMemo(() => {
    if (text === undefined) return undefined
    const fields = parsed(text)
    return { fields, answers: readAnswers(fields, answerable).answers }
  }, [text, answerable])
}
