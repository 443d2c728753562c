/** Starts lib/server/article/article-thread.ts in a thread: threads are started by file, without the loader for TypeScript. */
import { register } from 'tsx/esm/api'
// eslint-disable-next-line @typescript-eslint/no-restricted-imports -- no loader knows @/lib in a thread
import { letPagesGoFirst } from '../process/pages-first.mjs'

letPagesGoFirst()
register()
await import('./article-thread.ts')
