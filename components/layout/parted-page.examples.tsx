import { longName, rightToLeftName } from '@/components/journey/invented.examples'
import { PartedPage } from '@/components/layout/parted-page'
import { exampleOf, type Example } from '@/components/ui/example'

const example = exampleOf(
  ({ title, lead = [], above }: { title: string; lead?: readonly string[]; above?: string }, kit) => (
    <PartedPage
      title={title}
      lead={lead}
      above={above && <span>{above}</span>}
      parts={['first', 'second'].map((id) => ({
        id,
        title: `${title}: ${id}`,
        body: <p>An example, not real.</p>,
      }))}
      kit={kit}
    >
      <p>What stands after the parts of the example.</p>
    </PartedPage>
  ),
)

export const examples: readonly Example[] = [
  example('two parts', { title: 'An example of a page', lead: ['It says nothing.'] }),
  example('a part of something larger', {
    title: 'An example within another',
    lead: ['It says nothing.', 'It says it twice.'],
    above: 'All of the example',
  }),
  example('long words', { title: longName, lead: [longName] }),
  example('right to left', { title: rightToLeftName, lead: [rightToLeftName] }, { isRightToLeft: true }),
]
