/** What tests look for in HTML that parse5 has read. */
import type { DefaultTreeAdapterTypes as Tree } from 'parse5'

export const isElement = (node: Tree.Node): node is Tree.Element => 'tagName' in node

export const attributeOf = (element: Tree.Element, name: string) =>
  element.attrs.find((attribute) => attribute.name === name)?.value

/** All elements inside a node, in the order of the page. */
export function elementsIn(node: Tree.ParentNode): Tree.Element[] {
  return node.childNodes.flatMap((child) => (isElement(child) ? [child, ...elementsIn(child)] : []))
}

/** All text inside a node, `between` where one node ends and the next begins; nothing of the elements `without`. */
export function textIn(
  node: Tree.Node,
  { between = ' ', without = [] }: { between?: string; without?: readonly string[] } = {},
): string {
  if (node.nodeName === '#comment' || without.includes(node.nodeName)) return ''
  if ('value' in node) return node.value
  return 'childNodes' in node
    ? node.childNodes.map((child) => textIn(child, { between, without })).join(between)
    : ''
}
