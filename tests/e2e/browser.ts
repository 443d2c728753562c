import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { chromium } from '@playwright/test'
import { installFromDebian } from '@/tests/debian'

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
]

/** Chromium without a window, as Debian has it beside the whole browser. */
const lightFile = '/usr/bin/chromium-headless-shell'

/** The file of Chromium's headless shell: LANTERN_LIGHT_BROWSER, else the one installed here; null if none. */
export function findLightBrowser(): string | null {
  return [process.env.LANTERN_LIGHT_BROWSER, lightFile].find((file) => file && fs.existsSync(file)) ?? null
}

/** The browser the tests use: LANTERN_BROWSER, else Playwright's own, else one installed here; null if none. */
export function findBrowser(): string | null {
  const candidates = [process.env.LANTERN_BROWSER, chromium.executablePath(), ...installed]
  return candidates.find((file) => file && fs.existsSync(file)) ?? null
}

/**
 * Finds a browser or installs one: Playwright's own, or Debian's package where that cannot be downloaded.
 * @throws with what to install by hand
 */
export function ensureBrowser(): string {
  const found = findBrowser()
  if (found) return found
  console.log('No browser for the tests yet: npx playwright install chromium')
  spawnSync('npx', ['playwright', 'install', 'chromium'], {
    stdio: ['ignore', 'inherit', 'inherit'],
    timeout: 10 * 60_000,
    shell: process.platform === 'win32',
  })
  // With letters to fall back on: a machine without any font fails to draw what ours do not hold.
  if (!findBrowser()) {
    installFromDebian(['chromium', 'fonts-liberation', 'poppler-utils'])
    installFromDebian(['chromium-headless-shell']) // by itself: where there is no such package, the whole browser serves
  }
  const now = findBrowser()
  if (now) return now
  throw new Error(
    'No Chromium or Chrome for the browser tests, and none could be installed.\n' +
      'Install one (Debian, Ubuntu: apt-get install chromium) or set LANTERN_BROWSER to its file.',
  )
}

/** Flags for a machine without a screen; the sandbox refuses to run as root. */
export const browserArgs = [
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
]

/** What Playwright switches off and people have on: pages kept whole for Back. Tests that go back use `goBack` of steps.ts. */
export const unwantedArgs = ['--disable-back-forward-cache']

/** How Playwright starts a browser file here. */
const launchOptionsOf = (executablePath: string | undefined) => ({
  ...(executablePath ? { executablePath } : {}),
  args: browserArgs,
  ignoreDefaultArgs: unwantedArgs,
})

/** The whole browser: for tests that go back, and see that the page was kept whole (`test.use`, at the top of the file). */
export const wholeBrowser = { launchOptions: launchOptionsOf(process.env.LANTERN_BROWSER) }

/**
 * For all other tests: the headless shell where there is one. It opens a window in a third of the time (measured: 0.22 s
 * against 0.75 s; 60 tests take 41 s against 70 s) but keeps no page for Back.
 */
export const usualBrowser = {
  launchOptions: launchOptionsOf(findLightBrowser() ?? process.env.LANTERN_BROWSER),
}
