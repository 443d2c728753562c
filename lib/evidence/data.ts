import 'server-only'
import type { Source } from '@/lib/sources/schema'
import { asOneRequest } from '@/lib/db/asked-once'
import { db } from '@/lib/db/client'
import { conditionFiles, openRelease, sharedFiles, type OpenFile } from '@/lib/evidence/open-files'
import type { Decision } from '@/lib/evidence/schema'
import { listConditions } from '@/lib/journey/data'
import { getFigureBook } from '@/lib/numbers/data'
import { getStemCells } from '@/lib/products/data'
import { getRelease } from '@/lib/release/data'
import { getReviewLines } from '@/lib/reviews/data'
import { writeReviewed } from '@/lib/reviews/reviewed'
import { stepContents } from '@/lib/reviews/reviews'
import { makeKit } from '@/lib/sentences/kit'
import { listSources } from '@/lib/sources/data'
import { listFullDecisions } from '@/lib/summary/data'
import { locales, sourceLocale, translator, type Locale } from '@/lib/texts/translate'

/** The results of a condition with the ids of their arms, in the order of numbers.yaml. */
async function listResults(conditionId: string): Promise<{ id: string; arms: string[] }[]> {
  const rows = await db.result.findMany({
    where: { conditionId },
    select: { id: true, arms: { select: { id: true }, orderBy: { order: 'asc' } } },
    orderBy: { order: 'asc' },
  })
  return rows.map(({ id, arms }) => ({ id, arms: arms.map((arm) => arm.id) }))
}

async function reviewOf(locale: Locale, contents: readonly string[]): Promise<Decision['review']> {
  const lines = await getReviewLines(locale, contents)
  return { byClinician: lines.length > 0, words: writeReviewed(lines, translator(locale), locale) }
}

async function filesOf(
  locale: Locale,
  condition: { id: string; name: string },
  version: { version: string; contentDate: string },
  given: { sources: readonly Source[]; uuidOf: (name: string) => string },
): Promise<OpenFile[]> {
  const { id, name } = condition
  const [results, decisions, cells, book] = await Promise.all([
    listResults(id),
    listFullDecisions(locale, id),
    getStemCells(locale, id),
    getFigureBook(locale, id),
  ])
  if (!cells) return []
  const kit = makeKit(locale, book, [])
  const none = { options: [], decisions: [] }
  const reviews = new Map(
    await Promise.all(
      decisions.map(async (decision) => {
        const contents = stepContents(id, 'compare', { options: [], decisions: [decision.id] })
        return [decision.id, await reviewOf(locale, contents)] as const
      }),
    ),
  )
  const unreviewed: Decision['review'] = { byClinician: false, words: kit.t('site.notReviewed') }
  const content = {
    condition: { id, name },
    results,
    decisions,
    products: cells.products,
    about: { organQuestion: cells.about.organQuestion },
    release: openRelease(version, kit.t),
  }
  return conditionFiles(
    content,
    {
      of: (decision) => reviews.get(decision) ?? unreviewed,
      products: await reviewOf(locale, stepContents(id, 'stemCells', none)),
    },
    given,
    kit,
  )
}

/**
 * Every file of the open data.
 * @param uuidOf a UUID that is always the same for a name
 * @throws when there is no release in the database
 */
export async function getOpenFiles(uuidOf: (name: string) => string): Promise<OpenFile[]> {
  const release = await getRelease()
  if (!release) throw new Error('there is no content in the database')
  const languages = await Promise.all(
    locales.map(async (locale) => ({ locale, conditions: await listConditions(locale) })),
  )
  const sources = await listSources()
  const own = await asOneRequest(() =>
    Promise.all(
      languages.flatMap(({ locale, conditions }) =>
        conditions.map((condition) => filesOf(locale, condition, release, { sources, uuidOf })),
      ),
    ),
  )
  const shared = openRelease(release, translator(sourceLocale))
  return [...sharedFiles(shared, sources, languages), ...own.flat()]
}
