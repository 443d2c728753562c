import 'server-only'
import { PrismaPg } from '@prisma/adapter-pg'
import { noteAway } from '@/lib/db/away'
import { env } from '@/lib/env'
import { failureOf } from '@/lib/errors'
import { PrismaClient } from '@/generated/prisma/client'

/** The client, or a transaction of it: what functions in `data.ts` may take as an argument. */
export type Db = Pick<
  PrismaClient,
  Exclude<keyof PrismaClient, `$${'connect' | 'disconnect' | 'on' | 'extends' | 'use' | 'transaction'}`>
>

const isBuilding = process.env.NEXT_PHASE === 'phase-production-build'

/**
 * Connects to the PostgreSQL server at `url` (embedded or not: there is one code path).
 * Call `$disconnect()` on clients made this way; pages use the shared `db` below.
 * @param queryTimeoutMs milliseconds after which a statement counts as failed, as when a table is locked; 0: never
 */
export function createDb(url: string, queryTimeoutMs = 0): PrismaClient {
  const adapter = new PrismaPg({
    connectionString: url,
    // The adapter stores an instant off by the server's offset unless the session speaks UTC.
    options: '-c TimeZone=UTC',
    // The embedded database is one session behind a queue: more connections would only wait in another line.
    max: 8,
    // A person waits no longer. A build makes thousands of pages at once, which wait for each other and not for a person.
    connectionTimeoutMillis: isBuilding ? 120_000 : 5_000,
    ...(queryTimeoutMs > 0 ? { query_timeout: queryTimeoutMs } : {}),
  })
  return new PrismaClient({ adapter })
}

const shared = globalThis as typeof globalThis & { lanternDb?: PrismaClient }

function connect(): PrismaClient {
  if (!env.DATABASE_URL) {
    throw new Error(
      'No database: DATABASE_URL is not set. Start through `npm start`, `npm run dev` or the test scripts, which start the embedded database.',
    )
  }
  const client = createDb(env.DATABASE_URL, isBuilding ? 0 : 10_000)
  // One place sees every statement that fails, whichever page or handler asked.
  const noted = client.$extends({
    query: {
      $allOperations: async ({ args, query }) => {
        try {
          return await query(args)
        } catch (error) {
          if (failureOf(error) === 'database-unavailable') noteAway()
          throw error
        }
      },
    },
  })
  return noted as unknown as PrismaClient // nothing here uses what an extended client lacks ($on)
}

/** The one client of this process; kept across hot reloads, which would otherwise open a new pool each time. */
export const db: PrismaClient = (shared.lanternDb ??= connect())
