/** The text with its first letter as at the start of a sentence. */
export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** The text with its first letter as inside a sentence. */
export const uncapital = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)
