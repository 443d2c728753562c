import { z } from 'zod'
import { productionPackages, type LockFile } from '@/lib/commands/licences'

const Property = z.looseObject({ name: z.string(), value: z.string() })
const Component = z.looseObject({
  name: z.string(),
  version: z.string(),
  purl: z.string(),
  properties: z.array(Property).default([]),
})

/** A CycloneDX list as npm writes it, as far as we read it; the rest is handed on. */
export const Sbom = z.looseObject({
  bomFormat: z.literal('CycloneDX'),
  specVersion: z.string(),
  metadata: z.looseObject({ component: Component }),
  components: z.array(Component),
})
export type Sbom = z.infer<typeof Sbom>

const developmentMark = 'cdx:npm:package:development'

const keyOf = ({ name, version }: { name: string; version: string }) => `${name}@${version}`

/**
 * The list, put right in two things: npm calls the project after the folder it lies in, and it marks a package as for
 * development when the same version also runs in production from another place of the tree.
 */
export function mendedSbom(sbom: Sbom, lock: LockFile): Sbom {
  const { metadata, components } = sbom
  const used = new Set(productionPackages(lock).map(keyOf))
  return {
    ...sbom,
    metadata: { ...metadata, component: { ...metadata.component, name: lock.name } },
    components: components.map((one) =>
      used.has(keyOf(one))
        ? { ...one, properties: one.properties.filter(({ name }) => name !== developmentMark) }
        : one,
    ),
  }
}

/** Packages that may be there in production and are not in the list, as name@version. */
export function missingFromSbom(sbom: Sbom, lock: LockFile): string[] {
  const listed = new Set(sbom.components.map(keyOf))
  return productionPackages(lock)
    .map(keyOf)
    .filter((one) => !listed.has(one))
}
