/**
 * Reads a finished page that Next made and takes the framework out of it: its scripts, its hints to load them, its
 * copy of the page as data, its comments. With it goes the explanation of a word that the page does not mark after all:
 * the parts of a page are drawn in no fixed order, so none can know what the others marked. Everything else stays byte
 * for byte. Positions come from an HTML parser; nothing is guessed from text.
 */
import { createHash } from 'node:crypto'
import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5'

type Edit = { from: number; to: number; put: string }

/** What stands in one finished page. Offsets are into the page's text. */
export type ReadPage = {
  html: string
  edits: Edit[]
  /** Where a hint to load something early can be put: before the first stylesheet, else the end of `<head>`. */
  hintsAt: number
  links: { element: Tree.Element; address: string; attribute: 'href' | 'src' }[]
  /** The framework's inline scripts, in order. */
  inline: string[]
  /** Inline scripts that are not known to be the framework's: never removed, never allowed to run. */
  strange: string[]
  /** Inline style sheets and `style` attributes: a strict policy switches them off, so there must be none. */
  inlineStyles: number
}

/** The shapes of Next's inline scripts, pinned to the version in package.json: begin, JSON, end. */
const shapes: { begin: string; end: string; isData: boolean }[] = [
  { begin: '(self.__next_f=self.__next_f||[]).push(', end: ')', isData: true },
  { begin: 'self.__next_f.push(', end: ')', isData: true },
  {
    begin: '(globalThis["TURBOPACK"] || (globalThis["TURBOPACK"] = [])).push(',
    end: ');',
    isData: false,
  },
]

/**
 * The data an inline script of Next hands over; `[]` when it hands over nothing; null when it is none of the known
 * shapes. The argument must be JSON from end to end, so that nothing can ride along behind it.
 */
export function readPush(script: string): unknown[] | null {
  for (const { begin, end, isData } of shapes) {
    if (!script.startsWith(begin) || !script.endsWith(end)) continue
    try {
      const value: unknown = JSON.parse(script.slice(begin.length, -end.length))
      return isData && Array.isArray(value) ? value : isData ? null : []
    } catch {
      return null
    }
  }
  return null
}

const attributeOf = (element: Tree.Element, name: string) =>
  element.attrs.find((attribute) => attribute.name === name)?.value

function* elementsAndComments(root: Tree.Document): Generator<Tree.Element | Tree.CommentNode> {
  const waiting: Tree.Node[] = [...root.childNodes].reverse()
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.nodeName === '#comment') yield node as Tree.CommentNode
    if (!('tagName' in node)) continue
    yield node
    const inside = 'content' in node ? node.content.childNodes : node.childNodes
    for (let index = inside.length - 1; index >= 0; index -= 1) {
      const child = inside[index]
      if (child) waiting.push(child)
    }
  }
}

const textOf = (element: Tree.Element) =>
  element.childNodes.map((child) => ('value' in child ? child.value : '')).join('')

/** Script types a browser does not run: they may stay. */
const isDataBlock = (type: string | undefined) =>
  type === 'application/ld+json' || type === 'application/json'

/** Finds what is the framework's in a page, what it links to, and what a strict policy would refuse. */
export function readPage(html: string): ReadPage {
  const page: ReadPage = {
    html,
    edits: [],
    hintsAt: -1,
    links: [],
    inline: [],
    strange: [],
    inlineStyles: 0,
  }
  const cut = (node: Tree.Element | Tree.CommentNode) => {
    const place = node.sourceCodeLocation
    if (place) page.edits.push({ from: place.startOffset, to: place.endOffset, put: '' })
  }
  const explained: Tree.Element[] = []
  const marked = new Set<string>()
  let headEnd = -1
  for (const node of elementsAndComments(parse(html, { sourceCodeLocationInfo: true }))) {
    if (!('tagName' in node)) {
      cut(node)
      continue
    }
    if (node.tagName === 'style' || attributeOf(node, 'style') !== undefined) page.inlineStyles += 1
    if (attributeOf(node, 'class') === 'word') explained.push(node)
    if (attributeOf(node, 'class') === 'term') marked.add(attributeOf(node, 'href')?.slice(1) ?? '')
    if (node.tagName === 'head') headEnd = node.sourceCodeLocation?.endTag?.startOffset ?? -1
    if (node.tagName === 'script') {
      const source = attributeOf(node, 'src')
      if (source?.startsWith('/_next/')) cut(node)
      else if (source !== undefined) page.links.push({ element: node, address: source, attribute: 'src' })
      else if (!isDataBlock(attributeOf(node, 'type'))) {
        const script = textOf(node)
        const isKnown = readPush(script) !== null
        ;(isKnown ? page.inline : page.strange).push(script)
        if (isKnown) cut(node)
      }
    } else if (node.tagName === 'link') {
      const address = attributeOf(node, 'href') ?? ''
      const rel = attributeOf(node, 'rel')
      const isForScript = rel === 'modulepreload' || attributeOf(node, 'as') === 'script'
      if (isForScript && address.startsWith('/_next/')) cut(node)
      else page.links.push({ element: node, address, attribute: 'href' })
      if (rel === 'stylesheet' && page.hintsAt < 0) page.hintsAt = node.sourceCodeLocation?.startOffset ?? -1
    } else if (node.tagName === 'img') {
      page.links.push({ element: node, address: attributeOf(node, 'src') ?? '', attribute: 'src' })
    } else if (node.tagName === 'div' && node.attrs.length === 1 && attributeOf(node, 'hidden') === '') {
      // Next's empty holder for late metadata; its comments fall with it.
      if (node.childNodes.every((child) => child.nodeName === '#comment')) cut(node)
    }
  }
  for (const word of explained) if (!marked.has(attributeOf(word, 'id') ?? '')) cut(word)
  if (page.hintsAt < 0) page.hintsAt = headEnd
  return page
}

/** Applies edits to a text; an edit inside another is part of it. */
function applyEdits(text: string, edits: readonly Edit[]): string {
  const parts: string[] = []
  let at = 0
  for (const { from, to, put } of [...edits].sort((a, b) => a.from - b.from || b.to - a.to)) {
    if (from < at) continue
    parts.push(text.slice(at, from), put)
    at = to
  }
  parts.push(text.slice(at))
  return parts.join('')
}

/**
 * The page without the framework. `rename` gives an address its hashed name (or the same); `hints` are put into
 * the head, before the first stylesheet.
 */
export function withoutFramework(page: ReadPage, rename: (address: string) => string, hints = ''): string {
  const edits = [...page.edits]
  for (const { element, address, attribute } of page.links) {
    const place = element.sourceCodeLocation?.attrs?.[attribute]
    const name = rename(address)
    if (place && name !== address)
      edits.push({ from: place.startOffset, to: place.endOffset, put: `${attribute}="${name}"` })
    // React's note on the order of stylesheets, with the space before it: only the framework reads it.
    const precedence = element.sourceCodeLocation?.attrs?.['data-precedence']
    if (precedence) edits.push({ from: precedence.startOffset - 1, to: precedence.endOffset, put: '' })
  }
  if (hints && page.hintsAt >= 0) edits.push({ from: page.hintsAt, to: page.hintsAt, put: hints })
  return applyEdits(page.html, edits)
}

/** `'sha256-…'` sources for the framework's inline scripts of known shape; strange ones get none and stay blocked. */
export function scriptHashes(page: ReadPage): string[] {
  const hashes = page.inline.map(
    (script) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`,
  )
  return [...new Set(hashes)]
}

/** The page as data (React's wire format) that Next put into inline scripts for its own use. */
export function flightOf(page: ReadPage): Buffer {
  const parts: Buffer[] = []
  for (const script of page.inline) {
    const [kind, data] = readPush(script) ?? []
    if (kind === 1 && typeof data === 'string') parts.push(Buffer.from(data, 'utf8'))
    if (kind === 3 && typeof data === 'string') parts.push(Buffer.from(data, 'base64'))
  }
  return Buffer.concat(parts)
}
