import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { root, runNode } from '@/lib/server/process/child'
import { readClientModules, type ClientModules } from '@/lib/server/build/client-parts'
import { dropEarlierBuild, putBuildBack, setBuildAside } from '@/lib/server/build/earlier-build'
import { exportSite, readSiteList } from '@/lib/server/build/export-site'

/** What a page is made of, besides the content in the database. */
const sources = [
  'app',
  'components',
  'lib',
  'public',
  'prisma/schema.prisma',
  'next.config.ts',
  'tsconfig.json',
  'package-lock.json',
]

/** Made from the content and the rest of the sources while pages are prepared; `.new`: half made, or left by a start that was killed. */
export const madeFolders = ['handouts', 'handouts.new', 'clinics', 'api'].map((name) => `public/${name}`)

const stampFile = path.join(root, '.next/lantern-build.json')
const stampSchema = z.object({
  contentHash: z.string(),
  sourceHash: z.string(),
  /** LANTERN_PUBLIC_URL, which stands on every print; absent: none was given. */
  publicUrl: z.string().optional(),
  /** SHA-256 of the clinic profiles and their logos; absent: there are none. */
  clinicsHash: z.string().optional(),
})

/** From which content and which source the pages in `.next` were built. */
export type BuildStamp = z.infer<typeof stampSchema>

/** SHA-256 over names and bytes of every source file: the same checkout gives the same hash on every machine. */
export function hashSources(folder = root): string {
  const hash = createHash('sha256')
  const files: string[] = []
  const collect = (file: string) => {
    if (madeFolders.includes(file)) return
    const full = path.join(folder, file)
    if (!fs.existsSync(full)) return
    if (fs.statSync(full).isDirectory()) for (const entry of fs.readdirSync(full)) collect(`${file}/${entry}`)
    else files.push(file)
  }
  sources.forEach(collect)
  for (const file of files.sort()) {
    const bytes = fs.readFileSync(path.join(folder, file))
    hash.update(`${file}\0${bytes.length}\0`).update(bytes)
  }
  return hash.digest('hex')
}

/** The stamp of a finished build, or null when there is none that can be served. */
export function readStamp(): BuildStamp | null {
  try {
    if (!fs.existsSync(path.join(root, '.next/BUILD_ID'))) return null
    return stampSchema.parse(JSON.parse(fs.readFileSync(stampFile, 'utf8')))
  } catch {
    return null
  }
}

/** Why the pages must be built again, in words for the person waiting; null when the build fits. */
export function reasonToBuild(wanted: BuildStamp, found: BuildStamp | null): string | null {
  if (!found) return 'there is no finished build'
  if (found.sourceHash !== wanted.sourceHash) return 'the program changed'
  if (found.contentHash !== wanted.contentHash) return 'the content changed'
  if (found.publicUrl !== wanted.publicUrl) return 'the public address (LANTERN_PUBLIC_URL) changed'
  if (found.clinicsHash !== wanted.clinicsHash) return 'the profile of a clinic changed'
  return null
}

const progress = /(Creating an optimized|Compiled|Collecting page data|Generating static pages|Finalizing)/

/**
 * Runs `next build` against the database at `databaseUrl` and stamps the result. A finished build is set aside meanwhile
 * and is there again when the new one fails; a process that was killed in between leaves that to `findBuild`.
 * @throws with everything Next printed when the build fails
 */
export async function buildPages(
  stamp: BuildStamp,
  databaseUrl: string,
  log: (line: string) => void,
): Promise<void> {
  if (readStamp()) setBuildAside(root)
  else fs.rmSync(stampFile, { force: true }) // an interrupted build is never taken for a finished one
  const { code, output } = await runNode(path.join(root, 'node_modules/next/dist/bin/next'), ['build'], {
    env: { DATABASE_URL: databaseUrl, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    onLine: (line) => progress.test(line) && log(line.trim()),
  })
  if (code !== 0) {
    putBuildBack(root)
    throw new Error(`The pages could not be built:\n${output}`)
  }
  fs.writeFileSync(stampFile, `${JSON.stringify(stamp, null, 2)}\n`)
  dropEarlierBuild(root)
}

/** The stamp of the build that can be served, the one before when a process was killed while it made a new one. */
export function findBuild(): BuildStamp | null {
  return readStamp() ?? (putBuildBack(root) ? readStamp() : null)
}

const nextFolder = path.join(root, '.next')

/** Whether the finished files of the build are there. */
export function hasExport(): boolean {
  return readSiteList(nextFolder) !== null
}

/** Exports the finished files; when Next's records cannot be read, says so and leaves every page to Next. */
export async function exportPages(log: (line: string) => void): Promise<void> {
  const startedAt = performance.now()
  try {
    const { pages, live, left, styled } = await exportSite(nextFolder, path.join(root, 'public'))
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
    log(`${pages} pages exported without framework script in ${seconds} s`)
    for (const { route, why } of live) log(`${route} keeps it: ${why}`)
    for (const { route, why } of left) log(`${route} stays with Next: ${why}`)
    if (styled.length > 0) log(`Inline styles that no browser will apply: ${styled.join(' ')}`)
  } catch (error) {
    log(`No pages were exported; Next serves them all: ${error instanceof Error ? error.message : 'unknown'}`)
  }
}

/** The browser parts of the build; null when its records cannot be read: pages then keep the framework. */
export function readModules(): ClientModules | null {
  try {
    return readClientModules(nextFolder)
  } catch {
    return null
  }
}
