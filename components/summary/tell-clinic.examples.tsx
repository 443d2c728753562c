import { TellClinic } from '@/components/summary/tell-clinic'
import type { Example } from '@/components/ui/example'

/** An example: there is no such clinic. */
export const examples: readonly Example[] = [
  {
    name: 'nothing ticked',
    show: ({ t, locale }) => <TellClinic clinicId="example" locale={locale} t={t} />,
  },
]
