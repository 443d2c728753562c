/** Texts with labels, as the training of the article check reads them: their shape, their sites, and where a label's words stand. */
import { z } from 'zod'
import { readArticle } from './read-article'
import type { ArticlePatterns } from './sign-schema'
import type { LabelledText } from './sign-training'

/** One line of `npm run article:train -- <texts.jsonl>`. A sign that is not named is absent. */
export const labelledLineSchema = z.object({
  id: z.string(),
  /** Where the text was found; `earlier` when nobody noted it. */
  site: z.string(),
  kind: z.string().optional(),
  text: z.string(),
  stance: z.enum(['sells', 'informs', 'cannot tell']),
  signs: z.record(
    z.string(),
    z.object({ state: z.enum(['clear', 'unclear']), words: z.string().optional() }),
  ),
})
export type LabelledLine = z.infer<typeof labelledLineSchema>

/** `prisma/content/article-passages.yaml`: short passages of our own, one a line; each line has all the signs of its group. */
export const passagesFileSchema = z.object({
  passages: z.array(
    z.object({
      signs: z.array(z.string()),
      /** What is tried, where no sign may be found. */
      why: z.string().optional(),
      texts: z.string().transform((block) =>
        block
          .split('\n')
          .map((line) => line.trim())
          .filter((line) => line !== ''),
      ),
    }),
  ),
})
export type PassagesFile = z.infer<typeof passagesFileSchema>

/** Texts without a site are taken for one publisher's when they share this many runs of three rare words. */
const SHARED_RUNS = 5
const RARE = 3
const NO_SITE = 'earlier'

/**
 * The site of every text, so that no publisher is learnt from and measured on at once: the host without "www."; where
 * nobody noted it, texts that share rare wording (directly or through others) count as one.
 */
export function sitesOf(lines: readonly Pick<LabelledLine, 'site' | 'text'>[]): string[] {
  const sites = lines.map(({ site }) =>
    /^[\w.-]+\.[a-z]/.exec(site) ? (site.replace(/^www\./, '').split(/[ /(]/)[0] ?? site) : site,
  )
  const unknown = lines.flatMap(({ site }, at) => (site === NO_SITE ? [at] : []))
  const holders = new Map<string, number[]>()
  for (const at of unknown) {
    const words = lines[at]?.text.toLowerCase().match(/[a-z]+/g) ?? []
    const runs = new Set(words.slice(2).map((word, place) => `${words[place]} ${words[place + 1]} ${word}`))
    for (const run of runs) holders.set(run, [...(holders.get(run) ?? []), at])
  }
  const shared = new Map<string, number>()
  for (const held of holders.values())
    if (held.length <= RARE)
      held.forEach((one, place) =>
        held.slice(place + 1).forEach((other) => {
          const pair = `${one} ${other}`
          shared.set(pair, (shared.get(pair) ?? 0) + 1)
        }),
      )
  const leader = new Map(unknown.map((at) => [at, at]))
  const find = (at: number): number => {
    const up = leader.get(at) ?? at
    return up === at ? at : find(up)
  }
  for (const [pair, runs] of shared) {
    const [one = 0, other = 0] = pair.split(' ').map(Number)
    if (runs >= SHARED_RUNS) leader.set(Math.max(find(one), find(other)), Math.min(find(one), find(other)))
  }
  for (const at of unknown) sites[at] = `${NO_SITE} ${find(at)}`
  return sites
}

/** Reads labelled texts for training. */
export function readLabelled(
  lines: readonly LabelledLine[],
  patterns: ArticlePatterns,
  signs: readonly string[],
): LabelledText[] {
  const sites = sitesOf(lines)
  return lines.map((line, at) => {
    const { features, normal, words } = readArticle(line.text, patterns, signs)
    const partsOf = Object.fromEntries(
      Object.entries(line.signs).map(([sign, label]) => {
        const start = label.words === undefined ? -1 : line.text.indexOf(label.words)
        const end = start + (label.words?.length ?? 0)
        const parts = features.parts.flatMap(({ from, to }, part) => {
          const first = words.tokens[from]
          const last = words.tokens[to - 1]
          if (start < 0 || first === undefined || last === undefined) return []
          const begins = normal.from[first.start] ?? 0
          const ends = normal.to[last.end - 1] ?? line.text.length
          const both = Math.min(ends, end) - Math.max(begins, start)
          return both >= Math.min(12, (end - start) / 2) ? [part] : []
        })
        return [sign, parts]
      }),
    )
    return { ...line, site: sites[at] ?? line.site, read: features, partsOf, isPassage: false, isOwn: false }
  })
}

/** Reads our own passages for training: the whole passage stands for each of its signs. */
export function readOwnPassages(
  { passages }: PassagesFile,
  patterns: ArticlePatterns,
  signs: readonly string[],
): LabelledText[] {
  return passages.flatMap((group) =>
    group.texts.map((text, at): LabelledText => {
      const read = readArticle(text, patterns, signs).features
      const all = read.parts.map((_, part) => part)
      return {
        id: `${group.signs.join('+')}-${at}`,
        site: 'own',
        stance: group.signs.length > 0 ? 'sells' : 'informs',
        signs: Object.fromEntries(group.signs.map((sign) => [sign, { state: 'clear', words: text }])),
        read,
        partsOf: Object.fromEntries(group.signs.map((sign) => [sign, all])),
        isPassage: true,
        isOwn: true,
      }
    }),
  )
}
