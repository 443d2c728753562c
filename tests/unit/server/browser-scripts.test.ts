/** What our browser scripts hold: a value imported from a module of shapes would bring the whole of zod along, unseen. */
import fs from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { build, type BuildOptions } from 'esbuild'
import { describe, expect, it } from 'vitest'
import { howToBuild, scripts } from '@/lib/server/build/make-assets'

/** The most that each may weigh packed, in bytes; the others are of one page and small. */
const most: Partial<Record<(typeof scripts)[number]['to'], number>> = {
  lantern: 8_000,
  'check-article-worker': 200_000,
  // Pages with a form load these two at once; what a press needs comes when the form is reached.
  'check-article': 5_500,
  'build-packet': 5_000,
  // Signing in, opening what was shared, and writing back; for clinicians.
  record: 20_000,
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

describe('the weights of the article check', () => {
  const inputsOf = async (options: BuildOptions) =>
    Object.keys((await build({ ...options, write: false, metafile: true })).metafile.inputs)
  const weighty = (inputs: readonly string[]) =>
    inputs.filter((file) => /claims\/(?:sign-weights\.json|sign-model\.ts|analyse\.ts)$/.test(file))

  it('are in the worker of the check and in no other script', async () => {
    const holding: string[] = []
    for (const script of scripts)
      if (weighty(await inputsOf(howToBuild(script))).length > 0) holding.push(script.to)
    expect(holding).toEqual(['check-article-worker'])
  })

  it('are in no part of a page that the framework runs in the browser', async () => {
    const parts = fs
      .readdirSync('components', { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.tsx'))
      .map((file) => path.join('components', file))
      .filter((file) => /^['"]use client['"]/m.test(fs.readFileSync(file, 'utf8')))
    expect(parts.length).toBeGreaterThan(3)
    const inputs = await inputsOf({
      entryPoints: parts,
      outdir: 'unwritten',
      bundle: true,
      packages: 'external',
      loader: { '.css': 'empty' },
      logLevel: 'silent',
    })
    expect(inputs.length).toBeGreaterThan(parts.length)
    expect(weighty(inputs)).toEqual([])
  })
})
