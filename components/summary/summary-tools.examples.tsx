import { SummaryTools } from '@/components/summary/summary-tools'
import { exampleOf, type Example } from '@/components/ui/example'

/** An example: there is no summary. */
const example = exampleOf((isAnswered: boolean, { t }) => (
  <SummaryTools t={t} isAnswered={isAnswered} shareHref="#example" />
))

export const examples: readonly Example[] = [
  example('without our script: nothing answered', false),
  example('all that it can show', true, { showsHidden: true }),
  example('right to left', true, { showsHidden: true, isRightToLeft: true }),
]
