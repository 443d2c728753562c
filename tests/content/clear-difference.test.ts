import { describe, expect, it } from 'vitest'
import { isDisputedBy, readEstimate, readPlainCount } from '@/lib/numbers/effect-reading'
import { realContent } from './real-content'

const estimates = realContent().conditions.flatMap((c) => c.numbers.estimates)

const find = (id: string) => {
  const estimate = estimates.find((one) => one.id === id)
  if (!estimate) throw new Error(`no estimate ${id}`)
  return estimate
}

describe('standard care and cells are read by one rule (docs/decisions/0014)', () => {
  it.each(['larsen-2016-hvp-alive', 'qin-2014-alive-90-days', 'lin-2017-alive', 'maiwall-2022-own-liver'])(
    '%s: clear by the own test of the study, not by the plain count',
    (id) => {
      const arm = find(id)
      const versus = arm.comparator === null ? null : find(arm.comparator)
      const own = readEstimate(arm, versus)
      const plain = readPlainCount(arm, versus)
      expect(own).toMatchObject({ reading: 'clear', direction: 'more' })
      expect(plain).toEqual({ reading: 'unclear', basis: 'computed-range' })
      expect(isDisputedBy(own, plain)).toBe(true)
    },
  )
})
