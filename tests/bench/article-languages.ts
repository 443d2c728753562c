/**
 * How often the article check is right in Spanish, in Chinese and in the English of machines: `npm run article:languages`.
 * Prints the table, and writes it into docs/article-check.md and the figures that people are shown into
 * lib/claims/rules-measured.json. The same phrases and passages give the same bytes.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { languageTable, measureRules, tableMarks } from '@/tests/article-languages'
import { articlePatterns } from '@/tests/article-patterns'

const patterns = articlePatterns()
const table = languageTable(patterns)
console.log(table)
writeFileSync('lib/claims/rules-measured.json', `${JSON.stringify(measureRules(patterns), null, 2)}\n`)
const place = 'docs/article-check.md'
const docs = readFileSync(place, 'utf8')
const [begin, end] = tableMarks
const [before = '', rest = ''] = docs.split(begin)
writeFileSync(place, `${before}${begin}\n\n${table}\n\n${end}${rest.split(end)[1] ?? ''}`)
