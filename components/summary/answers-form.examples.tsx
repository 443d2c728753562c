import { AnswersForm } from '@/components/summary/answers-form'
import { inventedAnswers } from '@/components/summary/invented.examples'
import type { Example } from '@/components/ui/example'

/** An example: the answers are nobody's, and the button leads nowhere. */
export const examples: readonly Example[] = [
  {
    name: 'what was answered elsewhere goes with it, unseen',
    show: ({ locale }) => (
      <AnswersForm
        locale={locale}
        conditionId="example"
        step="check"
        answers={inventedAnswers}
        except={['own']}
      >
        <p>
          <label htmlFor="example-own">An example question</label>
        </p>
        <textarea id="example-own" name="own" rows={2} />
      </AnswersForm>
    ),
  },
]
