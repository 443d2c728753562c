/**
 * Writing systems (ISO 15924) and the fonts that hold their letters, each as `<package of @fontsource>/<cut>`, in the order
 * in which a letter is looked for. A language names its script in lib/texts/languages.ts; the letters of English and
 * Spanish are in the fonts that every page has. A new script is a row here, and its package in package.json.
 */
type ScriptFonts = {
  /** On screens, for what is read and for headings. Made into files by lib/server/build/language-fonts.ts. */
  text: readonly string[]
  headings: readonly string[]
  /**
   * On paper, where anybody may write anything: all of them are always at hand. `family` as the PDF maker knows it: the
   * font's own name or, for one of several files of a family, a name of the same length (lib/server/pdf/pdf-fonts.ts).
   * `before`: letters for which it goes before the text's own font, which would build them from two parts. `isOneCut`: bold is
   * the same cut with a line around it (lib/paper/typst.ts).
   */
  paper: readonly { from: string; family: string; before?: string; isOneCut?: boolean }[]
  /** For a script of thousands of letters: on screens the device's own fonts, and nothing to load. CSS, best first. */
  device?: string
  /** Marks that look otherwise in this script than in the fonts before its own: on paper they come from its own font. */
  ownMarks?: { family: string; letters: string }
}

export const scripts = {
  Latn: {
    text: [
      'atkinson-hyperlegible-next/latin',
      'atkinson-hyperlegible-next/latin-ext',
      'source-serif-4/vietnamese',
    ],
    headings: ['source-serif-4/latin', 'source-serif-4/latin-ext', 'source-serif-4/vietnamese'],
    paper: [
      { from: 'atkinson-hyperlegible-next/latin-ext', family: 'Atkinson Hyperlegible NexX', before: 'Ā-ɏ' },
      { from: 'source-serif-4/latin-ext', family: 'Source Serif X' },
      { from: 'source-serif-4/vietnamese', family: 'Source Serif V', before: 'Ạ-ỹ' },
    ],
  },
  Grek: {
    text: ['source-serif-4/greek'],
    headings: ['source-serif-4/greek'],
    paper: [{ from: 'source-serif-4/greek', family: 'Source Serif G' }],
  },
  Cyrl: {
    text: ['source-serif-4/cyrillic', 'source-serif-4/cyrillic-ext'],
    headings: ['source-serif-4/cyrillic', 'source-serif-4/cyrillic-ext'],
    paper: [
      { from: 'source-serif-4/cyrillic', family: 'Source Serif C' },
      { from: 'source-serif-4/cyrillic-ext', family: 'Source Serif D' },
    ],
  },
  // Chinese as it is written in mainland China: marks as wide as a letter, and no gap between sentences (GB/T 15834).
  Hans: {
    text: [],
    headings: [],
    device:
      "'PingFang SC', 'HarmonyOS Sans SC', 'MiSans', 'Noto Sans CJK SC', 'Noto Sans SC', 'Source Han Sans SC', " +
      "'Microsoft YaHei', 'WenQuanYi Micro Hei', sans-serif",
    paper: [{ from: 'noto-sans-sc/chinese-simplified', family: 'Noto Sans SC', isOneCut: true }],
    ownMarks: { family: 'Noto Sans SC', letters: '‘’“”—…·' },
  },
} as const satisfies Record<string, ScriptFonts>

export type Script = keyof typeof scripts

/** The fonts of paper of every script, in the order of the rows. */
export const paperFonts: ScriptFonts['paper'] = Object.values(scripts).flatMap(
  ({ paper }): ScriptFonts['paper'] => [...paper],
)

/** What one script needs. */
export const scriptOf = (script: Script): ScriptFonts => scripts[script]
