/**
 * Tells whether a page has parts that run in the browser. Read from what Next itself recorded: the page's data names
 * every client module it uses, and the build's manifests say which file each is. No list of pages is kept anywhere.
 */
import fs from 'node:fs'
import path from 'node:path'
import { z } from 'zod'

/** Client modules of a build: number in the page data → file. */
export type ClientModules = ReadonlyMap<string, string>

const manifestSchema = z.object({
  clientModules: z.record(z.string(), z.object({ id: z.union([z.string(), z.number()]) })),
})

/** Rows that give their length in bytes first: text and the binary kinds (React's Flight format). */
const sizedRows = new Set('TAOobUSsLlGgMmV')

/**
 * The numbers of the client modules that a page's data imports.
 * Null when the data is not understood: the page is then left to Next.
 */
export function importedModules(flight: Buffer): string[] | null {
  const found: string[] = []
  let at = 0
  while (at < flight.length) {
    const colon = flight.indexOf(':', at)
    if (colon < 0 || !/^[0-9a-f]*$/.test(flight.toString('latin1', at, colon))) return null
    const tag = String.fromCharCode(flight[colon + 1] ?? 0)
    if (sizedRows.has(tag)) {
      const comma = flight.indexOf(',', colon)
      const length = Number.parseInt(flight.toString('latin1', colon + 2, comma), 16)
      if (comma < 0 || !Number.isSafeInteger(length)) return null
      at = comma + 1 + length
      continue
    }
    const lineEnd = flight.indexOf('\n', colon)
    const end = lineEnd < 0 ? flight.length : lineEnd
    if (tag === 'I') {
      const [id] = readList(flight.toString('utf8', colon + 2, end))
      if (typeof id !== 'string' && typeof id !== 'number') return null
      found.push(String(id))
    }
    at = end + 1
  }
  return found
}

function readList(text: string): unknown[] {
  try {
    const value: unknown = JSON.parse(text)
    return Array.isArray(value) ? value : []
  } catch {
    return []
  }
}

/**
 * Client modules that every App Router page carries and that do nothing for a reader without script: routing and
 * metadata boundaries, and the page shown when something broke on the client.
 */
function isFramework(file: string): boolean {
  return (
    /\/node_modules\/next\/dist\/(esm\/)?(client\/components|lib\/framework|lib\/metadata)\//.test(file) ||
    /\/app\/(.*\/)?(global-)?error\.[jt]sx?$/.test(file)
  )
}

/**
 * The files of a page that need the framework in the browser; empty when the page reads the same without script.
 * Null when the page data cannot be understood or names a module that no manifest knows.
 */
export function interactiveParts(flight: Buffer, modules: ClientModules): string[] | null {
  const ids = importedModules(flight)
  if (!ids) return null
  const parts: string[] = []
  for (const id of ids) {
    const file = modules.get(id)
    if (file === undefined) return null
    if (!isFramework(file)) parts.push(file)
  }
  return parts
}

/** Reads all `*_client-reference-manifest.js` files of a finished build. @throws when one cannot be read */
export function readClientModules(nextFolder: string): ClientModules {
  const modules = new Map<string, string>()
  const folder = path.join(nextFolder, 'server/app')
  for (const name of fs.readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('_client-reference-manifest.js')) continue
    const text = fs.readFileSync(path.join(folder, name), 'utf8')
    // `globalThis.__RSC_MANIFEST["/route"] = {…JSON…}`, with or without a semicolon.
    const start = text.indexOf('"] = {')
    if (start < 0) throw new Error(`${name}: not the expected form`)
    const json: unknown = JSON.parse(text.slice(start + 5).replace(/;\s*$/, ''))
    for (const [file, { id }] of Object.entries(manifestSchema.parse(json).clientModules))
      modules.set(String(id), file)
  }
  return modules
}
