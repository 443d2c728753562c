/**
 * The sentence of a cell at a glance (`atAGlance` in words.<locale>/decisions.yaml): what the lead figures mean for a
 * person, under the pictures of people. Its verb must follow how sure we are, and it may say no more than the figures.
 * The rules read English words, so they hold for the first language. Pure: content in, problems out.
 */
import type { CertaintyLevel, Figure, FigureBook } from '@/lib/numbers/schema'
import { readEstimate } from '@/lib/numbers/effect-reading'
import { disagreementNote, leadFigures } from '@/lib/numbers/lead-figures'
import { exactPercent } from '@/lib/numbers/natural-frequency'
import { proportionOf } from '@/lib/numbers/shown-figures'
import { viewRow } from '@/lib/numbers/study-view'
import { followUpTime } from '@/lib/numbers/time-span'
import { cellPlace } from '@/lib/ratings/rated-places'
import { parseWords } from '@/lib/texts/placeholders'
import { splitSentences, splitWords } from '@/lib/texts/readability'
import { ratingViews } from './check-ratings'
import { figureBook } from './figure-book'
import type { ConditionContent, Content, Problem } from './read-content'

/** Words of a sentence at a glance; a figure counts as one. */
export const mostGlanceWords = 14
/** Fewer are no sentence. */
const fewestGlanceWords = 6

/**
 * What a lead figure lets a sentence say. `clear`: a difference by every reading. `disputed`: the study's own test and
 * the plain count differ. `untested`: compared, and nothing tells whether chance explains the gap. `alone`: how often
 * something happened, compared with nobody.
 */
type Finding = 'clear' | 'unclear' | 'disputed' | 'untested' | 'alone'

function findingOf(figure: Figure, book: FigureBook): { finding: Finding; isBetter: boolean | null } {
  const gaps = viewRow([figure.id], book, []).studies.flatMap((study) => study.gaps)
  const gap = gaps.find(({ arm, versus }) => [arm.id, versus.id].includes(figure.id))
  if (gap?.isDisputed) return { finding: 'disputed', isBetter: null }
  const reading = gap?.reading ?? readEstimate(figure, null)
  if (reading.reading === 'untested') return { finding: gap ? 'untested' : 'alone', isBetter: null }
  if (reading.reading === 'unclear') return { finding: 'unclear', isBetter: null }
  const speaker = gap?.arm ?? figure
  const isSpeakerBetter =
    reading.basis === 'source-words'
      ? reading.direction === 'better'
      : (reading.direction === 'more') === (speaker.counts === 'good')
  return { finding: 'clear', isBetter: (speaker.id === figure.id) === isSpeakerBetter }
}

/** A cell with its sentence and what the sentence must agree with. */
export type Glance = {
  /** As `cellPlace` writes it. */
  cell: string
  place: string
  sentence: string
  leads: readonly Figure[]
  findings: readonly Finding[]
  /** Whether it went clearly better in the group of the cell, for each lead figure; null where that is not clear. */
  sides: readonly (boolean | null)[]
  /** The agreed rating; null when nobody has rated these figures. */
  level: CertaintyLevel | null
  book: FigureBook
}

type Rule = (glance: Glance) => false | { message: string; fix: string }

const hedges = {
  moderate: { pattern: /\bprobably\b/i, words: '"probably"' },
  low: { pattern: /\b(?:may|might)\b/i, words: '"may"' },
  'very-low': {
    pattern: /\bwe (?:do not know|are not sure)\b/i,
    words: '"we do not know" or "we are not sure"',
  },
} as const

const isUnclear = (finding: Finding | undefined) => finding === 'unclear' || finding === 'disputed'
const isAlone = ({ findings }: Glance) => findings.every((finding) => finding === 'alone')

/** Whether the sentence says what the option does, and so needs the verb of its level. */
const saysWhatItDoes = (glance: Glance) =>
  glance.findings.includes('clear') || (!glance.findings.some(isUnclear) && !isAlone(glance))

const verbFollows: Rule = (glance) => {
  const { sentence, level } = glance
  for (const [own, { pattern, words }] of Object.entries(hedges))
    if (own !== level && pattern.test(sentence))
      return {
        message: `says ${words}, and the rating is ${level ?? 'not there'}`,
        fix: 'let the verb follow the rating (docs/how-to/rate-certainty.md)',
      }
  if (level === null || level === 'high') return false
  const isNeeded = level === 'very-low' || saysWhatItDoes(glance)
  if (!isNeeded || hedges[level].pattern.test(sentence)) return false
  return { message: `does not say ${hedges[level].words}, and the rating is ${level}`, fix: 'say it' }
}

const notClear = /\bno clear\b|\bnot clear|\bdisagree\b|\banother\b/i

/** An unclear difference is said to be unclear, also where the same is clear at another time or in another study. */
const saysNotClear: Rule = ({ leads, findings, sentence }) => {
  const unclear = leads.filter((_, at) => isUnclear(findings[at]))
  const clear = leads.filter((_, at) => findings[at] === 'clear')
  const isNeeded =
    unclear.length > 0 &&
    (clear.length === 0 || unclear.some(({ endpoint }) => clear.some((one) => one.endpoint === endpoint)))
  if (!isNeeded || notClear.test(sentence)) return false
  return { message: 'does not say that a difference is not clear', fix: 'say "no clear difference"' }
}

const saysDisagree: Rule = (glance) => {
  const disagreeing = glance.leads.filter(({ notes }) => notes.includes(disagreementNote))
  const studies = new Set(disagreeing.map(({ source }) => source))
  if (studies.size < 2 || isAlone(glance)) return false
  if (/\bdisagree\b|\banother\b/i.test(glance.sentence)) return false
  return { message: 'does not say that the studies disagree', fix: 'say it' }
}

/** "More" or "fewer", and the first word after it that tells if that is good. */
const moreOrFewer =
  /\b(more|fewer)\b.*?\b(?:(live|lived|alive|better|clearer|out of hospital)|die|died|deaths?|hospital|stays|bleed|sick|confused|pressure|potassium|sore|needed|infections?|fail)\b/i

/** Where the difference is clear, "more lived" and "fewer died" go the way of the figures. */
const goesTheRightWay: Rule = ({ sentence, sides }) => {
  const wanted = new Set(sides.filter((side) => side !== null))
  const found = moreOrFewer.exec(sentence)
  if (wanted.size !== 1 || !found) return false
  const isGood = found[2] !== undefined
  if (wanted.has((found[1]?.toLowerCase() === 'more') === isGood)) return false
  return { message: `says "${found[0]}", and the figures go the other way`, fix: 'turn it round' }
}

const causal =
  /\b(?:helps?|helped|saves?|saved|prevents?|prevented|lowers?|raises?|causes?|caused|eases?|improves?|improved|protects?|brings?|makes?|made|keeps?|because|thanks to|due to|(?:more|less|better|worse|longer) than|fewer (?!than half)\w+|more (?!than half)\w+)\b/i

const aloneClaimsNothing: Rule = (glance) => {
  const found = isAlone(glance) ? causal.exec(glance.sentence) : null
  if (!found) return false
  return {
    message: `says "${found[0]}" of a group that was compared with nobody`,
    fix: 'say only how often it happened',
  }
}

const timeWords =
  /\b(?:at different times|times differed|no time|in hospital|leav(?:e|ing) hospital|left hospital|going home|during the study|around the (?:operation|procedure)|while (?:they|people)? ?wait\w*|for years|over time|when donors gave)\b/i
const timeUnits = ['minutes', 'hours', 'days', 'weeks', 'months', 'years']

const saysTime: Rule = ({ sentence, leads, book }) => {
  const parts = parseWords(sentence)
  const isTold = parts.some(
    (part) =>
      (part.kind === 'estimate' && part.part === 'time') ||
      (part.kind === 'fact' && timeUnits.includes(book.facts[part.id]?.unit ?? '')),
  )
  if (isTold) return false
  // Some studies counted when people left hospital, or print no time; others print one, and the sentence names that.
  if (leads.some(({ followUp }) => followUpTime(followUp).span === null) && timeWords.test(sentence))
    return false
  return { message: 'says no time', fix: 'write `.time` of a lead figure, or say where the time is not told' }
}

const namesItsFigures: Rule = ({ sentence, leads }) => {
  const own = new Set(leads.flatMap(({ id, comparator }) => [id, comparator]))
  const foreign = parseWords(sentence).find((part) => part.kind === 'estimate' && !own.has(part.id))
  if (foreign?.kind !== 'estimate') return false
  return { message: `names "${foreign.id}", which does not lead here`, fix: 'name a lead figure of the cell' }
}

/** Words for a share of people, with the percentages that they may stand for; the longest first. */
const shares: readonly (readonly [words: RegExp, low: number, high: number])[] = [
  [/\b(?:over|more than) half\b/gi, 50.1, 67],
  [/\b(?:fewer than|under) half\b/gi, 33, 49.9],
  [/\babout half\b/gi, 42, 58],
  [/\bthree quarters\b/gi, 70, 80],
  [/\b(?:about|up to) a quarter\b/gi, 20, 30],
  [/\bover a third\b/gi, 34, 45],
  [/\babout a third\b/gi, 29, 38],
  [/\btwo thirds\b/gi, 62, 70],
  [/\b(?:nearly|almost) all\b/gi, 90, 100],
  [/\bmost\b/gi, 60, 95],
  [/\bvery few\b/gi, 0, 1],
  [/\b(?:a )?few\b/gi, 0, 10],
  [/\bsome\b/gi, 2, 30],
]

/** "Most", "about half": each must fit a share of a lead figure, on one of its two sides. */
const sharesFit: Rule = ({ sentence, leads }) => {
  const percents = leads.flatMap(({ value }) => {
    if (value.type === 'percentSpan') return [value.low, value.high, 100 - value.low, 100 - value.high]
    const share = proportionOf(value)
    return share ? [exactPercent(share), 100 - exactPercent(share)] : []
  })
  if (percents.length === 0) return false
  let rest = sentence
  for (const [words, low, high] of shares) {
    const [found] = rest.match(words) ?? []
    rest = rest.replace(words, ' ')
    if (found && !percents.some((percent) => percent >= low && percent <= high))
      return {
        message: `says "${found}", and no lead figure lies from ${low} to ${high} in 100`,
        fix: 'use the words that fit',
      }
  }
  return false
}

const isOneSentence: Rule = ({ sentence }) => {
  const words = splitWords(sentence.replaceAll(/\{[^{}]*\}/g, 'figure'))
  if (words.length > mostGlanceWords)
    return { message: `has ${words.length} words`, fix: `use at most ${mostGlanceWords}; a figure is one` }
  if (words.length < fewestGlanceWords)
    return { message: `has ${words.length} words`, fix: 'write a whole sentence' }
  if (splitSentences(sentence).length !== 1 || !sentence.endsWith('.') || !/^\p{Lu}/u.test(sentence))
    return { message: 'is not one sentence', fix: 'begin with a capital and end with one full stop' }
  return false
}

const ranksNothing: Rule = ({ sentence }) => {
  const found = /\b(?:best|safest|worst|strongest|superior|ideal|top|should)\b/i.exec(sentence)
  return found ? { message: `ranks or advises: "${found[0]}"`, fix: 'say what was found' } : false
}

const rules: readonly Rule[] = [
  isOneSentence,
  verbFollows,
  saysNotClear,
  saysDisagree,
  goesTheRightWay,
  aloneClaimsNothing,
  saysTime,
  namesItsFigures,
  sharesFit,
  ranksNothing,
]

/** Every cell of a condition that has figures and a sentence. */
export function glancesOf(content: Content, c: ConditionContent): Glance[] {
  const book = figureBook(content, c)
  const ratings = ratingViews(c)
  return c.decisions.decisions.flatMap((decision) =>
    decision.outcomes.flatMap((outcome) =>
      Object.entries(outcome.cells).flatMap(([option, cell]): Glance[] => {
        const words = c.words.decisions.decisions[decision.id]?.outcomes[outcome.id]
        const sentence = words?.atAGlance[option]
        if (!('estimates' in cell) || sentence === undefined) return []
        const leads = leadFigures(cell).flatMap((id) => book.estimates[id] ?? [])
        const cellAt = cellPlace(decision.id, outcome.id, option)
        const rating = ratings.get(cellAt)
        const isShare = rating?.start === 'prognosis' || rating?.start === 'case-series'
        const found = leads.map((lead) => findingOf(lead, book))
        const findings = found.map(({ finding }) => (isShare ? 'alone' : finding))
        const sides = found.map(({ isBetter }) => isBetter)
        const place = `decisions.${decision.id}.outcomes.${outcome.id}.atAGlance.${option}`
        return [{ cell: cellAt, place, sentence, leads, findings, sides, level: rating?.level ?? null, book }]
      }),
    ),
  )
}

/**
 * Faults of the sentences at a glance. That each cell with figures has one is a check of its references. The content must
 * have passed those checks.
 */
export function checkGlances(content: Content): Problem[] {
  return content.conditions.flatMap((c) =>
    glancesOf(content, c).flatMap((glance) =>
      rules.flatMap((rule): Problem[] => {
        const fault = rule(glance)
        if (!fault) return []
        const file = `${c.condition.id}/words.${content.locale}/decisions.yaml`
        return [
          {
            file,
            path: glance.place,
            line: 0,
            message: `${fault.message}: “${glance.sentence}”`,
            fix: fault.fix,
          },
        ]
      }),
    ),
  )
}
