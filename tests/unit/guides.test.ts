/** The guides (README, CONTRIBUTING, docs and the other .md files) name nothing that is not there. */
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
// @ts-expect-error -- plain JavaScript, as ESLint reads it
import { nouns } from '@/tests/lint-rules.mjs'

const tracked = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
  encoding: 'utf8',
})
  .split('\0')
  .filter((file) => file && fs.existsSync(file))
const guides = tracked.filter((file) => file.endsWith('.md'))
const there = new Set(tracked.flatMap((file) => [file, ...foldersOf(file)]))
const { scripts } = JSON.parse(fs.readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }

/** npm runs these without a script of ours. */
const npmOwn = ['ci', 'cit', 'install', 'audit', 'pack', 'view']

function foldersOf(file: string): string[] {
  const parts = file.split('/').slice(0, -1)
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'))
}

/** `npm run x`, `npm start`, `npm cit`: what a guide tells people to run. */
function scriptsIn(text: string): string[] {
  return [...text.matchAll(/\bnpm (?:run (?:--?\w+ )*([\w:.-]+)|(start|test|cit|ci)\b)/g)].map(
    ([, run, own]) => run ?? own ?? '',
  )
}

const rooms = /^(?:app|components|lib|prisma|tests|docs|public|\.ci)\//

/** Paths of the project in code marks, and where links lead: `<condition>`, `…` and `*` stand for any one name. */
function pathsIn(text: string, from: string): string[] {
  const marked = [...text.matchAll(/`([^`\s]+)`/g)]
    .map(([, path = '']) => path)
    .filter((path) => rooms.test(path))
  const linked = [...text.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)]
    .map(([, link = '']) => link)
    .filter((link) => !/^(?:[a-z]+:|\/)/.test(link))
    .map((link) => path.posix.join(path.posix.dirname(from), link))
  return [...marked, ...linked].map((found) => found.replace(/[:›].*$/, '').replace(/\/$/, ''))
}

function isThere(wanted: string): boolean {
  const [, folder = '', choices] = /^(.*)\{([^}]+)\}$/.exec(wanted) ?? []
  if (choices) return choices.split(',').every((choice) => isThere(`${folder}${choice}`))
  if (there.has(wanted)) return true
  if (!/[<*…]/.test(wanted)) return false
  const any = wanted
    .split(/<[^>]+>|\*\*?|…/)
    .map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('[^/]+')
  const pattern = new RegExp(`^${any}$`)
  return [...there].some((file) => pattern.test(file))
}

test('every command that a guide names can be run', () => {
  const missing = guides.flatMap((guide) =>
    scriptsIn(fs.readFileSync(guide, 'utf8'))
      .filter((name) => !(name in scripts) && !npmOwn.includes(name))
      .map((name) => `${guide}: npm run ${name}`),
  )
  expect(missing).toEqual([])
  expect(scriptsIn('`npm run no-such-thing` and `npm run --silent check:article -- --json`')).toEqual([
    'no-such-thing',
    'check:article',
  ])
})

test('every path and link that a guide names leads somewhere', () => {
  // A record of a decision tells how the house was then.
  const today = guides.filter((guide) => !guide.startsWith('docs/decisions/'))
  const missing = today.flatMap((guide) =>
    pathsIn(fs.readFileSync(guide, 'utf8'), guide)
      .filter((wanted) => !isThere(wanted))
      .map((wanted) => `${guide}: ${wanted}`),
  )
  expect(missing).toEqual([])
  expect(isThere('lib/no-such-room')).toBe(false)
  expect(isThere('prisma/content/<condition>/numbers.yaml')).toBe(true)
  expect(pathsIn('see `lib/nowhere.ts` and [this](../gone.md#here)', 'docs/how-to/x.md')).toEqual([
    'lib/nowhere.ts',
    'docs/gone.md',
  ])
})

test('the first page for newcomers is a screen and a half', () => {
  expect(fs.readFileSync('README.md', 'utf8').split('\n').length).toBeLessThanOrEqual(110)
})

test('the tree in the README names every noun of lib, in the order in which they may know each other', () => {
  const tree = /lib\/<noun>\/ +what is true: ([a-z\s]+),/.exec(fs.readFileSync('README.md', 'utf8'))?.[1]
  expect(tree?.split(/\s+/)).toEqual(nouns)
})

/** Lines of prose: what is no code, no table, no quotation and no heading; an item of a list is prose too. */
function proseIn(text: string): { line: number; text: string; next: string }[] {
  const lines = text.split('\n')
  let isCode = false
  return lines.flatMap((line, index) => {
    const isFence = /^\s*```/.test(line)
    if (isFence) isCode = !isCode
    if (isCode || isFence || /^\s*(?:[|#>]|$)/.test(line)) return []
    return [{ line: index + 1, text: line, next: lines[index + 1] ?? '' }]
  })
}

const isContinued = (next: string) => next.trim() !== '' && !/^\s*(?:[-*|#>]|\d+\.|```)/.test(next)

/** A line too long to be read beside another window, and one that breaks off after a word or two. */
function raggedIn(text: string): number[] {
  return proseIn(text)
    .filter(
      ({ text: line, next }) =>
        (line.length > 140 && !/\S{100,}/.test(line)) ||
        (line.length < 30 && line.trim().split(/\s+/).length <= 2 && isContinued(next)),
    )
    .map(({ line }) => line)
}

test('a line of prose has at most 140 characters, and none breaks off after a word or two', () => {
  // Written by a command, and other people's licences.
  const ours = guides.filter(
    (guide) => !/^(?:tests|prisma\/content|LICENSE|docs\/clinician-review\/.*-)/.test(guide),
  )
  expect(ours.length).toBeGreaterThan(60)
  const ragged = ours.flatMap((guide) =>
    raggedIn(fs.readFileSync(guide, 'utf8')).map((line) => `${guide}:${line}`),
  )
  expect(ragged).toEqual([])
  expect(
    raggedIn(`${'word '.repeat(29)}\n\n- and\n  so it goes on\n\nshort\n\n| ${'a'.repeat(200)} |`),
  ).toEqual([1, 3])
})
