/** The open data holds every lead figure with the numbers of the pages, and is what its OpenAPI document says. */
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { Validator } from '@seriousme/openapi-schema-validator'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { parse } from 'csv-parse/sync'
import { parseFragment } from 'parse5'
import { describe, expect, test } from 'vitest'
import { AnswerPictures } from '@/components/glance/answer-pictures'
import { FindingsTables } from '@/components/evidence/findings-table'
import { openFileAddress, openFolder } from '@/lib/evidence/addresses'
import { uuidOf } from '@/lib/server/build/name-uuid'
import { findingsColumns } from '@/lib/evidence/findings-csv'
import { findingsTable } from '@/lib/evidence/findings-table'
import { conditionFiles, sharedFiles, type OpenFile } from '@/lib/evidence/open-files'
import type { DecisionsFile, IndexFile, ProductsFile, ResultsFile, SourcesFile } from '@/lib/evidence/schema'
import { glanceCells } from '@/lib/glance/glance-cell'
import { optionMarks } from '@/lib/journey/steps'
import { leadFigures } from '@/lib/numbers/lead-figures'
import messages from '@/lib/texts/messages.en.json'
import { openContentOf } from '@/tests/content/open-content'
import { realContent } from '@/tests/content/real-content'
import { ratingsToMake } from '@/prisma/pipeline/check-ratings'
import { attributeOf, elementsIn, textIn } from '@/tests/html'

const content = realContent()
const review = { byClinician: false, words: messages.site.notReviewed }
const made = content.conditions.map((condition) => {
  const { content: open, kit } = openContentOf(content, condition)
  return {
    id: condition.condition.id,
    condition,
    open,
    kit,
    files: conditionFiles(
      open,
      { of: () => review, products: review },
      { sources: content.sources, uuidOf },
      kit,
    ),
  }
})
const [first] = made
if (!first) throw new Error('no condition')
const shared = sharedFiles(first.open.release, content.sources, [
  { locale: 'en', conditions: made.map(({ open }) => open.condition) },
])

function read<File>(files: readonly OpenFile[], address: string): File {
  const file = files.find((each) => each.address === address)
  if (!file) throw new Error(`no file ${address}`)
  return JSON.parse(file.text) as File
}

describe('the OpenAPI document', () => {
  const document = read<Record<string, unknown>>(shared, `${openFolder}/openapi.json`)

  test('is a valid OpenAPI 3.1 document, and the check notices one that is not', async () => {
    const validator = new Validator()
    expect(await validator.validate(structuredClone(document))).toMatchObject({ valid: true })
    expect(validator.version).toBe('3.1')
    const bad = await new Validator().validate({ ...structuredClone(document), paths: [], info: {} })
    expect(bad.valid).toBe(false)
  })

  const ajv = new Ajv2020({ strict: false, allErrors: true })
  ajv.addFormat('date', /^\d{4}-\d{2}-\d{2}$/)
  ajv.addFormat('uri', /^https?:\/\//)
  ajv.addSchema(document, 'openapi')
  const check = (name: string, value: unknown) => {
    const validate = ajv.getSchema(`openapi#/components/schemas/${name}`)
    if (!validate) throw new Error(`no schema ${name}`)
    validate(value)
    return (validate.errors ?? []).slice(0, 3)
  }

  test('describes every file of every condition', () => {
    for (const { id, files } of made)
      for (const [name, file] of [
        ['Results', 'results'],
        ['Decisions', 'decisions'],
        ['Products', 'products'],
      ] as const)
        expect(check(name, read(files, openFileAddress('en', id, file))), `${id} ${name}`).toEqual([])
  })

  test('describes the index and the sources, and refuses a figure without its tier', () => {
    expect(check('Index', read(shared, openFolder))).toEqual([])
    expect(check('Sources', read(shared, `${openFolder}/sources.json`))).toEqual([])
    const results = read<ResultsFile>(first.files, openFileAddress('en', first.id, 'results'))
    const arm = results.results[0]?.arms[0]
    if (!arm) throw new Error('no arm')
    const { tier: _tier, ...without } = arm
    expect(check('Estimate', arm)).toEqual([])
    expect(check('Estimate', without)).not.toEqual([])
    expect(check('Estimate', { ...arm, more: 1 })).not.toEqual([])
  })

  test('names every file that there is, and the index leads to all of them', () => {
    const patterns = Object.keys(document.paths as object).map(
      (path) => new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[a-z0-9-]+').replaceAll('.', '\\.')}$`),
    )
    const all = [...shared, ...made.flatMap(({ files }) => files)].map(({ address }) => address)
    expect(all.filter((address) => !patterns.some((pattern) => pattern.test(address)))).toEqual([])
    const index = read<IndexFile>(shared, openFolder)
    const listed = index.languages.flatMap(({ conditions }) =>
      conditions.flatMap(({ results, decisions, products }) => [results, decisions, products]),
    )
    expect(listed.filter((address) => !all.includes(address))).toEqual([])
    expect(listed).toHaveLength(made.length * 3)
  })
})

describe.each(made)('$id', ({ id, condition, open, kit, files }) => {
  const decided = read<DecisionsFile>(files, openFileAddress('en', id, 'decisions'))
  const results = read<ResultsFile>(files, openFileAddress('en', id, 'results'))
  const products = read<ProductsFile>(files, openFileAddress('en', id, 'products'))
  const sources = read<SourcesFile>(shared, `${openFolder}/sources.json`)
  const stored = new Map(condition.numbers.estimates.map((estimate) => [estimate.id, estimate]))

  test('holds every figure of numbers.yaml once, as its source printed it', () => {
    const arms = results.results.flatMap((result) => result.arms)
    expect(arms.map((arm) => arm.id).toSorted()).toEqual([...stored.keys()].toSorted())
    for (const arm of arms) {
      const figure = stored.get(arm.id)
      expect(arm.value, arm.id).toEqual(figure?.value)
      expect([arm.tier, arm.where, arm.design, arm.effect, arm.sources[0]], arm.id).toEqual([
        figure?.tier,
        figure?.where,
        figure?.design,
        figure?.effect,
        figure?.source,
      ])
      expect([arm.licence, arm.contentVersion], arm.id).toEqual(['CC-BY-4.0', open.release.contentVersion])
      if (arm.value.type === 'counts') expect(arm.denominator, arm.id).toBe(arm.value.total)
    }
  })

  test('names only sources that sources.json has', () => {
    const known = new Set(sources.sources.map((source) => source.id))
    const named = [
      ...results.results.flatMap(({ arms }) => arms.flatMap((arm) => arm.sources)),
      ...products.products.flatMap((product) => [
        ...product.sources,
        ...product.answers.flatMap((answer) => answer.sources),
        ...product.trials.map(({ source }) => source),
      ]),
    ]
    expect(named.length).toBeGreaterThan(0)
    expect(named.filter((source) => !known.has(source))).toEqual([])
  })

  test('holds every lead figure of every cell, in order, with our rating beside it', () => {
    let leads = 0
    const notRated = new Set(ratingsToMake(condition).map(({ place }) => place))
    for (const decision of condition.decisions.decisions) {
      const written = decided.decisions.find((each) => each.id === decision.id)
      for (const outcome of decision.outcomes) {
        const cells = written?.outcomes.find((each) => each.id === outcome.id)?.cells ?? []
        expect(cells.map(({ option }) => option)).toEqual(decision.options)
        for (const cell of cells) {
          const yaml = outcome.cells[cell.option]
          if (cell.kind !== 'figures') {
            expect(yaml && 'estimates' in yaml, `${decision.id}/${outcome.id}/${cell.option}`).toBe(false)
            expect(cell.why.length).toBeGreaterThan(10)
            continue
          }
          if (!yaml || !('estimates' in yaml)) throw new Error('a cell without figures')
          expect(cell.leads.map(({ estimate }) => estimate.id)).toEqual(leadFigures(yaml))
          const place = `${decision.id}/${outcome.id}/${cell.option}`
          for (const { estimate } of cell.leads) {
            leads += 1
            const rated = estimate.certainty.byMakers.map(({ of }) => of)
            expect(rated.includes(place), place).toBe(!notRated.has(place))
            for (const rating of estimate.certainty.byMakers)
              expect([rating.words, rating.checkedByClinician]).toEqual([messages.ratings.byUs, false])
          }
        }
      }
    }
    expect(leads).toBeGreaterThan(0)
  })

  test('tells of every lead figure the numbers of its page, of both groups and both sides', () => {
    let compared = 0
    for (const decision of open.decisions) {
      const ids = decision.options.map((option) => option.id)
      const named = {
        marks: optionMarks(ids),
        names: new Map(decision.options.map((each) => [each.id, each.name])),
      }
      for (const outcome of decision.outcomes) {
        const glance = glanceCells(outcome.cells as never, ids, kit.book, outcome.tone)
        const cells = decided.decisions
          .find((each) => each.id === decision.id)
          ?.outcomes.find((each) => each.id === outcome.id)?.cells
        for (const cell of cells ?? []) {
          const drawn = glance.get(cell.option)
          if (cell.kind !== 'figures' || !drawn || !('items' in drawn) || drawn.isCompared) continue
          const page = parseFragment(
            renderToStaticMarkup(
              createElement(AnswerPictures, {
                option: decision.options.find((each) => each.id === cell.option) as never,
                question: outcome.question,
                cell: drawn,
                from: outcome.cells[cell.option] as never,
                kit: { ...kit, seen: new Set<string>() },
                ...named,
              }),
            ),
          )
          const shownOf = (estimate: string) =>
            elementsIn(page)
              .filter((element) => attributeOf(element, 'data-figure') === `estimate:${estimate}`)
              .map((element) => textIn(element, { between: '' }))
              .join(' | ')
          for (const { estimate, versus } of cell.leads) {
            if (!drawn.items.some(({ lead }) => lead.id === estimate.id)) continue
            for (const group of [estimate, ...(versus ? [versus] : [])]) {
              if (!group.people) continue
              const text = shownOf(group.id)
              for (const side of ['bad', 'good'] as const) {
                const { count } = group.people[side]
                const written = count.toLocaleString('en-GB')
                expect(text, `${group.id} ${side}`).toMatch(new RegExp(`(^|[^\\d,.])${written}([^\\d]|$)`))
              }
              compared += 1
            }
          }
        }
      }
    }
    expect(compared).toBeGreaterThan(0)
  })

  test('has a table of findings for each decision, the same on the page and in the file', () => {
    for (const decision of open.decisions) {
      const table = findingsTable(decision, kit)
      const html = renderToStaticMarkup(createElement(FindingsTables, { table, kit }))
      const file = files.find(({ address }) => address.endsWith(`findings-${decision.id}.csv`))
      expect(file?.text.startsWith('\ufeff')).toBe(true)
      expect(file?.text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
      const rows: string[][] = parse(file?.text ?? '', { bom: true, record_delimiter: '\r\n' })
      const [head, ...body] = rows
      expect(head).toEqual(findingsColumns.map((column) => messages.findings.column[column]))
      const wanted = table.outcomes.flatMap((outcome) => outcome.rows)
      expect(body).toHaveLength(wanted.length)
      expect(html.match(/<tr /g)).toHaveLength(wanted.length + table.outcomes.length)
      for (const row of body) {
        expect(row.every((cell) => !/^[=+\-@\t]/.test(cell))).toBe(true)
        const of = (column: (typeof findingsColumns)[number]) => row[findingsColumns.indexOf(column)] ?? ''
        expect([of('licence'), of('version'), of('reviewed')]).toEqual([
          'CC-BY-4.0',
          open.release.contentVersion,
          messages.site.notReviewed,
        ])
        if (!of('estimateId')) continue
        expect(html).toContain(`data-figure="estimate:${of('estimateId')}"`)
        expect(of('sure')).not.toBe('')
      }
      const leads = wanted.flatMap(({ finding }) => finding?.own.estimate ?? [])
      const inData = decided.decisions
        .find((each) => each.id === decision.id)
        ?.outcomes.flatMap(({ cells }) =>
          cells.flatMap((cell) =>
            cell.kind === 'figures' ? cell.leads.map(({ estimate }) => estimate.id) : [],
          ),
        )
      expect(leads).toEqual(inData)
    }
  })
})
