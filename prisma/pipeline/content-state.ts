/** The content as `npm run content:changes` and the release check compare it, and what was released last. */
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import { z } from 'zod'
import {
  seenFact,
  seenFigure,
  seenIn,
  sentencesIn,
  type ContentState,
  type Released,
  type SeenFigure,
} from '@/lib/reviews/content-changes'
import { Day } from '@/lib/sources/schema'
import { linesOf } from './check-references'
import { figureBook } from './figure-book'
import type { Content } from './read-content'

export const releasedFile = 'prisma/released.json'

/** Every figure and fact as people see it, and every sentence of each words file. */
export function stateOf(content: Content): ContentState {
  const figures: Record<string, SeenFigure> = {}
  const sentences: Record<string, string[]> = {}
  const read = (file: string, words: unknown) => {
    sentences[file] = linesOf(words).flatMap(({ text }) => sentencesIn(text))
  }
  for (const condition of content.conditions) {
    const { id } = condition.condition
    const { estimates, facts } = figureBook(content, condition)
    for (const [name, figure] of Object.entries(estimates)) {
      const beside = figure.comparator ? estimates[figure.comparator] : undefined
      figures[`${id}/${name}`] = {
        seen: seenFigure(figure, beside, figure.headline),
        of: `${figure.endpointWords.title}, ${figure.armWords} (${figure.sourceShown.short})`,
      }
    }
    for (const [name, fact] of Object.entries(facts))
      figures[`${id}/${name}`] = { seen: seenFact(fact), of: name }
    for (const [name, words] of Object.entries(condition.words)) read(`${id}/${name}`, words)
  }
  read('shared/pages', content.shared.pages)
  for (const [name, words] of Object.entries(content.shared.words)) read(`shared/${name}`, words)
  return { figures, sentences }
}

const ReleasedFile = z.strictObject({
  date: Day,
  changelog: z.string().length(64),
  figures: z.record(z.string(), z.string()),
})

export const hashOfText = (text: string): string => createHash('sha256').update(text).digest('hex')

/** What was released last. @throws when the file is missing or has another shape */
export const readReleased = (): Released =>
  ReleasedFile.parse(JSON.parse(fs.readFileSync(releasedFile, 'utf8')))

/** Writes down what is released with this content: to be committed with the release. */
export function writeReleased(content: Content): void {
  const released: Released = {
    date: content.date,
    changelog: hashOfText(content.changelog),
    figures: seenIn(stateOf(content).figures),
  }
  fs.writeFileSync(releasedFile, `${JSON.stringify(released, null, 2)}\n`)
}
