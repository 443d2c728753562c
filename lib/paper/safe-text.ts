/** Controls but line ends, direction overrides, half letters (lone surrogates) and codes that are no characters. */
const unsafe = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff]|\p{Cs}/gu

/**
 * Text as a person typed it, without what no paper can hold: XML forbids controls, a direction override turns the
 * words that follow. Line ends become LF; everything else that is left out becomes a space.
 */
export function safeText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(unsafe, ' ').trim()
}
