import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import {
  claimPatternsFileSchema,
  warningSignsFileSchema,
  warningSignWordsFileSchema,
} from '@/lib/claims/sign-schema'
import { readability } from '@/lib/texts/readability'
import { z } from 'zod'

const read = (name: string): unknown => parse(readFileSync(`prisma/content/${name}`, 'utf8'))
const { signs, families } = warningSignsFileSchema.parse(read('warning-signs.yaml'))
const words = warningSignWordsFileSchema.parse(read('words.en/warning-signs.yaml')).signs

test('there are 14 signs, each once, and 39 families of phrases below them', () => {
  expect(new Set(signs.map(({ id }) => id)).size).toBe(14)
  expect(new Set(families.map(({ id }) => id)).size).toBe(39)
})

test('words and structure name the same signs in the same order', () => {
  expect(words.map(({ id }) => id)).toEqual(signs.map(({ id }) => id))
})

test('every family can be recognised', () => {
  for (const { id, patterns } of families)
    expect(patterns.strong.length + patterns.usual.length + patterns.variety.length, id).toBeGreaterThan(0)
})

const withPhrases = readdirSync('prisma/content').filter((name) =>
  existsSync(`prisma/content/${name}/claim-patterns.yaml`),
)

test('more than one illness is looked for', () => {
  expect(withPhrases.length).toBeGreaterThan(1)
})

test.each(withPhrases)('claims and their patterns agree: %s', (condition) => {
  const ids = z
    .object({ claims: z.array(z.object({ id: z.string() })) })
    .parse(read(`${condition}/claims.yaml`)).claims
  const { claims } = claimPatternsFileSchema.parse(read(`${condition}/claim-patterns.yaml`))
  expect(claims.map(({ id }) => id)).toEqual(ids.map(({ id }) => id))
})

describe.each(words)('$id', ({ name, what, why, ask }) => {
  const sentences = [name, what, why, ask].flatMap((text) => text.split(/(?<=[.?])\s+/))

  test('no sentence has more than 20 words', () => {
    for (const sentence of sentences) expect(sentence.split(/\s+/).length, sentence).toBeLessThanOrEqual(20)
  })

  test('reads at US school grade 6 or below', () => {
    expect(readability([what, why, ask]).grade).toBeLessThanOrEqual(6)
  })

  test('stays calm: no scolding word', () => {
    expect(sentences.join(' ')).not.toMatch(/\b(scam|fraud|quack|fake|lie|liar|trick|foolish|stupid)/i)
  })
})
