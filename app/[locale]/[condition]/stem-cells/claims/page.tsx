import type { Metadata } from 'next'
import { cellParts, conditionParams } from '@/app/page-parts'
import { ClaimsList } from '@/components/claims/claims-list'
import { Opening } from '@/components/layout/opening'
import { SiteFrame } from '@/components/layout/site-frame'
import { WithinStep } from '@/components/layout/within-step'
import { WordsHere } from '@/components/layout/words-here'
import Link from '@/components/ui/link'
import { listClaims } from '@/lib/claims/data'
import { regulatorsHref } from '@/lib/journey/steps'

export const dynamicParams = false
export const generateStaticParams = conditionParams

type Props = PageProps<'/[locale]/[condition]/stem-cells/claims'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, condition: c } = await params
  const { t, condition, name } = await cellParts(locale, c)
  return {
    title: t('stemCells.claimsOf', { name: condition.name }),
    description: t('stemCells.claimsAbout', { name }),
  }
}

export default async function ClaimsPage({ params }: Props) {
  const { locale: l, condition: c } = await params
  const { locale, t, release, kit, termsIn, condition, sources, place, name, all } = await cellParts(l, c)
  const claims = await listClaims(locale, condition.id)
  const lead = [t('stemCells.claimsLead')]
  return (
    <SiteFrame locale={locale} t={t} release={release} place={place}>
      <Opening
        title={t('stemCells.claimsOf', { name })}
        lead={lead}
        kit={kit}
        above={<Link href={all.href}>{all.name}</Link>}
      />
      <div className="wrap sheet">
        <div className="part">
          <ClaimsList claims={claims} sources={sources} kit={kit} />
        </div>
        <WordsHere terms={termsIn(lead, claims)} kit={kit} />
        <WithinStep
          t={t}
          next={{ href: regulatorsHref(locale, condition.id), name: t('stemCells.regulators') }}
          back={null}
          all={all}
        />
      </div>
    </SiteFrame>
  )
}
