import { longName, rightToLeftName } from '@/components/journey/invented.examples'
import { inventedDocument } from '@/components/sharing/invented.examples'
import { SharedDocument } from '@/components/sharing/shared-document'
import { exampleOf, type Example } from '@/components/ui/example'
import type { SharedDocument as Shared } from '@/lib/sharing/document'
import { wordsOf } from '@/lib/texts/translate'

const example = exampleOf((over: Partial<Shared>, { locale }) => (
  <SharedDocument
    shared={{ ...inventedDocument, ...over }}
    words={wordsOf(locale, 'sharing')}
    locale={locale}
  />
))

const contentType = 'application/pdf'

export const examples: readonly Example[] = [
  example('of a person with a name, with a file', {
    person: { name: 'Example Person, not real', birthDate: '1950-01-01' },
    files: [{ title: 'example.pdf', contentType, bytes: new Uint8Array() }],
  }),
  example('a file that came broken', { files: [{ title: '', contentType, bytes: null }] }),
  example('nothing that can be shown, no title', { title: '', others: [] }),
  example('long words', { title: longName, others: [{ kind: longName, lines: [longName] }] }),
  example('right to left', { title: rightToLeftName, others: [] }, { isRightToLeft: true }),
]
