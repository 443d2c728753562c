/**
 * Texts for a translator's own program, and back (XLIFF 1.2, OASIS 2008, which all of them read). A gap is an element that
 * the program shows as one piece and does not let anybody write in, and whoever loses or doubles one is told on import.
 */
import { jsToXliff12, xliff12ToJs } from 'xliff'
import type { Text } from './texts'

type Inline = { Standalone: { id: string } }
type Value = string | (string | Inline)[]
type Unit = { source: Value; target?: Value; note?: string }

/** A message with plurals is one text with an order of its own: its parts are translated, so it goes out as it is. */
const hasForms = (text: string): boolean => /\{\s*\w+\s*,\s*(?:plural|select)/.test(text)
const gap = /(\{[^{}]*\}|<\/?\w+>)/

/** "<rest>" has signs that an attribute may not hold: it goes out as "(rest)", and "</rest>" as "(/rest)". */
const idOf = (part: string): string => part.replace(/^<(.*)>$/, '($1)')
const partOf = (id: string): string => id.replace(/^\((.*)\)$/, '<$1>')

function toValue(text: string): Value {
  if (hasForms(text) || !gap.test(text)) return text
  return text
    .split(gap)
    .map((part, index) => (index % 2 ? { Standalone: { id: idOf(part) } } : part))
    .filter((part) => part !== '')
}

function toText(value: Value | undefined): string {
  if (value === undefined) return ''
  if (typeof value === 'string') return value
  return value.map((part) => (typeof part === 'string' ? part : partOf(part.Standalone.id))).join('')
}

/** What is asked of a translator: a text, what stands there now, and whether its source has changed since. */
export type Asked = { source: Text; translation?: string; changed: boolean }

/** A place in one word, and back: names of fields hold no slash. */
const unitOf = ({ at }: Text): string => at.join('/')

export async function writeXliff(
  language: string,
  sourceLanguage: string,
  asked: readonly Asked[],
): Promise<string> {
  const resources: Record<string, Record<string, Unit>> = {}
  for (const { source, translation, changed } of asked)
    (resources[source.file] ??= {})[unitOf(source)] = {
      source: toValue(source.text),
      ...(translation !== undefined && { target: toValue(translation) }),
      ...(changed && { note: 'The source has changed since this was translated.' }),
    }
  // A space between two gaps is text: nothing is indented.
  return jsToXliff12({ resources, sourceLanguage, targetLanguage: language }, { indent: '' })
}

/** One text as it comes back. `unit`: its place, the parts joined by slashes. */
export type Returned = { file: string; unit: string; source: string; text: string }

/** @throws when the text is no XLIFF 1.2 */
export async function readXliff(text: string): Promise<{ language: string; units: Returned[] }> {
  const { resources, targetLanguage } = (await xliff12ToJs(text, { captureSpacesBetweenElements: true })) as {
    resources: Record<string, Record<string, Unit>>
    targetLanguage?: string
  }
  const units = Object.entries(resources).flatMap(([file, own]) =>
    Object.entries(own).map(([unit, { source, target }]) => ({
      file,
      unit,
      source: toText(source),
      text: toText(target),
    })),
  )
  return { language: targetLanguage ?? '', units }
}
