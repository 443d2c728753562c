import { Opening } from '@/components/layout/opening'
import { SiteFrame } from '@/components/layout/site-frame'
import { WithinStep } from '@/components/layout/within-step'
import { WordsHere } from '@/components/layout/words-here'
import Link from '@/components/ui/link'
import { around, cellPageHref, cellPages, stepHref, type CellPageId } from '@/lib/journey/steps'
import type { GlossaryTerm } from '@/lib/sentences/data'
import type { Kit } from '@/lib/sentences/kit'

type Frame = Pick<React.ComponentProps<typeof SiteFrame>, 'locale' | 't' | 'release'> & {
  place: NonNullable<React.ComponentProps<typeof SiteFrame>['place']>
}

/** A page about cells beside those of the families: its opening, its parts, and the way to the next. */
export function CellPage({
  page,
  frame,
  kit,
  all,
  lead,
  terms,
  children,
}: {
  page: CellPageId
  frame: Frame
  kit: Kit
  /** The page of the step, with every family. */
  all: { href: string; name: string }
  lead: readonly string[]
  terms: readonly GlossaryTerm[]
  children: React.ReactNode
}) {
  const { locale, t, release, place } = frame
  const { conditionId } = place
  const stops = around(cellPages, page)
  const stop = (other: { id: CellPageId }) => ({
    href: cellPageHref(locale, conditionId, other.id),
    name: t(`stemCells.pages.${other.id}.name`),
  })
  return (
    <SiteFrame locale={locale} t={t} release={release} place={place}>
      <Opening
        title={t(`stemCells.pages.${page}.name`)}
        lead={lead}
        kit={kit}
        above={<Link href={all.href}>{all.name}</Link>}
      />
      <div className="wrap sheet cells">
        {children}
        <WithinStep
          t={t}
          next={
            stops?.next
              ? stop(stops.next)
              : { href: stepHref(locale, conditionId, 'matters'), name: t('steps.matters') }
          }
          back={stops?.back ? stop(stops.back) : null}
          all={all}
        />
      </div>
      <WordsHere terms={terms} kit={kit} />
    </SiteFrame>
  )
}
