/** What the tests use of a package that ships no types. */
declare module '@citation-js/core' {
  export class Cite {
    constructor(text: unknown, options?: { forceType?: string })
    data: {
      id: string
      title: string
      author?: ({ family: string; given?: string } | { literal: string })[]
    }[]
  }
}
declare module '@citation-js/plugin-ris'
