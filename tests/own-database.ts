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

async function makeEmbedded(): Promise<OwnDatabase> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'lantern-test-'))
  const { url, stop } = await startEmbedded({ dataFolder: folder })
  return {
    url,
    remove: async () => {
      await stop()
      fs.rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function makeOnServer(serverUrl: string): Promise<OwnDatabase> {
  const name = `lantern_test_${randomBytes(6).toString('hex')}`
  const onServer = async (sql: string) => {
    const client = new Client({ connectionString: serverUrl })
    await client.connect()
    await client.query(sql).finally(() => client.end())
  }
  await onServer(`CREATE DATABASE ${name}`)
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  return { url: url.href, remove: () => onServer(`DROP DATABASE ${name} WITH (FORCE)`) }
}
