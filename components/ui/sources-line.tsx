import Link from '@/components/ui/link'
import { briefTitle } from '@/lib/sources/brief-title'
import { whoAndWhen } from '@/lib/sources/citation'
import type { Source } from '@/lib/sources/schema'
import type { Kit } from '@/lib/sentences/kit'
import { asWritten, sourceLocale } from '@/lib/texts/languages'

/**
 * "Velazquez EJ et al, 2016: Coronary-artery bypass …", with how we read it when that was not the original.
 * @param isBrief a long title is cut: the source's own page, where the link leads, has all of it
 */
export function SourceLine({
  source,
  kit,
  isBrief = false,
}: {
  source: Source
  kit: Kit
  isBrief?: boolean
}) {
  const who = whoAndWhen(source)
  return (
    <>
      <span data-source={source.id} {...asWritten(kit.locale)}>
        {who ? `${who}: ` : ''}
        <Link href={`/${kit.locale}/sources/${source.id}`}>
          {isBrief ? briefTitle(source.title) : source.title}
        </Link>
      </span>
      {source.tier === 'B' ? ` ${kit.t('source.tierB')}` : ''}
      {source.status === 'current' ? '' : ` ${kit.t(`source.${source.status}`)}`}
    </>
  )
}

type Rests = {
  ids: readonly string[]
  sources: ReadonlyMap<string, Source>
  kit: Kit
  isBrief?: boolean
}

/** The sources a part of a page rests on, each once; null when none of them is known. */
export function SourceItems({ ids, sources, kit, isBrief = false }: Rests) {
  const known = [...new Set(ids)].flatMap((id) => sources.get(id) ?? [])
  if (!known.length) return null
  return (
    <ul className="list note">
      {known.map((source) => (
        <li key={source.id}>
          <SourceLine source={source} kit={kit} isBrief={isBrief} />
        </li>
      ))}
    </ul>
  )
}

const hasAny = ({ ids, sources }: Rests) => ids.some((id) => sources.has(id))

/** Why the titles and notes of sources are in another language than the page: nothing on a page in that language. */
export function InEnglish({ kit }: { kit: Kit }) {
  return kit.locale === sourceLocale ? null : <p className="note">{kit.t('source.inEnglish')}</p>
}

/** Folded list of the sources a part of a page rests on. */
export function SourcesList(rests: Rests) {
  if (!hasAny(rests)) return null
  return (
    <details className="where-from">
      <summary>{rests.kit.t('condition.whereFrom')}</summary>
      <div>
        <SourceItems {...rests} />
        <InEnglish kit={rests.kit} />
      </div>
    </details>
  )
}

/** The sources of a whole page of one thing, as its last part. Not on paper: the long list is on the web page. */
export function SourcesPart(rests: Rests) {
  if (!hasAny(rests)) return null
  return (
    <section className="part screen" aria-labelledby="where-from">
      <h2 id="where-from">{rests.kit.t('condition.whereFrom')}</h2>
      <SourceItems {...rests} />
      <InEnglish kit={rests.kit} />
    </section>
  )
}
