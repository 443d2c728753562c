import { longName, rightToLeftName } from '@/components/journey/invented.examples'
import { PositionBodies, PositionsMissing, PositionTopic, StrengthKey } from '@/components/positions/topic'
import { exampleOf, type Example } from '@/components/ui/example'
import type { PositionRow, TopicView } from '@/lib/positions/data'
import { Strength } from '@/lib/positions/schema'

const body = (name: string) => ({ id: `example-${name.length}`, name, who: 'An example, not real.' })

/** Invented bodies that say invented things. */
const row = (strength: Strength, name: string, over: Partial<PositionRow> = {}): PositionRow => ({
  body: body(name),
  strength,
  date: '2026-11-28',
  text: 'An example of what a body could say, not real.',
  sources: [],
  ...over,
})
const topic = (id: string, over: Partial<TopicView>): TopicView => ({
  id: `example-topic-${id}`,
  name: `Example topic, not real: ${id}`,
  said: [],
  notFound: [],
  ...over,
})

const example = exampleOf((one: TopicView, kit) => (
  <>
    <PositionTopic topic={one} sources={new Map()} kit={kit} />
    <PositionsMissing topics={[one]} sources={new Map()} kit={kit} />
    <PositionBodies topics={[one]} kit={kit} />
  </>
))

export const examples: readonly Example[] = [
  example(
    'every strength',
    topic('strengths', { said: Strength.options.map((one) => row(one, `Body ${one}`)) }),
  ),
  example('no date', topic('undated', { said: [row('suggested', 'A body', { date: null })] })),
  example(
    'nobody could read it',
    topic('missing', { notFound: [{ body: body('A body'), why: 'An example reason.', sources: [] }] }),
    { isUnfolded: true },
  ),
  example('long words', topic('long', { said: [row('suggested', longName, { text: `${longName}.` })] })),
  example(
    'right to left',
    topic('rtl', {
      name: rightToLeftName,
      said: [row('suggested', rightToLeftName, { text: rightToLeftName })],
    }),
    { isRightToLeft: true },
  ),
  { name: 'what the words mean', show: (kit) => <StrengthKey used={Strength.options} kit={kit} /> },
]
