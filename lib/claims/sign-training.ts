/**
 * Learns the weights of the check for warning signs from labelled texts, and measures them on sites held out. Deterministic: a
 * fixed order, a fixed seed, no clock; the same texts give the same bytes. Runs on the command line and in tests only.
 */
import { LARGEST_SEXTET, toSextets } from './sextets'
import {
  ANSWER,
  askTree,
  FOREST_INPUTS,
  forestOf,
  MOST_STEPS,
  packed,
  rowsOf,
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
  /** A passage of our own: it teaches, but it is no whole text, so the forest learns less from it. */
  isPassage: boolean
  /** Written by us: it teaches, but nothing is measured on it. */
  isOwn: boolean
}

/** What we wrote to learn from: whole texts, each as if from a site of its own, and passages. */
export type OwnTexts = { texts: readonly LabelledText[]; passages: readonly LabelledText[] }

/** `wanted` and `weight`: one for each output; a weight of 0 teaches nothing. */
type Example = { features: Int32Array; wanted: Int8Array; weight: Float32Array }

type Settings = {
  bits: number
  cost: number
  rounds: number
  leastTexts: number
  steps: number
  leastStep: number
}

/**
 * How the weights are learnt; found on sites held out (docs/article-check.md). `cost`: what an error costs beside large weights.
 * `leastTexts`: a feature of fewer texts is left out. `bits`: so many buckets (2 to the power) that hardly two features share one. `steps`: into
 * so many the largest weight is cut. `leastStep`: weights below this part of a step are dropped; both keep the file small. `sites`: the share
 * of sites that a tree learns from.
 */
const LEARNING = {
  sentence: { bits: 18, cost: 1, rounds: 12, leastTexts: 3, steps: 28, leastStep: 0.8 },
  text: { bits: 18, cost: 0.5, rounds: 20, leastTexts: 3, steps: 24, leastStep: 0.9 },
  forest: { trees: 80, depth: 9, leastRows: 12, tried: 6, sites: 0.8 },
} as const
/** How much an example counts that has the sign; one that has not counts 1. */
const FOUND = 2
/** A sentence that careful readers differ about has the sign, but counts less. */
const UNCLEAR = 0.4
/** In a text that careful readers differ about, the sentences that nobody pointed at. */
const ELSEWHERE_UNCLEAR = 0.3
/** In a text of our own that clearly has a sign, the sentences that have it not. */
const ELSEWHERE_OWN = 0.5
const INNER_FOLDS = 4
export const OUTER_FOLDS = 6
/** Below this many sites nothing can be held out in earnest. */
const LEAST_SITES = 12
/** A passage counts so much of a whole text of our own in the forest: people also paste a single headline. */
const PASSAGE = 0.3
/** What is tried for how much a whole text of our own counts in the forest; one of another site counts 1. */
const OWN_WEIGHTS = [0.5, 1]
/** Of the signs that are shown, at least this share is to be right: the threshold is the lowest that gives it. */
const AIMED_PRECISION = 0.86
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
 * coordinate descent method for large-scale linear SVM"). Then rounded, as the browser gets it: what is measured is measured with these.
 */
function learn(
  examples: readonly Example[],
  outputs: number,
  { bits, cost, rounds, steps, leastStep }: Settings,
): Weights {
  const mask = (1 << bits) - 1
  // Only buckets that something falls into are learnt: their rows, counted from 0.
  const buckets = [
    ...new Set(examples.flatMap(({ features }) => [...features.map((one) => one & mask)])),
  ].sort((one, other) => one - other)
  const rowOf = rowsOf(buckets, bits)
  const places = examples.map(({ features }) => features.map((one) => (rowOf[one & mask] ?? 1) - 1))
  const learnt = new Float32Array(outputs * buckets.length)
  const bias = new Float64Array(outputs)
  for (let output = 0; output < outputs; output++) {
    const weights = new Float64Array(buckets.length)
    let start = 0
    const rows = examples.flatMap(({ wanted, weight }, at) => {
      const counts = weight[output] ?? 0
      const features = places[at]
      if (counts === 0 || features === undefined) return []
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
        for (let place = 0; place < features.length; place++) sum += weights[features[place] ?? 0] ?? 0
        const slope = side * (sum * scale + start) - 1 + row.pull * slack
        // Features are counted as if each had its own bucket: 1 for all of them together, and 1 for the start.
        const pull = Math.max(0, row.pull - slope / (2 + slack))
        const change = (pull - row.pull) * side
        if (change === 0) continue
        row.pull = pull
        const move = change * scale
        for (let place = 0; place < features.length; place++) {
          const feature = features[place] ?? 0
          weights[feature] = (weights[feature] ?? 0) + move
        }
        start += change
      }
    }
    bias[output] = Number(start.toFixed(4))
    for (let bucket = 0; bucket < buckets.length; bucket++)
      learnt[bucket * outputs + output] = weights[bucket] ?? 0
  }
  let largest = 0
  for (const value of learnt) largest = Math.max(largest, Math.abs(value))
  const step = Number(((largest || 1) / steps).toPrecision(6))
  const values = Int8Array.from(learnt, (value) => {
    const exact = value / step
    if (Math.abs(exact) < leastStep) return 0
    return Math.max(-MOST_STEPS, Math.min(MOST_STEPS, Math.round(exact)))
  })
  const kept = buckets.flatMap((_, row) =>
    values.subarray(row * outputs, (row + 1) * outputs).some((value) => value !== 0) ? [row] : [],
  )
  return {
    outputs,
    bits,
    step,
    bias: [...bias],
    rowOf: rowsOf(
      kept.map((row) => buckets[row] ?? 0),
      bits,
    ),
    values: Int8Array.from(kept.flatMap((row) => [...values.subarray(row * outputs, (row + 1) * outputs)])),
  }
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
        // Elsewhere in a text that clearly has the sign it may stand a second time: that teaches nothing. In our own all are named.
        if (state === 'absent') weight[at] = 1
        else if (state === 'unclear' && !isHere) weight[at] = text.signs[sign]?.words ? ELSEWHERE_UNCLEAR : 0
        else if (state === 'unclear') {
          wanted[at] = 1
          weight[at] = UNCLEAR
        } else if (isHere) {
          wanted[at] = 1
          weight[at] = FOUND
        } else if (text.isOwn) weight[at] = ELSEWHERE_OWN
      })
      sentences.push({ features, wanted, weight })
      owners.push(owner)
    })
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
    // A passage is too short to say what a text is for.
    weight[signs.length] = text.isPassage || text.stance === 'cannot tell' ? 0 : 1
    wholes.push({ features: text.read.text, wanted, weight })
  })
  const whole = texts.filter((text) => !text.isOwn)
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

/** One sign in one text, with what is known of it and whether it is clearly there. `weight`: 0 for a row that teaches nothing. */
type Row = { site: string; inputs: Uint8Array; isThere: boolean; isOwn: boolean; weight: number }

/** The same rows side by side, so that trees grow fast: `inputs` row after row. */
type Table = { inputs: Uint8Array; isThere: Uint8Array; weight: Float64Array }

function tableOf(rows: readonly Row[]): Table {
  const inputs = new Uint8Array(rows.length * FOREST_INPUTS)
  rows.forEach((row, at) => inputs.set(row.inputs, at * FOREST_INPUTS))
  return {
    inputs,
    isThere: Uint8Array.from(rows, ({ isThere }) => (isThere ? 1 : 0)),
    weight: Float64Array.from(rows, ({ weight }) => weight),
  }
}

/**
 * Extremely randomised trees (Geurts and others, 2006): each tree tries a few inputs at each fork, each at one limit drawn by lot.
 * It learns from most of the sites, drawn by lot. Gives the forest, and for each row what the trees say that saw nothing of its site:
 * null when all did.
 */
function growForest(rows: readonly Row[]): { nodes: Uint8Array; unseen: (number | null)[] } {
  const next = numbersFrom(7)
  const table = tableOf(rows)
  const taught = rows.map((row, at) => ({ ...row, at })).filter(({ weight }) => weight > 0)
  const sites = [...new Set(taught.map(({ site }) => site))]
  const rowsOf = new Map(sites.map((site) => [site, [] as number[]]))
  taught.forEach(({ site, at }) => rowsOf.get(site)?.push(at))
  const nodes: number[] = []
  const sums = rows.map(() => ({ sum: 0, trees: 0 }))
  for (let tree = 0; tree < LEARNING.forest.trees; tree++) {
    const order = sites.map((_, at) => at)
    shuffle(order, next)
    const drawn = new Set(
      order.slice(0, Math.ceil(sites.length * LEARNING.forest.sites)).map((at) => sites[at] ?? ''),
    )
    const held = Uint32Array.from([...drawn].flatMap((site) => rowsOf.get(site) ?? []))
    const own: number[] = []
    growTree(table, held, 0, own, next)
    nodes.push(...own)
    const grown = forestOf(Uint8Array.from(own))
    rows.forEach(({ site, inputs, isOwn }, at) => {
      const said = sums[at]
      if (isOwn || drawn.has(site) || said === undefined) return
      said.sum += askTree(grown, 0, inputs) / LARGEST_SEXTET
      said.trees++
    })
  }
  return {
    nodes: Uint8Array.from(nodes),
    unseen: sums.map(({ sum, trees }) => (trees === 0 ? null : sum / trees)),
  }
}

type Mass = { all: number; there: number }

function massOf({ isThere, weight }: Table, held: Uint32Array): Mass {
  let [all, there] = [0, 0]
  for (let place = 0; place < held.length; place++) {
    const at = held[place] ?? 0
    const one = weight[at] ?? 0
    all += one
    if (isThere[at] === 1) there += one
  }
  return { all, there }
}

function growTree(
  table: Table,
  held: Uint32Array,
  depth: number,
  nodes: number[],
  next: (below: number) => number,
): void {
  const mass = massOf(table, held)
  const isSure = mass.there === 0 || mass.there === mass.all
  const fork = depth >= LEARNING.forest.depth || isSure ? null : bestFork(table, held, mass, next)
  if (fork === null) {
    nodes.push(ANSWER, Math.round((mass.there / (mass.all || 1)) * LARGEST_SEXTET))
    return
  }
  nodes.push(fork.input, fork.limit)
  const isAbove = (at: number) => (table.inputs[at * FOREST_INPUTS + fork.input] ?? 0) > fork.limit
  growTree(
    table,
    held.filter((at) => !isAbove(at)),
    depth + 1,
    nodes,
    next,
  )
  growTree(table, held.filter(isAbove), depth + 1, nodes, next)
}

type Fork = { input: number; limit: number }

/** The fork that parts the rows best (Gini), out of a few drawn by lot; null when none parts them. */
function bestFork(
  { inputs, isThere, weight }: Table,
  held: Uint32Array,
  mass: Mass,
  next: (below: number) => number,
): Fork | null {
  const { tried, leastRows } = LEARNING.forest
  const order = Array.from({ length: FOREST_INPUTS }, (_, at) => at)
  shuffle(order, next)
  const mixed = (all: number, there: number) => (there * (all - there)) / (all || 1)
  let best: Fork | null = null
  let least = mixed(mass.all, mass.there) - 1e-9
  let tries = 0
  for (const input of order) {
    if (tries === tried) break
    let [low, high] = [LARGEST_SEXTET, 0]
    for (let place = 0; place < held.length; place++) {
      const value = inputs[(held[place] ?? 0) * FOREST_INPUTS + input] ?? 0
      if (value < low) low = value
      if (value > high) high = value
    }
    if (low >= high) continue
    tries++
    const limit = low + next(high - low)
    let [below, belowAll, belowThere, aboveAll, aboveThere] = [0, 0, 0, 0, 0]
    for (let place = 0; place < held.length; place++) {
      const at = held[place] ?? 0
      const one = weight[at] ?? 0
      const there = isThere[at] === 1 ? one : 0
      if ((inputs[at * FOREST_INPUTS + input] ?? 0) > limit) {
        aboveAll += one
        aboveThere += there
      } else {
        below++
        belowAll += one
        belowThere += there
      }
    }
    if (Math.min(below, held.length - below) < leastRows) continue
    const rest = mixed(belowAll, belowThere) + mixed(aboveAll, aboveThere)
    if (rest < least) {
      least = rest
      best = { input, limit }
    }
  }
  return best
}

type Judged = { score: number; isThere: boolean }

/** What the trees say of rows that are not our own and whose site they had not seen, surest first. */
function judged(rows: readonly Row[], unseen: readonly (number | null)[]): Judged[] {
  return rows
    .flatMap(({ isThere, isOwn }, at) => {
      const score = unseen[at] ?? null
      return score === null || isOwn ? [] : [{ score, isThere }]
    })
    .sort((a, b) => b.score - a.score)
}

/** Average precision: of all clear signs, the mean share that is right down to each. 0 to 1. */
function averagePrecision(said: readonly Judged[]): number {
  let [right, sum] = [0, 0]
  said.forEach(({ isThere }, at) => {
    if (!isThere) return
    right++
    sum += right / (at + 1)
  })
  return right === 0 ? 0 : sum / right
}

/** The lowest threshold from which at least the aimed share is right. */
function thresholdOf(said: readonly Judged[]): number {
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

type Fitted = Level & { nodes: Uint8Array; forest: Forest; shownFrom: number; ownWeight: number }

/**
 * Everything from one set of texts: the forest learns from scores of sites that its own sentences were not learnt from. How much our
 * own whole texts count in it is chosen by what it says of the other texts, each judged by trees that had not seen its site.
 */
function fit(texts: readonly LabelledText[], own: OwnTexts, signs: readonly string[]): Fitted {
  const all = [...texts, ...own.texts, ...own.passages]
  const folds = [
    ...foldsOf(
      texts.map(({ site }) => site),
      INNER_FOLDS,
    ),
    // Each of our own is a site of its own: they are dealt out in turn.
    ...[...own.texts, ...own.passages].map((_, at) => at % INNER_FOLDS),
  ]
  const rows: Row[] = []
  for (let fold = 0; fold < INNER_FOLDS; fold++) {
    const { sentence, text, often } = learnLevel(
      all.filter((_, at) => folds[at] !== fold),
      signs,
    )
    all.forEach((one, at) => {
      if (folds[at] !== fold) return
      const { inputs } = scoreText(sentence, text, often, one.read)
      signs.forEach((name, sign) => {
        const state = stateOf(one, name)
        const weighed = inputs[sign]
        if (state === 'unclear' || weighed === undefined) return
        rows.push({
          site: one.site,
          inputs: weighed,
          isThere: state === 'clear',
          isOwn: one.isOwn,
          weight: one.isPassage ? PASSAGE : 1,
        })
      })
    })
  }
  const grown = (own.texts.length === 0 ? [0] : OWN_WEIGHTS).map((ownWeight) => {
    const weighted = rows.map((row) => (row.isOwn ? { ...row, weight: row.weight * ownWeight } : row))
    const { nodes, unseen } = growForest(weighted)
    const said = judged(weighted, unseen)
    return { nodes, ownWeight, shownFrom: thresholdOf(said), worth: averagePrecision(said) }
  })
  const { nodes, ownWeight, shownFrom } = grown.reduce((best, one) => (one.worth > best.worth ? one : best))
  return { ...learnLevel(all, signs), nodes, forest: forestOf(nodes), ownWeight, shownFrom }
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
export function sayHeldOut(texts: readonly LabelledText[], own: OwnTexts, signs: readonly string[]): Said[] {
  const folds = foldsOf(
    texts.map(({ site }) => site),
    OUTER_FOLDS,
  )
  return Array.from({ length: OUTER_FOLDS }, (_, fold) => {
    const fitted = fit(
      texts.filter((_text, at) => folds[at] !== fold),
      own,
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
  own: OwnTexts,
  signs: readonly string[],
): SignModel {
  const sites = new Set(texts.map(({ site }) => site)).size
  const isMeasured = sites >= LEAST_SITES
  const measured = isMeasured ? measure(sayHeldOut(texts, own, signs), signs) : null
  const { sentence, text, often, nodes, shownFrom } = fit(texts, own, signs)
  return {
    madeFrom: {
      texts: texts.length,
      sites,
      ownTexts: own.texts.length,
      passages: own.passages.length,
      folds: isMeasured ? OUTER_FOLDS : 0,
    },
    measured,
    signs: [...signs],
    often,
    sentence: packed(sentence),
    text: packed(text),
    forest: toSextets(nodes),
    shownFrom,
    possiblyFrom: THRESHOLDS.possibly,
  }
}
