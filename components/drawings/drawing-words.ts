/**
 * The words of one drawing, from the messages (`drawings`). No digits; left and right are the person's own. A line
 * break inside a label is a line break in
 * the picture.
 */
export type DrawingWords<Label extends string = string> = {
  /** Names the drawing. */
  title: string
  /** All that the picture says, for a person who does not see it. */
  alt: string
  /** One or two sentences under the picture. */
  caption: string
  labels: Record<Label, string>
}
