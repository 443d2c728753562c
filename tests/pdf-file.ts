/** Reads a PDF file as a reader or a screen reader meets it. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

export type TagNode = { role: string; alt: string | null; children: TagNode[] }
export type PdfFile = {
  bytes: number
  /** The text of each sheet in reading order, a line break where the file breaks the line. */
  sheets: string[]
  /** How far the text of all sheets reaches, and the width of a sheet, in points. */
  reach: { left: number; right: number; width: number }
  title: string | undefined
  language: string | undefined
  /** The tags of each sheet. */
  tags: TagNode[]
  isTagged: boolean
}

type RawNode = { role?: string; alt?: string; children?: RawNode[] }
const tagsOf = ({ role = '', alt, children = [] }: RawNode): TagNode => ({
  role,
  alt: alt ?? null,
  children: children.filter((child) => child.role).map(tagsOf),
})

/** Every node of a tree with one of these roles, in reading order. */
export function withRole(nodes: readonly TagNode[], pattern: RegExp): TagNode[] {
  return nodes.flatMap((node) => [
    ...(pattern.test(node.role) ? [node] : []),
    ...withRole(node.children, pattern),
  ])
}

/** One space for every stretch of white space, so that texts compare whatever the width of their lines. */
export const flat = (text: string) => text.replaceAll(/\s+/g, ' ').trim()

export async function readPdfFile(file: Uint8Array): Promise<PdfFile> {
  // The reader takes the bytes over: it gets a copy.
  const pdf = await getDocument({ data: file.slice(), verbosity: 0 }).promise
  const sheets: string[] = []
  const tags: TagNode[] = []
  const reach = { left: Infinity, right: -Infinity, width: Infinity }
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number)
    const { items } = await page.getTextContent()
    sheets.push(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''))
    reach.width = Math.min(reach.width, page.getViewport({ scale: 1 }).width)
    for (const item of items) {
      if (!('str' in item) || item.str.trim() === '') continue
      const left = Number(item.transform[4])
      reach.left = Math.min(reach.left, left)
      reach.right = Math.max(reach.right, left + item.width)
    }
    tags.push(tagsOf(((await page.getStructTree()) as RawNode | null) ?? {})) // null: a file without tags
  }
  const { info } = (await pdf.getMetadata()) as { info: { Title?: string; Language?: string } }
  const marks = (await pdf.getMarkInfo()) as { Marked?: boolean } | null
  await pdf.destroy()
  return {
    bytes: file.length,
    sheets,
    reach,
    title: info.Title,
    language: info.Language,
    tags,
    isTagged: marks?.Marked === true,
  }
}

/** Every font of the file, and whether its letters lie in it. */
export function listFonts(file: Uint8Array): { name: string; isInside: boolean }[] {
  const text = Buffer.from(file).toString('latin1')
  return [...text.matchAll(/\/Type \/FontDescriptor([\s\S]*?)>>/g)].map(([, inner = '']) => ({
    name: /\/FontName \/(?:[A-Z]{6}\+)?(\S+)/.exec(inner)?.[1] ?? '',
    isInside: /\/FontFile[23]? \d+ 0 R/.test(inner),
  }))
}
