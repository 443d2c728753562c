/**
 * Turns what `next build` made into finished files that any web server can hand out: `.next/lantern-site/`.
 * Pages without browser parts lose the framework; our own module, the styles and the fonts get names with a hash of
 * what is in them; everything that shrinks lies beside itself as .br and .gz. Pages with browser parts keep the framework
 * and lie in a folder of their own, for the server that knows which policy each needs. Next's own files are only read.
 */
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import zlib from 'node:zlib'
import { z } from 'zod'
import { indexAddress, openIndexFile } from '@/lib/evidence/addresses'
import { withLanguages } from '@/lib/server/build/alternates'
import { interactiveParts, readClientModules, type ClientModules } from '@/lib/server/build/client-parts'
import { errorPageOf } from '@/lib/server/build/error-pages'
import { flightOf, readPage, scriptHashes, withoutFramework } from '@/lib/server/build/page-html'
import { byCondition, isAlongside, makeSavedList } from '@/lib/server/build/saved-lists'

const fileSchema = z.object({
  /** Path below the folder. */
  file: z.string(),
  type: z.string(),
  /** The name holds a hash of the content, so a copy never grows old. */
  isHashed: z.boolean(),
  /** Of the uncompressed content. */
  etag: z.string(),
  bytes: z.number(),
  isCompressed: z.boolean(),
  /** Of a page that keeps the framework: its inline scripts, as sources of a policy (`'sha256-…'`). */
  scripts: z.array(z.string()).optional(),
})
const listSchema = z.object({
  /** Address → finished page, without the framework. */
  pages: z.record(z.string(), fileSchema),
  /** Address → finished page that keeps the framework. */
  live: z.record(z.string(), fileSchema.required({ scripts: true })),
  /** Address → any other file. */
  assets: z.record(z.string(), fileSchema),
  /** For an address in no language of ours. */
  notFound: fileSchema.nullable(),
  /** Language → what is shown in place of a page (error-pages.ts). */
  missing: z.record(z.string(), fileSchema),
  untranslated: z.record(z.string(), fileSchema),
  failed: z.record(z.string(), fileSchema),
  /** Address of the rules that say which links a browser may fetch ahead. */
  ahead: z.string(),
})

export type SiteFile = z.infer<typeof fileSchema>
/** What lies in the folder; kept beside it as lantern-site.json. */
export type SiteList = z.infer<typeof listSchema>

export type ExportReport = {
  /** Finished pages without the framework. */
  pages: number
  /** Finished pages that keep it, and for what. */
  live: { route: string; why: string }[]
  /** Pages left to Next, and why. */
  left: { route: string; why: string }[]
  /** Pages whose inline styles a strict policy will refuse. */
  styled: string[]
}

const prerenderSchema = z.object({
  routes: z.record(
    z.string(),
    z.object({
      initialRevalidateSeconds: z.union([z.number(), z.literal(false)]),
      initialStatus: z.number().optional(),
      compute: z.string().optional(),
    }),
  ),
})

const mediaTypes: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8; header=present',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml; charset=utf-8',
}

const shrinks = /^(text\/|application\/(json|manifest|xml|speculationrules)|image\/svg)/

/**
 * Which links a browser may fetch before the tap has ended: the step's own "next" when the finger comes near, any
 * other page of ours when it is pressed. Never an API address or a download.
 */
const aheadRules = {
  prefetch: [
    { source: 'document', where: { selector_matches: '.onward .go' }, eagerness: 'moderate' },
    {
      source: 'document',
      where: {
        and: [
          { href_matches: '/*' },
          { not: { href_matches: '/api/*' } },
          { not: { selector_matches: '[download], [rel~=nofollow]' } },
        ],
      },
      eagerness: 'conservative',
    },
  ],
}

const notFoundRoute = '/_not-found'

/** Files that are known by their name: an app's manifest is the app, robots ask for a text file, people for handouts and data. */
const keepsName = /^(handouts|api)\/|\.(webmanifest|txt|xml)$/

/** The fonts that the first screen of every page is set in. */
const fontsAtOnce = ['/fonts/atkinson-400.woff2', '/fonts/source-serif-600.woff2']

const gzip = promisify(zlib.gzip)
const brotli = promisify(zlib.brotliCompress)
const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('base64url').slice(0, 16)

function filesBelow(folder: string): string[] {
  if (!fs.existsSync(folder)) return []
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort()
}

/** How many files may wait for their compression; when so many do, all of them are waited for. */
const mostWaiting = 256

/** Writes files and their compressed twins; compression runs in Node's own threads. */
class SiteWriter {
  private readonly waiting: Promise<void>[] = []
  constructor(private readonly folder: string) {}

  add(file: string, bytes: Buffer, isHashed: boolean, type?: string): SiteFile {
    const full = path.join(this.folder, file)
    fs.mkdirSync(path.dirname(full), { recursive: true })
    fs.writeFileSync(full, bytes)
    const mediaType = type ?? mediaTypes[path.extname(file)] ?? 'application/octet-stream'
    const isCompressed = shrinks.test(mediaType) && bytes.length >= 256
    if (isCompressed) this.waiting.push(this.compress(full, bytes))
    return { file, type: mediaType, isHashed, etag: hashOf(bytes), bytes: bytes.length, isCompressed }
  }

  private async compress(full: string, bytes: Buffer): Promise<void> {
    const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT } = zlib.constants
    const params = { [BROTLI_PARAM_QUALITY]: 11, [BROTLI_PARAM_SIZE_HINT]: bytes.length }
    const [br, gz] = await Promise.all([brotli(bytes, { params }), gzip(bytes, { level: 9 })])
    fs.writeFileSync(`${full}.br`, br)
    fs.writeFileSync(`${full}.gz`, gz)
  }

  /** Waits while too many files are in memory. @throws as `done` */
  async room(): Promise<void> {
    if (this.waiting.length >= mostWaiting) await this.done()
  }

  /** @throws when a file could not be compressed or written */
  async done(): Promise<void> {
    await Promise.all(this.waiting.splice(0))
  }
}

const madeSchema = z.object({
  status: z.literal(200),
  headers: z.looseObject({ 'content-type': z.string() }),
})

/**
 * What a route handler answers, when the build made that ahead: the bytes and their type. Null: no such answer. Next
 * would read it again for every request.
 */
function madeAhead(nextFolder: string, route: string): { bytes: Buffer; type: string } | null {
  const made = path.join(nextFolder, 'server/app', route.slice(1))
  if (!fs.existsSync(`${made}.body`)) return null
  const meta = madeSchema.safeParse(JSON.parse(fs.readFileSync(`${made}.meta`, 'utf8')))
  return meta.success
    ? { bytes: fs.readFileSync(`${made}.body`), type: meta.data.headers['content-type'] }
    : null
}

/** Copies public/ and Next's static files; gives the hashed name of each address. */
function addAssets(
  writer: SiteWriter,
  nextFolder: string,
  publicFolder: string,
): { assets: Record<string, SiteFile>; hashedNames: Map<string, string>; styles: Map<string, string> } {
  const assets: Record<string, SiteFile> = {}
  const styles = new Map<string, string>()
  const hashedNames = new Map<string, string>()
  const addHashed = (address: string, bytes: Buffer, type?: string) => {
    const { name, ext } = path.parse(address)
    const file = `assets/${name}.${hashOf(bytes)}${ext}`
    assets[`/${file}`] = writer.add(file, bytes, true, type)
    hashedNames.set(address, `/${file}`)
  }
  /** A sheet that names what it loads by the hashed names, which are known by then. */
  const addStyle = (address: string, bytes: Buffer) => {
    let css = bytes.toString('utf8')
    for (const [plain, name] of hashedNames) css = css.replaceAll(`(${plain})`, `(${name})`)
    for (const [plain, name] of hashedNames) css = css.replaceAll(`"${plain}"`, `"${name}"`)
    addHashed(address, Buffer.from(css))
    styles.set(hashedNames.get(address) ?? '', css)
  }
  const isStyle = (file: string) => file.endsWith('.css')
  const ownFiles = filesBelow(publicFolder)
  for (const file of [...ownFiles.filter((one) => !isStyle(one)), ...ownFiles.filter(isStyle)]) {
    const bytes = fs.readFileSync(path.join(publicFolder, file))
    // The plain name too: pages that Next keeps use it, and a service worker or manifest must not move.
    assets[`/${file}`] = writer.add(file, bytes, false)
    if (isStyle(file)) addStyle(`/${file}`, bytes)
    else if (!keepsName.test(file)) addHashed(`/${file}`, bytes)
  }
  const index = assets[openIndexFile]
  if (index) assets[indexAddress] = index // a folder cannot be a file as well
  for (const file of filesBelow(path.join(nextFolder, 'static'))) {
    const bytes = fs.readFileSync(path.join(nextFolder, 'static', file))
    assets[`/_next/static/${file}`] = writer.add(`_next/static/${file}`, bytes, true)
    if (isStyle(file)) addStyle(`/_next/static/${file}`, bytes)
  }
  addHashed(
    '/ahead.json',
    Buffer.from(JSON.stringify(aheadRules)),
    'application/speculationrules+json; charset=utf-8',
  )
  return { assets, hashedNames, styles }
}

/**
 * Where lies what needs headers of its own: pages that keep the framework, replies of a handler. A web server over the
 * whole folder gives the same ones to everything in it: by their address it must not find these.
 */
const ownHeadersFolder = 'own-headers'

/** Tells a page which list names what to save beside it. */
const markSaved = (html: string, address: string) =>
  html.replace('<head>', `<head><meta name="saved-pages" content="${address}"/>`)

/** What a page runs in the browser, each part once; or why that cannot be told, so that it stays with Next. */
function partsOf(page: ReturnType<typeof readPage>, modules: ClientModules): string[] | string {
  if (page.strange.length > 0) return 'it has inline scripts of unknown shape'
  const parts = interactiveParts(flightOf(page), modules)
  return parts ? [...new Set(parts)] : 'its data is not understood'
}

type Finished = { html: string; scripts?: string[] }

/**
 * Exports every page of a finished build that the build made whole into `<nextFolder>/lantern-site`.
 * @throws when the build's own records cannot be read; nothing is left half-made then
 */
export async function exportSite(nextFolder: string, publicFolder: string): Promise<ExportReport> {
  const target = path.join(nextFolder, 'lantern-site')
  const making = `${target}.new`
  for (const folder of [target, making]) fs.rmSync(folder, { recursive: true, force: true })
  fs.rmSync(`${target}.json`, { force: true })

  const { routes } = prerenderSchema.parse(
    JSON.parse(fs.readFileSync(path.join(nextFolder, 'prerender-manifest.json'), 'utf8')),
  )
  const addresses = new Set(
    Object.keys(routes).filter((route) => (routes[route]?.initialStatus ?? 200) === 200),
  )
  const modules = readClientModules(nextFolder)
  const writer = new SiteWriter(making)
  const { assets, hashedNames, styles } = addAssets(writer, nextFolder, publicFolder)
  const rename = (address: string) => hashedNames.get(address) ?? address
  const hints = fontsAtOnce
    .filter((font) => hashedNames.has(font))
    .map((font) => `<link rel="preload" href="${rename(font)}" as="font" type="font/woff2" crossorigin/>`)
    .join('')

  const list: SiteList = {
    pages: {},
    live: {},
    assets,
    notFound: null,
    missing: {},
    untranslated: {},
    failed: {},
    ahead: rename('/ahead.json'),
  }
  const report: ExportReport = { pages: 0, live: [], left: [], styled: [] }
  /** The finished page; null when it stays with Next or is no page. */
  const finish = (route: string): Finished | null => {
    const { initialRevalidateSeconds, initialStatus = 200, compute } = routes[route] ?? {}
    const isNotFound = route === notFoundRoute
    if (route.startsWith('/_') && !isNotFound) return null
    const source = path.join(nextFolder, 'server/app', `${route === '/' ? 'index' : route.slice(1)}.html`)
    if (!fs.existsSync(source)) return null // a route handler whose answer changes
    const isFixed = initialRevalidateSeconds === false && (compute ?? 'static') === 'static'
    const page = readPage(fs.readFileSync(source, 'utf8'))
    const parts = isFixed && (initialStatus === 200 || isNotFound) ? partsOf(page, modules) : 'it changes'
    if (typeof parts === 'string') {
      report.left.push({ route, why: parts })
      return null
    }
    if (page.inlineStyles > 0) report.styled.push(route)
    if (parts.length > 0) {
      report.live.push({ route, why: `it runs ${parts.join(', ')}` })
      return { html: withLanguages(page.html, route, addresses), scripts: scriptHashes(page) }
    }
    report.pages += 1
    return { html: withLanguages(withoutFramework(page, rename, hints), route, addresses) }
  }
  const write = async (route: string, { html, scripts }: Finished) => {
    if (scripts) {
      const file = writer.add(`${ownHeadersFolder}${route}.html`, Buffer.from(html), false)
      list.live[route] = { ...file, scripts }
      return
    }
    const isNotFound = route === notFoundRoute
    const name = isNotFound ? '404' : route === '/' ? 'index' : route.slice(1)
    const file = writer.add(`${name}.html`, Buffer.from(html), false)
    const error = errorPageOf(route)
    if (isNotFound) list.notFound = file
    else if (error) list[error.kind][error.locale] = file
    else list.pages[route] = file
    await writer.room()
  }

  // The pages of one condition are in memory together, as their list is made from all of them; never all pages.
  const { own, others } = byCondition(Object.keys(routes))
  const shared = new Map<string, string>()
  for (const route of others) {
    const reply = madeAhead(nextFolder, route)
    if (reply) assets[route] = writer.add(`${ownHeadersFolder}${route}`, reply.bytes, false, reply.type)
    const page = reply ? null : finish(route)
    if (page === null) continue
    await write(route, page)
    if (isAlongside(route) && !page.scripts) shared.set(route, page.html)
  }
  const files = new Map(
    Object.entries(assets).map(([address, { etag }]) => [
      address,
      { etag, css: styles.get(address) ?? null },
    ]),
  )
  for (const [condition, ownRoutes] of own) {
    const pages = new Map<string, string>()
    for (const route of ownRoutes) {
      const page = finish(route)
      if (page?.scripts) await write(route, page)
      else if (page) pages.set(route, page.html)
    }
    const saved = makeSavedList(condition, { pages: new Map([...shared, ...pages]), files }, markSaved)
    assets[saved.address] = writer.add(saved.address.slice(1), Buffer.from(JSON.stringify(saved.list)), true)
    for (const [route, html] of pages) await write(route, { html: saved.marked.get(route) ?? html })
  }
  await writer.done()
  fs.renameSync(making, target)
  fs.writeFileSync(`${target}.json`, JSON.stringify(list))
  return report
}

/** What was exported, or null when there is no finished export. */
export function readSiteList(nextFolder: string): SiteList | null {
  try {
    return listSchema.parse(JSON.parse(fs.readFileSync(path.join(nextFolder, 'lantern-site.json'), 'utf8')))
  } catch {
    return null
  }
}
