/**
 * Finds the warning signs in what was read of a text (sign-features.ts) with weights that were learnt from labelled texts
 * (sign-training.ts, `npm run article:train`). Each sentence is scored for each sign, and so is the whole text; a forest of decision trees
 * then weighs the best sentences, the text, the phrases, the other signs, and whether the text sells. Pure and deterministic.
 */
import { fromGaps, fromSextets, LARGEST_SEXTET, toGaps, toSextets } from './sextets'
import type { ReadFeatures } from './sign-features'
import type { SignModel, Stance } from './sign-schema'

/**
 * Weights ready to be used. `rowOf`: for each bucket its row of weights, counted from 1; 0 where nothing was learnt, so that words
 * that were never learnt say nothing. `values`: row by row, one for each output. `bias`: what each output starts from.
 */
export type Weights = {
  outputs: number
  bits: number
  step: number
  bias: readonly number[]
  rowOf: Uint16Array
  values: Int8Array
}
/** A weight has at most so many steps on either side of 0. */
export const MOST_STEPS = 31

/** What the forest weighs for one sign: each 0 to 63. */
export const FOREST_INPUTS = 15
/** Stands for the input of a node that is an answer; its second number is how likely the sign is, 0 to 63. */
export const ANSWER = LARGEST_SEXTET

/**
 * All nodes, tree after tree. A node's `input` and `limit`, and in `above` the node to go on with when the input is above the limit; else
 * the next node follows. An answer stands in `limit`.
 */
export type Forest = { inputs: Uint8Array; limits: Uint8Array; above: Uint16Array; roots: readonly number[] }

const LIMIT = 3
const clip = (value: number): number => Math.max(-LIMIT, Math.min(LIMIT, value))
/** A score as 0 to 63; beyond 3 and -3 all are alike. */
const sextetOf = (score: number): number => Math.round(((clip(score) + LIMIT) * LARGEST_SEXTET) / (2 * LIMIT))
const sextetOfShare = (share: number): number => Math.round(Math.max(0, Math.min(1, share)) * LARGEST_SEXTET)

/** Scores of one set of features, one for each output. The root keeps long and short sentences comparable. */
export function scoreFeatures(
  { outputs, bits, step, bias, rowOf, values }: Weights,
  features: Int32Array,
): Float64Array {
  const sums = new Float64Array(outputs)
  const mask = (1 << bits) - 1
  for (const feature of features) {
    const row = rowOf[feature & mask] ?? 0
    if (row === 0) continue
    const at = (row - 1) * outputs
    for (let output = 0; output < outputs; output++)
      sums[output] = (sums[output] ?? 0) + (values[at + output] ?? 0)
  }
  const scale = step / Math.sqrt(features.length || 1)
  for (let output = 0; output < outputs; output++)
    sums[output] = (sums[output] ?? 0) * scale + (bias[output] ?? 0)
  return sums
}

export type Scored = {
  /** By part of the text, then by sign. */
  parts: Float64Array[]
  /** By sign: what the forest weighs. */
  inputs: Uint8Array[]
  /** By sign: the score of its best part. */
  best: number[]
  /** Above 0 the text sells. */
  selling: number
}

/** Parts and whole texts that score above this speak for a sign at least a little: a learnt "no" stands near -1. */
const A_LITTLE = -0.7
/** As many parts as a text of some pages has. */
const MANY_PARTS = 40

/** First step: sentences and text. `often`: how often each sign is clear in the texts that were learnt from. */
export function scoreText(
  sentence: Weights,
  text: Weights,
  often: readonly number[],
  read: ReadFeatures,
): Scored {
  const parts = read.parts.map(({ features }) => scoreFeatures(sentence, features))
  const whole = scoreFeatures(text, read.text)
  const signs = sentence.outputs
  const selling = whole[signs] ?? 0
  const top = Array.from({ length: signs }, (_, sign) => topOf(parts, sign))
  const best = top.map(({ scores: [first] }) => first)
  const inputs = top.map(({ scores: [first, second, third], at, mean, mass }, sign) => {
    let backed = -LIMIT
    parts.forEach((scores, part) => {
      if ((read.parts[part]?.phrases[sign]?.strength ?? 0) >= 0.5)
        backed = Math.max(backed, clip(scores[sign] ?? 0))
    })
    const others = best.filter((_, other) => other !== sign).sort((a, b) => b - a)
    const wholeOfOthers = whole.subarray(0, signs).reduce((sum, score) => sum + clip(score), 0)
    const itself = clip(whole[sign] ?? 0)
    return Uint8Array.of(
      sextetOf(first),
      sextetOf(second),
      sextetOf(third),
      sextetOf(itself),
      sextetOf(selling),
      sextetOfShare(read.phraseStrength[sign] ?? 0),
      sextetOf(backed),
      sextetOfShare(parts.length / MANY_PARTS),
      sextetOfShare(mass / 6),
      sextetOf(mean),
      sextetOfShare(read.parts[at]?.phrases[sign]?.strength ?? 0),
      sextetOfShare(at / (parts.length || 1)),
      sextetOf(((others[0] ?? 0) + (others[1] ?? 0) + (others[2] ?? 0)) / 3),
      sextetOf((wholeOfOthers - itself) / Math.max(1, signs - 1)),
      sextetOfShare(often[sign] ?? 0),
    )
  })
  return { parts, inputs, best, selling }
}

/** The three best scores of a sign, where the best stands, their mean, and how much all parts together say for it. */
function topOf(
  parts: readonly Float64Array[],
  sign: number,
): { scores: [number, number, number]; at: number; mean: number; mass: number } {
  let [first, second, third] = [-LIMIT, -LIMIT, -LIMIT]
  let [at, sum, mass] = [0, 0, 0]
  parts.forEach((scores, part) => {
    const score = clip(scores[sign] ?? 0)
    sum += score
    mass += Math.max(0, score - A_LITTLE)
    if (score > first) {
      ;[first, second, third] = [score, first, second]
      at = part
    } else if (score > second) [second, third] = [score, second]
    else if (score > third) third = score
  })
  return { scores: [first, second, third], at, mean: parts.length === 0 ? -LIMIT : sum / parts.length, mass }
}

/** What the tree from this node on says, 0 to 63. */
export function askTree({ inputs, limits, above }: Forest, root: number, weighed: Uint8Array): number {
  let at = root
  for (;;) {
    const input = inputs[at] ?? ANSWER
    const limit = limits[at] ?? 0
    if (input === ANSWER) return limit
    at = (weighed[input] ?? 0) > limit ? (above[at] ?? 0) : at + 1
  }
}

/** Second step: how likely a sign is, 0 to 1: the mean of all trees. */
export function verify(forest: Forest, weighed: Uint8Array): number {
  let sum = 0
  for (const root of forest.roots) sum += askTree(forest, root, weighed)
  return sum / LARGEST_SEXTET / (forest.roots.length || 1)
}

/**
 * Trees out of their nodes, input and limit by turns: after a fork stands what is below its limit, then what is above, so that where a
 * tree goes on need not be stored.
 */
export function forestOf(nodes: Uint8Array): Forest {
  const count = nodes.length / 2
  const forest = {
    inputs: new Uint8Array(count),
    limits: new Uint8Array(count),
    above: new Uint16Array(count),
  }
  const roots: number[] = []
  // Forks whose side above the limit has not begun yet.
  const open: number[] = []
  let isRoot = true
  for (let at = 0; at < count; at++) {
    if (isRoot) roots.push(at)
    isRoot = false
    const input = (forest.inputs[at] = nodes[2 * at] ?? ANSWER)
    forest.limits[at] = nodes[2 * at + 1] ?? 0
    if (input !== ANSWER) open.push(at)
    else {
      const fork = open.pop()
      if (fork === undefined) isRoot = true
      else forest.above[fork] = at + 1
    }
  }
  return { ...forest, roots }
}

/** A text is said to sell or to inform only this far from the middle. */
const STANCE_MARGIN = 0.2

export function stanceOf(selling: number): Stance {
  return selling > STANCE_MARGIN ? 'sells' : selling < -STANCE_MARGIN ? 'informs' : 'cannot tell'
}

export type ReadyModel = Pick<SignModel, 'signs' | 'often' | 'shownFrom' | 'possiblyFrom' | 'measured'> & {
  sentence: Weights
  text: Weights
  forest: Forest
}

const ready = new WeakMap<SignModel, ReadyModel>()

/** The weights as numbers; kept per object. */
export function readyModel(model: SignModel): ReadyModel {
  const known = ready.get(model)
  if (known !== undefined) return known
  const outputs = model.signs.length
  const made: ReadyModel = {
    ...model,
    sentence: unpacked(model.sentence, outputs),
    text: unpacked(model.text, outputs + 1),
    forest: forestOf(fromSextets(model.forest)),
  }
  ready.set(model, made)
  return made
}

/** Which row the weights of each bucket stand in, counted from 1. */
export function rowsOf(buckets: readonly number[], bits: number): Uint16Array {
  const rowOf = new Uint16Array(1 << bits)
  buckets.forEach((bucket, row) => (rowOf[bucket] = row + 1))
  return rowOf
}

function unpacked({ gaps, values, ...kept }: SignModel['sentence'], outputs: number): Weights {
  return {
    ...kept,
    outputs,
    rowOf: rowsOf(fromGaps(gaps), kept.bits),
    values: Int8Array.from(fromSextets(values), (value) => value - MOST_STEPS),
  }
}

/** Weights as they are stored. */
export function packed({ bits, step, bias, rowOf, values }: Weights): SignModel['sentence'] {
  const buckets: number[] = []
  rowOf.forEach((row, bucket) => {
    if (row > 0) buckets.push(bucket)
  })
  return {
    bits,
    step,
    bias: [...bias],
    gaps: toGaps(buckets),
    values: toSextets(values.map((value) => value + MOST_STEPS)),
  }
}

/** A part is marked from here on, and always the best one. */
const SPEAKS = -0.1

/** A sign with how sure the check is (0 to 1) and the parts of the text that speak for it, best first. */
export type FoundSignInText = { sign: number; score: number; parts: number[] }

/** All signs that are at least "possibly" there, strongest first. */
export function findSigns(
  model: ReadyModel,
  read: ReadFeatures,
): { signs: FoundSignInText[]; stance: Stance } {
  const { parts, inputs, best, selling } = scoreText(model.sentence, model.text, model.often, read)
  const signs = model.signs.flatMap((_, sign): FoundSignInText[] => {
    const weighed = inputs[sign]
    if (weighed === undefined) return []
    const score = verify(model.forest, weighed)
    if (score < model.possiblyFrom) return []
    const most = best[sign] ?? 0
    const speaking = parts
      .map((scores, part) => ({ part, score: clip(scores[sign] ?? 0) }))
      .filter((one) => one.score >= Math.min(most, Math.max(SPEAKS, most - 1)))
      .sort((a, b) => b.score - a.score || a.part - b.part)
    return [{ sign, score, parts: speaking.map(({ part }) => part) }]
  })
  signs.sort((a, b) => b.score - a.score || a.sign - b.sign)
  return { signs, stance: stanceOf(selling) }
}
