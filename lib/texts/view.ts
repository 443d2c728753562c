/**
 * What a page shows as a tree of elements, made once for both ways to show it: as HTML on the server (a posted form) and
 * by plain DOM calls in the browser. Texts go in as text nodes only; only `htmlOf` makes HTML, and escapes them.
 */
export type View = string | { tag: string; attrs: Record<string, string>; children: View[] }

export const h = (tag: string, attrs: Record<string, string>, ...children: View[]): View => ({
  tag,
  attrs,
  children,
})

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escape = (text: string) => text.replace(/[&<>"]/g, (mark) => escapes[mark] ?? mark)

/** Tags that have no end. */
const withoutEnd = new Set(['img'])

/** The tree as HTML. Texts and attributes are escaped; the names of tags and attributes are ours. */
export function htmlOf(...views: View[]): string {
  const parts: string[] = []
  const write = (one: View): void => {
    if (typeof one === 'string') {
      parts.push(escape(one))
      return
    }
    const attrs = Object.entries(one.attrs).map(([name, value]) => ` ${name}="${escape(value)}"`)
    parts.push(`<${one.tag}${attrs.join('')}>`)
    one.children.forEach(write)
    if (!withoutEnd.has(one.tag)) parts.push(`</${one.tag}>`)
  }
  views.forEach(write)
  return parts.join('')
}
