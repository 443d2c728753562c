import type { AnswerMark as Mark } from '@/lib/products/answer-mark'
import type { Kit } from '@/lib/sentences/kit'

const signs: Record<Mark, string> = {
  helps: '+',
  probably: '+',
  'may-help': '~',
  same: '=',
  testing: '…',
  unknown: '?',
  'harm-reported': '!',
  'harm-seen': '!',
  harmful: '!',
}

/** What is known of one answer: a sign for the eye, and always its words too. Told apart by sign and edge, not by colour. */
export function AnswerMark({ mark, kit }: { mark: Mark; kit: Kit }) {
  return (
    <span className={`answer-mark answer-${mark}`}>
      <span className="sign" aria-hidden="true">
        {signs[mark]}
      </span>
      <span className="said">{kit.t(`stemCells.mark.${mark}`)}</span>
    </span>
  )
}
