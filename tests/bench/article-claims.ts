/**
 * How often the article check knows a claim in other words: `npm run article:claims`. Prints the table, and writes it into
 * docs/article-check.md. The same phrases and texts give the same bytes.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { claimTable, claimTableMarks } from '@/tests/article-claims'
import { articlePatterns } from '@/tests/article-patterns'

const table = claimTable(articlePatterns())
console.log(table)
const place = 'docs/article-check.md'
const docs = readFileSync(place, 'utf8')
const [begin, end] = claimTableMarks
const [before = '', rest = ''] = docs.split(begin)
writeFileSync(place, `${before}${begin}\n\n${table}\n\n${end}${rest.split(end)[1] ?? ''}`)
