import type { Source } from '@/lib/sources/schema'

/**
 * A title or a journal as paper shows it: Chinese letters give way to the translation that stands behind them, which
 * more readers can read. "肝衰竭诊治指南 [Guideline for liver failure]" becomes "Guideline for liver failure". A name
 * without a translation stays as it is.
 */
export function paperName(name: string): string {
  const plain = name.replaceAll('≥', 'at least ')
  if (!/\p{Script=Han}/u.test(plain)) return plain
  return /[[(]([^[\]()]*\p{Script=Latin}{3}[^[\]()]*)[\])]$/u.exec(plain)?.[1] ?? plain
}

/** A source with its names as paper shows them. */
export const onPaper = <Named extends Pick<Source, 'title' | 'container'>>(source: Named): Named => ({
  ...source,
  title: paperName(source.title),
  container: source.container === null ? null : paperName(source.container),
})
