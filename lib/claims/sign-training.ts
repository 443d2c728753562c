/**
 * Learns the weights of the check for warning signs from labelled texts, and measures them on sites held out. Deterministic: a
 * fixed order, a fixed seed, no clock; the same texts give the same bytes. Runs on the command line and in tests only.
 */
import {
  logistic,
  scoreText,
  stanceOf,
  verify,
  VERIFIER_INPUTS,
  type VerifierWeights,
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

type Example = { features: Int32Array; wanted: Float32Array; weight: Float32Array }

type Settings = { outputs: number; bits: number; rate: number; epochs: number; decay: number }

/** How the weights are learnt; found on sites held out (docs/article-check.md). */
const LEARNING = {
  sentence: { bits: 13, rate: 0.6, epochs: 8, decay: 1e-4, found: 2, elsewhereUnclear: 0.3 },
  text: { bits: 12, rate: 0.05, epochs: 15, decay: 1e-3, found: 2 },
  verifier: { rate: 0.1, epochs: 30, shared: 0.002, own: 0.02, passage: 0 },
} as const
const INNER_FOLDS = 3
export const OUTER_FOLDS = 6
/** Below this many sites nothing can be held out in earnest. */
const LEAST_SITES = 12

/** A linear congruential generator: the order of the examples, the same on every machine. */
function shuffled(length: number, seed: number): () => number[] {
  let state = seed >>> 0
  const order = Array.from({ length }, (_, at) => at)
  return () => {
    for (let at = length - 1; at > 0; at--) {
      state = (Math.imul(state, 1103515245) + 12345) >>> 0
      const other = Math.floor((state / 4294967296) * (at + 1))
      const held = order[at] ?? 0
      order[at] = order[other] ?? 0
      order[other] = held
    }
    return order
  }
}

/** Logistic regression for many outputs at once, sparse, with AdaGrad and L2. */
function learn(examples: readonly Example[], { outputs, bits, rate, epochs, decay }: Settings): Weights {
  const values = new Float32Array(outputs << bits)
  const grown = new Float32Array(outputs << bits).fill(0.01)
  const mask = (1 << bits) - 1
  const errors = new Float64Array(outputs)
  const next = shuffled(examples.length, 12345)
  for (let epoch = 0; epoch < epochs; epoch++)
    for (const index of next()) {
      const example = examples[index]
      if (example === undefined) continue
      const { features, wanted, weight } = example
      const scale = 1 / Math.sqrt(features.length || 1)
      errors.fill(0)
      for (const feature of features) {
        const at = (feature & mask) * outputs
        for (let output = 0; output < outputs; output++)
          errors[output] = (errors[output] ?? 0) + (values[at + output] ?? 0)
      }
      for (let output = 0; output < outputs; output++) {
        const factor = (weight[output] ?? 0) * scale
        errors[output] =
          factor === 0 ? 0 : (logistic((errors[output] ?? 0) * scale) - (wanted[output] ?? 0)) * factor
      }
      for (const feature of features) {
        const at = (feature & mask) * outputs
        for (let output = 0; output < outputs; output++) {
          const error = errors[output] ?? 0
          if (error === 0) continue
          const slope = error + decay * (values[at + output] ?? 0)
          grown[at + output] = (grown[at + output] ?? 0) + slope * slope
          values[at + output] =
            (values[at + output] ?? 0) - (rate * slope) / Math.sqrt(grown[at + output] ?? 1)
        }
      }
    }
  return { outputs, bits, step: 1, values }
}

/** To 8 bits, as the browser gets them: what is measured is measured with these. */
function rounded(weights: Weights): Weights & { values: Int8Array } {
  let largest = 0
  for (const value of weights.values) largest = Math.max(largest, Math.abs(value))
  const step = Number(((largest || 1) / 127).toPrecision(6))
  return { ...weights, step, values: Int8Array.from(weights.values, (value) => Math.round(value / step)) }
}

const stateOf = (text: LabelledText, sign: string) => text.signs[sign]?.state ?? 'absent'

type Level = { sentence: Weights & { values: Int8Array }; text: Weights & { values: Int8Array } }

function learnLevel(texts: readonly LabelledText[], signs: readonly string[]): Level {
  const sentences: Example[] = []
  const wholes: Example[] = []
  const { found, elsewhereUnclear } = LEARNING.sentence
  for (const text of texts) {
    text.read.parts.forEach(({ features }, part) => {
      const wanted = new Float32Array(signs.length)
      const weight = new Float32Array(signs.length)
      signs.forEach((sign, at) => {
        const state = stateOf(text, sign)
        const isHere = text.partsOf[sign]?.includes(part) ?? false
        // Elsewhere in a text that clearly has the sign it may stand a second time: that teaches nothing.
        if (state === 'absent') weight[at] = 1
        else if (state === 'unclear') weight[at] = isHere || !text.signs[sign]?.words ? 0 : elsewhereUnclear
        else if (isHere) {
          wanted[at] = 1
          weight[at] = found
        }
      })
      sentences.push({ features, wanted, weight })
    })
    if (text.isPassage) continue
    const wanted = new Float32Array(signs.length + 1)
    const weight = new Float32Array(signs.length + 1).fill(1)
    signs.forEach((sign, at) => {
      const state = stateOf(text, sign)
      if (state === 'clear') {
        wanted[at] = 1
        weight[at] = LEARNING.text.found
      } else if (state === 'unclear') weight[at] = 0
    })
    wanted[signs.length] = text.stance === 'sells' ? 1 : 0
    weight[signs.length] = text.stance === 'cannot tell' ? 0 : 1
    wholes.push({ features: text.read.text, wanted, weight })
  }
  return {
    sentence: rounded(learn(sentences, { ...LEARNING.sentence, outputs: signs.length })),
    text: rounded(learn(wholes, { ...LEARNING.text, outputs: signs.length + 1 })),
  }
}

type Weighed = { sign: number; inputs: Float64Array; wanted: number; weight: number }

/** One logistic regression for all signs, with small departures for each. */
function learnVerifier(rows: readonly Weighed[], signs: number): VerifierWeights {
  const { rate, epochs, shared: decayShared, own: decayOwn } = LEARNING.verifier
  const shared = new Float64Array(VERIFIER_INPUTS)
  const bySign = Array.from({ length: signs }, () => new Float64Array(VERIFIER_INPUTS))
  const grownShared = new Float64Array(VERIFIER_INPUTS).fill(0.01)
  const grown = bySign.map(() => new Float64Array(VERIFIER_INPUTS).fill(0.01))
  const next = shuffled(rows.length, 7)
  for (let epoch = 0; epoch < epochs; epoch++)
    for (const index of next()) {
      const row = rows[index]
      const own = bySign[row?.sign ?? -1]
      const grownOwn = grown[row?.sign ?? -1]
      if (row === undefined || own === undefined || grownOwn === undefined) continue
      let sum = 0
      for (let at = 0; at < VERIFIER_INPUTS; at++)
        sum += ((shared[at] ?? 0) + (own[at] ?? 0)) * (row.inputs[at] ?? 0)
      const error = (logistic(sum) - row.wanted) * row.weight
      for (let at = 0; at < VERIFIER_INPUTS; at++) {
        const slope = error * (row.inputs[at] ?? 0)
        const common = slope + decayShared * (shared[at] ?? 0)
        grownShared[at] = (grownShared[at] ?? 0) + common * common
        shared[at] = (shared[at] ?? 0) - (rate * common) / Math.sqrt(grownShared[at] ?? 1)
        const single = slope + decayOwn * (own[at] ?? 0)
        grownOwn[at] = (grownOwn[at] ?? 0) + single * single
        own[at] = (own[at] ?? 0) - (rate * single) / Math.sqrt(grownOwn[at] ?? 1)
      }
    }
  const short = (values: Float64Array) => [...values].map((value) => Number(value.toFixed(4)))
  return { shared: short(shared), bySign: bySign.map(short) }
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

type Fitted = Level & { verifier: VerifierWeights }

/** Everything from one set of texts: the verifier learns from scores of sites that its own sentences were not learnt from. */
function fit(
  texts: readonly LabelledText[],
  passages: readonly LabelledText[],
  signs: readonly string[],
): Fitted {
  const rows: Weighed[] = []
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
    const level = learnLevel(
      all.filter((_, at) => folds[at] !== fold),
      signs,
    )
    all.forEach((text, at) => {
      if (folds[at] !== fold) return
      const { inputs } = scoreText(level.sentence, level.text, text.read)
      signs.forEach((name, sign) => {
        const state = stateOf(text, name)
        const weighed = inputs[sign]
        if (state === 'unclear' || weighed === undefined) return
        const weight = text.isPassage ? LEARNING.verifier.passage : 1
        rows.push({ sign, inputs: weighed, wanted: state === 'clear' ? 1 : 0, weight })
      })
    })
  }
  return { ...learnLevel(all, signs), verifier: learnVerifier(rows, signs.length) }
}

/** What the check said of one text: how likely each sign is, and the stance. */
export type Said = { text: LabelledText; likely: number[]; stance: Stance }

function say({ sentence, text: whole, verifier }: Fitted, text: LabelledText): Said {
  const { inputs, selling } = scoreText(sentence, whole, text.read)
  return {
    text,
    likely: inputs.map((weighed, sign) => verify(verifier, sign, weighed)),
    stance: stanceOf(selling),
  }
}

/**
 * Counts what was said against the labels. Found and clear: right; found and unclear: not counted; found and absent: false;
 * clear and not found: missed. A quiet text is one that does not sell.
 */
export function measure(said: readonly Said[], signs: readonly string[], shownFrom: number): Measured {
  const bySign: Measured['bySign'] = Object.fromEntries(
    signs.map((sign) => [sign, { right: 0, missed: 0, false: 0, unclear: 0 }]),
  )
  let [quiet, alarms, top, topRight, warnings, leftAlone, stanceSaid, stanceRight] = [0, 0, 0, 0, 0, 0, 0, 0]
  for (const { text, likely, stance } of said) {
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
 * Learns the weights from all texts, after measuring them on sites held out. `shownFrom` is fixed and not chosen on the folds, so that
 * the measured figures are those of texts that nothing was fitted to.
 */
export function trainSigns(
  texts: readonly LabelledText[],
  passages: readonly LabelledText[],
  signs: readonly string[],
  { shownFrom, possiblyFrom }: Pick<SignModel, 'shownFrom' | 'possiblyFrom'>,
): SignModel {
  const sites = new Set(texts.map(({ site }) => site)).size
  const isMeasured = sites >= LEAST_SITES
  const measured = isMeasured ? measure(sayHeldOut(texts, passages, signs), signs, shownFrom) : null
  const { sentence, text, verifier } = fit(texts, passages, signs)
  return {
    madeFrom: { texts: texts.length, sites, passages: passages.length, folds: isMeasured ? OUTER_FOLDS : 0 },
    measured,
    signs: [...signs],
    bits: { sentence: sentence.bits, text: text.bits },
    step: { sentence: sentence.step, text: text.step },
    sentence: toBase64(sentence.values),
    text: toBase64(text.values),
    verifier,
    shownFrom,
    possiblyFrom,
  }
}

function toBase64(values: Int8Array): string {
  let bytes = ''
  for (const value of values) bytes += String.fromCharCode(value & 0xff)
  return btoa(bytes)
}
