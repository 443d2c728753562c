/**
 * Fills the database at DATABASE_URL from the content folder, as a child of the launcher (`server-only` modules
 * need Node's react-server condition, which the web server must not have). Tells the parent how it went.
 */
import { db } from '@/lib/db/client'
import type { SeedReport } from '@/lib/server/start/seed-in-child'
import { seed } from '@/prisma/pipeline/seed'

async function run(): Promise<SeedReport> {
  try {
    const result = await seed(db, { log: console.log })
    return result.ok
      ? { ok: true, changed: result.changed, hash: result.hash }
      : await refused(result.message)
  } catch (error) {
    return await refused(error instanceof Error ? error.message : String(error))
  }
}

async function refused(why: string): Promise<SeedReport> {
  const release = await db.release.findFirst({ select: { contentHash: true } }).catch(() => null)
  return { ok: false, why, keptHash: release?.contentHash ?? null }
}

const report = await run()
await db.$disconnect()
if (process.send) process.send(report)
else if (report.ok)
  console.log(report.changed ? `Content stored (${report.hash.slice(0, 12)})` : 'Content is up to date')
else console.error(report.why)
process.exitCode = report.ok ? 0 : 1
