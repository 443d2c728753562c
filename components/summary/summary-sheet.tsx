import { nobody, type SummaryAbout } from '@/lib/clinics/giver'
import { summaryTree } from '@/lib/paper/paper-tree'
import { htmlOf } from '@/lib/texts/view'
import type { SummaryParts } from '@/lib/summary/parts'
import type { Answers } from '@/lib/summary/schema'
import { writeSummary } from '@/lib/summary/write-summary'

/**
 * The page to bring to the clinic, at most two sheets: the paper of these answers, with every text escaped by `htmlOf`.
 * Where scripts run, draw-summary.ts draws the same from the tab's answers, out of the parts that stand beside it.
 */
export function SummarySheet({
  parts,
  answers,
  about = nobody,
}: {
  parts: SummaryParts
  answers: Answers
  about?: SummaryAbout
}) {
  const html = htmlOf(...summaryTree(writeSummary(parts, answers, about), parts.texts.about))
  const json = JSON.stringify(parts).replaceAll('<', '\\u003c')
  return (
    <>
      <article
        className="summary"
        data-summary={parts.condition.id}
        dangerouslySetInnerHTML={{ __html: html }}
        suppressHydrationWarning // our module may have drawn before the framework woke up
      />
      <script type="application/json" id="summary-parts" dangerouslySetInnerHTML={{ __html: json }} />
      <script src="/summary.js" type="module" defer data-draws="" />
    </>
  )
}
