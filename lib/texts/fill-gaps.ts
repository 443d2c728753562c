/** Fills `{name}` gaps. A key or a gap that is not there shows itself, so that a test sees it. */
export function fillGaps(
  words: Readonly<Record<string, string>>,
  key: string,
  values: Readonly<Record<string, string | number>> = {},
): string {
  return (words[key] ?? key).replace(/\{(\w+)\}/g, (gap, name: string) => String(values[name] ?? gap))
}
