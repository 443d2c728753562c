/** `npm run clinic:visits -- <id of the clinic>`: what a clinic may learn of how visits went (lib/clinics/visit-counts.ts). */
import path from 'node:path'
import { generateClient } from '@/lib/server/database/generate'
import { migrateUrl } from '@/lib/server/database/migrate'
import { root, runScript } from '@/lib/server/process/child'
import { openDatabase } from '@/lib/server/start/open-database'

async function tell(clinicId: string): Promise<number> {
  await generateClient(console.log)
  const { url, close } = await openDatabase()
  try {
    await migrateUrl(url, path.join(root, 'prisma/migrations'))
    const options = { env: { DATABASE_URL: url }, onLine: console.log }
    return (await runScript('lib/commands/run-tell-visits.ts', [clinicId], options)).code
  } finally {
    await close()
  }
}

const [clinicId, ...more] = process.argv.slice(2)
if (!clinicId || clinicId.startsWith('-') || more.length > 0) {
  console.error('Name one clinic by its id: npm run clinic:visits -- sample-hospital')
  process.exitCode = 2
} else {
  tell(clinicId).then(
    (code) => process.exit(code),
    (error: unknown) => {
      console.error(error instanceof Error ? error.message : error)
      process.exit(2)
    },
  )
}
