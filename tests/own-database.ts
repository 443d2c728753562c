import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { Client } from 'pg'
import { startEmbedded } from '@/lib/server/database/embedded'

export type OwnDatabase = { url: string; remove: () => Promise<void> }

/** A new, empty database: on the server at `serverUrl`, else an embedded one in a temporary folder. */
export function makeOwnDatabase(serverUrl?: string): Promise<OwnDatabase> {
  return serverUrl ? makeOnServer(serverUrl) : makeEmbedded()
}

/**
 * A database that holds what `fill` put into the first of its name, which is filled once and copied from then on.
 * @param template.name a folder beside which nothing else is made (embedded), or a database (on the server)
 */
export async function makeCopy(
  template: { name: string; fill: (url: string) => Promise<void> },
  serverUrl?: string,
): Promise<OwnDatabase> {
  return serverUrl ? copyOnServer(template, serverUrl) : copyEmbedded(template)
}

type Template = Parameters<typeof makeCopy>[0]

async function makeEmbedded(filledLike?: string): Promise<OwnDatabase> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'lantern-test-'))
  if (filledLike) fs.cpSync(filledLike, folder, { recursive: true })
  const { url, stop } = await startEmbedded({ dataFolder: folder })
  return {
    url,
    remove: async () => {
      await stop()
      fs.rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function copyEmbedded({ name, fill }: Template): Promise<OwnDatabase> {
  if (!fs.existsSync(name)) {
    const making = `${name}.making`
    fs.rmSync(making, { recursive: true, force: true })
    const { url, stop } = await startEmbedded({ dataFolder: making })
    await fill(url).finally(stop)
    fs.renameSync(making, name)
  }
  return makeEmbedded(name)
}

async function askServer<Row extends object>(serverUrl: string, sql: string): Promise<Row[]> {
  const client = new Client({ connectionString: serverUrl })
  await client.connect()
  return client
    .query<Row>(sql)
    .then(({ rows }) => rows)
    .finally(() => client.end())
}

const onSameServer = (serverUrl: string, name: string) => {
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  return url.href
}

/** Ends whoever still uses it: a test that failed may not have closed all. */
export const dropDatabase = (serverUrl: string, name: string) =>
  askServer(serverUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)

async function makeOnServer(serverUrl: string, filledLike?: string): Promise<OwnDatabase> {
  const name = `lantern_test_${randomBytes(6).toString('hex')}`
  await askServer(serverUrl, `CREATE DATABASE ${name}${filledLike ? ` TEMPLATE ${filledLike}` : ''}`)
  return {
    url: onSameServer(serverUrl, name),
    remove: async () => void (await dropDatabase(serverUrl, name)),
  }
}

async function copyOnServer({ name, fill }: Template, serverUrl: string): Promise<OwnDatabase> {
  const found = await askServer(serverUrl, `SELECT 1 FROM pg_database WHERE datname = '${name}'`)
  if (found.length === 0) {
    const making = `${name}_making`
    await dropDatabase(serverUrl, making)
    await askServer(serverUrl, `CREATE DATABASE ${making}`)
    await fill(onSameServer(serverUrl, making))
    await askServer(serverUrl, `ALTER DATABASE ${making} RENAME TO ${name}`)
  }
  return makeOnServer(serverUrl, name)
}
