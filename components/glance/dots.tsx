import { dotsPicture } from '@/lib/glance/dots-picture'

/** Every person of the denominator as a dot. Hidden from screen readers: the text beside it says the same. */
export function Dots({
  on,
  more = 0,
  per,
  isAlone = false,
}: {
  on: number
  more?: number
  per: 100 | 1000
  /** One group only: outlined and hatched, so that it is never taken for half of a pair. */
  isAlone?: boolean
}) {
  const picture = dotsPicture({ on, more }, per)
  return (
    <svg className="dots" viewBox={picture.viewBox} aria-hidden="true" focusable="false" data-per={per}>
      {picture.on && <path className="on" d={picture.on} />}
      {isAlone && picture.strokes && <path className="strokes" d={picture.strokes} />}
      {picture.more && <path className="more" d={picture.more} />}
      {picture.off && <path className="off" d={picture.off} />}
    </svg>
  )
}

/** One lit person, for the sentence that explains the pictures. */
export function LitPerson({ label }: { label: string }) {
  return (
    <svg className="lit" viewBox="0 0 12 12" role="img" aria-label={label} focusable="false">
      <circle className="more" cx="6" cy="6" r="4.5" />
    </svg>
  )
}
