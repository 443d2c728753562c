import { AsPrinted } from '@/components/numbers/where-from'
import { AsWritten } from '@/components/ui/as-written'
import { Num, Words } from '@/components/ui/words'
import type { SourceUse } from '@/lib/places/data'
import type { Figure } from '@/lib/numbers/schema'
import { writeFact, writeTime } from '@/lib/sentences/fill'
import type { Kit } from '@/lib/sentences/kit'
import { labelled, punctuationOf } from '@/lib/texts/punctuation'

/** Figures that count the same thing, under its name. */
function Counted({ figures, kit }: { figures: readonly Figure[]; kit: Kit }) {
  const { t } = kit
  const marks = punctuationOf(kit.locale)
  const first = figures[0]
  if (!first) return null
  return (
    <div className="flow">
      <h3>
        <Words text={first.endpointWords.title} kit={kit} plain />
      </h3>
      <ul className="list">
        {figures.map((figure) => (
          <li key={figure.id} id={`figure-${figure.id}`}>
            <Num from={figure.id}>
              <AsPrinted figure={figure} kit={kit} />
              {marks.stop}
              {marks.gap}
              {labelled(t('compare.time'), writeTime(figure, t), kit.locale)}
              {marks.stop}
            </Num>
          </li>
        ))}
      </ul>
      {/* Arms of one study share their people and design: said once. */}
      {[...new Map(figures.map((figure) => [`${figure.population} ${figure.design}`, figure])).values()].map(
        (figure) => (
          <p key={figure.id} className="note">
            <Words text={figure.populationWords} kit={kit} plain /> {t(`design.${figure.design}`)}
          </p>
        ),
      )}
    </div>
  )
}

/** What a source measured, as printed, with the codes of our figures; and its limits. */
export function SourceMeasures({ use, kit }: { use: SourceUse; kit: Kit }) {
  const { t } = kit
  const byEndpoint = new Map<string, Figure[]>()
  for (const figure of use.figures)
    byEndpoint.set(figure.endpoint, [...(byEndpoint.get(figure.endpoint) ?? []), figure])
  const notes = [...new Set(use.figures.flatMap((figure) => figure.noteWords))]
  const isEmpty = !use.figures.length && !use.facts.length
  return (
    <>
      <section className="part" aria-labelledby="measured">
        <h2 id="measured">{t('library.measured')}</h2>
        <p>{t(isEmpty ? 'library.nothingMeasured' : 'library.measuredLead')}</p>
        {[...byEndpoint.values()].map((figures) => (
          <Counted key={figures[0]?.endpoint} figures={figures} kit={kit} />
        ))}
        {use.facts.length > 0 && (
          <div className="flow">
            {use.figures.length > 0 && <h3>{t('library.facts')}</h3>}
            <ul className="list">
              {use.facts.map((fact) => (
                <li key={fact.id} id={`fact-${fact.id}`}>
                  <span className="number" data-figure={`fact:${fact.id}`}>
                    <AsWritten
                      line={t('library.factLine', { text: writeFact(fact, t, kit.locale), place: '{place}' })}
                      gap="{place}"
                      written={fact.where}
                      locale={kit.locale}
                    />
                  </span>
                </li>
              ))}
            </ul>
          </div>
        )}
      </section>
      {use.figures.length > 0 && (
        <section className="part" aria-labelledby="limits">
          <h2 id="limits">{t('library.limits')}</h2>
          {notes.length === 0 && <p>{t('library.noLimits')}</p>}
          <ul className="list">
            {notes.map((note) => (
              <li key={note}>
                <Words text={note} kit={kit} plain />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
