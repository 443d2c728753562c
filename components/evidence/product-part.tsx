import { Study } from '@/components/numbers/study'
import { SourcesList } from '@/components/ui/sources-line'
import Link from '@/components/ui/link'
import { Lines, Words } from '@/components/ui/words'
import type { CellProduct } from '@/lib/evidence/data'
import type { Source } from '@/lib/evidence/schema'
import { viewRow } from '@/lib/numbers/study-view'
import type { Kit } from '@/lib/words/kit'
import { writtenDay } from '@/lib/words/translate'

type Sources = ReadonlyMap<string, Source>

/** A folded set of figures. */
function Figures({ ids, label, kit }: { ids: readonly string[]; label: string; kit: Kit }) {
  if (!ids.length) return null
  const row = viewRow([...new Set(ids)], kit.book, [])
  return (
    <details className="plain-details screen">
      <summary>
        {kit.t('stemCells.figures')}
        <span className="sr" data-plain>
          : {label}
        </span>
      </summary>
      <div>
        {row.studies.map((study) => (
          <Study key={study.group.arms[0]?.id} study={study} marks={new Map()} kit={kit} />
        ))}
      </div>
    </details>
  )
}

function Trials({ product, sources, kit }: { product: CellProduct; sources: Sources; kit: Kit }) {
  const { t, locale } = kit
  if (!product.trials.length) return <p>{t('stemCells.noTrials')}</p>
  return (
    <ul className="flow">
      {product.trials.map((trial) => {
        const source = sources.get(trial.source)
        const design = trial.sham ? 'sham' : trial.randomised ? 'randomised' : 'notRandomised'
        return (
          <li key={trial.id} className="card" data-source={trial.source}>
            <h4 data-plain>{trial.name}</h4>
            <p className="note">
              {t(`stemCells.design.${design}`)}.{' '}
              {trial.people !== null && (
                <span className="number" data-figure={`source:${trial.source}`}>
                  {t('numbers.people', { count: trial.people })}.
                </span>
              )}{' '}
              <strong>{t(`stemCells.mainAim.${trial.mainAim}`)}.</strong>
            </p>
            <p data-status-of={trial.source} className="flag" hidden={!source || source.status === 'current'}>
              <strong>{source && source.status !== 'current' ? t(`source.${source.status}`) : ''}</strong>
            </p>
            <Lines text={trial.text} kit={kit} />
            <Figures ids={trial.estimates} label={trial.name} kit={kit} />
            {source && (
              <p className="note">
                <Link href={`/${locale}/sources/${source.id}`}>
                  {t('source.pageOf', { title: source.title })}
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

function Running({ product, kit }: { product: CellProduct; kit: Kit }) {
  const { t, locale } = kit
  if (!product.running.length) return <p>{t('stemCells.noRunning')}</p>
  return (
    <>
      <p className="note">{t('stemCells.listed')}</p>
      <ul className="list">
        {product.running.map((trial) => (
          <li key={trial.id} data-source={trial.source}>
            <strong data-plain>{t('stemCells.registration', { number: trial.registration })}.</strong>{' '}
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

/** One family of cell products in its own lane: the same questions as any treatment, answered with a status. */
export function ProductPart({ product, sources, kit }: { product: CellProduct; sources: Sources; kit: Kit }) {
  const { t } = kit
  const id = `product-${product.id}`
  return (
    <section className="option" aria-labelledby={id}>
      <h3 id={id}>{product.name}</h3>
      <Lines text={product.whatItIs} kit={kit} />
      <dl className="facts answers">
        {product.answers.map((answer) => (
          <div key={answer.question}>
            <dt>{t(`stemCells.question.${answer.question}`)}</dt>
            <dd className="flow">
              <p>
                <span className={`status status-${answer.status}`}>
                  {t(`stemCells.status.${answer.status}`)}
                </span>
              </p>
              <Lines text={answer.text} kit={kit} />
              <Figures ids={answer.estimates} label={t(`stemCells.question.${answer.question}`)} kit={kit} />
            </dd>
          </div>
        ))}
      </dl>
      <details className="plain-details">
        <summary>
          {t('stemCells.more')}
          <span className="sr">: {product.name}</span>
        </summary>
        <div>
          <h4>{t('stemCells.whatHappens')}</h4>
          <Lines text={product.whatHappens} kit={kit} />
          <h4>{t('stemCells.trials')}</h4>
          <Trials product={product} sources={sources} kit={kit} />
          <h4>{t('stemCells.running')}</h4>
          <Running product={product} kit={kit} />
        </div>
      </details>
      <SourcesList
        ids={[...product.sources, ...product.answers.flatMap((answer) => answer.sources)]}
        sources={sources}
        kit={kit}
      />
    </section>
  )
}
