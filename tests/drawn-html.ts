import {
  defaultTreeAdapter as tree,
  html,
  parseFragment,
  serialize,
  type DefaultTreeAdapterMap,
} from 'parse5'
import { draw } from '@/lib/browser/draw-view'
import { htmlOf, type View } from '@/lib/texts/view'

type Node = DefaultTreeAdapterMap['childNode']

function elementOf(tag: string, space: html.NS) {
  const element = tree.createElement(tag, space, [])
  return Object.assign(element, {
    setAttribute: (name: string, value: string) => void element.attrs.push({ name, value }),
    append: (child: Node) => tree.appendChild(element, child),
  })
}

/** The little of a page that drawing needs, with the nodes of an HTML parser in the place of a browser's. */
const page = {
  createTextNode: (text: string) => tree.createTextNode(text),
  createElement: (tag: string) => elementOf(tag, html.NS.HTML),
  createElementNS: (space: html.NS, tag: string) => elementOf(tag, space),
} as unknown as Parameters<typeof draw>[1]

/** What the browser's drawer makes of a tree, as HTML. */
export function drawnHtml(...views: View[]): string {
  const drawn = tree.createDocumentFragment()
  for (const view of views) tree.appendChild(drawn, draw(view, page) as unknown as Node)
  return serialize(drawn)
}

/** What a browser makes of the HTML that the server's drawer wrote, as HTML again. */
export const servedHtml = (...views: View[]) => serialize(parseFragment(htmlOf(...views)))
