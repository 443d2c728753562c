import { inventedMatters } from '@/components/matters/invented.examples'
import { TopQuestion } from '@/components/matters/top-question'
import { exampleOf, type Example } from '@/components/ui/example'

const ids = inventedMatters.map(({ id }) => id)
const aLot = (count: number) => Object.fromEntries(ids.slice(0, count).map((id) => [id, 'a-lot' as const]))

const example = exampleOf((answers: { matters: Record<string, 'a-lot'>; top: string[] }, { t }) => (
  <TopQuestion matters={inventedMatters} answers={answers} t={t} />
))

export const examples: readonly Example[] = [
  example('four things matter a lot, none is picked', { matters: aLot(4), top: [] }),
  example('three of five are picked', { matters: aLot(5), top: ids.slice(0, 3) }),
  example('four are picked, which is one too many', { matters: aLot(5), top: ids.slice(0, 4) }),
]
