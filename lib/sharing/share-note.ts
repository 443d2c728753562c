import { z } from 'zod'
import { foreignText } from '@/lib/paper/safe-text'

/** Words of whoever made the document, in one line: nothing in them may turn or break the lines of the note. */
const Line = z
  .string()
  .transform((text) => foreignText(text).replace(/\s+/g, ' ').trim())
  .catch('')

/** Written, or chosen from a list. */
const Answer = z.object({
  valueString: Line,
  valueCoding: z.object({ display: Line }).catch({ display: '' }),
})

type ItemShape = { text: string; answer: z.infer<typeof Answer>[]; item: ItemShape[] }
const Item: z.ZodType<ItemShape> = z.lazy(() =>
  z.object({
    text: Line,
    answer: z.array(Answer).catch([]),
    item: z.array(Item).catch([]),
  }),
)
const Bundle = z.object({
  entry: z.array(
    z
      .object({ resource: z.looseObject({ resourceType: z.string() }) })
      .optional()
      .catch(undefined),
  ),
})
const Response = z.object({ resourceType: z.literal('QuestionnaireResponse'), item: z.array(Item).catch([]) })

/** Deeper than any questionnaire of ours. */
const mostDepth = 4
/** More lines than a summary with everything answered has. */
const mostLines = 80

function linesOf(items: readonly ItemShape[], depth = 0): string[] {
  if (depth > mostDepth) return []
  return items.flatMap(({ text, answer, item }) => {
    const said = answer.flatMap(({ valueString, valueCoding }) => valueString || valueCoding.display || [])
    const own = text && said.length ? [`${depth ? '- ' : ''}${text} ${said.join('; ')}`] : []
    const inner = linesOf(item, depth + 1)
    return inner.length && text ? [`${text}:`, ...inner] : [...own, ...inner]
  })
}

/**
 * What a patient answered as plain lines for the record: a line for each answer of the questionnaire, in its order. No
 * name and no birth date, even when the document holds them: it goes where the name already is. Null: the document has no
 * questionnaire that was answered.
 */
export function shareNote(json: unknown, first: readonly string[]): string | null {
  const bundle = Bundle.safeParse(json)
  if (!bundle.success) return null
  const items = bundle.data.entry.flatMap((entry) => {
    const response = Response.safeParse(entry?.resource)
    return response.success ? response.data.item : []
  })
  const lines = linesOf(items)
  return lines.length ? [...first, ...lines.slice(0, mostLines)].join('\n') : null
}
