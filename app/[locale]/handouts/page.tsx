import type { Metadata } from 'next'
import { siteParts } from '@/app/page-parts'
import { Opening } from '@/components/layout/opening'
import { SiteFrame } from '@/components/layout/site-frame'
import { HandoutList } from '@/components/summary/handout-list'
import { listConditions, listDecisions } from '@/lib/journey/data'
import { listHandouts } from '@/lib/handouts/write-handouts'

type Props = PageProps<'/[locale]/handouts'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await siteParts((await params).locale)).t('handouts.title') }
}

/** The sheets of every condition as files to print. They are made by lib/server/build/make-handouts.ts. */
export default async function HandoutsPage({ params }: Props) {
  const { locale, t, release, kit } = await siteParts((await params).locale)
  const conditions = await Promise.all(
    (await listConditions(locale)).map(async (condition) => ({
      ...condition,
      handouts: listHandouts(locale, condition, await listDecisions(locale, condition.id), t),
    })),
  )
  return (
    <SiteFrame locale={locale} t={t} release={release}>
      <Opening title={t('handouts.title')} lead={[t('handouts.lead')]} kit={{ ...kit, terms: null }} />
      <div className="wrap sheet">
        {conditions.map(({ id, name, handouts }) => (
          <section key={id} className="part" aria-labelledby={id}>
            <h2 id={id}>{name}</h2>
            <HandoutList handouts={handouts} locale={locale} t={t} />
          </section>
        ))}
      </div>
    </SiteFrame>
  )
}
