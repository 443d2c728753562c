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
import { makeMany, type MakeOne } from '@/lib/server/pdf/pdf-compiler'
import { getHandouts } from '@/lib/handouts/data'
import { handoutPath, withGiver } from '@/lib/handouts/write-handouts'
import type { Paper } from '@/lib/paper/schema'
import { sheets, type Sheet } from '@/lib/paper/typst'
import { locales, translator, type Locale } from '@/lib/texts/translate'

/** Typst writes the number of pages into the metadata, which is plain text. */
const pagesOf = (file: Uint8Array) =>
  Number(/<xmpTPg:NPages>(\d+)</.exec(Buffer.from(file).toString('latin1'))?.[1] ?? 0)

/** One sheet of paper, both sides of it. */
const mostPages = 2

/** A file to make. `forms`: the same paper ever shorter; the first that fits on one sheet is taken, or else the last. */
type Asked = { forms: Paper[]; sheet: Sheet; address: string }

/** Every handout of every condition, on every sheet and from every clinic, in one language. */
async function handoutsIn(locale: Locale): Promise<Asked[]> {
  const t = translator(locale)
  const asked: Asked[] = []
  for (const { id } of await listConditions(locale)) {
    for (const handout of await asOneRequest(() => getHandouts(locale, id))) {
      for (const sheet of sheets) {
        asked.push({ forms: [handout.paper], sheet, address: handoutPath(locale, id, handout.name, sheet) })
        for (const clinic of listClinics()) {
          // Where a sheet is full, the address goes first, then the logo: it takes no more paper than without a clinic.
          const short = givenLine({ ...clinic, address: undefined }, t, locale)
          const forms = [
            withGiver(handout, givenLine(clinic, t, locale), logoOf(clinic)),
            withGiver(handout, short, logoOf(clinic)),
            withGiver(handout, short, null),
          ].flatMap((form) => form?.paper ?? [])
          const address = handoutPath(locale, id, handout.name, sheet, clinic.id)
          if (forms.length) asked.push({ forms, sheet, address })
        }
      }
    }
  }
  return asked
}

type Made = { path: string; pages: number; file: Uint8Array }

/** The first form that fits on one sheet of paper, or the last. @throws when a clinic's logo cannot be drawn */
async function makeShortest({ forms, sheet, address: path }: Asked, make: MakeOne): Promise<Made> {
  let made: Made = { path, pages: 0, file: new Uint8Array() }
  for (const paper of forms) {
    const { file, isLogoLost } = await make(paper, sheet)
    if (isLogoLost)
      throw new Error(
        `The logo of ${paper.logo?.name} cannot be drawn on its sheets, or makes one larger than 200 kilobytes. ` +
          'Make it smaller, or save it as PNG.',
      )
    made = { path, pages: pagesOf(file), file }
    if (made.pages <= mostPages) break
  }
  return made
}

async function writeAll(folder: string): Promise<MadeHandouts> {
  const asked: Asked[] = []
  for (const locale of locales) asked.push(...(await handoutsIn(locale)))
  const made = await makeMany(asked, makeShortest)
  await writeWhole(folder, async (put) => {
    for (const { path, file } of made) put(path.replace(/^\/handouts\//, ''), file)
  })
  return made.map(({ path, pages, file }) => ({ path, pages, bytes: file.length }))
}

const folder = process.argv[2]
if (!folder) throw new Error('Name the folder to write the handouts to')
const made = await writeAll(folder)
await db.$disconnect()
process.send?.(made)
