/**
 * The fonts of PDF files: the static cuts of the installed packages as plain TrueType, which Typst reads (it does not
 * read woff2). Typst puts only the letters that a file uses into it.
 */
import fs from 'node:fs'
import path from 'node:path'
import { fontFamilies } from '@/lib/paper/typst'
import { paperFonts } from '@/lib/texts/scripts'

export type FontWeight = 400 | 600 | 700
type Cut = { from: string; weight: FontWeight; family: string }

const atkinson = 'atkinson-hyperlegible-next'
const serif = 'source-serif-4'
const both = (from: string, family: string): Cut[] =>
  ([400, 700] as const).map((weight) => ({ from, weight, family }))

/** A family for each file: of two files with one name, Typst would look into one only. */
const cuts: Cut[] = [
  ...both('hanken-grotesk/latin', fontFamilies.digits),
  ...both(`${atkinson}/latin`, fontFamilies.text),
  { from: `${serif}/latin`, weight: 600, family: fontFamilies.headings },
  ...paperFonts.flatMap(({ from, family, isOneCut }) => both(from, family).slice(0, isOneCut ? 1 : 2)),
]

/** Where a table of a TrueType font lies; null when it has none of that name. */
function tableOf(font: Buffer, tag: string): { start: number; end: number } | null {
  for (let at = 12, left = font.readUInt16BE(4); left > 0; left -= 1, at += 16) {
    if (font.toString('latin1', at, at + 4) !== tag) continue
    const start = font.readUInt32BE(at + 8)
    return { start, end: start + font.readUInt32BE(at + 12) }
  }
  return null
}

/** Gives a font another family name of the same length, in place. Only Typst reads it; PDF files name fonts by it. */
function rename(font: Buffer, family: string): void {
  const table = tableOf(font, 'name')
  const known = [fontFamilies.digits, fontFamilies.text, fontFamilies.headings]
  const utf16 = (text: string) => Buffer.from(text, 'utf16le').swap16()
  for (const name of known.filter((one) => one !== family && one.length === family.length)) {
    const wanted = utf16(family)
    for (let at = table?.start ?? 0; table && (at = font.indexOf(utf16(name), at)) >= 0 && at < table.end;)
      wanted.copy(font, at)
  }
}

/** The letters that a font has a picture for, from its `cmap` (formats 4 and 12, which all of our fonts use). */
export function lettersOf(font: Buffer): Set<number> {
  const letters = new Set<number>()
  const cmap = tableOf(font, 'cmap')
  if (!cmap) return letters
  for (let index = 0; index < font.readUInt16BE(cmap.start + 2); index += 1) {
    const table = cmap.start + font.readUInt32BE(cmap.start + 8 + index * 8)
    const format = font.readUInt16BE(table)
    if (format === 12) {
      for (let group = 0; group < font.readUInt32BE(table + 12); group += 1) {
        const at = table + 16 + group * 12
        for (let code = font.readUInt32BE(at); code <= font.readUInt32BE(at + 4); code += 1) letters.add(code)
      }
    } else if (format === 4) {
      const double = font.readUInt16BE(table + 6)
      for (let segment = 0; segment < double; segment += 2) {
        const end = font.readUInt16BE(table + 14 + segment)
        const first = font.readUInt16BE(table + 16 + double + segment)
        for (let code = first; code <= end && code < 0xffff; code += 1) letters.add(code)
      }
    }
  }
  return letters
}

/**
 * Where a cut of an installed font lies.
 * @param from `<package of @fontsource>/<cut>`: "source-serif-4/greek"
 */
export function fontFile(root: string, from: string, weight: FontWeight): string {
  const [name = '', part = ''] = from.split('/')
  return path.join(root, 'node_modules/@fontsource', name, `files/${name}-${part}-${weight}-normal.woff2`)
}

/** A font as plain TrueType, whole. @throws when its package is not installed */
export async function readFont(file: string): Promise<Buffer> {
  const { default: subsetFont } = await import('subset-font')
  return subsetFont(fs.readFileSync(file), '', {
    targetFormat: 'sfnt',
    keepAllGlyphs: true,
    noHinting: true,
    preserveNameIds: [1, 2, 4, 16, 17],
  })
}

/**
 * Reads and unpacks the fonts, half a second of work.
 * @param root the project's folder
 * @throws when a font package is not installed
 */
export async function readPdfFonts(root: string): Promise<Uint8Array[]> {
  const files: Uint8Array[] = []
  for (const { from, weight, family } of cuts) {
    const font = await readFont(fontFile(root, from, weight))
    rename(font, family)
    files.push(font)
  }
  return files
}

/**
 * Code points of every letter that can be shown.
 * @param fonts as `readPdfFonts` gives them
 */
export function lettersIn(fonts: readonly Uint8Array[]): ReadonlySet<number> {
  const letters = new Set<number>()
  for (const [at, { family, weight }] of cuts.entries()) {
    // Digits and headings have fonts of their own, in which words are not set.
    const font = fonts[at]
    if (!font || family === fontFamilies.digits || weight === 600) continue
    for (const code of lettersOf(Buffer.from(font.buffer, font.byteOffset, font.byteLength)))
      letters.add(code)
  }
  return letters
}
