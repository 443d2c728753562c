/** The content in parts that one sitting holds: what a nurse edits together, and what a clinician signs. */
import { whyOf } from '@/lib/journey/cell-whys'
import {
  cellPageHref,
  decisionHref,
  emergencyHref,
  optionHref,
  outcomeHref,
  outlookHref,
  productHref,
  sectionHref,
  situationHref,
  stepHref,
} from '@/lib/journey/steps'
import type { ConditionContent, Content, Problem } from '@/prisma/pipeline/read-content'
import type { Place } from '@/lib/texts/yaml-edit'

/** A file of words, and what of it belongs to a part. */
export type WordsPlace = { file: string; at: Place }

export type Part = {
  /** Its first content id, which stands in addresses. */
  id: string
  /** What a signature of it covers, by content id. */
  covers: string[]
  /** Where it stands in the list: the illness, then what kind of page. */
  scope: string
  group: PartGroup
  title: string
  words: WordsPlace[]
  /** Figures (by arm) and facts that stand on it. */
  figures: string[]
  facts: string[]
  /** The page that shows it. */
  address: string
  /** Minutes to read it, rounded up. */
  minutes: number
  /** Places of decisions.yaml that it stands for, and what below them is another part's. */
  cells: { at: string; not: string[] }[]
}

export type PartGroup = 'illness' | 'options' | 'decision' | 'cells' | 'claims' | 'rest'

/** What a piece of content holds, as prisma/pipeline/content-pieces.ts makes it. */
export type Piece = {
  words: unknown
  figures: readonly { estimate: { id: string } }[]
  facts: readonly { id: string }[]
}

/** Words of text that a person reads in a minute, and seconds to hold a figure against its source line. */
const wordsPerMinute = 150
const secondsPerFigure = 15
/** A part of small pieces is closed when it would take longer. */
const minutesOfPart = 10

function countWords(value: unknown): number {
  if (typeof value === 'string') return value.split(/\s+/).filter(Boolean).length
  if (value === null || typeof value !== 'object') return 0
  return Object.values(value).reduce<number>((sum, one) => sum + countWords(one), 0)
}

/** Minutes for pieces that are read together: a figure that stands in two of them is looked up once. */
function minutesOf(pieces: readonly Piece[]): number {
  const words = pieces.reduce((sum, piece) => sum + countWords(piece.words), 0)
  const figures = new Set(pieces.flatMap((piece) => piece.figures.map(({ estimate }) => estimate.id)))
  return words / wordsPerMinute + (figures.size * secondsPerFigure) / 60
}

type Draft = Omit<Part, 'covers' | 'figures' | 'facts' | 'minutes' | 'cells'> & { covers?: string[] }

/** The question of a decision that a piece is, or null: "heart-failure/decisions/advanced/live-longer". */
const isQuestion = (id: string) => /^[^/]+\/decisions\/[^/]+\/[^/]+$/.test(id)

/**
 * What is read with a piece. The answer to a question names figures of the cells below it: each is held against its
 * source with its cell, and here only stands in the sentence.
 */
function readWith(id: string, pieces: Readonly<Record<string, Piece>>): Piece | undefined {
  const piece = pieces[id]
  if (!piece || !isQuestion(id)) return piece
  const below = Object.entries(pieces).flatMap(([other, { figures }]) =>
    other.startsWith(`${id}/`) ? figures.map(({ estimate }) => estimate.id) : [],
  )
  return { ...piece, figures: piece.figures.filter(({ estimate }) => !below.includes(estimate.id)) }
}

/** Small pieces joined until a sitting is full. `covers[n]` belongs to `words[n]`. */
function joined(drafts: readonly Draft[], pieces: Readonly<Record<string, Piece>>): Draft[] {
  const parts: Draft[] = []
  let read: Piece[] = []
  for (const draft of drafts) {
    const own = readWith(draft.id, pieces) ?? { words: '', figures: [], facts: [] }
    const last = parts.at(-1)
    if (last && minutesOf([...read, own]) <= minutesOfPart) {
      last.covers?.push(draft.id)
      last.words.push(...draft.words)
      read.push(own)
    } else {
      parts.push({ ...draft, covers: [draft.id], words: [...draft.words] })
      read = [own]
    }
  }
  return parts.length < 2
    ? parts
    : parts.map((part, at) => ({ ...part, title: `${part.title} (${at + 1} / ${parts.length})` }))
}

/** The names of pages and groups that no words file holds. */
export type PartNames = {
  first: string
  situations: string
  cells: string
  guidelines: string
  claims: string
  matters: string
  check: string
  glossary: string
  regulators: string
  prices: string
  harms: string
  checks: string
  questions: string
  sure: string
}

/** What the parts of one illness are made with. */
type PartsOf = {
  c: ConditionContent
  locale: string
  pieces: Readonly<Record<string, Piece>>
  names: PartNames
  part: (
    piece: string,
    group: PartGroup,
    title: string,
    address: string,
    ...words: [name: string, at: Place][]
  ) => Draft
}

function conditionParts(
  c: ConditionContent,
  locale: string,
  pieces: Readonly<Record<string, Piece>>,
  names: PartNames,
): Draft[] {
  const id = c.condition.id
  const part: PartsOf['part'] = (piece, group, title, address, ...words) => ({
    id: `${id}/${piece}`,
    scope: id,
    group,
    title,
    address,
    words: words.map(([name, at]) => ({ file: `${id}/words.${locale}/${name}.yaml`, at })),
  })
  const of: PartsOf = { c, locale, pieces, names, part }
  return [
    ...illnessParts(of),
    ...c.options.options.map((option) => optionPart(of, option)),
    ...c.decisions.decisions.flatMap((decision) => decisionParts(of, decision)),
    ...cellParts(of),
    part('matters', 'rest', names.matters, stepHref(locale, id, 'matters'), ['matters', []]),
    ...quizParts(of),
    part('glossary', 'rest', names.glossary, `/${locale}/glossary`, ['glossary', []]),
  ]
}

function illnessParts({ c, locale, names, part }: PartsOf): Draft[] {
  const id = c.condition.id
  const w = c.words.condition
  const fields = Object.keys(w).filter((key) => !['sections', 'situations'].includes(key))
  const [first] = c.condition.situations
  return [
    part(
      'condition',
      'illness',
      names.first,
      emergencyHref(locale, id),
      ...fields.map((key): [string, Place] => ['condition', [key]]),
    ),
    ...c.condition.sections.map((section) =>
      part(
        `condition/${section.id}`,
        'illness',
        w.sections[section.id]?.title ?? section.id,
        section.optIn ? outlookHref(locale, id) : sectionHref(locale, id, section.id),
        ['condition', ['sections', section.id]],
      ),
    ),
    part(
      'condition/situations',
      'illness',
      names.situations,
      first ? situationHref(locale, id, first.id) : stepHref(locale, id, 'condition'),
      ['condition', ['situations']],
    ),
  ]
}

function optionPart(
  { c, locale, part }: PartsOf,
  option: ConditionContent['options']['options'][number],
): Draft {
  const id = c.condition.id
  return {
    ...part(
      `options/${option.id}`,
      'options',
      c.words.options.options[option.id]?.name ?? option.id,
      optionHref(locale, id, option.id),
      ['options', ['options', option.id]],
      ['options', ['purposes', option.purpose]],
    ),
    // The comparisons show the same words: who reads them here has read them there.
    covers: [
      `${id}/options/${option.id}`,
      ...c.decisions.decisions.flatMap((decision) =>
        decision.options.includes(option.id) ? [`${id}/decisions/${decision.id}/options/${option.id}`] : [],
      ),
    ],
  }
}

function decisionParts({ c, locale, pieces, part }: PartsOf, decision: Decision): Draft[] {
  const id = c.condition.id
  const words = c.words.decisions.decisions[decision.id]
  const at: Place = ['decisions', decision.id]
  const own = Object.keys(words ?? {}).filter((key) => key !== 'outcomes')
  return [
    part(
      `decisions/${decision.id}`,
      'decision',
      words?.name ?? decision.id,
      decisionHref(locale, id, decision.id),
      ...own.map((key): [string, Place] => ['decisions', [...at, key]]),
    ),
    ...decision.outcomes.flatMap((outcome) => {
      const { atAGlance = {}, ...answer } = words?.outcomes[outcome.id] ?? {}
      const place: Place = [...at, 'outcomes', outcome.id]
      const title = `${words?.name ?? decision.id}: ${words?.outcomes[outcome.id]?.question ?? outcome.id}`
      const piece = (below: string, ...places: Place[]) =>
        part(
          `decisions/${decision.id}/${outcome.id}${below}`,
          'decision',
          title,
          outcomeHref(locale, id, decision.id, outcome.id),
          ...places.map((one): [string, Place] => ['decisions', one]),
        )
      return joined(
        [
          piece('', ...Object.keys(answer).map((key) => [...place, key])),
          ...Object.entries(outcome.cells).map(([option, cell]) => {
            const why = whyOf(cell)
            return piece(
              `/${option}`,
              ...(option in atAGlance ? [[...place, 'atAGlance', option]] : []),
              ...(why === null ? [] : [['whys', why]]),
            )
          }),
        ],
        pieces,
      )
    }),
  ]
}

function cellParts({ c, locale, pieces, names, part }: PartsOf): Draft[] {
  const id = c.condition.id
  const w = c.words['stem-cells']
  const fields = Object.keys(w).filter((key) => key !== 'products')
  return [
    part(
      'stem-cells',
      'cells',
      names.cells,
      stepHref(locale, id, 'stemCells'),
      ...fields.map((key): [string, Place] => ['stem-cells', [key]]),
    ),
    ...c['stem-cells'].products.map((product) =>
      part(
        `stem-cells/${product.id}`,
        'cells',
        w.products[product.id]?.name ?? product.id,
        productHref(locale, id, product.id),
        ['stem-cells', ['products', product.id]],
      ),
    ),
    part('stem-cells/guidelines', 'cells', names.guidelines, cellPageHref(locale, id, 'guidelines'), [
      'positions',
      [],
    ]),
    ...joined(
      c.claims.claims.map((claim) =>
        part(`claims/${claim.id}`, 'claims', names.claims, cellPageHref(locale, id, 'claims'), [
          'claims',
          ['claims', claim.id],
        ]),
      ),
      pieces,
    ),
  ]
}

function quizParts({ c, locale, pieces, names, part }: PartsOf): Draft[] {
  const address = stepHref(locale, c.condition.id, 'check')
  return joined(
    [
      part('quiz', 'rest', names.check, address, ['quiz', ['clinicQuestions']], ['quiz', ['clinicFields']]),
      ...c.quiz.questions.map((question) =>
        part(`quiz/${question.id}`, 'rest', names.check, address, ['quiz', ['questions', question.id]]),
      ),
    ],
    pieces,
  )
}

type Decision = ConditionContent['decisions']['decisions'][number]

function sharedParts(content: Content, names: PartNames): Draft[] {
  const { locale, shared } = content
  const first = content.conditions[0]?.condition.id ?? ''
  const cells = (page: Parameters<typeof cellPageHref>[2]) => cellPageHref(locale, first, page)
  const part = (piece: string, title: string, address: string, file: string, at: Place = []): Draft => ({
    id: `shared/${piece}`,
    scope: 'shared',
    group: 'rest',
    title,
    address,
    words: [{ file, at }],
  })
  const cellWords = `shared/words.${locale}/stem-cells.yaml`
  const pages = { home: `/${locale}`, numbers: `/${locale}/numbers` } as Record<string, string>
  return [
    {
      ...part('stem-cells/regulators', names.regulators, cells('regulators'), cellWords, ['regulators']),
      // What else the file may hold for all illnesses is read here.
      covers: ['shared/stem-cells', 'shared/stem-cells/regulators'],
    },
    part('stem-cells/prices', names.prices, cells('before-you-pay'), cellWords, ['prices']),
    part('stem-cells/harms', names.harms, cells('harms'), cellWords, ['harms']),
    part('stem-cells/checks', names.checks, cells('find-a-trial'), cellWords, ['checks']),
    part('stem-cells/questions', names.questions, cells('before-you-pay'), cellWords, ['questions']),
    part('glossary', names.glossary, `/${locale}/glossary`, `shared/words.${locale}/glossary.yaml`),
    part('sure', names.sure, stepHref(locale, first, 'check'), 'shared/sure.yaml'),
    ...Object.entries(shared.pages.pages).map(([id, page]) =>
      part(
        `pages/${id}`,
        'title' in page && typeof page.title === 'string' ? page.title : id,
        pages[id] ?? `/${locale}/${id}`,
        'shared/pages.yaml',
        ['pages', id],
      ),
    ),
  ]
}

/** The words beside figures that stand on the same page: who was studied, what was counted. */
function wordsBeside(part: Draft, pieces: readonly Piece[], c: ConditionContent | undefined, locale: string) {
  if (!c) return []
  const file = `${c.condition.id}/words.${locale}/numbers.yaml`
  const ids = new Set(pieces.flatMap(({ figures }) => figures.map(({ estimate }) => estimate.id)))
  const figures = c.numbers.estimates.filter(({ id }) => ids.has(id))
  const places = new Map<string, Place>()
  for (const { endpoint, arm, population, notes } of figures)
    for (const at of [
      ['endpoints', endpoint],
      ['arms', arm],
      ...(arm in c.words.numbers.armsFirst ? [['armsFirst', arm]] : []),
      ['populations', population],
      ...notes.map((note) => ['notes', note]),
    ])
      places.set(at.join('.'), at)
  return [...places.values()].map((at): WordsPlace => ({ file, at }))
}

/**
 * All parts, in the order of the pages.
 * @param pieces every piece of the content by its id
 */
export function listParts(
  content: Content,
  pieces: Readonly<Record<string, Piece>>,
  names: PartNames,
): Part[] {
  const drafts = [
    ...content.conditions.flatMap((c) => conditionParts(c, content.locale, pieces, names)),
    ...sharedParts(content, names),
  ]
  return drafts.map((draft) => {
    const covers = (draft.covers ?? [draft.id]).filter((id) => id in pieces)
    // The same words twice are read once.
    const own = (draft.group === 'options' ? [draft.id] : covers).flatMap((id) => readWith(id, pieces) ?? [])
    const c = content.conditions.find(({ condition }) => condition.id === draft.scope)
    const words = [...draft.words, ...wordsBeside(draft, own, c, content.locale)]
    const places = new Map(words.map((one) => [`${one.file} ${one.at.join('.')}`, one]))
    return {
      ...draft,
      covers,
      words: [...places.values()],
      figures: [...new Set(own.flatMap(({ figures }) => figures.map(({ estimate }) => estimate.id)))],
      facts: [...new Set(own.flatMap(({ facts }) => facts.map(({ id }) => id)))],
      minutes: Math.max(1, Math.ceil(minutesOf(own))),
      cells: covers.flatMap((id) => cellsUnder(id, covers, pieces)),
    }
  })
}

/** The place of decisions.yaml that a piece of a decision is, without what other parts cover below it. */
function cellsUnder(
  id: string,
  covers: readonly string[],
  pieces: Readonly<Record<string, Piece>>,
): Part['cells'] {
  const placeOf = (one: string) => one.split('/').slice(2).join('.')
  if (!/^[^/]+\/decisions\//.test(id)) return []
  const others = Object.keys(pieces).filter((one) => one.startsWith(`${id}/`) && !covers.includes(one))
  return [{ at: placeOf(id), not: others.map(placeOf) }]
}

const under = (path: string, at: string) => at === '' || path === at || path.startsWith(`${at}.`)

/** What the checker found on a part: in its words, or at one of its figures. */
export function findingsOf(part: Part, problems: readonly Problem[]): Problem[] {
  const isOwnCell = (path: string) =>
    part.cells.some(({ at, not }) => under(path, at) && !not.some((other) => under(path, other)))
  return problems.filter(
    ({ file, path }) =>
      part.words.some((words) => words.file === file && under(path, words.at.join('.'))) ||
      (file === `${part.scope}/numbers.yaml` && part.figures.includes(path)) ||
      (file === `${part.scope}/decisions.yaml` && isOwnCell(path)),
  )
}
