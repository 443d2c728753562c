import { describe, expect, it } from 'vitest'
import type { Estimate } from '@/lib/numbers/schema'
import { leadFigures } from '@/lib/numbers/lead-figures'
import type { ConditionContent, Content } from '@/prisma/pipeline/read-content'
import { readPages } from '@/prisma/pipeline/read-pages'
import { realContent } from './real-content'

/** A fault that once stood on a page about the heart: how it would be seen again, and how it looked. */
type Mended = {
  id: string
  /** In plain words: what must hold, and why. */
  rule: string
  faults: (heart: ConditionContent, content: Content) => string[]
  /** Brings the fault back in a copy. */
  harm: (heart: ConditionContent, content: Content) => void
}

const heartOf = (content: Content): ConditionContent => {
  const heart = content.conditions.find(({ condition }) => condition.id === 'heart-failure')
  if (!heart) throw new Error('no content about the heart')
  return heart
}

function found<T>(thing: T | undefined, what: string): T {
  if (thing === undefined) throw new Error(`${what} is not in the content`)
  return thing
}

const estimate = (heart: ConditionContent, id: string): Estimate =>
  found(
    heart.numbers.estimates.find((e) => e.id === id),
    id,
  )

function cellOf(heart: ConditionContent, decision: string, outcome: string, option: string) {
  const d = found(
    heart.decisions.decisions.find(({ id }) => id === decision),
    decision,
  )
  const o = found(
    d.outcomes.find(({ id }) => id === outcome),
    outcome,
  )
  return found(o.cells[option], option)
}

/** The figures of a cell, in their order; empty for a cell without figures. */
function cell(heart: ConditionContent, decision: string, outcome: string, option: string): string[] {
  const at = cellOf(heart, decision, outcome, option)
  return 'estimates' in at ? at.estimates : []
}

/** Those that stand first. */
function leadsOf(
  heart: ConditionContent,
  decision: string,
  outcome: string,
  option: string,
): readonly string[] {
  const at = cellOf(heart, decision, outcome, option)
  return 'estimates' in at ? leadFigures(at) : []
}

const allCells = (heart: ConditionContent) =>
  heart.decisions.decisions.flatMap((d) =>
    d.outcomes.flatMap((o) =>
      Object.entries(o.cells).flatMap(([option, c]) =>
        'estimates' in c ? c.estimates.map((id) => ({ at: `${d.id} ${o.id} ${option}`, id })) : [],
      ),
    ),
  )

const answer = (heart: ConditionContent, decision: string, outcome: string): string[] =>
  found(heart.words.decisions.decisions[decision]?.outcomes[outcome], `${decision} ${outcome}`).answer

const trials = (heart: ConditionContent) => heart['stem-cells'].products.flatMap((p) => p.trials)
const trial = (heart: ConditionContent, id: string) =>
  found(
    trials(heart).find((t) => t.id === id),
    id,
  )

/** The value as one string: "percent 44 of 25", "ratio 0.76 (0.57 to 1.01)". */
function shown({ value }: Estimate): string {
  if (value.type === 'percent') return `${value.value} percent of ${value.n ?? '?'}`
  if (value.type === 'counts') return `${value.events} of ${value.total}`
  if (value.type === 'finding') return value.finding
  return value.type
}

/** Which figure must stand first in which cell. */
const firsts: { decision: string; outcome: string; option: string; first: string[]; because: string }[] = [
  {
    decision: 'blocked-arteries',
    outcome: 'live-longer',
    option: 'planned-stent',
    first: ['revived-death-stent'],
    because: 'the trial of weak hearts, deaths from any cause; the other trial left weak hearts out',
  },
  {
    decision: 'advanced',
    outcome: 'live-longer',
    option: 'mitral-clip',
    first: ['coapt-death-24-months-clip', 'mitra-death-clip'],
    because: 'trials that contradict each other stand together, at one time',
  },
  {
    decision: 'advanced',
    outcome: 'live-longer',
    option: 'transplant',
    first: ['transplant-death-5-years', 'transplant-waiting-deaths'],
    because: 'the report of 2020, not people who got a heart from 2011 to 2013',
  },
  ...(['live-longer', 'hospital', 'serious-problems'] as const).map((outcome) => ({
    decision: 'advanced',
    outcome,
    option: 'medicines',
    first: [
      {
        'live-longer': 'victoria-death',
        hospital: 'victoria-heart-death-or-stay',
        'serious-problems': 'victoria-low-pressure',
      }[outcome],
    ],
    because: 'people who had got worse on their tablets; the older trials took others or an older time',
  })),
  {
    decision: 'sudden-death',
    outcome: 'device-problems',
    option: 'icd',
    first: ['icd-any-problem-trials'],
    because: 'harm as trials count it, not the mildest figure of a summary for nurses',
  },
]

/** Figures that were wrong, or of other people: what they must be now. */
const figures: Record<string, { shown: string; versus?: string }> = {
  'tred-relapse-6-months': { shown: '44 percent of 25', versus: '0 percent of 26' },
  'revived-death-stent': { shown: '31.7 percent of 347', versus: '32.6 percent of 353' },
  'iris-death-icd': { shown: '116 of 445', versus: '117 of 453' },
  'companion-sudden-shock-crt': { shown: '17 of 595', versus: '18 of 308' },
  'transplant-dialysis-new': { shown: '968 of 7223' },
  'concert-quality-mesenchymal': { shown: 'better' },
  'concert-quality-mixed': { shown: 'better' },
  'ixcell-events-counted': { shown: 'better' },
  'fisher-2014-death': { shown: 'better' },
}

/** What a sentence of a place must not say again, and a wording that did. */
const sentences: { id: string; place: RegExp; never: RegExp; example: string }[] = [
  {
    id: 'no number for carrying on',
    place: /^heart-failure\/words\.en\/decisions\.yaml/,
    never: /no study tested "?carry/i,
    example: 'No study tested "carry on as now" by itself. So we have no numbers for it.',
  },
  {
    id: 'deaths of the stent trial not found',
    place: /^heart-failure\/words\.en\//,
    never: /did not find deaths from any cause/i,
    example: 'It counts heart deaths only. We did not find deaths from any cause.',
  },
  {
    id: 'people chosen with more care',
    place: /^heart-failure\/words\.en\/(?:decisions|quiz|numbers)\.yaml/,
    never: /chosen with (?:more )?care/i,
    example: 'People in this study were chosen with more care.',
  },
  {
    id: 'two studies of the clip',
    place: /^heart-failure\/words\.en\/(?:decisions|quiz|numbers)\.yaml/,
    never: /two (?:big )?(?:studies|trials) of the (?:mitral )?clip/i,
    example: 'Did the two big studies of the mitral clip agree?',
  },
  {
    id: 'young cells',
    place: /^heart-failure\/words\.en\/stem-cells\.yaml/,
    never: /stem cells are young/i,
    example: 'Stem cells are young cells that can make more cells.',
  },
  {
    id: 'no pair of CONCERT-HF told apart',
    place: /^heart-failure\/words\.en\/stem-cells\.yaml/,
    never: /cannot say which two/i,
    example: 'One test compared all the groups at once, so we cannot say which two of them differ.',
  },
  {
    id: 'no larger trial, unnamed',
    place: /^heart-failure\/words\.en\/stem-cells\.yaml/,
    never: /no larger trial that we can rely on/i,
    example: 'No larger trial that we can rely on has confirmed this.',
  },
  {
    id: 'PREVENT-TAHA8 retracted',
    place: /^heart-failure\/words\.en\//,
    never: /TAHA8[^.]*(?:retracted|taken back|withdrawn)/i,
    example: 'PREVENT-TAHA8 was taken back.',
  },
  {
    id: 'no trial met its aim',
    place: /^heart-failure\/words\.en\/quiz\.yaml/,
    never: /^they did not reach their main aim/i,
    example: 'They did not reach their main aim. Stem cells are still being tested.',
  },
  {
    id: 'no time of RIBS-IV',
    place: /^heart-failure\/words\.en\/decisions\.yaml/,
    never: /needed one and [^.]* did not\. The part we read does not say/i,
    example:
      'With a balloon, 16 in 100 needed one and 84 did not. The part we read does not say after how long.',
  },
]

const inWords: Record<number, string> = {
  1: 'one',
  2: 'two',
  3: 'three',
  4: 'four',
  5: 'five',
  6: 'six',
  7: 'seven',
}

const heartDoesNot = (heart: ConditionContent, id: string) =>
  heart.words.numbers.populations[estimate(heart, id).population] ?? ''

const mended: Mended[] = [
  ...firsts.map((f): Mended => ({
    id: `${f.decision} ${f.outcome} ${f.option}`,
    rule: `${f.first.join(', ')} first: ${f.because}`,
    faults: (heart) => {
      const first = leadsOf(heart, f.decision, f.outcome, f.option).slice(0, f.first.length)
      return JSON.stringify(first) === JSON.stringify(f.first) ? [] : [first.join(', ')]
    },
    harm: (heart) => {
      const at = cellOf(heart, f.decision, f.outcome, f.option)
      if ('estimates' in at) at.lead = at.estimates.slice(-1)
    },
  })),
  ...Object.entries(figures).map(([id, want]): Mended => ({
    id,
    rule: `${id} is ${want.shown}${want.versus ? ` against ${want.versus}` : ''}`,
    faults: (heart) => {
      const e = estimate(heart, id)
      const versus = e.comparator ? shown(estimate(heart, e.comparator)) : undefined
      return shown(e) === want.shown && versus === want.versus
        ? []
        : [`${shown(e)} against ${versus ?? 'none'}`]
    },
    harm: (heart) => {
      estimate(heart, id).value = { type: 'percent', value: 40 }
    },
  })),
  {
    id: 'clip-one-time',
    rule: 'the answer in words sets the trials of the clip side by side at one time',
    faults: (heart) => {
      const told = answer(heart, 'advanced', 'live-longer')
        .flatMap((line) => [...line.matchAll(/\{([a-z0-9-]+)/g)].map(([, id = '']) => id))
        .filter((id) => /^(?:coapt|mitra)-death/.test(id))
      const times = new Set(told.map((id) => estimate(heart, id).followUp.months))
      return times.size === 1 ? [] : [[...times].join(', ')]
    },
    harm: (heart) => {
      answer(heart, 'advanced', 'live-longer').push('After {coapt-death-36-months-clip.time} it differs.')
    },
  },
  {
    id: 'feel-better-filled',
    rule: 'at most 6 of the cells "will I feel better" are empty',
    faults: (heart) => {
      const cells = heart.decisions.decisions.flatMap((d) =>
        d.outcomes.filter(({ id }) => id === 'feel-better').flatMap((o) => Object.values(o.cells)),
      )
      const empty = cells.filter((c) => !('estimates' in c)).length
      return cells.length >= 17 && empty <= 6 ? [] : [`${empty} of ${cells.length}`]
    },
    harm: (heart) => {
      for (const d of heart.decisions.decisions)
        for (const o of d.outcomes)
          if (o.id === 'feel-better')
            for (const option of ['comfort-care', 'medicines'])
              o.cells[option] = { unknown: 'no-number-found' }
    },
  },
  {
    id: 'carry-on-shown',
    rule: 'the groups that kept their medicines and had no procedure stand on "carry on as now"',
    faults: (heart) =>
      heart.decisions.decisions
        .filter(({ id }) => cell(heart, id, 'live-longer', 'carry-on-as-now').length === 0)
        .map(({ id }) => id),
    harm: (heart) => {
      const d = found(heart.decisions.decisions[0], 'a decision')
      found(d.outcomes[0], 'a question').cells['carry-on-as-now'] = { unknown: 'carry-on-not-tested' }
    },
  },
  {
    id: 'comfort-of-advanced',
    rule: 'deaths and stays of the one study of comfort care stand with advanced illness, which it took',
    faults: (heart) =>
      allCells(heart)
        .filter(({ at, id }) => /^palhf-(?:death|hospital)/.test(id) && !at.startsWith('advanced '))
        .map(({ at }) => at),
    harm: (heart) => {
      const d = found(heart.decisions.decisions[0], 'a decision')
      found(d.outcomes[0], 'a question').cells['comfort-care'] = { estimates: ['palhf-death'] }
    },
  },
  {
    id: 'picture-of-heart-failure',
    rule: 'the picture of trials of cells holds trials of cells in heart failure only',
    faults: (heart) => {
      const answers = heart['stem-cells'].products.flatMap((p) => p.answers)
      const ofCells = new Set(answers.flatMap(({ estimates }) => estimates))
      return heart['stem-cells'].trialPicture.filter(
        (id) => !ofCells.has(id) || estimate(heart, id).population === 'cells-after-attack',
      )
    },
    harm: (heart) => {
      heart['stem-cells'].trialPicture.push('cochrane-ami-death-late')
    },
  },
  {
    id: 'stent-words',
    rule: 'the stent trial of weak hearts is told before the trial that left them out',
    faults: (heart) => {
      const lines = answer(heart, 'blocked-arteries', 'live-longer')
      const revived = lines.findIndex((line) => line.includes('{revived-death-stent'))
      const ischemia = lines.findIndex((line) => line.includes('{ischemia-death-early'))
      return revived >= 0 && (ischemia < 0 || revived < ischemia) ? [] : [`${revived} and ${ischemia}`]
    },
    harm: (heart) => {
      answer(heart, 'blocked-arteries', 'live-longer').unshift('So {ischemia-death-early} were alive.')
    },
  },
  {
    id: 'kidneys-of-hearts',
    rule: 'kidney figures after a heart transplant are of people who got a heart, not of all organs',
    faults: (heart) => [
      ...allCells(heart)
        .filter(({ id }) => /kidney-failure|dialysis/.test(id) && !/\bheart\b/.test(heartDoesNot(heart, id)))
        .map(({ at, id }) => `${at}: ${id}`),
      ...heart.decisions.decisions
        .flatMap((d) => d.outcomes.flatMap((o) => answer(heart, d.id, o.id)))
        .filter((line) => line.includes('{transplant-kidney-failure')),
    ],
    harm: (heart) => {
      cell(heart, 'advanced', 'later-problems', 'transplant').push('transplant-kidney-failure')
    },
  },
  {
    id: 'infections-not-told',
    rule: 'no answer in words quotes infections of one very ill centre or of the 1990s',
    faults: (heart) =>
      answer(heart, 'advanced', 'serious-problems').filter((line) => line.includes('{transplant-infection')),
    harm: (heart) => {
      answer(heart, 'advanced', 'serious-problems').push('So {transplant-infection-paris} had one.')
    },
  },
  {
    id: 'danish-infection',
    rule: 'device infections of DANISH are not set against "no device": both groups had CRT devices',
    faults: (heart) =>
      answer(heart, 'sudden-death', 'device-problems').filter((line) =>
        line.includes('{danish-device-infection-icd.versus'),
      ),
    harm: (heart) => {
      answer(heart, 'sudden-death', 'device-problems').push(
        'Without an ICD it was {danish-device-infection-icd.versus}.',
      )
    },
  },
  {
    id: 'icd-waiting',
    rule: 'an ICD soon after a heart attack is told with its study and the time to wait',
    faults: (heart) => {
      const text = answer(heart, 'sudden-death', 'live-longer').join(' ')
      return ['{iris-death-icd', '{fact:icd-wait}'].filter((part) => !text.includes(part))
    },
    harm: (heart) => {
      const lines = answer(heart, 'sudden-death', 'live-longer')
      lines.splice(0, lines.length, ...lines.filter((line) => !line.includes('{fact:icd-wait}')))
    },
  },
  {
    id: 'gut-bleeding-both',
    rule: 'gut bleeding with a heart pump is told with both lists, as they do not agree',
    faults: (heart) => {
      const text = answer(heart, 'advanced', 'serious-problems').join(' ')
      return ['{elevate-gut-bleeding-2-years', '{intermacs-gut-bleeding-5-years'].filter(
        (part) => !text.includes(part),
      )
    },
    harm: (heart) => {
      const lines = answer(heart, 'advanced', 'serious-problems')
      lines.splice(0, lines.length, ...lines.filter((line) => !line.includes('{intermacs-gut')))
    },
  },
  ...['ixcell', 'repair'].map((id): Mended => ({
    id: `${id}-met`,
    rule: `${id}: the trial met its main aim and is marked so`,
    faults: (heart) => (trial(heart, id).mainAim === 'met' ? [] : [trial(heart, id).mainAim]),
    harm: (heart) => {
      trial(heart, id).mainAim = 'not-clear'
    },
  })),
  {
    id: 'concert-whole',
    rule: 'CONCERT-HF is told with what it found on daily life, good or not',
    faults: (heart) => {
      const own = found(
        heart['stem-cells'].products.find(({ id }) => id === 'own-mesenchymal'),
        'own-mesenchymal',
      )
      const feel = own.answers.find(({ question }) => question === 'feel-better')?.estimates ?? []
      return ['concert-quality-mesenchymal', 'concert-quality-mixed', 'mschf-feel'].filter(
        (id) => !feel.includes(id),
      )
    },
    harm: (heart) => {
      for (const p of heart['stem-cells'].products) for (const a of p.answers) a.estimates = []
    },
  },
  {
    id: 'taha8-warned',
    rule: 'PREVENT-TAHA8 is named with the warning of its journal, and with no result',
    faults: (heart, content) => {
      const t = trial(heart, 'prevent-taha8')
      const status = content.sources.find(({ id }) => id === t.source)?.status
      return [
        ...(status === 'concern' ? [] : [`its source is "${status ?? 'missing'}"`]),
        ...t.estimates.map((id) => `shows ${id}`),
      ]
    },
    harm: (_heart, content) => {
      for (const s of content.sources) s.status = 'current'
    },
  },
  {
    id: 'trials-counted',
    rule: 'the story of one patient says how many trials with a dummy met their main aim, as this site lists them',
    faults: (heart) => {
      const dummy = trials(heart).filter(({ sham }) => sham)
      const count = (aim: string) => dummy.filter(({ mainAim }) => mainAim === aim).length
      const want = [`${inWords[count('not-met')]} did not meet`, `${inWords[count('met')]} did`]
      const text = (heart.words.claims.claims['one-patient-rescued']?.why ?? []).join(' ').toLowerCase()
      return want.filter((part) => !text.includes(part))
    },
    harm: (heart) => {
      trial(heart, 'cardiamp').mainAim = 'not-clear'
    },
  },
  ...sentences.map(({ id, place, never, example }): Mended => ({
    id,
    rule: `no sentence says ${never}`,
    faults: (_heart, content) =>
      readPages(content)
        .flatMap(({ blocks }) => blocks)
        .filter((block) => place.test(block.place) && never.test(block.text))
        .map((block) => `${block.place}: ${block.text}`),
    harm: (heart) => {
      heart.words.decisions.whys['no-device'] = example
      heart.words['stem-cells'].lead = [example]
      const question = found(Object.values(heart.words.quiz.questions)[0], 'a question')
      question.question = example
    },
  })),
]

const content = realContent()

describe.each(mended)('$id: $rule', ({ faults, harm }) => {
  it('holds', () => {
    expect(faults(heartOf(content), content)).toEqual([])
  })

  it('is seen when it comes back', () => {
    const copy = structuredClone(content)
    harm(heartOf(copy), copy)
    expect(faults(heartOf(copy), copy)).not.toEqual([])
  })
})
