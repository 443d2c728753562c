/**
 * What lib/browser/live-status.ts does to a page that was built before something became known. The catalogue runs it
 * with the answer `live`; nothing else of the catalogue has these ids.
 */
import { LiveWords } from '@/components/layout/live-words'
import { inventedProduct, inventedRunning } from '@/components/products/invented.examples'
import { RunningTrials } from '@/components/products/product-trials'
import { inventedSource } from '@/components/sources/invented.examples'
import type { Example } from '@/components/ui/example'
import { SourceItems, SourceLine } from '@/components/ui/sources-line'
import type { Source } from '@/lib/sources/schema'
import type { LiveStatus } from '@/lib/watch/schema'

const statuses = ['retracted', 'concern', 'corrected'] as const
const trialNumber = 'NCT00000000'

/** What the server would answer. */
export const live: LiveStatus = {
  checkedAt: '2026-11-28T09:00:00.000Z',
  sources: Object.fromEntries(statuses.map((status) => [`example-live-${status}`, status])),
  figures: Object.fromEntries(statuses.map((status) => [`estimate:example-live-${status}`, status])),
  trials: { [trialNumber]: 'stopped' },
  overdue: [{ by: '2026-11-01', of: ['estimate:example-live-overdue'] }],
}

const source = (id: string): Source => ({
  ...inventedSource,
  id,
  title: `An example study, not real (${id})`,
})

const figure = (id: string) => (
  <p key={id}>
    Example figure:{' '}
    <span className="number" data-figure={`estimate:example-live-${id}`}>
      10 in 100
    </span>
    .
  </p>
)

const product = inventedProduct('live', {
  running: [{ ...inventedRunning, id: 'example-live-trial', registration: trialNumber }],
})

export const examples: readonly Example[] = [
  {
    name: 'a figure whose study was withdrawn, warned about or corrected since',
    show: ({ t }) => (
      <>
        <LiveWords t={t} />
        {statuses.map(figure)}
      </>
    ),
  },
  { name: 'a figure that should have been checked again', show: () => figure('overdue') },
  {
    name: 'sources that were withdrawn, warned about or corrected since',
    show: (kit) => (
      <ul className="list">
        {statuses.map((status) => (
          <li key={status}>
            <SourceLine source={source(`example-live-${status}`)} kit={kit} />
          </li>
        ))}
      </ul>
    ),
  },
  {
    name: 'a withdrawn source in a folded list',
    show: (kit) => (
      <details className="where-from">
        <summary>Example list</summary>
        <SourceItems
          ids={['example-live-retracted']}
          sources={new Map([['example-live-retracted', source('example-live-retracted')]])}
          kit={kit}
        />
      </details>
    ),
  },
  {
    name: 'a running trial that was stopped since, and the day of the last look',
    show: (kit) => (
      <>
        <RunningTrials product={product} kit={kit} />
        <p data-last-watch="" hidden />
      </>
    ),
  },
]
