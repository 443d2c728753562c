import type { ChangedAddress } from '@/lib/reviews/changed-address'
import { writeReviewed } from '@/lib/reviews/reviewed'
import type { ReviewLine } from '@/lib/reviews/reviews'
import { matterAnswers } from '@/lib/matters/names'
import { optionMarks } from '@/lib/journey/steps'
import type { Sure } from '@/lib/readiness/schema'
import type { Kit } from '@/lib/sentences/kit'
import { makeComparison, type ComparisonContent } from '@/lib/summary/comparison'
import type { SummaryParts } from '@/lib/summary/parts'
import { runsOf } from '@/lib/summary/runs-of'
import { writtenDay } from '@/lib/texts/translate'
import { ended, sentences } from '@/lib/texts/punctuation'

/** What the parts are made from: content as the pages have it. */
export type PartsContent = {
  condition: {
    id: string
    name: string
    inSentence: string
    situations: readonly { id: string; name: string }[]
    emergency: { now: { title: string; action: string; items: readonly string[] } }
  }
  decisions: readonly (ComparisonContent & { id: string; question: string })[]
  matters: readonly { id: string; label: string; question: string }[]
  clinicQuestions: readonly { id: string; text: string }[]
  /** What the team fills in by hand: "EF, in each 100". */
  clinicFields: readonly string[]
  quiz: readonly {
    id: string
    question: string
    answers: readonly { id: string; correct: boolean }[]
    decisions: readonly string[]
  }[]
  sure: Sure | null
  release: { version: string; contentDate: string } | null
  reviews: readonly ReviewLine[]
  changed: ChangedAddress | null
}

/** The foot of every paper: what it is not, who reviewed it, which version it is, and where to see what changed. */
export function footOf(
  { release, reviews, changed }: Pick<PartsContent, 'release' | 'reviews' | 'changed'>,
  { t, locale }: Kit,
): SummaryParts['foot'] {
  const where = changed?.address
    ? t('changed.printGo', { address: changed.address })
    : t('changed.printPath', { path: changed?.path ?? '' })
  return {
    notAdvice: t('site.notAdvice'),
    reviewed: writeReviewed(reviews, t, locale),
    version: release
      ? sentences(
          [
            ended(t('site.name'), locale),
            t('changed.made', { version: release.version, date: writtenDay(release.contentDate, locale) }),
          ],
          locale,
        )
      : '',
    changed: changed ? sentences([t('changed.printAsk'), where], locale) : '',
    url: changed?.address ?? null,
  }
}

/** A decision with the questions of the sheet only: the others are on its own page, and on its handout. */
function decisionOf(
  decision: PartsContent['decisions'][number],
  kit: Kit,
): SummaryParts['decisions'][number] {
  const { id, question, options, outcomes } = decision
  const marks = optionMarks(options.map((option) => option.id))
  return {
    id,
    question,
    options: options.map((option) => ({
      id: option.id,
      letter: marks.get(option.id)?.letter ?? '',
      name: option.name,
    })),
    compared: makeComparison({ options, outcomes: outcomes.filter(({ onSheet }) => onSheet) }, kit),
  }
}

/** Writes out everything that could stand in the summary of one condition, in the language of the kit. */
export function makeSummaryParts(content: PartsContent, kit: Kit): SummaryParts {
  const { condition, decisions, matters, clinicQuestions, clinicFields, quiz, sure } = content
  const { t, locale } = kit
  const choice = ({ id, name }: { id: string; name: string }) => ({ id, text: name })
  const { now } = condition.emergency
  return {
    locale,
    version: content.release?.version ?? '',
    condition: choice(condition),
    title: t('summary.title'),
    lead: [t('summary.for', { name: condition.inSentence })],
    situations: condition.situations.map(choice),
    decisions: decisions.map((decision) => decisionOf(decision, kit)),
    carers: [
      { id: 'carer', text: t('matters.carer') },
      { id: 'carer-alone', text: t('matters.carerAlone') },
    ],
    options: [
      ...new Map(
        decisions.flatMap(({ options }) => options).map((option) => [option.id, choice(option)]),
      ).values(),
    ],
    matters: matters.map(({ id, label, question }) => ({ id, label, question })),
    matterAnswers: matterAnswers.map((id) => ({
      id,
      text: t(`matters.answers.${id}`),
    })),
    clinicQuestions: clinicQuestions.map(({ id, text }) => ({ id, text })),
    clinicFields: [...clinicFields],
    quiz: quiz.map((asked) => ({
      id: asked.id,
      text: runsOf(asked.question, kit)
        .map(({ text }) => text)
        .join(''),
      right: asked.answers.find(({ correct }) => correct)?.id,
      answers: asked.answers.map(({ id }) => id),
      decisions: [...asked.decisions],
    })),
    sure: sure && {
      items: sure.items.map(({ id, text }) => ({ id, text })),
      answers: { yes: sure.yes, no: sure.no },
      all: t('check.sureAll'),
      some: t('check.sureSome'),
    },
    emergency: {
      title: now.title,
      action: runsOf(now.action, kit),
      items: now.items.map((item) => runsOf(item, kit)),
    },
    texts: {
      situation: t('summary.situation'),
      notSaid: t('summary.notSaid'),
      decision: t('summary.decision'),
      carer: t('summary.carer'),
      matters: t('summary.matters'),
      top: t('summary.top'),
      topTitle: t('summary.topTitle'),
      own: t('matters.own'),
      lean: t('summary.lean'),
      leanNone: t('check.leanNone'),
      unsure: t('summary.unsure'),
      sure: t('summary.sure'),
      explain: t('summary.explain'),
      questions: t('summary.questions'),
      ownQuestions: t('check.ownQuestions'),
      cells: t('summary.cells'),
      cellsRead: t('summary.cellsRead'),
      cellsAsk: t('summary.cellsAsk'),
      clinic: t('summary.clinic'),
      clinicAnswers: t('summary.answersLines'),
      identity: [t('summary.name'), t('summary.born'), t('summary.day')],
      madeOn: t('summary.madeOn', { date: '{date}' }),
      given: t('summary.given', { name: '{name}' }),
      call: t('summary.call', { phone: '{phone}' }),
      callWhen: t('summary.callWhen', { phone: '{phone}', when: '{when}' }),
      where: t('clinics.where', { address: '{address}' }),
      wrote: t('summary.wrote', { note: '{note}' }),
      givenBy: t('summary.givenBy'),
      compared: t('summary.compared'),
      comparedHow: t('summary.comparedHow'),
      comparedNote: sentences(
        [t('summary.ratingNote'), t('compare.unknownIsNotNone'), t('summary.moreStudies')],
        kit.locale,
      ),
      about: t('site.about'),
    },
    foot: footOf(content, kit),
  }
}
