import { Fragment } from 'react'
import { Study } from '@/components/numbers/study'
import Link from '@/components/ui/link'
import { viewRow } from '@/lib/numbers/study-view'
import type { Kit } from '@/lib/sentences/kit'
import { punctuationOf } from '@/lib/texts/punctuation'

/** The studies of one answer or trial, and the way to those that stand higher up on the page already. */
export function ProductFigures({
  here,
  above,
  level,
  kit,
}: {
  here: readonly string[]
  above: readonly { href: string; name: string }[]
  level: 3 | 4
  kit: Kit
}) {
  return (
    <>
      {above.length > 0 && (
        <p className="note screen">
          {kit.t('stemCells.numbersAbove')}
          {punctuationOf(kit.locale).gap}
          {above.map(({ href, name }, index) => (
            <Fragment key={href}>
              {index > 0 && ' · '}
              <Link href={href}>{name}</Link>
            </Fragment>
          ))}
        </p>
      )}
      {viewRow(here, kit.book, []).studies.map((study) => (
        <Study key={study.group.arms[0]?.id} study={study} marks={new Map()} kit={kit} level={level} />
      ))}
    </>
  )
}
