// Node only: reads the YAML for the command line, the tests and the build. The page gets the same data as JSON.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import {
  articleCheckFileSchema,
  claimPatternsFileSchema,
  warningSignsFileSchema,
  type ArticlePatterns,
} from '@/lib/claims/sign-schema'

/**
 * Reads and checks the three content files of the article check. Throws a `ZodError` naming the field when a file
 * is wrong. `root` is the project's folder.
 */
export function readArticlePatterns(root: string = process.cwd()): ArticlePatterns {
  const read = (name: string): unknown => parse(readFileSync(join(root, 'prisma/content', name), 'utf8'))
  return {
    check: articleCheckFileSchema.parse(read('article-check.yaml')),
    signs: warningSignsFileSchema
      .parse(read('warning-signs.yaml'))
      .signs.map(({ group: _group, strength: _strength, sources: _sources, ...recognised }) => recognised),
    claims: claimPatternsFileSchema.parse(read('claim-patterns.yaml')).claims,
  }
}
