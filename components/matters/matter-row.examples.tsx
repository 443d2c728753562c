import { inventedMatters } from '@/components/matters/invented.examples'
import { MatterRow } from '@/components/matters/matter-row'
import type { Example } from '@/components/ui/example'

function example(name: string, answer: string | undefined, more: Partial<Example> = {}): Example {
  const own = inventedMatters.map((matter) => ({
    ...matter,
    id: `${matter.id}-${name.replaceAll(' ', '-')}`,
  }))
  return {
    name,
    show: ({ t }) => (
      <>
        {own.slice(2, 5).map((matter) => (
          <MatterRow key={matter.id} matter={matter} answer={answer} t={t} />
        ))}
      </>
    ),
    ...more,
  }
}

export const examples: readonly Example[] = [
  example('nothing said', undefined),
  example('a lot', 'a-lot'),
  example('not sure', 'not-sure'),
  example('rows from right to left', 'some', { isRightToLeft: true }),
]
