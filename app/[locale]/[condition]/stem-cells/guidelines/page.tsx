import { notFound } from 'next/navigation'
import { cellMetadata, cellParts, conditionParams } from '@/app/page-parts'
import { PositionBodies, PositionsMissing, PositionTopic, StrengthKey } from '@/components/positions/topic'
import { CellPage } from '@/components/products/cell-page'
import { Lines } from '@/components/ui/words'
import { listPositions } from '@/lib/positions/data'
import { Strength } from '@/lib/positions/schema'
import { getStemCells } from '@/lib/products/data'

export const dynamicParams = false
export const generateStaticParams = conditionParams

type Props = PageProps<'/[locale]/[condition]/stem-cells/guidelines'>

export const generateMetadata = cellMetadata('guidelines')

export default async function GuidelinesPage({ params }: Props) {
  const { locale, condition } = await params
  const parts = await cellParts(locale, condition)
  const { t, kit, termsIn, sources } = parts
  const [cells, topics] = await Promise.all([
    getStemCells(parts.locale, parts.condition.id),
    listPositions(parts.locale, parts.condition.id),
  ])
  const { about } = cells ?? notFound()
  const said = topics.flatMap((topic) => topic.said)
  return (
    <CellPage
      page="guidelines"
      frame={parts}
      kit={kit}
      all={parts.all}
      lead={[t('positions.lead')]}
      terms={termsIn(
        about.guidelines,
        said.map(({ text }) => text),
      )}
    >
      <section className="part" aria-labelledby="short">
        <h2 id="short">{t('positions.short')}</h2>
        <Lines text={about.guidelines} kit={kit} />
      </section>
      <StrengthKey
        used={Strength.options.filter((one) => said.some(({ strength }) => strength === one))}
        kit={kit}
      />
      {topics.map((topic) => (
        <PositionTopic key={topic.id} topic={topic} sources={sources} kit={kit} />
      ))}
      <PositionsMissing topics={topics} sources={sources} kit={kit} />
      {topics.length > 0 && <PositionBodies topics={topics} kit={kit} />}
    </CellPage>
  )
}
