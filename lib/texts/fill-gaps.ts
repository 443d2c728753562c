/** Fills the `{name}` gaps of one text. A gap without a value shows itself, so that a test sees it. */
export const fillText = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (gap, name: string) => String(values[name] ?? gap))

/** Fills `{name}` gaps. A key or a gap that is not there shows itself, so that a test sees it. */
export function fillGaps(
  words: Readonly<Record<string, string>>,
  key: string,
  values: Readonly<Record<string, string | number>> = {},
): string {
  return fillText(words[key] ?? key, values)
}
