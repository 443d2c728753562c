import fs from 'node:fs'
import { expect, test } from 'vitest'
import { licencesText, LockFile, productionPackages } from '@/lib/commands/licences'
import { mendedSbom, missingFromSbom, Sbom } from '@/lib/commands/sbom'

const lock = LockFile.parse({
  name: 'lantern',
  packages: {
    '': { dependencies: { a: '1.0.0' } },
    'node_modules/a': { version: '1.0.0', license: 'MIT' },
    'node_modules/a/node_modules/@b/c': { version: '2.0.0', license: 'ISC', optional: true },
    'node_modules/@b/c': { version: '2.0.0', license: 'ISC', dev: true },
    'node_modules/d': { version: '3.0.0', devOptional: true },
    'node_modules/tests-only': { version: '4.0.0', license: 'MIT', dev: true },
  },
})

test('what runs in production is listed once, what is for development only is not', () => {
  expect(productionPackages(lock)).toEqual([
    { name: '@b/c', version: '2.0.0', licence: 'ISC', isOptional: true },
    { name: 'a', version: '1.0.0', licence: 'MIT', isOptional: false },
    { name: 'd', version: '3.0.0', licence: null, isOptional: true },
  ])
})

test('licences are told by group; a package that names none is said to name none', () => {
  const rows = licencesText(lock)
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| ---'))
  expect(rows).toEqual([
    '| licence | packages |',
    '| ISC (1) | @b/c 2.0.0 (optional) |',
    '| MIT (1) | **a 1.0.0** |',
    '| none named (1) | d 3.0.0 (optional) |',
  ])
})

test('docs/for-hospitals/licences.md is what package-lock.json says', () => {
  // To do when this fails: npm run licences
  const real = LockFile.parse(JSON.parse(fs.readFileSync('package-lock.json', 'utf8')))
  expect(fs.readFileSync('docs/for-hospitals/licences.md', 'utf8')).toBe(licencesText(real))
})

const component = (name: string, version: string, isDev = false) => ({
  name,
  version,
  purl: `pkg:npm/${name}@${version}`,
  properties: isDev ? [{ name: 'cdx:npm:package:development', value: 'true' }] : [],
})
const made = Sbom.parse({
  bomFormat: 'CycloneDX',
  specVersion: '1.5',
  metadata: { component: component('a-folder', '0.1.0') },
  components: [
    component('a', '1.0.0'),
    component('@b/c', '2.0.0', true),
    component('tests-only', '4.0.0', true),
  ],
})

test('the list bears the name of the project, and marks as for development only what is', () => {
  const { metadata, components } = mendedSbom(made, lock)
  expect(metadata.component.name).toBe('lantern')
  expect(components.filter(({ properties }) => properties.length > 0).map(({ name }) => name)).toEqual([
    'tests-only',
  ])
})

test('a package of production that is not in the list is named', () => {
  expect(missingFromSbom(made, lock)).toEqual(['d@3.0.0'])
})
