import type { View } from '@/lib/texts/view'

/** The part of a document that drawing needs: a test hands in its own. */
type Maker = Pick<Document, 'createElement' | 'createElementNS' | 'createTextNode'>

const svgSpace = 'http://www.w3.org/2000/svg'
/** The tags of pictures that our trees hold. */
const svgTags = new Set(['svg', 'path', 'rect'])

/** The tree as nodes of the page. */
export function draw(view: View, by: Maker = document): Node {
  if (typeof view === 'string') return by.createTextNode(view)
  const element = svgTags.has(view.tag) ? by.createElementNS(svgSpace, view.tag) : by.createElement(view.tag)
  for (const [name, value] of Object.entries(view.attrs)) element.setAttribute(name, value)
  for (const child of view.children) element.append(draw(child, by))
  return element
}
