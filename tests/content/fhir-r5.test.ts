/** The figures as FHIR R5, held to HL7's own definitions of R5 (the package hl7.fhir.r5.core) by the validator of Medplum. */
import fs from 'node:fs'
import path from 'node:path'
import { indexStructureDefinitionBundle, validateResource } from '@medplum/core'
import { describe, expect, it } from 'vitest'
import { fhirDocument, type FhirDocument, type FhirResource } from '@/lib/evidence/fhir-r5'
import { uuidOf } from '@/lib/server/build/name-uuid'
import { openDecisions, openResults } from '@/lib/evidence/open-figures'
import messages from '@/lib/texts/messages.en.json'
import { openContentOf } from '@/tests/content/open-content'
import { realContent } from '@/tests/content/real-content'

const folder = path.resolve('node_modules/hl7.fhir.r5.core')
const readAll = (prefix: string) =>
  fs
    .readdirSync(folder)
    .filter((name) => name.startsWith(prefix))
    .map((name) => JSON.parse(fs.readFileSync(path.join(folder, name), 'utf8')) as Record<string, unknown>)
const definitions = readAll('StructureDefinition-').filter(({ derivation }) => derivation !== 'constraint')
indexStructureDefinitionBundle(definitions as unknown as Parameters<typeof indexStructureDefinitionBundle>[0])

type Resource = Parameters<typeof validateResource>[0]
const faultsOf = (resource: object): string[] => {
  try {
    const issues = validateResource(structuredClone(resource) as unknown as Resource)
    // It knows only references like Patient/1; what ours lead to is checked below.
    return issues
      .map(({ details }) => details?.text ?? '')
      .filter((text) => !text.startsWith('Invalid reference: got "urn:uuid:'))
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)]
  }
}

/** Codes of a system of the package, for the bindings that R5 requires: the validator does not look at them. */
type Concepts = { code: string; concept?: Concepts }[]
const codesOf = (id: string): string[] => {
  const system = JSON.parse(fs.readFileSync(path.join(folder, `CodeSystem-${id}.json`), 'utf8')) as {
    concept: Concepts
  }
  const codes = (concepts: Concepts): string[] =>
    concepts.flatMap(({ code, concept }) => [code, ...codes(concept ?? [])])
  return codes(system.concept)
}

const content = realContent()
const review = { byClinician: false, words: messages.site.notReviewed }
const made = content.conditions.flatMap((condition) => {
  const { content: open, kit } = openContentOf(content, condition)
  const results = openResults(open, kit)
  return openDecisions(open, () => review, kit).map((decision) => {
    const given = {
      locale: 'en',
      condition: open.condition,
      results,
      sources: content.sources,
      release: open.release,
      t: kit.t,
      uuidOf,
    }
    return {
      id: `${open.condition.id}/${decision.id}`,
      decision,
      results,
      given,
      document: fhirDocument({ ...given, decision }),
    }
  })
})

const ofType = (document: FhirDocument, type: string): FhirResource[] =>
  document.entry.map(({ resource }) => resource).filter(({ resourceType }) => resourceType === type)

/** Every object that lies in a value. */
function objectsIn(value: unknown): Record<string, unknown>[] {
  if (value === null || typeof value !== 'object') return []
  const own = Array.isArray(value) ? [] : [value as Record<string, unknown>]
  return [...own, ...Object.values(value).flatMap(objectsIn)]
}

describe('the validator', () => {
  it('knows R5, and notices a missing status, a field that there is not, and an Evidence without a variable', () => {
    const good = {
      resourceType: 'Evidence',
      status: 'active',
      variableDefinition: [{ variableRole: { text: 'population' } }],
      statistic: [{ numberAffected: 7 }],
    }
    expect(faultsOf(good)).toEqual([])
    expect(faultsOf({ ...good, status: undefined })).not.toEqual([])
    expect(faultsOf({ ...good, statistics: [] })).not.toEqual([])
    expect(faultsOf({ ...good, variableDefinition: undefined })).not.toEqual([])
    expect(faultsOf({ ...good, statistic: [{ numberAffected: 'seven' }] })).not.toEqual([])
  })
})

describe.each(made)('$id', ({ decision, results, given, document }) => {
  it('is valid as R5, whole and resource by resource', () => {
    expect(faultsOf(document)).toEqual([])
    for (const { resource } of document.entry)
      expect(faultsOf(resource), `${resource.resourceType} ${resource.id}`).toEqual([])
  })

  it('has only codes that R5 requires or that were read', () => {
    const status = codesOf('publication-status')
    for (const type of ['Evidence', 'Citation'])
      for (const one of ofType(document, type)) expect(status).toContain(one.status)
    expect(codesOf('composition-status')).toContain(ofType(document, 'Composition')[0]?.status)
    const kinds = codesOf('artifactassessment-information-type')
    const systems: Record<string, string[]> = {
      'http://hl7.org/fhir/certainty-rating': codesOf('certainty-rating'),
      'http://hl7.org/fhir/certainty-type': codesOf('certainty-type'),
      'http://unitsofmeasure.org': ['%'],
    }
    for (const one of objectsIn(document)) {
      if ('informationType' in one) expect(kinds).toContain(one.informationType)
      if (typeof one.system === 'string' && typeof one.code === 'string')
        expect(systems[one.system], one.system).toContain(one.code)
    }
  })

  it('is a document: its composition first, each resource once, and every reference leads to one of them', () => {
    expect(document.entry[0]?.resource.resourceType).toBe('Composition')
    const urls = document.entry.map(({ fullUrl }) => fullUrl)
    expect(new Set(urls).size).toBe(urls.length)
    for (const { fullUrl, resource } of document.entry) expect(fullUrl).toBe(`urn:uuid:${resource.id}`)
    for (const { reference } of objectsIn(document))
      if (reference !== undefined) expect(urls).toContain(reference)
  })

  it('holds every figure of its cells with the number of the open data, and each rating with who made it', () => {
    const arms = new Map(results.flatMap((result) => result.arms.map((arm) => [arm.id, arm] as const)))
    const evidence = new Map(
      ofType(document, 'Evidence').map((one) => [
        (one.identifier as { value: string }[])[0]?.value.split(':').at(-1) ?? '',
        one,
      ]),
    )
    const cells = decision.outcomes.flatMap((outcome) => outcome.cells)
    const shown = cells.flatMap((cell) => (cell.kind === 'figures' ? cell.estimates : []))
    expect(shown.filter((id) => !evidence.has(id))).toEqual([])
    for (const [id, one] of evidence) {
      const value = arms.get(id)?.value
      const [first] = one.statistic as { numberAffected?: number; quantity?: { value: number } }[]
      if (value?.type === 'counts') expect(first?.numberAffected, id).toBe(value.events)
      if (value?.type === 'percent') expect(first?.quantity?.value, id).toBe(value.value)
    }
    const rated = cells.filter((cell) => cell.kind === 'figures' && cell.certainty)
    const assessments = ofType(document, 'ArtifactAssessment')
    expect(assessments).toHaveLength(rated.length)
    for (const one of assessments) expect(JSON.stringify(one)).toContain(messages.ratings.byUs)
  })

  it('is the same file for the same figures', () => {
    expect(fhirDocument({ ...given, decision })).toEqual(document)
  })
})
