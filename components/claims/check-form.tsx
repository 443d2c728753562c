import type { ArticleKit } from '@/lib/claims/article-kit'
import type { Kit } from '@/lib/sentences/kit'
import { writtenNumber } from '@/lib/texts/intl'

/**
 * The form that takes a text. As it stands it posts the text (no script), and says so; check-article.ts takes it
 * over: shows what is marked `script`, hides what is marked `post`, and sends nothing from then on. What a check
 * needs (`data-kit`) comes when the form is first reached: most who open the page only look.
 */
export function CheckForm({
  sample,
  kit,
  text,
}: {
  sample: ArticleKit['sample']
  kit: Kit
  /** What stands in the box already, brought back by our server. */
  text?: string
}) {
  const { t, locale } = kit
  const max = writtenNumber(200_000, locale)
  return (
    <form
      method="post"
      action={`/${locale}/check-an-article`}
      className="part ac-form ac-off-paper"
      data-ac-form=""
      data-kit={`/${locale}/check-an-article/kit`}
      data-working={t('articleCheck.report.working')}
      data-failed={t('articleCheck.report.failed')}
      data-old={t('articleCheck.report.old')}
      data-old-not-kept={t('articleCheck.report.oldNotKept')}
      data-back={t('articleCheck.report.back')}
      data-shared={t('articleCheck.report.shared')}
      data-shared-gone={t('articleCheck.report.sharedGone')}
      aria-labelledby="ac-label"
    >
      <h2>
        <label id="ac-label" htmlFor="ac-text">
          {t('articleCheck.form.label')}
        </label>
      </h2>
      <p id="ac-hint" className="hint">
        {t('articleCheck.form.hint', { max })}
      </p>
      <textarea
        id="ac-text"
        name="text"
        rows={10}
        defaultValue={text}
        aria-describedby="ac-hint ac-where"
        // No autocomplete="off": without scripts, Back from a refused post brings the text again.
        autoCorrect="off"
        // Some browsers send what they spell-check to their maker.
        spellCheck={false}
        data-gramm="false"
        suppressHydrationWarning
      />
      <div id="ac-where">
        <p className="flag" data-ac-when="post">
          {t('articleCheck.form.sent')}
        </p>
        <p className="flag" data-ac-when="script" hidden>
          {t(text === undefined ? 'articleCheck.form.stays' : 'articleCheck.form.staysNow')}
        </p>
      </div>
      <div className="onward">
        <button className="go" type="submit">
          <span data-ac-when="post">{t('articleCheck.form.send')}</span>
          <span data-ac-when="script" hidden>
            {t('articleCheck.form.go')}
          </span>
        </button>
        <button className="go second" type="button" data-ac-when="script" data-ac-do="sample" hidden>
          {t('articleCheck.form.trySample')}
        </button>
        <button className="go second" type="button" data-ac-when="script" data-ac-do="clear" hidden>
          {t('articleCheck.form.clear')}
        </button>
      </div>
      <FileField kit={kit} />
      <p role="status" data-ac="status" className="ac-status" />
      <p data-ac="old" hidden>
        <button className="go" type="button" data-ac-do="renew">
          {t('articleCheck.report.renew')}
        </button>
      </p>
      <progress data-ac="progress" aria-label={t('articleCheck.report.working')} hidden />
      <OtherWays sample={sample} kit={kit} />
    </form>
  )
}

/** A file in the place of a text: read here, by a script. */
function FileField({ kit: { t } }: { kit: Kit }) {
  return (
    <div className="ac-drop" data-ac-when="script" hidden>
      <p>
        <label htmlFor="ac-file">{t('articleCheck.form.file')}</label>
      </p>
      <p id="ac-file-hint" className="hint">
        {t('articleCheck.form.fileHint')}
      </p>
      <input
        id="ac-file"
        type="file"
        accept=".txt,.text,.md,.html,.htm,.pdf,text/plain,text/html,application/pdf"
        aria-describedby="ac-file-hint"
        data-ac="file"
      />
    </div>
  )
}

/** How a photo or what another app shows comes into the box, and the text to try it with. */
function OtherWays({ sample, kit: { t } }: { sample: ArticleKit['sample']; kit: Kit }) {
  return (
    <>
      <details>
        <summary>{t('articleCheck.form.photoTitle')}</summary>
        <div>
          <p>{t('articleCheck.form.photoWhy')}</p>
          <ul className="list">
            <li>{t('articleCheck.form.photoIphone')}</li>
            <li>{t('articleCheck.form.photoOther')}</li>
            <li>{t('articleCheck.form.photoType')}</li>
          </ul>
        </div>
      </details>
      <details data-ac-when="script" hidden>
        <summary>{t('articleCheck.form.shareTitle')}</summary>
        <div>
          <p>{t('articleCheck.form.shareHow')}</p>
          <p>{t('articleCheck.form.shareThen')}</p>
        </div>
      </details>
      <details>
        <summary>{t('articleCheck.form.sampleTitle')}</summary>
        <div>
          <p>
            <strong>{t('articleCheck.form.sampleNote')}</strong>
          </p>
          <p className="own-text">{sample.text.trim()}</p>
        </div>
      </details>
    </>
  )
}

/** Print and copy, shown once there is a result. */
export function ReportTools({ kit: { t } }: { kit: Kit }) {
  return (
    <div className="wrap screen ac-tools" data-ac="tools" hidden>
      <div className="onward">
        <button className="go" type="button" data-ac-do="copy">
          {t('articleCheck.form.copy')}
        </button>
        <button className="go second" type="button" data-ac-do="print">
          {t('articleCheck.form.print')}
        </button>
      </div>
      <textarea
        className="ac-copied"
        rows={8}
        readOnly
        hidden
        data-ac="copied"
        aria-label={t('articleCheck.form.copyLabel')}
      />
    </div>
  )
}
