import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { claimTable, measureParaphrases, readClaimIds, readParaphrases } from '@/tests/article-claims'
import { articlePatterns } from '@/tests/article-patterns'

const patterns = articlePatterns()
const texts = readParaphrases()
const { all, inferred } = readClaimIds()

test('every claim that is said outright has at least six paraphrases and one held out', () => {
  for (const id of all.filter((one) => !inferred.has(one))) {
    const of = (heldOut: boolean) =>
      texts.filter((text) => text.heldOut === heldOut && text.says.includes(id)).length
    expect([id, of(false) >= 6, of(true) >= 1]).toEqual([id, true, true])
  }
})

test('each text stands once, and names claims that exist', () => {
  expect(new Set(texts.map(({ text }) => text)).size).toBe(texts.length)
  for (const { says, maybe } of texts) for (const id of [...says, ...maybe]) expect(all).toContain(id)
})

test('of the paraphrases that the phrases were mended with, nine of ten are known, and nine of ten are right', () => {
  const measured = measureParaphrases(
    texts.filter(({ heldOut }) => !heldOut),
    patterns,
    inferred,
  )
  expect(measured.recall).toBeGreaterThanOrEqual(0.9)
  expect(measured.precision).toBeGreaterThanOrEqual(0.9)
})

test('the figures in the docs are those of these phrases', () => {
  expect(readFileSync('docs/article-check.md', 'utf8')).toContain(claimTable(patterns))
})
