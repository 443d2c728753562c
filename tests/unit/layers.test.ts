import { ESLint } from 'eslint'
import { describe, expect, test } from 'vitest'

const eslint = new ESLint()

/** What ESLint says about `code` if it were saved as `file`. */
async function lint(file: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath: file })
  return result?.messages.map((message) => `${message.ruleId}: ${message.message}`) ?? []
}

type Breach = [rule: string, file: string, code: string, says: RegExp]

const bad: Breach[] = [
  ['a path that climbs', 'lib/numbers/round.ts', "import { a } from '../claims/schema'\na()", /Write @\/lib/],
  [
    'components do not import pages',
    'components/ui/a.tsx',
    "import { a } from '@/app/page'\na()",
    /never back/,
  ],
  [
    'lib does not import components',
    'lib/numbers/round.ts',
    "import { a } from '@/components/ui/a'\na()",
    /what is true/,
  ],
  [
    'lib does not import pages',
    'lib/claims/data.ts',
    "import 'server-only'\nimport { a } from '@/app/page'\na()",
    /never back/,
  ],
  [
    'what asks once asks once everywhere',
    'lib/claims/data.ts',
    "import 'server-only'\nimport { cache } from 'react'\ncache(() => 1)",
    /asked-once/,
  ],
  [
    'components do not fetch',
    'components/ui/a.tsx',
    "import { a } from '@/lib/claims/data'\na()",
    /finished data/,
  ],
  [
    'components do not name the database',
    'components/ui/a.tsx',
    "import { db } from '@/lib/db/client'\ndb()",
    /finished data/,
  ],
  [
    'pages do not name Prisma',
    'app/page.tsx',
    "import { PrismaClient } from '@/generated/prisma/client'\nPrismaClient()",
    /lib\/db/,
  ],
  [
    'pure files do not name Prisma',
    'lib/numbers/round.ts',
    "import { Prisma } from '@prisma/client'\nPrisma()",
    /lib\/db/,
  ],
  [
    'pure files know no React',
    'lib/numbers/round.ts',
    "import { useState } from 'react'\nuseState()",
    /pure/,
  ],
  [
    'pure files know no Next',
    'lib/numbers/round.ts',
    "import { notFound } from 'next/navigation'\nnotFound()",
    /pure/,
  ],
  ['pure files read no files', 'lib/numbers/round.ts', "import fs from 'node:fs'\nfs.rmSync('a')", /pure/],
  ['pure files open no sockets', 'lib/numbers/round.ts', "import net from 'net'\nnet.connect(1)", /pure/],
  [
    'pure files read no database',
    'lib/numbers/round.ts',
    "import { a } from '@/lib/claims/data'\na()",
    /as an argument/,
  ],
  [
    'pure files have no clock (Date.now)',
    'lib/numbers/round.ts',
    'export const a = () => Date.now()',
    /no clock/,
  ],
  [
    'pure files have no clock (new Date)',
    'lib/numbers/round.ts',
    'export const a = () => new Date()',
    /no clock/,
  ],
  ['pure files have no dice', 'lib/numbers/round.ts', 'export const a = () => Math.random()', /same answer/],
  [
    'pure files do not fetch',
    'lib/numbers/round.ts',
    "export const a = () => fetch('/a')",
    /outside its arguments/,
  ],
  [
    'pure files read no settings',
    'lib/numbers/round.ts',
    'export const a = () => process.env.A',
    /outside its arguments/,
  ],
  [
    'pure files store nothing',
    'lib/numbers/round.ts',
    "export const a = () => localStorage.getItem('a')",
    /outside its arguments/,
  ],
  [
    'schema.ts imports only zod',
    'lib/claims/schema.ts',
    "import { a } from '@/lib/numbers/round'\na()",
    /only zod/,
  ],
  [
    'data.ts is server-only',
    'lib/claims/data.ts',
    "import { db } from '@/lib/db/client'\ndb()",
    /first line/,
  ],
  [
    'queries.ts does not reach the database',
    'lib/claims/queries.ts',
    "import { a } from './data'\na()",
    /route handler/,
  ],
  ['no barrels', 'lib/claims/all.ts', "export * from './schema'", /No barrels/],
  ['no drawers', 'lib/claims/utils.ts', 'export const a = 1', /says nothing/],
  ['kebab-case', 'components/ui/NumberPicture.tsx', 'export const a = 1', /number-picture/],
  ['no use server', 'app/actions.ts', "'use server'\nexport async function a() {}", /public endpoint/],
  [
    'client components are leaves',
    'app/[locale]/page.tsx',
    "'use client'\nexport default function Page() {}",
    /leaf/,
  ],
  [
    'client components hold no frame',
    'components/ui/a.tsx',
    "'use client'\nimport { a } from '@/components/layout/frame'\na()",
    /leaf/,
  ],
  ...[
    'lib/numbers/round.ts',
    'lib/numbers/data.ts',
    'lib/numbers/use-round.ts',
    'lib/log.ts',
    'lib/db/client.ts',
  ].flatMap((file) =>
    ['server/front/serve', 'commands/backup', 'browser/keep-answers'].map((room): Breach => [
      `${file} does not know ${room}`,
      file,
      `import { a } from '@/lib/${room}'\na()`,
      /what is true/,
    ]),
  ),
  [
    'schema.ts knows no machinery',
    'lib/numbers/schema.ts',
    "import { a } from '@/lib/server/front/serve'\na()",
    /only zod/,
  ],
  [
    'queries.ts knows no machinery',
    'lib/sources/queries.ts',
    "import { a } from '@/lib/server/front/serve'\na()",
    /what is true/,
  ],
  [
    'components do not know the server',
    'components/ui/a.tsx',
    "import { a } from '@/lib/server/front/serve'\na()",
    /does not know the server/,
  ],
  [
    'browser scripts do not know the server',
    'lib/browser/a.ts',
    "import { a } from '@/lib/server/front/serve'\na()",
    /nothing of the server/,
  ],
  [
    'browser scripts do not know Node',
    'lib/browser/packets/a.ts',
    "import fs from 'node:fs'\nfs.rmSync('a')",
    /nothing of the server/,
  ],
  [
    'browser scripts do not read the database',
    'lib/browser/a.ts',
    "import { a } from '@/lib/claims/data'\na()",
    /finished data/,
  ],
  [
    'the server does not call commands',
    'lib/server/start/start.ts',
    "import { a } from '@/lib/commands/backup'\na()",
    /never back/,
  ],
  [
    'texts do not know numbers',
    'lib/texts/lint.ts',
    "import { a } from '@/lib/numbers/schema'\na()",
    /stands below lib\/numbers/,
  ],
  [
    'numbers do not know the summary, not even its types',
    'lib/numbers/data.ts',
    "import 'server-only'\nimport type { A } from '@/lib/summary/parts'\nexport const a = (b: A) => b",
    /stands below lib\/summary/,
  ],
  ['a new noun has a place', 'lib/ghosts/a.ts', 'export const a = 1', /no place among the nouns/],
  [
    'a function of 101 lines is too long',
    'lib/claims/count.ts',
    `export function count(a: number) {\n${'  a += 1\n'.repeat(98)}  return a\n}`,
    /count has 101 lines of code.*has a name/,
  ],
  [
    'a long function in a class or an arrow is found too',
    'lib/claims/count.ts',
    `export const count = (a: number) => {\n${'  a += 1\n'.repeat(99)}  return a\n}`,
    /count has 102 lines/,
  ],
  ['no any', 'lib/claims/count.ts', 'export const a = (b: any) => b', /any/],
  ['no ! on data', 'lib/claims/count.ts', 'export const a = (b?: string) => b!', /[Nn]on-null/],
]

describe('each layer rule fires and teaches', () => {
  test.each(bad)('%s', async (_rule, file, code, says) => {
    const messages = await lint(file, `${code}\n`)
    expect(
      messages.some((message) => says.test(message)),
      messages.join('\n'),
    ).toBe(true)
  })
})

const good: [what: string, file: string, code: string][] = [
  [
    'a page fetches and hands over',
    'app/page.tsx',
    "import { a } from '@/lib/claims/data'\nimport { B } from '@/components/ui/b'\na(B)",
  ],
  [
    'data.ts uses the database',
    'lib/claims/data.ts',
    "import 'server-only'\nimport { db } from '@/lib/db/client'\nimport { a } from './schema'\na(db)",
  ],
  [
    'queries.ts parses replies',
    'lib/claims/queries.ts',
    "import { queryOptions } from '@tanstack/react-query'\nimport { a } from './schema'\nqueryOptions(a(fetch('/api')))",
  ],
  [
    'a hook uses the browser',
    'lib/claims/use-claims.ts',
    "import { useState } from 'react'\nexport const useClaims = () => useState(localStorage.length)",
  ],
  [
    'a pure file takes the date',
    'lib/numbers/round.ts',
    "import { a } from './schema'\nexport const b = (today: string) => a(new Date(today))",
  ],
  [
    'a component borrows a type of data.ts',
    'components/ui/a.tsx',
    "import { type A } from '@/lib/claims/data'\nexport const a = (b: A) => b",
  ],
  [
    'a noun uses what stands below it',
    'lib/summary/a.ts',
    "import { a } from '@/lib/numbers/rounding'\nexport const b = a(1)",
  ],
  [
    'the server uses nouns',
    'lib/server/front/a.ts',
    "import http from 'node:http'\nimport { a } from '@/lib/numbers/rounding'\na(http)",
  ],
  [
    'a browser script uses nouns',
    'lib/browser/a.ts',
    "import { a } from '@/lib/packets/fragment'\na(document.body)",
  ],
  [
    'a function of 100 lines, without blank lines and comments',
    'lib/claims/count.ts',
    `export function count(a: number) {\n${'  // adds\n\n  a += 1\n'.repeat(97)}  return a\n}`,
  ],
  [
    'a story of a test is as long as it is',
    'tests/e2e/a.spec.ts',
    `import { test } from '@/tests/e2e/watched'\ntest('a', () => {\n${'  performance.now()\n'.repeat(120)}})`,
  ],
  [
    'an error page is a client component',
    'app/error.tsx',
    "'use client'\nexport default function ErrorPage() {}",
  ],
]

describe('what the layers allow passes', () => {
  test.each(good)('%s', async (_what, file, code) => {
    expect(await lint(file, `${code}\n`)).toEqual([])
  })
})
