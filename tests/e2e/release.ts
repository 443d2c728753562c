import fs from 'node:fs'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { exportSite, readSiteList, type SiteList } from '@/lib/server/build/export-site'
import { loadSite, type Site } from '@/lib/server/front/site'

/**
 * A release of a part of the site: Next's finished pages below these addresses, changed by `edit`, put through the
 * real export into `folder`.
 */
export async function makeRelease(
  folder: string,
  belongs: (route: string) => boolean,
  edit: (html: string) => string = (html) => html,
): Promise<SiteList> {
  const built = path.resolve('.next')
  const manifest = JSON.parse(fs.readFileSync(path.join(built, 'prerender-manifest.json'), 'utf8')) as {
    routes: Record<string, unknown>
  }
  const routes = Object.fromEntries(Object.entries(manifest.routes).filter(([route]) => belongs(route)))
  fs.mkdirSync(path.join(folder, 'server/app'), { recursive: true })
  fs.writeFileSync(path.join(folder, 'prerender-manifest.json'), JSON.stringify({ routes }))
  fs.cpSync(path.join(built, 'static'), path.join(folder, 'static'), { recursive: true })
  fs.cpSync(path.join(built, 'server/app'), path.join(folder, 'server/app'), {
    recursive: true,
    filter: (file) => fs.statSync(file).isDirectory() || file.endsWith('_client-reference-manifest.js'),
  })
  for (const route of Object.keys(routes)) {
    const source = path.join(built, 'server/app', `${route.slice(1)}.html`)
    if (!fs.existsSync(source)) continue
    const target = path.join(folder, 'server/app', `${route.slice(1)}.html`)
    fs.mkdirSync(path.dirname(target), { recursive: true })
    fs.writeFileSync(target, edit(fs.readFileSync(source, 'utf8')))
  }
  // The reader of PDF files is large and belongs to no reading page.
  const assets = path.join(folder, 'public')
  fs.cpSync('public', assets, { recursive: true, filter: (file) => path.basename(file) !== 'pdf' })
  await exportSite(folder, assets)
  const list = readSiteList(folder)
  if (!list) throw new Error('the export left no list')
  return list
}

export type ReleaseServer = {
  url: string
  /** Method and address of everything that was asked for. */
  asked: string[]
  /** What is served from now on; `broken`: every answer is 503; `gone`: every line is cut at once. */
  serve: (folder: string | 'broken' | 'gone') => void
  close: () => Promise<void>
}

/** Serves releases on a port of its own; the status of the sources is what the running Lantern says. */
export async function serveReleases(lantern: string): Promise<ReleaseServer> {
  const asked: string[] = []
  let site: Site | 'broken' | 'gone' = 'gone'
  const server = http.createServer((request, response) => {
    if (site === 'gone') return void request.socket.destroy()
    asked.push(`${request.method} ${request.url}`)
    if (site === 'broken') return void response.writeHead(503).end()
    if (site.answer(request, response)) return
    if (request.url !== '/api/sources/status') {
      response.writeHead(request.url?.startsWith('/api/') ? 204 : 404, { 'content-type': 'text/html' })
      return void response.end(
        request.url?.startsWith('/api/') ? undefined : '<!doctype html><title>none</title>',
      )
    }
    void fetch(`${lantern}/api/sources/status`)
      .then((reply) => reply.text())
      .then((body) => response.writeHead(200, { 'content-type': 'application/json' }).end(body))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    serve: (folder) => {
      site = folder === 'broken' || folder === 'gone' ? folder : (loadSite(folder, false) ?? 'broken')
    },
    close: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}
