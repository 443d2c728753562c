/**
 * Every icon from the one drawing, public/icon.svg: run it after a change of that file and commit what it writes.
 *   npm run icons
 * Needs a browser (tests/e2e/browser.ts); nothing at run time does.
 */
import fs from 'node:fs'
import path from 'node:path'
import { chromium } from '@playwright/test'
import { browserArgs, ensureBrowser } from '@/tests/e2e/browser'

const folder = path.resolve(import.meta.dirname, '../public')
const drawing = fs.readFileSync(path.join(folder, 'icon.svg'), 'utf8')
/**
 * To the edges: whoever shows it cuts its own shape. All of the lantern lies in the circle of 80% across that no shape
 * cuts (https://www.w3.org/TR/appmanifest/#icon-masks).
 */
const filled = drawing
  .replace(
    /(<rect[^>]*) rx="[^"]*"([^>]*>)/,
    '$1$2<g transform="translate(12 12) scale(.8) translate(-12 -10.5)">',
  )
  .replace('</svg>', '</g></svg>')
if (!filled.includes('<g '))
  throw new Error('public/icon.svg has no rounded background any more: look at this script')

const browser = await chromium.launch({ executablePath: ensureBrowser(), args: browserArgs })
try {
  const page = await browser.newPage()
  /** The drawing as a PNG of `size` pixels, clear where it draws nothing. */
  const png = async (svg: string, size: number): Promise<Buffer> => {
    await page.setViewportSize({ width: size, height: size })
    await page.setContent(
      `<style>body{margin:0;background:none}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`,
    )
    return page.screenshot({ omitBackground: true })
  }
  const write = (name: string, bytes: Buffer) => {
    fs.writeFileSync(path.join(folder, name), bytes)
    console.log(`${name}: ${bytes.length} bytes`)
  }
  write('icon-192.png', await png(drawing, 192))
  write('icon-512.png', await png(drawing, 512))
  write('icon-maskable-512.png', await png(filled, 512))
  write('apple-touch-icon.png', await png(filled, 180))
  write('favicon.ico', iconFile([await png(drawing, 16), await png(drawing, 32), await png(drawing, 48)]))
} finally {
  await browser.close()
}

/** An .ico file of PNGs: a head of 6 bytes, 16 for each picture, then the pictures. */
function iconFile(pictures: readonly Buffer[]): Buffer {
  const head = Buffer.alloc(6 + 16 * pictures.length)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(pictures.length, 4)
  let offset = head.length
  pictures.forEach((bytes, at) => {
    const entry = 6 + 16 * at
    head.writeUInt8(bytes.readUInt32BE(16), entry)
    head.writeUInt8(bytes.readUInt32BE(20), entry + 1)
    head.writeUInt16LE(1, entry + 4)
    head.writeUInt16LE(32, entry + 6)
    head.writeUInt32LE(bytes.length, entry + 8)
    head.writeUInt32LE(offset, entry + 12)
    offset += bytes.length
  })
  return Buffer.concat([head, ...pictures])
}
