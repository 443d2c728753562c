/** Starts lib/server/article/article-thread.ts in a thread: threads are started by file, without the loader for TypeScript. */
import os from 'node:os'
import { register } from 'tsx/esm/api'

// On Linux a thread has a priority of its own; elsewhere this would be the whole server's. Reading pages go first.
if (process.platform === 'linux') os.setPriority(5)
register()
await import('./article-thread.ts')
