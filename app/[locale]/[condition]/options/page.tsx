import type { Metadata } from 'next'
import { conditionParams, stepParts } from '@/app/page-parts'
import { OptionPart } from '@/components/journey/option-part'
import { Onward } from '@/components/layout/onward'
import { Opening } from '@/components/layout/opening'
import { SiteFrame } from '@/components/layout/site-frame'
import { WordsHere } from '@/components/layout/words-here'
import { PickedLine } from '@/components/packets/picked-line'
import Link from '@/components/ui/link'
import { listDecisions, listOptions } from '@/lib/journey/data'
import { stepHref } from '@/lib/journey/steps'
import { figureTexts } from '@/lib/words/kit'

export const dynamicParams = false
export const generateStaticParams = conditionParams

type Props = PageProps<'/[locale]/[condition]/options'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, condition } = await params
  const parts = await stepParts(locale, condition, 'options')
  return { title: parts.t('options.title', { name: parts.condition.name.toLowerCase() }) }
}

export default async function OptionsPage({ params }: Props) {
  const { locale: l, condition: c } = await params
  const { locale, t, release, kit, termsIn, condition, sources, place } = await stepParts(l, c, 'options')
  const [options, decisions] = await Promise.all([
    listOptions(locale, condition.id),
    listDecisions(locale, condition.id),
  ])
  return (
    <SiteFrame locale={locale} t={t} release={release} place={place}>
      <Opening
        title={t('options.title', { name: condition.name.toLowerCase() })}
        lead={[t('options.order')]}
        kit={kit}
      >
        <PickedLine conditionId={condition.id} t={t} />
        <nav aria-label={t('condition.onThisPage')}>
          <ul className="toc">
            {options.map((option) => (
              <li key={option.id} data-options={option.id}>
                <Link href={`#${option.id}`}>{option.name}</Link>
              </li>
            ))}
          </ul>
        </nav>
      </Opening>
      <div className="wrap sheet">
        {options.map((option) => (
          <OptionPart
            key={option.id}
            option={option}
            decisions={decisions}
            conditionId={condition.id}
            sources={sources}
            kit={kit}
          />
        ))}
        <p className="card">
          {t('options.notHere')}{' '}
          <Link href={stepHref(locale, condition.id, 'stemCells')}>{t('steps.stemCells')}</Link>
        </p>
        <WordsHere
          terms={termsIn(
            options,
            figureTexts(
              options.flatMap((option) => option.estimates),
              kit.book,
            ),
          )}
          kit={kit}
        />
        <Onward locale={locale} t={t} conditionId={condition.id} step="options" />
      </div>
    </SiteFrame>
  )
}
