/**
 * The OpenAPI 3.1 document of the open data. Its schemas are the shapes of schema.ts, written by zod as JSON Schema
 * 2020-12, which OpenAPI 3.1 takes as it is. It is for programmers and in English only, like the names of the fields.
 */
import { z } from 'zod'
import { indexAddress, openApiAddress, openFolder, openSourcesAddress } from '@/lib/evidence/addresses'
import {
  Decision,
  DecisionsFile,
  Estimate,
  IndexFile,
  MakersRating,
  OpenProduct,
  ProductsFile,
  Refusal,
  Release,
  Result,
  ResultsFile,
  SourcesFile,
  type Release as ReleaseType,
} from '@/lib/evidence/schema'

const schemas = {
  Index: IndexFile,
  Results: ResultsFile,
  Decisions: DecisionsFile,
  Products: ProductsFile,
  Sources: SourcesFile,
  Release,
  Result,
  Estimate,
  MakersRating,
  Decision,
  Product: OpenProduct,
  Refusal,
} as const
type SchemaName = keyof typeof schemas

const refTo = (name: string) => `#/components/schemas/${name}`

/** Every shape once; what one shape has of another is a reference. */
function jsonSchemas(): Record<string, Record<string, unknown>> {
  const registry = z.registry<{ id: string }>()
  for (const [id, schema] of Object.entries(schemas)) registry.add(schema, { id })
  const made = z.toJSONSchema(registry, { uri: refTo, target: 'draft-2020-12' }).schemas
  return Object.fromEntries(
    Object.entries(made).map(([name, schema]) => {
      const { $id: _id, $schema: _dialect, ...rest } = schema as Record<string, unknown>
      return [name, rest]
    }),
  )
}

const etag = {
  description: 'Strong: the same for the same bytes on every server. Send it back as If-None-Match.',
  schema: { type: 'string' },
}
const notModified = { description: 'You have this copy already.' }
const refused = (description: string) => ({
  description,
  content: { 'application/json': { schema: { $ref: refTo('Refusal') } } },
})
const locale = {
  name: 'locale',
  in: 'path',
  required: true,
  description: 'A language of the index',
  schema: { type: 'string' },
}
const condition = { ...locale, name: 'condition', description: 'The id of a condition of the index' }
const decision = { ...locale, name: 'decision', description: 'The id of a decision of the condition' }

const read = (
  operationId: string,
  summary: string,
  content: Record<string, unknown>,
  parameters: readonly unknown[] = [],
) => ({
  ...(parameters.length > 0 && { parameters }),
  get: {
    operationId,
    summary,
    responses: {
      200: { description: summary, headers: { ETag: etag }, content },
      304: notModified,
      404: refused('There is no such file.'),
    },
  },
})
const json = (name: SchemaName) => ({ 'application/json': { schema: { $ref: refTo(name) } } })

/** The document for one release. */
export function openApiDocument({ contentVersion, attribution, notice }: ReleaseType) {
  const below = `${openFolder}/{locale}/{condition}`
  return {
    openapi: '3.1.0',
    info: {
      title: 'Lantern: open data of our figures',
      version: `1+${contentVersion}`,
      summary: 'Results, lead figures, certainty, sources and cell products, as the pages show them.',
      description: [...notice, attribution].join('\n\n'),
      license: { name: 'Creative Commons Attribution 4.0 International', identifier: 'CC-BY-4.0' },
    },
    servers: [{ url: '/', description: 'The server that gave you this document' }],
    security: [],
    paths: {
      [indexAddress]: read('getIndex', 'What there is, by language and condition', json('Index')),
      [openApiAddress]: read('getOpenApi', 'This document', {
        'application/json': { schema: { type: 'object' } },
      }),
      [openSourcesAddress]: read('getSources', 'Every source, and how it was read', json('Sources')),
      [`${below}/results.json`]: read(
        'getResults',
        'Every result of a condition with the estimate of each arm',
        json('Results'),
        [locale, condition],
      ),
      [`${below}/decisions.json`]: read(
        'getDecisions',
        'Every decision with its options, outcomes, lead figures and how sure we are',
        json('Decisions'),
        [locale, condition],
      ),
      [`${below}/products.json`]: read(
        'getProducts',
        'What is known about each family of cell products',
        json('Products'),
        [locale, condition],
      ),
      [`${below}/findings-{decision}.csv`]: read(
        'getFindings',
        'The summary-of-findings table of a decision (RFC 4180, UTF-8 with a byte order mark)',
        { 'text/csv': { schema: { type: 'string' } } },
        [locale, condition, decision],
      ),
      [`${below}/fhir-r5-{decision}.json`]: read(
        'getFhir',
        'The figures of a decision as FHIR R5: a document of Composition, Evidence, Citation and ArtifactAssessment',
        { 'application/json': { schema: { type: 'object', required: ['resourceType', 'type', 'entry'] } } },
        [locale, condition, decision],
      ),
    },
    components: { schemas: jsonSchemas() },
  }
}
