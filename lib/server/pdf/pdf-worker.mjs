/** Starts lib/server/pdf/pdf-thread.ts in a thread: threads are started by file, without the loader for TypeScript. */
import os from 'node:os'
import { register } from 'tsx/esm/api'

// What a compiler prints when it fails may hold the text it was given: it goes nowhere. Not by the options of the thread:
// the streams they open keep the process that started it from ending.
process.stdout.write = process.stderr.write = () => true

// On Linux a thread has a priority of its own; elsewhere this would be the whole server's. Reading pages go first.
if (process.platform === 'linux') os.setPriority(5)
register()
await import('./pdf-thread.ts')
