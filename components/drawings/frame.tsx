import { useId, type ReactNode } from 'react'
import type { DrawingWords } from './drawing-words'

/**
 * What every drawing shares: a named group, the picture with a full text alternative, and a caption.
 * A group and not a figure, which prints as a Figure without its text alternative.
 * Left to right even in right-to-left languages: left and right are those of the body.
 * @param height of the drawing, in units of which the width has 320, so that 14-unit words stay readable at 300 px.
 */
export function Frame({
  words,
  height,
  children,
}: {
  words: DrawingWords
  height: number
  children: ReactNode
}) {
  const id = useId()
  return (
    <div className="drawing" role="group" aria-label={words.title}>
      <svg
        role="img"
        aria-labelledby={`${id}alt`}
        viewBox={`0 0 320 ${height}`}
        direction="ltr"
        fill="none"
        stroke="currentColor"
        strokeWidth="2.5"
        strokeLinecap="round"
        strokeLinejoin="round"
        focusable="false"
      >
        <title>{words.title}</title>
        <desc id={`${id}alt`}>{words.alt}</desc>
        {children}
      </svg>
      <p className="caption">{words.caption}</p>
    </div>
  )
}
