/**
 * Finds the warning signs in what was read of a text (sign-features.ts) with weights that were learnt from labelled texts
 * (sign-training.ts, `npm run article:train`). Each sentence is scored for each sign, and so is the whole text; a forest of decision trees
 * then weighs the best sentences, the text, the phrases, the other signs, and whether the text sells. Pure and deterministic.
 */
import type { ReadFeatures } from './sign-features'
import type { SignModel, Stance } from './sign-schema'

/** Weights ready to be used: `outputs` numbers for each bucket, and what each output starts from. */
export type Weights = {
  outputs: number
  bits: number
  step: number
  bias: readonly number[]
  values: Int8Array
}

/** What the forest weighs for one sign: each a byte. */
export const FOREST_INPUTS = 15
/** A node is four bytes: input and limit, then where to go on when above it; below it the next node follows. */
export const NODE = 4
/** Stands for the input of a node that is an answer; its second byte is how likely the sign is, 0 to 255. */
export const ANSWER = 255

export type Forest = { nodes: Uint8Array; roots: readonly number[] }

const LIMIT = 3
const clip = (value: number): number => Math.max(-LIMIT, Math.min(LIMIT, value))
/** A score as a byte; beyond 3 and -3 all are alike. */
const byteOf = (score: number): number => Math.round(((clip(score) + LIMIT) * 255) / (2 * LIMIT))
const byteOfShare = (share: number): number => Math.round(Math.max(0, Math.min(1, share)) * 255)

/** Scores of one set of features, one for each output. The root keeps long and short sentences comparable. */
export function scoreFeatures(
  { outputs, bits, step, bias, values }: Weights,
  features: Int32Array,
): Float64Array {
  const sums = new Float64Array(outputs)
  const mask = (1 << bits) - 1
  for (const feature of features) {
    const at = (feature & mask) * outputs
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
      byteOf(first),
      byteOf(second),
      byteOf(third),
      byteOf(itself),
      byteOf(selling),
      byteOfShare(read.phraseStrength[sign] ?? 0),
      byteOf(backed),
      byteOfShare(parts.length / MANY_PARTS),
      byteOfShare(mass / 6),
      byteOf(mean),
      byteOfShare(read.parts[at]?.phrases[sign]?.strength ?? 0),
      byteOfShare(at / (parts.length || 1)),
      byteOf(((others[0] ?? 0) + (others[1] ?? 0) + (others[2] ?? 0)) / 3),
      byteOf((wholeOfOthers - itself) / Math.max(1, signs - 1)),
      byteOfShare(often[sign] ?? 0),
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

/** What one tree says, 0 to 255. */
export function askTree(nodes: Uint8Array, root: number, inputs: Uint8Array): number {
  let at = root * NODE
  for (;;) {
    const input = nodes[at] ?? ANSWER
    if (input === ANSWER) return nodes[at + 1] ?? 0
    const isAbove = (inputs[input] ?? 0) > (nodes[at + 1] ?? 0)
    at = isAbove ? ((nodes[at + 2] ?? 0) + 256 * (nodes[at + 3] ?? 0) + root) * NODE : at + NODE
  }
}

/** Second step: how likely a sign is, 0 to 1: the mean of all trees. */
export function verify({ nodes, roots }: Forest, inputs: Uint8Array): number {
  let sum = 0
  for (const root of roots) sum += askTree(nodes, root, inputs)
  return sum / 255 / (roots.length || 1)
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
    sentence: { ...model.sentence, outputs, values: new Int8Array(bytesOf(model.sentence.values).buffer) },
    text: { ...model.text, outputs: outputs + 1, values: new Int8Array(bytesOf(model.text.values).buffer) },
    forest: { roots: model.forest.roots, nodes: bytesOf(model.forest.nodes) },
  }
  ready.set(model, made)
  return made
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const bytes = atob(text)
  const values = new Uint8Array(bytes.length)
  for (let at = 0; at < bytes.length; at++) values[at] = bytes.charCodeAt(at)
  return values
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
