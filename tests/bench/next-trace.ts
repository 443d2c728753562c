import fs from 'node:fs'
import path from 'node:path'
import { z } from 'zod'

const span = z.array(z.object({ name: z.string(), duration: z.number() }))

/** Milliseconds that Next took to make all static pages of its last build, from its own trace. */
export function staticGenerationMs(project: string): number {
  const lines = fs.readFileSync(path.join(project, '.next/trace'), 'utf8').trim().split('\n')
  const made = lines
    .flatMap((line) => span.parse(JSON.parse(line)))
    .find(({ name }) => name === 'static-generation')
  if (!made) throw new Error('the trace of next build does not say how long the pages took')
  return made.duration / 1000
}
