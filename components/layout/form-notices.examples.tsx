import { FormNotices } from '@/components/layout/form-notices'
import type { Example } from '@/components/ui/example'
import { textFields } from '@/lib/summary/names'

/** An invented post: nobody wrote it. */
export const examples: readonly Example[] = [
  {
    name: 'texts that are too long, and an answer that we do not know',
    show: ({ t }) => <FormNotices t={t} leftOut tooLong={textFields} />,
  },
]
