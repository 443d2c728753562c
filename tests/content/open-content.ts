import type { OpenContent } from '@/lib/evidence/open-figures'
import { openRelease } from '@/lib/evidence/open-files'
import { answerPlace, cellPlace } from '@/lib/ratings/rated-places'
import { makeKit, type Kit } from '@/lib/sentences/kit'
import { ratingViews } from '@/prisma/pipeline/check-ratings'
import { figureBook } from '@/prisma/pipeline/figure-book'
import type { ConditionContent, Content } from '@/prisma/pipeline/read-content'
import { version } from '@/tests/content/summary-content'

/** What the open data of a condition is made from, as lib/evidence/data.ts gives it, without a database. */
export function openContentOf(content: Content, c: ConditionContent): { content: OpenContent; kit: Kit } {
  const kit = makeKit('en', figureBook(content, c), [])
  const ratings = ratingViews(c)
  const { words } = c
  const decisions = c.decisions.decisions.flatMap((decision) => {
    const text = words.decisions.decisions[decision.id]
    if (!text) return []
    const outcomes = decision.outcomes.flatMap(({ id, tone, cells }) => {
      const outcome = text.outcomes[id]
      if (!outcome) return []
      const whole = Object.entries(cells).map(([option, cell]) => {
        const whyId = 'unknown' in cell ? cell.unknown : 'notApplicable' in cell ? cell.notApplicable : ''
        return [
          option,
          {
            ...cell,
            why: words.decisions.whys[whyId],
            rating: ratings.get(cellPlace(decision.id, id, option)),
            atAGlance: outcome.atAGlance[option],
          },
        ]
      })
      return [{ id, tone, question: outcome.question, cells: Object.fromEntries(whole) }]
    })
    const options = decision.options.map((id) => ({ id, name: words.options.options[id]?.name ?? '' }))
    return [{ id: decision.id, name: text.name, question: text.question, options, outcomes }]
  })
  const cellWords = words['stem-cells']
  const products = c['stem-cells'].products.flatMap((product) => {
    const text = cellWords.products[product.id]
    if (!text) return []
    const answers = product.answers.map((answer) => ({
      ...answer,
      text: text.answers[answer.question] ?? [],
      rating: ratings.get(answerPlace(product.id, answer.question)),
    }))
    return [{ ...product, name: text.name, answers }]
  })
  return {
    kit,
    content: {
      condition: { id: c.condition.id, name: words.condition.name },
      results: c.numbers.results.map(({ arms }) => ({
        id: arms[0]?.id ?? '',
        arms: arms.map(({ id }) => id),
      })),
      decisions,
      products,
      about: { organQuestion: cellWords.organQuestion ?? '' },
      release: openRelease({ version, contentDate: content.date }, kit.t),
    },
  }
}
