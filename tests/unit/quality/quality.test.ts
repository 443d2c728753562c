import { expect, it } from 'vitest'
import { qualityParts } from '@/lib/quality/quality'
import type { QualityItem } from '@/lib/quality/schema'

const item = (id: string, set: QualityItem['set'], state: QualityItem['state']): QualityItem => ({
  id,
  set,
  state,
  text: 'It does.',
})

it('lists stand in their fixed order with their own counts', () => {
  const parts = qualityParts([
    item('PE-1', 'pemat-understand', 'met'),
    item('IP-Q1', 'ipdas-qualifying', 'met'),
    item('IP-Q2', 'ipdas-qualifying', 'not-yet'),
    item('IP-Q3', 'ipdas-qualifying', 'needs-people'),
    item('IP-Q4', 'ipdas-qualifying', 'does-not-apply'),
  ])
  expect(parts[0]).toMatchObject({
    set: 'ipdas-qualifying',
    counts: { met: 1, 'not-yet': 1, 'needs-people': 1, 'does-not-apply': 1 },
  })
  expect(parts.find(({ set }) => set === 'pemat-understand')?.items).toHaveLength(1)
})
