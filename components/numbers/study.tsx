import { Certainty } from '@/components/numbers/certainty'
import { People } from '@/components/numbers/people'
import { RangeLine, type RangeLineRow } from '@/components/numbers/range-line'
import { WhereFrom } from '@/components/numbers/where-from'
import Link from '@/components/ui/link'
import { Num, Words } from '@/components/ui/words'
import type { Figure } from '@/lib/numbers/schema'
import { readEstimate } from '@/lib/numbers/effect-reading'
import { litPeople } from '@/lib/numbers/lit-people'
import { roundHalfUp } from '@/lib/numbers/rounding'
import type { ShownFigure } from '@/lib/numbers/shown-figures'
import type { Gap, StudyView } from '@/lib/numbers/study-view'
import { groupSize, shownMessage, writeWhen } from '@/lib/sentences/fill'
import { gapRange, gapSentence } from '@/lib/sentences/gap-words'
import type { Kit } from '@/lib/sentences/kit'
import { signedNumber, writtenNumber } from '@/lib/texts/intl'
import { labelled, listed, punctuationOf } from '@/lib/texts/punctuation'

/** The letter and shape of an option inside one decision; none for an arm that is no option. */
export type OptionMark = { letter: string; tone: string }
type Marks = ReadonlyMap<string, OptionMark>

function markOf(figure: Figure, marks: Marks): OptionMark | undefined {
  return figure.option ? marks.get(figure.option) : undefined
}

const number = (value: number, kit: Kit) => writtenNumber(value, kit.locale)

function Value({ figure, shown, kit }: { figure: Figure; shown: ShownFigure; kit: Kit }) {
  const { t } = kit
  const { gap } = punctuationOf(kit.locale)
  const { value } = figure
  const message = shownMessage(shown, kit.locale, figure.thing)
  if (message)
    return (
      <span className="big">
        <Num from={figure.id}>
          {t.rich(message.key, { ...message.values, rest: (words) => <small>{words}</small> })}
        </Num>
      </span>
    )
  if (value.type === 'rate')
    return (
      <p>
        <Num from={figure.id}>{t('compare.rate', { value: plain(value.per100PersonYears, kit) })}</Num>
      </p>
    )
  if (value.type === 'ratioOnly') return <p>{ratioSentence(figure, kit)}</p>
  if (value.type === 'finding') return <p>{t(`compare.finding.${value.finding}`)}</p>
  if (value.type === 'meanDifference')
    return (
      <p>
        <Num from={figure.id}>
          {t(`meanDifference.${value.unit}`, { value: signed(value.value, kit) })}
          {value.low !== undefined && value.high !== undefined
            ? gap + t('meanDifference.range', { low: signed(value.low, kit), high: signed(value.high, kit) })
            : ''}
        </Num>
      </p>
    )
  return null
}

/** Whole numbers from 2 up, one decimal below: more would be false precision. */
const decimalsOf = (value: number) => (Math.abs(value) >= 2 ? 0 : 1)

function plain(value: number, kit: Kit): string {
  return number(roundHalfUp(value, decimalsOf(value)), kit)
}

function signed(value: number, kit: Kit): string {
  const rounded = roundHalfUp(value, decimalsOf(value))
  return signedNumber(rounded, kit.locale)
}

/** Which way a ratio points, in words, and that the people were not counted. */
function ratioSentence(figure: Figure, { t }: Kit): string {
  const reading = readEstimate(figure, null)
  const values = { arm: figure.armWords, words: figure.endpointWords[figure.counts] }
  if (reading.reading === 'clear' && (reading.direction === 'less' || reading.direction === 'more'))
    return t(reading.direction === 'less' ? 'compare.ratioFewer' : 'compare.ratioMore', values)
  return t(reading.reading === 'unclear' ? 'compare.ratioUnclear' : 'compare.ratioOnly')
}

/** People in the picture: the ones both arms share, then the ones this arm has more of, when the gap is clear. */
function picture(index: number, study: StudyView): { on: number; more: number } | null {
  const other = study.shown.length === 2 ? study.shown[1 - index] : undefined
  return litPeople(
    study.shown[index],
    other,
    study.gaps.some((gap) => gap.isPointedOut),
  )
}

function Arm({
  figure,
  index,
  study,
  alike,
  marks,
  kit,
}: {
  figure: Figure
  index: number
  study: StudyView
  alike: readonly Figure[]
  marks: Marks
  kit: Kit
}) {
  const { t } = kit
  const { gap } = punctuationOf(kit.locale)
  const shown = study.shown[index]
  const mark = markOf(figure, marks)
  if (!shown) return null
  const drawn = picture(index, study)
  const words = figure.endpointWords
  const rest = figure.headline === 'bad' ? words.good : words.bad
  const size = groupSize(figure)
  return (
    <div className={`arm ${mark?.tone ?? ''} counts-${figure.headline}`}>
      <p className="named">
        {mark && (
          <span className="badge" aria-hidden="true">
            {mark.letter}
          </span>
        )}
        {alike.map((other) => (
          <span key={other.id} className={markOf(other, marks)?.tone} aria-hidden="true">
            <span className="badge">{markOf(other, marks)?.letter}</span>
          </span>
        ))}
        <span>
          <Words text={figure.armWordsFirst} kit={kit} />
        </span>
      </p>
      <Value figure={figure} shown={shown} kit={kit} />
      {shown.kind !== 'not-people' && (
        <p className="words">{figure.headline === 'bad' ? words.bad : words.good}</p>
      )}
      {drawn && figure.thing === 'people' && shown.kind === 'people' && (
        <People on={drawn.on} more={drawn.more} per={shown.shown.per} kit={kit} />
      )}
      {shown.kind === 'people' && (
        <p className="rest">
          <Num from={figure.id}>
            {t('compare.rest', {
              count: number(shown.other.count, kit),
              per: number(shown.other.per, kit),
              words: rest,
              thing: figure.thing,
            })}
          </Num>
        </p>
      )}
      {size !== null && (
        <p className="rest">
          <Num from={figure.id}>{t('compare.people', { count: number(size, kit), thing: figure.thing })}</Num>
          {size < 50 ? gap + t('compare.small') : ''}
        </p>
      )}
    </div>
  )
}

/** Whether the study could tell the gap from chance, in a sentence. */
export function readingSentence({ reading, arm, isDisputed }: Gap, { t }: Kit): string {
  if (isDisputed) return t(`compare.disputed.${reading.reading === 'clear' ? 'clear' : 'unclear'}`)
  if (reading.reading !== 'untested' && reading.basis === 'computed-range')
    return t(`compare.counted.${reading.reading}`)
  if (reading.reading === 'unclear') return t('compare.unclear')
  if (reading.reading === 'clear')
    return t(arm.design === 'compared-not-randomised' ? 'compare.clearNotByChance' : 'compare.clear')
  if (reading.reason === 'one-sided') return t('compare.oneSided')
  return t(reading.reason === 'p-not-plain' ? 'compare.untestedAlone' : 'compare.untested')
}

/** What the gap is, and whether the study could tell it from chance. Only a clear gap of a fair test is pointed out. */
function GapText({ gap, kit }: { gap: Gap; kit: Kit }) {
  const { t } = kit
  const sentence = gapSentence(gap, kit)
  const { range, exact } = gap
  const figure = <Num from={gap.arm.id}>{sentence}</Num>
  return (
    <div className="flow">
      {sentence && <p className="gap">{gap.isPointedOut ? <mark>{figure}</mark> : figure}</p>}
      {exact && (
        <p className="note">
          <Num from={gap.arm.id}>
            {t('compare.exactBeside', { first: exact.first, second: exact.second, thing: gap.arm.thing })}
          </Num>
        </p>
      )}
      <p>
        {readingSentence(gap, kit)}
        {range.from !== 'none' && gap.difference !== null && (
          <>
            {punctuationOf(kit.locale).gap}
            <Num from={gap.arm.id}>{gapRange(gap, kit)}</Num>
          </>
        )}
      </p>
    </div>
  )
}

function Ranges({ study, kit }: { study: StudyView; kit: Kit }) {
  const { t } = kit
  const rows: RangeLineRow[] = []
  const reasons = new Set<string>()
  const origins = new Set<string>()
  const lines = study.group.arms.map((figure, index) => {
    const shown = study.shown[index]
    if (shown?.kind !== 'people') return null
    const { range } = shown
    if (range.from === 'none') {
      reasons.add(t(`compare.rangeNone.${range.reason}`))
      return null
    }
    origins.add(t(range.from === 'printed' ? 'compare.rangePrinted' : 'compare.rangeComputed'))
    const place = rows.push({
      letter: String(index + 1),
      value: shown.shown.count,
      low: range.low,
      high: range.high,
    })
    return (
      <p key={figure.id}>
        <Num from={figure.id}>
          {study.group.arms.length > 1 ? labelled(`${place}. ${figure.armWordsFirst}`, '', kit.locale) : ''}
          {t('compare.range', {
            low: number(range.low, kit),
            high: number(range.high, kit),
            per: number(study.per, kit),
            thing: figure.thing,
          })}
        </Num>
      </p>
    )
  })
  return (
    <>
      {lines}
      {rows.length > 0 && <RangeLine rows={rows} per={study.per} />}
      {[...origins, ...reasons].map((text) => (
        <p key={text} className="note">
          {text}
        </p>
      ))}
    </>
  )
}

/** What the study is of, who says so, and what is to be known before its numbers are read. */
function StudyHead({
  study,
  kit,
  level,
  isShort,
  standsFor,
  names,
}: Pick<Shown, 'study' | 'kit' | 'level' | 'isShort' | 'standsFor' | 'names'>) {
  const { t, locale } = kit
  const Title = level === 3 ? 'h3' : 'h4'
  const { arms, kind } = study.group
  const { stop, gap, colon } = punctuationOf(locale)
  const first = arms[0]
  if (!first) return null
  const { short, status } = first.sourceShown
  return (
    <header className="flow">
      <Title className="title">
        {names?.length ? listed(names, locale) + colon + gap : null}
        <Words text={first.endpointWords.title} kit={kit} />
        {!names?.length && (
          <span className="sr">
            {colon + gap}
            <span data-plain>{short}</span>
          </span>
        )}
      </Title>
      <p className="note">
        <span data-plain>
          {isShort ? <Link href={`/${locale}/sources/${first.source}`}>{short}</Link> : short}
          {stop}
        </span>
        {gap}
        {t(`design.${first.design}`)}
        {arms.some((arm) => arm.tier === 'B') ? gap + t('source.tierB') : ''}
      </p>
      <div data-status-of={first.source} className="flag" hidden={status === 'current'}>
        <p>
          <strong>{status === 'current' ? '' : t(`source.${status}`)}</strong>
        </p>
      </div>
      {standsFor && <p>{t('compare.standsFor', { names: listed(standsFor, locale) })}</p>}
      {kind === 'single-arm' && <p className="flag">{t('compare.singleArm')}</p>}
      {first.design === 'compared-not-randomised' && <p className="flag">{t('compare.notRandomised')}</p>}
    </header>
  )
}

/** When it was counted, who took part, the range, and how sure we are. */
function StudyFacts({ study, kit }: Pick<Shown, 'study' | 'kit'>) {
  const { t, locale } = kit
  const { arms } = study.group
  const first = arms[0]
  if (!first) return null
  const notes = [...new Set(arms.flatMap((arm) => arm.noteWords))]
  return (
    <dl className="facts">
      <div>
        <dt>{t('compare.time')}</dt>
        <dd>
          <Num from={first.id}>{writeWhen(first, t, true)}</Num>
          {punctuationOf(locale).stop}
        </dd>
      </div>
      <div>
        <dt>{t('compare.who')}</dt>
        <dd>
          <Words text={first.populationWords} kit={kit} />
        </dd>
      </div>
      <div>
        <dt>{t('compare.rangeTitle')}</dt>
        <dd className="flow">
          <Ranges study={study} kit={kit} />
          {!study.shown.some((shown) => shown.kind === 'people') && (
            <p>{t('compare.rangeNone.not-a-share')}</p>
          )}
        </dd>
      </div>
      <div>
        <dt>{t('compare.sure')}</dt>
        <dd>
          <Certainty
            value={first.certainty}
            ratedBy={first.sourceShown.short}
            source={first.source}
            kit={kit}
          />
        </dd>
      </div>
      {notes.length > 0 && (
        <div>
          <dt>{t('compare.notes')}</dt>
          <dd className="flow">
            {notes.map((note) => (
              <p key={note}>
                <Words text={note} kit={kit} />
              </p>
            ))}
          </dd>
        </div>
      )}
    </dl>
  )
}

type Shown = {
  study: StudyView
  marks: Marks
  kit: Kit
  /** Of its heading: one below the heading that it stands under. */
  level?: 3 | 4
  /** The citation leads to the page of the source, and the printed figures are left out. */
  isShort?: boolean
  /** The options it says something about, where a packet may show some first. */
  options?: string | undefined
  /** The same figure of other options, when it stands for several. */
  alike?: readonly Figure[]
  /** The names of those options. */
  standsFor?: readonly string[] | undefined
  /** The options it is about, where the page has several: its heading names them, or all would read the same. */
  names?: readonly string[] | undefined
}

/**
 * One study of a row: its arms side by side, what it says, its range, and how sure we are.
 * An article, not a region: a source can stand several times on a page, and regions must differ by name.
 */
export function Study({
  study,
  marks,
  kit,
  level = 4,
  isShort = false,
  options,
  alike = [],
  standsFor,
  names,
}: Shown) {
  const { arms } = study.group
  const first = arms[0]
  if (!first) return null
  return (
    <article
      className="study"
      aria-label={kit.t('compare.group', { label: first.sourceShown.short })}
      data-source={first.source}
      data-options={options}
    >
      <StudyHead
        study={study}
        kit={kit}
        level={level}
        isShort={isShort}
        standsFor={standsFor}
        names={names}
      />
      <div className="arms">
        {arms.map((figure, index) => (
          <Arm
            key={figure.id}
            figure={figure}
            index={index}
            study={study}
            alike={alike}
            marks={marks}
            kit={kit}
          />
        ))}
      </div>
      <div className="flow">
        {study.gaps.map((gap) => (
          <GapText key={gap.arm.id} gap={gap} kit={kit} />
        ))}
        <StudyFacts study={study} kit={kit} />
      </div>
      {!isShort && <WhereFrom figures={[...arms, ...alike]} kit={kit} />}
    </article>
  )
}
