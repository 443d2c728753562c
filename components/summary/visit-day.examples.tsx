import { VisitDay } from '@/components/summary/visit-day'
import type { Example } from '@/components/ui/example'

/** An example: no visit is planned. */
export const examples: readonly Example[] = [
  {
    name: 'nothing filled in',
    show: ({ t, locale }) => <VisitDay locale={locale} conditionId="example" t={t} />,
  },
]
