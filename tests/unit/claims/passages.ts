import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'

const passageSchema = z.object({
  id: z.string(),
  text: z.string(),
  signs: z.array(z.string()).default([]),
  claims: z.array(z.string()).default([]),
})
export type Passage = z.infer<typeof passageSchema>

/** The test passages of one file under tests/fixtures/articles. Throws when a passage has the wrong shape. */
export function readPassages(name: 'adverts' | 'informing' | 'claims'): Passage[] {
  return z.array(passageSchema).parse(parse(readFileSync(`tests/fixtures/articles/${name}.yaml`, 'utf8')))
}
