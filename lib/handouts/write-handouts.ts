/**
 * Sheets to hand out, made once for each release and the same for everyone: one about the condition, one for each
 * decision, one about stem cells, and a worksheet to fill in by hand. They say what the pages say, from the same words
 * and figures; only the order and the length are their own.
 */
import { optionMarks } from '@/lib/journey/steps'
import type { CertaintyLevel } from '@/lib/numbers/schema'
import { markOf } from '@/lib/products/answer-mark'
import { productGrid } from '@/lib/products/grid'
import { askedWords, shortQuestion } from '@/lib/products/product-questions'
import { ProductQuestion, type ProductStatus } from '@/lib/products/schema'
import { heading, lines, list, note, plain, strong } from '@/lib/paper/blocks'
import { pictureText, type Picture } from '@/lib/paper/pictures'
import type { Block, Paper, Run } from '@/lib/paper/schema'
import { sheets, type Sheet } from '@/lib/paper/typst'
import type { Sure } from '@/lib/readiness/schema'
import { lineRuns, type ComparedDecision, type ComparedLine } from '@/lib/handouts/compared-lines'
import { makeComparison, type ComparisonContent } from '@/lib/summary/comparison'
import { runsOf } from '@/lib/summary/runs-of'
import type { SummaryParts } from '@/lib/summary/parts'
import type { Kit } from '@/lib/sentences/kit'
import { writtenDay, type Locale, type Translate } from '@/lib/texts/translate'
import { ended, labelled, punctuationOf, sentences } from '@/lib/texts/punctuation'

type Emergency = { title: string; action: string; items: readonly string[] }
type Texts = readonly string[]
type Item = { text: Texts; sources: Texts }
type Foot = Paper['foot']

/** What handouts are made from: content as the pages have it. */
export type HandoutContent = {
  condition: {
    id: string
    name: string
    inSentence: string
    short: string
    lead: Texts
    emergency: { now: Emergency; sameDay: Emergency; sources: Texts }
    situations: readonly { name: string; text: Texts; decisions: Texts; sources: Texts }[]
    sections: readonly {
      title: string
      optIn: boolean
      text?: Texts | undefined
      items?: Texts | undefined
      after?: Texts | undefined
      table?: { caption: string; rows: readonly Texts[] } | undefined
      sources: Texts
    }[]
  }
  decisions: readonly (Omit<ComparisonContent, 'options'> & {
    id: string
    name: string
    question: string
    lead: Texts
    options: readonly {
      id: string
      name: string
      short: string
      daysBody: Texts
      carer: Texts
      changeMind: Texts
    }[]
  })[]
  cells: {
    about: {
      lead?: Texts | undefined
      gist?: Texts | undefined
      gistMore?: Texts | undefined
      guidelines?: Texts | undefined
      organQuestion: string
      organ: string
    }
    products: readonly {
      name: string
      whatItIs: Texts
      sources: Texts
      answers: readonly {
        question: ProductQuestion
        status: ProductStatus
        estimates: Texts
        sources: Texts
        rating?: { level: CertaintyLevel | null } | undefined
      }[]
    }[]
    harms: readonly Item[]
    regulators: readonly {
      place: string
      date: string
      answer: 'yes' | 'no' | 'for-a-time' | 'withdrawn' | 'rules' | 'warning'
      text: Texts
      sources: Texts
    }[]
    prices: readonly Item[]
    checks: readonly Item[]
    questions: readonly Item[]
  }
  sure: Sure | null
  /** Everything that the summary of this condition could say. */
  parts: SummaryParts
  /** The studies of every decision, in lines. */
  compared: readonly ComparedDecision[]
  /** "Velazquez EJ et al, 2016: Coronary-artery bypass …", by source id. */
  citations: ReadonlyMap<string, string>
  /** "Velazquez EJ et al, 2016", by source id: what a sheet has room for. */
  shortCitations: ReadonlyMap<string, string>
  /** The foot of each handout: a sheet is reviewed when all that stands on it is. */
  footOf: (name: string) => Foot
}

export type Handout = { name: string; title: string; paper: Paper }

/** The long form of a sheet, as it stands in its address. */
const longName = (name: string) => `${name}-all`

/** Content sentences as one stretch of runs. */
const joined = (texts: Texts, kit: Kit): Run[] =>
  texts.flatMap((text, index) => [
    ...(index ? [{ text: punctuationOf(kit.locale).gap }] : []),
    ...runsOf(text, kit),
  ])

/** A name in front of sentences about it. */
const led = (name: string, { locale }: Kit): string => ended(name, locale) + punctuationOf(locale).gap

const paragraphs = (texts: Texts | undefined, kit: Kit): Block[] =>
  (texts ?? []).map((text) => plain(...runsOf(text, kit)))
const bullets = (texts: Texts | undefined, kit: Kit): Block[] =>
  list((texts ?? []).map((text) => runsOf(text, kit)))

/** On the first sheet of every handout: who needs it has no time to turn pages. */
const urgent = ({ title, action, items }: Emergency, kit: Kit): Block => ({
  kind: 'urgent',
  title,
  items: items.map((item) => runsOf(item, kit)),
  action: runsOf(action, kit),
})

/** The sources of the figures that stand in blocks. */
function figureSources(blocks: readonly Block[], { book }: Kit): string[] {
  const runs = blocks.flatMap((block) => {
    if (block.kind === 'paragraph') return block.runs
    if (block.kind === 'urgent') return [...block.items.flat(), ...block.action]
    if (block.kind === 'table') return block.rows.flat(2)
    if (block.kind === 'compare') return block.cells.flatMap(({ says }) => says)
    return block.kind === 'list' ? block.items.flat() : []
  })
  return runs.flatMap(({ from = '' }) => {
    const [kind, id = ''] = from.split(':')
    return (kind === 'fact' ? book.facts[id]?.source : book.estimates[id]?.source) ?? []
  })
}

/** The sources of a sheet, each once, in the order in which it leans on them. */
function sourceBlocks(ids: Texts, { citations }: HandoutContent, { t }: Kit): Block[] {
  const told = [...new Set(ids)].flatMap((id) => citations.get(id) ?? [])
  return told.length ? [heading(2, t('stemCells.sources')), ...told.map(note)] : []
}

/** The sources of a sheet in one line. Those of a comparison stand beside its figures. */
function shortSources(ids: Texts, { shortCitations }: HandoutContent, { t, locale }: Kit): Block[] {
  const { semicolon, gap } = punctuationOf(locale)
  const names = [...new Set(ids)].flatMap((id) => {
    const name = shortCitations.get(id)
    return name ? [{ id, name }] : []
  })
  if (!names.length) return []
  const [before = '', after = ''] = t('handouts.sources', { names: '\n' }).split('\n')
  const runs = names.flatMap(({ id, name }, at) => [
    { text: at ? semicolon + gap : '' },
    { text: name, source: id },
  ])
  return [{ kind: 'paragraph', tone: 'note', runs: [{ text: before }, ...runs, { text: after }] }]
}

/** Room for the clinic. */
const forClinic = ({ t }: Kit): Block[] => [heading(3, t('handouts.forClinic')), lines(2)]

/** Of each part of step 1 on a sheet: the long form has all. */
const mostItems = 6

/** What the illness is, on one sheet: its signs, where you may be, and each part of step 1 in short. */
function conditionSheet(content: HandoutContent, kit: Kit): Block[] {
  const { condition } = content
  const shown = condition.sections.filter(({ optIn, items }) => !optIn && items)
  const blocks: Block[] = [
    urgent(condition.emergency.now, kit),
    urgent(condition.emergency.sameDay, kit),
    ...paragraphs(condition.lead.slice(0, 1), kit),
    heading(2, kit.t('condition.situations')),
    ...list(
      condition.situations.map(({ name, text }) => [
        strong(led(name, kit)),
        ...joined(text.slice(0, 2), kit),
      ]),
    ),
    ...forClinic(kit),
    ...shown.flatMap(({ title, items = [] }): Block[] => [
      heading(2, title),
      ...list(
        items.slice(0, mostItems).map((item) => runsOf(item, kit)),
        2,
      ),
    ]),
  ]
  const sources = [...condition.emergency.sources, ...condition.situations, ...shown].flatMap((part) =>
    typeof part === 'string' ? part : part.sources,
  )
  return [...blocks, ...shortSources([...sources, ...figureSources(blocks, kit)], content, kit)]
}

function aboutCondition(content: HandoutContent, kit: Kit): Block[] {
  const { condition, decisions } = content
  const { t, locale } = kit
  const shown = condition.sections.filter(({ optIn }) => !optIn) // outlook is for those who ask for it
  const blocks: Block[] = [
    ...paragraphs(condition.lead, kit),
    urgent(condition.emergency.now, kit),
    urgent(condition.emergency.sameDay, kit),
    heading(2, t('condition.situations')),
    ...condition.situations.flatMap((situation): Block[] => [
      heading(3, situation.name),
      ...paragraphs(situation.text, kit),
      ...list(
        decisions
          .filter(({ id }) => situation.decisions.includes(id))
          .map(({ question }) => [{ text: question }]),
      ),
    ]),
    ...shown.flatMap(({ title, text, items, table, after }): Block[] => [
      heading(2, title),
      ...paragraphs(text, kit),
      ...bullets(items, kit),
      ...(table ? [plain(strong(table.caption))] : []),
      ...list(
        (table?.rows ?? []).map(([first = '', ...rest]) => [
          ...runsOf(first, kit).map((run) => ({ ...run, isStrong: true })),
          { text: labelled('', '', locale) },
          ...joined(rest, kit),
        ]),
      ),
      ...paragraphs(after, kit),
    ]),
  ]
  const sources = [...condition.emergency.sources, ...condition.situations, ...shown].flatMap((part) =>
    typeof part === 'string' ? part : part.sources,
  )
  return [...blocks, ...sourceBlocks([...sources, ...figureSources(blocks, kit)], content, kit)]
}

/** A study in a line; with a picture of each of its groups where several were compared and all can be drawn. */
function lineBlocks(line: ComparedLine, pictureOf: (from: string) => Picture | null, kit: Kit): Block[] {
  const runs = lineRuns(line, kit.locale)
  const groups = line.arms.flatMap(({ name, from }) => {
    const picture = pictureOf(from)
    return picture ? [{ name, from, picture }] : []
  })
  const [first] = groups
  const isDrawn = !line.alone && groups.length > 1 && groups.length === line.arms.length
  if (!first || !isDrawn || groups.some(({ picture }) => picture.of !== first.picture.of)) return list([runs])
  return [
    {
      kind: 'people',
      of: first.picture.of,
      groups: groups.map(({ name, from, picture }) => ({ name, filled: picture.filled, from })),
      key: kit.t('handouts.filled', { words: first.picture.words }),
      text: pictureText(runs),
    },
  ]
}

type Decision = HandoutContent['decisions'][number]

/** A question: its studies and the options without numbers, in the order of the letters; one reason stands once. */
function outcomeBlocks(
  outcome: Decision['outcomes'][number],
  options: readonly { id: string; name: string; letter: string }[],
  lines: readonly ComparedLine[],
  pictureOf: (from: string) => Picture | null,
  kit: Kit,
): Block[] {
  const { t, locale } = kit
  const { list: between, colon, stop, gap } = punctuationOf(locale)
  const reasons = new Map<string, { said: string; why: string; options: typeof options }>()
  for (const option of options) {
    const cell = outcome.cells[option.id]
    if (!cell || 'estimates' in cell) continue
    const said = t('unknown' in cell ? 'compare.unknownTitle' : 'compare.notApplicableTitle')
    const why = cell.why ?? ''
    const same = reasons.get(said + why)
    reasons.set(said + why, { said, why, options: [...(same?.options ?? []), option] })
  }
  return options.flatMap(({ id }): Block[] => [
    ...lines.filter((line) => line.options[0] === id).flatMap((line) => lineBlocks(line, pictureOf, kit)),
    ...[...reasons.values()]
      .filter((reason) => reason.options[0]?.id === id)
      .flatMap(({ said, why, options: about }) =>
        list([
          [
            ...about.flatMap(({ letter, name }, index) => [
              strong(`${letter}.`),
              { text: ` ${name}${index === about.length - 1 ? colon : between}${gap}` },
            ]),
            { text: said + stop + gap },
            ...runsOf(why, kit),
          ],
        ]),
      ),
  ])
}

/** A decision on one sheet: signs, options and days on the front, every question with its people on the back. */
function decisionSheet(decision: Decision, content: HandoutContent, kit: Kit): Block[] {
  const { t } = kit
  const marks = optionMarks(decision.options.map(({ id }) => id))
  const letterOf = (id: string) => marks.get(id)?.letter ?? ''
  const questions = makeComparison(decision, kit)
  const front: Block[] = [
    urgent(content.condition.emergency.now, kit),
    ...paragraphs(decision.lead.slice(0, 2), kit),
    heading(2, t('compare.options')),
    note(t('options.order')),
    ...list(
      decision.options.map(({ id, name, short }) => [
        strong(led(`${letterOf(id)}. ${name}`, kit)),
        ...runsOf(short, kit),
      ]),
      2,
    ),
    heading(2, t('compare.days')),
    ...list(
      decision.options.map(({ id, daysBody: [first = ''] }) => [
        strong(`${letterOf(id)}. `),
        ...runsOf(first, kit),
      ]),
      2,
    ),
    plain({ text: t('stemCells.ownLane') }),
    note(
      sentences(
        [t('summary.ratingNote'), t('compare.unknownIsNotNone'), t('handouts.moreOnPage')],
        kit.locale,
      ),
    ),
  ]
  const back: Block[] = [
    { ...heading(2, t('handouts.numbers')), onBack: true },
    note(content.parts.texts.comparedHow),
    ...questions,
  ]
  const told = questions.flatMap(({ cells }) =>
    cells.flatMap(({ studies }) =>
      studies.flatMap(({ note: runs }) => runs.flatMap(({ source }) => source ?? [])),
    ),
  )
  const others = figureSources([...front, ...questions], kit).filter((id) => !told.includes(id))
  // All notes on the front: the back is as full as a sheet can be.
  return [...front, ...shortSources(others, content, kit), ...forClinic(kit), ...back]
}

function aboutDecision(
  decision: HandoutContent['decisions'][number],
  content: HandoutContent,
  pictureOf: (from: string) => Picture | null,
  kit: Kit,
): Block[] {
  const { t } = kit
  const compared = content.compared.find(({ id }) => id === decision.id)
  const rows = compared?.rows ?? []
  const options = decision.options.map((option) => ({
    ...option,
    letter: compared?.options.find(({ id }) => id === option.id)?.letter ?? '',
  }))
  const blocks = [
    ...paragraphs(decision.lead, kit),
    urgent(content.condition.emergency.now, kit),
    heading(2, t('compare.options')),
    note(t('options.order')),
    ...list(
      options.map(({ letter, name, short }) => [
        strong(led(`${letter}. ${name}`, kit)),
        ...runsOf(short, kit),
      ]),
    ),
    heading(2, t('compare.days')),
    ...list(
      options.map(({ letter, daysBody, carer, changeMind }) => [
        strong(`${letter}.`),
        { text: ' ' },
        ...joined(
          [daysBody, carer, changeMind].flatMap(([first]) => first ?? []),
          kit,
        ),
      ]),
    ),
    heading(2, t('handouts.numbers')),
    note(
      sentences(
        [t('compare.chance'), t('summary.noRangeNote'), t('summary.ratingNote'), t('handouts.eachLine')],
        kit.locale,
      ),
    ),
    note(t('handouts.pictureMeans')),
    ...decision.outcomes.flatMap((outcome): Block[] => {
      const row = rows.find(({ id }) => id === outcome.id)
      return [
        heading(3, outcome.question),
        ...outcomeBlocks(outcome, options, row?.lines ?? [], pictureOf, kit),
        ...(row?.rated ? [note(row.rated)] : []),
      ]
    }),
    note(t('compare.unknownIsNotNone')),
    plain({ text: t('stemCells.ownLane') }),
  ]
  return [
    ...blocks,
    ...sourceBlocks(
      [...rows.flatMap((row) => row.lines.map(({ source }) => source.id)), ...figureSources(blocks, kit)],
      content,
      kit,
    ),
  ]
}

/** What is known about cells, on one sheet: the short answer, every family with every question, and what to ask. */
function cellsSheet(content: HandoutContent, kit: Kit): Block[] {
  const { cells } = content
  const { t } = kit
  const { rows } = productGrid(cells.products, kit.book)
  const blocks: Block[] = [
    urgent(content.condition.emergency.now, kit),
    heading(2, t('stemCells.gist')),
    ...paragraphs(cells.about.gist, kit),
    heading(2, t('stemCells.products')),
    {
      kind: 'table',
      head: [
        t('stemCells.products'),
        ...ProductQuestion.options.map((question) => shortQuestion(question, cells.about, t)),
      ],
      rows: rows.map(({ product, marks }) => [
        runsOf(product.name, kit),
        ...marks.map(({ mark }) => [{ text: t(`stemCells.mark.${mark}`) }]),
      ]),
    },
    note(
      sentences(
        [t('stemCells.unknownMeans'), t('stemCells.harmSeenMeans'), t('stemCells.ownLane')],
        kit.locale,
      ),
    ),
    heading(2, t('stemCells.questions')),
    ...list(
      cells.questions.map(({ text }) => joined(text.slice(0, 1), kit)),
      2,
    ),
    { ...heading(2, t('stemCells.checks')), onBack: true },
    ...list(
      cells.checks.map(({ text }) => joined(text.slice(0, 1), kit)),
      2,
    ),
    heading(2, t('stemCells.harms')),
    ...list(
      cells.harms.map(({ text }) => joined(text.slice(0, 1), kit)),
      2,
    ),
    heading(2, t('stemCells.prices')),
    ...list(
      cells.prices.map(({ text }) => joined(text.slice(0, 1), kit)),
      2,
    ),
    heading(3, t('handouts.myNotes')),
    lines(4),
    ...forClinic(kit),
  ]
  const sources = [
    ...cells.products.flatMap(({ answers }) => answers.flatMap((answer) => answer.sources)),
    ...[cells.questions, cells.checks, cells.harms, cells.prices].flatMap((parts) =>
      parts.flatMap((item) => item.sources),
    ),
    ...figureSources(blocks, kit),
  ]
  return [...blocks, ...shortSources(sources, content, kit)]
}

function aboutCells(content: HandoutContent, kit: Kit): Block[] {
  const { cells } = content
  const { t, locale } = kit
  const { comma, gap } = punctuationOf(locale)
  const items = (parts: readonly Item[]) => list(parts.map(({ text }) => joined(text, kit)))
  const blocks = [
    ...paragraphs(cells.about.lead, kit),
    urgent(content.condition.emergency.now, kit),
    heading(2, t('stemCells.gist')),
    ...paragraphs(cells.about.gist, kit),
    ...paragraphs(cells.about.gistMore, kit),
    heading(2, t('stemCells.products')),
    note(t('stemCells.harmSeenMeans')),
    ...cells.products.flatMap((product): Block[] => [
      heading(3, product.name),
      ...paragraphs(product.whatItIs, kit),
      // The statuses side by side; the trials behind them fill pages, and stand on the web page.
      ...list(
        product.answers.map((answer) => [
          { text: askedWords(answer.question, cells.about, t) + gap },
          strong(ended(t(`stemCells.mark.${markOf(answer, kit.book)}`), locale)),
        ]),
      ),
    ]),
    heading(2, t('stemCells.harms')),
    ...items(cells.harms),
    heading(2, t('stemCells.regulators')),
    ...list(
      cells.regulators.map(({ place, date, answer, text }) => [
        strong(
          labelled(
            [place, writtenDay(date, locale)].join(comma + gap),
            ended(t(`stemCells.answer.${answer}`), locale),
            locale,
          ),
        ),
        { text: gap },
        ...joined(text, kit),
      ]),
    ),
    heading(2, t('stemCells.guidelines')),
    ...paragraphs(cells.about.guidelines, kit),
    heading(2, t('stemCells.prices')),
    ...items(cells.prices),
    heading(2, t('stemCells.checks')),
    ...items(cells.checks),
    heading(2, t('stemCells.questions')),
    ...items(cells.questions),
    plain({ text: t('stemCells.ownLane') }),
  ]
  return [
    ...blocks,
    ...sourceBlocks(
      [
        ...cells.products.flatMap(({ sources, answers }) => [
          ...sources,
          ...answers.flatMap((a) => a.sources),
        ]),
        ...[cells.harms, cells.regulators, cells.prices, cells.checks, cells.questions].flatMap((parts) =>
          parts.flatMap(({ sources }) => sources),
        ),
        ...figureSources(blocks, kit),
      ],
      content,
      kit,
    ),
  ]
}

function sureBlocks(sure: Sure | null, { t, locale }: Kit): Block[] {
  if (!sure) return []
  return [
    heading(2, t('check.sure')),
    note(t('handouts.oneEach')),
    ...sure.items.map(({ text }): Block => ({ kind: 'ticks', label: text, items: [sure.yes, sure.no] })),
    // The terms we saw ask for the reference only; how the items were read stands on the page of the check.
    note(sentences([sure.citation, sure.copyright], locale)),
  ]
}

function worksheet({ condition, parts, sure }: HandoutContent, kit: Kit): Block[] {
  const { t } = kit
  const names = (choices: readonly { text: string }[]) => choices.map(({ text }) => text)
  return [
    { kind: 'fields', items: parts.texts.identity },
    urgent(condition.emergency.now, kit),
    heading(2, parts.texts.situation),
    { kind: 'ticks', items: names(parts.situations) },
    heading(2, t('handouts.choice')),
    { kind: 'ticks', items: parts.decisions.map(({ question }) => question) },
    heading(2, parts.texts.matters),
    note(t('handouts.oneEach')),
    ...parts.matters.map(({ question }): Block => ({
      kind: 'ticks',
      label: question,
      items: names(parts.matterAnswers),
    })),
    heading(3, t('handouts.matterMost')),
    lines(2),
    heading(2, parts.texts.lean),
    { kind: 'ticks', items: [...names(parts.options), parts.texts.leanNone] },
    heading(3, parts.texts.unsure),
    lines(2),
    ...sureBlocks(sure, kit),
    heading(2, parts.texts.questions),
    { kind: 'ticks', items: names(parts.clinicQuestions) },
    lines(2),
    heading(2, parts.texts.cells),
    heading(3, parts.texts.cellsRead),
    lines(2),
    heading(3, parts.texts.cellsAsk),
    lines(2),
    heading(2, t('handouts.carer')),
    lines(2),
    heading(3, parts.texts.clinicAnswers),
    lines(2),
    heading(2, t('handouts.notes')),
    lines(2),
  ]
}

/** The name of a decision's sheet, as it stands in its address. */
const compareName = (decisionId: string) => `compare-${decisionId}`

/**
 * Every handout of a condition, in order.
 * @param pictureOf the picture of a figure (`estimate:<id>`), or null when it is no share of people
 */
export function writeHandouts(
  content: HandoutContent,
  pictureOf: (from: string) => Picture | null,
  kit: Kit,
): Handout[] {
  const { condition, decisions } = content
  const { t, locale } = kit
  const about = t('handouts.about', { name: condition.inSentence })
  const made = (name: string, title: string, lead: string[], blocks: Block[], size?: 'small'): Handout => ({
    name,
    title,
    paper: { locale, title, ...(size && { size }), lead, blocks, foot: content.footOf(name) },
  })
  const sheet = (name: string, title: string, lead: string[], blocks: Block[]) =>
    made(name, title, lead, blocks, 'small')
  return [
    sheet('about', condition.name, [condition.short], conditionSheet(content, kit)),
    ...decisions.map((decision) =>
      sheet(compareName(decision.id), decision.question, [about], decisionSheet(decision, content, kit)),
    ),
    sheet('stem-cells', t('handouts.stemCells'), [about], cellsSheet(content, kit)),
    sheet(
      'worksheet',
      t('handouts.worksheet', { name: condition.inSentence }),
      [t('handouts.worksheetLead')],
      worksheet(content, kit),
    ),
    made(longName('about'), condition.name, [condition.short], aboutCondition(content, kit)),
    ...decisions.map((decision) =>
      made(
        longName(compareName(decision.id)),
        decision.question,
        [about],
        aboutDecision(decision, content, pictureOf, kit),
      ),
    ),
    made(longName('stem-cells'), t('handouts.stemCells'), [about], aboutCells(content, kit)),
  ]
}

/** Where a handout lies; `clinicId`: the one with a clinic's name on it. */
export function handoutPath(
  locale: string,
  conditionId: string,
  name: string,
  sheet: Sheet,
  clinicId?: string,
): string {
  const folder = clinicId === undefined ? conditionId : `c/${clinicId}/${conditionId}`
  return `/handouts/${locale}/${folder}/${name}-${sheet}.pdf`
}

/** A sheet with who gives it under its title. The long forms stay without a name: they are to be looked up. */
export function withGiver(
  { name, title, paper }: Handout,
  line: string,
  logo: Paper['logo'] | null,
): Handout | null {
  if (paper.size !== 'small') return null
  const last = paper.lead.at(-1)
  // In the last line of the lead: a line of its own could push a sheet that is full onto a third page.
  const lead =
    last === undefined ? [line] : [...paper.lead.slice(0, -1), sentences([last, line], paper.locale)]
  return { name, title, paper: { ...paper, ...(logo && { logo }), lead } }
}

type Files = { sheet: Sheet; path: string }[]
export type ListedHandout = {
  name: string
  title: string
  files: Files
  /** The long form; null: it has none. */
  long: { title: string; files: Files } | null
}

/** The handouts of a condition as a page lists them: each sheet with its long form, in the order of {@link writeHandouts};
 * `clinicId`: the sheets with a clinic's name, which have no long form. */
export function listHandouts(
  locale: Locale,
  condition: { id: string; inSentence: string },
  decisions: readonly { id: string; name: string }[],
  t: Translate,
  clinicId?: string,
): ListedHandout[] {
  const filesOf = (name: string) =>
    sheets.map((sheet) => ({ sheet, path: handoutPath(locale, condition.id, name, sheet, clinicId) }))
  const listed = (name: string, title: string, long: string | null): ListedHandout => ({
    name,
    title,
    files: filesOf(name),
    long: long === null || clinicId !== undefined ? null : { title: long, files: filesOf(longName(name)) },
  })
  return [
    listed('about', t('handouts.about', { name: condition.inSentence }), t('handouts.whole')),
    ...decisions.map(({ id, name }) =>
      listed(compareName(id), t('handouts.compare', { name }), t('handouts.all')),
    ),
    listed('stem-cells', t('handouts.stemCells'), t('handouts.all')),
    listed('worksheet', t('handouts.worksheet', { name: condition.inSentence }), null),
  ]
}
