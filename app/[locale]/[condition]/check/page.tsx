import type { Metadata } from 'next'
import { conditionParams, stepParts } from '@/app/page-parts'
import { Check } from './step'
import { labelled } from '@/lib/texts/punctuation'

export const dynamicParams = false
export const generateStaticParams = conditionParams

type Props = PageProps<'/[locale]/[condition]/check'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, condition } = await params
  const parts = await stepParts(locale, condition, 'check')
  return { title: labelled(parts.t('check.title'), parts.condition.name, locale) }
}

export default function Page({ params }: Props) {
  return <Check params={params} isAnswered={false} />
}
