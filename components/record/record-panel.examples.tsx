import { RecordPanel } from '@/components/record/record-panel'
import { exampleOf, type Example } from '@/components/ui/example'

/** An example: no record is open, and of no illness. What a record fills in stays empty. */
const example = exampleOf((name: string, kit) => (
  <RecordPanel illnesses={[{ id: 'example', name, sets: [] }]} kit={kit}>
    <p>An example of the form that makes a page, not real.</p>
  </RecordPanel>
))

export const examples: readonly Example[] = [
  example('without our script', 'An example illness'),
  example('all that it can show', 'An example illness', { showsHidden: true, isUnfolded: true }),
  example('right to left', 'An example illness', { showsHidden: true, isRightToLeft: true }),
]
