import { Steps } from '@/components/layout/steps'
import { exampleOf, type Example } from '@/components/ui/example'
import { steps, type StepId } from '@/lib/journey/steps'

const names = steps.map(({ id }) => id)
const [first, last] = [names[0] ?? 'condition', names.at(-1) ?? 'summary']

/** An example: the illness does not exist. */
const example = exampleOf(({ step, hasForm = false }: { step: StepId; hasForm?: boolean }, { t, locale }) => (
  <Steps locale={locale} t={t} place={{ conditionId: 'example', step }} hasForm={hasForm} />
))

export const examples: readonly Example[] = [
  example('the first step', { step: first }),
  example('in the middle, opened', { step: 'options' }, { isUnfolded: true }),
  example('a form takes the answers along', { step: 'matters', hasForm: true }),
  example('the last step', { step: last }),
  example('right to left', { step: 'options' }, { isRightToLeft: true }),
]
