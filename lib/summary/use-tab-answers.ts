import { useMemo, useSyncExternalStore } from 'react'
import { readAnswers, type Answerable } from '@/lib/summary/answers'
import type { Answers } from '@/lib/summary/schema'

function stored(key: string): string {
  // As components/journey/keep-answers.ts keeps them: in the tab, else on the device. Both can be switched off.
  for (const store of [() => sessionStorage, () => localStorage]) {
    try {
      const text = store().getItem(key)
      if (text !== null) return text
    } catch {
      // the next one
    }
  }
  return '[]'
}

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
    () => stored(`lantern:${conditionId}`),
    () => undefined,
  )
  return useMemo(() => {
    if (text === undefined) return undefined
    const fields = parsed(text)
    return { fields, answers: readAnswers(fields, answerable).answers }
  }, [text, answerable])
}
