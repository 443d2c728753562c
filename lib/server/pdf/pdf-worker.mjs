/** Starts lib/server/pdf/pdf-thread.ts in a thread: threads are started by file, without the loader for TypeScript. */
import { register } from 'tsx/esm/api'
// eslint-disable-next-line @typescript-eslint/no-restricted-imports -- no loader knows @/lib in a thread
import { letPagesGoFirst } from '../process/pages-first.mjs'

// What a compiler prints when it fails may hold the text it was given: it goes nowhere. Not by the options of the thread:
// the streams they open keep the process that started it from ending.
process.stdout.write = process.stderr.write = () => true

letPagesGoFirst()
register()
await import('./pdf-thread.ts')
