import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { conditionParams, stepParts } from '@/app/page-parts'
import { Section } from '@/components/journey/section'
import { Opening } from '@/components/layout/opening'
import { SiteFrame } from '@/components/layout/site-frame'
import { WithinStep } from '@/components/layout/within-step'
import { WordsHere } from '@/components/layout/words-here'
import { getCondition } from '@/lib/journey/data'
import { stepHref } from '@/lib/journey/steps'
import { figureTexts } from '@/lib/sentences/kit'
import { labelled, punctuationOf } from '@/lib/texts/punctuation'

export const dynamicParams = false

/** Only conditions with a part that a person opens by choice have this page. */
export async function generateStaticParams() {
  const conditions = await conditionParams()
  const found = await Promise.all(conditions.map(({ locale, condition }) => getCondition(locale, condition)))
  return conditions.filter((_, index) => found[index]?.sections.some(({ optIn }) => optIn))
}

type Props = PageProps<'/[locale]/[condition]/outlook'>

async function partsOf({ params }: Props) {
  const { locale, condition } = await params
  const parts = await stepParts(locale, condition, 'condition')
  const sections = parts.condition.sections.filter(({ optIn }) => optIn)
  if (!sections.length) notFound()
  return { ...parts, sections }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale, t, condition, sections } = await partsOf(props)
  const { stop, gap } = punctuationOf(locale)
  return {
    title: labelled(t('condition.optIn'), condition.inSentence, locale),
    description: sections.map(({ title }) => title).join(stop + gap),
  }
}

export default async function OutlookPage(props: Props) {
  const { locale, t, release, kit, termsIn, condition, sources, place, sections } = await partsOf(props)
  const all = { href: stepHref(locale, condition.id, 'condition'), name: condition.name }
  return (
    <SiteFrame locale={locale} t={t} release={release} place={place}>
      <Opening title={t('condition.optIn')} lead={[t('condition.optInLead')]} kit={kit} />
      <div className="wrap sheet">
        {sections.map((section) => (
          <Section key={section.id} section={section} sources={sources} kit={kit} />
        ))}
        <WithinStep t={t} next={null} back={null} all={all} />
      </div>
      <WordsHere
        terms={termsIn(
          sections,
          figureTexts(
            sections.flatMap(({ estimates }) => estimates),
            kit.book,
          ),
        )}
        kit={kit}
      />
    </SiteFrame>
  )
}
