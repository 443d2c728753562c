import type { View } from '@/lib/texts/view'

/** The part of a document that drawing needs: a test hands in its own. */
type Maker = Pick<Document, 'createElement' | 'createTextNode'>

/** The tree as nodes of the page. */
export function draw(view: View, by: Maker = document): Node {
  if (typeof view === 'string') return by.createTextNode(view)
  const element = by.createElement(view.tag)
  for (const [name, value] of Object.entries(view.attrs)) element.setAttribute(name, value)
  for (const child of view.children) element.append(draw(child, by))
  return element
}
