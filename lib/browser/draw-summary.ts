/**
 * Draws the summary of the answers in this tab, by the rules that every other form of it is made by: no answer leaves the
 * browser. Built into public/summary.js by lib/server/build/make-assets.ts and loaded by the summary page only;
 * lib/browser/keep-answers.ts says when.
 */
import { summaryTree } from '@/lib/paper/paper-tree'
import { draw } from '@/lib/browser/draw-view'
import { readGiver } from '@/lib/clinics/giver'
import { dayOf } from '@/lib/texts/intl'
import { kept, keptKey, type Fields } from '@/lib/kept-here'
import { readAnswers } from '@/lib/summary/answers'
import type { SummaryParts } from '@/lib/summary/parts'
import { answerableIn, writeSummary } from '@/lib/summary/write-summary'

const sheet = document.querySelector<HTMLElement>('[data-summary]')
const parts: SummaryParts = JSON.parse(document.getElementById('summary-parts')?.textContent ?? 'null')
let drawn = ''

/** Shows the summary of these fields. False: it stands there already. */
export function drawSummary(fields: Fields): boolean {
  const giver = readGiver(kept('tab', keptKey('giver', parts.condition.id)))
  const day = dayOf(new Date())
  const wanted = JSON.stringify([fields, giver, day])
  if (wanted === drawn) return false
  drawn = wanted
  const { answers } = readAnswers(fields, answerableIn(parts))
  const views = summaryTree(writeSummary(parts, answers, { day, giver }), parts.texts.about)
  sheet?.replaceChildren(...views.map((view) => draw(view)))
  // The file says the same: the day, and the packet itself, whose signature our server looks at again.
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-send]')) {
    put(form, 'day', day)
    put(form, 'packet', giver?.packet ?? '')
  }
  return true
}

/** A hidden field of a form, one of each name; empty: none. */
function put(form: HTMLFormElement, name: string, value: string): void {
  form.querySelectorAll(`[data-about="${name}"]`).forEach((field) => field.remove())
  if (!value) return
  const field = document.createElement('input')
  field.type = 'hidden'
  field.name = name
  field.value = value
  field.dataset.about = name
  form.append(field)
}
