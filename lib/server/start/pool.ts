import { Pool } from 'pg'

/** The launcher's own few connections, for counting requests and sweeping; pages have theirs (lib/db/client.ts). */
export function openPool(databaseUrl: string): Pool {
  const pool = new Pool({
    connectionString: databaseUrl,
    max: 4,
    // Who waits for a count waits for a page: past this a server counts for itself.
    connectionTimeoutMillis: 2_000,
    query_timeout: 5_000,
  })
  // A line that breaks while nobody uses it: the pool opens another.
  pool.on('error', () => {})
  return pool
}
