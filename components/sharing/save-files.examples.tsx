import { SaveFiles } from '@/components/sharing/save-files'
import { exampleOf, type Example } from '@/components/ui/example'
import { wordsOf } from '@/lib/texts/translate'

/** An example: no summary is behind it, and nothing is saved. */
const example = exampleOf((fields: readonly (readonly [string, string])[], { locale }) => (
  <SaveFiles
    fields={fields}
    conditionId="example"
    locale={locale}
    finish={() => {
      throw new Error('an example has no summary')
    }}
    words={wordsOf(locale, 'sharing')}
  />
))

export const examples: readonly Example[] = [
  example('every form of the summary', [['own', 'An example, not real']]),
  example('right to left', [], { isRightToLeft: true }),
]
