/** What our browser scripts hold: a value imported from a module of shapes would bring the whole of zod along, unseen. */
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { describe, expect, it } from 'vitest'
import { howToBuild, scripts } from '@/lib/server/build/make-assets'

/** The most that each may weigh packed, in bytes; the others are of one page and small. */
const most: Partial<Record<(typeof scripts)[number]['to'], number>> = {
  lantern: 8_000,
  'check-article-worker': 200_000,
}
const usual = 16_000

describe('a browser script', () => {
  it.each(scripts.map((script) => [script.to, script] as const))(
    '"%s" holds no library of the server, and weighs little',
    async (name, script) => {
      const made = await build({ ...howToBuild(script), write: false, metafile: true })
      const libraries = Object.keys(made.metafile.inputs).filter((file) =>
        /node_modules\/(?:zod|react|react-dom|next|use-intl|yaml|parse5)\//.test(file),
      )
      expect(libraries).toEqual([])
      const [file] = made.outputFiles
      expect(gzipSync(file?.contents ?? '').length).toBeLessThanOrEqual(most[name] ?? usual)
      expect(file?.text).not.toMatch(/new Function|\beval\(/)
    },
  )
})
