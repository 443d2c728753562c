import { Choices } from '@/components/ui/choices'
import { SourcesList } from '@/components/ui/sources-line'
import { Lines, Words } from '@/components/ui/words'
import type { QuizView } from '@/lib/readiness/data'
import type { Kit } from '@/lib/sentences/kit'
import type { Source } from '@/lib/sources/schema'

/**
 * One knowledge question in a line that opens, one open at a time, without scripts too. Every answer is explained; one
 * that is not right, or "I am not sure", goes on the summary as something to explain.
 */
export function QuizQuestion({
  question,
  isOpen,
  chosen,
  isAnswered,
  sources,
  kit,
}: {
  question: QuizView
  isOpen: boolean
  chosen: string | undefined
  isAnswered: boolean
  sources: ReadonlyMap<string, Source>
  kit: Kit
}) {
  const { t } = kit
  const right = question.answers.find((answer) => answer.correct)?.id
  const isOfNoHelp = chosen !== undefined && chosen !== right
  const title = `quiz-${question.id}`
  return (
    <details
      className="quiz"
      // After a form was sent all stand open, else one at a time.
      name={isAnswered ? undefined : 'quiz'}
      open={isOpen || isAnswered}
      data-quiz={question.id}
      data-right={right}
      data-for-decisions={question.decisions.join(' ')}
    >
      <summary>
        <span id={title}>
          <Words text={question.question} kit={kit} plain />
        </span>
      </summary>
      <div>
        <div role="radiogroup" aria-labelledby={title}>
          <Choices
            name={`q.${question.id}`}
            choices={question.answers.map(({ id, text }) => ({
              value: id,
              label: <Words text={text} kit={kit} plain />,
            }))}
            chosen={chosen}
            look="tall"
          />
        </div>
        <div className="explain" hidden={!isAnswered} data-explain="" role="status">
          <p>
            <strong>
              <span data-right-text="" hidden={chosen !== right}>
                {t('check.right')}
              </span>
              <span data-wrong-text="" hidden={!isOfNoHelp}>
                {t('check.notQuite')}
              </span>
              <span data-none-text="" hidden={chosen !== undefined}>
                {t('check.notAnswered')}
              </span>
            </strong>
          </p>
          <Lines text={question.explain} kit={kit} />
          <p data-wrong-text="" hidden={!isOfNoHelp}>
            {t('check.onSummary')}
          </p>
          <SourcesList ids={question.sources} sources={sources} kit={kit} isBrief />
        </div>
      </div>
    </details>
  )
}
