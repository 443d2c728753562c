import { MatterSays } from '@/components/matters/matter-says'
import type { DecisionView } from '@/lib/journey/data'
import { optionMarks } from '@/lib/journey/steps'
import { counts, inDecision, placeOf, pullOf } from '@/lib/matters/pointing'
import type { MatterView } from '@/lib/matters/data'
import { pickedThree } from '@/lib/matters/top-three'
import type { Answers } from '@/lib/summary/schema'
import type { Kit } from '@/lib/sentences/kit'
import { punctuationOf } from '@/lib/texts/punctuation'

type Of = {
  decision: DecisionView
  matters: readonly MatterView[]
  answers: Answers
  /** The three that were picked. */
  top: readonly string[]
  kit: Kit
}

/** Options that what matters speaks both for and against, and which of the two counts for more. */
function Pulls({ decision, matters, answers, kit }: Omit<Of, 'top'>) {
  const { t } = kit
  const { colon, gap } = punctuationOf(kit.locale)
  const pulled = decision.options.map(({ id, name }) => {
    const of = (side: 'towards' | 'against') => matters.filter((matter) => matter[side].includes(id))
    const [towards, against] = [of('towards'), of('against')]
    const answersTo = (list: readonly MatterView[]) => list.map((matter) => answers.matters[matter.id])
    const fields = (list: readonly MatterView[]) => list.map((matter) => `m.${matter.id}`).join(' ')
    return {
      id,
      name,
      towards: fields(towards),
      against: fields(against),
      pull: pullOf(answersTo(towards), answersTo(against)),
    }
  })
  return (
    <div className="flag" data-pulls="" hidden={pulled.every(({ pull }) => pull === null)}>
      <p>{t('matters.pull')}</p>
      <ul className="list">
        {pulled.map(({ id, name, towards, against, pull }) => (
          <li key={id} data-towards={towards} data-against={against} hidden={pull === null}>
            <strong>{name + colon}</strong>
            {gap}
            {(['even', 'towards', 'against'] as const).map((way) => (
              <span key={way} data-pull={way} hidden={pull !== way}>
                {t(`matters.pulls.${way}`)}
              </span>
            ))}
          </li>
        ))}
      </ul>
    </div>
  )
}

function DecisionSays({ decision, matters, answers, top, kit }: Of) {
  const own = matters
    .map((matter, order) => ({ matter: inDecision(matter, decision.id), order }))
    .filter(({ matter }) => matter.decisions.includes(decision.id))
  const place = ({ matter }: (typeof own)[number]) =>
    placeOf(answers.matters[matter.id], top.includes(matter.id))
  const marks = optionMarks(decision.options.map(({ id }) => id))
  return (
    <>
      <h3>{decision.question}</h3>
      <ul className="letters" aria-hidden="true">
        {decision.options.map(({ id, name }) => (
          <li key={id} className={marks.get(id)?.tone}>
            <span className="badge">{marks.get(id)?.letter}</span>
            {name}
          </li>
        ))}
      </ul>
      <div className="saying" data-weighed="">
        {own
          .toSorted((a, b) => place(a) - place(b) || a.order - b.order)
          .map(({ matter, order }) => (
            <MatterSays
              key={matter.id}
              matter={matter}
              options={decision.options}
              marks={marks}
              answer={answers.matters[matter.id]}
              isTop={top.includes(matter.id)}
              order={order}
              kit={kit}
            />
          ))}
      </div>
      <Pulls decision={decision} matters={own.map(({ matter }) => matter)} answers={answers} kit={kit} />
    </>
  )
}

/**
 * What the answers point towards and away from: a card for each thing that matters, what matters a lot before what
 * matters some. In words, no score, nothing is added up for an option. Everything that could be said stands in the page;
 * what was answered decides what is shown: the server sets `hidden` for a posted form, our small module does the same
 * in the browser (data-when).
 */
export function MattersResult({
  decisions,
  matters,
  answers,
  isAnswered,
  kit,
  children,
}: {
  decisions: readonly DecisionView[]
  matters: readonly MatterView[]
  answers: Answers
  isAnswered: boolean
  kit: Kit
  /** What is asked of the result, and the way on. */
  children: React.ReactNode
}) {
  const { t } = kit
  const hasSpoken = matters.some((matter) => counts(answers.matters[matter.id]))
  const top = pickedThree(
    matters.map(({ id }) => id),
    (id) => answers.matters[id],
    answers.top,
  )
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
      {decisions.map((decision, index) => {
        const isShown = answers.decision === decision.id || (answers.decision === null && index === 0)
        return (
          <div key={decision.id} data-when={`decision=${decision.id}`} hidden={!isShown}>
            <DecisionSays decision={decision} matters={matters} answers={answers} top={top} kit={kit} />
          </div>
        )
      })}
      {children}
    </section>
  )
}
