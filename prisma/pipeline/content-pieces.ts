/**
 * The pieces of content that a person can sign off, by content id, each with everything that a reader sees there:
 * its structure, its words, and the figures and facts that stand in them. Change any of it and the sign-off is void.
 */
import { createHash } from 'node:crypto'
import { hashPieces } from '@/lib/reviews/reviews'
import { parseWords } from '@/lib/texts/placeholders'
import { linesOf } from './check-references'
import { ratingViews } from './check-ratings'
import type { ConditionContent, Content } from './read-content'

type Estimate = ConditionContent['numbers']['estimates'][number]

/** The figures that a piece shows: named by its structure, or standing in its sentences. */
function figuresIn(content: Content, own: ConditionContent | null, piece: unknown, named: readonly string[]) {
  const parts = linesOf(piece).flatMap(({ text }) => parseWords(text))
  const ids = new Set(named)
  const factIds = new Set<string>()
  for (const part of parts) {
    if (part.kind === 'estimate') ids.add(part.id)
    if (part.kind === 'fact') factIds.add(part.id)
  }
  const all = new Map(own?.numbers.estimates.map((estimate) => [estimate.id, estimate]))
  const shown = new Set<Estimate>()
  for (const id of ids) {
    const estimate = all.get(id)
    const other = estimate?.comparator ? all.get(estimate.comparator) : undefined
    for (const one of [estimate, other]) if (one) shown.add(one)
  }
  const words = own?.words.numbers
  const figures = [...shown]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((estimate) => ({
      estimate,
      endpoint: words?.endpoints[estimate.endpoint],
      headline: own?.numbers.endpoints.find(({ id }) => id === estimate.endpoint)?.headline,
      arm: words?.arms[estimate.arm],
      armFirst: words?.armsFirst[estimate.arm],
      population: words?.populations[estimate.population],
      notes: estimate.notes.map((note) => words?.notes[note]),
      status: content.sources.find(({ id }) => id === estimate.source)?.status,
    }))
  for (const { text } of linesOf(figures.map(({ population, notes }) => [population, notes])))
    for (const part of parseWords(text)) if (part.kind === 'fact') factIds.add(part.id)
  const facts = [
    ...content.shared.numbers.facts,
    ...(own ? [...own.numbers.facts, ...own.facts.facts] : []),
  ].filter(({ id }) => factIds.has(id))
  return { figures, facts: facts.sort((a, b) => (a.id < b.id ? -1 : 1)) }
}

/** The ratings that a reader sees with a decision, or with the cell products ("cells"). */
const ratingsUnder = (c: ConditionContent, owner: string) =>
  [...ratingViews(c)].filter(([place]) => place.startsWith(`${owner}/`))

function conditionPieces(content: Content, c: ConditionContent): [string, unknown][] {
  const id = c.condition.id
  const w = c.words
  const piece = (
    name: string,
    things: unknown,
    words: unknown,
    named: readonly string[] = [],
  ): [string, unknown] => [`${id}/${name}`, { things, words, ...figuresIn(content, c, words, named) }]
  return [
    piece(
      'condition',
      c.condition,
      w.condition,
      c.condition.sections.flatMap((section) => section.estimates),
    ),
    ...c.options.options.map((option) =>
      piece(
        `options/${option.id}`,
        option,
        { ...w.options.options[option.id], purpose: w.options.purposes[option.purpose] },
        option.estimates,
      ),
    ),
    ...c.decisions.decisions.map((decision) => {
      const cells = decision.outcomes.flatMap((outcome) => Object.values(outcome.cells))
      const whys = cells.flatMap((cell) =>
        'unknown' in cell ? [cell.unknown] : 'notApplicable' in cell ? [cell.notApplicable] : [],
      )
      const words = {
        decision: w.decisions.decisions[decision.id],
        whys: [...new Set(whys)].sort().map((why) => w.decisions.whys[why]),
        // The comparison also says what each option is and what the days are like.
        options: decision.options.map((option) => w.options.options[option]),
      }
      const named = cells.flatMap((cell) => ('estimates' in cell ? cell.estimates : []))
      const things = { ...decision, ratings: ratingsUnder(c, decision.id) }
      return piece(`decisions/${decision.id}`, things, words, named)
    }),
    piece(
      'stem-cells',
      { ...c['stem-cells'], ratings: ratingsUnder(c, 'cells'), positions: c.positions },
      { ...w['stem-cells'], positions: w.positions },
      [
        ...c['stem-cells'].products.flatMap((p) =>
          [...p.answers, ...p.trials].flatMap(({ estimates }) => estimates),
        ),
        ...c['stem-cells'].trialPicture,
        ...c['stem-cells'].errorPicture,
      ],
    ),
    piece('claims', c.claims, w.claims),
    piece('matters', c.matters, w.matters),
    piece(
      'quiz',
      c.quiz,
      w.quiz,
      c.quiz.questions.flatMap((question) => question.estimates),
    ),
    piece('glossary', null, w.glossary),
  ]
}

/** Every piece of the content by its id, for example "heart-failure/decisions/advanced" or "shared/pages/about". */
export function contentPieces(content: Content): Record<string, unknown> {
  const { shared } = content
  const piece = (name: string, things: unknown, words: unknown): [string, unknown] => [
    `shared/${name}`,
    { things, words, ...figuresIn(content, null, words, []) },
  ]
  return Object.fromEntries([
    ...content.conditions.flatMap((c) => conditionPieces(content, c)),
    piece('stem-cells', shared.stemCells, shared.words.stemCells),
    piece('glossary', null, shared.words.glossary),
    piece('sure', null, shared.sure),
    ...Object.entries(shared.pages.pages).map(([id, page]) => piece(`pages/${id}`, null, page)),
  ])
}

/** The hash each piece has now: what a reviewer writes into reviews.yaml. */
export function contentHashes(content: Content): Record<string, string> {
  return hashPieces(contentPieces(content), (text) => createHash('sha256').update(text).digest('hex'))
}
