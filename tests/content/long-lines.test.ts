import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import { expect, test } from 'vitest'

/** Longer than this, a line of prose is hard to read in a diff: the whole paragraph changes with one word. */
const longest = 140

const files = execFileSync('git', ['ls-files', '--cached', '*.md', '*.yaml', '*.yml'])
  .toString()
  .split('\n')
  // One entry of the changelog is one line: pages read it so.
  .filter((file) => file !== '' && file !== 'prisma/content/CHANGELOG.md' && fs.existsSync(file))

/** Code in backticks, and links, which cannot be cut. */
const uncut = /(?:`[^`]*`|\[[^\]]*\]\([^)]*\)|\S)+/g
/** Whether a line could be shorter: more than one thing stands on it. */
const canBeCut = (line: string) => (line.replace(/^\s*(?:[-*>]|\d+\.)?\s*/, '').match(uncut)?.length ?? 0) > 1

/** Numbers of the lines of prose that are too long. Not prose: tables, code, headings. */
function longInMarkdown(text: string): number[] {
  let isCode = false
  return text.split('\n').flatMap((line, at) => {
    if (line.trimStart().startsWith('```')) isCode = !isCode
    const isProse = !isCode && !/^\s*[|#]/.test(line)
    return isProse && line.length > longest && canBeCut(line) ? [at + 1] : []
  })
}

/** As above. Not prose: blocks whose line ends count (`|`), addresses, and titles as a source prints them. */
function longInYaml(text: string): number[] {
  let block: number | null = null
  return text.split('\n').flatMap((line, at) => {
    const indent = line.search(/\S/)
    if (block !== null && indent >= 0 && indent <= block) block = null
    const isInBlock = block !== null
    if (!isInBlock && /[:-] [|][+-]?\d?\s*$/.test(line)) block = indent
    const isProse = !isInBlock && !/^\s*(?:- )?(?:url|also|title):/.test(line)
    // Chinese has no gaps to cut at.
    const hasGaps = !/\p{Script=Han}/u.test(line)
    return isProse && hasGaps && line.length > longest ? [at + 1] : []
  })
}

test('the lists hold files', () => {
  expect(files.length).toBeGreaterThan(60)
})

test.each(files)('%s: no line of prose is longer than 140 characters', (file) => {
  const text = fs.readFileSync(file, 'utf8')
  expect(file.endsWith('.md') ? longInMarkdown(text) : longInYaml(text)).toEqual([])
})

test('a line of 141 characters is found, and a table, code or one long name is not', () => {
  const long = `${'word '.repeat(28)}x`
  expect(long).toHaveLength(141)
  expect(longInMarkdown(`# a\n\n${long}\n- ${long}`)).toEqual([3, 4])
  expect(longInMarkdown(`| ${long} |\n\`\`\`\n${long}\n\`\`\`\n- \`${long}\``)).toEqual([])
  expect(longInYaml(`why: ${long}\nlist:\n  - ${long}`)).toEqual([1, 3])
  expect(longInYaml(`text: |\n  ${long}\n\n  ${long}\nurl: ${long}\nwhy: ${long}`)).toEqual([6])
})
