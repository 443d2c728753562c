import fs from 'node:fs'
import path from 'node:path'

/**
 * A running Lantern leaves the address of its embedded database in its data folder, readable by its own user only,
 * so that a second command (the evidence watch) can use the database that the first one owns.
 */
const fileIn = (dataFolder: string) => path.join(dataFolder, 'database-address')

export function leaveAddress(dataFolder: string, url: string): void {
  fs.writeFileSync(fileIn(dataFolder), `${url}\n`, { mode: 0o600 })
}

export function removeAddress(dataFolder: string): void {
  fs.rmSync(fileIn(dataFolder), { force: true })
}

/** The address that was left, or null. It may be stale after a crash: try it, and start the database if it is dead. */
export function findAddress(dataFolder: string): string | null {
  try {
    return fs.readFileSync(fileIn(dataFolder), 'utf8').trim() || null
  } catch {
    return null
  }
}
