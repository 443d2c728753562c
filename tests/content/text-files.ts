import fs from 'node:fs'
import path from 'node:path'
import type { Block } from '@/prisma/pipeline/read-pages'

const root = path.resolve(import.meta.dirname, '../..')

/** What people read outside the content and the messages: titles in the code of pages, and the documents. */
const places: readonly [folder: string, ends: RegExp][] = [
  ['app', /\.tsx?$/],
  ['components', /\.tsx?$/],
  ['docs', /\.md$/],
]

/** A document by paragraphs and items of lists; code by lines, as a sentence in code is a string of one line. */
function blocksOf(file: string): Block[] {
  const text = fs.readFileSync(path.join(root, file), 'utf8')
  const parts = file.endsWith('.md') ? text.split(/\n\s*\n|\n(?=\s*(?:[-*|#]|\d+\.) ?)/) : text.split('\n')
  return parts.map((part) => ({ place: file, text: part.trim() }))
}

/** Every block of text of the project's documents and of the code of its pages. */
export function textFiles(): Block[] {
  const found = places.flatMap(([folder, ends]) =>
    fs
      .readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => ends.test(name))
      .map((name) => path.join(folder, name)),
  )
  return ['README.md', 'prisma/content/CHANGELOG.md', ...found].flatMap(blocksOf)
}
