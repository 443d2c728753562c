import { Words } from '@/components/ui/words'
import type { DecisionView } from '@/lib/journey/data'
import { counts, pointersOf } from '@/lib/matters/pointing'
import type { MatterView } from '@/lib/matters/data'
import type { Answers } from '@/lib/summary/schema'
import type { Kit } from '@/lib/sentences/kit'

/**
 * What the answers point towards and away from, in words, no score. Everything that could be said stands in the
 * page; what was answered decides what is shown: the server sets `hidden` for a posted form, our small module does
 * the same in the browser (data-when).
 */
export function MattersResult({
  decisions,
  matters,
  answers,
  isAnswered,
  kit,
}: {
  decisions: readonly DecisionView[]
  matters: readonly MatterView[]
  answers: Answers
  isAnswered: boolean
  kit: Kit
}) {
  const { t } = kit
  const byId = new Map(matters.map((matter) => [matter.id, matter]))
  const hasSpoken = matters.some((matter) => counts(answers.matters[matter.id]))
  return (
    <section
      className="part"
      id="result"
      aria-labelledby="result-title"
      hidden={!isAnswered}
      data-result=""
      tabIndex={-1}
    >
      <h2 id="result-title">{t('matters.result')}</h2>
      <p>{t('matters.resultHint')}</p>
      <p data-when-none="" hidden={hasSpoken}>
        {t('matters.nothing')}
      </p>
      {decisions.map((decision) => {
        const pointers = pointersOf(
          matters,
          decision.id,
          decision.options.map((option) => option.id),
        )
        const isShown =
          answers.decision === decision.id || (answers.decision === null && decisions[0]?.id === decision.id)
        return (
          <div key={decision.id} data-when={`decision=${decision.id}`} hidden={!isShown}>
            <h3>{decision.question}</h3>
            <div className="cards">
              {decision.options.map((option) => {
                const own = pointers.filter((pointer) => pointer.option === option.id)
                if (!own.length) return null
                return (
                  <section key={option.id} className="card" aria-label={option.name}>
                    <h4>{option.name}</h4>
                    {(['towards', 'against'] as const).map((direction) => {
                      const lines = own.filter((pointer) => pointer.direction === direction)
                      if (!lines.length) return null
                      const isAny = lines.some((pointer) => counts(answers.matters[pointer.matter]))
                      return (
                        <div
                          key={direction}
                          data-when-any={lines.map((pointer) => `m.${pointer.matter}`).join(' ')}
                          hidden={!isAny}
                        >
                          <p>
                            <strong>{t(`matters.${direction}`)}</strong>
                          </p>
                          <ul className="list">
                            {lines.map((pointer) => {
                              const matter = byId.get(pointer.matter)
                              const answer = answers.matters[pointer.matter]
                              return (
                                <li
                                  key={pointer.matter}
                                  data-when-counts={`m.${pointer.matter}`}
                                  hidden={!counts(answer)}
                                >
                                  <strong>{matter?.label}.</strong>{' '}
                                  <Words text={matter?.because[option.id] ?? ''} kit={kit} />
                                </li>
                              )
                            })}
                          </ul>
                        </div>
                      )
                    })}
                  </section>
                )
              })}
            </div>
          </div>
        )
      })}
      <p className="note">{t('matters.pull')}</p>
    </section>
  )
}
