import { describe, expect, it } from 'vitest'
import { optionGroups } from '@/lib/journey/option-groups'
import { makeSiteMap } from '@/tests/e2e/make-site-map'
import { realContent } from '@/tests/content/real-content'

const paths = new Set(makeSiteMap('prisma/content').routes.map(({ path }) => path))

describe.each(realContent().conditions)(
  '$condition.id: nothing of step 1 is out of reach',
  ({ condition, options }) => {
    const at = `/en/${condition.id}`

    it('every part has a page, or stands on the one that is opened by choice', () => {
      const pages = condition.sections.map(({ id, optIn }) => (optIn ? `${at}/outlook` : `${at}/about/${id}`))
      expect(pages.filter((page) => !paths.has(page))).toEqual([])
    })

    it('every situation has a page that leads to at least one choice', () => {
      expect(condition.situations.filter(({ id }) => !paths.has(`${at}/situations/${id}`))).toEqual([])
      expect(condition.situations.filter(({ decisions }) => decisions.length === 0)).toEqual([])
    })

    it('the signs of an emergency have a page', () => {
      expect(paths).toContain(`${at}/emergency`)
    })

    it('every option stands in one group, with its small drawing, and carrying on stands first', () => {
      const ordered = options.options.toSorted((a, b) => a.order - b.order)
      const told = optionGroups(ordered).flatMap((group) => group.options.map(({ id }) => id))
      expect(told.toSorted()).toEqual(ordered.map(({ id }) => id).toSorted())
      expect(told.slice(0, 2)).toEqual(['carry-on-as-now', 'comfort-care'])
      expect(ordered.filter(({ sketch }) => sketch === null)).toEqual([])
    })
  },
)
