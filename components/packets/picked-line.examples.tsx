import { PickedLine } from '@/components/packets/picked-line'
import type { Example } from '@/components/ui/example'

/** An example: nobody picked anything. */
export const examples: readonly Example[] = [
  {
    name: 'options were picked, and all are shown',
    showsHidden: true,
    show: ({ t }) => <PickedLine conditionId="example" locale="en" t={t} />,
  },
]
