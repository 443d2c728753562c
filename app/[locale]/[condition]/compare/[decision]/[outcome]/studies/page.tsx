import type { Metadata } from 'next'
import { outcomeParams, outcomeParts } from '@/app/page-parts'
import { AnswerRatings } from '@/components/journey/answer-ratings'
import { MainStudies, Studies } from '@/components/journey/outcome-parts'
import { nextStop } from '@/components/journey/question-page'
import { Opening } from '@/components/layout/opening'
import { SiteFrame } from '@/components/layout/site-frame'
import { WithinStep } from '@/components/layout/within-step'
import { WordsHere } from '@/components/layout/words-here'
import { PickedLine } from '@/components/packets/picked-line'
import Link from '@/components/ui/link'
import { Lines } from '@/components/ui/words'
import { optionsOf, outcomeRow, rowTexts } from '@/lib/journey/outcome-row'
import { decisionHref, findingsHref, optionHref, optionMarks, outcomeHref } from '@/lib/journey/steps'
import { punctuationOf, sentences } from '@/lib/texts/punctuation'

export const dynamicParams = false
export const generateStaticParams = outcomeParams

type Props = PageProps<'/[locale]/[condition]/compare/[decision]/[outcome]/studies'>

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale, t, decision, outcome } = await outcomeParts(props)
  return {
    title: sentences([t('glance.studiesTitle', { question: outcome.question }), decision.name], locale),
    description: t('glance.studiesAbout', { question: outcome.question }),
  }
}

/** The proof of one question: every study of every option, and where each number comes from. */
export default async function StudiesPage(props: Props) {
  const { locale, t, release, kit, termsIn, condition, place, decision, outcome } = await outcomeParts(props)
  const { options } = decision
  const marks = optionMarks(options.map((option) => option.id))
  const pageOf = (option: string) => optionHref(locale, condition.id, option, decision.id)
  const row = outcomeRow(outcome.cells, options, kit.book)
  const next = nextStop({ decision, at: outcome.id, conditionId: condition.id, kit })
  const moreOptions = row.more.map(optionsOf)
  const terms = termsIn(outcome.answer, rowTexts(row, 'all', kit.book))
  const back = {
    href: outcomeHref(locale, condition.id, decision.id, outcome.id),
    name: outcome.question,
  }
  return (
    <SiteFrame locale={locale} t={t} release={release} place={place}>
      <Opening
        title={t('glance.studiesTitle', { question: outcome.question })}
        kit={kit}
        above={
          <>
            <Link href={decisionHref(locale, condition.id, decision.id)}>{decision.name}</Link>{' '}
            <Link href={back.href}>{outcome.question}</Link>
          </>
        }
      />
      <div className="wrap sheet">
        <div className="part">
          <PickedLine conditionId={condition.id} decisionId={decision.id} locale={locale} t={t} />
          <details>
            <summary>{t('glance.inWords')}</summary>
            <div>
              <Lines text={outcome.answer} kit={kit} />
            </div>
          </details>
        </div>
        <section className="part" aria-labelledby="main-studies">
          <h2 id="main-studies">{t('compare.mainStudies')}</h2>
          {row.first.length > 0 && (
            <p>
              {t('compare.chance') + punctuationOf(locale).gap}
              <Link href={`/${locale}/numbers`}>{t('compare.howToRead')}</Link>
            </p>
          )}
          {row.isSeveral && <p className="flag">{t('compare.differentStudies')}</p>}
          <MainStudies row={row} options={options} marks={marks} pageOf={pageOf} kit={kit} />
        </section>
        {row.first.length > 0 && (
          <section className="part" aria-labelledby="how-sure">
            <AnswerRatings
              title={<h2 id="how-sure">{t('ratings.each')}</h2>}
              cells={outcome.cells}
              options={options}
              marks={marks}
              pageOf={pageOf}
              kit={kit}
            />
          </section>
        )}
        {row.more.length > 0 && (
          <section
            className="part"
            aria-labelledby="more-studies"
            data-options={
              moreOptions.every((ids) => ids.length > 0)
                ? [...new Set(moreOptions.flat())].join(' ')
                : undefined
            }
          >
            <h2 id="more-studies" data-plain>
              {t('compare.moreStudies', { count: row.more.length })}
            </h2>
            <p className="screen">{t('compare.moreLead')}</p>
            <Studies studies={row.more} options={options} marks={marks} kit={kit} />
          </section>
        )}
        <p>
          <Link href={findingsHref(locale, condition.id, decision.id)}>{t('findings.link')}</Link>
        </p>
        <WithinStep
          t={t}
          next={next}
          back={back}
          all={{ href: decisionHref(locale, condition.id, decision.id), name: t('compare.all') }}
        />
      </div>
      <WordsHere terms={terms} kit={kit} />
    </SiteFrame>
  )
}
