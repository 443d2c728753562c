/**
 * Finds the warning signs in what was read of a text (sign-features.ts) with weights that were learnt from labelled texts
 * (sign-training.ts, `npm run article:train`). Three steps: each sentence is scored for each sign; so is the text; a verifier then weighs
 * the best sentences, the text, the phrases, and whether the text sells. Pure and deterministic.
 */
import type { ReadFeatures } from './sign-features'
import type { SignModel, Stance } from './sign-schema'

/** Weights ready to be used: `outputs` numbers for each bucket. */
export type Weights = { outputs: number; bits: number; step: number; values: Int8Array | Float32Array }

export type VerifierWeights = SignModel['verifier']

/** What the verifier weighs for one sign. */
export const VERIFIER_INPUTS = 12

const LIMIT = 6
const clip = (value: number): number => Math.max(-LIMIT, Math.min(LIMIT, value))
export const logistic = (value: number): number => 1 / (1 + Math.exp(-value))

/** Scores of one set of features, one for each output. The root keeps long and short sentences comparable. */
export function scoreFeatures({ outputs, bits, step, values }: Weights, features: Int32Array): Float64Array {
  const sums = new Float64Array(outputs)
  const mask = (1 << bits) - 1
  for (const feature of features) {
    const at = (feature & mask) * outputs
    for (let output = 0; output < outputs; output++)
      sums[output] = (sums[output] ?? 0) + (values[at + output] ?? 0)
  }
  const scale = step / Math.sqrt(features.length || 1)
  for (let output = 0; output < outputs; output++) sums[output] = (sums[output] ?? 0) * scale
  return sums
}

export type Scored = {
  /** By part of the text, then by sign. */
  parts: Float64Array[]
  /** By sign: what the verifier weighs. */
  inputs: Float64Array[]
  /** Above 0 the text sells. */
  selling: number
}

/** First step: sentences and text. */
export function scoreText(sentence: Weights, text: Weights, read: ReadFeatures): Scored {
  const parts = read.parts.map(({ features }) => scoreFeatures(sentence, features))
  const whole = scoreFeatures(text, read.text)
  const signs = sentence.outputs
  const selling = whole[signs] ?? 0
  const inputs = Array.from({ length: signs }, (_, sign) => {
    let [first, second, third] = [-LIMIT, -LIMIT, -LIMIT]
    let backed = -LIMIT
    parts.forEach((scores, at) => {
      const score = clip(scores[sign] ?? 0)
      if (score > first) [first, second, third] = [score, first, second]
      else if (score > second) [second, third] = [score, second]
      else if (score > third) third = score
      if ((read.parts[at]?.phrases[sign]?.strength ?? 0) >= 0.5) backed = Math.max(backed, score)
    })
    const phrases = read.phraseStrength[sign] ?? 0
    return Float64Array.of(
      1,
      first / 3,
      second / 3,
      third / 3,
      clip(whole[sign] ?? 0) / 3,
      clip(selling) / 3,
      phrases >= 0.9 ? 1 : 0,
      phrases >= 0.6 ? 1 : 0,
      phrases > 0 ? 1 : 0,
      backed / 3,
      first > 0 && (whole[sign] ?? 0) > 0 ? 1 : 0,
      Math.log(parts.length + 1) / 3,
    )
  })
  return { parts, inputs, selling }
}

/** Second step: how likely a sign is, 0 to 1. A sign that no sentence speaks for is none, whatever the whole text is like. */
export function verify({ shared, bySign }: VerifierWeights, sign: number, inputs: Float64Array): number {
  const own = bySign[sign]
  if ((inputs[1] ?? 0) * 3 < LEAST_SENTENCE) return 0
  let sum = 0
  for (let at = 0; at < VERIFIER_INPUTS; at++)
    sum += ((shared[at] ?? 0) + (own?.[at] ?? 0)) * (inputs[at] ?? 0)
  return logistic(sum)
}
const LEAST_SENTENCE = -2.5

/** A text is said to sell or to inform only this far from the middle. */
const STANCE_MARGIN = 0.35

export function stanceOf(selling: number): Stance {
  return selling > STANCE_MARGIN ? 'sells' : selling < -STANCE_MARGIN ? 'informs' : 'cannot tell'
}

export type ReadyModel = Pick<SignModel, 'signs' | 'verifier' | 'shownFrom' | 'possiblyFrom' | 'measured'> & {
  sentence: Weights
  text: Weights
}

const ready = new WeakMap<SignModel, ReadyModel>()

/** The weights as numbers; kept per object. */
export function readyModel(model: SignModel): ReadyModel {
  const known = ready.get(model)
  if (known !== undefined) return known
  const outputs = model.signs.length
  const made: ReadyModel = {
    ...model,
    sentence: {
      outputs,
      bits: model.bits.sentence,
      step: model.step.sentence,
      values: fromBase64(model.sentence),
    },
    text: {
      outputs: outputs + 1,
      bits: model.bits.text,
      step: model.step.text,
      values: fromBase64(model.text),
    },
  }
  ready.set(model, made)
  return made
}

function fromBase64(text: string): Int8Array {
  const bytes = atob(text)
  const values = new Int8Array(bytes.length)
  for (let at = 0; at < bytes.length; at++) values[at] = bytes.charCodeAt(at)
  return values
}

/** A sign with how sure the check is (0 to 1) and the parts of the text that speak for it, best first. */
export type FoundSignInText = { sign: number; score: number; parts: number[] }

/** All signs that are at least "possibly" there, strongest first. */
export function findSigns(
  model: ReadyModel,
  read: ReadFeatures,
): { signs: FoundSignInText[]; stance: Stance } {
  const { parts, inputs, selling } = scoreText(model.sentence, model.text, read)
  const signs = model.signs.flatMap((_, sign): FoundSignInText[] => {
    const weighed = inputs[sign]
    if (weighed === undefined) return []
    const score = verify(model.verifier, sign, weighed)
    if (score < model.possiblyFrom) return []
    const best = (weighed[1] ?? 0) * 3
    const speaking = parts
      .map((scores, part) => ({ part, score: clip(scores[sign] ?? 0) }))
      .filter((one) => one.score >= Math.min(best, Math.max(0.5, best - 2)))
      .sort((a, b) => b.score - a.score || a.part - b.part)
    return [{ sign, score, parts: speaking.map(({ part }) => part) }]
  })
  signs.sort((a, b) => b.score - a.score || a.sign - b.sign)
  return { signs, stance: stanceOf(selling) }
}
