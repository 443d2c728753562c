declare module 'subset-font' {
  /** A font that holds only the glyphs of `text`. */
  export default function subsetFont(
    font: Buffer,
    text: string,
    options?: { targetFormat?: 'sfnt' | 'woff' | 'woff2'; noLayoutClosure?: boolean; noHinting?: boolean },
  ): Promise<Buffer>
}
