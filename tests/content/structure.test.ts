import { describe, expect, it } from 'vitest'
import { ProductStatus } from '@/lib/products/schema'
import { Tier } from '@/lib/sources/schema'
import { Verdict } from '@/lib/claims/schema'
import { optionAspects } from '@/lib/journey/schema'
import { doRangeAndPAgree, readEffect, type PrintedEffect } from '@/lib/numbers/effect-reading'
import { effectOnSide } from '@/lib/numbers/effect-side'
import { armRange } from '@/lib/numbers/intervals'
import { exactPercent } from '@/lib/numbers/natural-frequency'
import type { Estimate, Result } from '@/lib/numbers/schema'
import { proportionOf } from '@/lib/numbers/shown-figures'
import messages from '@/lib/texts/messages.en.json'
import { splitSentences, splitWords } from '@/lib/texts/readability'
import { stringsOf } from '@/lib/texts/terms'
import { checkReferences } from '@/prisma/pipeline/check-references'
import { checkResults } from '@/prisma/pipeline/check-results'
import type { ConditionContent, Content } from '@/prisma/pipeline/read-content'
import { readPages } from '@/prisma/pipeline/read-pages'
import { realContent } from './real-content'

/** A rule over all content, with ways to break it. Each `harm` changes a copy of the real content for the worse. */
type Rule = {
  name: string
  faults: (content: Content) => string[]
  harm: Record<string, (content: Content) => void>
}

/** From memory only, or under a warning: nothing of the site may rest on these. */
const neverSources = [
  'lvad-bleeding-infection-memory',
  'prevent-taha8-2025',
  'esc-2021-guideline-cells',
  'aha-2022-guideline-cells',
  'vulliet-2004',
  'easl-aclf-2023',
  'wright-2022-palliative',
]

/** The longest option has at most this many times the words of the shortest one. */
const widestBand = 1.6

/** Something a stem-cell product would say of itself, in the name or short line of an option. */
const cellWords = /\b(stem|cells?|exosomes?|mesenchymal|infusions? of cells)\b/i

function some<T>(list: readonly T[], test: (item: T) => boolean = () => true): T {
  const found = list.find(test)
  if (found === undefined) throw new Error('the content has nothing to try this rule on')
  return found
}

const firstCondition = (content: Content) => some(content.conditions)
const someEstimate = (content: Content, test: (e: Estimate) => boolean) =>
  some(
    content.conditions.flatMap((c) => c.numbers.estimates),
    test,
  )

/** Every condition with its id in front of what is wrong. */
const inEach = (check: (c: ConditionContent) => string[]) => (content: Content) =>
  content.conditions.flatMap((c) => check(c).map((fault) => `${c.condition.id}: ${fault}`))

/** Every value under a key, at any depth. */
function valuesUnder(value: unknown, keys: ReadonlySet<string>): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => valuesUnder(item, keys))
  if (!value || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([key, item]) =>
    keys.has(key) &&
    (typeof item === 'string' || (Array.isArray(item) && item.every((x) => typeof x === 'string')))
      ? stringsOf(item)
      : valuesUnder(item, keys),
  )
}
const sourceKeys = new Set(['source', 'sources', 'ratedBy'])
const namedSources = (content: Content) => valuesUnder({ ...content, sources: [] }, sourceKeys)

function printedEffect({ effect, value, counts }: Estimate): PrintedEffect | null {
  if (effect) return effectOnSide(effect, counts)
  if (value.type === 'ratioOnly') return value
  if (value.type === 'meanDifference' && value.of === 'between') return { ...value, measure: 'MD' }
  return null
}

const pairs = (c: ConditionContent) =>
  c.numbers.estimates.flatMap((arm) => {
    const versus = c.numbers.estimates.find(({ id }) => id === arm.comparator)
    return versus ? [{ arm, versus }] : []
  })

/** A result with a number of arms. */
const someResult = (content: Content, test: (result: Result) => boolean) =>
  some(
    content.conditions.flatMap((c) => c.numbers.results),
    test,
  )
const ofTwo = ({ arms }: Result) => arms.length === 2
const ofMany = ({ arms }: Result) => arms.length > 2
const anEffect = { measure: 'HR' as const, value: 0.8, low: 0.7, high: 0.9, level: 95 }

const shareGap = (arm: Estimate, versus: Estimate) => {
  const a = proportionOf(arm.value)
  const b = proportionOf(versus.value)
  return a && b ? exactPercent(a) - exactPercent(b) : null
}

const cellEstimates = (c: ConditionContent) =>
  new Set([
    ...c['stem-cells'].products.flatMap((p) =>
      [...p.answers, ...p.trials].flatMap(({ estimates }) => estimates),
    ),
    ...c['stem-cells'].trialPicture,
    ...c['stem-cells'].errorPicture,
  ])

/** A sentence about harms that reports none. */
const saysNoHarm = /\bno harm\b|\bnot known\b|\btoo few (?:people|took part)\b/i

/** What the harms of a product have to be called, by the rule in docs/how-to/write-content.md; `harmful` is judged by a person. */
function harmStatusOf(estimates: readonly Estimate[], sentences: readonly string[]): ProductStatus {
  const isSeen = estimates.some(({ value, counts }) => {
    if (value.type === 'percentSpan') return value.high > 0
    const share = proportionOf(value)
    if (!share) return false
    const percent = exactPercent(share)
    return (counts === 'bad' ? percent : 100 - percent) > 0
  })
  if (isSeen) return 'harm-seen'
  const isReported = estimates.length > 0 || !sentences.every((sentence) => saysNoHarm.test(sentence))
  return isReported ? 'harm-reported' : 'not-known-yet'
}

/** The harms of every product: its answer, and what it has to be called. */
const harmsOfProducts = (c: ConditionContent) =>
  c['stem-cells'].products.flatMap((p) =>
    p.answers
      .filter(({ question }) => question === 'harms')
      .map((answer) => ({
        product: p.id,
        answer,
        due: harmStatusOf(
          c.numbers.estimates.filter(({ id }) => answer.estimates.includes(id)),
          (c.words['stem-cells'].products[p.id]?.answers.harms ?? []).flatMap(splitSentences),
        ),
      })),
  )

const decisionCells = (c: ConditionContent) =>
  c.decisions.decisions.flatMap((decision) =>
    decision.outcomes.flatMap((outcome) =>
      Object.entries(outcome.cells).map(([option, cell]) => ({ decision, outcome, option, cell })),
    ),
  )

const optionLength = (c: ConditionContent, id: string) =>
  optionAspects
    .flatMap((aspect) => c.words.options.options[id]?.[aspect] ?? [])
    .reduce((sum, line) => sum + splitWords(line).length, 0)

const rules: Rule[] = [
  {
    name: 'every id that is named exists, every thing has its words, every placeholder can be filled',
    faults: (content) => checkReferences(content).map((p) => `${p.file} ${p.path}: ${p.message}`),
    harm: {
      'a decision that names an option nobody described': (content) => {
        some(firstCondition(content).decisions.decisions).options.push('magic')
      },
      'a row of the map of an article that leads to something nobody wrote': (content) => {
        const map = firstCondition(content).condition.sections.find(({ places }) => places.length > 0)
        some(map ? map.places : []).splice(0, 1, 'option:magic')
      },
      'a row of the map of an article that leads nowhere': (content) => {
        firstCondition(content)
          .condition.sections.find(({ places }) => places.length > 0)
          ?.places.pop()
      },
      'an option in a group without a title': (content) => {
        some(firstCondition(content).options.options).purpose = 'magic'
      },
      'a question whose page would have the address of another': (content) => {
        const { decisions, words } = firstCondition(content)
        const { id, outcomes } = some(decisions.decisions)
        const asked = some(outcomes)
        const own = words.decisions.decisions[id]?.outcomes ?? {}
        const { [asked.id]: text, ...others } = own
        if (text) Object.assign(words.decisions.decisions[id] ?? {}, { outcomes: { ...others, days: text } })
        asked.id = 'days'
      },
      'an option without words': (content) => {
        const words = firstCondition(content).words.options.options
        delete words[some(Object.keys(words))]
      },
      'a placeholder of a figure that does not exist': (content) => {
        firstCondition(content).words.condition.lead.push('Of these {no-such-trial} lived.')
      },
      'the difference of a group that was compared with nobody': (content) => {
        const c = some(content.conditions, ({ numbers }) =>
          numbers.estimates.some((e) => e.design === 'single-group'),
        )
        const single = some(c.numbers.estimates, (e) => e.design === 'single-group')
        c.words.condition.lead.push(`This is {${single.id}.diff}.`)
      },
      'a figure of one illness on a page of the other': (content) => {
        const [first, second] = content.conditions
        if (first && second)
          first.words.condition.lead.push(`Of these {${some(second.numbers.estimates).id}} lived.`)
      },
      'more events than people': (content) => {
        const { value } = someEstimate(content, (e) => e.value.type === 'counts')
        if (value.type === 'counts') value.events = value.total + 1
      },
      'a digit in a sentence': (content) => {
        firstCondition(content).words.condition.lead.push('About 8 people.')
      },
      'a decision without comfort-focused care': (content) => {
        const d = some(firstCondition(content).decisions.decisions)
        d.options = d.options.filter((id) => id !== 'comfort-care')
        for (const { cells } of d.outcomes) delete cells['comfort-care']
      },
      'a fifth question on the sheet for the visit': (content) => {
        const { outcomes } = some(firstCondition(content).decisions.decisions)
        some(outcomes, ({ onSheet }) => !onSheet).onSheet = true
      },
      'a sheet without a question of harm': (content) => {
        for (const outcome of some(firstCondition(content).decisions.decisions).outcomes)
          if (outcome.onSheet) outcome.tone = 'benefit'
      },
      'a decision that only three questions ask about': (content) => {
        const c = firstCondition(content)
        const { id } = some(c.decisions.decisions)
        const own = c.quiz.questions.filter(({ decisions }) => decisions.includes(id))
        for (const question of own.slice(3))
          question.decisions = question.decisions.filter((decision) => decision !== id)
      },
      'a decision without carrying on as now': (content) => {
        const d = some(firstCondition(content).decisions.decisions)
        d.options = d.options.filter((id) => id !== 'carry-on-as-now')
      },
      'an option that no decision asks about and that has no figures of its own': (content) => {
        const c = firstCondition(content)
        const { id } = some(c.options.options, (option) => option.estimates.length === 0)
        for (const d of c.decisions.decisions) {
          d.options = d.options.filter((option) => option !== id)
          for (const outcome of d.outcomes) delete outcome.cells[id]
        }
      },
      'a quiz question with two right answers': (content) => {
        for (const answer of some(firstCondition(content).quiz.questions).answers) answer.correct = true
      },
      'a family of cells with the address of another page': (content) => {
        const c = firstCondition(content)
        const product = some(c['stem-cells'].products)
        const { products } = c.words['stem-cells']
        const words = products[product.id]
        if (words) products.claims = words
        delete products[product.id]
        product.id = 'claims'
      },
      'an id that stands twice': (content) => {
        const { estimates } = firstCondition(content).numbers
        estimates.push(some(estimates))
      },
      'an option that stands twice': (content) => {
        const { options } = firstCondition(content).options
        options.push(some(options))
      },
      "a regulator's answer under the same id in two illnesses": (content) => {
        const [first, second] = content.conditions
        const answer = some(first?.['stem-cells'].regulators ?? [])
        if (!second || !answer) return
        second['stem-cells'].regulators.push(answer)
        const words = first?.words['stem-cells'].regulators[answer.id]
        if (words) second.words['stem-cells'].regulators[answer.id] = words
      },
      'an effect outside its own range': (content) => {
        const { effect } = someEstimate(content, (e) => e.effect?.high !== undefined)
        if (effect?.high !== undefined) effect.value = effect.high + 1
      },
      'a cell product among the options': (content) => {
        const c = firstCondition(content)
        some(c.options.options).id = some(c['stem-cells'].products).id
      },
    },
  },
  {
    name: 'every sentence of every page can be filled with the figures that its page has',
    faults: (content) => {
      try {
        readPages(content)
        return []
      } catch (error) {
        return [String(error)]
      }
    },
    harm: {
      'a fact that no file has': (content) => {
        content.shared.words.stemCells.lead = ['It takes {fact:no-such-fact}.']
      },
    },
  },
  {
    name: 'every estimate says its source, people, time, range or reason, certainty or reason, and tier',
    faults: inEach((c) =>
      c.numbers.estimates.flatMap((e) => {
        const faults: string[] = []
        const range = armRange(e)
        if (!e.source || e.where.trim().length < 3) faults.push('no source or no place in it')
        if (!c.words.numbers.populations[e.population]?.trim()) faults.push('does not say who was studied')
        if (e.followUp.months === null && !(e.followUp.kind in messages.numbers.when)) faults.push('no time')
        if (e.followUp.months !== null && ['around', 'not-stated'].includes(e.followUp.kind))
          faults.push(`a time of ${e.followUp.months} months with kind ${e.followUp.kind}`)
        if (range.from === 'none' && !(range.reason in messages.compare.rangeNone))
          faults.push(`no range and no words for "${range.reason}"`)
        if ('notRated' in e.certainty && !(e.certainty.notRated in messages.certainty.why))
          faults.push('not rated, and no words for the reason')
        if ('level' in e.certainty && !e.certainty.ratedBy) faults.push('rated by nobody')
        if (!Tier.options.includes(e.tier)) faults.push('no tier')
        return faults.map((fault) => `${e.id}: ${fault}`)
      }),
    ),
    harm: {
      'an estimate without a word about who was studied': (content) => {
        const c = firstCondition(content)
        delete c.words.numbers.populations[some(c.numbers.estimates).population]
      },
      'an estimate without a place in its source': (content) => {
        some(firstCondition(content).numbers.estimates).where = ''
      },
      'a time that is said and not stated': (content) => {
        someEstimate(content, (e) => e.followUp.months !== null).followUp.kind = 'not-stated'
      },
    },
  },
  {
    name: 'a printed range of one arm holds the figure of that arm',
    faults: inEach((c) =>
      c.numbers.estimates.flatMap((e) => {
        const range = armRange(e)
        const share = proportionOf(e.value)
        if (!share || range.from === 'none') return []
        const percent = exactPercent(share)
        return percent < range.low - 0.5 || percent > range.high + 0.5
          ? [`${e.id}: ${percent.toFixed(1)} outside ${range.low} to ${range.high}`]
          : []
      }),
    ),
    harm: {
      'a range above its figure': (content) => {
        const e = someEstimate(content, (x) => x.range !== null && proportionOf(x.value) !== null)
        if (e.range) e.range = { ...e.range, low: 99.1, high: 99.9 }
      },
    },
  },
  {
    name: 'no source is named that sources.yaml does not have',
    faults: (content) => {
      const known = new Set(content.sources.map(({ id }) => id))
      return [...new Set(namedSources(content).filter((id) => !known.has(id)))]
    },
    harm: {
      'an unknown source of an estimate': (content) => {
        some(firstCondition(content).numbers.estimates).source = 'made-up-2020'
      },
      'an unknown source of a glossary term': (content) => {
        const { terms } = content.shared.words.glossary
        some(Object.values(terms)).sources.push('made-up-2020')
      },
    },
  },
  {
    name: 'nothing rests on memory alone: no source of tier C is stored or named',
    faults: (content) => {
      const all = new Set([...content.sources.map(({ id }) => id), ...namedSources(content)])
      return neverSources.filter((id) => all.has(id))
    },
    harm: {
      'a tier C source in sources.yaml': (content) => {
        some(content.sources).id = 'vulliet-2004'
      },
      'a tier C source of a claim': (content) => {
        some(firstCondition(content).claims.claims).sources.push('easl-aclf-2023')
      },
    },
  },
  {
    name: 'an estimate is never of a better tier than its source',
    faults: (content) => {
      const tierOf = new Map(content.sources.map(({ id, tier }) => [id, tier]))
      return content.conditions.flatMap((c) =>
        // Facts may be better: the number of trials stands on the source's own page, its results in a copy.
        c.numbers.estimates
          .filter(({ source, tier }) => tier === 'A' && tierOf.get(source) === 'B')
          .map(({ id, source }) => `${c.condition.id}: ${id} is A, ${source} is B`),
      )
    },
    harm: {
      'a figure of tier A from a source of tier B': (content) => {
        const weak = new Set(content.sources.filter(({ tier }) => tier === 'B').map(({ id }) => id))
        someEstimate(content, (e) => weak.has(e.source)).tier = 'A'
      },
    },
  },
  {
    name: 'every option is told in the same aspects, and the longest has at most 1.6 times the words of the shortest',
    faults: inEach((c) => {
      const lengths = c.options.options.map(({ id }) => ({ id, words: optionLength(c, id) }))
      const shortest = lengths.reduce((a, b) => (b.words < a.words ? b : a))
      const faults = lengths
        .filter(({ words }) => words > widestBand * shortest.words)
        .map(({ id, words }) => `${id} has ${words} words, ${shortest.id} has ${shortest.words}`)
      const missing = c.options.options.flatMap(({ id }) =>
        optionAspects
          .filter((aspect) => !c.words.options.options[id]?.[aspect].length)
          .map((aspect) => `${id} says nothing on ${aspect}`),
      )
      return [...missing, ...faults]
    }),
    harm: {
      'an option that says twice as much': (content) => {
        const { options } = firstCondition(content).words.options
        const words = some(Object.values(options))
        words.benefits = Array.from(
          { length: 60 },
          () => 'It can make you feel very much better than before.',
        )
      },
      'an option without its harms': (content) => {
        some(Object.values(firstCondition(content).words.options.options)).harms = []
      },
    },
  },
  {
    name: 'short lines of options have at most 16 words',
    faults: inEach((c) =>
      Object.entries(c.words.options.options)
        .filter(([, { short }]) => splitWords(short).length > 16)
        .map(([id, { short }]) => `${id}: ${short}`),
    ),
    harm: {
      'a short line of 17 words': (content) => {
        some(Object.values(firstCondition(content).words.options.options)).short = 'word '.repeat(17)
      },
    },
  },
  {
    name: 'every decision has carrying on as now and comfort-focused care, in the fixed neutral order',
    faults: inEach((c) => {
      const order = new Map(c.options.options.map(({ id, order }) => [id, order]))
      return c.decisions.decisions.flatMap((d) => {
        const missing = ['carry-on-as-now', 'comfort-care'].filter((id) => !d.options.includes(id))
        const places = d.options.map((id) => order.get(id) ?? 0)
        const isSorted = places.every((place, at) => at === 0 || place > (places[at - 1] ?? 0))
        return [
          ...missing.map((id) => `${d.id} leaves out ${id}`),
          ...(isSorted ? [] : [`${d.id} is out of order`]),
        ]
      })
    }),
    harm: {
      'a decision without comfort-focused care': (content) => {
        const d = some(firstCondition(content).decisions.decisions)
        d.options = d.options.filter((id) => id !== 'comfort-care')
      },
      'a decision that puts the operation first': (content) => {
        some(firstCondition(content).decisions.decisions).options.reverse()
      },
    },
  },
  {
    name: 'the answer in words tells the options in the same order: none is favoured by standing first',
    faults: inEach((c) => {
      const optionOf = new Map(c.numbers.estimates.map(({ id, option }) => [id, option]))
      return c.decisions.decisions.flatMap((d) =>
        d.outcomes.flatMap((o) => {
          const answer = c.words.decisions.decisions[d.id]?.outcomes[o.id]?.answer ?? []
          const places = answer.flatMap((line) => {
            const told = [...line.matchAll(/\{([a-z0-9-]+)/g)].map(([, id = '']) => optionOf.get(id) ?? '')
            const known = told.map((option) => d.options.indexOf(option)).filter((place) => place >= 0)
            return known.length ? [Math.max(...known)] : []
          })
          const isSorted = places.every((place, at) => at === 0 || place >= (places[at - 1] ?? 0))
          return isSorted ? [] : [`${d.id} ${o.id}: ${places.join(' ')}`]
        }),
      )
    }),
    harm: {
      'an answer that begins with the operation': (content) => {
        for (const { outcomes } of Object.values(firstCondition(content).words.decisions.decisions))
          for (const { answer } of Object.values(outcomes)) answer.reverse()
      },
    },
  },
  {
    name: 'every row of a decision has an answer for every option of it',
    faults: inEach((c) =>
      c.decisions.decisions.flatMap((d) =>
        d.outcomes.flatMap((o) =>
          d.options.filter((id) => !(id in o.cells)).map((id) => `${d.id} ${o.id} says nothing on ${id}`),
        ),
      ),
    ),
    harm: {
      'a cell left out': (content) => {
        const { cells } = some(some(firstCondition(content).decisions.decisions).outcomes)
        delete cells[some(Object.keys(cells))]
      },
    },
  },
  {
    name: 'a harm of carrying on or of comfort care never "does not apply": the illness can get worse',
    faults: (content) =>
      checkReferences(content)
        .filter(({ message }) => /"does not apply" hides/.test(message))
        .map(({ path }) => path),
    harm: Object.fromEntries(
      ['carry-on-as-now', 'comfort-care'].map((option) => [
        `${option} with harms that do not apply`,
        (content) => {
          const c = firstCondition(content)
          const { cells } = some(some(c.decisions.decisions).outcomes, ({ tone }) => tone === 'harm')
          cells[option] = { notApplicable: some(Object.keys(c.words.decisions.whys)) }
        },
      ]),
    ),
  },
  {
    name: 'cell products are never an option, a matter or a cell of a comparison',
    faults: inEach((c) => {
      const products = new Set(c['stem-cells'].products.map(({ id }) => id))
      const figures = cellEstimates(c)
      const options = new Set(c.options.options.map(({ id }) => id))
      const figureOf = new Map(c.numbers.estimates.map((e) => [e.id, e]))
      return [
        ...[...options].filter((id) => products.has(id) || /cell/.test(id)).map((id) => `option ${id}`),
        ...Object.entries(c.words.options.options)
          .filter(([, words]) => cellWords.test(`${words.name} ${words.short}`))
          .map(([id]) => `words of option ${id}`),
        ...c.matters.matters.flatMap((m) =>
          [...m.towards, ...m.against]
            .filter((id) => !options.has(id))
            .map((id) => `matter ${m.id} points to ${id}`),
        ),
        ...decisionCells(c).flatMap(({ decision, option, cell }) =>
          'estimates' in cell
            ? cell.estimates
                .filter((id) => figures.has(id))
                .map((id) => `${decision.id} ${option} shows ${id}`)
            : [],
        ),
        ...[...figures]
          .filter((id) => figureOf.get(id)?.option)
          .map((id) => `figure ${id} of a product stands for an option`),
      ]
    }),
    harm: {
      'a product as an option': (content) => {
        const c = firstCondition(content)
        some(c.options.options).id = some(c['stem-cells'].products).id
      },
      'a matter that points to a product': (content) => {
        const c = firstCondition(content)
        some(c.matters.matters).towards.push(some(c['stem-cells'].products).id)
      },
      'a figure of cells in a comparison': (content) => {
        const c = firstCondition(content)
        const { cell } = some(decisionCells(c), (x) => 'estimates' in x.cell)
        if ('estimates' in cell) cell.estimates.push(some([...cellEstimates(c)]))
      },
      'an option that is named after cells': (content) => {
        some(Object.values(firstCondition(content).words.options.options)).name = 'Stem cells by drip'
      },
    },
  },
  {
    name: 'verdicts and product answers use the closed lists, and each has its words',
    faults: (content) => [
      ...content.conditions.flatMap((c) => [
        ...c.claims.claims
          .filter(
            ({ verdict }) => !Verdict.options.includes(verdict) || !(verdict in messages.stemCells.verdict),
          )
          .map(({ id, verdict }) => `claim ${id}: ${verdict}`),
        ...c['stem-cells'].products.flatMap((p) =>
          p.answers
            .filter(
              ({ status }) =>
                !ProductStatus.options.includes(status) || !(status in messages.stemCells.status),
            )
            .map(({ question, status }) => `product ${p.id} ${question}: ${status}`),
        ),
      ]),
    ],
    harm: {
      'a verdict of our own making': (content) => {
        Object.assign(some(firstCondition(content).claims.claims), { verdict: 'mostly-true' })
      },
      'a status that is no answer': (content) => {
        Object.assign(some(some(firstCondition(content)['stem-cells'].products).answers), {
          status: 'promising',
        })
      },
    },
  },
  {
    name: 'unknown is never told as harm: a product answer of "harmful" rests on a source, and "works" on a figure',
    faults: inEach((c) =>
      c['stem-cells'].products.flatMap((p) =>
        p.answers
          .filter(
            (a) =>
              (a.status === 'harmful' && a.sources.length === 0) ||
              (a.status === 'works' && a.estimates.length === 0),
          )
          .map((a) => `${p.id} ${a.question}: ${a.status} rests on nothing`),
      ),
    ),
    harm: {
      '"works" without a figure': (content) => {
        Object.assign(some(some(firstCondition(content)['stem-cells'].products).answers), {
          status: 'works',
          estimates: [],
        })
      },
    },
  },
  {
    name: 'what a product\'s harms are called follows from its figures and words: reported harm is never "not known yet"',
    faults: inEach((c) =>
      harmsOfProducts(c)
        .filter(({ answer, due }) => answer.status !== 'harmful' && answer.status !== due)
        .map(({ product, answer, due }) => `${product}: ${answer.status}, and should be ${due}`),
    ),
    harm: {
      '"not known yet" above a figure of people who were harmed': (content) => {
        some(content.conditions.flatMap(harmsOfProducts), ({ due }) => due === 'harm-seen').answer.status =
          'not-known-yet'
      },
      '"not known yet" above a harm without a figure': (content) => {
        some(
          content.conditions.flatMap(harmsOfProducts),
          ({ due }) => due === 'harm-reported',
        ).answer.status = 'not-known-yet'
      },
      'a harm in words alone, under "not known yet"': (content) => {
        const c = some(content.conditions, (x) =>
          harmsOfProducts(x).some(({ due }) => due === 'not-known-yet'),
        )
        const { product } = some(harmsOfProducts(c), ({ due }) => due === 'not-known-yet')
        c.words['stem-cells'].products[product]?.answers.harms?.push('One person died of a blood clot.')
      },
      'harm that nobody reported': (content) => {
        some(
          content.conditions.flatMap(harmsOfProducts),
          ({ due }) => due === 'not-known-yet',
        ).answer.status = 'harm-reported'
      },
    },
  },
  {
    name: 'a printed effect lies inside its range, and its range and p tell the same story',
    faults: inEach((c) =>
      c.numbers.estimates.flatMap((e) => {
        const effect = printedEffect(e)
        if (!effect) return []
        try {
          readEffect(effect)
        } catch (error) {
          return [`${e.id}: ${String(error)}`]
        }
        return doRangeAndPAgree(effect) === false ? [`${e.id}: range and p disagree`] : []
      }),
    ),
    harm: {
      'a ratio above its range': (content) => {
        const { effect } = someEstimate(content, (e) => e.effect?.high !== undefined)
        if (effect?.high !== undefined) effect.value = effect.high + 0.01
      },
      'a clear range beside p = 0.6': (content) => {
        const e = someEstimate(content, (x) => x.effect?.measure === 'HR' && (x.effect.high ?? 2) < 1)
        if (e.effect) e.effect = { ...e.effect, level: 95, p: '0.6' }
      },
    },
  },
  {
    name: 'a printed difference has the sign of the two figures beside it',
    faults: inEach((c) =>
      pairs(c).flatMap(({ arm, versus }) => {
        const gap = shareGap(arm, versus)
        const effect = printedEffect(arm)
        if (effect?.measure !== 'RD' || gap === null) return []
        // Estimates over time may differ a little from the crude gap; the side must be the same.
        return Math.sign(gap) === Math.sign(effect.value) || Math.abs(gap - effect.value) < 0.1
          ? []
          : [`${arm.id}: ${effect.value} beside a gap of ${gap.toFixed(1)}`]
      }),
    ),
    harm: {
      'a difference with its sign turned': (content) => {
        const { effect } = someEstimate(
          content,
          (e) => e.effect?.measure === 'RD' && Math.abs(e.effect.value) > 2 && proportionOf(e.value) !== null,
        )
        if (effect) effect.value = -effect.value
      },
    },
  },
  {
    name: 'a clear ratio points the same way as the two figures beside it',
    faults: inEach((c) =>
      pairs(c).flatMap(({ arm, versus }) => {
        const effect = arm.effect && effectOnSide(arm.effect, arm.counts)
        const gap = shareGap(arm, versus)
        if (!effect || gap === null || effect.measure === 'RD' || effect.measure === 'MD') return []
        const reading = readEffect(effect)
        if (reading.reading !== 'clear' || reading.basis === 'source-words') return []
        return (reading.direction === 'less') === gap < 0
          ? []
          : [`${arm.id}: ${effect.measure} ${effect.value} beside a gap of ${gap.toFixed(1)}`]
      }),
    ),
    harm: {
      'a ratio of the other side': (content) => {
        const e = someEstimate(
          content,
          (x) => x.effect?.measure === 'HR' && (x.effect.high ?? 2) < 1 && proportionOf(x.value) !== null,
        )
        if (e.effect) e.effect = { measure: 'HR', value: 1.5, low: 1.2, high: 1.9, level: 95 }
      },
    },
  },
  {
    name: 'a result says once which arm the others were compared with, and which arm its effect is of',
    faults: (content) => {
      const faults: string[] = []
      for (const c of content.conditions)
        checkResults(c, (file, path, message) => faults.push(`${file} ${path}: ${message}`))
      return faults
    },
    harm: {
      'two arms and nothing they were compared with': (content) => {
        for (const arm of someResult(content, ofTwo).arms) arm.comparator = false
      },
      'two comparators': (content) => {
        for (const arm of someResult(content, ofTwo).arms) arm.comparator = true
      },
      'a comparator that is told alone and is none': (content) => {
        some(someResult(content, ofTwo).arms, ({ comparator }) => !comparator).toldAlone = true
      },
      'a group of nobody else that is a comparator': (content) => {
        for (const arm of someResult(content, ({ arms }) => arms.length === 1).arms) arm.comparator = true
      },
      'an effect of one group': (content) => {
        someResult(content, ({ arms }) => arms.length === 1).effect = anEffect
      },
      'an effect on an arm of two': (content) => {
        some(someResult(content, ofTwo).arms).effect = anEffect
      },
      'one effect for four groups': (content) => {
        someResult(content, ofMany).effect = anEffect
      },
      'an effect of the comparator of four groups': (content) => {
        some(someResult(content, ofMany).arms, ({ comparator }) => comparator).effect = anEffect
      },
      'a single group of two': (content) => {
        someResult(content, ofTwo).design = 'single-group'
      },
      'a comparison that has lost its other arm': (content) => {
        const result = someResult(
          content,
          (x) => ofTwo(x) && x.arms.every(({ value }) => proportionOf(value)),
        )
        result.arms = result.arms.filter(({ comparator }) => !comparator)
        result.effect = null
      },
      'an arm that says again what its result says': (content) => {
        const result = someResult(content, ofTwo)
        some(result.arms).notes = [...result.notes]
      },
    },
  },
]

const content = realContent()

it('an id that stands twice in its list is told once', () => {
  const harmed = structuredClone(content)
  const c = firstCondition(harmed)
  const lists: { id: string }[][] = [
    c.condition.sections,
    c.options.options,
    c.numbers.estimates,
    c.matters.matters,
  ]
  for (const list of lists) list.push(some(list))
  const told = checkReferences(harmed).filter(({ message }) => /stands (?:twice|in)/.test(message))
  expect(told).toHaveLength(lists.length)
})

it('a figure that another condition has already, and its place on the first page, are told with both folders', () => {
  const harmed = structuredClone(content)
  const [first, second] = harmed.conditions
  const figure = some(first?.numbers.estimates ?? [])
  if (!first || !second) throw new Error('fewer than two conditions')
  second.numbers.estimates.push(figure)
  second.condition.order = first.condition.order
  const told = checkReferences(harmed)
  const [one, other] = [first.condition.id, second.condition.id]
  expect(told).toContainEqual(
    expect.objectContaining({
      file: `${other}/numbers.yaml`,
      path: figure.id,
      message: `estimate: id stands in ${one}/numbers.yaml already`,
    }),
  )
  expect(told).toContainEqual(
    expect.objectContaining({
      file: `${other}/condition.yaml`,
      path: 'order',
      message: expect.stringContaining(one) as string,
    }),
  )
})

it('what is wrong twice in one line is told once', () => {
  const harmed = structuredClone(content)
  firstCondition(harmed).words.condition.lead.push('Of these {no-such-trial} lived and {no-such-trial} too.')
  const told = checkReferences(harmed).map(({ message }) => message)
  expect(told).toEqual(['unknown estimate "no-such-trial"'])
})

describe.each(rules)('$name', ({ faults, harm }) => {
  it('holds for all content', () => {
    expect(faults(content)).toEqual([])
  })

  it.each(Object.keys(harm))('%s is caught', (what) => {
    const copy = structuredClone(content)
    const clean = new Set(faults(copy))
    harm[what]?.(copy)
    expect(faults(copy).filter((fault) => !clean.has(fault))).not.toEqual([])
  })
})
