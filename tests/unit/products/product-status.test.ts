import { describe, expect, it } from 'vitest'
import { Product } from '@/lib/products/schema'

const answer = Product.shape.answers.element
const isAllowed = (question: string, status: string) => answer.safeParse({ question, status }).success

describe('the status of a product', () => {
  it.each(['not-known-yet', 'harm-reported', 'harm-seen', 'harmful'])('may be "%s" for harms', (status) => {
    expect(isAllowed('harms', status)).toBe(true)
  })

  it.each(['works', 'no-clear-difference', 'may-help-unsure', 'being-tested'])(
    'is never "%s" for harms: such words hide that harm was reported',
    (status) => {
      expect(isAllowed('harms', status)).toBe(false)
    },
  )

  it('tells of seen or reported harm only under harms', () => {
    for (const status of ['harm-seen', 'harm-reported']) expect(isAllowed('live-longer', status)).toBe(false)
    expect(isAllowed('live-longer', 'harmful')).toBe(true) // more people may die with a product
  })
})
