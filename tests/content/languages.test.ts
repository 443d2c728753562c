import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parse, stringify } from 'yaml'
import { checkAll } from '@/prisma/pipeline/check-references'
import { contentHashes } from '@/prisma/pipeline/content-pieces'
import {
  conditionFolders,
  defaultContentDir,
  readAllLanguages,
  type Problem,
} from '@/prisma/pipeline/read-content'
import { pseudoLetter, pseudoMessages, writePseudoContent } from '@/tests/pseudo-language'

const locale = 'qaa'
let root = ''

beforeAll(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'lantern-languages-'))
  fs.cpSync(defaultContentDir, root, { recursive: true })
  writePseudoContent(root, locale, ['liver-failure'])
})
afterAll(() => fs.rmSync(root, { recursive: true, force: true }))

function problemsOf(): Problem[] {
  const read = readAllLanguages(root, ['en', locale])
  return read.ok ? checkAll(read) : read.problems
}

/** The problems while one file is changed. */
function problemsWith(file: string, change: (value: Record<string, unknown>) => void): Problem[] {
  const at = path.join(root, file)
  const text = fs.readFileSync(at, 'utf8')
  const value = parse(text) as Record<string, unknown>
  change(value)
  fs.writeFileSync(at, stringify(value))
  try {
    return problemsOf()
  } finally {
    fs.writeFileSync(at, text)
  }
}

type Words = { options: Record<string, { harms: string[]; benefits: string[] }> }

describe('every language of the list is read and checked', () => {
  it('a whole one is in order, and a condition without its words is left out, not empty', () => {
    const read = readAllLanguages(root, ['en', locale])
    if (!read.ok) throw new Error(read.problems.map(({ file, message }) => `${file} ${message}`).join('\n'))
    expect(checkAll(read)).toEqual([])
    const [words] = read.translations
    const translated = conditionFolders(root).filter((id) => id !== 'liver-failure')
    expect(words?.conditions.map(({ condition }) => condition.id).sort()).toEqual(translated)
    expect(words?.conditions[0]?.words.condition.name).toMatch(pseudoLetter)
    expect(words?.shared.quality.items).toHaveLength(read.content.shared.quality.items.length)
  })

  it('a missing file of another language is named', () => {
    const at = path.join(root, `heart-failure/words.${locale}/quiz.yaml`)
    const text = fs.readFileSync(at)
    fs.rmSync(at)
    expect(problemsOf()).toContainEqual(
      expect.objectContaining({
        file: `heart-failure/words.${locale}/quiz.yaml`,
        message: 'file is missing',
      }),
    )
    fs.writeFileSync(at, text)
  })

  it('an option without words, a dropped figure and a digit are named with the file', () => {
    const file = `heart-failure/words.${locale}/options.yaml`
    const problems = problemsWith(file, (value) => {
      const [first, second, ...others] = Object.entries((value as Words).options)
      if (!first || !second || others.length === 0) throw new Error('fewer than three options')
      delete (value as Words).options[first[0]]
      second[1].benefits.push('8')
      for (const [, other] of others)
        other.harms = other.harms.map((line) => line.replaceAll(/\{[^{}]*\}/g, 'x'))
    })
    for (const message of [
      /no words for option/,
      /^names other figures than "en"/,
      /^no digit in a sentence: 8$/,
    ])
      expect(problems).toContainEqual(
        expect.objectContaining({ file, message: expect.stringMatching(message) as string }),
      )
  }, 60_000)

  it('a group of people needs its words at the start of a line, and a mean its name inside a sentence', () => {
    type NumberWords = {
      armsFirst: Record<string, string>
      endpoints: Record<string, { inSentence?: string }>
    }
    const file = `heart-failure/words.${locale}/numbers.yaml`
    const problems = problemsWith(file, (value) => {
      const { armsFirst, endpoints } = value as NumberWords
      const [first, second] = Object.keys(armsFirst)
      if (!first || !second) throw new Error('fewer than two groups')
      delete armsFirst[first]
      armsFirst[second] = 'á smáll líne'
      for (const one of Object.values(endpoints)) delete one.inSentence
    })
    for (const message of [
      /at the start of a line$/,
      /^begins with a small letter/,
      /no name inside a sentence$/,
    ])
      expect(problems).toContainEqual(
        expect.objectContaining({ file, message: expect.stringMatching(message) as string }),
      )
  }, 60_000)

  it('a sign-off of the English words does not count for another language', () => {
    const read = readAllLanguages(root, ['en', locale])
    if (!read.ok) throw new Error('not readable')
    const [first, second] = [read.content, ...read.translations].map(contentHashes)
    const shared = Object.keys(second ?? {})
    expect(shared.length).toBeGreaterThan(20)
    expect(shared.filter((piece) => first?.[piece] === second?.[piece])).toEqual([])
  })

  it('messages keep their gaps and plurals: "{count, plural, one {# person} other {# people}}"', () => {
    expect(
      pseudoMessages({ a: '{count, plural, one {# person} other {# people}} of <b>us</b> {name}' }),
    ).toEqual({
      a: expect.stringMatching(
        /^\{count, ?plural, ?one ?\{# péérsóóñ\} other ?\{# pééóópléé\}\} óóf <b>úús<\/b> \{name\}$/,
      ),
    })
  })
})
