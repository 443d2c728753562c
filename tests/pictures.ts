/**
 * The picture of the README: home, a decision, stem cells and the printed summary, side by side, from
 * the running app.
 *   npm run pictures
 * Writes docs/pictures/lantern.png; needs `pdftoppm` (poppler-utils) for the printed sheet.
 */
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { chromium } from '@playwright/test'
import { startLantern } from '@/tests/bench/running'
import { browserArgs, ensureBrowser } from '@/tests/e2e/browser'

const phone = { width: 390, height: 844 }
const screens = [
  ['Home', '/en'],
  ['A decision in one look', '/en/heart-failure/compare/advanced'],
  ['Stem cells', '/en/heart-failure/stem-cells'],
] as const
const file = path.resolve(import.meta.dirname, '../docs/pictures/lantern.png')

const dataUrl = (png: Buffer) => `data:image/png;base64,${png.toString('base64')}`

const lantern = await startLantern()
const browser = await chromium.launch({ executablePath: ensureBrowser(), args: browserArgs })
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'lantern-pictures-'))
try {
  const page = await browser.newPage({ viewport: phone, deviceScaleFactor: 1.5 })
  const shots: { name: string; png: Buffer }[] = []
  for (const [name, address] of screens) {
    await page.goto(lantern.url + address)
    shots.push({ name, png: await page.screenshot() })
  }
  await page.goto(`${lantern.url}/en/heart-failure/summary`)
  const sheet = path.join(folder, 'summary.pdf')
  await page.pdf({ format: 'A4', path: sheet, preferCSSPageSize: true })
  execFileSync('pdftoppm', [
    '-r',
    '110',
    '-png',
    '-f',
    '1',
    '-singlefile',
    sheet,
    path.join(folder, 'summary'),
  ])
  shots.push({ name: 'The summary, printed', png: fs.readFileSync(path.join(folder, 'summary.png')) })

  const figures = shots.map(
    ({ name, png }) => `<figure><img src="${dataUrl(png)}" alt=""><figcaption>${name}</figcaption></figure>`,
  )
  const wall = await browser.newPage({ viewport: { width: 1600, height: 800 } })
  await wall.setContent(
    `<style>body{margin:0;padding:16px;display:flex;gap:16px;font:16px sans-serif;width:max-content}
    figure{margin:0}img{height:720px;border:1px solid #999}figcaption{text-align:center;margin-top:6px}</style>` +
      figures.join(''),
  )
  fs.mkdirSync(path.dirname(file), { recursive: true })
  await wall.locator('body').screenshot({ path: file })
  console.log(`${path.relative(process.cwd(), file)}: ${Math.round(fs.statSync(file).size / 1024)} KiB`)
} finally {
  await browser.close()
  await lantern.stop()
  fs.rmSync(folder, { recursive: true, force: true })
}
