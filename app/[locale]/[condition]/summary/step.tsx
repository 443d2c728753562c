import { notFound } from 'next/navigation'
import { answeredStep, type AnsweredProps } from '@/app/answered'
import { FormNotices } from '@/components/layout/form-notices'
import { Onward } from '@/components/layout/onward'
import { Opening } from '@/components/layout/opening'
import { SiteFrame } from '@/components/layout/site-frame'
import { HiddenAnswers } from '@/components/summary/hidden-answers'
import { PdfForm } from '@/components/summary/pdf-form'
import { SummarySheet } from '@/components/summary/summary-sheet'
import { SummaryTools } from '@/components/summary/summary-tools'
import Link from '@/components/ui/link'
import { stepHref, visitHref } from '@/lib/journey/steps'
import { getSummaryParts } from '@/lib/summary/data'

/** Step 7, built ahead (filled by our small module from the tab) or made for one posted form. */
export async function Summary(props: AnsweredProps) {
  const { isAnswered } = props
  const { locale, t, release, kit, condition, place, answers, leftOut, tooLong } = await answeredStep(
    props,
    'summary',
  )
  const parts = await getSummaryParts(locale, condition.id)
  if (!parts) notFound()
  return (
    <SiteFrame
      locale={locale}
      t={t}
      release={release}
      place={place}
      {...(isAnswered ? { answersForm: 'summary-form' } : {})}
    >
      <Opening title={parts.title} lead={parts.lead} kit={{ ...kit, terms: null }} />
      <div className="wrap sheet">
        <FormNotices t={t} leftOut={leftOut} tooLong={tooLong} />
        {isAnswered && <p className="card screen">{t('summary.noJs')}</p>}
        <SummaryTools t={t} isAnswered={isAnswered} shareHref={`/${locale}/${condition.id}/share`} />
        <PdfForm
          locale={locale}
          conditionId={condition.id}
          labels={{ a4: t('summary.pdf'), letter: t('summary.pdfLetter'), hint: t('summary.pdfHint') }}
          className={isAnswered ? '' : 'needs-js'}
          data-send=""
        >
          {isAnswered && <HiddenAnswers answers={answers} except={[]} />}
        </PdfForm>
        <SummarySheet parts={parts} answers={answers} />
        {isAnswered && (
          <form
            method="post"
            id="summary-form"
            className="onward"
            action={stepHref(locale, condition.id, 'matters')}
          >
            <HiddenAnswers answers={answers} except={[]} />
            <button className="go second" type="submit">
              {t('summary.change')}
            </button>
          </form>
        )}
        <p className="screen">
          <Link href={visitHref(locale, condition.id)}>{t('visit.open')}</Link>
        </p>
        {!isAnswered && <Onward locale={locale} t={t} conditionId={condition.id} step="summary" />}
      </div>
    </SiteFrame>
  )
}
