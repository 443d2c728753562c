/** Families of cells that do not exist, and their trials, for the examples of all rooms. */
import type { CellProduct } from '@/lib/products/data'
import { ProductQuestion } from '@/lib/products/schema'

/** What is asked of the organ of an illness that does not exist. */
export const inventedAbout = { organQuestion: 'Does the example work better?', organ: 'Example' }

export function inventedProduct(id: string, over: Partial<CellProduct> = {}): CellProduct {
  return {
    id: `example-${id}`,
    name: 'Example cells, not real',
    whatItIs: ['Cells that do not exist.'],
    whatHappens: [],
    sources: [],
    trials: [],
    running: [],
    answers: ProductQuestion.options.map((question) => ({
      question,
      status: 'not-known-yet',
      estimates: [],
      sources: [],
      text: ['Nobody has tried it: it is an example.'],
    })),
    ...over,
  }
}

type Trial = CellProduct['trials'][number]

/** A finished trial that was never done, with a pretend treatment. */
export function inventedTrial(id: string, over: Partial<Trial> = {}): Trial {
  return {
    id,
    name: `Example trial ${id}, not real`,
    source: `example-${id}`,
    randomised: true,
    sham: true,
    blinded: true,
    people: 60,
    mainAim: 'met',
    estimates: [],
    text: [],
    ...over,
  }
}

/** A running trial that nobody runs. */
export const inventedRunning: CellProduct['running'][number] = {
  id: 'example-running',
  registration: 'NCT00000000',
  source: 'example-running',
  people: 60,
  state: 'recruiting',
  checkedOn: '2026-11-01',
  text: 'A trial that does not exist.',
}
