/** What is printed for a person's mistake: a sentence that says what to do, never a stack. */
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'lantern-commands-'))
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))
const nowhere = path.join(folder, 'nowhere')
/** Nothing listens there. */
const noDatabase = 'postgresql://somebody:secret@127.0.0.1:1/lantern'

const { scripts } = JSON.parse(fs.readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }

/** Runs `npm run <name> -- <args>` without npm. */
function run(name: string, args: string[], env: Record<string, string> = {}, input = '') {
  const words = (scripts[name] ?? '').split(' ').slice(1)
  const { status, stdout, stderr } = spawnSync(process.execPath, [...words, ...args], {
    env: { ...process.env, ...env },
    encoding: 'utf8',
    input,
  })
  return { status, said: `${stdout}${stderr}` }
}

type Mistake = { name: string; args: string[]; env?: Record<string, string>; input?: string; says: RegExp }
const mistakes: Mistake[] = [
  { name: 'content:check', args: ['kidny'], says: /no folder “kidny”.*heart-failure/ },
  { name: 'content:check', args: [], env: { LANTERN_CONTENT: nowhere }, says: /no such folder\. To do:/ },
  { name: 'content:release-check', args: ['2026-13-45'], says: /YYYY-MM-DD/ },
  { name: 'content:release-check', args: [], env: { LANTERN_CONTENT: nowhere }, says: /To do:/ },
  { name: 'content:changes', args: [], says: /<git ref or folder>/ },
  { name: 'content:changes', args: ['--output=x'], says: /no version that git knows/ },
  { name: 'clinic:key', args: ['--help'], says: /npm run clinic:key -- "Name of clinic"/ },
  { name: 'clinic:key', args: ['x'.repeat(81)], says: /at most 80 characters/ },
  { name: 'check:article', args: [], says: /npm run --silent check:article/ },
  {
    name: 'check:article',
    args: ['--json'],
    env: { LANTERN_CONTENT: nowhere },
    says: /article-check\.yaml: file is missing/,
  },
  { name: 'check:article', args: ['--jsonl'], input: 'nonsense', says: /Line 1 is not/ },
  { name: 'evidence:watch', args: ['--retraction-watch', folder], says: /There is no file/ },
  {
    name: 'db:backup',
    args: [path.join(folder, 'x')],
    env: { DATABASE_URL: noDatabase },
    says: /does not answer/,
  },
  { name: 'db:restore', args: [nowhere], says: /There is no file/ },
  // A file stands where a folder is wanted: nobody can write below it, root neither.
  {
    name: 'catalogue',
    args: [path.join(import.meta.filename, 'page.html')],
    says: /cannot be written to .*npm run catalogue -- page\.html/,
  },
  { name: 'db:new-migration', args: ['Add-It'], says: /npm run db:new-migration add_sources/ },
]

describe('a mistake is told with what to do', () => {
  test.each(mistakes)(
    '$name $args',
    ({ name, args, env, input, says }) => {
      const { status, said } = run(name, args, env, input)
      expect(said).toMatch(says)
      expect(said).not.toMatch(/\n\s+at |secret|ENOENT/)
      expect(status).toBeGreaterThan(0)
    },
    60_000,
  )

  test.each(['evidence:watch', 'check:article'])(
    '%s --help says how it is called',
    (name) => {
      expect(run(name, ['--help'])).toMatchObject({
        status: 0,
        said: expect.stringContaining(`npm run`) as string,
      })
    },
    60_000,
  )
})

test.each([
  [
    '--json',
    'https://clinic.example/a',
    /"unreadable": "link"[^]*cannot open links[^]*On a phone[^]*On a computer/,
  ],
  ['--jsonl', '{"id":"a","text":"clinic.com"}', /"unreadable":"link"[^]*Line 1: We cannot open links/],
])(
  'check:article %s says of a link that it is not opened, beside its result',
  (mode, input, says) => {
    const { status, said } = run('check:article', [mode], {}, input)
    expect(status).toBe(0)
    expect(said).toMatch(says)
  },
  60_000,
)
