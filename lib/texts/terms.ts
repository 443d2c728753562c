/** A word to explain: its forms as they may stand in a sentence. */
export type TermForms = { id: string; term: string; forms: string[] }
export type TermHit = { id: string; start: number; end: number }

const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Scripts that set no space between words: a term stands beside other letters, and two of them may be a word. */
const unspacedScripts = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}`
const unspaced = new RegExp(`^[${unspacedScripts}]`, 'u')
/** A letter or digit that makes what stands beside it part of a longer word. */
const joining = String.raw`[[\p{L}\p{N}]--[${unspacedScripts}]]`

/**
 * One pattern for all forms, longest first, whole words only: "acute" is not a word of "acute-on-chronic".
 * Build it once per page.
 */
export function termPattern(
  terms: readonly TermForms[],
): { pattern: RegExp; idOf: Map<string, string> } | null {
  const idOf = new Map<string, string>()
  for (const { id, term, forms } of terms)
    for (const form of [term, ...forms])
      if (form.length > (unspaced.test(form) ? 1 : 2)) idOf.set(form.toLowerCase(), id)
  if (!idOf.size) return null
  const forms = [...idOf.keys()].sort((a, b) => b.length - a.length)
  const anyOf = (some: readonly string[]) => some.map(escape).join('|')
  const inSpaces = forms.filter((form) => !unspaced.test(form))
  const anywhere = forms.filter((form) => unspaced.test(form))
  const parts = [
    ...(inSpaces.length ? [`(?<!${joining}|-)(?:${anyOf(inSpaces)})(?!-?${joining})`] : []),
    ...(anywhere.length ? [`(?:${anyOf(anywhere)})`] : []),
  ]
  return { pattern: new RegExp(parts.join('|'), 'giv'), idOf }
}

/** Where the terms stand in a text, left to right, never overlapping. */
export function findTerms(text: string, terms: ReturnType<typeof termPattern>): TermHit[] {
  if (!terms) return []
  return [...text.matchAll(terms.pattern)].flatMap((match) => {
    const id = terms.idOf.get(match[0].toLowerCase())
    return id ? [{ id, start: match.index, end: match.index + match[0].length }] : []
  })
}

/** Every string inside a value, at any depth: all that a page may say. */
export function stringsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(stringsOf)
  if (value && typeof value === 'object') return Object.values(value).flatMap(stringsOf)
  return []
}
