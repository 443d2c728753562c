import type { Metadata } from 'next'
import { conditionParams, stepParts } from '@/app/page-parts'
import { Sketch } from '@/components/drawings/sketch'
import { Onward } from '@/components/layout/onward'
import { Opening } from '@/components/layout/opening'
import { SiteFrame } from '@/components/layout/site-frame'
import { PickedLine } from '@/components/packets/picked-line'
import Link from '@/components/ui/link'
import { Words } from '@/components/ui/words'
import { getPurposes, listOptions } from '@/lib/journey/data'
import { optionGroups } from '@/lib/journey/option-groups'
import { cellPageHref, optionHref, stepHref } from '@/lib/journey/steps'
import { punctuationOf, sentences } from '@/lib/texts/punctuation'

export const dynamicParams = false
export const generateStaticParams = conditionParams

type Props = PageProps<'/[locale]/[condition]/options'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, condition } = await params
  const { t, condition: found } = await stepParts(locale, condition, 'options')
  return {
    title: t('options.title', { name: found.inSentence }),
    description: sentences([t('options.lead'), t('options.order')], locale),
  }
}

export default async function OptionsPage({ params }: Props) {
  const { locale: l, condition: c } = await params
  const { locale, t, release, kit, condition, place } = await stepParts(l, c, 'options')
  const [options, purposes] = await Promise.all([
    listOptions(locale, condition.id),
    getPurposes(locale, condition.id),
  ])
  return (
    <SiteFrame locale={locale} t={t} release={release} place={place}>
      <Opening
        title={t('options.title', { name: condition.inSentence })}
        lead={[t('options.lead'), t('options.order')]}
        kit={kit}
      >
        <PickedLine conditionId={condition.id} locale={locale} t={t} />
      </Opening>
      <div className="wrap sheet">
        {optionGroups(options).map(({ purpose, options: own }) => (
          <section key={purpose} className="group" aria-labelledby={`for-${purpose}`}>
            <h2 id={`for-${purpose}`}>{purposes.get(purpose)}</h2>
            <ul className="tiles stack">
              {own.map((option) => (
                <li key={option.id} id={option.id} data-options={option.id}>
                  <Link className="tile" href={optionHref(locale, condition.id, option.id)}>
                    {option.sketch && <Sketch id={option.sketch} />}
                    <b>{option.name}</b>
                    <span>
                      <Words text={option.short} kit={kit} plain />
                    </span>
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        ))}
        <div className="card">
          <p>
            {t('options.notHere') + punctuationOf(locale).gap}
            <Link href={stepHref(locale, condition.id, 'stemCells')}>{t('steps.stemCells')}</Link>
          </p>
          <p>
            {t('options.guidelines') + punctuationOf(locale).gap}
            <Link href={cellPageHref(locale, condition.id, 'guidelines')}>{t('stemCells.guidelines')}</Link>
          </p>
        </div>
        <Onward locale={locale} t={t} conditionId={condition.id} step="options" />
      </div>
    </SiteFrame>
  )
}
