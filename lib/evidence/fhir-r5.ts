/**
 * The figures of a decision as FHIR R5, in the resources that EBMonFHIR uses: a document with one Composition (the summary
 * of findings), an Evidence for each figure, a Citation for each source and an ArtifactAssessment for each rating of ours.
 * Made from the open data, so every number is the number of a page. Definitions: hl7.fhir.r5.core 5.0.0.
 */
import type { Decision, Estimate, MakersRating, Release, Result } from '@/lib/evidence/schema'
import type { Source } from '@/lib/sources/schema'
import type { Translate } from '@/lib/texts/translate'

type Loose = Record<string, unknown>
export type FhirResource = { resourceType: string; id: string } & Loose
export type FhirDocument = {
  resourceType: 'Bundle'
  type: 'document'
  identifier: { system: string; value: string }
  timestamp: string
  entry: { fullUrl: string; resource: FhirResource }[]
}

/** What is given that cannot be worked out from the open data. */
export type FhirGiven = {
  locale: string
  condition: { id: string; name: string }
  decision: Decision
  results: readonly Result[]
  sources: readonly Source[]
  release: Release
  t: Translate
  /** A UUID that is always the same for a name, so that the file changes only when the figures do. */
  uuidOf: (name: string) => string
}

/** Without what is not there: FHIR has no null. */
const filled = (fields: Loose): Loose =>
  Object.fromEntries(
    Object.entries(fields).filter(
      ([, value]) => value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0),
    ),
  )
const words = (text: string) => ({ text })
const notesOf = (lines: readonly string[]) => lines.map((text) => ({ text }))
const coded = (system: string, code: string, text: string) => ({ coding: [{ system, code }], text })

const certaintyRating = 'http://hl7.org/fhir/certainty-rating'
const certaintyType = 'http://hl7.org/fhir/certainty-type'
const percent = { unit: '%', system: 'http://unitsofmeasure.org', code: '%' }

/** An address of the site as data, for a place where FHIR wants text. */
const addressSystem = 'urn:ietf:rfc:3986'

function citationOf(source: Source, release: Release): Loose {
  const { authors } = source
  const names = authors ? [...authors.people, ...authors.groups] : []
  return filled({
    resourceType: 'Citation',
    status: 'active',
    date: source.checkedOn,
    title: source.title,
    citedArtifact: filled({
      identifier: [
        ...(source.doi ? [{ system: 'https://doi.org', value: source.doi }] : []),
        ...(source.pmid ? [{ system: 'https://pubmed.ncbi.nlm.nih.gov', value: source.pmid }] : []),
        ...(source.nct ? [{ system: 'http://clinicaltrials.gov', value: source.nct }] : []),
      ],
      currentState: source.status === 'current' ? undefined : [words(source.status)],
      title: [{ text: source.title }],
      publicationForm: source.container
        ? [filled({ publishedIn: { title: source.container }, publicationDateText: source.year?.toString() })]
        : undefined,
      webLocation: source.url ? [{ url: source.url }] : undefined,
      contributorship: names.length ? { summary: [{ value: names.join(', ') }] } : undefined,
      note: notesOf([`tier ${source.tier}, read as ${source.readAs}`, ...(source.note ? [source.note] : [])]),
    }),
    copyright: release.licence,
  })
}

/** The printed figure of one group, and the printed effect against the group that it was compared with. */
function statisticsOf(estimate: Estimate): Loose[] {
  const { value, range, effect, denominator } = estimate
  const own =
    range.from === 'none'
      ? undefined
      : [
          {
            description: range.from,
            type: words('confidence interval'),
            level: range.level,
            range: { low: { value: range.low, ...percent }, high: { value: range.high, ...percent } },
          },
        ]
  const sampleSize = denominator === null ? undefined : { numberOfParticipants: denominator }
  const common = { description: estimate.where, sampleSize }
  const ends = (low: number | undefined, high: number | undefined, level: number, p: string | undefined) => [
    ...(low === undefined || high === undefined
      ? []
      : [
          {
            type: words('confidence interval'),
            level,
            range: { low: { value: low }, high: { value: high } },
          },
        ]),
    ...(p === undefined ? [] : [{ type: words('p-value'), description: p }]),
  ]
  const first = (): Loose => {
    switch (value.type) {
      case 'counts':
        return {
          ...common,
          statisticType: words('count'),
          numberAffected: value.events,
          attributeEstimate: own,
        }
      case 'percent':
        return {
          ...common,
          statisticType: words('proportion'),
          quantity: { value: value.value, ...percent },
          attributeEstimate: own,
        }
      case 'percentSpan':
        return {
          ...common,
          statisticType: words('proportion'),
          attributeEstimate: [
            {
              type: words('printed span'),
              range: { low: { value: value.low, ...percent }, high: { value: value.high, ...percent } },
            },
          ],
        }
      case 'rate':
        return {
          ...common,
          statisticType: words('incidence rate'),
          quantity: { value: value.per100PersonYears, unit: 'in 100 person-years' },
        }
      case 'ratioOnly':
        return {
          ...common,
          statisticType: words(value.measure),
          quantity: { value: value.value },
          attributeEstimate: ends(value.low, value.high, value.level ?? 95, value.p),
        }
      case 'meanDifference':
        return {
          ...common,
          statisticType: words(`mean difference, ${value.of}`),
          quantity: { value: value.value, unit: value.unit },
          attributeEstimate: ends(value.low, value.high, 95, value.p),
        }
      case 'finding':
        return { ...common, statisticType: words('finding in words'), note: [{ text: value.finding }] }
    }
  }
  const compared = effect && {
    description: estimate.where,
    statisticType: words(effect.measure),
    quantity: { value: effect.value },
    attributeEstimate: ends(effect.low, effect.high, effect.level, effect.p),
  }
  return [first(), ...(compared ? [compared] : [])].map(filled)
}

/** A rating of ours beside the figure: never without who made it. */
const certaintyOf = (rating: MakersRating) =>
  rating.level === null
    ? []
    : [
        filled({
          description: rating.words,
          type: coded(certaintyType, 'Overall', 'Overall certainty'),
          rating: coded(certaintyRating, rating.level, rating.level),
          rater: rating.words,
          note: notesOf([...rating.against, ...rating.for]),
        }),
      ]

function evidenceOf(
  estimate: Estimate,
  versus: Estimate | undefined,
  cited: string,
  release: Release,
): Loose {
  const { endpoint, population, arm, followUp, certainty } = estimate
  return filled({
    resourceType: 'Evidence',
    identifier: [{ system: addressSystem, value: `urn:lantern:estimate:${estimate.id}` }],
    title: `${endpoint.title}: ${arm.words}`,
    citeAsReference: { reference: cited },
    status: estimate.sourceStatus === 'retracted' ? 'retired' : 'active',
    date: estimate.checkedOn,
    copyright: release.licence,
    note: notesOf(estimate.notes),
    variableDefinition: [
      { description: population.words, variableRole: words('population') },
      { description: arm.words, variableRole: words('exposure') },
      // Told of both groups of a pair, so it does not say which of them was the reference.
      ...(versus ? [{ description: versus.arm.words, variableRole: words('compared with') }] : []),
      {
        description: `${endpoint.title}: ${endpoint[estimate.counts]}`,
        note: [{ text: followUp.words }],
        variableRole: words('measured variable'),
      },
    ],
    studyDesign: [words(estimate.design)],
    statistic: statisticsOf(estimate),
    certainty: certainty.byMakers.flatMap(certaintyOf),
  })
}

function assessmentOf(rating: MakersRating, title: string, artifact: string, release: Release): Loose {
  return filled({
    resourceType: 'ArtifactAssessment',
    title,
    date: rating.ratedOn,
    copyright: release.licence,
    artifactReference: { reference: artifact },
    content: [
      filled({
        informationType: 'rating',
        summary: rating.words,
        type: coded(certaintyType, 'Overall', 'Overall certainty'),
        classifier: rating.level === null ? undefined : [coded(certaintyRating, rating.level, rating.level)],
        freeToShare: true,
        component: [...rating.against, ...rating.for].map((summary) => ({
          informationType: 'comment',
          summary,
        })),
      }),
    ],
  })
}

/**
 * The document of one decision. It holds the lead figures with the groups that they were compared with, and every other
 * figure of the same cells.
 */
export function fhirDocument(given: FhirGiven): FhirDocument {
  const { locale, condition, decision, results, sources, release, t, uuidOf } = given
  const own = `${locale}/${condition.id}/${decision.id}`
  const all = new Map(results.flatMap(({ arms }) => arms.map((arm) => [arm.id, arm] as const)))
  const cells = decision.outcomes.flatMap((outcome) =>
    outcome.cells.flatMap((cell) => (cell.kind === 'figures' ? [{ outcome, cell }] : [])),
  )
  const ids = new Set(
    cells.flatMap(({ cell }) =>
      cell.estimates.flatMap((id) => {
        const versus = all.get(id)?.versus
        return versus ? [id, versus] : [id]
      }),
    ),
  )
  const figures = [...ids].flatMap((id) => all.get(id) ?? [])
  const entry: FhirDocument['entry'] = []
  const add = (name: string, resource: Loose) => {
    const id = uuidOf(`${own}/${name}`)
    entry.push({ fullUrl: `urn:uuid:${id}`, resource: { ...resource, id } as FhirResource })
  }
  const place = (name: string) => `urn:uuid:${uuidOf(`${own}/${name}`)}`
  const optionName = (id: string) => decision.options.find((option) => option.id === id)?.name ?? id
  const cellName = (outcome: string, option: string) => `rating/${outcome}/${option}`
  const sections = decision.outcomes.map((outcome) => ({
    title: outcome.question,
    section: outcome.cells.map((cell) =>
      cell.kind === 'figures'
        ? filled({
            title: optionName(cell.option),
            text: cell.words ? narrative(cell.words) : undefined,
            entry: [
              ...inOrder(cell).map((id) => ({ reference: place(`evidence/${id}`) })),
              ...(cell.certainty ? [{ reference: place(cellName(outcome.id, cell.option)) }] : []),
            ],
          })
        : { title: optionName(cell.option), text: narrative(cell.why || cell.kind) },
    ),
  }))
  add('composition', {
    resourceType: 'Composition',
    language: locale,
    identifier: [{ system: addressSystem, value: `urn:lantern:decision:${own}` }],
    version: release.contentVersion,
    status: decision.review.byClinician ? 'final' : 'preliminary',
    type: words('Summary of findings'),
    date: release.contentDate,
    author: [{ display: t('site.name') }],
    title: `${condition.name}: ${decision.question}`,
    note: notesOf([...release.notice, decision.review.words, release.attribution]),
    section: sections,
  })
  for (const figure of figures)
    add(
      `evidence/${figure.id}`,
      evidenceOf(
        figure,
        figure.versus === null ? undefined : all.get(figure.versus),
        place(`source/${figure.sources[0]}`),
        release,
      ),
    )
  for (const { outcome, cell } of cells)
    if (cell.certainty && cell.leads[0])
      add(
        cellName(outcome.id, cell.option),
        assessmentOf(
          cell.certainty,
          `${outcome.question} ${optionName(cell.option)}`,
          place(`evidence/${cell.leads[0].estimate.id}`),
          release,
        ),
      )
  const cited = new Set(figures.flatMap((figure) => figure.sources))
  for (const source of sources)
    if (cited.has(source.id)) add(`source/${source.id}`, citationOf(source, release))
  return {
    resourceType: 'Bundle',
    type: 'document',
    identifier: { system: addressSystem, value: `urn:lantern:document:${own}` },
    timestamp: `${release.contentDate}T00:00:00Z`,
    entry,
  }
}

/** The figures of a cell, those that pages show first before the others. */
function inOrder({
  leads,
  estimates,
}: Extract<Decision['outcomes'][number]['cells'][number], { kind: 'figures' }>) {
  return [...new Set([...leads.map(({ estimate }) => estimate.id), ...estimates])]
}

/** A narrative of one sentence. */
const narrative = (text: string) => ({
  status: 'generated',
  div: `<div xmlns="http://www.w3.org/1999/xhtml"><p>${text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')}</p></div>`,
})
