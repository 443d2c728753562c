import { VisitAfter } from '@/components/summary/visit-after'
import type { Example } from '@/components/ui/example'

/** An example: nobody had a visit. */
export const examples: readonly Example[] = [
  {
    name: 'with what is said to who missed something',
    showsHidden: true,
    show: ({ t }) => <VisitAfter conditionId="example" t={t} />,
  },
]
