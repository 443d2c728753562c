/** For threads, which are started by file, without the loader for TypeScript. */
import os from 'node:os'

/**
 * Lets reading pages go before what the calling thread does. Only on Linux, where a thread has a priority of its own;
 * elsewhere this would be the whole server's.
 */
export function letPagesGoFirst() {
  if (process.platform === 'linux') os.setPriority(5)
}
