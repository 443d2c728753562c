import { Answers, maxTextLength, SureId, textFields, Who, YesNo, type TextField } from '@/lib/summary/schema'
import { MatterAnswer } from '@/lib/matters/schema'
import { safeText } from '@/lib/paper/safe-text'

/** What can be answered for one condition: anything else in a form is left out, and said so. */
export type Answerable = {
  situations: readonly string[]
  decisions: readonly string[]
  options: readonly string[]
  matters: readonly string[]
  quiz: Readonly<Record<string, readonly string[]>>
  clinicQuestions: readonly string[]
}

export type ReadAnswers = {
  answers: Answers
  /** A field we did not know, or an answer that does not exist, was left out. */
  leftOut: boolean
  /** Text fields that are too long. The text is kept whole in `answers` so that nothing is lost. */
  tooLong: TextField[]
}

/** Nothing answered yet. */
export const noAnswers: Answers = Answers.parse({})

/** Form fields that are not answers. */
const notAnswers = new Set(['step'])

/**
 * Reads posted form fields (`m.<matter>`, `q.<question>`, `sure.<letter>` …). Never throws for what a person sends.
 * Control characters other than line breaks are removed from text.
 */
export function readAnswers(fields: Iterable<readonly [string, string]>, known: Answerable): ReadAnswers {
  const answers: Answers = structuredClone(noAnswers)
  let leftOut = false
  const pick = (list: readonly string[], value: string): string | null => {
    if (list.includes(value)) return value
    if (value !== '') leftOut = true
    return null
  }
  for (const [name, raw] of fields) {
    const [kind, key = ''] = split(name)
    if (notAnswers.has(name)) continue
    if ((textFields as readonly string[]).includes(name)) {
      answers[name as TextField] = safeText(raw)
    } else if (kind === 'm') {
      const answer = MatterAnswer.safeParse(raw)
      if (known.matters.includes(key) && answer.success) answers.matters[key] = answer.data
      else leftOut = true
    } else if (kind === 'q') {
      if (Object.hasOwn(known.quiz, key) && known.quiz[key]?.includes(raw)) answers.quiz[key] = raw
      else leftOut = true
    } else if (kind === 'sure') {
      const item = SureId.safeParse(key)
      const answer = YesNo.safeParse(raw)
      if (item.success && answer.success) answers.sure[item.data] = answer.data
      else leftOut = true
    } else if (name === 'situation') answers.situation = pick(known.situations, raw)
    else if (name === 'decision') answers.decision = pick(known.decisions, raw)
    else if (name === 'lean') answers.lean = pick(known.options, raw)
    else if (name === 'questions') {
      const question = pick(known.clinicQuestions, raw)
      if (question && !answers.questions.includes(question)) answers.questions.push(question)
    } else if (name === 'who') {
      const who = Who.safeParse(raw)
      if (who.success) answers.who = who.data
      else leftOut = true
    } else leftOut = true
  }
  return { answers, leftOut, tooLong: textFields.filter((field) => answers[field].length > maxTextLength) }
}

function split(name: string): [string, string?] {
  const at = name.indexOf('.')
  return at < 0 ? [name] : [name.slice(0, at), name.slice(at + 1)]
}

/** The answers as form fields again, to carry them to the next step without storing them. */
export function answerFields(answers: Answers): [string, string][] {
  const fields: [string, string][] = []
  for (const name of ['situation', 'decision', 'who', 'lean'] as const) {
    const value = answers[name]
    if (value) fields.push([name, value])
  }
  for (const [id, value] of Object.entries(answers.matters)) fields.push([`m.${id}`, value])
  for (const [id, value] of Object.entries(answers.quiz)) fields.push([`q.${id}`, value])
  for (const [id, value] of Object.entries(answers.sure)) if (value) fields.push([`sure.${id}`, value])
  for (const id of answers.questions) fields.push(['questions', id])
  for (const name of textFields) if (answers[name]) fields.push([name, answers[name]])
  return fields
}

/** SURE is scored 0 to 4, one for each yes (Légaré 2010); null until all four are answered. */
export function sureScore(sure: Answers['sure']): number | null {
  const given = SureId.options.flatMap((id) => sure[id] ?? [])
  return given.length === SureId.options.length ? given.filter((answer) => answer === 'yes').length : null
}
