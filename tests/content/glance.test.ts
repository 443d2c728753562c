/** The glance, the picture and the proof of every decision: nothing is lost between them. */
import { describe, expect, test } from 'vitest'
import { glanceCells } from '@/lib/glance/glance-cell'
import { outcomeRow } from '@/lib/journey/outcome-row'
import { leadFigures } from '@/lib/numbers/lead-figures'
import { figureBook } from '@/prisma/pipeline/figure-book'
import { realContent } from '@/tests/content/real-content'

const content = realContent()

describe.each(content.conditions.map((condition) => [condition.condition.id, condition] as const))(
  '%s',
  (_, condition) => {
    const book = figureBook(content, condition)
    const questions = condition.decisions.decisions.flatMap((decision) =>
      decision.outcomes.map((outcome) => [`${decision.id}/${outcome.id}`, decision, outcome] as const),
    )

    test.each(questions)(
      '%s: every figure of every cell stands on the page of its studies',
      (_name, decision, outcome) => {
        const options = decision.options.map((id) => ({ id }))
        const row = outcomeRow(outcome.cells, options, book)
        const shown = new Set(
          [...row.first, ...row.more].flatMap(({ group, alike }) =>
            [...group.arms, ...alike].map(({ id }) => id),
          ),
        )
        const all = Object.values(outcome.cells).flatMap((cell) =>
          'estimates' in cell ? cell.estimates : [],
        )
        expect(all.filter((id) => !shown.has(id))).toEqual([])
      },
    )

    test.each(questions)(
      '%s: every lead figure stands on the glance, and every option in it',
      (_name, decision, outcome) => {
        const cells = glanceCells(outcome.cells, decision.options, book, outcome.tone)
        expect([...cells.keys()]).toEqual(decision.options)
        const shown = new Set(
          [...cells.values()].flatMap((cell) =>
            'items' in cell ? cell.items.flatMap(({ arms }) => arms.map(({ figure }) => figure.id)) : [],
          ),
        )
        const leads = Object.values(outcome.cells).flatMap((cell) =>
          'estimates' in cell ? leadFigures(cell) : [],
        )
        expect(leads.filter((id) => !shown.has(id))).toEqual([])
      },
    )

    test.each(questions)(
      '%s: a pair is two groups of one study, over one denominator',
      (_name, decision, outcome) => {
        for (const cell of glanceCells(outcome.cells, decision.options, book, outcome.tone).values()) {
          if (!('items' in cell)) continue
          for (const item of cell.items.filter(({ kind }) => kind === 'pair')) {
            expect(new Set(item.arms.map(({ figure }) => figure.source)).size).toBe(1)
            expect(new Set(item.arms.map(({ figure }) => figure.endpoint)).size).toBe(1)
            const pers = item.arms.map(({ shown }) => (shown.kind === 'people' ? shown.shown.per : null))
            expect(pers).toEqual([item.per, item.per])
            const lit = item.arms.filter(({ people }) => (people?.more ?? 0) > 0)
            expect(lit.length).toBeLessThanOrEqual(item.gap?.isPointedOut ? 1 : 0)
          }
        }
      },
    )

    test('no decision has more options than the boxes that hide them', () => {
      for (const { id, options } of condition.decisions.decisions)
        expect(options.length, id).toBeLessThanOrEqual(12)
    })
  },
)
