/**
 * The limits within which both sides of each option are told, and why they stand where they do. Pure: content in, faults
 * out. The counts behind them: prisma/pipeline/measure-balance.ts, printed in docs/balance.md.
 */
import { pointersOf } from '@/lib/matters/pointing'
import messages from '@/lib/texts/messages.en.json'
import { splitSentences } from '@/lib/texts/readability'
import { stringsOf } from '@/lib/texts/terms'
import { checkLeads } from '@/prisma/pipeline/check-leads'
import {
  balanceOfCells,
  balanceOfDecision,
  framesOfDecision,
  type Sides,
} from '@/prisma/pipeline/measure-balance'
import type { ConditionContent, Content } from '@/prisma/pipeline/read-content'

/**
 * Neither side of an option has more than twice the words of the other. Medicines once had more than four times as many on
 * harms as on what they do good; the widest now are plasma exchange (2.0) and a new heart (0.5).
 */
const widestRatio = 2

/**
 * The same for cell products, a question. Wider, because a question whose answer is "not known yet" is short: of cells made
 * from livers nothing is known about good, and three harms were seen.
 */
const widestRatioOfCells = 3.5

/** Options with figures of good and none of harm: no study that we read counted them. Say why in the cell; mend, do not add. */
const onlyGoodCounted: Record<string, string[]> = {
  'heart-failure': [
    'advanced carry-on-as-now', // no procedure; what happens without one stands in the other rows
    'advanced comfort-care',
    'blocked-arteries cardiac-rehab',
    'blocked-arteries comfort-care',
    'sudden-death carry-on-as-now', // no device, so no problem with one
    'sudden-death comfort-care',
    'sudden-death medicines',
  ],
  'liver-failure': [
    'acute-on-chronic antivirals',
    'advanced-chronic antivirals',
    'advanced-chronic comfort-care',
  ],
}

/** Shares that an answer about good tells on one side only. The number may fall, never grow. */
const mostOnOneSide: Record<string, { goodOnly: number; badOnly: number }> = {
  'heart-failure': { goodOnly: 0, badOnly: 1 },
  'liver-failure': { goodOnly: 11, badOnly: 2 },
}

/** What may go wrong, by name: the harms that people fear or die of. A kind word in their place is found. */
export const mustName: Record<string, Record<string, RegExp[]>> = {
  'heart-failure': {
    lvad: [/\binfection/i, /\bstroke/i, /\bbleed/i, /\bclot/i, /\bbreak down/i],
    transplant: [/\brejection/i, /\binfection/i, /\bcancer/i, /\bkidney/i, /\bnot pump well/i],
    bypass: [/\bstroke/i, /\b(?:die|died|death)/i, /\bkidney/i],
    icd: [/\bshock/i, /\binfection/i],
    'mitral-clip': [/\bbleed/i, /\bstroke/i, /\bcome loose/i],
    medicines: [/\bpotassium/i, /\bkidney/i, /\bswell/i, /\bketoacidosis/i],
    'planned-stent': [/\bbleed/i],
  },
  'liver-failure': {
    'transplant-deceased': [/\bbleed/i, /\binfection/i, /\brejection/i, /\bkidney/i, /\bcancer/i, /\bdie\b/i],
    'transplant-living': [/\bdonor/i, /\bdie\b/i, /\bbile/i, /\bclot/i],
    'plasma-exchange': [/\binfection/i, /\bclot/i, /\bbleed/i, /\ballergic/i],
    'albumin-dialysis': [/\binfection/i, /\bclot/i, /\bbleed/i],
    nac: [/\brash/i, /\ballergic/i],
    'comfort-care': [/\bdie\b/i, /\bsleepy/i],
  },
}

/** Each line of "what may go wrong" has one of these: a line without stands there for something else. */
const harmWord = new RegExp(
  `\\b(?:${[
    'harm|risk|danger|problem|worse|die\\b|died|dies|dead|death|emergenc|break|fail|not work|not pump well|attack',
    'bleed|blood clot|clot|infect|stroke|shock|pain|hurt|sore|swell|swollen|rash|itch|allerg|react|reject|cancer|tumou?r',
    'tired|dizz|sick|vomit|cough|cramp|gout|thrush|sleepy|constipation|confus|diabetes|weak|cold|fits|tingle',
    'kidney|potassium|blood pressure|loose|leak|narrow|fluid round|hard to breathe|side effect|strain',
    'fear|worry|worried|sad|upset|giving up|lose|closed|no longer be open|not be open|nothing new|come back|comes back',
    'new procedure|not go in|not help|does not stop|cost|cannot be undone|going without',
  ].join('|')})`,
  'i',
)

/** Treatments that ask much of a body: the values step lists as much that they serve as that they cost. */
export const bigTreatments: Record<string, readonly string[]> = {
  'heart-failure': ['bypass', 'lvad', 'transplant'],
  'liver-failure': ['transplant-deceased', 'transplant-living'],
}

/**
 * The list of values leans neither to nor from a big treatment: in each decision, the values that speak for one of them
 * and those that speak against one are as many, give or take one; and none has more than twice as many on one side. Once
 * six of eight values spoke against a new heart or liver.
 */
function checkValues(c: ConditionContent): string[] {
  const faults: string[] = []
  const big = bigTreatments[c.condition.id] ?? []
  for (const decision of c.decisions.decisions) {
    const asked = decision.options.filter((option) => big.includes(option))
    const pointers = pointersOf(c.matters.matters, decision.id, asked)
    const of = (direction: 'towards' | 'against') => pointers.filter((one) => one.direction === direction)
    const [serving, costing] = [of('towards'), of('against')]
    const values = (list: typeof pointers) => new Set(list.map(({ matter }) => matter)).size
    if (Math.abs(values(serving) - values(costing)) > 1)
      faults.push(
        `${decision.id}: ${values(serving)} values speak for a big treatment and ${values(costing)} against one`,
      )
    for (const option of asked) {
      const count = (list: typeof pointers) => list.filter((one) => one.option === option).length
      const sides = { benefit: count(serving), harm: count(costing) }
      if (!isBetween(sides, widestRatio))
        faults.push(`${decision.id} ${option}: ${sides.benefit} values for it and ${sides.harm} against it`)
    }
  }
  return faults
}

/** What a leaflet that sells would say. */
const praise =
  /\b(?:life back|nothing else|as much for you|good hands|the best|better than any|excellent|excellence|outstanding|remarkabl\w*|wonderful|amazing|superior|unmatched|ideal|perfect\w*|promising|leading experts?|world.class|state.of.the.art|safe and|completely safe|very safe|highly effective|powerful|you deserve)\b/i

/** Whether a text rests what it promises on what was found. */
const restsOn = /\bstud(?:y|ies)\b|\btrials?\b|\bregisters?\b|\bfigures\b|\bnumbers\b|\bnot known\b|\{/i

const isBetween = ({ benefit, harm }: Sides, widest: number) =>
  benefit > 0 && harm > 0 && benefit / harm <= widest && harm / benefit <= widest

function checkWords(c: ConditionContent): string[] {
  const faults: string[] = []
  const led = new Set(
    c.decisions.decisions.flatMap((decision) =>
      balanceOfDecision(c, decision).flatMap(({ option, figures }) => (figures.benefit > 0 ? [option] : [])),
    ),
  )
  for (const decision of c.decisions.decisions)
    for (const { option, words } of balanceOfDecision(c, decision))
      if (!isBetween(words, widestRatio))
        faults.push(`${decision.id} ${option}: ${words.benefit} words of good and ${words.harm} of harm`)
  for (const { id } of c.options.options) {
    const words = c.words.options.options[id]
    if (!words) continue
    const kind = words.harms.filter((line) => !harmWord.test(line))
    faults.push(...kind.map((line) => `${id}: no harm is named in “${line}”`))
    for (const pattern of mustName[c.condition.id]?.[id] ?? [])
      if (!pattern.test(words.harms.join(' '))) faults.push(`${id}: its harms do not name ${pattern.source}`)
    if (led.has(id) && !restsOn.test(words.benefits.join(' ')) && id !== 'carry-on-as-now')
      faults.push(`${id}: its good side names no study and no number`)
    for (const text of stringsOf(words)) if (praise.test(text)) faults.push(`${id}: praise in “${text}”`)
  }
  return faults
}

function checkFigures(c: ConditionContent, sources: Content['sources']): string[] {
  const faults: string[] = []
  const onlyGood: string[] = []
  const order = new Map(c.options.options.map((option) => [option.id, option.order]))
  for (const decision of c.decisions.decisions) {
    for (const { option, leads, pointers } of balanceOfDecision(c, decision)) {
      if (leads.benefit > 0 && leads.harm === 0) onlyGood.push(`${decision.id} ${option}`)
      if (leads.harm > 0 && leads.benefit === 0) faults.push(`${decision.id} ${option}: figures of harm only`)
      if (pointers.towards === 0 || pointers.against === 0)
        faults.push(
          `${decision.id} ${option}: the values step has ${pointers.towards} for it and ${pointers.against} against it`,
        )
    }
    const places = decision.options.map((id) => order.get(id) ?? 0)
    if (places.some((place, at) => at > 0 && place < (places[at - 1] ?? 0)))
      faults.push(`${decision.id}: its options do not stand in the fixed order`)
  }
  const known = onlyGoodCounted[c.condition.id] ?? []
  faults.push(...onlyGood.filter((one) => !known.includes(one)).map((one) => `${one}: figures of good only`))
  faults.push(
    ...known.filter((one) => !onlyGood.includes(one)).map((one) => `${one}: has figures of harm now`),
  )
  checkLeads(c, sources, (_file, path, message) => faults.push(`${path}: ${message}`))
  return faults
}

function checkFrames(c: ConditionContent): string[] {
  const faults: string[] = []
  const led = new Set(
    c.decisions.decisions.flatMap(({ outcomes }) =>
      outcomes.flatMap(({ cells }) =>
        Object.values(cells).flatMap((cell) => ('estimates' in cell ? cell.estimates : [])),
      ),
    ),
  )
  for (const endpoint of new Set(c.numbers.estimates.flatMap((e) => (led.has(e.id) ? [e.endpoint] : [])))) {
    const words = c.words.numbers.endpoints[endpoint]
    if (!words?.bad || !words.good || words.bad === words.good)
      faults.push(`${endpoint}: told on one side only`)
  }
  const all = c.decisions.decisions.map((decision) => framesOfDecision(c, decision).benefit)
  const most = mostOnOneSide[c.condition.id] ?? { goodOnly: 0, badOnly: 0 }
  for (const side of ['goodOnly', 'badOnly'] as const) {
    const found = all.flatMap((frames) => frames[side])
    if (found.length !== most[side])
      faults.push(`${found.length} shares ${side}, ${most[side]} are allowed: ${found.join(', ')}`)
  }
  return faults
}

function checkCells(c: ConditionContent): string[] {
  const faults = balanceOfCells(c)
    .filter(({ words }) => !isBetween(words, widestRatioOfCells))
    .map(
      ({ product, words }) =>
        `${product}: ${words.benefit} words of good a question and ${words.harm} of harm`,
    )
  for (const [id, { answers }] of Object.entries(c.words['stem-cells'].products))
    for (const text of stringsOf(answers)) if (praise.test(text)) faults.push(`${id}: praise in “${text}”`)
  return faults
}

/** Blood diseases, for which blood stem cells are standard care: the one place where "proven" is said of something. */
const provenOf = /\bfor some blood diseases\b/i
const proven = /\bproven\b/i
const denied = /\b(?:no|not|never|none|neither|unproven)\b/i

/** Sentences that call something proven without denying it. */
function checkProven(texts: readonly string[]): string[] {
  return texts
    .flatMap(splitSentences)
    .filter((sentence) => proven.test(sentence) && !denied.test(sentence) && !provenOf.test(sentence))
    .map((sentence) => `called proven: “${sentence}”`)
}

/** What is out of balance in one condition. */
export function balanceFaults(c: ConditionContent, sources: Content['sources']): string[] {
  return [
    ...checkWords(c),
    ...checkFigures(c, sources),
    ...checkValues(c),
    ...checkFrames(c),
    ...checkCells(c),
    ...checkProven(stringsOf(c.words)),
  ]
}

/** The same of what all conditions share: the site's own pages and its interface. */
export const sharedFaults = (content: Content): string[] =>
  checkProven([
    ...stringsOf(content.shared.pages),
    ...stringsOf(content.shared.words),
    ...stringsOf(messages),
  ])
