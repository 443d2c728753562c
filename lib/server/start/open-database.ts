import { Client } from 'pg'
import { startEmbedded } from '@/lib/server/database/embedded'
import { parseEnv } from '@/lib/env'
import { findAddress } from '@/lib/server/start/database-address'

export type OpenDatabase = { url: string; close: () => Promise<void> }

async function isAnswering(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 3_000 })
  try {
    await client.connect()
    await client.query('SELECT 1')
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

/** For commands beside a running Lantern: the database of DATABASE_URL, else the one a running Lantern owns, else the embedded one, started for this. */
export async function openDatabase(): Promise<OpenDatabase> {
  const env = parseEnv(process.env)
  const stayOpen = async () => {}
  if (env.DATABASE_URL) return { url: env.DATABASE_URL, close: stayOpen }
  const left = findAddress(env.LANTERN_DATA)
  if (left && (await isAnswering(left))) return { url: left, close: stayOpen }
  const embedded = await startEmbedded({ dataFolder: env.LANTERN_DATA })
  return { url: embedded.url, close: embedded.stop }
}
