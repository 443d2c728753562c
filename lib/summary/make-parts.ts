import type { ChangedAddress } from '@/lib/reviews/changed-address'
import type { ReviewLine } from '@/lib/reviews/reviews'
import type { Cell } from '@/lib/journey/schema'
import { optionMarks } from '@/lib/journey/steps'
import { certaintyPhrase } from '@/lib/numbers/certainty-phrase'
import { readEstimate } from '@/lib/numbers/effect-reading'
import { roundHalfUp } from '@/lib/numbers/rounding'
import type { Frequency } from '@/lib/numbers/natural-frequency'
import type { Figure } from '@/lib/numbers/schema'
import { leadFigures } from '@/lib/numbers/lead-figures'
import { viewRow, type StudyView } from '@/lib/numbers/study-view'
import { joinPooled, type JoinedStudy } from '@/lib/numbers/pooled-figures'
import type { Run } from '@/lib/paper/schema'
import type { RatingView } from '@/lib/ratings/schema'
import type { Sure } from '@/lib/readiness/schema'
import type { ComparedLine, SummaryParts } from '@/lib/summary/parts'
import { fillWords, writeFrequency, writeShown, writeTime } from '@/lib/sentences/fill'
import type { Kit } from '@/lib/sentences/kit'
import { writeReviewed } from '@/lib/reviews/reviewed'
import { signedNumber, writtenNumber } from '@/lib/texts/intl'
import { writtenDay } from '@/lib/texts/translate'

/** What the parts are made from: content as the pages have it. */
export type PartsContent = {
  condition: {
    id: string
    name: string
    inSentence: string
    situations: readonly { id: string; name: string }[]
    emergency: { now: { title: string; action: string; items: readonly string[] } }
  }
  decisions: readonly {
    id: string
    question: string
    options: readonly { id: string; name: string }[]
    outcomes: readonly {
      id: string
      question: string
      cells: Readonly<Record<string, Cell & { rating?: RatingView | undefined }>>
    }[]
  }[]
  matters: readonly { id: string; label: string; question: string }[]
  clinicQuestions: readonly { id: string; text: string }[]
  sure: Sure
  release: { version: string; contentDate: string } | null
  reviews: readonly ReviewLine[]
  changed: ChangedAddress | null
}

/** "+9 points", with a sign; whole numbers from 2 up, one decimal below, as on the pages. */
function signed(value: number, locale: string): string {
  const rounded = roundHalfUp(value, Math.abs(value) >= 2 ? 0 : 1)
  return signedNumber(rounded, locale)
}

/** Notes that say which way a scale points. */
const scaleNotes = /^scale-/

/** A difference of means in words: what was measured, by how much, how sure, and which way its scale points. */
function meanDifference(
  figure: Figure,
  { t, locale }: Kit,
): Pick<ComparedLine['arms'][0], 'figure' | 'meaning'> {
  const { value, notes, noteWords, endpointWords } = figure
  if (value.type !== 'meanDifference') throw new TypeError(`${figure.id} is no difference of means`)
  const { low, high, unit } = value
  const ends = { low: signed(low ?? 0, locale), high: signed(high ?? 0, locale) }
  const hasRange = low !== undefined && high !== undefined
  const size = t(`meanDifference.${unit}`, { value: signed(value.value, locale) })
  const told = hasRange ? `${size} ${t('meanDifference.range', ends)}` : size
  const isUnclear = readEstimate(figure, null).reading === 'unclear'
  return {
    figure: t('summary.difference', {
      words: endpointWords.inSentence ?? endpointWords.title,
      value: isUnclear ? `${told}; ${t('summary.unclear')}` : told,
    }),
    meaning: notes.some((note) => scaleNotes.test(note)) ? (noteWords[0] ?? null) : null,
  }
}

/** What a figure that is not a count of people says, in a few words. */
function notPeople(figure: Figure, kit: Kit): Pick<ComparedLine['arms'][0], 'figure' | 'meaning'> {
  const { t, locale } = kit
  const { value } = figure
  const plain = (text: string) => ({ figure: text, meaning: null })
  if (value.type === 'meanDifference') return meanDifference(figure, kit)
  if (value.type === 'finding') return plain(t(`summary.finding.${value.finding}`))
  if (value.type === 'rate') {
    const rate = roundHalfUp(value.per100PersonYears, value.per100PersonYears >= 2 ? 0 : 1)
    const words = figure.endpointWords[figure.counts]
    return plain(t('summary.rate', { value: writtenNumber(rate, locale), words }))
  }
  const words = figure.endpointWords[figure.counts]
  const reading = readEstimate(figure, null)
  if (reading.reading === 'unclear') return plain(t('summary.ratio.unclear', { words }))
  if (value.type !== 'ratioOnly' || reading.reading !== 'clear') return plain(t('summary.noCount'))
  return plain(t(reading.direction === 'less' ? 'summary.ratio.fewer' : 'summary.ratio.more', { words }))
}

/** "and 41 were alive": the rest of the same 100 people. */
function restOf(arm: Figure, { count, per, bound, asCounted, isScaledUp }: Frequency, kit: Kit): string {
  const { t, locale } = kit
  const words = arm.endpointWords[arm.headline === 'bad' ? 'good' : 'bad']
  if (asCounted || bound === 'fewer-than' || bound === 'more-than')
    return t('summary.restOf', {
      text: writeFrequency({ count, per, bound, asCounted, isScaledUp }, t, locale),
      words,
    })
  return t('summary.rest', { count: writtenNumber(count, locale), words })
}

function armWords(
  arm: Figure,
  study: StudyView,
  kit: Kit,
): Pick<ComparedLine['arms'][0], 'figure' | 'range' | 'rest' | 'meaning'> {
  const { t, locale } = kit
  const shown = study.shown[study.group.arms.indexOf(arm)]
  if (!shown || shown.kind === 'not-people') return { range: null, rest: null, ...notPeople(arm, kit) }
  const figure = `${writeShown(shown, t, locale)} ${arm.endpointWords[arm.headline]}`
  if (shown.kind !== 'people') return { figure, range: null, rest: null, meaning: null }
  const number = (value: number) => writtenNumber(value, locale)
  const rest = restOf(arm, shown.other, kit)
  if (shown.range.from === 'none') return { figure, range: null, rest, meaning: null }
  const { low, high } = shown.range
  const range = t('summary.range', { low: number(low), high: number(high) })
  return { figure, range, rest, meaning: null }
}

/** One study on one question, in a line: the figure of each group, range, time, source. */
function lineOf(study: JoinedStudy, letterOf: (option: string) => string, kit: Kit): ComparedLine[] {
  const { t } = kit
  const { arms } = study.group
  const [first] = arms
  if (!first) return []
  const options = [...new Set([...arms, ...study.alike].flatMap(({ option }) => option ?? []))].filter(
    letterOf,
  )
  const letters = options.map(letterOf)
  const sure = certaintyPhrase(first.certainty)
  const { short, status } = first.sourceShown
  return [
    {
      options,
      letter: letters.join(', '),
      arms: arms.map((arm, index) => ({
        letter: arms.length > 1 && letters.length > 1 && arm.option ? letterOf(arm.option) || null : null,
        name: index === 0 ? arm.armWordsFirst : arm.armWords,
        ...armWords(arm, study, kit),
        from: `estimate:${arm.id}`,
      })),
      time: writeTime(first, t, true),
      source: {
        id: first.source,
        short,
        tier: arms.some(({ tier }) => tier === 'B') ? t('summary.tierB') : null,
        status: status === 'current' ? null : t(`source.${status}`),
      },
      alone: first.design === 'single-group' ? t('summary.alone') : null,
      certainty: sure.rated ? t('summary.certainty', { level: t(`certainty.${sure.level}`) }) : null,
    },
  ]
}

/** Several figures of one group that was compared with nobody, at one time, in one line: its name and source once. */
function joinGroups(lines: readonly ComparedLine[]): ComparedLine[] {
  const whose = ({ arms, ...line }: ComparedLine) => JSON.stringify([arms[0]?.name, line])
  return lines.reduce<ComparedLine[]>((joined, line) => {
    const before = joined.at(-1)
    if (!before || !line.alone || whose(before) !== whose(line)) return [...joined, line]
    const more = line.arms.map((arm) => ({ ...arm, name: '' }))
    return [...joined.slice(0, -1), { ...before, arms: [...before.arms, ...more] }]
  }, [])
}

/** The same rows for every option: its lead figures, or that there are none. The rest is in step 3. */
function decisionOf(
  { id, question, options, outcomes }: PartsContent['decisions'][number],
  kit: Kit,
): SummaryParts['decisions'][number] {
  const { t } = kit
  const marks = optionMarks(options.map((option) => option.id))
  const letter = (option: string) => marks.get(option)?.letter ?? ''
  return {
    id,
    question,
    options: options.map((option) => ({ id: option.id, letter: letter(option.id), name: option.name })),
    rows: outcomes.map((outcome) => {
      const without = (kind: 'unknown' | 'notApplicable') =>
        options
          .filter((option) => kind in (outcome.cells[option.id] ?? {}))
          .map((option) => t('summary.letterName', { letter: letter(option.id), name: option.name }))
      const unknown = without('unknown')
      const inapplicable = without('notApplicable')
      const leads = options.flatMap((option) => {
        const cell = outcome.cells[option.id]
        return cell && 'estimates' in cell ? leadFigures(cell) : []
      })
      const rated = options.flatMap((option) => {
        const level = outcome.cells[option.id]?.rating?.level
        return level
          ? [t('summary.ratedOne', { letter: letter(option.id), level: t(`certainty.inSentence.${level}`) })]
          : []
      })
      const { studies } = viewRow(
        [...new Set(leads)],
        kit.book,
        options.map((option) => option.id),
      )
      return {
        id: outcome.id,
        question: outcome.question,
        lines: joinGroups(joinPooled(studies).flatMap((study) => lineOf(study, letter, kit))),
        rated: rated.length ? t('summary.rated', { list: rated.join('; ') }) : null,
        notes: [
          ...(unknown.length ? [t('summary.noNumbers', { names: unknown.join(', ') })] : []),
          ...(inapplicable.length ? [t('summary.notApplicable', { names: inapplicable.join(', ') })] : []),
        ],
      }
    }),
  }
}

/** A content sentence as runs; a number says where it came from as `data-figure` does on pages. */
export function runsOf(text: string, kit: Kit): Run[] {
  return fillWords(text, kit.book, kit.t, kit.locale).map((part) =>
    part.from ? { text: part.text, from: `${part.from.kind}:${part.from.id}` } : { text: part.text },
  )
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
      ? t('changed.made', { version: release.version, date: writtenDay(release.contentDate, locale) })
      : '',
    changed: changed ? `${t('changed.printAsk')} ${where}` : '',
    url: changed?.address ?? null,
  }
}

/** Writes out everything that could stand in the summary of one condition, in the language of the kit. */
export function makeSummaryParts(content: PartsContent, kit: Kit): SummaryParts {
  const { condition, decisions, matters, clinicQuestions, sure } = content
  const { t, locale } = kit
  const choice = ({ id, name }: { id: string; name: string }) => ({ id, text: name })
  const { now } = condition.emergency
  return {
    locale,
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
    matterAnswers: (['a-lot', 'some', 'a-little', 'not-sure'] as const).map((id) => ({
      id,
      text: t(`matters.answers.${id}`),
    })),
    clinicQuestions: clinicQuestions.map(({ id, text }) => ({ id, text })),
    sure: {
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
      own: t('matters.own'),
      lean: t('summary.lean'),
      leanNone: t('check.leanNone'),
      unsure: t('summary.unsure'),
      sure: t('summary.sure'),
      questions: t('summary.questions'),
      ownQuestions: t('check.ownQuestions'),
      clinicAnswers: t('summary.answersLines'),
      compared: t('summary.compared'),
      comparedNote: `${t('summary.noRangeNote')} ${t('summary.ratingNote')} ${t('summary.moreStudies')}`,
      about: t('site.about'),
    },
    foot: footOf(content, kit),
  }
}
