/**
 * Writes prisma/content into the database: deterministic, idempotent, all or nothing.
 * Content that does not pass the checks is refused and the old content stays.
 */
import { createHash } from 'node:crypto'
import type { Prisma, PrismaClient } from '@/generated/prisma/client'
import type { Result } from '@/lib/numbers/schema'
import { positionKey } from '@/lib/positions/schema'
import { checkAll } from './check-references'
import { contentHashes } from './content-pieces'
import { formatProblem } from './check-content'
import { ratingsToShow } from './check-ratings'
import {
  defaultContentDir,
  readAllLanguages,
  type ConditionContent,
  type Content,
  type Problem,
  type WholeContent,
} from './read-content'

export type SeedResult =
  | { ok: true; changed: boolean; hash: string; version: string }
  | { ok: false; problems: Problem[]; message: string }

/** Bump when the same content must be written again, because the rows made from it changed shape. */
const seedFormat = '11'

/** "2026-11-20.3fa2c1": the day of the newest change and the start of the content hash. */
export function versionOf(date: string, hash: string): string {
  return `${date}.${hash.slice(0, 6)}`
}

type Rows = {
  articlePatterns: Prisma.ArticlePatternsCreateManyInput[]
  citation: Prisma.CitationCreateManyInput[]
  words: Prisma.WordsCreateManyInput[]
  stemCellItem: Prisma.StemCellItemCreateManyInput[]
  regulatorAnswer: Prisma.RegulatorAnswerCreateManyInput[]
  fact: Prisma.FactCreateManyInput[]
}

const json = (value: unknown): Prisma.InputJsonValue =>
  JSON.parse(JSON.stringify(value)) as Prisma.InputJsonValue

function cite(
  rows: Rows,
  conditionId: string | null,
  kind: string,
  ownerId: string,
  sourceIds: readonly string[],
) {
  sourceIds.forEach((sourceId, order) => rows.citation.push({ conditionId, kind, ownerId, sourceId, order }))
}

function addWords(rows: Rows, locale: string, scope: string, file: string, entries: Record<string, unknown>) {
  Object.entries(entries).forEach(([key, value], order) => {
    if (value !== undefined) rows.words.push({ locale, scope, file, key, order, value: json(value) })
  })
}

function addArticleCheck(
  rows: Rows,
  locale: string,
  { check, signs, families, claims, others, words }: Content['articleCheck'],
) {
  const wordsOf = new Map(words.signs.map((sign) => [sign.id, sign]))
  addWords(
    rows,
    locale,
    'shared',
    'warning-sign',
    Object.fromEntries(
      signs.map(({ id, group, sources }) => {
        const formerly = families.filter(({ sign }) => sign === id).map((family) => family.id)
        return [id, { ...wordsOf.get(id), id, group, sources, formerly }]
      }),
    ),
  )
  // In the order in which the check looks for them.
  addWords(
    rows,
    locale,
    'shared',
    'article-missing',
    Object.fromEntries(check.missing.map(({ id }) => [id, words.missing[id]])),
  )
  addWords(rows, locale, 'shared', 'article-sample', { sample: words.sample })
  for (const [kind, patterns] of Object.entries({ check, families, claims, others }))
    rows.articlePatterns.push({ locale, kind, patterns: json(patterns) })
}

function addFacts(rows: Rows, conditionId: string | null, facts: Content['shared']['numbers']['facts']) {
  for (const f of facts)
    rows.fact.push({
      id: f.id,
      conditionId,
      value: json(f.value),
      unit: f.unit,
      approximate: f.approximate,
      thing: f.thing,
      sourceId: f.source,
      where: f.where,
      tier: f.tier,
    })
}

function addStemCellItems(rows: Rows, conditionId: string | null, s: Content['shared']['stemCells']) {
  const scope = conditionId ?? 'shared'
  for (const kind of ['prices', 'harms', 'checks', 'questions'] as const)
    s[kind].forEach((item, order) => {
      rows.stemCellItem.push({
        id: `${scope}/${kind}/${item.id}`,
        conditionId,
        kind,
        key: item.id,
        order,
        estimateIds: [],
      })
      cite(rows, conditionId, kind, item.id, item.sources)
    })
  for (const kind of ['trialPicture', 'errorPicture'] as const)
    if (s[kind].length)
      rows.stemCellItem.push({
        id: `${scope}/${kind}`,
        conditionId,
        kind,
        key: kind,
        order: 0,
        estimateIds: s[kind],
      })
  s.regulators.forEach((r, order) => {
    rows.regulatorAnswer.push({
      id: r.id,
      conditionId,
      order,
      country: r.country,
      answer: r.answer,
      date: r.date,
    })
    cite(rows, conditionId, 'regulator', r.id, r.sources)
  })
}

function addConditionWords(rows: Rows, locale: string, c: ConditionContent) {
  const w = c.words
  const scope = c.condition.id
  const { sections, situations, emergency, ...about } = w.condition
  addWords(rows, locale, scope, 'condition', { about, emergency })
  addWords(rows, locale, scope, 'section', sections)
  addWords(rows, locale, scope, 'situation', situations)
  addWords(rows, locale, scope, 'purpose', w.options.purposes)
  addWords(rows, locale, scope, 'option', w.options.options)
  addWords(rows, locale, scope, 'decision', w.decisions.decisions)
  addWords(rows, locale, scope, 'why', w.decisions.whys)
  addWords(rows, locale, scope, 'endpoint', w.numbers.endpoints)
  addWords(rows, locale, scope, 'arm', w.numbers.arms)
  addWords(rows, locale, scope, 'arm-first', w.numbers.armsFirst)
  addWords(rows, locale, scope, 'population', w.numbers.populations)
  addWords(rows, locale, scope, 'note', w.numbers.notes)
  addWords(rows, locale, scope, 'claim', w.claims.claims)
  addWords(rows, locale, scope, 'matter', w.matters.matters)
  addWords(rows, locale, scope, 'matters', { lead: w.matters.lead })
  addWords(rows, locale, scope, 'question', w.quiz.questions)
  addWords(rows, locale, scope, 'clinic-question', w.quiz.clinicQuestions)
  addWords(rows, locale, scope, 'clinic-field', w.quiz.clinicFields)
  addWords(rows, locale, scope, 'glossary', w.glossary.terms)
  addWords(rows, locale, scope, 'rating-reason', w.ratings.reasons)
  addStemCellWords(rows, locale, scope, w['stem-cells'])
  addPositionWords(rows, locale, scope, w.positions)
}

function addPositionWords(
  rows: Rows,
  locale: string,
  scope: string,
  w: ConditionContent['words']['positions'],
) {
  addWords(rows, locale, scope, 'position-body', w.bodies)
  addWords(rows, locale, scope, 'position-topic', w.topics)
  addWords(rows, locale, scope, 'position-why', w.whys)
  for (const [topic, said] of Object.entries(w.said))
    addWords(
      rows,
      locale,
      scope,
      'position',
      Object.fromEntries(Object.entries(said).map(([body, text]) => [positionKey(topic, body), text])),
    )
}

function addStemCellWords(
  rows: Rows,
  locale: string,
  scope: string,
  w: Content['shared']['words']['stemCells'],
) {
  const { products, regulators, prices, harms, checks, questions, ...about } = w
  addWords(rows, locale, scope, 'stem-cells', { about })
  addWords(rows, locale, scope, 'product', products)
  addWords(rows, locale, scope, 'regulator', regulators)
  addWords(rows, locale, scope, 'prices', prices)
  addWords(rows, locale, scope, 'harms', harms)
  addWords(rows, locale, scope, 'checks', checks)
  addWords(rows, locale, scope, 'questions', questions)
}

/** A result is known by its first arm. */
const resultId = ({ arms }: Result): string => arms[0]?.id ?? ''

async function insertResults(tx: Prisma.TransactionClient, conditionId: string, results: readonly Result[]) {
  await insertAll(
    tx,
    'Result',
    results.map((result, order) => {
      const { source, endpoint, followUp, certainty, effect, arms: _arms, ...rest } = result
      return {
        ...rest,
        id: resultId(result),
        conditionId,
        sourceId: source,
        endpointId: endpoint,
        followUp: json(followUp),
        certainty: json(certainty),
        ...(effect && { effect: json(effect) }),
        order,
      }
    }),
  )
  await insertAll(
    tx,
    'Arm',
    results.flatMap((result) =>
      result.arms.map(
        ({ option, value, range, effect, notes, where, checkedOn, nextReview, ...rest }, order) => ({
          ...rest,
          resultId: resultId(result),
          order,
          optionId: option,
          value: json(value),
          ...(range && { range: json(range) }),
          ...(effect && { effect: json(effect) }),
          ...(notes && { notes: json(notes) }),
          where: where ?? null,
          checkedOn: checkedOn ?? null,
          nextReview: nextReview ?? null,
        }),
      ),
    ),
  )
}

/** Topic by topic, each with its bodies in the order of the list: first those that were read, then the others. */
async function insertPositions(
  tx: Prisma.TransactionClient,
  rows: Rows,
  { condition, positions }: ConditionContent,
) {
  const conditionId = condition.id
  const place = new Map(positions.bodies.map(({ id }, order) => [id, order]))
  const found = positions.topics.flatMap(({ id: topicId, said, notFound }) =>
    [
      ...said.map(({ body, strength, date, sources }) => ({ body, strength, date, whyId: null, sources })),
      ...notFound.map(({ body, why, sources }) => ({
        body,
        strength: null,
        date: null,
        whyId: why,
        sources,
      })),
    ]
      .sort((a, b) => (place.get(a.body) ?? 0) - (place.get(b.body) ?? 0))
      .map((row) => ({ ...row, topicId })),
  )
  await insertAll(
    tx,
    'Position',
    found.map(({ body: bodyId, topicId, sources, ...row }, order) => {
      cite(rows, conditionId, 'position', positionKey(topicId, bodyId), sources)
      return { ...row, conditionId, topicId, bodyId, order }
    }),
  )
}

const inOrder = <T extends object>(list: readonly T[]) => list.map((item, order) => ({ item, order }))

/** The illness itself: its parts, situations and options. */
async function writeIllness(tx: Prisma.TransactionClient, rows: Rows, c: ConditionContent) {
  const conditionId = c.condition.id
  await tx.condition.create({
    data: {
      id: conditionId,
      order: c.condition.order,
      drawing: c.condition.drawing,
      sketch: c.condition.sketch,
    },
  })
  cite(rows, conditionId, 'emergency', 'emergency', c.condition.emergency.sources)

  await insertAll(
    tx,
    'Section',
    inOrder(c.condition.sections).map(({ item: s, order }) => {
      cite(rows, conditionId, 'section', s.id, s.sources)
      const { id, optIn, icon, drawing, places, estimates: estimateIds } = s
      return { conditionId, id, order, optIn, icon, drawing, places: json(places), estimateIds }
    }),
  )
  await insertAll(
    tx,
    'Situation',
    inOrder(c.condition.situations).map(({ item: s, order }) => {
      cite(rows, conditionId, 'situation', s.id, s.sources)
      return { conditionId, id: s.id, order, sketch: s.sketch }
    }),
  )
  await insertAll(
    tx,
    'Option',
    c.options.options.map((o) => {
      cite(rows, conditionId, 'option', o.id, o.sources)
      const { id, order, purpose, drawing, sketch, estimates: estimateIds } = o
      return { conditionId, id, order, purpose, drawing, sketch, estimateIds }
    }),
  )
}

/** The choices, what is asked of each, and the answers. */
async function writeDecisions(tx: Prisma.TransactionClient, c: ConditionContent) {
  const conditionId = c.condition.id
  await insertAll(
    tx,
    'Decision',
    c.decisions.decisions.map((d) => ({ conditionId, id: d.id, order: d.order })),
  )
  await insertAll(
    tx,
    'DecisionOption',
    c.decisions.decisions.flatMap((d) =>
      d.options.map((optionId, order) => ({ conditionId, decisionId: d.id, optionId, order })),
    ),
  )
  // The link follows both lists: a decision names its situations, a situation names its decisions in their order.
  const links = new Map<string, Prisma.DecisionSituationCreateManyInput>()
  for (const s of c.condition.situations)
    s.decisions.forEach((decisionId, order) =>
      links.set(`${decisionId}/${s.id}`, { conditionId, decisionId, situationId: s.id, order }),
    )
  for (const d of c.decisions.decisions)
    for (const situationId of d.situations)
      if (!links.has(`${d.id}/${situationId}`))
        links.set(`${d.id}/${situationId}`, { conditionId, decisionId: d.id, situationId, order: 99 })
  await insertAll(tx, 'DecisionSituation', [...links.values()])
  await insertAll(
    tx,
    'Outcome',
    c.decisions.decisions.flatMap((d) =>
      d.outcomes.map((o, order) => ({
        conditionId,
        decisionId: d.id,
        id: o.id,
        order,
        tone: o.tone,
        onSheet: o.onSheet,
      })),
    ),
  )
  await insertAll(
    tx,
    'Cell',
    c.decisions.decisions.flatMap((d) =>
      d.outcomes.flatMap((o) =>
        Object.entries(o.cells).map(([optionId, cell]) => ({
          conditionId,
          decisionId: d.id,
          outcomeId: o.id,
          optionId,
          ...('estimates' in cell
            ? { kind: 'estimates', estimateIds: cell.estimates, leadIds: cell.lead ?? [] }
            : 'unknown' in cell
              ? { kind: 'unknown', whyId: cell.unknown, estimateIds: [], leadIds: [] }
              : { kind: 'not-applicable', whyId: cell.notApplicable, estimateIds: [], leadIds: [] }),
        })),
      ),
    ),
  )
}

/** The families of cells, with their answers and trials. */
async function writeProducts(tx: Prisma.TransactionClient, rows: Rows, c: ConditionContent) {
  const conditionId = c.condition.id
  const s = c['stem-cells']
  await insertAll(
    tx,
    'Product',
    inOrder(s.products).map(({ item: p, order }) => {
      cite(rows, conditionId, 'product', p.id, p.sources)
      return { conditionId, id: p.id, order }
    }),
  )
  await insertAll(
    tx,
    'ProductAnswer',
    s.products.flatMap((p) =>
      p.answers.map((a, order) => ({
        conditionId,
        productId: p.id,
        question: a.question,
        order,
        status: a.status,
        estimateIds: a.estimates,
        sourceIds: a.sources,
      })),
    ),
  )
  await insertAll(
    tx,
    'Trial',
    s.products.flatMap((p) =>
      p.trials.map(({ source, estimates, ...t }, order) => ({
        conditionId,
        productId: p.id,
        order,
        ...t,
        sourceId: source,
        estimateIds: estimates,
      })),
    ),
  )
  await insertAll(
    tx,
    'RunningTrial',
    s.products.flatMap((p) =>
      p.running.map(({ source, ...t }, order) => ({
        conditionId,
        productId: p.id,
        order,
        ...t,
        sourceId: source,
      })),
    ),
  )
}

/** What articles claim, what can matter, and what is asked at the end. */
async function writeAsked(tx: Prisma.TransactionClient, rows: Rows, c: ConditionContent) {
  const conditionId = c.condition.id
  await insertAll(
    tx,
    'Claim',
    inOrder(c.claims.claims).map(({ item: x, order }) => {
      cite(rows, conditionId, 'claim', x.id, x.sources)
      return {
        conditionId,
        id: x.id,
        order,
        verdict: x.verdict,
        inference: x.inference,
        checkedOn: x.checkedOn,
        nextReview: x.nextReview,
      }
    }),
  )
  await insertAll(
    tx,
    'Matter',
    inOrder(c.matters.matters).map(({ item: m, order }) => ({
      conditionId,
      id: m.id,
      order,
      decisionIds: m.decisions,
      outcomeId: m.outcome,
      towards: m.towards,
      against: m.against,
      notClear: m.notClear,
    })),
  )
  await insertAll(
    tx,
    'QuizQuestion',
    inOrder(c.quiz.questions).map(({ item: q, order }) => {
      cite(rows, conditionId, 'question', q.id, q.sources)
      return {
        conditionId,
        id: q.id,
        order,
        decisionIds: q.decisions,
        estimateIds: q.estimates,
        answers: json(q.answers),
      }
    }),
  )
}

/** All of one illness, in the order in which one row needs another. */
async function writeCondition(tx: Prisma.TransactionClient, rows: Rows, c: ConditionContent) {
  const conditionId = c.condition.id
  await writeIllness(tx, rows, c)
  await writeDecisions(tx, c)
  await insertAll(
    tx,
    'Endpoint',
    c.numbers.endpoints.map((e) => ({ ...e, conditionId })),
  )
  await insertResults(tx, conditionId, c.numbers.results)
  addFacts(rows, conditionId, [...c.numbers.facts, ...c.facts.facts])
  await writeProducts(tx, rows, c)
  addStemCellItems(rows, conditionId, c['stem-cells'])
  await insertPositions(tx, rows, c)
  await insertAll(
    tx,
    'Rating',
    ratingsToShow(c).map((rating, order) => ({ ...rating, conditionId, order })),
  )
  await writeAsked(tx, rows, c)
}

type RowsOf<Model extends Prisma.ModelName> = Extract<
  Prisma.TypeMap['model'][Model]['operations']['createMany']['args']['data'],
  readonly unknown[]
>

/** Rows in one statement: enough to make the way there cheap, few enough to hold in memory as text. */
const rowsAtOnce = 5_000

/**
 * Stores rows as one JSON text per statement. `createMany` binds every value by itself, which takes 2 ms a row here:
 * fifty times as long (measured by `npm run bench:library`). Columns that no row names keep their default.
 */
async function insertAll<Model extends Prisma.ModelName>(
  tx: Prisma.TransactionClient,
  model: Model,
  rows: RowsOf<Model>,
): Promise<void> {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))].map((name) => `"${name}"`).join(', ')
  for (let from = 0; from < rows.length; from += rowsAtOnce)
    await tx.$executeRawUnsafe(
      `INSERT INTO "${model}" (${columns}) SELECT ${columns} FROM json_populate_recordset(NULL::"${model}", $1::json)`,
      JSON.stringify(rows.slice(from, from + rowsAtOnce)),
    )
}

async function clear(tx: Prisma.TransactionClient) {
  await tx.condition.deleteMany()
  await tx.citation.deleteMany()
  await tx.fact.deleteMany()
  await tx.regulatorAnswer.deleteMany()
  await tx.stemCellItem.deleteMany()
  await tx.words.deleteMany()
  await tx.articlePatterns.deleteMany()
  await tx.qualityItem.deleteMany()
  await tx.contentHash.deleteMany()
  await tx.review.deleteMany()
  await tx.source.deleteMany()
  await tx.release.deleteMany()
}

/** The words of one language. */
function addAllWords(rows: Rows, content: Content) {
  const { locale } = content
  for (const c of content.conditions) addConditionWords(rows, locale, c)
  addStemCellWords(rows, locale, 'shared', content.shared.words.stemCells)
  addWords(rows, locale, 'shared', 'glossary', content.shared.words.glossary.terms)
  addWords(rows, locale, 'shared', 'page', content.shared.pages.pages)
  if (content.shared.sure) addWords(rows, locale, 'shared', 'sure', { sure: content.shared.sure })
  addArticleCheck(rows, locale, content.articleCheck)
}

async function write(tx: Prisma.TransactionClient, { content, translations }: WholeContent, hash: string) {
  const rows: Rows = {
    articlePatterns: [],
    citation: [],
    words: [],
    stemCellItem: [],
    regulatorAnswer: [],
    fact: [],
  }
  await clear(tx)
  await insertAll(
    tx,
    'Source',
    content.sources.map(({ authors, ...source }, order) => ({
      ...source,
      ...(authors && { authors: json(authors) }),
      order,
    })),
  )
  for (const c of content.conditions) await writeCondition(tx, rows, c)
  addFacts(rows, null, content.shared.numbers.facts)
  addStemCellItems(rows, null, content.shared.stemCells)
  for (const words of [content, ...translations]) addAllWords(rows, words)
  await insertAll(tx, 'Fact', rows.fact)
  await insertAll(tx, 'Citation', rows.citation)
  await insertAll(tx, 'RegulatorAnswer', rows.regulatorAnswer)
  await insertAll(tx, 'StemCellItem', rows.stemCellItem)
  await insertAll(tx, 'Words', rows.words)
  await insertAll(tx, 'ArticlePatterns', rows.articlePatterns)
  for (const words of [content, ...translations]) {
    const { locale } = words
    await insertAll(
      tx,
      'QualityItem',
      words.shared.quality.items.map(({ test, ...item }, order) => ({
        ...item,
        locale,
        order,
        ...(test && { testFile: test.file, testTitle: test.title }),
      })),
    )
    // A translation has hashes of its own: whoever signed off the English words has not read it.
    const hashes = Object.entries(contentHashes(words))
    await insertAll(
      tx,
      'ContentHash',
      hashes.map(([contentId, hash], order) => ({ locale, contentId, order, hash })),
    )
  }
  await insertAll(
    tx,
    'Review',
    content.reviews.map(({ voided: _, ...review }) => ({ ...review, covers: json(review.covers) })),
  )
  await tx.release.create({
    data: {
      id: 1,
      version: versionOf(content.date, content.hash),
      contentHash: hash,
      contentDate: content.date,
      changelog: content.changelog,
    },
  })
}

/**
 * Seeds the content folder into the database.
 * @returns `changed: false` when the database already holds exactly this content; `ok: false` with every
 * problem (file, line, path, what to do) when the content is not in order, and nothing is written.
 * @throws only when the database fails.
 */
export async function seed(
  db: PrismaClient,
  {
    contentDir = defaultContentDir,
    log = () => {},
  }: { contentDir?: string; log?: (line: string) => void } = {},
): Promise<SeedResult> {
  const read = readAllLanguages(contentDir)
  const problems = read.ok ? checkAll(read) : read.problems
  if (!read.ok || problems.length) {
    const shown = problems.slice(0, 20).map((p) => `  ${formatProblem(p)}`)
    const more = problems.length > 20 ? [`  … and ${problems.length - 20} more`] : []
    const message = [
      `The content was not seeded: ${problems.length} problems in ${contentDir}.`,
      ...shown,
      ...more,
    ].join('\n')
    return { ok: false, problems, message }
  }
  const { content, translations } = read
  const hash = createHash('sha256')
    .update([seedFormat, content.hash, ...translations.map(({ locale }) => locale)].join('\0'))
    .digest('hex')
  const version = versionOf(content.date, content.hash)
  const held = await db.release.findUnique({ where: { id: 1 } })
  if (held?.contentHash === hash) return { ok: true, changed: false, hash, version }
  log(`writing ${content.conditions.length} conditions, ${content.sources.length} sources`)
  await db.$transaction((tx) => write(tx, read, hash), { timeout: 120_000, maxWait: 20_000 })
  // The catalogue learns how long the files are: the embedded database is checked against it when it is opened.
  await db.$executeRawUnsafe('VACUUM (ANALYZE)')
  return { ok: true, changed: true, hash, version }
}
