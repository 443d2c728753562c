import { z } from 'zod'
import { runScript } from '@/lib/server/process/child'

const reportSchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), changed: z.boolean(), hash: z.string() }),
  /** `keptHash`: the content the database still holds from an earlier seed; null when it is empty. */
  z.object({ ok: z.literal(false), why: z.string(), keptHash: z.string().nullable() }),
])

export type SeedReport = z.infer<typeof reportSchema>

/**
 * Runs prisma/pipeline/seed.ts in a child process against `databaseUrl`. A refusal (YAML that does not check) is a value:
 * nothing was written, and `why` names the file and the line.
 */
export async function runSeed(databaseUrl: string, log: (line: string) => void): Promise<SeedReport> {
  const { code, output, message } = await runScript('lib/server/start/run-seed.ts', [], {
    env: { DATABASE_URL: databaseUrl },
    onLine: log,
  })
  const report = reportSchema.safeParse(message)
  if (report.success) return report.data
  return { ok: false, why: `The seed ended without a report (exit code ${code}):\n${output}`, keptHash: null }
}
