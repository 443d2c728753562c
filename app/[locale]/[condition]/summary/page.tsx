import type { Metadata } from 'next'
import { conditionParams, stepParts } from '@/app/page-parts'
import { Summary } from './step'
import { labelled } from '@/lib/texts/punctuation'

export const dynamicParams = false
export const generateStaticParams = conditionParams

type Props = PageProps<'/[locale]/[condition]/summary'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, condition } = await params
  const parts = await stepParts(locale, condition, 'summary')
  return { title: labelled(parts.t('summary.title'), parts.condition.name, locale) }
}

export default function Page({ params }: Props) {
  return <Summary params={params} isAnswered={false} />
}
