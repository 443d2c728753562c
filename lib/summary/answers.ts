import { matterAnswers } from '@/lib/matters/names'
import { safeText } from '@/lib/paper/safe-text'
import { sureAnswers, sureIds } from '@/lib/readiness/names'
import { maxTextLength, textFields, whos, type TextField } from '@/lib/summary/names'
import type { Answers } from '@/lib/summary/schema'

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

/** Nothing answered yet. Written out: the browser reads answers without the schema. */
export const noAnswers: Answers = {
  situation: null,
  decision: null,
  who: null,
  matters: {},
  top: [],
  own: '',
  quiz: {},
  sure: {},
  questions: [],
  ownQuestions: '',
  lean: null,
  unsure: '',
  cellsRead: '',
  cellsAsk: '',
}

/** Form fields that are not answers. */
const notAnswers = new Set(['step'])

const isOf = <Name extends string>(list: readonly Name[], value: string): value is Name =>
  (list as readonly string[]).includes(value)

/**
 * Reads posted form fields (`m.<matter>`, `q.<question>`, `sure.<letter>` …). Never throws for what a person sends.
 * Control characters other than line breaks are removed from text.
 */
export function readAnswers(fields: Iterable<readonly [string, string]>, known: Answerable): ReadAnswers {
  const answers: Answers = { ...noAnswers, matters: {}, top: [], quiz: {}, sure: {}, questions: [] }
  let leftOut = false
  const pick = (list: readonly string[], value: string): string | null => {
    if (list.includes(value)) return value
    if (value !== '') leftOut = true
    return null
  }
  for (const [name, raw] of fields) {
    const [kind, key = ''] = split(name)
    if (notAnswers.has(name)) continue
    if (isOf(textFields, name)) answers[name] = safeText(raw)
    else if (kind === 'm' && known.matters.includes(key) && isOf(matterAnswers, raw))
      answers.matters[key] = raw
    else if (kind === 'q' && Object.keys(known.quiz).includes(key) && known.quiz[key]?.includes(raw))
      answers.quiz[key] = raw
    else if (kind === 'sure' && isOf(sureIds, key) && isOf(sureAnswers, raw)) answers.sure[key] = raw
    else if (name === 'situation') answers.situation = pick(known.situations, raw)
    else if (name === 'decision') answers.decision = pick(known.decisions, raw)
    else if (name === 'lean') answers.lean = pick(known.options, raw)
    else if (name === 'questions') {
      const question = pick(known.clinicQuestions, raw)
      if (question && !answers.questions.includes(question)) answers.questions.push(question)
    } else if (name === 'top') {
      const matter = pick(known.matters, raw)
      if (matter && !answers.top.includes(matter)) answers.top.push(matter)
    } else if (name === 'who' && isOf(whos, raw)) answers.who = raw
    else leftOut = true
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
  for (const id of answers.top) fields.push(['top', id])
  for (const [id, value] of Object.entries(answers.quiz)) fields.push([`q.${id}`, value])
  for (const [id, value] of Object.entries(answers.sure)) if (value) fields.push([`sure.${id}`, value])
  for (const id of answers.questions) fields.push(['questions', id])
  for (const name of textFields) if (answers[name]) fields.push([name, answers[name]])
  return fields
}
