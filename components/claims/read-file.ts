/** Reads a file that someone chose or dropped, in this browser. Nothing in it runs and nothing it names is loaded. */

import { readPdf, type ReadPdf } from '@/components/claims/read-pdf'

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
    let next: Node | null = silent.has(name) ? null : node.firstChild
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

/** The encoding a text file says or shows: a byte order mark, else UTF-8, else the old Western one. */
function decode(bytes: ArrayBuffer): string {
  const [first, second] = new Uint8Array(bytes)
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  const text = new TextDecoder('utf-8').decode(bytes)
  return (text.match(/\ufffd/g)?.length ?? 0) > Math.max(2, text.length / 500)
    ? new TextDecoder('windows-1252').decode(bytes)
    : text
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
    const raw = decode(await file.slice(0, mostFileBytes).arrayBuffer())
    const text = isHtml ? textOfHtml(raw) : raw
    return text.trim() === '' ? { ok: false, why: 'empty' } : { ok: true, text }
  } catch {
    return { ok: false, why: 'unreadable' }
  }
}
