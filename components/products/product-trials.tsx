import { ProductFigures } from '@/components/products/product-figures'
import { AsWritten } from '@/components/ui/as-written'
import Link from '@/components/ui/link'
import { Lines, Words } from '@/components/ui/words'
import type { CellProduct } from '@/lib/products/data'
import type { Source } from '@/lib/sources/schema'
import type { Kit } from '@/lib/sentences/kit'
import { writtenDay } from '@/lib/texts/translate'
import { punctuationOf } from '@/lib/texts/punctuation'

/** The finished trials of one family of cell products, each with its numbers. */
export function FinishedTrials({
  product,
  sources,
  kit,
}: {
  product: CellProduct
  sources: ReadonlyMap<string, Source>
  kit: Kit
}) {
  const { t, locale } = kit
  const { stop, gap } = punctuationOf(locale)
  if (!product.trials.length) return <p>{t('stemCells.noTrials')}</p>
  return (
    <ul className="flow">
      {product.trials.map((trial) => {
        const source = sources.get(trial.source)
        const design = trial.sham ? 'sham' : trial.randomised ? 'randomised' : 'notRandomised'
        return (
          <li key={trial.id} id={`trial-${trial.id}`} className="card" data-source={trial.source}>
            <h3 data-plain>{trial.name}</h3>
            <p className="note">
              {t(`stemCells.design.${design}`) + stop + gap}
              {trial.people !== null && (
                <span className="number" data-figure={`source:${trial.source}`}>
                  {t('numbers.people', { count: trial.people }) + stop}
                </span>
              )}
              {gap}
              <strong>{t(`stemCells.mainAim.${trial.mainAim}`) + stop}</strong>
            </p>
            <p data-status-of={trial.source} className="flag" hidden={!source || source.status === 'current'}>
              <strong>{source && source.status !== 'current' ? t(`source.${source.status}`) : ''}</strong>
            </p>
            <Lines text={trial.text} kit={kit} />
            <ProductFigures here={trial.estimates} above={[]} level={4} kit={kit} />
            {source && (
              <p className="note">
                <Link href={`/${locale}/sources/${source.id}`}>
                  <AsWritten
                    line={t('source.pageOf', { title: '{title}' })}
                    gap="{title}"
                    written={source.title}
                    locale={kit.locale}
                  />
                </Link>
                {source.tier === 'B' ? `. ${t('source.tierB')}` : ''}
              </p>
            )}
          </li>
        )
      })}
    </ul>
  )
}

/** The trials of one family that are registered, each with its state and the day on which it was seen. */
export function RunningTrials({ product, kit }: { product: CellProduct; kit: Kit }) {
  const { t, locale } = kit
  const { stop, gap } = punctuationOf(locale)
  if (!product.running.length) return <p>{t('stemCells.noRunning')}</p>
  return (
    <>
      <p className="note">{t('stemCells.listed')}</p>
      <ul className="list">
        {product.running.map((trial) => (
          <li key={trial.id} data-source={trial.source}>
            <strong data-plain>{t('stemCells.registration', { number: trial.registration }) + stop}</strong>
            {gap}
            <Words text={trial.text} kit={kit} />{' '}
            <span data-plain data-trial={trial.registration}>
              {t('stemCells.stateOn', {
                state: t(`stemCells.state.${trial.state}`),
                date: writtenDay(trial.checkedOn, locale),
              })}
            </span>{' '}
            {trial.people !== null && (
              <span className="number" data-figure={`source:${trial.source}`}>
                {t('stemCells.planned', { count: trial.people })}
              </span>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
