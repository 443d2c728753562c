/** How much may wait for the thread that makes PDF files: so many files, and so many characters of their data. */

/** Thrown when so much waits that one more would come too late. Ask again in `pdfBusySeconds`. */
export class PdfBusyError extends Error {}
export const pdfBusySeconds = '10'

/**
 * A summary takes a tenth of a second, the dearest form that is taken (64 kB in lines of one letter) a second and more:
 * the last one waits some ten seconds on a calm machine.
 */
const mostFiles = 40
const mostCharacters = 600_000

export type PdfQueue = <Value>(characters: number, make: () => Promise<Value>) => Promise<Value>

/** Whoever comes alone may be as long as a form is. @throws PdfBusyError */
export function makePdfQueue(): PdfQueue {
  const held = { files: 0, characters: 0 }
  return async (characters, make) => {
    if (held.files >= mostFiles || (held.files > 0 && held.characters + characters > mostCharacters))
      throw new PdfBusyError()
    held.files += 1
    held.characters += characters
    try {
      return await make()
    } finally {
      held.files -= 1
      held.characters -= characters
    }
  }
}
