import 'server-only'
import { z } from 'zod'
import { db } from '@/lib/db/client'
import {
  Product,
  RegulatorAnswer,
  StemCellWords,
  type ProductQuestion,
  type ProductStatus,
} from '@/lib/products/schema'
import { getRatings } from '@/lib/ratings/data'
import { answerPlace } from '@/lib/ratings/rated-places'
import type { RatingView } from '@/lib/ratings/schema'
import { listCitations } from '@/lib/sources/data'
import { listWords } from '@/lib/texts/data'
import { withWords } from '@/lib/texts/with-words'
import type { Locale } from '@/lib/texts/translate'

const productWords = StemCellWords.shape.products.unwrap().valueType
const about = StemCellWords.pick({
  lead: true,
  gist: true,
  gistMore: true,
  priceGist: true,
  whyEarlyTrialsLookedBetter: true,
  trialPicture: true,
  errorPicture: true,
  guidelines: true,
  organQuestion: true,
  organ: true,
}).required({ organQuestion: true, organ: true })
const regulatorWords = StemCellWords.shape.regulators.unwrap().valueType
const Texts = z.array(z.string())

export type CellItem = { key: string; text: string[]; sources: string[] }
export type CellAnswer = {
  question: ProductQuestion
  status: ProductStatus
  estimates: string[]
  sources: string[]
  text: string[]
  /** Of an answer with figures; none: nobody has rated it yet. */
  rating?: RatingView | undefined
}
export type CellProduct = {
  id: string
  name: string
  whatItIs: string[]
  whatHappens: string[]
  sources: string[]
  answers: CellAnswer[]
  trials: (Product['trials'][number] & { text: string[] })[]
  running: (Product['running'][number] & { text: string })[]
}
export type RegulatorRow = z.infer<typeof RegulatorAnswer> & { place: string; text: string[] }
export type StemCellsView = {
  about: z.infer<typeof about>
  products: CellProduct[]
  regulators: RegulatorRow[]
  prices: CellItem[]
  harms: CellItem[]
  checks: CellItem[]
  questions: CellItem[]
  trialPicture: string[]
  errorPicture: string[]
}

async function listProducts(locale: Locale, conditionId: string): Promise<CellProduct[]> {
  const [rows, words, cited, ratings] = await Promise.all([
    db.product.findMany({
      where: { conditionId },
      orderBy: { order: 'asc' },
      include: {
        answers: { orderBy: { order: 'asc' } },
        trials: { orderBy: { order: 'asc' } },
        running: { orderBy: { order: 'asc' } },
      },
    }),
    listWords(locale, conditionId, 'product', productWords),
    listCitations(conditionId, 'product'),
    getRatings(locale, conditionId),
  ])
  return withWords(rows, words, (row, text) => {
    const product = Product.parse({
      id: row.id,
      sources: cited.get(row.id) ?? [],
      answers: row.answers.map((a) => ({
        question: a.question,
        status: a.status,
        estimates: a.estimateIds,
        sources: a.sourceIds,
      })),
      trials: row.trials.map((t) => ({
        id: t.id,
        name: t.name,
        source: t.sourceId,
        randomised: t.randomised,
        sham: t.sham,
        blinded: t.blinded,
        people: t.people,
        mainAim: t.mainAim,
        estimates: t.estimateIds,
      })),
      running: row.running.map((t) => ({
        id: t.id,
        registration: t.registration,
        source: t.sourceId,
        people: t.people,
        state: t.state,
        checkedOn: t.checkedOn,
      })),
    })
    return {
      id: row.id,
      name: text.name,
      whatItIs: text.whatItIs,
      whatHappens: text.whatHappens,
      sources: product.sources,
      answers: product.answers.map((a) => ({
        ...a,
        text: text.answers[a.question] ?? [],
        rating: ratings.get(answerPlace(row.id, a.question)),
      })),
      trials: product.trials.map((trial) => ({ ...trial, text: text.trials[trial.id] ?? [] })),
      running: product.running.map((trial) => ({ ...trial, text: text.running[trial.id] ?? '' })),
    }
  })
}

/** Items of one kind, the condition's own first, then the shared ones. */
async function listItems(
  locale: Locale,
  conditionId: string,
  kind: 'prices' | 'harms' | 'checks' | 'questions',
): Promise<CellItem[]> {
  const out: CellItem[] = []
  for (const owner of [conditionId, null]) {
    const rows = await db.stemCellItem.findMany({
      where: { conditionId: owner, kind },
      orderBy: { order: 'asc' },
    })
    const words = await listWords(locale, owner ?? 'shared', kind, z.union([z.string(), Texts]))
    const cited = await listCitations(owner, kind)
    for (const row of rows) {
      const text = words.get(row.key)
      if (text !== undefined)
        out.push({
          key: row.key,
          text: typeof text === 'string' ? [text] : text,
          sources: cited.get(row.key) ?? [],
        })
    }
  }
  return out
}

async function listRegulators(locale: Locale, conditionId: string): Promise<RegulatorRow[]> {
  const out: RegulatorRow[] = []
  for (const owner of [conditionId, null]) {
    const rows = await db.regulatorAnswer.findMany({
      where: { conditionId: owner },
      orderBy: { order: 'asc' },
    })
    const words = await listWords(locale, owner ?? 'shared', 'regulator', regulatorWords)
    const cited = await listCitations(owner, 'regulator')
    for (const row of rows) {
      const text = words.get(row.id)
      const parsed = RegulatorAnswer.parse({
        id: row.id,
        country: row.country,
        answer: row.answer,
        date: row.date,
        sources: cited.get(row.id) ?? [],
      })
      if (text) out.push({ ...parsed, ...text })
    }
  }
  return out
}

/** Everything step 4 shows about cell products for one condition; null for an unknown condition. */
export async function getStemCells(locale: Locale, conditionId: string): Promise<StemCellsView | null> {
  const words = (await listWords(locale, conditionId, 'stem-cells', about)).get('about')
  if (!words) return null
  const pictures = await db.stemCellItem.findMany({
    where: { conditionId, kind: { in: ['trialPicture', 'errorPicture'] } },
  })
  const picture = (kind: string) => pictures.find((row) => row.kind === kind)?.estimateIds ?? []
  return {
    about: words,
    products: await listProducts(locale, conditionId),
    regulators: await listRegulators(locale, conditionId),
    prices: await listItems(locale, conditionId, 'prices'),
    harms: await listItems(locale, conditionId, 'harms'),
    checks: await listItems(locale, conditionId, 'checks'),
    questions: await listItems(locale, conditionId, 'questions'),
    trialPicture: picture('trialPicture'),
    errorPicture: picture('errorPicture'),
  }
}
