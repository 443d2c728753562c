/**
 * What a patient shared, read for the record: the answers as a response that may be written there, as lines of a note, and
 * as the fields that the PDF is made from. The document is a stranger's until a clinician has looked at it: only our own
 * questions pass, each cut to its size, and nothing else of the document. Without a schema library: it runs in the page.
 */
import { foreignText } from '@/lib/paper/safe-text'
import { sureIds } from '@/lib/readiness/names'
import { maxTextLength, textFields } from '@/lib/summary/names'
import { partsListed, punctuationOf, type Punctuation } from '@/lib/texts/punctuation'

type Loose = Record<string, unknown>
const isObject = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])
const oneLine = (value: unknown, most = 500): string =>
  typeof value === 'string' ? foreignText(value).replace(/\s+/g, ' ').trim().slice(0, most) : ''

export type Answer =
  { valueString: string } | { valueCoding: { system?: string; code: string; display: string } }
export type AnsweredItem = { linkId: string; text: string; answer?: Answer[]; item?: AnsweredItem[] }

export type SharedAnswers = {
  /** Of the illness, from the address of the questions; empty: not known. */
  conditionId: string
  locale: string
  /** The canonical address of the questions, as the document names it; empty: it names none. */
  questionnaire: string
  /** The day it was filled in, YYYY-MM-DD; empty: it does not say. */
  day: string
  /** The name that the patient added; empty: none. */
  name: string
  items: AnsweredItem[]
  /** The summary as plain text; empty: it is not there whole. */
  text: string
  /** The signed page of the clinic; empty: none. */
  packet: string
}

/** Groups of ours are one deep; a matter's id is as long as any id. */
const mostDepth = 2
const mostItems = 200
const mostAnswers = 40
const linkIdShape = /^(?:[A-Za-z]{1,20}|(?:m|sure)\.[a-z0-9-]{1,64})$/
const codeShape = /^[A-Za-z0-9.-]{1,100}$/
/** The largest text of a summary, in characters. */
const mostText = 100_000

function answerOf(value: unknown): Answer[] {
  if (!isObject(value)) return []
  const { valueString, valueCoding } = value
  if (typeof valueString === 'string') {
    const text = foreignText(valueString).trim().slice(0, maxTextLength)
    return text ? [{ valueString: text }] : []
  }
  if (!isObject(valueCoding) || typeof valueCoding.code !== 'string' || !codeShape.test(valueCoding.code))
    return []
  const display = oneLine(valueCoding.display)
  const { system } = valueCoding
  const isAddress = typeof system === 'string' && system.length < 300 && URL.canParse(system)
  return display ? [{ valueCoding: { ...(isAddress && { system }), code: valueCoding.code, display } }] : []
}

function itemsOf(value: unknown, depth = 0): AnsweredItem[] {
  if (depth >= mostDepth) return []
  return listOf(value)
    .slice(0, mostItems)
    .flatMap((one) => {
      if (!isObject(one) || typeof one.linkId !== 'string' || !linkIdShape.test(one.linkId)) return []
      const answer = listOf(one.answer).slice(0, mostAnswers).flatMap(answerOf)
      const item = itemsOf(one.item, depth + 1)
      const text = oneLine(one.text)
      if (!text || (answer.length === 0 && item.length === 0)) return []
      return [{ linkId: one.linkId, text, ...(answer.length && { answer }), ...(item.length && { item }) }]
    })
}

function nameOf(patient: Loose | undefined): string {
  const [first] = listOf(patient?.name)
  return isObject(first) ? oneLine(first.text, 120) : ''
}

/**
 * Reads the bundle of a share. Null: it holds no answers of ours. Never throws.
 * @param decode base64 to text in UTF-8, or null
 */
export function readSharedAnswers(
  json: unknown,
  decode: (base64: string) => string | null,
): SharedAnswers | null {
  const entries = isObject(json) && json.resourceType === 'Bundle' ? listOf(json.entry).slice(0, 20) : []
  const resources = entries.flatMap((entry) =>
    isObject(entry) && isObject(entry.resource) ? [entry.resource] : [],
  )
  const of = (type: string) => resources.find(({ resourceType }) => resourceType === type)
  const response = of('QuestionnaireResponse')
  if (!response) return null
  const items = itemsOf(response.item)
  if (items.length === 0) return null
  const asked = oneLine(response.questionnaire, 300)
  const [, conditionId = '', locale = ''] =
    /\/Questionnaire\/([a-z0-9-]{1,64})-summary-([a-z]{2,3})(?:\|.*)?$/.exec(asked) ?? []
  const [content] = listOf(of('DocumentReference')?.content)
  const attachment = isObject(content) && isObject(content.attachment) ? content.attachment : {}
  const isText = oneLine(attachment.contentType).startsWith('text/plain')
  const data = isText && typeof attachment.data === 'string' ? decode(attachment.data) : null
  const signed = listOf(response.extension).find(
    (one): one is Loose => isObject(one) && oneLine(one.url, 300).endsWith('/signed-page'),
  )
  return {
    conditionId,
    locale,
    questionnaire: URL.canParse(asked) ? asked : '',
    day: /^\d{4}-\d{2}-\d{2}/.exec(oneLine(response.authored))?.[0] ?? '',
    name: nameOf(of('Patient')),
    items,
    text: data === null ? '' : foreignText(data).slice(0, mostText),
    packet: oneLine(signed?.valueString, 2_000),
  }
}

const wordsOf = (answer: Answer): string =>
  'valueString' in answer ? answer.valueString.replace(/\s+/g, ' ') : answer.valueCoding.display

/** A question ends with its own mark, the name of a thing with a colon. */
const led = (text: string, { colon }: Punctuation) => (/[?:.!？：。！؟]$/u.test(text) ? text : text + colon)

/** The answers as lines: "question? answer; answer", those of a group below its name. */
export function linesOf(items: readonly AnsweredItem[], locale: string, depth = 0): string[] {
  const marks = punctuationOf(locale)
  return items.flatMap(({ text, answer = [], item = [] }) => {
    const said = partsListed(answer.map(wordsOf), locale)
    const own = said ? [`${depth ? '- ' : ''}${led(text, marks)}${marks.gap}${said}`] : []
    const inner = linesOf(item, locale, depth + 1)
    return inner.length ? [led(text, marks), ...inner] : own
  })
}

const codesOf = ({ answer = [] }: AnsweredItem): string[] =>
  answer.flatMap((one) => ('valueCoding' in one ? [one.valueCoding.code.replace(/^[a-z-]+\./, '')] : []))

/**
 * The answers as the fields of the summary's form, for its PDF. `explain` names the knowledge questions to talk over: how they
 * were answered was not shared.
 */
export function fieldsOf(items: readonly AnsweredItem[]): [string, string][] {
  return items.flatMap((item): [string, string][] => {
    const { linkId, answer = [], item: inner = [] } = item
    if (inner.length) return fieldsOf(inner)
    if ((textFields as readonly string[]).includes(linkId))
      return answer.flatMap((one): [string, string][] =>
        'valueString' in one ? [[linkId, one.valueString]] : [],
      )
    if (linkId === 'givenBy') return []
    if (sureIds.some((id) => linkId === `sure.${id}`))
      return answer.flatMap((one): [string, string][] =>
        'valueCoding' in one ? [[linkId, one.valueCoding.code === 'Y' ? 'yes' : 'no']] : [],
      )
    return codesOf(item).map((code): [string, string] => [linkId, code])
  })
}

export const countAnswers = (items: readonly AnsweredItem[]): number =>
  items.reduce((sum, { answer = [], item = [] }) => sum + answer.length + countAnswers(item), 0)
