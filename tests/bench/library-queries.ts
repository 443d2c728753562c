/**
 * Times the queries behind the pages on the database at DATABASE_URL and prints milliseconds by name as JSON; a child
 * of tests/bench/library.ts, because `server-only` modules need Node's react-server condition. Outside a page React's
 * cache holds nothing, so each call asks the database for all that it needs.
 */
import { db } from '@/lib/db/client'
import { getSource, listConditionSources, searchLibrary } from '@/lib/sources/data'
import { getSourceUse } from '@/lib/places/data'
import { getStemCells } from '@/lib/products/data'
import { getCondition, getDecision, listDecisions, listOptions } from '@/lib/journey/data'
import { getFigureBook } from '@/lib/numbers/data'
import { getLiveStatus } from '@/lib/watch/data'
import { listClaims } from '@/lib/claims/data'

const rounds = 15
const condition = 'heart-failure'
const middle = (values: number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

const [decision] = await listDecisions('en', condition)
const [option] = await listOptions('en', condition)
const trial = await db.source.findFirst({ where: { kind: 'randomised-trial', doi: { not: null } } })
if (!decision || !option || !trial?.doi) throw new Error('the content has not what the bench asks for')

const asked: Record<string, () => Promise<unknown>> = {
  'condition page: its parts': () => getCondition('en', condition),
  'every step: sources it may name': () => listConditionSources('en', condition),
  'options page: all options': () => listOptions('en', condition),
  'comparison: one decision': () => getDecision('en', condition, decision.id),
  'every step: figures and facts': () => getFigureBook('en', condition),
  'stem-cell page: products and rules': () => getStemCells('en', condition),
  'stem-cell page: claims': () => listClaims('en', condition),
  'source page: the source': () => getSource(trial.id),
  'source page: where it is used': () => getSourceUse('en', trial.id),
  'live status of all pages': () => getLiveStatus(new Date().toISOString().slice(0, 10)),
  'search: first part, no filter': () => searchLibrary({}, 0),
  'search: one identifier': () => searchLibrary({ q: trial.doi ?? '' }, 0),
  'search: a word': () => searchLibrary({ q: 'bypass' }, 0),
  'search: a word nothing has': () => searchLibrary({ q: 'qqqzzz' }, 0),
  'search: condition': () => searchLibrary({ condition }, 0),
  'search: condition and option': () => searchLibrary({ condition, about: `option:${option.id}` }, 0),
  'search: randomised and blinded': () => searchLibrary({ randomised: 'yes', blinded: 'yes' }, 0),
  'search: withdrawn': () => searchLibrary({ status: 'retracted' }, 0),
  'search: kind, years, tier': () =>
    searchLibrary({ kind: 'randomised-trial', from: 2015, to: 2020, tier: 'A' }, 0),
}

const times: Record<string, number> = {}
for (const [name, ask] of Object.entries(asked)) {
  await ask()
  const taken: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const startedAt = performance.now()
    await ask()
    taken.push(performance.now() - startedAt)
  }
  times[name] = middle(taken)
}
await db.$disconnect()
process.send?.(times)
