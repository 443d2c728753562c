import { foreignText } from '@/lib/paper/safe-text'

/**
 * The narrative of a FHIR resource (XHTML that somebody else wrote) as a small tree of text and plain elements. No
 * attribute survives, so neither style, link, picture nor script can: it is drawn as new elements, never as HTML. Nor do
 * marks that turn the direction of writing: with them 91 reads 19.
 */

/** What of a parsed document is looked at; a browser's `Node` fits, and so does any other tree. */
export type MarkupNode = {
  /** As a browser says it: "P", "#text". */
  nodeName: string
  nodeValue: string | null
  childNodes: ArrayLike<MarkupNode>
}

export const plainTags = [
  'p',
  'div',
  'ul',
  'ol',
  'li',
  'strong',
  'em',
  'h3',
  'h4',
  'table',
  'thead',
  'tbody',
  'tr',
  'th',
  'td',
  'br',
  'blockquote',
  'dl',
  'dt',
  'dd',
] as const
export type PlainTag = (typeof plainTags)[number]
export type Narrative = string | { tag: PlainTag; children: Narrative[] }

/** Ours stand under a second heading of the page. */
const standsFor: Record<string, PlainTag> = {
  b: 'strong',
  i: 'em',
  h1: 'h3',
  h2: 'h3',
  h3: 'h4',
  h5: 'h4',
  h6: 'h4',
  tfoot: 'tbody',
  section: 'div',
  article: 'div',
  pre: 'p',
  caption: 'p',
}
/** Not text that anyone is meant to read. */
const dropped = new Set([
  'script',
  'style',
  'template',
  'head',
  'title',
  'noscript',
  'svg',
  'math',
  'iframe',
  'object',
])
/** Between these and their parts only spaces can stand. */
const noText = new Set<PlainTag>(['table', 'thead', 'tbody', 'tr', 'ul', 'ol', 'dl'])

/** Deeper or larger than any document that a person reads. */
const mostDepth = 40
const mostNodes = 50_000

/** Reads a parsed narrative. What is too deep or too much is left out. */
export function readNarrative(root: MarkupNode): Narrative[] {
  let left = mostNodes
  const walk = (node: MarkupNode, depth: number): Narrative[] => {
    if (depth > mostDepth) return []
    return Array.from(node.childNodes).flatMap((child): Narrative[] => {
      if ((left -= 1) < 0) return []
      if (child.nodeName === '#text') return child.nodeValue ? [foreignText(child.nodeValue)] : []
      const name = child.nodeName.toLowerCase()
      if (name.startsWith('#') || dropped.has(name)) return []
      const tag = standsFor[name] ?? plainTags.find((known) => known === name)
      const children = walk(child, depth + 1)
      if (!tag) return children // a span, a link: its text stays
      if (tag === 'br') return [{ tag, children: [] }]
      const kept = noText.has(tag) ? children.filter((part) => typeof part !== 'string') : children
      return [{ tag, children: kept }]
    })
  }
  return walk(root, 0)
}
