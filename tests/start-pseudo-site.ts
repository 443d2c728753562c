import { spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { migrateUrl } from '@/lib/server/database/migrate'
import { runScript } from '@/lib/server/process/child'
import { freePort } from '@/lib/server/process/free-port'
import { defaultContentDir } from '@/prisma/pipeline/read-content'
import { makeOwnDatabase } from '@/tests/own-database'
import { addPseudoLanguages } from '@/tests/pseudo-language'

const root = path.resolve(import.meta.dirname, '..')

export type PseudoSite = {
  url: string
  /** Every page of the site, in all its languages, by the file that makes it: `/[locale]/glossary`. */
  kinds: Map<string, string[]>
  /** What the server printed: nothing, when all went well. */
  complaints: () => string
  stop: () => Promise<void>
}

/** Styles are no code for Node: their names stand for themselves. */
const withoutStyles = `
  export const load = (url, context, next) => url.endsWith('.css')
    ? { format: 'module', shortCircuit: true, source: 'export default new Proxy({}, { get: (_, name) => name })' }
    : next(url, context)`
const asData = (code: string) => `data:text/javascript,${encodeURIComponent(code)}`
const hook = `import { register } from 'node:module'; register(${JSON.stringify(asData(withoutStyles))})`

/**
 * Starts the site with both pseudo-languages beside English, from a copy of the content, without a build.
 * @param without conditions that stay untranslated
 */
export async function startPseudoSite(without: readonly string[]): Promise<PseudoSite> {
  return startSite((folder) => {
    const content = path.join(folder, 'content')
    fs.cpSync(defaultContentDir, content, { recursive: true })
    return { content, list: addPseudoLanguages(folder, content, without), languages: 'qaa qar' }
  })
}

/** Starts the site as it is, in the languages named (all when none is), without a build. */
export const startRealSite = (languages = ''): Promise<PseudoSite> =>
  startSite(() => ({
    content: defaultContentDir,
    list: path.join(root, 'lib/texts/languages.ts'),
    languages,
  }))

/** What a site is made of: its words, its list of languages, and which of them are wanted (LANTERN_LANGUAGES). */
type Made = { content: string; list: string; languages: string }

async function startSite(make: (folder: string) => Made): Promise<PseudoSite> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'lantern-pseudo-'))
  const { content, list, languages } = make(folder)
  // As the project's own: in a thread only modules find `@/`.
  fs.writeFileSync(path.join(folder, 'package.json'), '{ "type": "module" }')
  // Resolved as if these files lay in the project: one is longer, the others belong to a server of Next.
  const paths = {
    '@/lib/texts/languages': [list],
    'server-only': [path.join(root, 'tests/server-only.ts')],
    'next/server': [path.join(root, 'tests/next-server.ts')],
    '@/*': [`${root}/*`],
  }
  const config = path.join(folder, 'tsconfig.json')
  fs.writeFileSync(
    config,
    JSON.stringify({ extends: path.join(root, 'tsconfig.json'), compilerOptions: { paths } }),
  )
  const database = await makeOwnDatabase()
  await migrateUrl(database.url, path.join(root, 'prisma/migrations'))
  const env = {
    DATABASE_URL: database.url,
    LANTERN_CONTENT: content,
    LANTERN_LANGUAGES: languages,
    TSX_TSCONFIG_PATH: config,
    NODE_ENV: 'production' as const,
    NEXT_PHASE: 'phase-production-build', // as in a build, a page waits for the database as long as it takes
  }
  const seeded = await runScript('lib/server/start/run-seed.ts', [], { env })
  if (seeded.code !== 0) throw new Error(seeded.output)
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', '--import', asData(hook), path.join(root, 'tests/pseudo-site.tsx')],
    {
      cwd: root,
      env: { ...process.env, ...env, PORT: String(await freePort()) },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  let complaints = ''
  child.stderr.on('data', (chunk: Buffer) => (complaints += chunk.toString('utf8')))
  const stop = async () => {
    child.kill('SIGKILL')
    await ended
    await database.remove()
    fs.rmSync(folder, { recursive: true, force: true })
  }
  let printed = ''
  const ready = new Promise<[string, [string, string[]][]]>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      printed += chunk.toString('utf8')
      const [, url = '', kinds = ''] = /^ready (\S+) (\[.*\])$/m.exec(printed) ?? []
      if (url) resolve([url, JSON.parse(kinds) as [string, string[]][]])
    })
    void ended.then(() => reject(new Error(`The site ended before it was ready:\n${complaints}`)))
  })
  try {
    const [url, kinds] = await ready
    return { url, kinds: new Map(kinds), complaints: () => complaints, stop }
  } catch (error) {
    await stop()
    throw error
  }
}
