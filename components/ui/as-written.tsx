import { asWritten } from '@/lib/texts/languages'

/**
 * A line of the page's language with words of the first language in its gap, marked as such.
 * @param line the message, its gap filled with itself: `t('compare.asPrinted', { text: '{text}' })`
 */
export function AsWritten({
  line,
  gap,
  written,
  locale,
}: {
  line: string
  gap: string
  written: string
  locale: string
}) {
  const attributes = asWritten(locale)
  if (!attributes.lang) return line.replace(gap, () => written)
  const [before = '', after = ''] = line.split(gap)
  return (
    <>
      {before}
      <span {...attributes}>{written}</span>
      {after}
    </>
  )
}
