import { spawnSync } from 'node:child_process'

/**
 * Installs packages of Debian where this user may; does nothing elsewhere. Whether it worked is seen by what is there
 * afterwards. `withinMs` bounds each of its two steps.
 */
export function installFromDebian(packages: readonly string[], withinMs = 10 * 60_000): void {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', ...packages]]) {
    console.log(`apt-get ${args.join(' ')}`)
    spawnSync('apt-get', args, {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      timeout: withinMs,
    })
  }
}
