/**
 * The site in the languages of tests/pseudo-language.ts without a build, as a child of tests/start-pseudo-site.ts: the
 * real pages from a real database behind the real front. In place of Next stands what it does for a finished page: the
 * file of an address, its layout and its title, made to HTML by React. Prints its address when it is ready.
 */
import fs from 'node:fs'
import type http from 'node:http'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import type { Metadata } from 'next'
import { prerenderToNodeStream } from 'react-dom/static'
import { asOneRequest } from '@/lib/db/asked-once'
import { withSwitch } from '@/lib/server/build/alternates'
import { deviceSheet } from '@/lib/server/build/language-fonts'
import { errorKinds } from '@/lib/server/build/error-pages'
import { readPage, withoutFramework } from '@/lib/server/build/page-html'
import { siteAddresses } from '@/lib/server/front/addresses'
import { makeFront } from '@/lib/server/front/front-of-site'
import { addressOf, listen } from '@/lib/server/front/serve'
import type { Site } from '@/lib/server/front/site'
import { getSummaryParts } from '@/lib/summary/data'
import { isLocale, languages, localeOrFirst, locales } from '@/lib/texts/languages'
import { scriptOf } from '@/lib/texts/scripts'

const root = path.resolve(import.meta.dirname, '..')
const publicFolder = path.join(root, 'public')
const styleAddress = '/styles.css'

type Params = Record<string, string>
type PageProps = { params: Promise<Params> }
type PageFile = {
  default: (props: PageProps) => React.ReactNode | Promise<React.ReactNode>
  generateMetadata?: (props: PageProps) => Metadata | Promise<Metadata>
  generateStaticParams?: () => Promise<Params[]>
}
type Route = { pattern: string; load: () => Promise<unknown> }

/** The names of its gaps. */
const gapsOf = (pattern: string) => [...pattern.matchAll(/\[(\w+)\]/g)].map(([, name = '']) => name)

/** Files of a kind below app/ by the address that they answer: `/[locale]/glossary`. */
function routesOf(name: 'page.tsx' | 'route.ts'): Route[] {
  return fs
    .readdirSync(path.join(root, 'app'), { recursive: true, encoding: 'utf8' })
    .filter((file) => path.basename(file) === name && !file.startsWith('('))
    .map((file) => ({
      pattern: `/${path.dirname(file).split(path.sep).join('/')}`,
      load: () => import(pathToFileURL(path.join(root, 'app', file)).href) as Promise<unknown>,
    }))
    .sort((a, b) => gapsOf(a.pattern).length - gapsOf(b.pattern).length) // a fixed name goes before a gap
}

const filled = (pattern: string, params: Params) =>
  pattern.replaceAll(/\[(\w+)\]/g, (gap, name: string) => params[name] ?? gap)

/** What stands in the gaps of a pattern; null when the address does not fit. */
function paramsOf(pattern: string, address: string): Params | null {
  const found = new RegExp(`^${pattern.replaceAll(/\[\w+\]/g, '([^/]+)')}$`).exec(address)
  return found && Object.fromEntries(gapsOf(pattern).map((name, at) => [name, found[at + 1] ?? '']))
}

/** The addresses that Next would make ahead of each kind of page. */
async function addressesOf(routes: readonly Route[]): Promise<[pattern: string, addresses: string[]][]> {
  const kinds: [string, string[]][] = []
  for (const { pattern, load } of routes) {
    const page = (await load()) as PageFile
    const params = (await page.generateStaticParams?.()) ?? locales.map((locale) => ({ locale }))
    const addresses = params.map((one) => filled(pattern, one)).filter((address) => !address.includes('['))
    kinds.push([pattern, pattern.endsWith('/answered') ? [] : addresses])
  }
  return kinds
}

/** A title as Next writes it: `{ absolute }`, or in the template of the layout. */
function titleOf({ title }: Metadata, { title: outer }: Metadata): string {
  if (typeof title === 'object' && title && 'absolute' in title) return title.absolute ?? ''
  const { template = '%s', default: usual = '' } = outer as { template?: string; default?: string }
  return typeof title === 'string' ? template.replace('%s', title) : usual
}

const layoutOf = async () =>
  (await import('@/app/[locale]/layout')) as unknown as {
    default: (props: PageProps & { children: React.ReactNode }) => Promise<React.ReactNode>
    generateMetadata: (props: PageProps) => Promise<Metadata>
  }

const htmlOf = (page: PageFile, params: Params): Promise<string> => asOneRequest(() => render(page, params))

async function render(page: PageFile, params: Params): Promise<string> {
  const layout = await layoutOf()
  const props = { params: Promise.resolve(params) }
  const [own, outer] = await Promise.all([
    page.generateMetadata?.(props) ?? {},
    layout.generateMetadata(props),
  ])
  const Page = page.default as React.ComponentType<PageProps>
  const Layout = layout.default as unknown as React.ComponentType<PageProps & { children: React.ReactNode }>
  const { prelude } = await prerenderToNodeStream(
    <Layout {...props}>
      <title>{titleOf(own, outer)}</title>
      <meta name="description" content={own.description ?? outer.description ?? ''} />
      <link rel="stylesheet" href={styleAddress} precedence="default" />
      <Page {...props} />
    </Layout>,
    { onError: (error) => console.error(params, error) },
  )
  const chunks: Buffer[] = []
  for await (const chunk of prelude) chunks.push(Buffer.from(chunk as Uint8Array))
  return withoutFramework(readPage(Buffer.concat(chunks).toString('utf8')), (address) => address)
}

const send = (response: http.ServerResponse, status: number, type: string, body: string | Uint8Array) => {
  response.statusCode = status
  response.setHeader('content-type', type)
  response.end(body)
}

/** A form post to a route handler, which speaks the web's own Request and Response. */
async function handled(handler: Route, method: string, request: http.IncomingMessage): Promise<Response> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk as Uint8Array))
  const act = ((await handler.load()) as Record<string, (request: Request) => Promise<Response>>)[method]
  if (!act) return new Response(null, { status: 405 })
  const body = method === 'GET' ? null : Buffer.concat(chunks)
  const headers = { 'content-type': request.headers['content-type'] ?? '' }
  return act(new Request(`http://localhost${request.url ?? ''}`, { method, headers, body }))
}

const pages = routesOf('page.tsx')
const handlers = routesOf('route.ts').filter(({ pattern }) => pattern.startsWith('/api/'))
const kinds = await addressesOf(pages)
const addresses = siteAddresses(
  kinds.flatMap(([, list]) => list),
  handlers.map(({ pattern }) => pattern),
)

async function answer(request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
  const address = (request.url ?? '').split('?')[0] ?? ''
  const handler = handlers.find(({ pattern }) => pattern === address)
  if (handler) {
    const made = await handled(handler, request.method ?? 'GET', request)
    const type = made.headers.get('content-type') ?? 'text/plain'
    return send(response, made.status, type, new Uint8Array(await made.arrayBuffer()))
  }
  for (const { pattern, load } of pages) {
    const params = paramsOf(pattern, address)
    if (!params) continue
    return send(response, 200, 'text/html; charset=utf-8', await htmlOf((await load()) as PageFile, params))
  }
  send(response, 404, 'text/plain', '')
}

/** The pages in place of a page, as the export keeps them. */
const errorPages = new Map<string, string>()
for (const kind of errorKinds)
  for (const locale of locales) {
    const page = pages.find(({ pattern }) => pattern === `/[locale]/${kind}`)
    if (page) errorPages.set(`/${locale}/${kind}`, await htmlOf((await page.load()) as PageFile, { locale }))
  }

/** All of them for every page: those that only some pages load come last. */
const sheets = ['globals', 'styles/products', 'styles/article', 'styles/packets']
const styles = await build({
  stdin: {
    contents: sheets.map((name) => `@import './app/${name}.css';`).join('\n'),
    loader: 'css',
    resolveDir: root,
  },
  bundle: true,
  external: ['/fonts/*'],
  write: false,
})
const css = styles.outputFiles.map(({ text }) => text).join('\n')
const types: Record<string, string> = {
  '.js': 'text/javascript',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
}

const site: Site = {
  answer: (request, response) => {
    const address = (request.url ?? '').split('?')[0] ?? ''
    const file = path.join(publicFolder, path.normalize(address))
    const type = types[path.extname(file)]
    const [, language = ''] = /^\/fonts\/([a-z]{2,3})\.css$/.exec(address) ?? []
    if (address === styleAddress) send(response, 200, 'text/css', css)
    else if (isLocale(language))
      send(response, 200, 'text/css', deviceSheet(scriptOf(languages[language].script).device))
    else if (type && file.startsWith(publicFolder) && fs.existsSync(file))
      send(response, 200, type, fs.readFileSync(file))
    else return false
    return true
  },
  answerError: (_asked, response, status, address) => {
    const kind = status < 500 ? 'missing' : 'failed'
    const html = errorPages.get(`/${address.split('/')[1] ?? ''}/${kind}`)
    if (html) send(response, status, 'text/html; charset=utf-8', html)
    return html !== undefined
  },
  untranslated: (address) => {
    const html = errorPages.get(`/${address.split('/')[1] ?? ''}/untranslated`)
    return html === undefined ? null : withSwitch(html, address)
  },
}

const host = '127.0.0.1'
const port = Number(process.env.PORT)
const front = await listen(host, port)
const theFront = makeFront({
  site,
  addresses,
  next: (request, response) =>
    void answer(request, response).catch((error: unknown) => {
      console.error(request.url, error)
      send(response, 500, 'text/html', '')
    }),
  modules: null,
  trustsProxy: false,
})
front.use((request, response) => {
  // What a browser finds on the page of sharing, for tests that make a share as it does.
  const [, locale, condition = ''] = /^\/tests\/parts\/([^/]+)\/([^/]+)$/.exec(request.url ?? '') ?? []
  if (locale === undefined) return theFront(request, response)
  void getSummaryParts(localeOrFirst(locale), condition).then((parts) =>
    send(response, 200, 'application/json', JSON.stringify(parts)),
  )
})
const readable = kinds.map(([pattern, list]) => [
  pattern,
  list.filter((address) => addresses.ready.has(address)),
])
console.log(`ready ${addressOf(host, port)} ${JSON.stringify(readable)}`)
