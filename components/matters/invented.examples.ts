import type { MatterView } from '@/lib/matters/data'

const because = {
  a: 'An example reason, not real.',
  b: 'Another example reason.',
  c: 'A third example reason.',
}

/** Five things that can matter, not real: each speaks for some of the options and against others. */
export const inventedMatters: readonly MatterView[] = [
  { id: 'live-longer', label: 'Example longer', towards: ['b', 'c'], against: [] },
  { id: 'home-and-others', label: 'Example at home', towards: ['a'], against: ['c'] },
  { id: 'no-operation', label: 'Example with no operation', towards: ['a', 'b'], against: ['c'] },
  {
    id: 'light-for-carers',
    label: 'Example with a name of many, many words that needs two lines',
    towards: [],
    against: ['b'],
  },
  { id: 'other', label: 'Example without a sign', towards: [], against: [] },
].map((matter) => ({
  ...matter,
  decisions: ['example'],
  outcome: null,
  notClear: [],
  question: `How much does ${matter.label} matter?`,
  help: 'An example of why options differ.',
  because,
}))
