/**
 * Draws the summary of the answers in this tab, by the rules that every other form of it is made by: no answer leaves the
 * browser. Built into public/summary.js by lib/server/build/make-assets.ts and loaded by the summary page only;
 * lib/browser/keep-answers.ts says when.
 */
import { summaryTree } from '@/lib/paper/paper-tree'
import { draw } from '@/lib/browser/draw-view'
import type { Fields } from '@/lib/kept-here'
import { readAnswers } from '@/lib/summary/answers'
import type { SummaryParts } from '@/lib/summary/parts'
import { answerableIn, writeSummary } from '@/lib/summary/write-summary'

const sheet = document.querySelector<HTMLElement>('[data-summary]')
const parts: SummaryParts = JSON.parse(document.getElementById('summary-parts')?.textContent ?? 'null')
let drawn = ''

/** Shows the summary of these fields. False: it stands there already. */
export function drawSummary(fields: Fields): boolean {
  const wanted = JSON.stringify(fields)
  if (wanted === drawn) return false
  drawn = wanted
  const { answers } = readAnswers(fields, answerableIn(parts))
  const views = summaryTree(writeSummary(parts, answers), parts.texts.about)
  sheet?.replaceChildren(...views.map((view) => draw(view)))
  return true
}
