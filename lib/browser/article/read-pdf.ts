/**
 * Reads the text layer of a PDF in this browser with pdf.js (Mozilla), which is fetched from our own site when
 * someone chooses a PDF, and never before. Everything is capped: a file made to exhaust a device ends in a word.
 */

export const mostPdfBytes = 20 * 1024 * 1024
const mostPages = 300
const mostMs = 30_000

export type ReadPdf =
  /** `pages`: set when only the first pages were read. */
  | { ok: true; text: string; pages?: { read: number; of: number } }
  | { ok: false; why: 'pdf' | 'pdf-large' | 'pdf-locked' | 'pdf-picture' | 'pdf-slow' | 'unreadable' }

/** The part of pdf.js that is used here. */
type PdfJs = {
  GlobalWorkerOptions: { workerSrc: string }
  getDocument: (options: Record<string, unknown>) => {
    promise: Promise<{ numPages: number; getPage: (at: number) => Promise<Page> }>
    destroy: () => Promise<void>
  }
}
/** `height`: of the letters; `transform[5]`: how far above the foot of the page they stand. */
type PdfItem = { str?: string; hasEOL?: boolean; height?: number; transform?: number[] }
type Page = {
  getTextContent: () => Promise<{ items: PdfItem[] }>
  cleanup: () => void
}

const reader = '/pdf/pdf.js'
const readerWorker = '/pdf/pdf-worker.js'

/** The pieces of a page as text. Small raised digits after a word are a reference, and written as one: "[12]". */
export function textOfItems(items: readonly PdfItem[]): string {
  let text = ''
  let line: PdfItem | null = null
  for (const item of items) {
    const { str = '', hasEOL, height = 0, transform } = item
    const isRaised =
      line !== null &&
      height > 0 &&
      height < (line.height ?? 0) * 0.85 &&
      (transform?.[5] ?? 0) > (line.transform?.[5] ?? 0) + (line.height ?? 0) * 0.15
    const isReference =
      isRaised && /^\s*\d{1,3}(?:\s*[,;–-]\s*\d{1,3})*\s*$/.test(str) && /[\p{L}.,;:)]$/u.test(text)
    text += isReference ? `[${str.replace(/\s/g, '')}]` : str
    if (hasEOL) text += '\n'
    if (str.trim() !== '' && !isRaised) line = item
  }
  return text
}

/**
 * A PDF ends every printed line: only a line that ends a sentence ends one here. A word cut at a line end stays
 * so: whether it is a compound, only the check can tell (lib/claims/normalise.ts).
 */
function joinLines(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trimEnd()) // not by pattern: a million spaces would take a pattern for ever
    .join('\n')
    .replace(/([^.!?:\n\u00ad\u2010-])\n(?!\n)/g, '$1 ')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

/**
 * The words of a PDF, page by page, up to `mostCharacters`.
 * @param onPage called before each page with its number and how many there are
 */
export async function readPdf(
  file: File,
  mostCharacters: number,
  onPage: (page: number, of: number) => void,
): Promise<ReadPdf> {
  if (file.size > mostPdfBytes) return { ok: false, why: 'pdf-large' }
  let pdfjs: PdfJs
  try {
    pdfjs = (await import(/* webpackIgnore: true */ reader)) as PdfJs
  } catch {
    return { ok: false, why: 'pdf' }
  }
  pdfjs.GlobalWorkerOptions.workerSrc = readerWorker
  const task = pdfjs.getDocument({
    data: new Uint8Array(await file.arrayBuffer()),
    // Only the words are wanted: no code made from the file, no pictures, no fonts, nothing fetched.
    isEvalSupported: false,
    enableXfa: false,
    disableFontFace: true,
    useSystemFonts: false,
    maxImageSize: 1,
    stopAtErrors: false,
    verbosity: 0,
  })
  let isLate = false
  let giveUp: (reason: Error) => void = () => {}
  const late = new Promise<never>((_, reject) => (giveUp = reject))
  const timer = setTimeout(() => {
    isLate = true
    giveUp(new Error('too slow'))
  }, mostMs)
  try {
    let pages: { read: number; of: number } | undefined
    const read = async (): Promise<string> => {
      const pdf = await task.promise
      const last = Math.min(pdf.numPages, mostPages)
      if (last < pdf.numPages) pages = { read: last, of: pdf.numPages }
      let text = ''
      for (let at = 1; at <= last && text.length <= mostCharacters && !isLate; at++) {
        onPage(at, last)
        const page = await pdf.getPage(at)
        const { items } = await page.getTextContent()
        text += `${textOfItems(items)}\n\n`
        page.cleanup()
      }
      return joinLines(text.slice(0, mostCharacters + 1))
    }
    const text = await Promise.race([read(), late])
    return text === '' ? { ok: false, why: 'pdf-picture' } : { ok: true, text, ...(pages && { pages }) }
  } catch (error) {
    if (isLate) return { ok: false, why: 'pdf-slow' }
    const isLocked = error instanceof Error && error.name === 'PasswordException'
    return { ok: false, why: isLocked ? 'pdf-locked' : 'unreadable' }
  } finally {
    clearTimeout(timer)
    void task.destroy()
  }
}
