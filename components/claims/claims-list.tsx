import { Verdict } from '@/components/claims/verdict'
import { SourceItems } from '@/components/ui/sources-line'
import { Lines, Words } from '@/components/ui/words'
import type { ClaimView } from '@/lib/claims/data'
import { Verdict as Verdicts } from '@/lib/claims/schema'
import type { Source } from '@/lib/sources/schema'
import type { Kit } from '@/lib/sentences/kit'

/** What each mark beside a claim means: only those that stand in the list. */
export function VerdictKey({ claims, kit }: { claims: readonly ClaimView[]; kit: Kit }) {
  const used = Verdicts.options.filter((verdict) => claims.some((claim) => claim.verdict === verdict))
  return (
    <ul className="verdict-key" aria-label={kit.t('stemCells.key')}>
      {used.map((verdict) => (
        <li key={verdict}>
          <Verdict verdict={verdict} kit={kit} />
        </li>
      ))}
    </ul>
  )
}

/** Every claim of the article, paraphrased, with its verdict; it opens to why, what we cannot say, and sources. */
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
    <ol className="openers claims">
      {claims.map((claim) => (
        <li key={claim.id} id={`claim-${claim.id}`}>
          <details>
            <summary>
              <h2 className="quote">
                “<Words text={claim.claim} kit={kit} plain />”
              </h2>
              <Verdict verdict={claim.verdict} kit={kit} />
            </summary>
            <div>
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
            </div>
          </details>
        </li>
      ))}
    </ol>
  )
}
