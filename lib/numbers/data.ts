import 'server-only'
import { z } from 'zod'
import type { Arm as ArmModel, Fact as FactModel, Result as ResultModel } from '@/generated/prisma/client'
import { once } from '@/lib/db/asked-once'
import { db } from '@/lib/db/client'
import { Authors, SourceStatus, Tier } from '@/lib/sources/schema'
import { shortCitation } from '@/lib/sources/citation'
import { estimatesOf } from '@/lib/numbers/estimates'
import { EndpointThing, Fact, NumberWords, Result, type Figure, type FigureBook } from '@/lib/numbers/schema'
import { keptPerRelease } from '@/lib/release/data'
import { listCheckedStatus } from '@/lib/watch/data'
import { worstStatus } from '@/lib/sources/worst-status'
import { listWords } from '@/lib/texts/data'
import type { Locale } from '@/lib/texts/translate'

const Endpoint = NumberWords.shape.endpoints.unwrap().valueType
const Text = z.string()
const Texts = z.array(z.string())

const present = <T>(value: T | undefined, what: string): T => {
  if (value === undefined) throw new Error(`the content has no ${what}`)
  return value
}

/** The figures of a condition with the words that belong to them, in the order of numbers.yaml. */
async function readFigures(locale: Locale, conditionId: string): Promise<Figure[]> {
  const [checked, rows, endpoints, arms, armsFirst, populations, notes] = await Promise.all([
    listCheckedStatus(),
    db.result.findMany({
      where: { conditionId },
      include: { source: true, endpoint: true, arms: { orderBy: { order: 'asc' } } },
      orderBy: { order: 'asc' },
    }),
    listWords(locale, conditionId, 'endpoint', Endpoint),
    listWords(locale, conditionId, 'arm', Text),
    listWords(locale, conditionId, 'arm-first', Text),
    listWords(locale, conditionId, 'population', Text),
    listWords(locale, conditionId, 'note', Texts),
  ])
  return rows.flatMap((row) =>
    estimatesOf(resultOf(row)).map((estimate): Figure => {
      const armWords = present(arms.get(estimate.arm), `words for arm ${estimate.arm}`)
      return {
        ...estimate,
        headline: row.endpoint.headline === 'good' ? 'good' : 'bad',
        thing: EndpointThing.parse(row.endpoint.thing),
        endpointWords: present(endpoints.get(row.endpointId), `words for endpoint ${row.endpointId}`),
        armWords,
        armWordsFirst: armsFirst.get(estimate.arm) ?? armWords,
        populationWords: present(populations.get(row.population), `words for population ${row.population}`),
        noteWords: estimate.notes.flatMap((note) => present(notes.get(note), `words for note ${note}`)),
        sourceShown: {
          id: row.source.id,
          short: shortCitation({ ...row.source, authors: Authors.nullable().parse(row.source.authors) }),
          title: row.source.title,
          tier: Tier.parse(row.source.tier),
          status: worstStatus(SourceStatus.parse(row.source.status), checked.get(row.source.id)),
          kind: row.source.kind,
        },
      }
    }),
  )
}

/** A result as numbers.yaml has it, from its rows. */
function resultOf(row: ResultModel & { arms: ArmModel[] }): Result {
  return Result.strip().parse({
    ...row,
    source: row.sourceId,
    endpoint: row.endpointId,
    arms: row.arms.map(({ resultId: _result, order: _order, optionId, ...arm }) => ({
      ...Object.fromEntries(Object.entries(arm).filter(([, value]) => value !== null)),
      option: optionId,
    })),
  })
}

/** Every fact of every condition, by id. */
export async function listFacts(): Promise<Fact[]> {
  return (await db.fact.findMany({ orderBy: { id: 'asc' } })).map(factOf)
}

function factOf(row: FactModel): Fact {
  const { sourceId, conditionId: _owner, ...rest } = row
  return Fact.parse({ ...rest, source: sourceId })
}

const byId = <Item extends { id: string }>(items: readonly Item[]): Record<string, Item> =>
  Object.fromEntries(items.map((item) => [item.id, item]))

/** Every fact, for pages of the site: they tell facts of any condition. */
const getAllFacts = keptPerRelease(async () => byId(await listFacts()))

/** Every figure and fact that the pages of a condition may name; null for a page of no condition: all facts, no figure. */
export const getFigureBook = once(async (locale: Locale, conditionId: string | null): Promise<FigureBook> => {
  if (!conditionId) return { estimates: {}, facts: await getAllFacts() }
  const [facts, figures] = await Promise.all([
    db.fact.findMany({ where: { OR: [{ conditionId: null }, { conditionId }] }, orderBy: { id: 'asc' } }),
    readFigures(locale, conditionId),
  ])
  return { estimates: byId(figures), facts: byId(facts.map(factOf)) }
})
