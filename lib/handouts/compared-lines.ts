/**
 * The studies of a decision in lines: every group with its range, both sides of its people, when, and which study. The
 * long handouts stand on them; the sheets show the same figures at a glance (lib/summary/comparison.ts).
 */
import type { Cell } from '@/lib/journey/schema'
import { optionMarks } from '@/lib/journey/steps'
import { certaintyPhrase } from '@/lib/numbers/certainty-phrase'
import { readEstimate } from '@/lib/numbers/effect-reading'
import { leadFigures } from '@/lib/numbers/lead-figures'
import type { Frequency } from '@/lib/numbers/natural-frequency'
import { joinPooled, type JoinedStudy } from '@/lib/numbers/pooled-figures'
import { roundHalfUp } from '@/lib/numbers/rounding'
import type { Figure } from '@/lib/numbers/schema'
import { viewRow, type StudyView } from '@/lib/numbers/study-view'
import { strong } from '@/lib/paper/blocks'
import type { Run } from '@/lib/paper/schema'
import type { RatingView } from '@/lib/ratings/schema'
import { writeFrequency, writeShown, writeTime } from '@/lib/sentences/fill'
import type { Kit } from '@/lib/sentences/kit'
import { signedNumber, writtenNumber } from '@/lib/texts/intl'
import { counted, labelled, listed, partsListed, punctuationOf, remarked } from '@/lib/texts/punctuation'

/** One study on one question: the figure of each of its groups, and where they come from. */
export type ComparedLine = {
  /** The options that it says something about, in the fixed order. */
  options: string[]
  /** Their letters: "C" or "C, F". */
  letter: string
  arms: {
    /** Of its option, when the line is about several; null: one option, or an arm that is no option. */
    letter: string | null
    /** "Bypass and medicines"; empty: the group of the figure before it. */
    name: string
    /** "59 in 100 had died" */
    figure: string
    /** "likely range 55 to 63"; null: the source gave none and none could be worked out. */
    range: string | null
    /** "and 41 were alive": the same people told the other way; null: no share of people. */
    rest: string | null
    /** What a figure that is no share of people means: which way its scale points. */
    meaning: string | null
    /** `estimate:<id>`, as `data-figure` says it on pages. */
    from: string
  }[]
  /** "About 10 years" */
  time: string
  source: {
    id: string
    /** "Velazquez EJ et al, 2016" */
    short: string
    /** How we read it when that was not the original. */
    tier: string | null
    /** "This study has been withdrawn."; null: as far as we know it stands. */
    status: string | null
  }
  /** "One group only"; null for a study that compared. */
  alone: string | null
  /** How sure we are, by the body that rated it; null: we read no rating. */
  certainty: string | null
}

/** The same rows for every option of a decision. */
export type ComparedDecision = {
  id: string
  question: string
  options: { id: string; letter: string; name: string }[]
  rows: {
    id: string
    question: string
    lines: ComparedLine[]
    /** "How sure we are: A, very sure; C, not very sure." by the people who made Lantern; null: nothing is rated. */
    rated: string | null
    /** "No numbers yet for B (cardiac rehab)." and "Does not apply to A (carry on as now)." */
    notes: string[]
  }[]
}

/** A decision as the pages have it. */
export type ComparedContent = {
  id: string
  question: string
  options: readonly { id: string; name: string }[]
  outcomes: readonly {
    id: string
    question: string
    cells: Readonly<Record<string, Cell & { rating?: RatingView | undefined }>>
  }[]
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
  const told = hasRange ? counted(size, t('meanDifference.range', ends), locale) : size
  const isUnclear = readEstimate(figure, null).reading === 'unclear'
  return {
    figure: t('summary.difference', {
      words: endpointWords.inSentence ?? endpointWords.title,
      value: isUnclear ? partsListed([told, t('summary.unclear')], locale) : told,
    }),
    meaning: notes.some((note) => scaleNotes.test(note)) ? (noteWords[0] ?? null) : null,
  }
}

/** What a figure that is not a count of people says, in a few words. */
export function notPeople(figure: Figure, kit: Kit): Pick<ComparedLine['arms'][0], 'figure' | 'meaning'> {
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
      text: writeFrequency({ count, per, bound, asCounted, isScaledUp }, t, locale, arm.thing),
      words,
    })
  return t('summary.rest', { count: writtenNumber(count, locale), words, thing: arm.thing })
}

function armWords(
  arm: Figure,
  study: StudyView,
  kit: Kit,
): Pick<ComparedLine['arms'][0], 'figure' | 'range' | 'rest' | 'meaning'> {
  const { t, locale } = kit
  const shown = study.shown[study.group.arms.indexOf(arm)]
  if (!shown || shown.kind === 'not-people') return { range: null, rest: null, ...notPeople(arm, kit) }
  const figure = counted(writeShown(shown, t, locale, arm.thing), arm.endpointWords[arm.headline], locale)
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
  const { t, locale } = kit
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
      letter: listed(letters, locale),
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
export function makeCompared(
  { id, question, options, outcomes }: ComparedContent,
  kit: Kit,
): ComparedDecision {
  const { t, locale } = kit
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
        rated: rated.length ? t('summary.rated', { list: partsListed(rated, locale) }) : null,
        notes: [
          ...(unknown.length ? [t('summary.noNumbers', { names: listed(unknown, locale) })] : []),
          ...(inapplicable.length
            ? [t('summary.notApplicable', { names: listed(inapplicable, locale) })]
            : []),
        ],
      }
    }),
  }
}

/**
 * A compared line in reading order: "A. Bypass: 59 in 100 had died, and 41 were alive; medicines: … . About 10 years.
 * Velazquez, 2016." Every share of people is told both ways.
 */
export function lineRuns(
  { letter, arms, time, source, alone, certainty }: ComparedLine,
  locale: string,
): Run[] {
  const { comma, semicolon, stop, gap } = punctuationOf(locale)
  const beside = (text: string, more: Omit<Run, 'text'> = {}): Run => ({ text, isNote: true, ...more })
  return [
    strong(`${letter}.`),
    { text: ' ' },
    ...arms.flatMap((arm, index): Run[] => [
      {
        text:
          arm.name && labelled(arm.letter ? remarked(arm.name, arm.letter, locale) : arm.name, '', locale),
      },
      { text: arm.range ? remarked(arm.figure, arm.range, locale) : arm.figure, from: arm.from },
      ...(arm.rest ? [{ text: comma + gap }, { text: arm.rest, from: arm.from }] : []),
      { text: (index === arms.length - 1 ? stop : semicolon) + gap },
      ...(arm.meaning ? [{ text: arm.meaning + gap }] : []),
    ]),
    beside(time, arms[0] && { from: arms[0].from }),
    beside(stop + gap),
    beside(source.short, { source: source.id }),
    beside((source.tier ? remarked('', source.tier, locale) : '') + stop),
    beside(alone ? gap + alone + stop : ''),
    beside(certainty ? gap + certainty + stop : ''),
    beside(source.status ? gap + source.status : '', { isStrong: true, statusOf: source.id }),
  ].filter(({ text }) => text)
}
