import { describe, expect, test } from 'vitest'
import { languageFonts } from '@/lib/server/build/language-fonts'
import { paperFonts, type scripts } from '@/lib/texts/scripts'

const known = 'abcdefghijklmnopqrstuvwxyz .,'
const make = (script: keyof typeof scripts, text: string) =>
  languageFonts(process.cwd(), 'xx', script, text, known)

describe('a language gets the letters that the fonts of every page lack', () => {
  test('Polish: the letters it needs and no others, in each face, fetched only by a page that has one', async () => {
    const { files, css, missing } = await make('Latn', 'łąka i żółw')
    expect(missing).toEqual([])
    // ó lies in another cut than the rest.
    expect([...files.keys()]).toEqual(
      ['text-400-0', 'text-400-1', 'text-700-0', 'text-700-1', 'headings-600-0', 'headings-600-1'].map(
        (name) => `xx-${name}.woff2`,
      ),
    )
    expect(css.match(/@font-face/g)).toHaveLength(6)
    expect(css).toContain("font-family:'Source Serif';src:url(/fonts/xx-headings-600-1.woff2)")
    for (const letter of 'łążó')
      expect(css).toContain(`U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase()}`)
    expect(css).not.toContain('U+61') // a
  })

  test('Greek comes from its own cut, and a letter of no font of the script is told', async () => {
    const { files, missing } = await make('Grek', 'καρδιά ไ')
    expect([...files.values()].every((file) => file.length > 500)).toBe(true)
    expect(missing).toEqual(['ไ'])
  })

  test('Chinese loads nothing: the fonts of the device, and each letter is held against the font of paper', async () => {
    const { files, css, missing } = await make('Hans', '心力衰竭，“干细胞”。𠮷')
    expect(files.size).toBe(0)
    expect(css).toContain("'PingFang SC'")
    expect(css).not.toContain('url(')
    expect(missing).toEqual(['𠮷'])
  })

  test('a language that needs nothing more has an empty sheet', async () => {
    const { files, css, missing } = await make('Latn', 'only plain words.')
    expect([files.size, css.trim(), missing]).toEqual([0, '', []])
  })
})

test('no two fonts of paper have one name: the PDF maker would look into one only', () => {
  const families = paperFonts.map(({ family }) => family)
  expect(new Set(families).size).toBe(families.length)
})
