/** Makes larger content out of the real one, valid for the seed, to see what grows with it. */
import fs from 'node:fs'
import path from 'node:path'
import { parse, stringify } from 'yaml'
import { z } from 'zod'
import { Source } from '@/lib/sources/schema'

const sourcesFile = z.object({ sources: z.array(Source) })

/** A copy with an id, a title and identifiers of its own, so that looking for one finds one. */
function copyOf(source: Source, copy: number, order: number): Source {
  const number = copy * 100_000 + order
  return {
    ...source,
    id: `${source.id}-copy-${copy}`,
    title: `${source.title} (copy ${copy})`,
    doi: source.doi && `10.5555/lantern.${number}`,
    pmid: source.pmid && String(100_000_000 + number),
    nct: source.nct && `NCT${String(10_000_000 + number)}`,
  }
}

/** Copies the content folder `from` to `to` with `times` as many sources; nothing rests on the copies. */
export function multiplyLibrary(from: string, to: string, times: number): void {
  fs.cpSync(from, to, { recursive: true })
  const file = path.join(to, 'sources.yaml')
  const { sources } = sourcesFile.parse(parse(fs.readFileSync(file, 'utf8')))
  let text = ''
  for (let copy = 2; copy <= times; copy++)
    text += stringify(sources.map((source, order) => copyOf(source, copy, order)))
  fs.appendFileSync(file, text)
}

const named = z.array(z.object({ id: z.string() })).default([])
const namedOnce = z.object({
  endpoints: named,
  results: z.array(z.object({ arms: named })).default([]),
  facts: named,
  regulators: named,
})

const ordered = z.object({ order: z.number() })

function read(folder: string, file: string): unknown {
  const full = path.join(folder, file)
  return fs.existsSync(full) ? parse(fs.readFileSync(full, 'utf8')) : {}
}

/** The same value with new ids: of sources where sources are named, of figures and in the {placeholders} elsewhere. */
function rename(value: unknown, figures: ReadonlySet<string>, copy: number, isSource = false): unknown {
  const own = (id: string) => (isSource || figures.has(id) ? `${id}-copy-${copy}` : id)
  if (typeof value === 'string')
    return own(value).replaceAll(
      /\{(fact:)?([a-z0-9-]+)/g,
      (_, kind: string | undefined, id: string) => `{${kind ?? ''}${own(id)}`,
    )
  if (Array.isArray(value)) return value.map((item) => rename(item, figures, copy, isSource))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      figures.has(key) ? own(key) : key,
      rename(item, figures, copy, key === 'source' || key === 'sources'),
    ]),
  )
}

/**
 * Copies the content folder with `times` as much of everything that a condition has: sources, options, decisions,
 * figures, words. A copy rests on copies of the sources. What all conditions share (warning signs, rules) stays as it is.
 */
export function multiplyConditions(from: string, to: string, times: number): void {
  multiplyLibrary(from, to, times)
  const ids = fs
    .readdirSync(from, { withFileTypes: true })
    .filter((entry) => fs.existsSync(path.join(from, entry.name, 'condition.yaml')))
    .map(({ name }) => name)
  for (const id of ids) {
    const folder = path.join(from, id)
    const files = fs
      .readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.yaml'))
    const figures = new Set(
      ['numbers.yaml', 'facts.yaml', 'stem-cells.yaml'].flatMap((file) => {
        const { endpoints, results, facts, regulators } = namedOnce.parse(read(folder, file))
        const arms = results.flatMap((result) => result.arms)
        return [...endpoints, ...arms, ...facts, ...regulators].map((thing) => thing.id)
      }),
    )
    const { order } = ordered.parse(read(folder, 'condition.yaml'))
    for (let copy = 2; copy <= times; copy++) {
      const target = path.join(to, `${id}-copy-${copy}`)
      for (const file of files) {
        const made = rename(read(folder, file), figures, copy)
        if (file === 'condition.yaml' && typeof made === 'object')
          Object.assign(made ?? {}, { id: `${id}-copy-${copy}`, order: order + copy * 100 })
        fs.mkdirSync(path.dirname(path.join(target, file)), { recursive: true })
        fs.writeFileSync(path.join(target, file), stringify(made))
      }
    }
  }
}
