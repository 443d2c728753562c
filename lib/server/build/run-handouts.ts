/**
 * Writes the handouts of every condition in every language into the folder named by the first argument, as a child of
 * the launcher (`server-only` modules need Node's react-server condition). Tells the parent what it made.
 */
import { listClinics } from '@/lib/clinics/data'
import { givenLine, logoOf } from '@/lib/clinics/given-line'
import { asOneRequest } from '@/lib/db/asked-once'
import { db } from '@/lib/db/client'
import { listConditions } from '@/lib/journey/data'
import { writeWhole } from '@/lib/server/build/made-files'
import type { MadeHandouts } from '@/lib/server/build/make-handouts'
import { makeWithLogo } from '@/lib/server/pdf/pdf-compiler'
import { getHandouts } from '@/lib/handouts/data'
import { handoutPath, withGiver } from '@/lib/handouts/write-handouts'
import type { Paper } from '@/lib/paper/schema'
import { sheets, type Sheet } from '@/lib/paper/typst'
import { locales, translator } from '@/lib/texts/translate'

/** Typst writes the number of pages into the metadata, which is plain text. */
const pagesOf = (file: Uint8Array) =>
  Number(/<xmpTPg:NPages>(\d+)</.exec(Buffer.from(file).toString('latin1'))?.[1] ?? 0)

/** One sheet of paper, both sides of it. */
const mostPages = 2

async function writeAll(folder: string): Promise<MadeHandouts> {
  const made: MadeHandouts = []
  await writeWhole(folder, async (put) => {
    /** False: it has more pages than it may, and is not written. */
    const write = async (paper: Paper, sheet: Sheet, address: string, most = Infinity) => {
      const { file: bytes, isLogoLost } = await makeWithLogo(paper, sheet)
      if (isLogoLost)
        throw new Error(
          `The logo of ${paper.logo?.name} cannot be drawn on its sheets, or makes one larger than 200 kilobytes. ` +
            'Make it smaller, or save it as PNG.',
        )
      const pages = pagesOf(bytes)
      if (pages > most) return false
      put(address.replace(/^\/handouts\//, ''), bytes)
      made.push({ path: address, pages, bytes: bytes.length })
      return true
    }
    for (const locale of locales) {
      const t = translator(locale)
      for (const { id } of await listConditions(locale)) {
        for (const handout of await asOneRequest(() => getHandouts(locale, id))) {
          for (const sheet of sheets) {
            await write(handout.paper, sheet, handoutPath(locale, id, handout.name, sheet))
            for (const clinic of listClinics()) {
              const address = handoutPath(locale, id, handout.name, sheet, clinic.id)
              // Where a sheet is full, the address goes first, then the logo: it takes no more paper than without a clinic.
              const short = givenLine({ ...clinic, address: undefined }, t, locale)
              const forms = [
                withGiver(handout, givenLine(clinic, t, locale), logoOf(clinic)),
                withGiver(handout, short, logoOf(clinic)),
                withGiver(handout, short, null),
              ].flatMap((form) => form ?? [])
              for (const [at, { paper }] of forms.entries()) {
                const isLast = at === forms.length - 1
                if (await write(paper, sheet, address, isLast ? Infinity : mostPages)) break
              }
            }
          }
        }
      }
    }
  })
  return made
}

const folder = process.argv[2]
if (!folder) throw new Error('Name the folder to write the handouts to')
const made = await writeAll(folder)
await db.$disconnect()
process.send?.(made)
