import type { Metadata } from 'next'
import { conditionParams, stepParts } from '@/app/page-parts'
import { WhatMatters } from './step'
import { labelled } from '@/lib/texts/punctuation'

export const dynamicParams = false
export const generateStaticParams = conditionParams

type Props = PageProps<'/[locale]/[condition]/what-matters'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, condition } = await params
  const parts = await stepParts(locale, condition, 'matters')
  return { title: labelled(parts.t('matters.title'), parts.condition.name, locale) }
}

export default function Page({ params }: Props) {
  return <WhatMatters params={params} isAnswered={false} />
}
