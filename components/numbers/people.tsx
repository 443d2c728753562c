import { peoplePicture } from '@/lib/numbers/people-picture'
import { shortPath } from '@/lib/numbers/short-path'

/** Every person of the denominator. Hidden from screen readers: the text beside it says the same. */
export function People({ on, more = 0, per }: { on: number; more?: number; per: 100 | 1000 }) {
  const picture = peoplePicture({ on, more }, per)
  return (
    <div className="people">
      <svg viewBox={picture.viewBox} aria-hidden="true" focusable="false">
        {picture.on && <path className="on" d={shortPath(picture.on)} />}
        {picture.tiles && <path className="tile" d={shortPath(picture.tiles)} />}
        {picture.more && <path className="more" d={shortPath(picture.more)} />}
        {picture.off && <path className="off" d={shortPath(picture.off)} />}
      </svg>
    </div>
  )
}
