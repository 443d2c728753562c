import type { ListedHandout } from '@/lib/handouts/write-handouts'
import type { Translate } from '@/lib/texts/translate'

/** Files to save and print: each handout once on each sheet. */
export function HandoutList({ handouts, t }: { handouts: readonly ListedHandout[]; t: Translate }) {
  return (
    <ul className="list">
      {handouts.map(({ name, title, files }) => (
        <li key={name}>
          {title}:{' '}
          {files.map(({ sheet, path }, index) => (
            <span key={sheet}>
              {index > 0 && ' · '}
              <a href={path} download>
                <span className="sr">{title}, </span>
                {t(`handouts.${sheet}`)} (PDF)
              </a>
            </span>
          ))}
        </li>
      ))}
    </ul>
  )
}
