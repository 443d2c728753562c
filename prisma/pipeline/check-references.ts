/**
 * Checks that the content fits together: every id that is named exists, every thing has its words,
 * every placeholder can be filled, no sentence breaks a rule. Pure: content in, problems out.
 */
import { compilePatterns } from '@/lib/claims/read-article'
import type { LanguagePatterns } from '@/lib/claims/sign-schema'
import { cellWhys } from '@/lib/journey/cell-whys'
import { cellPages } from '@/lib/journey/steps'
import { doRangeAndPAgree, readEffect, type PrintedEffect } from '@/lib/numbers/effect-reading'
import { effectOnSide } from '@/lib/numbers/effect-side'
import type { Estimate } from '@/lib/numbers/schema'
import { proportionOf } from '@/lib/numbers/shown-figures'
import { exactPercent } from '@/lib/numbers/natural-frequency'
import { sourceLocale } from '@/lib/texts/languages'
import { alwaysIncluded } from '@/lib/packets/route'
import { lintWords } from '@/lib/texts/lint'
import { parseWords } from '@/lib/texts/placeholders'
import { checkLeads } from './check-leads'
import { checkPositions, checkPositionWords } from './check-positions'
import { checkRatings } from './check-ratings'
import { checkResults } from './check-results'
import { once, type ConditionContent, type Content, type Problem, type WholeContent } from './read-content'

/** Every line of text of a words file with its path, for example `options.bypass.harms.0`. */
export function linesOf(value: unknown, at: (string | number)[] = []): { path: string; text: string }[] {
  if (typeof value === 'string') return [{ path: at.join('.'), text: value }]
  if (Array.isArray(value)) return value.flatMap((item, index) => linesOf(item, [...at, index]))
  if (value && typeof value === 'object')
    return Object.entries(value).flatMap(([key, item]) =>
      key === 'sources' ? [] : linesOf(item, [...at, key]),
    )
  return []
}

type Add = (file: string, path: string, message: string, fix: string) => void

function duplicates(ids: string[]): string[] {
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))]
}

function sameKeys(
  add: Add,
  file: string,
  at: string,
  wanted: string[],
  have: Record<string, unknown>,
  what: string,
) {
  for (const id of wanted)
    if (!(id in have)) add(file, `${at}.${id}`, `no words for ${what} "${id}"`, 'write them')
  for (const id of Object.keys(have))
    if (!wanted.includes(id))
      add(file, `${at}.${id}`, `words for an unknown ${what}`, 'remove them, or mend the id')
}

/** A Greek letter that names a thing ("β受体") is no beginning of a word. */
const beginsSmall = (text: string) => /^(?!\p{Script=Greek}\P{Script=Greek})\p{Ll}/u.test(text)

/**
 * The program changes the case of no letter: what stands in two places has two forms. A language without capitals needs
 * one.
 */
function checkFirstWords(add: Add, file: string, { numbers, words }: ConditionContent) {
  const { arms, armsFirst, endpoints } = words.numbers
  for (const [id, text] of Object.entries(arms))
    if (beginsSmall(text) && !(id in armsFirst))
      add(file, `armsFirst.${id}`, `no words for "${text}" at the start of a line`, 'write them')
  for (const [id, text] of Object.entries(armsFirst)) {
    if (!(id in arms)) add(file, `armsFirst.${id}`, 'words for an unknown arm', 'remove them, or mend the id')
    else if (beginsSmall(text))
      add(file, `armsFirst.${id}`, `begins with a small letter: "${text}"`, 'begin it as a sentence')
  }
  const ofMeans = numbers.estimates.filter(({ value }) => value.type === 'meanDifference')
  for (const id of new Set(ofMeans.map(({ endpoint }) => endpoint)))
    if (endpoints[id] && endpoints[id].inSentence === undefined)
      add(
        file,
        `endpoints.${id}.inSentence`,
        'a difference of means has no name inside a sentence',
        'write the title so',
      )
}

/** Says which of the wanted ids have no words in one file of a condition, and which words are of no such id. */
type SameKeys = (
  name: string,
  at: string,
  wanted: string[],
  have: Record<string, unknown>,
  what: string,
) => void

const idsOf = (things: readonly { id: string }[]) => things.map((thing) => thing.id)

/** Words that must exist for each thing of one condition. */
function checkWords(add: Add, c: ConditionContent, locale: string) {
  const w = c.words
  const file = (name: string) => `${c.condition.id}/words.${locale}/${name}.yaml`
  const same: SameKeys = (name, ...rest) => sameKeys(add, file(name), ...rest)
  same('condition', 'sections', idsOf(c.condition.sections), w.condition.sections, 'section')
  same('condition', 'situations', idsOf(c.condition.situations), w.condition.situations, 'situation')
  same('options', 'options', idsOf(c.options.options), w.options.options, 'option')
  const purposes = [...new Set(c.options.options.map(({ purpose }) => purpose))]
  same('options', 'purposes', purposes, w.options.purposes, 'purpose')
  checkDecisionWords(same, c)
  const e = c.numbers.estimates
  same('numbers', 'endpoints', idsOf(c.numbers.endpoints), w.numbers.endpoints, 'endpoint')
  same('numbers', 'arms', [...new Set(e.map((x) => x.arm))], w.numbers.arms, 'arm')
  checkFirstWords(add, file('numbers'), c)
  same(
    'numbers',
    'populations',
    [...new Set(e.map((x) => x.population))],
    w.numbers.populations,
    'population',
  )
  same('numbers', 'notes', [...new Set(e.flatMap((x) => x.notes))], w.numbers.notes, 'note')
  same('claims', 'claims', idsOf(c.claims.claims), w.claims.claims, 'claim')
  same('matters', 'matters', idsOf(c.matters.matters), w.matters.matters, 'matter')
  for (const m of c.matters.matters) {
    const words = w.matters.matters[m.id]
    if (words)
      same('matters', `matters.${m.id}.because`, [...m.towards, ...m.against], words.because, 'reason')
  }
  same('ratings', 'reasons', Object.keys(c.ratings.reasons), w.ratings.reasons, 'reason')
  checkQuizWords(add, same, c)
  checkCellWords(add, same, c, file('stem-cells'))
}

function checkDecisionWords(same: SameKeys, c: ConditionContent) {
  const { decisions, whys } = c.words.decisions
  same('decisions', 'decisions', idsOf(c.decisions.decisions), decisions, 'decision')
  for (const d of c.decisions.decisions) {
    const words = decisions[d.id]
    if (words) same('decisions', `decisions.${d.id}.outcomes`, idsOf(d.outcomes), words.outcomes, 'outcome')
    for (const outcome of d.outcomes) {
      const withFigures = Object.entries(outcome.cells).flatMap(([option, cell]) =>
        'estimates' in cell ? [option] : [],
      )
      const at = `decisions.${d.id}.outcomes.${outcome.id}`
      const have = words?.outcomes[outcome.id]
      if (have) same('decisions', `${at}.atAGlance`, withFigures, have.atAGlance, 'cell with figures')
    }
  }
  const named = c.decisions.decisions.flatMap((d) => d.outcomes.flatMap((o) => cellWhys(o.cells)))
  same('decisions', 'whys', [...new Set(named)], whys, 'why')
}

function checkQuizWords(add: Add, same: SameKeys, c: ConditionContent) {
  same('quiz', 'questions', idsOf(c.quiz.questions), c.words.quiz.questions, 'question')
  for (const q of c.quiz.questions) {
    const words = c.words.quiz.questions[q.id]
    if (words) same('quiz', `questions.${q.id}.answers`, idsOf(q.answers), words.answers, 'answer')
    if (q.answers.filter((a) => a.correct).length !== 1)
      add(
        `${c.condition.id}/quiz.yaml`,
        q.id,
        'needs exactly one correct answer',
        'mark one answer correct: true',
      )
  }
}

function checkCellWords(add: Add, same: SameKeys, c: ConditionContent, file: string) {
  const structure = `${c.condition.id}/stem-cells.yaml`
  const s = c['stem-cells']
  const sw = c.words['stem-cells']
  same('stem-cells', 'products', idsOf(s.products), sw.products, 'product')
  same('stem-cells', 'regulators', idsOf(s.regulators), sw.regulators, 'regulator answer')
  same('stem-cells', 'harms', idsOf(s.harms), sw.harms, 'harm')
  for (const field of ['lead', 'gist', 'guidelines', 'organQuestion', 'organ'] as const)
    if (!sw[field]) add(file, field, 'missing', 'write it')
  for (const p of s.products) {
    if (cellPages.some((page) => page.id === p.id))
      add(structure, p.id, 'is the address of another page', 'choose another id')
    const words = sw.products[p.id]
    if (!words) continue
    const at = `products.${p.id}`
    const questions = p.answers.map((a) => a.question)
    same('stem-cells', `${at}.answers`, questions, words.answers, 'question')
    same('stem-cells', `${at}.trials`, idsOf(p.trials), words.trials, 'trial')
    same('stem-cells', `${at}.running`, idsOf(p.running), words.running, 'running trial')
    if (p.answers.length !== 5)
      add(structure, p.id, 'must answer all five questions', 'add the missing question with a status')
  }
}

/** The ratio or difference an estimate carries, beside its arms or as its own value. */
function printedEffect({ effect, value, counts }: Estimate): PrintedEffect | null {
  if (effect) return effectOnSide(effect, counts)
  if (value.type === 'ratioOnly') return value
  if (value.type === 'meanDifference' && value.of === 'between') return { ...value, measure: 'MD' }
  return null
}

/** A printed effect must not contradict itself or its arms. */
function checkEffects(add: Add, c: ConditionContent) {
  const file = `${c.condition.id}/numbers.yaml`
  for (const e of c.numbers.estimates) {
    const other = c.numbers.estimates.find((x) => x.id === e.comparator)
    const effect = printedEffect(e)
    if (!effect) continue
    try {
      readEffect(effect)
    } catch (error) {
      add(
        file,
        e.id,
        error instanceof Error ? error.message : String(error),
        'check the effect in the source',
      )
      continue
    }
    if (doRangeAndPAgree(effect) === false)
      add(file, e.id, 'the range and the p value tell different stories', 'check both in the source')
    if (effect.measure !== 'RD' || !other) continue
    const mine = proportionOf(e.value)
    const theirs = proportionOf(other.value)
    if (!mine || !theirs) continue
    const gap = exactPercent(mine) - exactPercent(theirs)
    if (Math.sign(effect.value) !== Math.sign(Math.round(gap * 10)) && Math.abs(gap - effect.value) > 0.1)
      add(
        file,
        e.id,
        `a difference of ${effect.value} does not fit the two arms (${gap.toFixed(1)})`,
        'check the sign',
      )
  }
}

/** Cell products stay in their own lane: never an option, a matter or a cell of a comparison. */
function checkLanes(add: Add, c: ConditionContent) {
  const id = c.condition.id
  const products = new Set(c['stem-cells'].products.map((p) => p.id))
  const figures = new Set(
    c['stem-cells'].products.flatMap((p) => [...p.answers, ...p.trials].flatMap((x) => x.estimates)),
  )
  for (const o of c.options.options)
    if (products.has(o.id))
      add(`${id}/options.yaml`, o.id, 'is a cell product', 'leave it in stem-cells.yaml only')
  for (const d of c.decisions.decisions)
    for (const o of d.outcomes)
      for (const [option, cell] of Object.entries(o.cells))
        for (const estimate of 'estimates' in cell ? cell.estimates : [])
          if (figures.has(estimate))
            add(
              `${id}/decisions.yaml`,
              `${d.id}.${o.id}.${option}`,
              `"${estimate}" is of a cell product`,
              'remove it',
            )
}

/** A map of an article has a place for each row of its table, and every place exists. */
function checkPlaces(
  add: Add,
  c: ConditionContent,
  section: ConditionContent['condition']['sections'][number],
) {
  const ids = (things: readonly { id: string }[]) => new Set(things.map(({ id }) => id))
  const known: Record<string, Set<string>> = {
    situation: ids(c.condition.situations),
    section: ids(c.condition.sections),
    option: ids(c.options.options),
    decision: ids(c.decisions.decisions),
    claim: ids(c.claims.claims),
  }
  const at = `${section.id}.places`
  const rows = c.words.condition.sections[section.id]?.table?.rows.length ?? 0
  if (rows !== section.places.length)
    add(
      `${c.condition.id}/condition.yaml`,
      at,
      `${section.places.length} places for ${rows} rows of the table`,
      'name where each row leads',
    )
  for (const place of section.places.flat()) {
    const [kind = '', id = ''] = place.split(':')
    if (known[kind] && !known[kind].has(id))
      add(`${c.condition.id}/condition.yaml`, at, `unknown ${kind} "${id}"`, 'use an id that exists')
  }
}

/** As many questions of a decision stand on the sheet for the visit: more would not fit on two sides of paper. */
const onSheetOfDecision = 4
/** As many questions at least check what a person has understood of a decision. */
const leastQuestions = 4

/** The sheet for the visit has its questions, of good and of harm. */
function checkSheet(add: Add, file: string, { id, outcomes }: Decision) {
  const onSheet = outcomes.filter((outcome) => outcome.onSheet)
  if (onSheet.length !== onSheetOfDecision)
    add(
      file,
      id,
      `${onSheet.length} outcomes stand on the sheet for the visit, not ${onSheetOfDecision}`,
      `write onSheet: true at ${onSheetOfDecision} of them`,
    )
  for (const tone of ['benefit', 'harm'] as const)
    if (!onSheet.some((outcome) => outcome.tone === tone))
      add(file, id, `no outcome on the sheet has tone: ${tone}`, 'give onSheet: true to one')
}

/** Says which of the named ids are not among those that one condition has. */
type Need = (
  file: string,
  at: string,
  have: ReadonlySet<string>,
  named: readonly string[],
  what: string,
) => void

/** The ids that the files of one condition may name. */
type Known = {
  need: Need
  sources: ReadonlySet<string>
  options: ReadonlySet<string>
  decisions: ReadonlySet<string>
  situations: ReadonlySet<string>
  estimates: ReadonlySet<string>
  endpoints: ReadonlySet<string>
}

/** Ids that one condition's files name must exist. */
function checkIds(add: Add, c: ConditionContent, sources: ReadonlySet<string>) {
  const need: Need = (file, at, have, named, what) => {
    for (const name of named)
      if (!have.has(name))
        add(
          `${c.condition.id}/${file}`,
          at,
          `unknown ${what} "${name}"`,
          `use an id that exists, or add the ${what}`,
        )
  }
  const set = (things: readonly { id: string }[]) => new Set(idsOf(things))
  const known: Known = {
    need,
    sources,
    options: set(c.options.options),
    decisions: set(c.decisions.decisions),
    situations: set(c.condition.situations),
    estimates: set(c.numbers.estimates),
    endpoints: set(c.numbers.endpoints),
  }
  checkTakenIds(add, c)
  checkIllnessIds(add, c, known)
  checkOptionIds(add, c, known)
  checkDecisionIds(add, c, known)
  checkFigureIds(add, c, known)
  checkCellIds(c, known)
  for (const x of c.claims.claims) need('claims.yaml', x.id, sources, x.sources, 'source')
  for (const m of c.matters.matters) {
    need('matters.yaml', m.id, known.decisions, m.decisions, 'decision')
    need('matters.yaml', m.id, known.options, [...m.towards, ...m.against], 'option')
  }
  for (const q of c.quiz.questions) {
    need('quiz.yaml', q.id, known.decisions, q.decisions, 'decision')
    need('quiz.yaml', q.id, sources, q.sources, 'source')
    need('quiz.yaml', q.id, known.estimates, q.estimates, 'estimate')
  }
}

/** What an outcome cannot be called: it would stand at the address of another page, or under the id of another signature. */
const takenByOutcomes = [
  ['days', 'is the page of the days'],
  ['options', 'is where the words of the options are signed'],
  ['findings', 'is the page of the table of findings'],
] as const

function checkTakenIds(add: Add, c: ConditionContent) {
  const folder = c.condition.id
  for (const [id, why] of takenByOutcomes)
    for (const d of c.decisions.decisions)
      if (d.outcomes.some((outcome) => outcome.id === id))
        add(`${folder}/decisions.yaml`, `${d.id}.${id}`, `"${id}" ${why}`, 'rename the outcome')
  for (const s of c.condition.sections)
    if (s.id === 'situations')
      add(`${folder}/condition.yaml`, s.id, '"situations" is signed under this id', 'rename the section')
}

function checkIllnessIds(add: Add, c: ConditionContent, { need, sources, estimates, decisions }: Known) {
  for (const s of c.condition.sections) {
    need('condition.yaml', s.id, sources, s.sources, 'source')
    need('condition.yaml', s.id, estimates, s.estimates, 'estimate')
    if (s.places.length > 0) checkPlaces(add, c, s)
  }
  need('condition.yaml', 'emergency', sources, c.condition.emergency.sources, 'source')
  for (const s of c.condition.situations) {
    need('condition.yaml', s.id, decisions, s.decisions, 'decision')
    need('condition.yaml', s.id, sources, s.sources, 'source')
  }
}

function checkOptionIds(add: Add, c: ConditionContent, { need, sources, estimates }: Known) {
  for (const o of c.options.options) {
    need('options.yaml', o.id, sources, o.sources, 'source')
    need('options.yaml', o.id, estimates, o.estimates, 'estimate')
    if (o.estimates.length === 0 && !c.decisions.decisions.some((d) => d.options.includes(o.id)))
      add(
        `${c.condition.id}/options.yaml`,
        o.id,
        'stands in no decision',
        'add it to a decision in decisions.yaml, or take it out',
      )
  }
}

function checkDecisionIds(add: Add, c: ConditionContent, known: Known) {
  const file = `${c.condition.id}/decisions.yaml`
  const order = new Map(c.options.options.map((o) => [o.id, o.order]))
  for (const d of c.decisions.decisions) {
    known.need('decisions.yaml', d.id, known.options, d.options, 'option')
    known.need('decisions.yaml', d.id, known.situations, d.situations, 'situation')
    for (const option of alwaysIncluded)
      if (!d.options.includes(option))
        add(file, d.id, `leaves out "${option}"`, 'add it: it is always a real option')
    checkSheet(add, file, d)
    const asked = c.quiz.questions.filter(({ decisions: own }) => own.includes(d.id)).length
    if (asked < leastQuestions)
      add(
        `${c.condition.id}/quiz.yaml`,
        d.id,
        `${asked} questions check what is understood of this decision, at least ${leastQuestions} must`,
        'write more, and name the decision in each',
      )
    const orders = d.options.map((o) => order.get(o) ?? 0)
    if (orders.some((n, i) => i > 0 && n <= (orders[i - 1] ?? 0)))
      add(file, d.id, 'options are not in the fixed neutral order', 'sort them as in options.yaml')
    for (const outcome of d.outcomes) checkCells(add, c, known, d, outcome)
  }
}

type Decision = ConditionContent['decisions']['decisions'][number]

/** Every option of a decision has its cell at an outcome, and every cell is of an option. */
function checkCells(
  add: Add,
  c: ConditionContent,
  { need, estimates }: Known,
  d: Decision,
  o: Decision['outcomes'][number],
) {
  const file = `${c.condition.id}/decisions.yaml`
  const at = `${d.id}.${o.id}`
  for (const option of d.options)
    if (!(option in o.cells))
      add(file, at, `no cell for "${option}"`, 'give estimates, unknown or notApplicable')
  for (const [option, cell] of Object.entries(o.cells)) {
    need('decisions.yaml', at, new Set(d.options), [option], 'option of this decision')
    // An illness that nobody treats, or that is treated for comfort only, can get worse: that is a harm too.
    if (o.tone === 'harm' && 'notApplicable' in cell && alwaysIncluded.includes(option))
      add(
        file,
        `${at}.${option}`,
        '"does not apply" hides that the illness can get worse',
        'write unknown, with a reason that says what can get worse and that it was not counted',
      )
    if (!('estimates' in cell)) continue
    need('decisions.yaml', `${at}.${option}`, estimates, cell.estimates, 'estimate')
    for (const id of cell.estimates) {
      const e = c.numbers.estimates.find((x) => x.id === id)
      if (e && e.option !== option)
        add(
          file,
          `${at}.${option}`,
          `estimate "${id}" is of option "${String(e.option)}"`,
          'name an estimate of this option',
        )
    }
  }
}

function checkFigureIds(add: Add, c: ConditionContent, { need, sources, endpoints, options }: Known) {
  for (const e of c.numbers.estimates) {
    need('numbers.yaml', e.id, sources, [e.source], 'source')
    need('numbers.yaml', e.id, endpoints, [e.endpoint], 'endpoint')
    if (e.option) need('numbers.yaml', e.id, options, [e.option], 'option')
    checkFigure(add, `${c.condition.id}/numbers.yaml`, e)
    if ('ratedBy' in e.certainty) need('numbers.yaml', e.id, sources, [e.certainty.ratedBy], 'source')
  }
  for (const f of [...c.numbers.facts, ...c.facts.facts])
    need('facts.yaml', f.id, sources, [f.source], 'source')
}

/** A figure has its time, its percent fits its counts, and its range is the right way up. */
function checkFigure(add: Add, file: string, e: Estimate) {
  if (
    e.followUp.months === null &&
    !['around', 'until-discharge', 'varied', 'not-stated'].includes(e.followUp.kind)
  )
    add(file, e.id, 'no follow-up time', 'give months, or the kind that says why there is none')
  if (e.value.type === 'counts') {
    const printed = e.value.percent
    const exact = (100 * e.value.events) / e.value.total
    if (e.value.events > e.value.total) add(file, e.id, 'more events than people', 'check the source')
    if (printed !== undefined && Math.abs(printed - exact) > 1)
      add(
        file,
        e.id,
        `printed percent ${printed} does not fit the counts (${exact.toFixed(1)})`,
        'check the source',
      )
  }
  if (e.range && e.range.low > e.range.high) add(file, e.id, 'range is upside down', 'swap low and high')
}

function checkCellIds(c: ConditionContent, { need, sources, estimates }: Known) {
  const cells = c['stem-cells']
  for (const p of cells.products) {
    need('stem-cells.yaml', p.id, sources, p.sources, 'source')
    for (const a of p.answers) {
      need('stem-cells.yaml', p.id, estimates, a.estimates, 'estimate')
      need('stem-cells.yaml', p.id, sources, a.sources, 'source')
    }
    for (const t of p.trials) {
      need('stem-cells.yaml', t.id, sources, [t.source], 'source')
      need('stem-cells.yaml', t.id, estimates, t.estimates, 'estimate')
    }
    for (const t of p.running) need('stem-cells.yaml', t.id, sources, [t.source], 'source')
  }
  for (const r of cells.regulators) need('stem-cells.yaml', r.id, sources, r.sources, 'source')
  for (const h of cells.harms) need('stem-cells.yaml', h.id, sources, h.sources, 'source')
  need('stem-cells.yaml', 'trialPicture', estimates, cells.trialPicture, 'estimate')
  need('stem-cells.yaml', 'errorPicture', estimates, cells.errorPicture, 'estimate')
}

/** All words files with the scope whose figures they may name. */
export function wordFiles(content: Content): { file: string; scope: string; value: unknown }[] {
  const words = `words.${content.locale}`
  const mixed = content.locale === sourceLocale ? 'shared' : `shared/${words}`
  return [
    { file: `shared/${words}/stem-cells.yaml`, scope: 'shared', value: content.shared.words.stemCells },
    { file: `shared/${words}/glossary.yaml`, scope: 'shared', value: content.shared.words.glossary },
    { file: `${mixed}/pages.yaml`, scope: 'shared', value: content.shared.pages },
    {
      file: `${mixed}/quality.yaml`,
      scope: 'shared',
      value: Object.fromEntries(
        content.shared.quality.items.map(({ id, text, note }) => [id, { text, note }]),
      ),
    },
    {
      file: `${words}/warning-signs.yaml`,
      scope: 'shared',
      value: Object.fromEntries(
        content.articleCheck.words.signs.map(({ id, name, what, why, ask }) => [
          id,
          { name, what, why, ask },
        ]),
      ),
    },
    // Not the sample: it is an advert, and speaks like one.
    { file: `${words}/article-check.yaml`, scope: 'shared', value: content.articleCheck.words.missing },
    ...content.conditions.flatMap((c) =>
      Object.entries(c.words).map(([name, value]) => ({
        file: `${c.condition.id}/${words}/${name}.yaml`,
        scope: c.condition.id,
        value: value as unknown,
      })),
    ),
  ]
}

/** What all conditions share has its words: the article check and the parts about cells. */
function checkSharedWords(add: Add, content: Content) {
  const { check, signs, words } = content.articleCheck
  const signIds = signs.map(({ id }) => id)
  for (const twice of [...duplicates(signIds), ...duplicates(words.signs.map(({ id }) => id))])
    add('warning-signs.yaml', twice, 'id stands twice', 'rename one')
  sameKeys(
    add,
    `words.${content.locale}/warning-signs.yaml`,
    'signs',
    signIds,
    Object.fromEntries(words.signs.map((sign) => [sign.id, sign])),
    'warning sign',
  )
  const missing = check.missing.map(({ id }) => id)
  sameKeys(
    add,
    `words.${content.locale}/article-check.yaml`,
    'missing',
    missing,
    words.missing,
    'thing left out',
  )
  for (const kind of ['prices', 'harms', 'checks', 'regulators', 'questions'] as const)
    sameKeys(
      add,
      `shared/words.${content.locale}/stem-cells.yaml`,
      kind,
      content.shared.stemCells[kind].map((x) => x.id),
      content.shared.words.stemCells[kind],
      kind,
    )
}

/** The article check names only what exists, every sign and every claim can be found, every phrase can be read. */
function checkArticleCheck(add: Add, content: Content) {
  const { others, check, families, claims } = content.articleCheck
  checkSharedWords(add, content)
  checkPatterns(add, content, { check, families, claims }, { phrases: 'warning-signs.yaml', folder: '' })
  for (const [language, patterns] of Object.entries(others))
    checkPatterns(add, content, patterns, {
      phrases: `words.${language}/article-patterns.yaml`,
      folder: `words.${language}/`,
    })
}

/** The phrases of one language. `phrases`: their file; `folder`: where a condition keeps the phrases of its claims. */
function checkPatterns(
  add: Add,
  content: Content,
  patterns: LanguagePatterns,
  { phrases, folder }: { phrases: string; folder: string },
) {
  const { check, families, claims } = patterns
  const { signs } = content.articleCheck
  const fileOf = (condition: string) => `${condition}/${folder}claim-patterns.yaml`
  const missing = content.articleCheck.check.missing.map(({ id }) => id)
  for (const { id } of check.missing)
    if (!missing.includes(id))
      add(phrases, id, `unknown thing left out "${id}"`, 'use an id of article-check.yaml')
  for (const id of missing)
    if (!check.missing.some((item) => item.id === id))
      add(phrases, id, 'nothing says how to find that this is there', 'add its phrases to `missing`')
  for (const id of duplicates(families.map((family) => family.id)))
    add(phrases, id, 'id stands twice', 'rename one')
  for (const { id, sign } of families)
    if (!signs.some((known) => known.id === sign))
      add(phrases, id, `there is no sign "${sign}"`, 'use an id of the list of signs')
  for (const { id } of signs)
    if (!families.some(({ sign }) => sign === id))
      add(phrases, id, 'no family of phrases speaks for this sign', 'add one')
  const conditions = new Map(
    content.conditions.map((c) => [c.condition.id, new Set(c.claims.claims.map(({ id }) => id))]),
  )
  for (const { id } of check.conditions)
    if (!conditions.has(id)) add(fileOf(id), '', 'unknown condition', 'use the name of a content folder')
  for (const { id, condition, whenMissing } of claims) {
    if (!conditions.get(condition)?.has(id))
      add(fileOf(condition), id, `${condition} has no such claim`, `use an id of ${condition}/claims.yaml`)
    for (const name of whenMissing)
      if (!missing.includes(name))
        add(fileOf(condition), id, `unknown thing left out "${name}"`, 'use an id of article-check.yaml')
  }
  // A condition without a file of phrases is not looked for; one with it must find all of its claims.
  const known = [...conditions].filter(([condition]) => check.conditions.some(({ id }) => id === condition))
  for (const [condition, ids] of known)
    for (const id of ids)
      if (!claims.some((claim) => claim.id === id && claim.condition === condition))
        add(fileOf(condition), id, 'nothing says how to find this claim', 'add its phrases')
  try {
    compilePatterns({ check, families, claims })
  } catch (error) {
    const why = error instanceof Error ? error.message : 'a phrase cannot be read'
    add(
      phrases,
      '',
      why,
      'see the phrase language in lib/claims/phrase.ts (also in the other files of phrases)',
    )
  }
}

/** An id stands once in its list: the database would refuse the second one without saying where it is. */
function checkTwice(add: Add, c: ConditionContent) {
  const s = c['stem-cells']
  type List = [file: string, what: string, things: readonly { id: string }[]]
  const lists: List[] = [
    ['condition', 'section', c.condition.sections],
    ['condition', 'situation', c.condition.situations],
    ['options', 'option', c.options.options],
    ['decisions', 'decision', c.decisions.decisions],
    ...c.decisions.decisions.map((d): List => ['decisions', `${d.id} outcome`, d.outcomes]),
    ['stem-cells', 'product', s.products],
    ...s.products.flatMap((p): List[] => [
      ['stem-cells', `${p.id} trial`, p.trials],
      ['stem-cells', `${p.id} running trial`, p.running],
    ]),
    ...(['prices', 'harms', 'checks', 'questions'] as const).map((kind): List => [
      'stem-cells',
      kind,
      s[kind],
    ]),
    ['claims', 'claim', c.claims.claims],
    ['matters', 'matter', c.matters.matters],
    ['quiz', 'question', c.quiz.questions],
  ]
  for (const [file, what, things] of lists)
    for (const twice of duplicates(things.map(({ id }) => id)))
      add(`${c.condition.id}/${file}.yaml`, twice, `${what}: id stands twice`, 'rename one')
}

/** One list for the whole site: sentences name figures without their condition, and regulators stand beside each other. */
function checkTwiceOnSite(add: Add, { shared, conditions }: Content) {
  const folders = conditions.map((c) => ({ folder: c.condition.id, ...c }))
  type Things = readonly { id: string }[]
  const inFile = (file: string, things: Things) => things.map(({ id }) => ({ id, file }))
  const lists = {
    estimate: folders.flatMap(({ folder, numbers }) => inFile(`${folder}/numbers.yaml`, numbers.estimates)),
    endpoint: folders.flatMap(({ folder, numbers }) => inFile(`${folder}/numbers.yaml`, numbers.endpoints)),
    fact: [
      ...inFile('shared/numbers.yaml', shared.numbers.facts),
      ...folders.flatMap(({ folder, numbers, facts }) => [
        ...inFile(`${folder}/numbers.yaml`, numbers.facts),
        ...inFile(`${folder}/facts.yaml`, facts.facts),
      ]),
    ],
    'regulator answer': [
      ...inFile('shared/stem-cells.yaml', shared.stemCells.regulators),
      ...folders.flatMap((c) => inFile(`${c.folder}/stem-cells.yaml`, c['stem-cells'].regulators)),
    ],
  }
  for (const [what, list] of Object.entries(lists))
    for (const twice of duplicates(list.map(({ id }) => id))) {
      const [first, ...others] = list.filter(({ id }) => id === twice).map(({ file }) => file)
      add(others.at(-1) ?? '', twice, `${what}: id stands in ${first} already`, 'rename one')
    }
}

/** Sentences keep the rules of texts, and name only figures and facts that their page has. */
function checkSentences(add: Add, content: Content) {
  const allEstimates = content.conditions.flatMap((c) => c.numbers.estimates)
  const allFacts = [
    ...content.shared.numbers.facts,
    ...content.conditions.flatMap((c) => [...c.numbers.facts, ...c.facts.facts]),
  ]
  const estimates = new Map(allEstimates.map((e) => [e.id, e]))
  const facts = new Set(allFacts.map((f) => f.id))
  // A page has the figures of its own condition, and the shared facts; a page of the site has facts only.
  const ownerOf = new Map(
    content.conditions.flatMap((c) =>
      [...c.numbers.estimates, ...c.numbers.facts, ...c.facts.facts].map(
        (x) => [x.id, c.condition.id] as const,
      ),
    ),
  )
  for (const { file, scope, value } of wordFiles(content)) {
    const isSitePage = file.endsWith('/pages.yaml')
    for (const { path, text } of linesOf(value)) {
      for (const fault of lintWords(text, content.names))
        add(file, path, `${fault.rule}: ${fault.found}`, fault.fix)
      for (const part of parseWords(text)) {
        if (part.kind === 'fact' && !facts.has(part.id))
          add(file, path, `unknown fact "${part.id}"`, 'add it to facts.yaml')
        const owner = part.kind === 'fact' || part.kind === 'estimate' ? ownerOf.get(part.id) : undefined
        if (owner !== undefined && owner !== scope && !(isSitePage && part.kind === 'fact'))
          add(
            file,
            path,
            `names a figure of ${owner}, which this page does not have`,
            'move the sentence or the fact',
          )
        if (part.kind !== 'estimate') continue
        const e = estimates.get(part.id)
        if (!e) add(file, path, `unknown estimate "${part.id}"`, 'add it to numbers.yaml')
        else if ((part.part.startsWith('versus') || part.part === 'diff') && !e.comparator)
          add(
            file,
            path,
            `estimate "${part.id}" has no comparator`,
            'do not use .versus or .diff of a single group',
          )
        else if (
          !['counts', 'percent', 'percentSpan'].includes(e.value.type) &&
          !['time', 'people'].includes(part.part)
        )
          add(
            file,
            path,
            `estimate "${part.id}" has no absolute number`,
            'say it in words; only .time can be used',
          )
      }
    }
  }
}

/** Every problem of content that has the right shape. Empty: the content may be seeded. */
export function checkReferences(content: Content): Problem[] {
  const problems: Problem[] = []
  const add: Add = (file, path, message, fix) => problems.push({ file, line: 0, path, message, fix })
  const sources = new Set(content.sources.map((s) => s.id))
  for (const twice of duplicates(content.sources.map((s) => s.id)))
    add('sources.yaml', twice, 'id stands twice', 'rename one')
  for (const twice of duplicates(content.conditions.map((c) => String(c.condition.order)))) {
    const same = content.conditions.filter((c) => String(c.condition.order) === twice)
    const names = same.map((c) => c.condition.id)
    add(
      `${names.at(-1)}/condition.yaml`,
      'order',
      `${twice} is the place of ${names.slice(0, -1).join(', ')}`,
      'give each condition its own',
    )
  }
  checkTwiceOnSite(add, content)
  for (const f of content.shared.numbers.facts)
    if (!sources.has(f.source))
      add('shared/numbers.yaml', f.id, `unknown source "${f.source}"`, 'use an id of sources.yaml')
  for (const kind of ['prices', 'harms', 'checks', 'regulators'] as const)
    for (const item of content.shared.stemCells[kind])
      for (const s of item.sources)
        if (!sources.has(s))
          add('shared/stem-cells.yaml', item.id, `unknown source "${s}"`, 'use an id of sources.yaml')
  for (const twice of duplicates(content.shared.quality.items.map((item) => item.id)))
    add('shared/quality.yaml', twice, 'id stands twice', 'rename one')
  for (const item of content.shared.quality.items)
    if (item.state !== 'met' && !item.note)
      add('shared/quality.yaml', item.id, 'says nothing about what is missing', 'add a note')
  checkArticleCheck(add, content)
  for (const c of content.conditions) {
    checkTwice(add, c)
    checkIds(add, c, sources)
    checkWords(add, c, content.locale)
    checkResults(c, add)
    checkEffects(add, c)
    checkLanes(add, c)
    checkLeads(c, content.sources, add)
    checkRatings(c, add)
    checkPositions(c, sources, add)
    checkPositionWords(c, content.locale, add)
  }
  checkSentences(add, content)
  return once(problems)
}

/** Rules of a sentence that hold in every language; the others are about English words. */
const rulesOfAllLanguages = new Set(['placeholder', 'no digit in a sentence', 'no percent sign'])

/** The figures and facts that a part of a words file names, sorted. */
const namedIn = (value: unknown) =>
  [
    ...new Set(
      linesOf(value).flatMap(({ text }) =>
        parseWords(text).flatMap((part) =>
          part.kind === 'estimate'
            ? `${part.id}.${part.part}`
            : part.kind === 'fact'
              ? `fact:${part.id}`
              : [],
        ),
      ),
    ),
  ].sort()

/** The entries of a words file: what one thing (an option, a term, a page) says. */
function entriesOf(value: unknown): Map<string, unknown> {
  const isGroup = (item: unknown): item is Record<string, unknown> =>
    typeof item === 'object' && item !== null && !Array.isArray(item)
  if (!isGroup(value)) return new Map()
  return new Map(
    Object.entries(value).flatMap(([key, item]): [string, unknown][] =>
      isGroup(item)
        ? Object.entries(item).map(([own, words]): [string, unknown] => [`${key}.${own}`, words])
        : [[key, item]],
    ),
  )
}

/**
 * Problems of the words of another language: something without its words, a sentence with a digit, and an entry that does
 * not name the same figures as the first language's. How well it reads is for a person to say.
 */
export function checkTranslation(content: Content, source: Content): Problem[] {
  const problems: Problem[] = []
  const add: Add = (file, path, message, fix) => problems.push({ file, line: 0, path, message, fix })
  checkSharedWords(add, content)
  for (const c of content.conditions) {
    checkWords(add, c, content.locale)
    checkPositionWords(c, content.locale, add)
  }
  const [own, first] = [wordFiles(content), wordFiles(source)].map(
    (files) => new Map(files.map((one) => [`${one.scope} ${one.file.split('/').at(-1) ?? ''}`, one])),
  )
  for (const [key, { file, value }] of own ?? []) {
    for (const { path, text } of linesOf(value))
      for (const fault of lintWords(text, content.names))
        if (rulesOfAllLanguages.has(fault.rule)) add(file, path, `${fault.rule}: ${fault.found}`, fault.fix)
    const theirs = entriesOf(first?.get(key)?.value)
    for (const [at, words] of entriesOf(value)) {
      if (!theirs.has(at))
        add(file, at, `not in the words of "${source.locale}"`, 'remove it, or mend the id')
      const [mine, wanted] = [namedIn(words).join(', '), namedIn(theirs.get(at)).join(', ')]
      if (mine !== wanted)
        add(
          file,
          at,
          `names other figures than "${source.locale}": ${mine || 'none'}`,
          `name ${wanted || 'none'}`,
        )
    }
    // A term or a page may be left out: the term is then not explained, the page says that it is not translated yet.
    // A language without capitals has no second form for the start of a line (checkFirstWords).
    for (const at of theirs.keys())
      if (
        !entriesOf(value).has(at) &&
        !problems.some((told) => told.file === file && told.path === at) &&
        !/\/(glossary|pages)\.yaml$/.test(file) &&
        !at.startsWith('armsFirst.')
      )
        add(file, at, 'is missing', 'translate it')
  }
  return once(problems)
}

/** Every problem of all languages. */
export function checkAll({ content, translations }: WholeContent): Problem[] {
  return [...checkReferences(content), ...translations.flatMap((one) => checkTranslation(one, content))]
}
