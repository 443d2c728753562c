import { PasteBox } from '@/components/sharing/paste-box'
import { exampleOf, type Example } from '@/components/ui/example'
import { wordsOf } from '@/lib/texts/translate'

/** An example: no link is behind it. */
const example = exampleOf((problem: 'pasteNone' | 'pasteBroken' | 'pasteNewer' | null, { locale }) => {
  const words = wordsOf(locale, 'sharing')
  return (
    <PasteBox label={words.pasteView} problem={problem && words[problem]} words={words} onText={() => {}} />
  )
})

export const examples: readonly Example[] = [
  example('nothing was tried yet', null),
  example('the text holds no link', 'pasteNone'),
  example('the link is not whole', 'pasteBroken'),
  example('the link is of a newer kind', 'pasteNewer'),
]
