import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { analyseArticle, signModel } from '@/lib/claims/analyse'
import rulesMeasured from '@/lib/claims/rules-measured.json'
import { quoteAround } from '@/lib/claims/segments'
import { languageOf } from '@/lib/claims/text-language'
import { tokenise } from '@/lib/claims/tokenise'
import { languageTable, measureRules, readPassages, tableMarks } from '@/tests/article-languages'
import { articlePatterns } from '@/tests/article-patterns'

const patterns = articlePatterns()
const signsOf = (text: string) => analyseArticle(text, patterns).signs.map(({ id }) => id)

test('the figures that people are shown are those of the passages held out', () => {
  expect(measureRules(patterns)).toEqual(rulesMeasured)
  expect(Object.keys(rulesMeasured)).toEqual(['es', 'zh'])
})

test('the table of the docs is what the passages give', () => {
  const docs = readFileSync('docs/article-check.md', 'utf8')
  const between = docs.split(tableMarks[0])[1]?.split(tableMarks[1])[0]?.trim()
  expect(between).toBe(languageTable(patterns))
})

test.each(['es', 'zh'])(
  'passages in %s: sixty and more, all fourteen signs, many without one',
  (language) => {
    const passages = readPassages(language)
    expect(passages.length).toBeGreaterThanOrEqual(60)
    expect(new Set(passages.map(({ id }) => id)).size).toBe(passages.length)
    expect(passages.filter(({ signs }) => signs.length === 0).length).toBeGreaterThanOrEqual(20)
    for (const heldOut of [true, false]) {
      const signs = passages.filter((one) => one.heldOut === heldOut).flatMap((one) => one.signs)
      expect([...new Set(signs)].sort()).toEqual([...signModel.signs].sort())
    }
  },
)

describe('the language of a text is told from the text', () => {
  test.each([
    ['en', 'The cells are your own, so there is no risk.'],
    ['es', 'Las células son suyas, así que no hay ningún riesgo.'],
    ['es', 'Sin riesgo y sin dolor: las celulas se aplican en una hora.'],
    ['zh', '用的是自己的细胞，没有任何风险。'],
    ['zh', '我们的技术获得美国FDA认证，并在ClinicalTrials.gov注册。'],
    ['zh', '<p class="article-body main-text">干细胞能治愈<strong>心衰</strong>，没有副作用。</p>'],
    ['en', 'The clinic calls its product 干细胞 and says that it is safe for all of us.'],
    ['other', '幹細胞能治療心臟衰竭，這個醫院說沒有副作用。'],
    ['other', '幹細胞で心不全が治ると言うクリニックがあります。'],
    ['other', 'As células não têm risco e são suas, com uma aplicação em casa.'],
    ['other', 'Le cellule sono tue e non c’è nessun rischio per il cuore.'],
    ['other', 'Les cellules sont les vôtres et il n’y a pas de risque pour vous.'],
    [null, 'Lantern'],
    [null, ''],
  ])('%s: %s', (language, text) => expect(languageOf(text)).toBe(language))

  test.each([...readPassages('es'), ...readPassages('zh')])('$id', ({ id, text }) =>
    expect(languageOf(text)).toBe(id.slice(0, 2)),
  )
})

describe('what is not said plainly is left alone', () => {
  test.each<[string, string[]]>([
    ['我们的干细胞能治愈心力衰竭。', ['cure_promise']],
    ['我们的干细胞不能治愈心力衰竭。', []],
    ['没有证据表明干细胞能治愈心力衰竭。', []],
    ['某些机构声称干细胞能治愈心力衰竭。', []],
    ['干细胞能治愈心力衰竭吗？', []],
    ['Nuestras células madre curan la cirrosis.', ['cure_promise']],
    ['Nuestras células madre no curan la cirrosis.', []],
    ['No hay pruebas de que las células madre curen la cirrosis.', []],
    ['Algunas clínicas aseguran que las células madre curan la cirrosis.', []],
    ['¿Las células madre curan la cirrosis?', []],
  ])('%s', (text, signs) => expect(signsOf(text)).toEqual(signs))

  test('a comma ends what a Chinese "not" reaches', () =>
    expect(signsOf('细胞不贵，能治愈心力衰竭。')).toContain('cure_promise'))
})

test('a short Chinese phrase that straddles two words is not found', () => {
  // 好评 (praise) stands in 最好|评估 (best to assess) by chance.
  expect(signsOf('请看患者的好评。')).toContain('stories')
  expect(signsOf('患者最好评估一下病情。')).not.toContain('stories')
})

test('Chinese is read sign by sign, other words whole, and sentences end without a space', () => {
  const { tokens, sentences } = tokenise('心衰!FDA批准90%', { setsSpaces: false })
  expect(tokens.map(({ word }) => word)).toEqual(['心', '衰', 'fda', '批', '准', '90'])
  expect(sentences).toHaveLength(2)
})

describe.each(['es', 'zh'])('the claims of both articles in %s', (language) => {
  const claims = z
    .record(z.string(), z.string())
    .parse(parse(readFileSync(`tests/fixtures/articles/claims.${language}.yaml`, 'utf8')))

  test('all of them are asked for', () =>
    expect(Object.keys(claims).sort()).toEqual(patterns.claims.map(({ id }) => id).sort()))

  test.each(Object.entries(claims))('%s', (id, text) => {
    const check = analyseArticle(text, patterns)
    expect(check.language).toBe(language)
    expect(check.claims.map((claim) => claim.id)).toContain(id)
    for (const { spans } of [...check.claims, ...check.signs])
      for (const span of spans) expect(text.slice(span.start, span.end)).toBe(span.text)
  })
})

test('a Chinese passage is quoted with its sentence, which ends without a space', () => {
  const text = '这是第一句。我们的干细胞能治愈心力衰竭。这是第三句。'
  const start = text.indexOf('治愈')
  expect(quoteAround(text, start, start + 2, 140)).toBe('我们的干细胞能治愈心力衰竭。')
})

test('the same text gives the same answer', () => {
  const text = readPassages('zh')
    .map((one) => one.text)
    .join('\n')
  expect(analyseArticle(text, articlePatterns())).toEqual(analyseArticle(text, patterns))
})
