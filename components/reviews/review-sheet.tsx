import { SourceLine } from '@/components/ui/sources-line'
import { Lines, Num, Words } from '@/components/ui/words'
import type { ClaimView } from '@/lib/claims/data'
import type { ReviewPiece } from '@/lib/reviews/data'
import type { Source } from '@/lib/sources/schema'
import { sourceLinks } from '@/lib/sources/source-links'
import type { Fact, Figure } from '@/lib/numbers/schema'
import { writeFact, writeTime } from '@/lib/sentences/fill'
import type { Kit } from '@/lib/sentences/kit'
import styles from './review-sheet.module.css'
import { ReviewedBy } from '@/components/layout/reviewed-by'
import { ended, labelled, punctuationOf } from '@/lib/texts/punctuation'

type Sources = ReadonlyMap<string, Source>

/** Two boxes to tick, and a line to write on; real boxes on screen too, so that it can be filled in and printed. */
function Ticks({ about, kit }: { about: string; kit: Kit }) {
  return (
    <p className={styles.ticks}>
      {(['right', 'wrong'] as const).map((word) => (
        <label key={word}>
          <input type="checkbox" autoComplete="off" /> {kit.t(`review.${word}`)}
          <span className="sr">: {about}</span>
        </label>
      ))}
      <span className={styles.line} aria-hidden="true" />
    </p>
  )
}

function SourceWays({ source, kit }: { source: Source; kit: Kit }) {
  return (
    <>
      <SourceLine source={source} kit={kit} />{' '}
      <span data-plain>
        {sourceLinks(source)
          .map(({ text }) => text)
          .join(' · ')}
      </span>
    </>
  )
}

/** The name of a piece, or of what it lies in and its own id: "Advanced heart failure: live-longer". */
function nameOf(content: string, names: ReadonlyMap<string, string>): string {
  const steps = content.split('/')
  for (let length = steps.length; length > 0; length--) {
    const name = names.get(steps.slice(0, length).join('/'))
    if (name) return [name, ...steps.slice(length)].join(': ')
  }
  return content
}

/** What can be signed off, with the code it has now and who has signed it. */
export function ReviewPieces({
  pieces,
  names,
  kit,
}: {
  pieces: readonly ReviewPiece[]
  names: ReadonlyMap<string, string>
  kit: Kit
}) {
  const { t, locale } = kit
  return (
    <section className="part" aria-labelledby="pieces" data-plain>
      <h2 id="pieces">{t('review.pieces')}</h2>
      <p>{t('review.piecesLead')}</p>
      <ul className="flow">
        {pieces.map(({ content, hash, reviews }) => (
          <li key={content} className={styles.row}>
            <p>
              <strong>{nameOf(content, names)}</strong>
            </p>
            <p className={styles.code}>
              {content} · {t('review.code')}: <code>{hash}</code>
            </p>
            <p>
              {labelled(t('review.signed'), '', locale)}
              {reviews.length ? <ReviewedBy reviews={reviews} t={t} locale={locale} /> : t('review.nobody')}
              {reviews.map(({ person, interests }) =>
                interests ? punctuationOf(locale).gap + t('review.interests', { person, interests }) : '',
              )}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Every claim with its verdict, its reasons and its sources. */
export function ReviewClaims({
  claims,
  sources,
  kit,
}: {
  claims: readonly ClaimView[]
  sources: Sources
  kit: Kit
}) {
  const { t } = kit
  const plain = { ...kit, terms: null }
  return (
    <section className="part" aria-labelledby="claims">
      <h2 id="claims">{t('review.claims')}</h2>
      <ol className="flow">
        {claims.map((claim) => (
          <li key={claim.id} className={styles.row} data-claim={claim.id}>
            <p>
              <strong>
                <Words text={claim.claim} kit={kit} plain />
              </strong>
              {punctuationOf(kit.locale).gap + ended(t(`stemCells.verdict.${claim.verdict}`), kit.locale)}
            </p>
            <Lines text={[...claim.why, ...claim.limits]} kit={plain} />
            <ul className="list note">
              {claim.sources.flatMap((id) => {
                const source = sources.get(id)
                return source
                  ? [
                      <li key={id}>
                        <SourceWays source={source} kit={kit} />
                      </li>,
                    ]
                  : []
              })}
            </ul>
            <Ticks about={claim.id} kit={kit} />
          </li>
        ))}
      </ol>
    </section>
  )
}

function FigureText({ figure, kit }: { figure: Figure; kit: Kit }) {
  const { t, locale } = kit
  const { stop, gap } = punctuationOf(locale)
  const { certainty } = figure
  const how = 'level' in certainty ? t(`certainty.${certainty.level}`) : t('certainty.notRated')
  return (
    <>
      <p>
        <Num from={figure.id}>
          <strong>{figure.endpointWords.title}</strong>
          {stop + gap + figure.armWords + stop + gap}
          {t('compare.asPrinted', { text: figure.where }) + gap + writeTime(figure, t) + stop}
        </Num>
        {gap}
        <Words text={figure.populationWords} kit={kit} plain />
      </p>
      <p className="note">
        {t(`design.${figure.design}`) + gap + t('review.certainty', { text: how }) + stop + gap}
        <span data-plain>{t('compare.estimateId', { id: figure.id }) + stop}</span>
      </p>
      <Lines text={figure.noteWords} kit={{ ...kit, terms: null }} className="note" />
    </>
  )
}

/** Every figure and fact of the illness, source by source, so that each source is opened once. */
export function ReviewFigures({
  figures,
  facts,
  sources,
  kit,
}: {
  figures: readonly Figure[]
  facts: readonly Fact[]
  sources: Sources
  kit: Kit
}) {
  const { t, locale } = kit
  const used = [...sources.values()].filter(
    (source) => figures.some((f) => f.source === source.id) || facts.some((f) => f.source === source.id),
  )
  return (
    <section className="part" aria-labelledby="figures">
      <h2 id="figures">{t('review.figures')}</h2>
      <p>{t('review.figuresLead')}</p>
      {used.map((source) => (
        <div key={source.id} className={styles.source} data-source={source.id}>
          <p className="note">
            <SourceWays source={source} kit={kit} />
          </p>
          <ul>
            {figures
              .filter((figure) => figure.source === source.id)
              .map((figure) => (
                <li key={figure.id} className={styles.row} data-estimate={figure.id}>
                  <FigureText figure={figure} kit={kit} />
                  <Ticks about={figure.id} kit={kit} />
                </li>
              ))}
            {facts
              .filter((fact) => fact.source === source.id)
              .map((fact) => (
                <li key={fact.id} className={styles.row} data-fact={fact.id}>
                  <p>
                    <span className="number" data-figure={`fact:${fact.id}`}>
                      {t('library.factLine', { text: writeFact(fact, t, locale), place: fact.where })}
                    </span>{' '}
                    <span className="note" data-plain>
                      {t('compare.estimateId', { id: fact.id }) + punctuationOf(locale).stop}
                    </span>
                  </p>
                  <Ticks about={fact.id} kit={kit} />
                </li>
              ))}
          </ul>
        </div>
      ))}
    </section>
  )
}

/** Lines for the name, the role, the day and the signature. */
export function SignHere({ kit }: { kit: Kit }) {
  const { t } = kit
  return (
    <section className="part" aria-labelledby="sign">
      <h2 id="sign">{t('review.sign')}</h2>
      <dl className={styles.sign}>
        {(['name', 'role', 'date', 'signature', 'notes'] as const).map((field) => (
          <div key={field}>
            <dt>{t(`review.${field}`)}</dt>
            <dd className={styles.line} />
          </div>
        ))}
      </dl>
    </section>
  )
}
