import type { Metadata } from 'next'
import { decisionParams, decisionParts } from '@/app/page-parts'
import { GlanceGrid } from '@/components/glance/glance-grid'
import { GlanceLook, HowToLook } from '@/components/glance/glance-look'
import { Onward } from '@/components/layout/onward'
import { Opening } from '@/components/layout/opening'
import { SiteFrame } from '@/components/layout/site-frame'
import { PickedLine } from '@/components/packets/picked-line'
import Link from '@/components/ui/link'
import { Lines } from '@/components/ui/words'
import { glanceCells } from '@/lib/glance/glance-cell'
import { optionMarks, stepHref } from '@/lib/journey/steps'
import { punctuationOf, sentences } from '@/lib/texts/punctuation'

export const dynamicParams = false
export const generateStaticParams = decisionParams

type Props = PageProps<'/[locale]/[condition]/compare/[decision]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale: l, condition: c, decision: d } = await params
  const { decision } = await decisionParts(l, c, d)
  return { title: decision.name, description: decision.question }
}

export default async function ComparePage({ params }: Props) {
  const { locale: l, condition: c, decision: d } = await params
  const { locale, t, release, kit, condition, place, decision } = await decisionParts(l, c, d)
  const { options, outcomes } = decision
  const ids = options.map(({ id }) => id)
  const named = { marks: optionMarks(ids), names: new Map(options.map(({ id, name }) => [id, name])) }
  const rows = outcomes.map((outcome) => ({
    outcome,
    cells: glanceCells(outcome.cells, ids, kit.book, outcome.tone),
  }))
  const [first, ...more] = decision.lead
  return (
    <SiteFrame locale={locale} t={t} release={release} place={place}>
      <Opening
        title={decision.question}
        lead={first === undefined ? [] : [first]}
        kit={{ ...kit, terms: null }}
      >
        {more.length > 0 && (
          <details className="screen">
            <summary>{t('glance.about')}</summary>
            <div>
              <Lines text={more} kit={{ ...kit, terms: null }} />
            </div>
          </details>
        )}
      </Opening>
      <div className="wrap sheet glance">
        <PickedLine conditionId={condition.id} decisionId={decision.id} locale={locale} t={t} />
        <GlanceLook options={options} rows={rows} marks={named.marks} kit={kit} />
        <HowToLook kit={kit} />
        <GlanceGrid decision={decision} rows={rows} conditionId={condition.id} kit={kit} {...named} />
        <p className="note">
          {t('glance.noCells') + punctuationOf(locale).gap}
          <Link href={stepHref(locale, condition.id, 'stemCells')}>{t('glance.cellsKnown')}</Link>
        </p>
        <p className="note">{sentences([t('compare.chance'), t('ratings.byUs')], locale)}</p>
        <Onward locale={locale} t={t} conditionId={condition.id} step="compare" />
      </div>
    </SiteFrame>
  )
}
