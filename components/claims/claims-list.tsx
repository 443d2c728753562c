import { SourceItems } from '@/components/ui/sources-line'
import { Lines, Words } from '@/components/ui/words'
import type { ClaimView } from '@/lib/claims/data'
import type { Source } from '@/lib/sources/schema'
import type { Kit } from '@/lib/sentences/kit'

/** Every claim of the article, paraphrased, with its verdict, why, what we cannot say, and sources. */
export function ClaimsList({
  claims,
  sources,
  kit,
}: {
  claims: readonly ClaimView[]
  sources: ReadonlyMap<string, Source>
  kit: Kit
}) {
  const { t } = kit
  return (
    <ol className="flow claims">
      {claims.map((claim) => (
        <li key={claim.id} className="card" id={`claim-${claim.id}`}>
          <h2>
            “<Words text={claim.claim} kit={kit} plain />”
          </h2>
          <p>
            <span className={`status verdict-${claim.verdict}`}>
              {t(`stemCells.verdict.${claim.verdict}`)}
            </span>
          </p>
          {claim.inference && <p className="note">{t('stemCells.inference')}</p>}
          <h3>{t('stemCells.why')}</h3>
          <Lines text={claim.why} kit={kit} />
          {claim.limits.length > 0 && (
            <>
              <h3>{t('stemCells.limits')}</h3>
              <Lines text={claim.limits} kit={kit} />
            </>
          )}
          {claim.sources.length > 0 && (
            <>
              <h3>{t('condition.whereFrom')}</h3>
              <SourceItems ids={claim.sources} sources={sources} kit={kit} isBrief />
            </>
          )}
        </li>
      ))}
    </ol>
  )
}
