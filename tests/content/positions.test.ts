import { describe, expect, it } from 'vitest'
import { Positions, Strength } from '@/lib/positions/schema'
import messages from '@/lib/texts/messages.en.json'
import { splitSentences, splitWords } from '@/lib/texts/readability'
import { checkPositions, checkPositionWords } from '@/prisma/pipeline/check-positions'
import type { ConditionContent } from '@/prisma/pipeline/read-content'
import { realContent } from './real-content'

const content = realContent()
const sources = new Map(content.sources.map((source) => [source.id, source]))
const ids = content.conditions.map((c) => c.condition.id)
const conditionOf = (id: string): ConditionContent => {
  const found = content.conditions.find((c) => c.condition.id === id)
  if (!found) throw new Error(`no condition ${id}`)
  return structuredClone(found)
}

/** Bodies that a specialist would ask for: each must stand under every topic, or the one it is about. */
const askedFor: Record<string, string[]> = {
  'heart-failure': ['esc', 'aha-acc-hfsa', 'isscr'],
  'liver-failure': ['easl', 'aasld', 'apasl', 'china', 'isscr'],
}

/** Pages that print no date. The page says so; a third one is not to be let through without a look for its date. */
const undated = ['heart-failure heart-pump nice', 'liver-failure artificial-liver nice']

function faultsOf(c: ConditionContent): string[] {
  const faults: string[] = []
  const add = (_file: string, path: string, message: string) => faults.push(`${path}: ${message}`)
  checkPositions(c, new Set(sources.keys()), add)
  checkPositionWords(c, content.locale, add)
  return faults
}

/** A condition need not know yet what guidelines say of it: docs/how-to/add-a-condition.md. */
const told = ids.filter((id) => conditionOf(id).positions.topics.length > 0)

it('what guidelines say is told of every condition whose bodies are named here', () => {
  expect(told).toEqual(expect.arrayContaining(Object.keys(askedFor)))
  const topics = told.flatMap((id) => conditionOf(id).positions.topics)
  expect(topics.length).toBeGreaterThan(10)
  expect(topics.flatMap(({ said }) => said).length).toBeGreaterThan(20)
})

describe.each(told)('what guidelines say: %s', (id) => {
  const { positions, words } = conditionOf(id)
  const said = positions.topics.flatMap((topic) => topic.said.map((one) => ({ ...one, topic: topic.id })))

  it('has every body that a specialist would ask for, on every topic or on cells', () => {
    for (const body of askedFor[id] ?? []) {
      const found = positions.bodies.find((one) => one.id === body)
      expect(found?.topics ?? 'every topic', body).toEqual(body === 'isscr' ? ['cells'] : 'every topic')
    }
    expect(faultsOf(conditionOf(id))).toEqual([])
  })

  it('tells cells first, and the usual treatments after', () => {
    expect(positions.topics[0]?.id).toBe('cells')
  })

  it('every position has a body with a name, the printed words, and a source that was read', () => {
    expect(said.length).toBeGreaterThan(0)
    for (const { topic, body, sources: own, where } of said) {
      expect(words.positions.bodies[body]?.name, body).toBeTruthy()
      expect(where.length, `${topic} ${body}`).toBeGreaterThan(20)
      for (const source of own) {
        expect(sources.get(source)?.tier, source).toMatch(/^[AB]$/)
        expect(sources.get(source)?.url, source).toMatch(/^https?:\/\//)
      }
    }
  })

  it('every position has a date, but for the pages that print none', () => {
    const without = said
      .filter(({ date }) => date === null)
      .map(({ topic, body }) => `${id} ${topic} ${body}`)
    expect(without).toEqual(undated.filter((one) => one.startsWith(`${id} `)))
  })

  it('every position is told in at most twenty words', () => {
    for (const { topic, body } of said) {
      const text = words.positions.said[topic]?.[body] ?? ''
      expect(splitWords(text).length, text).toBeLessThanOrEqual(20)
      expect(splitWords(text).length, text).toBeGreaterThan(4)
    }
  })

  it('what could not be read says why, and what was tried', () => {
    for (const { id: topic, notFound } of positions.topics)
      for (const { body, why, tried } of notFound) {
        expect(words.positions.whys[why], `${topic} ${body}`).toBeTruthy()
        expect(tried.length, `${topic} ${body}`).toBeGreaterThan(10)
      }
  })
})

describe('the check of positions', () => {
  const harmed = (harm: (p: Positions) => void): string[] => {
    const c = conditionOf('liver-failure')
    harm(c.positions)
    return faultsOf(c)
  }
  const topic = (p: Positions, id: string) => {
    const found = p.topics.find((one) => one.id === id)
    if (!found) throw new Error(`no topic ${id}`)
    return found
  }

  it('finds a body that is left out, on either side', () => {
    expect(harmed((p) => topic(p, 'gcsf').said.pop())).toContain('gcsf.acg: is not answered')
    expect(harmed((p) => topic(p, 'plasma-exchange-sudden').said.shift())).toContain(
      'plasma-exchange-sudden.sccm: is not answered',
    )
    expect(harmed((p) => (topic(p, 'cells').notFound = []))).toContain('cells.apasl: is not answered')
  })

  it('finds a body that stands twice, is unknown, or was not asked', () => {
    expect(harmed((p) => topic(p, 'cells').notFound.push({ ...one('easl') }))).toContain(
      'cells.easl: stands twice',
    )
    expect(harmed((p) => topic(p, 'cells').notFound.push({ ...one('nobody') }))).toContain(
      'cells.nobody: unknown body',
    )
    expect(harmed((p) => topic(p, 'cells').notFound.push({ ...one('nice') }))).toContain(
      'cells.nice: is not among the topics of this body',
    )
  })
  const one = (body: string) => ({ body, why: 'no-page', sources: [], tried: 'looked for it' })

  it('finds a source that does not exist, and words that are missing or left over', () => {
    expect(
      harmed((p) => topic(p, 'gcsf').said.forEach((row) => (row.sources = ['no-such-source']))),
    ).toContain('gcsf.acg: unknown source "no-such-source"')
    const c = conditionOf('liver-failure')
    delete c.words.positions.said.gcsf
    c.words.positions.whys.extra = 'Because.'
    expect(faultsOf(c)).toEqual([
      'whys.extra: words for an unknown reason',
      'said.gcsf: no words for topic "gcsf"',
      'said.gcsf.acg: no words for position "acg"',
    ])
  })

  it('refuses a position without a date, a source or the printed words', () => {
    const row = {
      body: 'esc',
      strength: 'suggested',
      date: '2023',
      sources: ['esc-2023'],
      where: 'Table 4: "should be considered"',
    }
    const fits = (change: object) =>
      Positions.safeParse({ topics: [{ id: 'cells', said: [{ ...row, ...change }] }] }).success
    expect(fits({})).toBe(true)
    expect(fits({ date: undefined })).toBe(false)
    expect(fits({ date: 'last year' })).toBe(false)
    expect(fits({ sources: [] })).toBe(false)
    expect(fits({ where: '' })).toBe(false)
    expect(fits({ strength: 'strongly for' })).toBe(false)
  })
})

describe('the words for strength', () => {
  it('are explained once each, for and against alike', () => {
    const { strength, means } = messages.positions
    expect(Object.keys(strength)).toEqual(Strength.options)
    expect(Object.keys(means)).toEqual(Strength.options)
    expect(new Set(Object.values(means)).size).toBe(Strength.options.length)
  })
})

describe('a guideline', () => {
  /** What is left of a first sentence when its conditions are taken out: it must say who does what. */
  const mainClause = (text: string) =>
    (splitSentences(text)[0] ?? '').replace(/\b(?:when|if|where|that is|that are|who are)\b[^,.]*/gi, '')
  const verb =
    /\b(?:is|are|was|were|has|says?|suggests?|advises?|recommends?|names?|builds?|tells?|speaks?|should|can|may)\b/i

  it('is told in sentences that say who advises what', () => {
    const told = content.conditions.flatMap((c) =>
      Object.entries(c.words.positions.said).flatMap(([topic, bodies]) =>
        Object.entries(bodies).map(([body, text]) => ({ at: `${topic}.${body}`, text })),
      ),
    )
    expect(told.length).toBeGreaterThan(20)
    expect(told.filter(({ text }) => !verb.test(mainClause(text)))).toEqual([])
    for (const text of [
      'NAC for sudden failure that is not from paracetamol, and tablets when hepatitis B is the cause.',
      'With cirrhosis, treat hepatitis B when any virus is found in the blood.',
      'When the EF is low and the left side of the heart beats late.',
    ])
      expect(mainClause(text)).not.toMatch(verb)
  })
})
