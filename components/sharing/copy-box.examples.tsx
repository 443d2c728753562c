import { CopyBox } from '@/components/sharing/copy-box'
import type { Example } from '@/components/ui/example'
import { wordsOf } from '@/lib/texts/translate'

export const examples: readonly Example[] = [
  {
    name: 'a link, as long as they are',
    show: ({ locale }) => (
      <CopyBox
        label="An example link, not real"
        text={`https://example.org/v#shlink:/${'example'.repeat(40)}`}
        words={wordsOf(locale, 'sharing')}
      />
    ),
  },
]
