/** Controls but line ends, direction overrides, half letters (lone surrogates) and codes that are no characters. */
const unsafe = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff]|\p{Cs}/gu

const withoutUnsafe = (text: string) => text.replace(/\r\n?/g, '\n').replace(unsafe, ' ')

/**
 * Text as a person typed it, without what no paper can hold: XML forbids controls, a direction override turns the
 * words that follow. Line ends become LF; everything else that is left out becomes a space.
 */
export function safeText(text: string): string {
  return withoutUnsafe(text).trim()
}

/**
 * A stretch of text that somebody else sent, not trimmed: besides what {@link safeText} takes out, every mark that
 * hints at a direction goes, too. The person's own words keep those; in a stranger's they can make 91 read 19.
 */
export function foreignText(text: string): string {
  return withoutUnsafe(text).replace(/\p{Bidi_Control}/gu, ' ')
}

/**
 * A text of at most `most` lines: what comes after goes on in the last one, so that no word is lost. Each line costs the
 * setter as much as a paragraph.
 */
export function withFewLines(text: string, most: number): string {
  const lines = text.split('\n')
  if (lines.length <= most) return text
  const rest = lines.slice(most - 1).filter((line) => line.trim() !== '')
  return [...lines.slice(0, most - 1), rest.join(' ')].join('\n')
}
