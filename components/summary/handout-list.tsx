import type { ListedHandout } from '@/lib/handouts/write-handouts'
import type { Translate } from '@/lib/texts/translate'

/** A file on each sheet. `of` says which, to a person who hears the page. */
function Files({ files, of, t }: { files: ListedHandout['files']; of: string; t: Translate }) {
  return files.map(({ sheet, path }, index) => (
    <span key={sheet}>
      {index > 0 && ' · '}
      <a href={path} download>
        <span className="sr">{of}, </span>
        {t(`handouts.${sheet}`)} (PDF)
      </a>
    </span>
  ))
}

/** Files to save and print: each handout once on each sheet, and its long form. */
export function HandoutList({ handouts, t }: { handouts: readonly ListedHandout[]; t: Translate }) {
  return (
    <ul className="list">
      {handouts.map(({ name, title, files, long }) => (
        <li key={name}>
          {title}: <Files files={files} of={title} t={t} />
          {long && (
            <>
              {'. '}
              {long.title}: <Files files={long.files} of={`${title}, ${long.title}`} t={t} />
            </>
          )}
        </li>
      ))}
    </ul>
  )
}
