import { longName, rightToLeftName } from '@/components/journey/invented.examples'
import { WithinStep } from '@/components/layout/within-step'
import { exampleOf, type Example } from '@/components/ui/example'

type Stop = React.ComponentProps<typeof WithinStep>['all']
const stop = (name: string): Stop => ({ href: '#example', name })
const all = stop('All of the example, not real')

const example = exampleOf(({ next, back }: { next?: Stop; back?: Stop }, { t }) => (
  <WithinStep t={t} next={next ?? null} back={back ?? null} all={all} />
))

export const examples: readonly Example[] = [
  example('the first', { next: stop('the next example') }),
  example('in the middle', { next: stop('the next example'), back: stop('the example before') }),
  example('the last', { back: stop('the example before') }),
  example('the only one', {}),
  example('long words', { next: stop(longName), back: stop(longName) }),
  example(
    'right to left',
    { next: stop(rightToLeftName), back: stop(rightToLeftName) },
    { isRightToLeft: true },
  ),
]
