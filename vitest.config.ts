import { availableParallelism } from 'node:os'
import path from 'node:path'
import { defineConfig } from 'vitest/config'

// An odd zone (UTC+5:45): a date or time that forgets its zone fails here and not at a patient's.
process.env.TZ = 'Asia/Kathmandu'

const alias = [
  // Throws under plain Node by design; the layer rule it stands for is checked by ESLint.
  { find: 'server-only', replacement: path.resolve(import.meta.dirname, 'tests/server-only.ts') },
  { find: /^@\//, replacement: `${import.meta.dirname}/` },
]

/** They start databases of their own, always embedded ones: on a server (DATABASE_URL) they would say the same again. */
const ownDatabase = ['embedded', 'third-condition'].map((name) => `tests/db/${name}.test.ts`)

export default defineConfig({
  resolve: { alias },
  test: {
    environment: 'node',
    maxWorkers: availableParallelism(), // vitest would leave one processor idle: on two, half of them
    projects: [
      {
        extends: true,
        // Linting and worst-case texts take seconds on a busy machine; nothing here measures speed.
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.{ts,tsx}'],
          testTimeout: 60_000,
          // A process for each of 160 files costs as much time as the tests; what a file changes for all it puts back.
          isolate: false,
          env: { DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/nothing' }, // nobody answers there
        },
      },
      {
        extends: true,
        test: {
          name: 'content',
          include: ['tests/content/**/*.test.ts'],
          testTimeout: 30_000,
          // The content is parsed once for all files of a worker (real-content.ts) and not for each: they change copies only.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'db',
          include: ['tests/db/**/*.test.ts'],
          exclude: process.env.DATABASE_URL ? ownDatabase : [],
          globalSetup: ['tests/db/global-setup.ts'],
          // One database for all: files take turns.
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
