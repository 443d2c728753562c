/** Starts lib/server/article/article-thread.ts in a thread: threads are started by file, without the loader for TypeScript. */
import { register } from 'tsx/esm/api'

register()
await import('./article-thread.ts')
