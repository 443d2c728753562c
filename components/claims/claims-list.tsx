import { SourcesList } from '@/components/ui/sources-line'
import { Lines, Words } from '@/components/ui/words'
import type { ClaimView } from '@/lib/claims/data'
import type { Source } from '@/lib/evidence/schema'
import type { Kit } from '@/lib/words/kit'

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
    <ol className="flow">
      {claims.map((claim, index) => (
        <li key={claim.id} className="card" id={`claim-${claim.id}`}>
          <h3>
            “<Words text={claim.claim} kit={kit} plain />”
          </h3>
          <p>
            <span className={`status verdict-${claim.verdict}`}>
              {t(`stemCells.verdict.${claim.verdict}`)}
            </span>
          </p>
          {claim.inference && <p className="note">{t('stemCells.inference')}</p>}
          <details>
            <summary>
              {t('stemCells.why')}
              <span className="sr" data-plain>
                : {t('stemCells.claim', { n: index + 1 })}
              </span>
            </summary>
            <div>
              <Lines text={claim.why} kit={kit} />
              {claim.limits.length > 0 && (
                <>
                  <h4>{t('stemCells.limits')}</h4>
                  <Lines text={claim.limits} kit={kit} />
                </>
              )}
              <SourcesList ids={claim.sources} sources={sources} kit={kit} />
            </div>
          </details>
        </li>
      ))}
    </ol>
  )
}
