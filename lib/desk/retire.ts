/**
 * What happens to each place that uses a study when it is retired: found by walking through every file, so that no place
 * is forgotten, and shown before anything is written.
 */
import { parseWords } from '@/lib/texts/placeholders'
import { textsOf } from '@/lib/texts/word-files'
import { valueAt, type Edit, type Place } from '@/lib/texts/yaml-edit'

/** Every file of content as data, by its name below the content's folder. */
export type ContentFiles = Readonly<Record<string, unknown>>

export type RetireStep = { file: string; at: Place } & (
  | /** Goes out of a list, or goes away with all that it holds. `what`: the id. */ {
      kind: 'remove'
      what: string
    }
  | /** A sentence that names one of its figures: somebody writes it anew. */ {
      kind: 'rewrite'
      text: string
    }
  | /** A cell of a comparison that has no figure left: somebody says why. */ {
      kind: 'cell'
      whys: string[]
    } /** A cell whose first figure goes: somebody says which of the others people see first. */
  | { kind: 'lead'; left: string[] }
  | /** Something that must name a source: somebody names another. */ { kind: 'source' }
  | /** A rating of its certainty by the study: becomes "not rated". */ { kind: 'certainty' }
  | /** Our own rating, which no longer counts: two people make it again. */ { kind: 'rating'; of: string }
  | /** What is known of a cell product, which may be another now. */ { kind: 'status'; status: string }
)

export type RetirePlan = {
  source: string
  /** Its figures, by arm. */
  arms: string[]
  steps: RetireStep[]
}

type Hit = { file: string; at: Place; id: string }

/** Every place where one of the ids stands as a value, and the keys of records are left to the checker. */
function hitsOf(file: string, value: unknown, ids: ReadonlySet<string>, at: Place = []): Hit[] {
  if (typeof value === 'string') return ids.has(value) ? [{ file, at, id: value }] : []
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([key, one]) =>
    hitsOf(file, one, ids, [...at, Array.isArray(value) ? Number(key) : key]),
  )
}

const isUnder = (at: Place, owner: Place) => owner.every((step, index) => at[index] === step)
const key = (file: string, at: Place) => `${file} ${at.join('.')}`

/** The figures of a text that are among the ids. */
const names = (text: string, ids: ReadonlySet<string>): boolean =>
  parseWords(text).some((part) => part.kind === 'estimate' && ids.has(part.id))

/**
 * The plan for one study.
 * @param whysOf the reasons that a cell without figures of this file's illness may give
 */
export function planRetirement(
  files: ContentFiles,
  source: string,
  whysOf: (file: string) => string[],
): RetirePlan {
  const arms = new Set<string>()
  const steps: RetireStep[] = []
  const gone: { file: string; at: Place }[] = []
  const goes = (file: string, at: Place, what: string) => {
    gone.push({ file, at })
    steps.push({ kind: 'remove', file, at, what })
  }
  for (const [file, whole] of Object.entries(files)) {
    const results = valueAt(whole, ['results'])
    if (!Array.isArray(results)) continue
    results.forEach((result, index) => {
      if (valueAt(result, ['source']) !== source) return
      const own = (valueAt(result, ['arms']) as { id: string }[]).map(({ id }) => id)
      for (const id of own) arms.add(id)
      goes(file, ['results', index], own.join(', '))
    })
  }
  const ids = new Set([source, ...arms])
  const hits = Object.entries(files)
    .filter(([file]) => file !== 'sources.yaml' && file !== 'reviews.yaml')
    .flatMap(([file, whole]) => hitsOf(file, whole, ids))
  // What is of the study alone goes whole: a finished or a running trial.
  for (const { file, at } of hits)
    if (at.at(-1) === 'source' && (at.includes('trials') || at.includes('running')))
      goes(file, at.slice(0, -1), String(valueAt(files[file], [...at.slice(0, -1), 'id'])))
  const isGone = (file: string, at: Place) => gone.some((one) => one.file === file && isUnder(at, one.at))
  const lists = new Map<string, { file: string; at: Place; hits: Hit[] }>()
  for (const hit of hits) {
    if (isGone(hit.file, hit.at)) continue
    if (hit.file.endsWith('/ratings.yaml')) {
      const of = valueAt(files[hit.file], [...hit.at.slice(0, 2), 'of'])
      if (!steps.some((step) => step.kind === 'rating' && step.of === of))
        steps.push({ kind: 'rating', file: hit.file, at: hit.at.slice(0, 2), of: String(of) })
    } else if (hit.at.at(-1) === 'ratedBy')
      steps.push({ kind: 'certainty', file: hit.file, at: hit.at.slice(0, -1) })
    else if (typeof hit.at.at(-1) === 'number') {
      const at = hit.at.slice(0, -1)
      const list = lists.get(key(hit.file, at)) ?? { file: hit.file, at, hits: [] }
      list.hits.push(hit)
      lists.set(key(hit.file, at), list)
    } else if (hit.at.at(-1) === 'source') steps.push({ kind: 'source', file: hit.file, at: hit.at })
  }
  const emptied = new Set<string>()
  const isCellOf = (at: Place) => at.includes('cells') && at.includes('outcomes')
  for (const { file, at, hits: own } of lists.values()) {
    const whole = valueAt(files[file], at) as string[]
    const left = whole.filter((id) => !ids.has(id))
    const owner = at.slice(0, -1)
    const name = at.at(-1)
    if (name === 'estimates' && isCellOf(at) && left.length === 0) {
      emptied.add(key(file, owner))
      steps.push({ kind: 'cell', file, at: owner, whys: whysOf(file) })
      continue
    }
    if (name === 'lead' && left.length === 0) {
      const others = (valueAt(files[file], [...owner, 'estimates']) as string[]).filter((id) => !ids.has(id))
      if (others.length === 1) goes(file, at, 'lead')
      else if (others.length > 1) steps.push({ kind: 'lead', file, at, left: others })
      continue
    }
    if (name === 'sources' && left.length === 0) {
      steps.push({ kind: 'source', file, at: [...at, 0] })
      own.slice(1).forEach((hit) => goes(file, hit.at, hit.id))
      continue
    }
    for (const hit of own) goes(file, hit.at, hit.id)
    const status = valueAt(files[file], [...owner, 'status'])
    if (name === 'estimates' && typeof status === 'string')
      steps.push({ kind: 'status', file, at: [...owner, 'status'], status })
  }
  for (const [file, whole] of Object.entries(files)) {
    if (!file.includes('words.') && !file.startsWith('shared/')) continue
    for (const { at, text } of textsOf(whole)) {
      if (!names(text, arms)) continue
      const [, decision, , outcome, , option] = at
      const folder = file.split('/')[0] ?? ''
      const isEmptied =
        at.includes('atAGlance') &&
        [...emptied].some((cell) =>
          isCellNamed(files, `${folder}/decisions.yaml`, cell, [decision, outcome, option].map(String)),
        )
      if (isEmptied) goes(file, at, 'atAGlance')
      else steps.push({ kind: 'rewrite', file, at, text })
    }
  }
  return { source, arms: [...arms], steps }
}

/** Whether a cell's place ("decisions.0.outcomes.1.cells.lvad") is that of a decision, a question and an option. */
function isCellNamed(files: ContentFiles, file: string, cell: string, wanted: readonly string[]): boolean {
  const [own, path = ''] = cell.split(' ')
  if (own !== file) return false
  const at = path.split('.')
  const id = (length: number) => valueAt(files[file], [...at.slice(0, length), 'id'])
  return id(2) === wanted[0] && id(4) === wanted[1] && at[5] === wanted[2]
}

/** Why an answer to a step cannot be used; null when it can, or when the step asks for none. */
export function faultOfAnswer(
  step: RetireStep,
  answer: string,
  plan: RetirePlan,
  sources: ReadonlySet<string>,
): 'missing' | 'still-named' | 'no-source' | null {
  if (step.kind === 'rewrite') {
    if (answer.trim() === '') return 'missing'
    return names(answer, new Set(plan.arms)) ? 'still-named' : null
  }
  if (step.kind === 'source') return sources.has(answer) && answer !== plan.source ? null : 'no-source'
  if (step.kind === 'cell') return step.whys.includes(answer) ? null : 'missing'
  if (step.kind === 'lead') return step.left.includes(answer) ? null : 'missing'
  return null
}

/** Later places of a list first, so that the earlier ones stay where they are. */
function lastFirst(a: Place, b: Place): number {
  for (let at = 0; at < Math.max(a.length, b.length); at++) {
    const [one, two] = [a[at], b[at]]
    if (one === two) continue
    if (one === undefined) return 1
    if (two === undefined) return -1
    if (typeof one === 'number' && typeof two === 'number') return two - one
    return String(one) < String(two) ? -1 : 1
  }
  return 0
}

/** What each file becomes, as edits in an order that can be done one after the other. */
export function retireEdits({ steps }: RetirePlan, answers: readonly string[]): Record<string, Edit[]> {
  const changes: Record<string, Edit[]> = {}
  const removals: Record<string, Place[]> = {}
  const change = (file: string, edit: Edit) => (changes[file] ??= []).push(edit)
  steps.forEach((step, index) => {
    const answer = answers[index]?.trim() ?? ''
    const { file, at } = step
    if (step.kind === 'remove') (removals[file] ??= []).push(at)
    else if (step.kind === 'rewrite' || step.kind === 'source')
      change(file, { kind: 'set', at, value: answer })
    else if (step.kind === 'cell') change(file, { kind: 'set', at, value: { unknown: answer } })
    else if (step.kind === 'lead') change(file, { kind: 'set', at, value: [answer] })
    else if (step.kind === 'certainty')
      change(file, { kind: 'set', at, value: { notRated: 'rating-not-seen' } })
    else if (step.kind === 'status' && answer && answer !== step.status)
      change(file, { kind: 'set', at, value: answer })
  })
  for (const [file, places] of Object.entries(removals))
    (changes[file] ??= []).push(...places.sort(lastFirst).map((at): Edit => ({ kind: 'remove', at })))
  return changes
}

/**
 * Words that nothing needs any more, by what the checker says after the study is gone: the words of a group that was
 * only in it, a reason that only its rating gave. They go without asking.
 */
export function leftOver(
  problems: readonly { file: string; path: string; message: string }[],
): { file: string; at: Place }[] {
  return problems
    .filter(({ message }) => /^words for an unknown |^no rating gives this reason$/.test(message))
    .map(({ file, path }) => ({ file, at: path.split('.') }))
}

/** What the checker says of the figures that people see first, once some are gone: of a cell, by its ids. */
export const leadProblems = {
  /** The reason in the cell is for figures that led before: it goes. */
  isIdle: ({ message }: { message: string }) => message === 'gives a reason that nothing asks for',
  /** The most favourable figure is first now: somebody says why, or names another. */
  needsReason: ({ message }: { message: string }) => message.startsWith('the most favourable figure leads'),
}

/** The place of a cell ("advanced.live-longer.lvad") in decisions.yaml; null when it is none. */
export function cellAt(decisions: unknown, path: string): Place | null {
  const [decision, outcome, option] = path.split('.')
  const list = (valueAt(decisions, ['decisions']) ?? []) as {
    id: string
    outcomes: { id: string; cells: object }[]
  }[]
  const first = list.findIndex(({ id }) => id === decision)
  const second = list[first]?.outcomes.findIndex(({ id }) => id === outcome) ?? -1
  const cells = list[first]?.outcomes[second]?.cells
  if (!cells || option === undefined || !(option in cells)) return null
  return ['decisions', first, 'outcomes', second, 'cells', option]
}
