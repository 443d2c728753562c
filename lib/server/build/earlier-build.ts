/**
 * Keeps the build of the release before while a new one is made: a build empties its folder first, and one that fails, or
 * is killed, must not leave the site without pages.
 */
import fs from 'node:fs'
import path from 'node:path'

const foldersIn = (root: string) => ({
  build: path.join(root, '.next'),
  earlier: path.join(root, '.next.earlier'),
})

/** Who is making the new build; beside the earlier one, so that both go together. */
const makerFile = (earlier: string) => path.join(earlier, 'lantern-maker')

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM' // it is another user's
  }
}

/** Whether another process that still runs set the earlier build aside. */
function isMadeByAnother(earlier: string): boolean {
  const file = makerFile(earlier)
  const pid = fs.existsSync(file) ? Number(fs.readFileSync(file, 'utf8')) : 0
  return pid > 0 && pid !== process.pid && isRunning(pid)
}

/** Moves the build aside, by its name only. An earlier one that lies there already is older and goes. */
export function setBuildAside(root: string): void {
  const { build, earlier } = foldersIn(root)
  fs.rmSync(earlier, { recursive: true, force: true })
  fs.renameSync(build, earlier)
  fs.writeFileSync(makerFile(earlier), String(process.pid))
}

/** Puts the earlier build back in the place of whatever is there. False when there is none, or someone else needs it. */
export function putBuildBack(root: string): boolean {
  const { build, earlier } = foldersIn(root)
  if (!fs.existsSync(earlier) || isMadeByAnother(earlier)) return false
  fs.rmSync(build, { recursive: true, force: true })
  fs.renameSync(earlier, build)
  fs.rmSync(makerFile(build), { force: true })
  return true
}

/** Removes the earlier build: the new one is whole. */
export function dropEarlierBuild(root: string): void {
  fs.rmSync(foldersIn(root).earlier, { recursive: true, force: true })
}
