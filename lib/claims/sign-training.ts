/**
 * Learns the weights of the check for warning signs from labelled texts, and measures them on sites held out. Deterministic: a
 * fixed order, a fixed seed, no clock; the same texts give the same bytes. Runs on the command line and in tests only.
 */
import {
  ANSWER,
  askTree,
  FOREST_INPUTS,
  NODE,
  scoreText,
  stanceOf,
  verify,
  type Forest,
  type Weights,
} from './sign-model'
import type { ReadFeatures } from './sign-features'
import type { Measured, SignModel, Stance } from './sign-schema'

export type SignLabel = { state: 'clear' | 'unclear'; words?: string | undefined }

/** One labelled text, read. `site`: texts of one site are never learnt from and measured on at once. */
export type LabelledText = {
  id: string
  site: string
  /** "warning" marks a text that quotes in order to criticise. */
  kind?: string | undefined
  stance: Stance
  signs: Readonly<Record<string, SignLabel>>
  read: ReadFeatures
  /** By sign: the parts that the words of its label stand in; empty when the label names no words. */
  partsOf: Readonly<Record<string, readonly number[]>>
  /** A passage of our own: its sentences teach, but it is no whole text, so nothing is measured on it. */
  isPassage: boolean
}

/** `wanted` and `weight`: one for each output; a weight of 0 teaches nothing. */
type Example = { features: Int32Array; wanted: Int8Array; weight: Float32Array }

type Settings = { bits: number; cost: number; rounds: number; leastTexts: number; leastStep: number }

/**
 * How the weights are learnt; found on sites held out (docs/article-check.md). `cost`: what an error costs beside large weights.
 * `leastTexts`: a feature of fewer texts is left out. `leastStep`: weights of fewer steps are dropped, to keep the file small.
 */
const LEARNING = {
  sentence: { bits: 14, cost: 1, rounds: 12, leastTexts: 3, leastStep: 5 },
  text: { bits: 13, cost: 0.5, rounds: 20, leastTexts: 3, leastStep: 7 },
  forest: { trees: 120, depth: 8, leastRows: 6, tried: 5 },
} as const
/** How much an example counts that has the sign; one that has not counts 1. */
const FOUND = 2
/** In a text that careful readers differ about, the sentences that nobody pointed at. */
const ELSEWHERE_UNCLEAR = 0.3
const INNER_FOLDS = 4
export const OUTER_FOLDS = 6
/** Below this many sites nothing can be held out in earnest. */
const LEAST_SITES = 12
/** Of the signs that are shown, at least this share is to be right: the threshold is the lowest that gives it. */
const AIMED_PRECISION = 0.83
const THRESHOLDS = { from: 0.3, to: 0.7, possibly: 0.25 }

/** A linear congruential generator, 0 to below `below`: the same numbers on every machine. */
function numbersFrom(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0
    return Math.floor((state / 4294967296) * below)
  }
}

/** Puts `order` in a new order, the same on every machine. */
function shuffle(order: number[], next: (below: number) => number): void {
  for (let at = order.length - 1; at > 0; at--) {
    const other = next(at + 1)
    const held = order[at] ?? 0
    order[at] = order[other] ?? 0
    order[other] = held
  }
}

/**
 * A linear support vector machine with squared hinge loss for each output, by dual coordinate descent (Hsieh and others, 2008, "A dual
 * coordinate descent method for large-scale linear SVM"). Then rounded to 8 bits, as the browser gets it: what is measured is
 * measured with these.
 */
function learn(
  examples: readonly Example[],
  outputs: number,
  { bits, cost, rounds, leastStep }: Settings,
): Weights {
  const mask = (1 << bits) - 1
  const learnt = new Float32Array(outputs << bits)
  const bias = new Float64Array(outputs)
  for (let output = 0; output < outputs; output++) {
    const weights = new Float64Array(1 << bits)
    let start = 0
    const rows = examples.flatMap(({ features, wanted, weight }) => {
      const counts = weight[output] ?? 0
      if (counts === 0) return []
      const scale = 1 / Math.sqrt(features.length || 1)
      return [
        { features, scale, side: wanted[output] === 1 ? 1 : -1, slack: 1 / (2 * cost * counts), pull: 0 },
      ]
    })
    const next = numbersFrom(12345)
    const order = rows.map((_, at) => at)
    for (let round = 0; round < rounds; round++) {
      shuffle(order, next)
      for (const at of order) {
        const row = rows[at]
        if (row === undefined) continue
        const { features, scale, side, slack } = row
        let sum = 0
        for (const feature of features) sum += weights[feature & mask] ?? 0
        const slope = side * (sum * scale + start) - 1 + row.pull * slack
        // Features are counted as if each had its own bucket: 1 for all of them together, and 1 for the start.
        const pull = Math.max(0, row.pull - slope / (2 + slack))
        const change = (pull - row.pull) * side
        if (change === 0) continue
        row.pull = pull
        for (const feature of features)
          weights[feature & mask] = (weights[feature & mask] ?? 0) + change * scale
        start += change
      }
    }
    bias[output] = Number(start.toFixed(4))
    for (let bucket = 0; bucket <= mask; bucket++) learnt[bucket * outputs + output] = weights[bucket] ?? 0
  }
  let largest = 0
  for (const value of learnt) largest = Math.max(largest, Math.abs(value))
  const step = Number(((largest || 1) / 127).toPrecision(6))
  const values = Int8Array.from(learnt, (value) => {
    const steps = Math.round(value / step)
    return Math.abs(steps) < leastStep ? 0 : steps
  })
  return { outputs, bits, step, bias: [...bias], values }
}

/** Leaves out what stands in fewer than `least` texts: `owners` says which text each list belongs to. */
function withoutRare(
  lists: readonly Int32Array[],
  owners: readonly number[],
  least: number,
): (list: Int32Array) => Int32Array {
  const texts = new Map<number, { count: number; last: number }>()
  lists.forEach((list, at) => {
    const owner = owners[at] ?? 0
    for (const feature of list) {
      const known = texts.get(feature)
      if (known === undefined) texts.set(feature, { count: 1, last: owner })
      else if (known.last !== owner) {
        known.count++
        known.last = owner
      }
    }
  })
  return (list) => list.filter((feature) => (texts.get(feature)?.count ?? 0) >= least)
}

const stateOf = (text: LabelledText, sign: string) => text.signs[sign]?.state ?? 'absent'

type Level = { sentence: Weights; text: Weights; often: number[] }

function learnLevel(texts: readonly LabelledText[], signs: readonly string[]): Level {
  const sentences: Example[] = []
  const owners: number[] = []
  const wholes: Example[] = []
  texts.forEach((text, owner) => {
    text.read.parts.forEach(({ features }, part) => {
      const wanted = new Int8Array(signs.length)
      const weight = new Float32Array(signs.length)
      signs.forEach((sign, at) => {
        const state = stateOf(text, sign)
        const isHere = text.partsOf[sign]?.includes(part) ?? false
        // Elsewhere in a text that clearly has the sign it may stand a second time: that teaches nothing.
        if (state === 'absent') weight[at] = 1
        else if (state === 'unclear') weight[at] = isHere || !text.signs[sign]?.words ? 0 : ELSEWHERE_UNCLEAR
        else if (isHere) {
          wanted[at] = 1
          weight[at] = FOUND
        }
      })
      sentences.push({ features, wanted, weight })
      owners.push(owner)
    })
    if (text.isPassage) return
    const wanted = new Int8Array(signs.length + 1)
    const weight = new Float32Array(signs.length + 1).fill(1)
    signs.forEach((sign, at) => {
      const state = stateOf(text, sign)
      if (state === 'clear') {
        wanted[at] = 1
        weight[at] = FOUND
      } else if (state === 'unclear') weight[at] = 0
    })
    wanted[signs.length] = text.stance === 'sells' ? 1 : 0
    weight[signs.length] = text.stance === 'cannot tell' ? 0 : 1
    wholes.push({ features: text.read.text, wanted, weight })
  })
  const whole = texts.filter((text) => !text.isPassage)
  const count = (sign: string) => whole.filter((text) => stateOf(text, sign) === 'clear').length
  return {
    sentence: learn(keepCommon(sentences, owners, LEARNING.sentence), signs.length, LEARNING.sentence),
    text: learn(
      keepCommon(
        wholes,
        wholes.map((_, at) => at),
        LEARNING.text,
      ),
      signs.length + 1,
      LEARNING.text,
    ),
    often: signs.map((sign) => Number((count(sign) / (whole.length || 1)).toFixed(3))),
  }
}

function keepCommon(
  examples: readonly Example[],
  owners: readonly number[],
  { leastTexts }: Settings,
): Example[] {
  const keep = withoutRare(
    examples.map(({ features }) => features),
    owners,
    leastTexts,
  )
  return examples.map((example) => ({ ...example, features: keep(example.features) }))
}

/** One sign in one text, with what is known of it and whether it is clearly there. */
type Row = { site: string; inputs: Uint8Array; isThere: boolean }

/**
 * A random forest (Breiman 2001): each tree learns from sites drawn with replacement and tries few inputs at each fork. Gives the
 * forest, and for each row what the trees say that saw nothing of its site: null when all did.
 */
function growForest(rows: readonly Row[]): { forest: Forest; unseen: (number | null)[] } {
  const next = numbersFrom(7)
  const sites = [...new Set(rows.map(({ site }) => site))]
  const rowsOf = new Map(sites.map((site) => [site, [] as number[]]))
  rows.forEach(({ site }, at) => rowsOf.get(site)?.push(at))
  const bytes: number[] = []
  const roots: number[] = []
  const sums = rows.map(() => ({ sum: 0, trees: 0 }))
  for (let tree = 0; tree < LEARNING.forest.trees; tree++) {
    const drawn = new Set<string>()
    const held = sites.flatMap(() => {
      const site = sites[next(sites.length)] ?? ''
      drawn.add(site)
      return rowsOf.get(site) ?? []
    })
    const own: number[] = []
    growTree(rows, held, 0, own, next)
    const nodes = Uint8Array.from(own)
    roots.push(bytes.length / NODE)
    for (const byte of own) bytes.push(byte)
    rows.forEach(({ site, inputs }, at) => {
      const said = sums[at]
      if (drawn.has(site) || said === undefined) return
      said.sum += askTree(nodes, 0, inputs) / 255
      said.trees++
    })
  }
  return {
    forest: { nodes: Uint8Array.from(bytes), roots },
    unseen: sums.map(({ sum, trees }) => (trees === 0 ? null : sum / trees)),
  }
}

function growTree(
  rows: readonly Row[],
  held: readonly number[],
  depth: number,
  bytes: number[],
  next: (below: number) => number,
): void {
  const there = held.reduce((count, at) => count + (rows[at]?.isThere ? 1 : 0), 0)
  const share = there / (held.length || 1)
  const fork =
    depth >= LEARNING.forest.depth || there === 0 || there === held.length
      ? null
      : bestFork(rows, held, there, next)
  if (fork === null) {
    bytes.push(ANSWER, Math.round(share * 255), 0, 0)
    return
  }
  const node = bytes.length
  bytes.push(fork.input, fork.limit, 0, 0)
  const isAbove = (at: number) => (rows[at]?.inputs[fork.input] ?? 0) > fork.limit
  growTree(
    rows,
    held.filter((at) => !isAbove(at)),
    depth + 1,
    bytes,
    next,
  )
  const above = bytes.length / NODE
  bytes[node + 2] = above & 0xff
  bytes[node + 3] = above >> 8
  growTree(rows, held.filter(isAbove), depth + 1, bytes, next)
}

/** The input and limit that part the rows best (Gini), out of a few inputs drawn; null when none parts them. */
function bestFork(
  rows: readonly Row[],
  held: readonly number[],
  there: number,
  next: (below: number) => number,
): { input: number; limit: number } | null {
  const { tried, leastRows } = LEARNING.forest
  const order = Array.from({ length: FOREST_INPUTS }, (_, at) => at)
  shuffle(order, next)
  let best: { input: number; limit: number } | null = null
  let least = (there * (held.length - there)) / held.length - 1e-9
  for (const input of order.slice(0, tried)) {
    const all = new Uint32Array(256)
    const clear = new Uint32Array(256)
    for (const at of held) {
      const row = rows[at]
      const value = row?.inputs[input] ?? 0
      all[value] = (all[value] ?? 0) + 1
      if (row?.isThere) clear[value] = (clear[value] ?? 0) + 1
    }
    let [below, clearBelow] = [0, 0]
    for (let limit = 0; limit < 255; limit++) {
      below += all[limit] ?? 0
      clearBelow += clear[limit] ?? 0
      const above = held.length - below
      if (below < leastRows || (all[limit] ?? 0) === 0) continue
      if (above < leastRows) break
      const clearAbove = there - clearBelow
      const mixed = (clearBelow * (below - clearBelow)) / below + (clearAbove * (above - clearAbove)) / above
      if (mixed < least) {
        least = mixed
        best = { input, limit }
      }
    }
  }
  return best
}

/** The lowest threshold from which at least the aimed share is right, on rows whose site the trees had not seen. */
function thresholdOf(rows: readonly Row[], unseen: readonly (number | null)[]): number {
  const said = rows.flatMap(({ isThere }, at) => {
    const score = unseen[at] ?? null
    return score === null ? [] : [{ score, isThere }]
  })
  for (let percent = THRESHOLDS.from * 100; percent < THRESHOLDS.to * 100; percent++) {
    const shown = said.filter(({ score }) => score >= percent / 100)
    const right = shown.filter(({ isThere }) => isThere).length
    if (right >= AIMED_PRECISION * shown.length) return Math.round(percent) / 100
  }
  return THRESHOLDS.to
}

/**
 * Which fold each text falls into: sites stay whole, folds are filled as evenly as that allows. Texts whose site nobody
 * knows belong together when they share rare wording; the caller has given those one site.
 */
function foldsOf(sites: readonly string[], folds: number): number[] {
  const sizes = new Map<string, number>()
  for (const site of sites) sizes.set(site, (sizes.get(site) ?? 0) + 1)
  const order = [...sizes].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  const filled = new Array<number>(folds).fill(0)
  const foldOf = new Map<string, number>()
  for (const [site, size] of order) {
    const fold = filled.indexOf(Math.min(...filled))
    filled[fold] = (filled[fold] ?? 0) + size
    foldOf.set(site, fold)
  }
  return sites.map((site) => foldOf.get(site) ?? 0)
}

type Fitted = Level & { forest: Forest; shownFrom: number }

/** Everything from one set of texts: the forest learns from scores of sites that its own sentences were not learnt from. */
function fit(
  texts: readonly LabelledText[],
  passages: readonly LabelledText[],
  signs: readonly string[],
): Fitted {
  const rows: Row[] = []
  const all = [...texts, ...passages]
  // A passage has no site: they are dealt out in turn.
  const folds = [
    ...foldsOf(
      texts.map(({ site }) => site),
      INNER_FOLDS,
    ),
    ...passages.map((_, at) => at % INNER_FOLDS),
  ]
  for (let fold = 0; fold < INNER_FOLDS; fold++) {
    const { sentence, text, often } = learnLevel(
      all.filter((_, at) => folds[at] !== fold),
      signs,
    )
    texts.forEach((one, at) => {
      if (folds[at] !== fold) return
      const { inputs } = scoreText(sentence, text, often, one.read)
      signs.forEach((name, sign) => {
        const state = stateOf(one, name)
        const weighed = inputs[sign]
        if (state === 'unclear' || weighed === undefined) return
        rows.push({ site: one.site, inputs: weighed, isThere: state === 'clear' })
      })
    })
  }
  const { forest, unseen } = growForest(rows)
  return { ...learnLevel(all, signs), forest, shownFrom: thresholdOf(rows, unseen) }
}

/** What the check said of one text: how likely each sign is, from where it would be shown, and the stance. */
export type Said = { text: LabelledText; likely: number[]; shownFrom: number; stance: Stance }

function say({ sentence, text: whole, often, forest, shownFrom }: Fitted, text: LabelledText): Said {
  const { inputs, selling } = scoreText(sentence, whole, often, text.read)
  return {
    text,
    likely: inputs.map((weighed) => verify(forest, weighed)),
    shownFrom,
    stance: stanceOf(selling),
  }
}

/**
 * Counts what was said against the labels. Found and clear: right; found and unclear: not counted; found and absent: false;
 * clear and not found: missed. A quiet text is one that does not sell.
 */
export function measure(said: readonly Said[], signs: readonly string[]): Measured {
  const bySign: Measured['bySign'] = Object.fromEntries(
    signs.map((sign) => [sign, { right: 0, missed: 0, false: 0, unclear: 0 }]),
  )
  let [quiet, alarms, top, topRight, warnings, leftAlone, stanceSaid, stanceRight] = [0, 0, 0, 0, 0, 0, 0, 0]
  for (const { text, likely, shownFrom, stance } of said) {
    let wrong = 0
    const found: { sign: string; score: number }[] = []
    signs.forEach((sign, at) => {
      const state = stateOf(text, sign)
      const count = bySign[sign]
      const score = likely[at] ?? 0
      if (count === undefined) return
      if (score >= shownFrom) {
        found.push({ sign, score })
        if (state === 'clear') count.right++
        else if (state === 'unclear') count.unclear++
        else {
          count.false++
          wrong++
        }
      } else if (state === 'clear') count.missed++
    })
    for (const { sign } of found.sort((a, b) => b.score - a.score).slice(0, 3)) {
      const state = stateOf(text, sign)
      if (state === 'unclear') continue
      top++
      if (state === 'clear') topRight++
    }
    if (text.stance !== 'sells') {
      quiet++
      alarms += wrong
    }
    if (text.kind === 'warning') {
      warnings++
      if (wrong === 0) leftAlone++
    }
    if (stance !== 'cannot tell' && text.stance !== 'cannot tell') {
      stanceSaid++
      if (stance === text.stance) stanceRight++
    }
  }
  const all = Object.values(bySign)
  const sum = (key: 'right' | 'missed' | 'false') => all.reduce((total, count) => total + count[key], 0)
  const part = (some: number, of: number) => Number((of === 0 ? 0 : some / of).toFixed(3))
  return {
    texts: said.length,
    recall: part(sum('right'), sum('right') + sum('missed')),
    precision: part(sum('right'), sum('right') + sum('false')),
    falsePerQuietText: part(alarms, quiet),
    firstThreeRight: part(topRight, top),
    warningsLeftAlone: part(leftAlone, warnings),
    stanceRight: part(stanceRight, stanceSaid),
    stanceSaid,
    bySign,
  }
}

/** What the check says of each text when its site was held out. */
export function sayHeldOut(
  texts: readonly LabelledText[],
  passages: readonly LabelledText[],
  signs: readonly string[],
): Said[] {
  const folds = foldsOf(
    texts.map(({ site }) => site),
    OUTER_FOLDS,
  )
  return Array.from({ length: OUTER_FOLDS }, (_, fold) => {
    const fitted = fit(
      texts.filter((_text, at) => folds[at] !== fold),
      passages,
      signs,
    )
    return texts.flatMap((text, at) => (folds[at] === fold ? [say(fitted, text)] : []))
  }).flat()
}

/**
 * Learns the weights from all texts, after measuring them on sites held out. The threshold is chosen on the texts that are learnt
 * from, in every fold anew, so that the measured figures are those of texts that nothing was fitted to.
 */
export function trainSigns(
  texts: readonly LabelledText[],
  passages: readonly LabelledText[],
  signs: readonly string[],
): SignModel {
  const sites = new Set(texts.map(({ site }) => site)).size
  const isMeasured = sites >= LEAST_SITES
  const measured = isMeasured ? measure(sayHeldOut(texts, passages, signs), signs) : null
  const { sentence, text, often, forest, shownFrom } = fit(texts, passages, signs)
  return {
    madeFrom: { texts: texts.length, sites, passages: passages.length, folds: isMeasured ? OUTER_FOLDS : 0 },
    measured,
    signs: [...signs],
    often,
    sentence: packed(sentence),
    text: packed(text),
    forest: { roots: [...forest.roots], nodes: toBase64(forest.nodes) },
    shownFrom,
    possiblyFrom: THRESHOLDS.possibly,
  }
}

const packed = ({ bits, step, bias, values }: Weights): SignModel['sentence'] => ({
  bits,
  step,
  bias: [...bias],
  values: toBase64(values),
})

function toBase64(values: Int8Array | Uint8Array): string {
  let bytes = ''
  for (const value of values) bytes += String.fromCharCode(value & 0xff)
  return btoa(bytes)
}
