declare module 'subset-font' {
  /** A font that holds only the glyphs of `text`. */
  export default function subsetFont(
    font: Buffer,
    text: string,
    options?: {
      targetFormat?: 'sfnt' | 'woff' | 'woff2'
      noLayoutClosure?: boolean
      noHinting?: boolean
      /** All glyphs instead of those of a text, which is empty then. */
      keepAllGlyphs?: boolean
      /** Entries of the name table to keep, e.g. 1: family. */
      preserveNameIds?: number[]
    },
  ): Promise<Buffer>
}
