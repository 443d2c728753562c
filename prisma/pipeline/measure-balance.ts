/**
 * How much each option is given on its good and on its bad side: words, figures, figures that lead, pictures of people and
 * pointers of the values step; and the same for the cell products, in their own lane. Pure: content in, counts out.
 * The limits stand in tests/content/balance-limits.ts; `npm run content:balance` prints the tables.
 */
import { leadFigures } from '@/lib/numbers/lead-figures'
import { proportionOf } from '@/lib/numbers/shown-figures'
import { pointersOf } from '@/lib/matters/pointing'
import { splitWords } from '@/lib/texts/readability'
import type { ConditionContent } from './read-content'

type Decision = ConditionContent['decisions']['decisions'][number]

/** A count on the good and on the bad side. */
export type Sides = { benefit: number; harm: number }

export type OptionBalance = {
  option: string
  /** Words of "what it may do for you" and of "what may go wrong". */
  words: Sides
  /** Figures in the cells of the decision, by what the question asks about. */
  figures: Sides
  /** Those of them that people see first. */
  leads: Sides
  /** Lead figures that are drawn as people. */
  pictures: Sides
  /** What speaks for and against the option in the values step. */
  pointers: { towards: number; against: number }
}

const wordsIn = (lines: readonly string[]) => lines.reduce((sum, line) => sum + splitWords(line).length, 0)

/** Every option of a decision, in its fixed order. */
export function balanceOfDecision(c: ConditionContent, decision: Decision): OptionBalance[] {
  const all = new Map(c.numbers.estimates.map((estimate) => [estimate.id, estimate]))
  const things = new Map(c.numbers.endpoints.map(({ id, thing }) => [id, thing]))
  const isDrawn = (id: string) => {
    const estimate = all.get(id)
    return estimate
      ? proportionOf(estimate.value) !== null && things.get(estimate.endpoint) === 'people'
      : false
  }
  return decision.options.map((option) => {
    const words = c.words.options.options[option]
    const sides = (count: (ids: { all: readonly string[]; leads: readonly string[] }) => number): Sides => {
      const sum = { benefit: 0, harm: 0 }
      for (const { tone, cells } of decision.outcomes) {
        const cell = cells[option]
        if (cell && 'estimates' in cell) sum[tone] += count({ all: cell.estimates, leads: leadFigures(cell) })
      }
      return sum
    }
    const pointers = pointersOf(c.matters.matters, decision.id, [option])
    const towards = pointers.filter(({ direction }) => direction === 'towards').length
    return {
      option,
      words: { benefit: wordsIn(words?.benefits ?? []), harm: wordsIn(words?.harms ?? []) },
      figures: sides((ids) => ids.all.length),
      leads: sides((ids) => ids.leads.length),
      pictures: sides((ids) => ids.leads.filter(isDrawn).length),
      pointers: { towards, against: pointers.length - towards },
    }
  })
}

export type ProductBalance = {
  product: string
  /** Words a question: the four questions about good are counted together and divided by four. */
  words: Sides
  figures: Sides
}

/** Every cell product of a condition, in the order of its file. */
export function balanceOfCells(c: ConditionContent): ProductBalance[] {
  return c['stem-cells'].products.map(({ id, answers }) => {
    const words = c.words['stem-cells'].products[id]?.answers
    const of = (side: keyof Sides) =>
      answers.filter(({ question }) => (question === 'harms') === (side === 'harm'))
    const wordsOf = (side: keyof Sides) => {
      const counted = of(side).map(({ question }) => wordsIn(words?.[question] ?? []))
      return counted.reduce((sum, one) => sum + one, 0) / Math.max(1, counted.length)
    }
    const figuresOf = (side: keyof Sides) => of(side).flatMap(({ estimates }) => estimates).length
    return {
      product: id,
      words: { benefit: wordsOf('benefit'), harm: wordsOf('harm') },
      figures: { benefit: figuresOf('benefit'), harm: figuresOf('harm') },
    }
  })
}

export type Frames = { both: number; goodOnly: string[]; badOnly: string[] }

/**
 * The shares of people that the answers of a decision tell, by the sides on which each is told: "59 in 100 were alive and
 * 41 had died", or only one of the two. Questions about good and about harm apart.
 */
export function framesOfDecision(c: ConditionContent, decision: Decision): { benefit: Frames; harm: Frames } {
  const all = new Map(c.numbers.estimates.map((estimate) => [estimate.id, estimate]))
  const headlines = new Map(c.numbers.endpoints.map(({ id, headline }) => [id, headline]))
  const frames = { benefit: empty(), harm: empty() }
  for (const { id, tone } of decision.outcomes) {
    const told = new Map<string, Set<'good' | 'bad'>>()
    const answer = c.words.decisions.decisions[decision.id]?.outcomes[id]?.answer ?? []
    for (const [, figure = '', form = ''] of answer.join(' ').matchAll(/\{([a-z0-9-]+)((?:\.[a-z]+)*)\}/g)) {
      const estimate = all.get(figure)
      if (!estimate || !proportionOf(estimate.value) || /\.(?:range|time|people|diff|versus)/.test(form))
        continue
      const side = form === '.good' ? 'good' : form === '.bad' ? 'bad' : headlines.get(estimate.endpoint)
      if (side) told.set(figure, (told.get(figure) ?? new Set()).add(side))
    }
    for (const [figure, sides] of told)
      if (sides.size === 2) frames[tone].both += 1
      else frames[tone][sides.has('good') ? 'goodOnly' : 'badOnly'].push(`${id}: ${figure}`)
  }
  return frames
}

const empty = (): Frames => ({ both: 0, goodOnly: [], badOnly: [] })
