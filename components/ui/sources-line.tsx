import Link from '@/components/ui/link'
import type { Source } from '@/lib/evidence/schema'
import type { Kit } from '@/lib/words/kit'

/** "Velazquez EJ et al, 2016: Coronary-artery bypass …", with how we read it when that was not the original. */
export function SourceLine({ source, kit }: { source: Source; kit: Kit }) {
  const who = source.authors ?? source.container
  return (
    <>
      <span data-source={source.id}>
        {who ? `${who}${source.year ? `, ${source.year}` : ''}: ` : ''}
        <Link href={`/${kit.locale}/sources/${source.id}`}>{source.title}</Link>
      </span>
      {source.tier === 'B' ? ` ${kit.t('source.tierB')}` : ''}
      {source.status === 'current' ? '' : ` ${kit.t(`source.${source.status}`)}`}
    </>
  )
}

const knownOf = (ids: readonly string[], sources: ReadonlyMap<string, Source>) =>
  [...new Set(ids)].flatMap((id) => sources.get(id) ?? [])

function SourceItems({ known, kit }: { known: readonly Source[]; kit: Kit }) {
  return (
    <ul className="list note">
      {known.map((source) => (
        <li key={source.id}>
          <SourceLine source={source} kit={kit} />
        </li>
      ))}
    </ul>
  )
}

type Rests = { ids: readonly string[]; sources: ReadonlyMap<string, Source>; kit: Kit }

/** Folded list of the sources a part of a page rests on. */
export function SourcesList({ ids, sources, kit }: Rests) {
  const known = knownOf(ids, sources)
  if (!known.length) return null
  return (
    <details className="whence">
      <summary>{kit.t('condition.whereFrom')}</summary>
      <div>
        <SourceItems known={known} kit={kit} />
      </div>
    </details>
  )
}

/** The sources of a whole page of one thing, as its last part. Not on paper: the long list is on the web page. */
export function SourcesPart({ ids, sources, kit }: Rests) {
  const known = knownOf(ids, sources)
  if (!known.length) return null
  return (
    <section className="part screen" aria-labelledby="where-from">
      <h2 id="where-from">{kit.t('condition.whereFrom')}</h2>
      <SourceItems known={known} kit={kit} />
    </section>
  )
}
