import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { analyseArticle, signModel } from '@/lib/claims/analyse'
import { passagesFileSchema, readOwnPassages, sitesOf } from '@/lib/claims/labelled'
import { ownTextsFileSchema, readOwnTexts } from '@/lib/claims/own-texts'
import { measure, trainSigns, type LabelledText } from '@/lib/claims/sign-training'
import { signModelSchema } from '@/lib/claims/sign-schema'
import { articlePatterns, signIds } from '@/tests/article-patterns'

const patterns = articlePatterns()
const signs = signIds()
const passages = passagesFileSchema.parse(parse(readFileSync('prisma/content/article-passages.yaml', 'utf8')))
const own = readOwnPassages(passages, patterns, signs)
const ownTexts = readOwnTexts(
  ownTextsFileSchema.parse(parse(readFileSync('prisma/content/article-texts.yaml', 'utf8'))),
  patterns,
  signs,
)

describe('our own passages', () => {
  test('there are at least 300, each once, of every sign and of none', () => {
    const texts = passages.passages.flatMap((group) => group.texts)
    expect(texts.length).toBeGreaterThanOrEqual(300)
    expect(new Set(texts).size).toBe(texts.length)
    const named = new Set(passages.passages.flatMap((group) => group.signs))
    expect([...named].sort()).toEqual([...signs].sort())
    expect(passages.passages.some((group) => group.signs.length === 0)).toBe(true)
  })
})

describe('training', () => {
  // As if each had come from one of 41 sites, so that whole sites can be held out.
  const asTexts = own.map((passage, at): LabelledText => ({
    ...passage,
    site: `site ${at % 41}`,
    isPassage: false,
    isOwn: false,
  }))

  // A few of each are enough to tell whether anything changed.
  const some = asTexts.filter((_, at) => at % 4 === 0)
  const ours = { texts: ownTexts.slice(0, 20), passages: own.filter((_, at) => at % 8 === 1) }
  const noneOfOurs = { texts: [], passages: [] }

  test('the same texts give the same bytes and the same figures, on every machine', () => {
    const model = trainSigns(some, ours, signs)
    // Known from another run: whoever changes what is read or learnt trains anew (docs/article-check.md), then writes these anew.
    expect(createHash('sha256').update(JSON.stringify(model)).digest('hex')).toBe(
      'd6e275230baa2881f67d8af18a2c55ce75943d481f783f92d002463505b73198',
    )
    expect(model.measured).toMatchObject({ texts: some.length, recall: 0.378, precision: 0.791 })
    expect(model.shownFrom).toBe(0.7)
  }, 240_000)

  test('what is learnt tells its own passages apart', () => {
    const model = trainSigns(
      asTexts.map((text) => ({ ...text, site: `site ${text.id.length % 8}` })),
      noneOfOurs,
      signs,
    )
    expect(model.measured).toBeNull() // too few sites to hold some out
    const found = (text: string) => analyseArticle(text, patterns, model).signs.map(({ id }) => id)
    expect(found('Our centre has a success rate of 91 percent.')).toContain('numbers_no_comparison')
    expect(found('The library is open until six on weekdays.')).toEqual([])
  }, 120_000)

  test('a mark is shown from where 86 of 100 are right on texts that were not learnt from', () => {
    expect(signModel.shownFrom).toBeGreaterThan(signModel.possiblyFrom)
    expect(signModel.measured?.precision).toBeGreaterThanOrEqual(0.83)
  })
})

describe('the weights that are used', () => {
  test('are for the signs of the content', () => {
    expect(signModelSchema.parse(signModel).signs).toEqual(signs)
  })

  test('were measured on sites held out', () => {
    expect(signModel.madeFrom.folds).toBeGreaterThanOrEqual(5)
    expect(signModel.measured?.texts).toBe(signModel.madeFrom.texts)
  })

  test('take less than 170 kB packed, so that with the engine they stay below 200', () => {
    expect(gzipSync(readFileSync('lib/claims/sign-weights.json')).length).toBeLessThan(170_000)
  })
})

describe('measuring', () => {
  const text = (state: 'clear' | 'unclear' | null): LabelledText => ({
    id: 'a',
    site: 'a.example',
    stance: 'informs',
    signs: state === null ? {} : { stories: { state } },
    read: { parts: [], text: new Int32Array(0), phraseStrength: [] },
    partsOf: {},
    isPassage: false,
    isOwn: false,
  })
  const said = (state: 'clear' | 'unclear' | null, likely: number) => ({
    text: text(state),
    likely: [likely],
    shownFrom: 0.4,
    stance: 'informs' as const,
  })

  test('found and clear is right, found and unclear is not counted, found and absent is false', () => {
    const measured = measure(
      [said('clear', 0.9), said('clear', 0.1), said('unclear', 0.9), said(null, 0.9)],
      ['stories'],
    )
    expect(measured.bySign).toEqual({ stories: { right: 1, missed: 1, false: 1, unclear: 1 } })
    expect([measured.recall, measured.precision]).toEqual([0.5, 0.5])
    expect(measured.falsePerQuietText).toBe(0.25)
    expect(measured.stanceRight).toBe(1)
  })
})

describe('sites', () => {
  test('a host is one site with and without "www."', () => {
    const [one, other] = sitesOf([
      { site: 'www.clinic.example', text: 'a' },
      { site: 'clinic.example', text: 'b' },
    ])
    expect(one).toBe(other)
  })

  test('texts whose site nobody noted are one when they share rare wording', () => {
    const shared = 'the lavender tractor hums beneath a velvet orchard of clockwork pears'
    const [one, other, third] = sitesOf([
      { site: 'earlier', text: `${shared} today` },
      { site: 'earlier', text: `yesterday ${shared}` },
      { site: 'earlier', text: 'cells do not cure heart failure at all' },
    ])
    expect(one).toBe(other)
    expect(third).not.toBe(one)
  })
})
