import { z } from 'zod'

/** package-lock.json, as far as we read it: what npm noted of each package when it was installed. */
export const LockFile = z.object({
  name: z.string(),
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      license: z.string().optional(),
      dev: z.boolean().optional(),
      optional: z.boolean().optional(),
      devOptional: z.boolean().optional(),
      dependencies: z.record(z.string(), z.string()).optional(),
    }),
  ),
})
export type LockFile = z.infer<typeof LockFile>

export type LockedPackage = {
  name: string
  version: string
  /** In SPDX, or null when the package says none. */
  licence: string | null
  isOptional: boolean
}

/** "node_modules/a/node_modules/@b/c" → "@b/c". */
const nameOf = (place: string) => place.replace(/^.*node_modules\//, '')

/**
 * What may be there in production, once for each name and version, by name. Packages for development only are left out;
 * what npm calls `devOptional` is not: `npm ci --omit=dev` installs it.
 */
export function productionPackages(lock: LockFile): LockedPackage[] {
  const found = new Map<string, LockedPackage>()
  for (const [place, one] of Object.entries(lock.packages)) {
    if (place === '' || one.dev) continue
    const name = nameOf(place)
    const version = one.version ?? ''
    found.set(`${name}@${version}`, {
      name,
      version,
      licence: one.license ?? null,
      isOptional: (one.optional ?? false) || (one.devOptional ?? false),
    })
  }
  const key = ({ name, version }: LockedPackage) => `${name}@${version}`
  return [...found.values()].sort((a, b) => (key(a) < key(b) ? -1 : 1))
}

const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`

/** docs/for-hospitals/licences.md: packages by licence, the most frequent licence first. */
export function licencesText(lock: LockFile): string {
  const packages = productionPackages(lock)
  const direct = new Set(Object.keys(lock.packages['']?.dependencies ?? {}))
  const byLicence = new Map<string, LockedPackage[]>()
  for (const one of packages) {
    const licence = one.licence ?? 'none named'
    byLicence.set(licence, [...(byLicence.get(licence) ?? []), one])
  }
  const groups = [...byLicence].sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1))
  const told = ({ name, version, isOptional }: LockedPackage) => {
    const named = `${name} ${version}`
    return (direct.has(name) ? `**${named}**` : named) + (isOptional ? ' (optional)' : '')
  }
  return [
    '# Licences of what Lantern is built with',
    '',
    '<!-- Written by `npm run licences` from package-lock.json. Do not edit: a unit test compares. -->',
    '',
    `${packages.length} packages may be there in production. Those that Lantern names itself are in bold; the rest come with them. Optional:`,
    'installed only on a computer that it fits. The licence is what each package says of itself; nobody has read them one by one.',
    "Lantern's own program is under MIT (`LICENSE`), its content under CC BY 4.0 (`LICENSE-CONTENT.md`). Every package, with those for",
    'development, as CycloneDX: `npm run sbom`.',
    '',
    row(['licence', 'packages']),
    row(['---', '---']),
    ...groups.map(([licence, own]) => row([`${licence} (${own.length})`, own.map(told).join(', ')])),
    '',
  ].join('\n')
}
