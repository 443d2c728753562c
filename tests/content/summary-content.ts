import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { parseFragment, type DefaultTreeAdapterMap } from 'parse5'
import { SummarySheet } from '@/components/summary/summary-sheet'
import type { Giver } from '@/lib/clinics/giver'
import { changedAddress } from '@/lib/reviews/changed-address'
import { noAnswers } from '@/lib/summary/answers'
import type { FinishedSummary } from '@/lib/summary/exports/entry'
import { makeSummaryParts } from '@/lib/summary/make-parts'
import { SummaryParts } from '@/lib/summary/parts'
import type { Answers } from '@/lib/summary/schema'
import { writeSummary } from '@/lib/summary/write-summary'
import { cellPlace } from '@/lib/ratings/rated-places'
import { makeKit } from '@/lib/sentences/kit'
import { ratingViews } from '@/prisma/pipeline/check-ratings'
import type { ConditionContent, Content } from '@/prisma/pipeline/read-content'
import { figureBook } from '@/prisma/pipeline/figure-book'

export const publicUrl = 'https://lantern.example.org'
/** The version that the seed would give; any text that stands nowhere else will do. */
export const version = 'abc123def456'

/** The parts of a condition's summary, as lib/summary/data.ts makes them, without a database. */
export function partsOf(content: Content, c: ConditionContent): SummaryParts {
  const { words } = c
  const named = <Words extends object>(ids: readonly { id: string }[], texts: Record<string, Words>) =>
    ids.flatMap(({ id }) => {
      const text = texts[id]
      return text ? [{ ...text, id }] : []
    })
  const options = named(c.options.options, words.options.options)
  const ratings = ratingViews(c)
  const parts = makeSummaryParts(
    {
      condition: {
        id: c.condition.id,
        name: words.condition.name,
        inSentence: words.condition.inSentence,
        situations: named(c.condition.situations, words.condition.situations),
        emergency: words.condition.emergency,
      },
      decisions: c.decisions.decisions.flatMap((decision) => {
        const text = words.decisions.decisions[decision.id]
        if (!text) return []
        return [
          {
            id: decision.id,
            question: text.question,
            options: decision.options.flatMap((id) => options.filter((option) => option.id === id)),
            outcomes: decision.outcomes.flatMap(({ id, tone, onSheet, cells }) => {
              const outcome = text.outcomes[id]
              if (!outcome) return []
              const { question, atAGlance } = outcome
              const whole = Object.entries(cells).map(([option, cell]) => [
                option,
                {
                  ...cell,
                  rating: ratings.get(cellPlace(decision.id, id, option)),
                  ...(atAGlance[option] !== undefined && { atAGlance: atAGlance[option] }),
                },
              ])
              return [{ id, tone, onSheet, question, cells: Object.fromEntries(whole) }]
            }),
          },
        ]
      }),
      matters: named(c.matters.matters, words.matters.matters),
      quiz: c.quiz.questions.flatMap((asked) => {
        const text = words.quiz.questions[asked.id]
        return text ? [{ ...asked, question: text.question }] : []
      }),
      clinicQuestions: Object.entries(words.quiz.clinicQuestions).map(([id, text]) => ({ id, text })),
      clinicFields: Object.values(words.quiz.clinicFields),
      sure: content.shared.sure,
      release: { version, contentDate: content.date },
      reviews: [],
      changed: changedAddress('en', version, publicUrl),
    },
    makeKit('en', figureBook(content, c), []),
  )
  return SummaryParts.parse(parts)
}

/** Everything that can be answered, answered, for one decision. `say` is what stands in the three texts. */
export function allAnswers(parts: SummaryParts, decision: string, say = 'My garden'): Answers {
  return {
    ...noAnswers,
    situation: parts.situations.at(-1)?.id ?? null,
    decision,
    who: 'carer',
    matters: Object.fromEntries(
      parts.matters.map(({ id }, index) => [
        id,
        parts.matterAnswers[index % parts.matterAnswers.length]?.id ?? 'not-sure',
      ]),
    ),
    own: `${say} one`,
    quiz: Object.fromEntries(
      parts.quiz.map(({ id, right, answers }, index) => [id, (index % 2 ? right : answers.at(-1)) ?? '']),
    ),
    sure: { s: 'yes', u: 'yes', r: 'no', e: 'yes' },
    questions: parts.clinicQuestions.map(({ id }) => id),
    ownQuestions: `${say} two\nand a second line`,
    lean: parts.options.at(-1)?.id ?? null,
    unsure: `${say} three`,
    cellsRead: `${say} four`,
    cellsAsk: `${say} five`,
  }
}

/** The day on which these summaries are filled in. */
export const day = '2026-11-21'

/** A clinic that does not exist, with the longest name and note. */
export const madeUpGiver: Giver = {
  name: 'Made-up Test Hospital, the invented heart team with the longest name of them all',
  phone: '0800 000 000',
  when: 'Monday to Friday, mornings',
  address: 'The invented house, entrance C, Street of Long Names 123, 00000 Nowhere at the Sea',
  logo: '/clinics/made-up-of-tests.svg',
  note: 'We talked about the two ways today, please look at both. '.repeat(6).slice(0, 299),
}

/** The summary as the exports take it, of nobody, with ids that count up. */
export function finished(
  parts: SummaryParts,
  answers: Answers,
  giver: Giver | null = madeUpGiver,
): FinishedSummary {
  let count = 0
  return {
    parts,
    answers,
    paper: writeSummary(parts, answers, { day, giver }),
    giver,
    identity: null,
    at: '2026-11-21T09:30:00Z',
    newId: () => `00000000-0000-4000-8000-${String(++count).padStart(12, '0')}`,
  }
}

type Node = DefaultTreeAdapterMap['childNode']

function shownText(node: Node): string {
  if ('value' in node) return node.value
  if (!('childNodes' in node)) return ''
  if (node.tagName === 'script') return ''
  const text = node.childNodes.map(shownText).join('')
  return /^(p|li|h\d|section|div|ul)$/.test(node.tagName) ? `\n${text}\n` : text
}

/** The page that is printed, as the text that it shows for these answers. */
export function pageText(parts: SummaryParts, answers: Answers, giver: Giver | null = madeUpGiver): string {
  const html = renderToStaticMarkup(createElement(SummarySheet, { parts, answers, about: { day, giver } }))
  return parseFragment(html).childNodes.map(shownText).join('')
}
