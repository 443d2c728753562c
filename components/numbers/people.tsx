import { peoplePicture } from '@/lib/numbers/people-picture'

/** Every person of the denominator. Hidden from screen readers: the text beside it says the same. */
export function People({ on, more = 0, per }: { on: number; more?: number; per: 100 | 1000 }) {
  const picture = peoplePicture({ on, more }, per)
  return (
    <div className="people">
      <svg viewBox={picture.viewBox} aria-hidden="true" focusable="false">
        {picture.on && <path className="on" d={picture.on} />}
        {picture.tiles && <path className="tile" d={picture.tiles} />}
        {picture.more && <path className="more" d={picture.more} />}
        {picture.off && <path className="off" d={picture.off} />}
      </svg>
    </div>
  )
}
