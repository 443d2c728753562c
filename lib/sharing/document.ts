import { base64url } from 'jose'
import { z } from 'zod'
import { foreignText } from '@/lib/paper/safe-text'

/** A part of a shared document with a heading; `markup` is XHTML of whoever wrote it: see narrative.ts. */
export type DocumentPart = { title: string; markup: string }
/** Something to save. `bytes`: null when the file is not in the document whole (broken base64, or only an address). */
export type DocumentFile = { title: string; contentType: string; bytes: Uint8Array<ArrayBuffer> | null }
export type SharedDocument = {
  title: string
  /** The day it was made, YYYY-MM-DD, as whoever made it says; empty: it does not say. */
  made: string
  /** Only what the owner chose to add. */
  person: { name: string; birthDate: string } | null
  parts: DocumentPart[]
  /** What has no words of its own: the kind of each resource with its few plain values. */
  others: { kind: string; lines: string[] }[]
  files: DocumentFile[]
}

/** Words of whoever made the document, on our page: nothing in them may turn the words that follow. */
const Words = z
  .string()
  .transform((text) => foreignText(text).trim())
  .catch('')
const Text = z.object({ div: z.string().catch('') })
const Section: z.ZodType<SectionShape> = z.lazy(() =>
  z.object({
    title: Words,
    text: Text.optional().catch(undefined),
    section: z.array(Section).catch([]),
  }),
)
type SectionShape = { title: string; text?: { div: string } | undefined; section: SectionShape[] }

const Resource = z.looseObject({ resourceType: z.string(), text: Text.optional().catch(undefined) })
type Resource = z.infer<typeof Resource>
const Bundle = z.object({
  resourceType: z.literal('Bundle'),
  entry: z.array(z.object({ resource: Resource.optional().catch(undefined) }).catch({})).catch([]),
})
const Composition = z.object({ title: Words, date: Words, section: z.array(Section).catch([]) })
const Patient = z.object({
  name: z
    .array(
      z.object({
        text: Words,
        given: z.array(Words).catch([]),
        family: Words,
      }),
    )
    .catch([]),
  birthDate: Words,
})
const Attachment = z.object({ contentType: Words, data: z.string().catch(''), title: Words })
const WithFiles = z.object({
  content: z.array(z.object({ attachment: Attachment.optional().catch(undefined) })).catch([]),
})

const mostDepth = 8

/** Standard or URL-safe base64, in lines or not, to bytes; null when it is none. */
function bytesOf(data: string): Uint8Array<ArrayBuffer> | null {
  const digits = data.replace(/\s+/g, '').replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
  if (digits === '' || digits.length % 4 === 1 || /[^A-Za-z0-9_-]/.test(digits)) return null
  return new Uint8Array(base64url.decode(digits))
}

function partsOf(sections: readonly SectionShape[], depth = 0): DocumentPart[] {
  if (depth > mostDepth) return []
  return sections.flatMap(({ title, text, section }) => [
    ...(text?.div ? [{ title, markup: text.div }] : []),
    ...partsOf(section, depth + 1),
  ])
}

/** Words that a resource has besides its narrative: names of what was found, values, days. */
function linesOf(value: unknown, depth = 0): string[] {
  if (depth > mostDepth) return []
  if (Array.isArray(value)) return value.flatMap((item) => linesOf(item, depth + 1))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, item]: [string, unknown]) => {
    if (
      ['display', 'text', 'title', 'valueString', 'value', 'unit'].includes(name) &&
      typeof item !== 'object'
    )
      return [foreignText(String(item))]
    if (/(Date|DateTime|date)$/.test(name) && typeof item === 'string') return [foreignText(item)]
    return linesOf(item, depth + 1)
  })
}

function personOf(resource: Resource | undefined): SharedDocument['person'] {
  if (!resource) return null
  const read = Patient.safeParse(resource)
  if (!read.success) return null
  const [first] = read.data.name
  const name = first ? first.text || [...first.given, first.family].filter(Boolean).join(' ') : ''
  return name || read.data.birthDate ? { name, birthDate: read.data.birthDate } : null
}

/**
 * Reads a FHIR R4 resource or bundle, ours or anybody's, for showing: the composition's sections first, then the
 * narrative of every other resource, then plain values of those that have none. Null: this is no FHIR.
 */
export function readDocument(json: unknown): SharedDocument | null {
  const bundle = Bundle.safeParse(json)
  const single = Resource.safeParse(json)
  if (!bundle.success && !single.success) return null
  const resources = bundle.success
    ? bundle.data.entry.flatMap(({ resource }) => resource ?? [])
    : single.success
      ? [single.data]
      : []
  const composition = resources.find(({ resourceType }) => resourceType === 'Composition')
  const { title, date, section } = Composition.parse(composition ?? {})
  const sections = partsOf(section)
  const composed =
    sections.length || !composition?.text?.div ? sections : [{ title, markup: composition.text.div }]
  const rest = resources.filter((resource) => resource !== composition)
  // A composition already says in words what the other resources hold as data.
  const told = rest.filter(() => composed.length === 0)
  return {
    title,
    made: /^\d{4}-\d{2}-\d{2}/.exec(date)?.[0] ?? '',
    person: personOf(resources.find(({ resourceType }) => resourceType === 'Patient')),
    parts: [
      ...composed,
      ...told.flatMap(({ resourceType, text }) =>
        text?.div ? [{ title: foreignText(resourceType), markup: text.div }] : [],
      ),
    ],
    others: told
      .filter(({ text }) => !text?.div)
      .map((resource) => ({
        kind: foreignText(resource.resourceType),
        lines: [...new Set(linesOf(resource))].slice(0, 40),
      })),
    files: rest
      .filter(({ resourceType }) => resourceType === 'DocumentReference')
      .flatMap((resource) => WithFiles.parse(resource).content.flatMap(({ attachment }) => attachment ?? []))
      .map(({ title, contentType, data }) => ({ title, contentType, bytes: bytesOf(data) })),
  }
}
