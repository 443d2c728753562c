import { AnswersForm } from '@/components/summary/answers-form'
import { KeepsNothing } from '@/components/summary/keeps-nothing'
import { Choices } from '@/components/ui/choices'
import { QuizQuestion } from '@/components/readiness/quiz-question'
import { SourcesList } from '@/components/ui/sources-line'
import { TextQuestion } from '@/components/ui/text-question'
import { Lines, Words } from '@/components/ui/words'
import type { Source } from '@/lib/sources/schema'
import type { ConditionView, OptionView } from '@/lib/journey/data'
import { questionsPlace, stepHref } from '@/lib/journey/steps'
import type { QuizView } from '@/lib/readiness/data'
import { sureAnswers } from '@/lib/readiness/names'
import { readSure } from '@/lib/readiness/read-sure'
import type { Sure } from '@/lib/readiness/schema'
import { toTalkOver } from '@/lib/readiness/to-talk-over'
import type { TextField } from '@/lib/summary/names'
import type { Answers } from '@/lib/summary/schema'
import type { Kit } from '@/lib/sentences/kit'
import { punctuationOf } from '@/lib/texts/punctuation'

type Props = {
  condition: ConditionView
  decisions: readonly { id: string; name: string }[]
  quiz: readonly QuizView[]
  sure: Sure | null
  options: readonly OptionView[]
  clinicQuestions: readonly { id: string; text: string }[]
  sources: ReadonlyMap<string, Source>
  answers: Answers
  isAnswered: boolean
  tooLong: readonly TextField[]
  kit: Kit
}

const sureHelp = { s: 'sureS', u: 'sureU', r: 'sureR', e: 'sureE' } as const

function SureTest({
  quiz,
  sure,
  answers,
  sources,
  kit,
}: Pick<Props, 'quiz' | 'answers' | 'sources' | 'kit'> & { sure: Sure }) {
  const { t } = kit
  const reading = readSure((id) => answers.sure[id])
  const isWhole = reading === 'clear' || reading === 'unclear'
  const asked = quiz.map(({ id, answers: given, decisions }) => ({
    id,
    right: given.find(({ correct }) => correct)?.id,
    decisions,
  }))
  const open = toTalkOver(asked, (id) => answers.quiz[id], answers.decision)
  return (
    <section className="part" aria-labelledby="sure-title" data-sure="">
      <h2 id="sure-title">{t('check.sure')}</h2>
      {sure.items.map((item) => (
        <fieldset key={item.id} className="matter">
          <legend>{item.text}</legend>
          <Choices
            name={`sure.${item.id}`}
            choices={sureAnswers.map((value) => ({ value, label: sure[value] }))}
            chosen={answers.sure[item.id]}
            look="row"
          />
        </fieldset>
      ))}
      <div className="explain" role="status" data-sure-result="">
        <p data-sure-none="" hidden={reading !== 'unfinished'}>
          {t('check.sureNone')}
        </p>
        <p data-sure-all="" hidden={reading !== 'clear'}>
          {t('check.sureAll')}
        </p>
        <p data-sure-ready="" hidden={reading !== 'clear' || open.length > 0}>
          {t('check.sureReady')}
        </p>
        <div data-sure-some="" hidden={reading !== 'unclear'}>
          <p>{t('check.sureSome')}</p>
          <ul className="list">
            {sure.items.map((item) => (
              <li key={item.id} data-sure-no={item.id} hidden={answers.sure[item.id] !== 'no'}>
                {t(`check.${sureHelp[item.id]}`)}
              </li>
            ))}
          </ul>
        </div>
        <div data-talk-over="" hidden={!isWhole || open.length === 0}>
          <p>{t('check.talkOver')}</p>
          <ul className="list">
            {quiz.map(({ id, question }) => (
              <li key={id} data-talk-over-one={id} hidden={!open.includes(id)}>
                <Words text={question} kit={kit} plain />
              </li>
            ))}
          </ul>
        </div>
      </div>
      <details>
        <summary>{t('check.sureTerms')}</summary>
        <div className="note" data-plain>
          <p>{sure.citation}</p>
          <p>{sure.copyright}</p>
          <Lines text={sure.note} kit={{ ...kit, terms: null }} />
          <SourcesList ids={[sure.source]} sources={sources} kit={kit} />
        </div>
      </details>
    </section>
  )
}

/**
 * What is asked of everyone, then the questions of each choice in one line that opens: by itself for the choice that was
 * picked.
 */
function Questions({ decisions, quiz, answers, isAnswered, sources, kit }: Props) {
  const ofOne = (question: QuizView) => (question.decisions.length === 1 ? question.decisions[0] : null)
  const show = (question: QuizView, index: number) => (
    <QuizQuestion
      key={question.id}
      question={question}
      isOpen={index === 0}
      chosen={answers.quiz[question.id]}
      isAnswered={isAnswered}
      sources={sources}
      kit={kit}
    />
  )
  return (
    <>
      {quiz.filter((question) => !ofOne(question)).map(show)}
      {decisions.map(({ id, name }) => {
        const own = quiz.filter((question) => ofOne(question) === id)
        if (own.length === 0) return null
        return (
          <details
            key={id}
            className="opens"
            open={isAnswered || answers.decision === id}
            data-for-decisions={id}
            data-opens-for={id}
          >
            <summary>{kit.t('check.more', { name })}</summary>
            <div>{own.map((question) => show(question, -1))}</div>
          </details>
        )
      })}
    </>
  )
}

/** What goes on the summary, in one line that opens: at once when something in it was said, or is too long. */
function Part({
  id,
  title,
  isOpen,
  children,
}: {
  id?: string
  title: string
  isOpen: boolean
  children: React.ReactNode
}) {
  return (
    <details className="opens" id={id} open={isOpen}>
      <summary>{title}</summary>
      <div>{children}</div>
    </details>
  )
}

/** Step 6: knowledge questions that explain again, SURE verbatim, questions for the clinic, and where the person leans. */
export function CheckStep(props: Props) {
  const { condition, quiz, sure, options, clinicQuestions, sources, answers, tooLong, kit } = props
  const { t, locale } = kit
  const text = { answers, tooLong, t }
  const isSaid = (...names: TextField[]) =>
    names.some((name) => tooLong.includes(name) || answers[name] !== '')
  return (
    <AnswersForm
      locale={locale}
      conditionId={condition.id}
      step="check"
      id="check-form"
      answers={answers}
      except={[
        'q',
        // Where it is not asked, what was answered to it in another language stays.
        ...(sure ? (['sure'] as const) : []),
        'questions',
        'ownQuestions',
        'lean',
        'unsure',
        'cellsRead',
        'cellsAsk',
      ]}
    >
      <KeepsNothing t={t} />
      <section className="part" aria-labelledby="quiz-title">
        <h2 id="quiz-title">{t('check.quiz')}</h2>
        <p className="note">
          {t('check.oneByOne') + punctuationOf(locale).gap}
          <span data-when-empty="decision" hidden={answers.decision !== null}>
            {t('check.narrow')}
          </span>
        </p>
        <Questions {...props} />
        <p className="no-js">
          <button className="go second" type="submit">
            {t('check.show')}
          </button>
        </p>
        <p>{t('check.teachBack')}</p>
      </section>
      {sure ? (
        <SureTest quiz={quiz} sure={sure} answers={answers} sources={sources} kit={kit} />
      ) : (
        <p className="note">{t('check.sureNotHere')}</p>
      )}
      <Part title={t('check.leaning')} isOpen={isSaid('unsure') || answers.lean !== null}>
        <fieldset className="ask">
          <legend>{t('check.lean')}</legend>
          <Choices
            name="lean"
            choices={[
              { value: '', label: t('check.leanNone') },
              ...options.map(({ id, name, decisions }) => ({ value: id, label: name, decisions })),
            ]}
            chosen={answers.lean ?? ''}
            look="tall"
          />
        </fieldset>
        <TextQuestion name="unsure" label={t('check.unsure')} rows={3} {...text} />
      </Part>
      <Part
        id={questionsPlace}
        title={t('check.questions')}
        isOpen={isSaid('ownQuestions', 'cellsRead', 'cellsAsk') || answers.questions.length > 0}
      >
        <fieldset className="ask">
          <legend>{t('check.pick')}</legend>
          <Choices
            type="checkbox"
            name="questions"
            choices={clinicQuestions.map(({ id, text }) => ({ value: id, label: text }))}
            chosen={answers.questions}
            look="tall"
          />
        </fieldset>
        <TextQuestion name="ownQuestions" label={t('check.ownQuestions')} rows={4} {...text} />
        <TextQuestion name="cellsRead" label={t('check.cellsRead')} rows={2} {...text} />
        <TextQuestion name="cellsAsk" label={t('check.cellsAsk')} rows={2} {...text} />
      </Part>
      <p className="onward no-js">
        <button className="go" type="submit" formAction={stepHref(locale, condition.id, 'summary')}>
          {t('summary.make')}
        </button>
      </p>
    </AnswersForm>
  )
}
