import type { NextConfig } from 'next'

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  experimental: { globalNotFound: true },
  async redirects() {
    return [{ source: '/', destination: '/en', permanent: false }]
  },
  // Every picture is our own SVG or a file in public/: no image service, no inline style (strict CSP).
  images: { unoptimized: true },
  // `npm run check` and `.ci/run` check types; doing it again would slow every first `npm start`.
  typescript: { ignoreBuildErrors: true },
  turbopack: { root: import.meta.dirname },
  // The launcher compresses what it caches; see lib/launch/serve.ts.
  async headers() {
    return [
      {
        source: '/:path*',
        headers: [
          { key: 'X-Content-Type-Options', value: 'nosniff' },
          // A page's address tells which illness someone reads about: never pass it on.
          { key: 'Referrer-Policy', value: 'no-referrer' },
          { key: 'Permissions-Policy', value: 'camera=(), geolocation=(), microphone=(), payment=()' },
          { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
        ],
      },
    ]
  },
}

export default config
