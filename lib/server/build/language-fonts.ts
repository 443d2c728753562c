/**
 * The letters of a language that the fonts of every page lack, as font files and a style sheet of its own
 * (`/fonts/<locale>.css`), so that no page in another language loads more. Which fonts: lib/texts/scripts.ts.
 */
import fs from 'node:fs'
import path from 'node:path'
import { fontFile, lettersOf, readFont } from '@/lib/server/pdf/pdf-fonts'
import { paperFonts, scriptOf, type Script } from '@/lib/texts/scripts'

export type LanguageFonts = {
  /** Name → bytes, below /fonts. */
  files: Map<string, Buffer>
  css: string
  /** Letters that no font of the script has: such a language cannot be built. */
  missing: string[]
}

/** The families of app/styles/tokens.css, and which list of a script each takes. */
const faces = [
  { family: 'Atkinson Next', list: 'text', weight: 400 },
  { family: 'Atkinson Next', list: 'text', weight: 700 },
  { family: 'Source Serif', list: 'headings', weight: 600 },
] as const

const asRange = (letters: readonly number[]) =>
  letters.map((code) => `U+${code.toString(16).toUpperCase()}`).join(', ')

/**
 * For letters as wide as they are high: the fonts of the device, more room between lines, no line that begins with a mark
 * where the browser knows how, and the gap between Chinese letters and Latin ones or digits that print has.
 */
export const deviceSheet = (stack: string | undefined): string =>
  stack === undefined
    ? ''
    : `:root{--sans:${stack};--serif:${stack};line-height:1.75;line-break:strict;text-autospace:normal}\n` +
      `h1,h2,h3,h4{line-height:1.35;letter-spacing:0;text-wrap:pretty}\n`

/**
 * @param text everything that the language writes
 * @param known letters that the fonts of every page have
 * @throws when a font package is not installed
 */
export async function languageFonts(
  root: string,
  locale: string,
  script: Script,
  text: string,
  known: string,
): Promise<LanguageFonts> {
  const { device } = scriptOf(script)
  const letters = [...new Set(text.normalize('NFC').replaceAll(/[\s\p{C}]/gu, ''))]
    .filter((letter) => !known.includes(letter))
    .map((letter) => letter.codePointAt(0) ?? 0)
    .sort((a, b) => a - b)
  if (device) {
    // A Greek letter in a Chinese sentence comes from the font of Greek: on paper all fonts are at hand.
    const onPaper = await Promise.all(
      paperFonts.map(async ({ from }) => lettersOf(await readFont(fontFile(root, from, 400)))),
    )
    const open = letters.filter((code) => onPaper.every((has) => !has.has(code)))
    return {
      files: new Map(),
      css: deviceSheet(device),
      missing: open.map((code) => String.fromCodePoint(code)),
    }
  }
  const { default: subsetFont } = await import('subset-font')
  const files = new Map<string, Buffer>()
  const missing = new Set<number>()
  const rules: string[] = []
  for (const { family, list, weight } of faces) {
    let open = letters
    for (const [at, from] of scriptOf(script)[list].entries()) {
      const file = fontFile(root, from, weight)
      const has = lettersOf(await readFont(file))
      const own = open.filter((code) => has.has(code))
      open = open.filter((code) => !has.has(code))
      if (own.length === 0) continue
      const name = `${locale}-${list}-${weight}-${at}.woff2`
      // Letters that join need the font's own rules for it, so these stay.
      const options = { targetFormat: 'woff2', noHinting: true } as const
      files.set(name, await subsetFont(fs.readFileSync(file), String.fromCodePoint(...own), options))
      rules.push(
        `@font-face{font-family:'${family}';src:url(/fonts/${name}) format('woff2');font-weight:${weight};` +
          `font-display:swap;unicode-range:${asRange(own)}}`,
      )
    }
    for (const code of open) missing.add(code)
  }
  return {
    files,
    css: `${rules.join('\n')}\n`,
    missing: [...missing].map((code) => String.fromCodePoint(code)),
  }
}

/** All words files of a language below a content folder, as one text. */
export function wordsIn(content: string, locale: string): string {
  return fs
    .readdirSync(content, { recursive: true, encoding: 'utf8' })
    .filter((file) => path.basename(path.dirname(file)) === `words.${locale}` && file.endsWith('.yaml'))
    .sort()
    .map((file) => fs.readFileSync(path.join(content, file), 'utf8'))
    .join('\n')
}
