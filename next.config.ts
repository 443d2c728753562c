import { availableParallelism } from 'node:os'
import type { NextConfig } from 'next'
import { baseHeaders, fileHeaders } from './lib/server/front/security-headers'

const config: NextConfig = {
  // Written into the browser parts too, which have no environment.
  env: { LANTERN_LANGUAGES: process.env.LANTERN_LANGUAGES ?? '' },
  poweredByHeader: false,
  reactStrictMode: true,
  // Pages are made by the build. What Next makes later is for one request, and is never written to the disk. The launcher
  // has the few that it makes loaded before strangers come (lib/server/front/warm.ts).
  experimental: {
    globalNotFound: true,
    isrFlushToDisk: false,
    preloadEntriesOnStart: false,
    // While pages are made the process that hands them out only waits: its core makes pages, too.
    cpus: availableParallelism(),
  },
  async redirects() {
    return [{ source: '/', destination: '/en', permanent: false }]
  },
  // Every picture is our own SVG or a file in public/: no image service, no inline style (strict CSP).
  images: { unoptimized: true },
  // `npm run check` and `.ci/run` check types; doing it again would slow every first `npm start`.
  typescript: { ignoreBuildErrors: true },
  turbopack: { root: import.meta.dirname },
  // Replies of route handlers are packed by Next, pages by the launcher; see lib/server/front/front-of-next.ts.
  compress: true,
  // Titles and descriptions come with the page, not after it: the page reads the same without script.
  htmlLimitedBots: /.*/,
  // The policy for scripts comes from the launcher, which knows the page; these hold in development too.
  async headers() {
    const asNext = (headers: typeof baseHeaders) => headers.map(([key, value]) => ({ key, value }))
    return [
      { source: '/((?!api/).*)', headers: asNext(baseHeaders) },
      { source: '/api/:path*', headers: asNext(fileHeaders) },
      // The encrypted file of a share is for any viewer of SMART Health Links.
      {
        source: '/api/shares/:id',
        headers: [{ key: 'Cross-Origin-Resource-Policy', value: 'cross-origin' }],
      },
    ]
  },
}

export default config
