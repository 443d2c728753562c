import { longName, rightToLeftName } from '@/components/journey/invented.examples'
import { InLanguage } from '@/components/sharing/in-language'
import { inventedDocument } from '@/components/sharing/invented.examples'
import { exampleOf, type Example } from '@/components/ui/example'
import { wordsOf } from '@/lib/texts/translate'

/** A share of answers that nobody gave: not real. */
const shared = (questionnaire: string): string =>
  JSON.stringify({
    resourceType: 'Bundle',
    entry: [
      {
        resource: {
          resourceType: 'QuestionnaireResponse',
          questionnaire,
          item: [{ linkId: 'own', text: 'Example', answer: [{ valueString: 'An example.' }] }],
        },
      },
    ],
  })
const ours = shared('https://example.org/Questionnaire/example-summary-en')

type State = { json: string; title?: string }
const example = exampleOf(({ json, title }: State, { locale }) => (
  <InLanguage
    json={json}
    shared={{ ...inventedDocument, ...(title && { title }) }}
    words={wordsOf(locale, 'sharing')}
    locale={locale}
  />
))

export const examples: readonly Example[] = [
  example('answers of ours: it can be read in other languages', { json: ours }),
  example('a document of somebody else: as it is', { json: shared('https://example.org/other') }),
  example('long words', { json: ours, title: longName }),
  example('right to left', { json: ours, title: rightToLeftName }, { isRightToLeft: true }),
]
