import { Num, Words } from '@/components/ui/words'
import type { ConditionView, DecisionView } from '@/lib/journey/data'
import { optionMarks } from '@/lib/journey/steps'
import type { MatterView } from '@/lib/matters/data'
import { readEstimate } from '@/lib/numbers/effect-reading'
import { roundHalfUp } from '@/lib/numbers/rounding'
import type { Figure } from '@/lib/numbers/schema'
import { firstFigures, viewRow } from '@/lib/numbers/study-view'
import { sureScore } from '@/lib/summary/answers'
import type { Answers } from '@/lib/summary/schema'
import { writeShown, writeTime } from '@/lib/words/fill'
import type { Kit } from '@/lib/words/kit'
import { writtenDay } from '@/lib/words/translate'

type Props = {
  condition: ConditionView
  decisions: readonly DecisionView[]
  matters: readonly MatterView[]
  clinicQuestions: readonly { id: string; text: string }[]
  answers: Answers
  release: { version: string; contentDate: string } | null
  kit: Kit
}

/** What a figure that is not a count of people says, in a few words. */
function notPeople(figure: Figure, { t, locale }: Kit): string {
  const { value } = figure
  if (value.type === 'finding') return t(`summary.finding.${value.finding}`)
  if (value.type === 'rate') {
    const rate = roundHalfUp(value.per100PersonYears, value.per100PersonYears >= 2 ? 0 : 1)
    return t('summary.rate', { value: new Intl.NumberFormat(locale).format(rate) })
  }
  const reading = readEstimate(figure, null)
  if (reading.reading === 'unclear') return t('summary.ratio.unclear')
  if (value.type !== 'ratioOnly' || reading.reading !== 'clear') return t('summary.noCount')
  const words = figure.endpointWords[figure.counts]
  return t(reading.direction === 'less' ? 'summary.ratio.fewer' : 'summary.ratio.more', { words })
}

/** One option on one question, in a line: its figure and the figure it was compared with, range, time, source. */
function OptionLine({ estimateId, letter, kit }: { estimateId: string; letter: string; kit: Kit }) {
  const { t, locale } = kit
  const study = viewRow([estimateId], kit.book, []).studies[0]
  const own = study?.group.arms.find((arm) => arm.id === estimateId)
  if (!study || !own) return null
  const number = (value: number) => new Intl.NumberFormat(locale).format(value)
  const arms = [own, ...study.group.arms.filter((arm) => arm.id === own.comparator)]
  return (
    <li>
      <strong>{letter}.</strong>{' '}
      {arms.map((arm, index) => {
        const shown = study.shown[study.group.arms.indexOf(arm)]
        if (!shown) return null
        const isPeople = shown.kind !== 'not-people'
        const range =
          shown.kind === 'people' && shown.range.from !== 'none'
            ? ` (${t('summary.range', { low: number(shown.range.low), high: number(shown.range.high) })})`
            : ''
        return (
          <span key={arm.id}>
            {index === 0 ? arm.armWords.charAt(0).toUpperCase() + arm.armWords.slice(1) : arm.armWords}:{' '}
            {isPeople ? (
              <Num from={arm.id}>
                {writeShown(shown, t, locale)} {arm.endpointWords[arm.headline]}
                {range}
              </Num>
            ) : (
              <Num from={arm.id}>{notPeople(arm, kit)}</Num>
            )}
            {index === arms.length - 1 ? '. ' : '; '}
          </span>
        )
      })}
      <span className="note">
        <Num from={own.id}>{writeTime(own, t)}</Num>.{' '}
        <span data-source={own.source}>
          <span data-plain>{own.sourceShown.short}</span>
          {own.tier === 'B' ? ` (${t('summary.tierB')})` : ''}
        </span>
        <strong data-status-of={own.source} hidden={own.sourceShown.status === 'current'}>
          {own.sourceShown.status === 'current' ? '' : ` ${t(`source.${own.sourceShown.status}`)}`}
        </strong>
        {own.design === 'single-group' ? `. ${t('summary.alone')}` : ''}
      </span>
    </li>
  )
}

/** The same rows for every option: its first figure, or that there is none. The rest is in step 3. */
function Compared({ decision, kit }: { decision: DecisionView; kit: Kit }) {
  const { t } = kit
  const marks = optionMarks(decision.options.map(({ id }) => id))
  const letter = (id: string) => marks.get(id)?.letter ?? ''
  return (
    <>
      <p>
        {decision.options.map((option) => (
          <span key={option.id}>
            <strong>{letter(option.id)}.</strong> {option.name}.{' '}
          </span>
        ))}
      </p>
      {decision.outcomes.map((outcome) => {
        const without = (kind: 'unknown' | 'notApplicable') =>
          decision.options
            .filter((option) => kind in (outcome.cells[option.id] ?? {}))
            .map(({ id }) => letter(id))
        const unknown = without('unknown')
        const inapplicable = without('notApplicable')
        return (
          <div key={outcome.id}>
            <p>
              <strong>{outcome.question}</strong>
            </p>
            <ul>
              {decision.options.map((option) => {
                const cell = outcome.cells[option.id]
                const first = cell && 'estimates' in cell ? firstFigures(cell.estimates, kit.book) : []
                return first.map((id) => (
                  <OptionLine key={id} estimateId={id} letter={letter(option.id)} kit={kit} />
                ))
              })}
            </ul>
            {unknown.length > 0 && (
              <p className="note">{t('summary.noNumbers', { names: unknown.join(', ') })}</p>
            )}
            {inapplicable.length > 0 && (
              <p className="note">{t('summary.notApplicable', { names: inapplicable.join(', ') })}</p>
            )}
          </div>
        )
      })}
      <p className="note">
        {t('summary.noRangeNote')} {t('summary.moreStudies')}
      </p>
    </>
  )
}

/**
 * Text a person wrote: shown by the server for a posted form, filled in the browser otherwise. The framework must not
 * "repair" what our module filled in before it woke up, hence suppressHydrationWarning.
 */
function OwnText({
  name,
  answers,
  fallback,
}: {
  name: 'own' | 'unsure' | 'ownQuestions'
  answers: Answers
  fallback: string
}) {
  const text = answers[name]
  return (
    <>
      <p className="own-text" data-text={name} hidden={!text} suppressHydrationWarning>
        {text}
      </p>
      <p className="note screen" data-text-none={name} hidden={Boolean(text)}>
        {fallback}
      </p>
    </>
  )
}

function Ruled({ lines }: { lines: number }) {
  return (
    <div className="lines" aria-hidden="true">
      {Array.from({ length: lines }, (_, index) => (
        <i key={index} />
      ))}
    </div>
  )
}

/**
 * The page to bring to the clinic, at most two sheets. Everything that could stand in it is in the page; `hidden`
 * follows the answers (server for a posted form, our small module in the browser).
 */
export function SummarySheet({
  condition,
  decisions,
  matters,
  clinicQuestions,
  answers,
  release,
  kit,
}: Props) {
  const { t, locale } = kit
  const score = sureScore(answers.sure)
  const options = [
    ...new Map(decisions.flatMap((d) => d.options).map((option) => [option.id, option])).values(),
  ]
  return (
    <article className="summary" data-summary={condition.id}>
      <section className="part" aria-labelledby="s-condition">
        <h2 id="s-condition">{condition.name}</h2>
        <p>
          <strong>{t('summary.situation')}:</strong>{' '}
          {condition.situations.map((situation) => (
            <span
              key={situation.id}
              data-when={`situation=${situation.id}`}
              hidden={answers.situation !== situation.id}
            >
              {situation.name}
            </span>
          ))}
          <span data-when-empty="situation" hidden={answers.situation !== null}>
            {t('summary.notSaid')}
          </span>
        </p>
        {decisions.map((decision) => (
          <p
            key={decision.id}
            data-when={`decision=${decision.id}`}
            hidden={answers.decision !== decision.id}
          >
            <strong>{t('summary.decision')}:</strong> {decision.question}
          </p>
        ))}
        {(['carer', 'carer-alone'] as const).map((who) => (
          <p key={who} data-when={`who=${who}`} hidden={answers.who !== who}>
            {t('summary.carer')}: {t(who === 'carer' ? 'matters.carer' : 'matters.carerAlone')}
          </p>
        ))}
      </section>
      <section className="part" aria-labelledby="s-matters">
        <h2 id="s-matters">{t('summary.matters')}</h2>
        <ul className="list tight">
          {matters.flatMap((matter) =>
            (['a-lot', 'some', 'a-little', 'not-sure'] as const).map((value) => (
              <li
                key={`${matter.id}-${value}`}
                data-when={`m.${matter.id}=${value}`}
                hidden={answers.matters[matter.id] !== value}
              >
                {matter.label}: <strong>{t(`matters.answers.${value}`)}</strong>
              </li>
            )),
          )}
        </ul>
        <OwnText name="own" answers={answers} fallback={t('summary.notSaid')} />
      </section>
      <section className="part" aria-labelledby="s-lean">
        <h2 id="s-lean">{t('summary.lean')}</h2>
        <p>
          {options.map((option) => (
            <span key={option.id} data-when={`lean=${option.id}`} hidden={answers.lean !== option.id}>
              {option.name}
            </span>
          ))}
          <span data-when-empty="lean" hidden={answers.lean !== null}>
            {t('check.leanNone')}
          </span>
        </p>
        <h3>{t('summary.unsure')}</h3>
        <OwnText name="unsure" answers={answers} fallback={t('summary.notSaid')} />
        <p data-sure-score="" hidden={score === null}>
          {t('summary.sure')}:{' '}
          <span data-sure-all="" hidden={score !== 4}>
            {t('check.sureAll')}
          </span>
          <span data-sure-some="" hidden={score === null || score === 4}>
            {t('check.sureSome')}
          </span>
        </p>
      </section>
      <section className="part" aria-labelledby="s-questions">
        <h2 id="s-questions">{t('summary.questions')}</h2>
        <ul className="list tight">
          {clinicQuestions.map((question) => (
            <li
              key={question.id}
              data-when-ticked={`questions=${question.id}`}
              hidden={!answers.questions.includes(question.id)}
            >
              {question.text}
            </li>
          ))}
        </ul>
        <OwnText name="ownQuestions" answers={answers} fallback="" />
        <Ruled lines={2} />
        <h3>{t('summary.answersLines')}</h3>
        <Ruled lines={3} />
      </section>
      <section className="part" aria-labelledby="s-decision">
        <h2 id="s-decision">{t('summary.compared')}</h2>
        <p data-when-empty="decision" hidden={answers.decision !== null}>
          {t('summary.notSaid')}
        </p>
        {decisions.map((decision) => (
          <div
            key={decision.id}
            className="flow"
            data-when={`decision=${decision.id}`}
            hidden={answers.decision !== decision.id}
          >
            <p>
              <strong>{decision.question}</strong>
            </p>
            <Compared decision={decision} kit={kit} />
          </div>
        ))}
      </section>
      <section className="part" aria-labelledby="s-emergency">
        <h2 id="s-emergency">{condition.emergency.now.title}</h2>
        <p>
          <strong>
            <Words text={condition.emergency.now.action} kit={kit} plain />
          </strong>{' '}
          {condition.emergency.now.items.map((item, index) => (
            <span key={index}>
              <Words text={item} kit={kit} plain />{' '}
            </span>
          ))}
        </p>
      </section>
      <section className="part" aria-label={t('site.about')} data-plain>
        <p className="note">
          {t('site.notReviewed')} {t('site.notAdvice')}{' '}
          {release &&
            `${t('site.version', { version: release.version })} (${writtenDay(release.contentDate, locale)}).`}
        </p>
      </section>
    </article>
  )
}
