/**
 * Placeholders in content sentences: `{estimate-id}`, `{estimate-id.part}`, `{fact:id}`, `{fact:id.bare}`.
 * See docs/how-to/write-content.md for what each part becomes.
 */

export const estimateParts = [
  'headline',
  'bad',
  'good',
  'versus',
  'versus.bad',
  'versus.good',
  'diff',
  'range',
  'time',
  'people',
] as const
export type EstimatePart = (typeof estimateParts)[number]

export type WordsPart =
  | { kind: 'text'; text: string }
  | { kind: 'estimate'; id: string; part: EstimatePart }
  | { kind: 'fact'; id: string; bare: boolean }
  | { kind: 'broken'; raw: string }

const pattern = /\{([^{}]*)\}/g

function isEstimatePart(part: string): part is EstimatePart {
  return (estimateParts as readonly string[]).includes(part)
}

function parseOne(raw: string, inner: string): WordsPart {
  const fact = /^fact:([a-z0-9-]+)(\.bare)?$/.exec(inner)
  if (fact?.[1]) return { kind: 'fact', id: fact[1], bare: fact[2] !== undefined }
  const estimate = /^([a-z0-9-]+)(?:\.([a-z.]+))?$/.exec(inner)
  const part = estimate?.[2] ?? 'headline'
  if (estimate?.[1] && isEstimatePart(part)) return { kind: 'estimate', id: estimate[1], part }
  return { kind: 'broken', raw }
}

/** Splits a sentence into text and placeholders. A malformed placeholder comes back as `broken`; never throws. */
export function parseWords(text: string): WordsPart[] {
  const parts: WordsPart[] = []
  let last = 0
  for (const match of text.matchAll(pattern)) {
    if (match.index > last) parts.push({ kind: 'text', text: text.slice(last, match.index) })
    parts.push(parseOne(match[0], match[1] ?? ''))
    last = match.index + match[0].length
  }
  if (last < text.length) parts.push({ kind: 'text', text: text.slice(last) })
  return parts
}
