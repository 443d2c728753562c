/**
 * The pieces of content that a person can sign off, by content id, each with everything that a reader sees there:
 * its structure, its words, and the figures and facts that stand in them. Change any of it and the sign-off is void.
 */
import { whyOf } from '@/lib/journey/cell-whys'
import { createHash } from 'node:crypto'
import { hashPieces } from '@/lib/reviews/reviews'
import { cellPlace } from '@/lib/ratings/rated-places'
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

/** The ratings that a reader sees with one cell product. */
const ratingsUnder = (c: ConditionContent, ...owner: string[]) =>
  [...ratingViews(c)].filter(([place]) => place.startsWith(`${owner.join('/')}/`))

/**
 * Pieces are as small as one sitting allows: a section, an option, one question of a decision and each option's cell in
 * it, one product. What lies below another in its id ("decisions/advanced" and "decisions/advanced/live-longer") is part of it: lib/reviews/reviews.ts.
 */
function conditionPieces(content: Content, c: ConditionContent): [string, unknown][] {
  const id = c.condition.id
  const w = c.words
  const piece = (
    name: string,
    things: unknown,
    words: unknown,
    named: readonly string[] = [],
  ): [string, unknown] => [`${id}/${name}`, { things, words, ...figuresIn(content, c, words, named) }]
  const { sections, situations, ...condition } = c.condition
  const { sections: sectionWords, situations: situationWords, ...conditionWords } = w.condition
  const optionWords = (option: string) => w.options.options[option]
  const { products, trialPicture, errorPicture, ...cells } = c['stem-cells']
  const { products: productWords, ...cellWords } = w['stem-cells']
  const ratings = ratingViews(c)
  return [
    piece('condition', condition, conditionWords),
    ...sections.map((section) =>
      piece(`condition/${section.id}`, section, sectionWords[section.id], section.estimates),
    ),
    piece('condition/situations', situations, situationWords),
    ...c.options.options.map((option) =>
      piece(
        `options/${option.id}`,
        option,
        { ...optionWords(option.id), purpose: w.options.purposes[option.purpose] },
        option.estimates,
      ),
    ),
    ...c.decisions.decisions.flatMap(({ outcomes, ...decision }) => {
      const { outcomes: outcomeWords, ...words } = w.decisions.decisions[decision.id] ?? {
        outcomes: {} as never,
      }
      return [
        piece(`decisions/${decision.id}`, decision, words),
        ...outcomes.flatMap(({ cells: ownCells, ...outcome }) => {
          const { atAGlance, ...own } = outcomeWords[outcome.id] ?? {
            atAGlance: {} as Record<string, string>,
          }
          return [
            piece(
              `decisions/${decision.id}/${outcome.id}`,
              { ...outcome, cells: Object.keys(ownCells) },
              own,
            ),
            ...Object.entries(ownCells).map(([option, cell]) => {
              const why = whyOf(cell)
              return piece(
                `decisions/${decision.id}/${outcome.id}/${option}`,
                { cell, rating: ratings.get(cellPlace(decision.id, outcome.id, option)) ?? null },
                { atAGlance: atAGlance[option], why: why === null ? null : w.decisions.whys[why] },
                'estimates' in cell ? cell.estimates : [],
              )
            }),
          ]
        }),
        // The comparison also says what each option is and what the days are like.
        ...decision.options.map((option) =>
          piece(`decisions/${decision.id}/options/${option}`, null, optionWords(option)),
        ),
      ]
    }),
    piece('stem-cells', { ...cells, trialPicture, errorPicture }, cellWords, [
      ...trialPicture,
      ...errorPicture,
    ]),
    ...products.map((product) =>
      piece(
        `stem-cells/${product.id}`,
        { ...product, ratings: ratingsUnder(c, 'cells', product.id) },
        productWords[product.id],
        [...product.answers, ...product.trials].flatMap(({ estimates }) => estimates),
      ),
    ),
    piece('stem-cells/guidelines', c.positions, w.positions),
    ...c.claims.claims.map((claim) => piece(`claims/${claim.id}`, claim, w.claims.claims[claim.id])),
    piece('matters', c.matters, w.matters),
    ...quizPieces(c).map(({ name, things, words, named }) => piece(name, things, words, named)),
    piece('glossary', null, w.glossary),
  ]
}

/** The check: each question by itself, and what stands around them. */
function quizPieces({ quiz, words }: ConditionContent) {
  const { questions, ...rest } = quiz
  const { questions: questionWords, ...restWords } = words.quiz
  return [
    { name: 'quiz', things: rest as unknown, words: restWords as unknown, named: [] as string[] },
    ...questions.map((question) => ({
      name: `quiz/${question.id}`,
      things: question,
      words: questionWords[question.id],
      named: question.estimates,
    })),
  ]
}

/** What is the same for every condition about cells: each kind of thing by itself. */
function sharedCellPieces({ shared }: Content): [name: string, things: unknown, words: unknown][] {
  const kinds = ['regulators', 'prices', 'harms', 'checks', 'questions'] as const
  const { regulators, prices, harms, checks, questions, ...words } = shared.words.stemCells
  const { regulators: _1, prices: _2, harms: _3, checks: _4, questions: _5, ...things } = shared.stemCells
  const own = { regulators, prices, harms, checks, questions }
  // A piece without a word is nothing that anybody could sign.
  const rest: [string, unknown, unknown][] = linesOf(words).length ? [['stem-cells', things, words]] : []
  return [
    ...rest,
    ...kinds.map((kind): [string, unknown, unknown] => [
      `stem-cells/${kind}`,
      shared.stemCells[kind],
      own[kind],
    ]),
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
    ...sharedCellPieces(content).map(([name, things, words]) => piece(name, things, words)),
    piece('glossary', null, shared.words.glossary),
    piece('sure', null, shared.sure),
    ...Object.entries(shared.pages.pages).map(([id, page]) => piece(`pages/${id}`, null, page)),
  ])
}

/** The hash each piece has now: what a reviewer writes into reviews.yaml. */
export function contentHashes(content: Content): Record<string, string> {
  return hashPieces(contentPieces(content), (text) => createHash('sha256').update(text).digest('hex'))
}
