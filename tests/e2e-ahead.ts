/**
 * What the browser tests find ready when it was made before they begin, as a child of tests/run.ts: `tools` finds or installs
 * the browser and makes fonts and browser modules, `site` makes the pages. Without them tests/e2e/global-setup.ts does it.
 */
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { makeAssets } from '@/lib/server/build/make-assets'
import { ensureBrowser } from '@/tests/e2e/browser'
import { launch } from '@/tests/launcher'

/** As global-setup.ts starts it, so that what is made fits: content, languages and clinics decide. */
async function makeSite(): Promise<number> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'lantern-ahead-'))
  const { child, ended } = launch({ LANTERN_DATA: folder }, ['--build-only'])
  child.stdout?.pipe(process.stdout)
  child.stderr?.pipe(process.stderr)
  const code = await ended
  fs.rmSync(folder, { recursive: true, force: true })
  return code
}

const [what] = process.argv.slice(2)
if (what === 'site') process.exitCode = await makeSite()
else if (what === 'tools') {
  await makeAssets(console.log)
  ensureBrowser()
} else throw new Error('Name what to make: tools or site')
