import { defineConfig } from 'prisma/config'

// `prisma generate`, `validate` and `format` never run the native schema engine, yet the CLI insists on
// downloading it. Any existing file satisfies the check. Migrations do not use the CLI: see lib/server/database/migrate.ts.
if (/^(generate|validate|format)$/.test(process.argv[2] ?? '')) {
  process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath
}

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.DATABASE_URL ?? 'postgresql://localhost/unused' },
})
