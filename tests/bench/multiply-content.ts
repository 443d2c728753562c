/** Makes larger content out of the real one, valid for the seed, to see what grows with it. */
import fs from 'node:fs'
import path from 'node:path'
import { parse, stringify } from 'yaml'
import { z } from 'zod'
import { Source } from '@/lib/evidence/schema'

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
