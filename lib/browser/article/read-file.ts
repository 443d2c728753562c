/** Reads a file that someone chose or dropped, in this browser. Nothing in it runs and nothing it names is loaded. */

import { readPdf, type ReadPdf } from '@/lib/browser/article/read-pdf'
import { decodeText } from '@/lib/claims/decode'

/** What is read of a file at the most, in bytes: 200,000 characters with all the markup around them. */
export const mostFileBytes = 5 * 1024 * 1024

export type ReadFile =
  | Extract<ReadPdf, { ok: true }>
  | { ok: false; why: Extract<ReadPdf, { ok: false }>['why'] | 'kind' | 'empty' }

const blocks = new Set(
  'address article aside blockquote br dd div dl dt figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table td th tr ul'.split(
    ' ',
  ),
)
const silent = new Set(
  'script style noscript template head svg math iframe object select textarea'.split(' '),
)

/** A raised number after a word; after a number it is a power. */
function isReference(node: Node): boolean {
  const before = node.previousSibling?.textContent ?? ''
  return (
    /^\s*\[?\d{1,3}(?:\s*[,;–-]\s*\d{1,3})*\]?\s*$/.test(node.textContent ?? '') && !/\d\s*$/.test(before)
  )
}

/**
 * The words of a web page, block by block. The parser makes a document without a window: scripts do not run and
 * pictures do not load. Walks without recursion, so that deep nesting cannot overflow the stack.
 */
export function textOfHtml(html: string): string {
  const page = new DOMParser().parseFromString(html, 'text/html')
  const out: string[] = []
  let node: Node | null = page.body
  const root = node
  while (node) {
    const name = node.nodeName.toLowerCase()
    if (node.nodeType === Node.TEXT_NODE) out.push((node.nodeValue ?? '').replace(/\s+/g, ' '))
    else if (blocks.has(name)) out.push('\n')
    // Marked as a reference: glued to its word it would be read as part of it.
    else if (name === 'sup' && isReference(node))
      out.push(`[${(node.textContent ?? '').replace(/[[\]\s]/g, '')}]`)
    let next: Node | null = silent.has(name) || (name === 'sup' && isReference(node)) ? null : node.firstChild
    while (!next && node && node !== root) {
      if (blocks.has(node.nodeName.toLowerCase())) out.push('\n')
      next = node.nextSibling
      if (!next) node = node.parentNode
    }
    node = next
  }
  return out
    .join('')
    .replace(/[ \t]*\n\s*/g, '\n\n')
    .trim()
}

/** Reads a .txt, .html or .pdf file; other kinds are refused by name, so that nobody waits for nonsense. */
export async function readArticleFile(
  file: File,
  mostCharacters: number,
  onPage: (page: number, of: number) => void,
): Promise<ReadFile> {
  const name = file.name.toLowerCase()
  if (name.endsWith('.pdf') || file.type === 'application/pdf') return readPdf(file, mostCharacters, onPage)
  const isHtml = /\.(html?|xhtml)$/.test(name) || file.type === 'text/html'
  if (!isHtml && !/\.(txt|text|md)$/.test(name) && !file.type.startsWith('text/'))
    return { ok: false, why: 'kind' }
  try {
    const raw = decodeText(new Uint8Array(await file.slice(0, mostFileBytes).arrayBuffer()), file.type)
    const text = isHtml ? textOfHtml(raw) : raw
    return text.trim() === '' ? { ok: false, why: 'empty' } : { ok: true, text }
  } catch {
    return { ok: false, why: 'unreadable' }
  }
}
