import { ShareForm } from '@/components/sharing/share-form'
import { exampleOf, type Example } from '@/components/ui/example'
import { wordsOf } from '@/lib/texts/translate'

/** An example: no summary is behind it. */
const example = exampleOf((isBusy: boolean, { locale }) => (
  <ShareForm words={wordsOf(locale, 'sharing')} today="2026-11-28" isBusy={isBusy} onShare={() => {}} />
))

export const examples: readonly Example[] = [
  example('ready', false),
  example('busy: a summary is being locked', true),
  example('right to left', false, { isRightToLeft: true }),
]
