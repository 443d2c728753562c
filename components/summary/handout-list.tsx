import type { ListedHandout } from '@/lib/handouts/write-handouts'
import { labelled, punctuationOf, remarked } from '@/lib/texts/punctuation'
import type { Translate } from '@/lib/texts/translate'

/** A file on each sheet. `of` says which, to a person who hears the page. */
function Files({
  files,
  of,
  locale,
  t,
}: {
  files: ListedHandout['files']
  of: string
  locale: string
  t: Translate
}) {
  const { comma, gap } = punctuationOf(locale)
  return files.map(({ sheet, path }, index) => (
    <span key={sheet}>
      {index > 0 && ' · '}
      <a href={path} download>
        <span className="sr">{of + comma + gap}</span>
        {remarked(t(`handouts.${sheet}`), 'PDF', locale)}
      </a>
    </span>
  ))
}

/** Files to save and print: each handout once on each sheet, and its long form. */
export function HandoutList({
  handouts,
  locale,
  t,
}: {
  handouts: readonly ListedHandout[]
  locale: string
  t: Translate
}) {
  const { comma, stop, gap } = punctuationOf(locale)
  return (
    <ul className="list">
      {handouts.map(({ name, title, files, long }) => (
        <li key={name}>
          {labelled(title, '', locale)}
          <Files files={files} of={title} locale={locale} t={t} />
          {long && (
            <>
              {stop + gap + labelled(long.title, '', locale)}
              <Files files={long.files} of={title + comma + gap + long.title} locale={locale} t={t} />
            </>
          )}
        </li>
      ))}
    </ul>
  )
}
