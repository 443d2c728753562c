// Node only: reads the YAML for the command line, the tests and the build. The page gets the same data as JSON.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import {
  articleCheckFileSchema,
  claimPatternsFileSchema,
  joinClaimPatterns,
  warningSignsFileSchema,
  type ArticlePatterns,
} from '@/lib/claims/sign-schema'

const conditionOrderSchema = z.object({ order: z.number() })

/**
 * Reads and checks the content files of the article check: two of its own, and one of each condition that has one. Throws a `ZodError` naming the field when a file
 * is wrong. `root` is the project's folder.
 */
export function readArticlePatterns(root: string = process.cwd()): ArticlePatterns {
  const content = join(root, 'prisma/content')
  const read = (name: string): unknown => parse(readFileSync(join(content, name), 'utf8'))
  const conditions = readdirSync(content)
    .filter((name) => existsSync(join(content, name, 'claim-patterns.yaml')))
    .map((id) => ({ id, order: conditionOrderSchema.parse(read(`${id}/condition.yaml`)).order }))
    .sort((a, b) => a.order - b.order)
  const files = conditions.map(({ id }) => ({
    id,
    file: claimPatternsFileSchema.parse(read(`${id}/claim-patterns.yaml`)),
  }))
  return {
    ...joinClaimPatterns(articleCheckFileSchema.parse(read('article-check.yaml')), files),
    signs: warningSignsFileSchema
      .parse(read('warning-signs.yaml'))
      .signs.map(({ group: _group, strength: _strength, sources: _sources, ...recognised }) => recognised),
  }
}
