/**
 * What a screen reader would say, from a reader that runs inside the page: a model of the specifications (ARIA, the
 * accessible name), not of any product. It walks item by item, as a person does with the down arrow.
 */
import { buildSync } from 'esbuild'
import type { Locator, Page } from '@playwright/test'
import type { Virtual } from '@guidepup/virtual-screen-reader'
import { runScript } from '@/tests/e2e/in-page'

let bundled: string | undefined

/** The reader as one script. */
function script(): string {
  bundled ??= buildSync({
    stdin: {
      contents: `import { virtual } from '@guidepup/virtual-screen-reader'; globalThis.lanternReader = virtual`,
      resolveDir: process.cwd(),
    },
    bundle: true,
    minify: true,
    format: 'iife',
    platform: 'browser',
    write: false,
    logLevel: 'silent',
  }).outputFiles[0]?.text
  if (bundled === undefined) throw new Error('The screen reader could not be put into one script.')
  return bundled
}

async function loadReader(page: Page): Promise<void> {
  if (!(await page.evaluate(() => 'lanternReader' in globalThis))) await runScript(page, script())
}

/** Enough for the longest page; reached only when the walk never comes back to where it began. */
const mostPhrases = 20_000

/**
 * Every phrase from the start of an element to its end. The element needs a role of its own (main, a region, a group).
 * @throws when the walk does not end
 */
export async function phrasesOf(part: Locator): Promise<string[]> {
  await loadReader(part.page())
  return part.evaluate(async (container, most) => {
    const { lanternReader: reader } = globalThis as unknown as { lanternReader: Virtual }
    await reader.start({ container: container as HTMLElement })
    try {
      const end = `end of ${await reader.lastSpokenPhrase()}`
      for (let count = 0; count < most; count += 1) {
        await reader.next()
        if ((await reader.lastSpokenPhrase()) === end) return await reader.spokenPhraseLog()
      }
      throw new Error(`After ${most} phrases the reader has not said "${end}".`)
    } finally {
      await reader.stop()
    }
  }, mostPhrases)
}

/** Marks inside a sentence: they say how it is written, and do not end it. */
const inline = /^(?:end of )?(?:strong|mark|emphasis|deletion|insertion|code|time|subscript|superscript)$/
const structure =
  /^(?:end of .*|document|main|paragraph|banner|contentinfo|complementary|navigation|form|search|region|article|group|list|listitem|table|rowgroup|row|cell|columnheader|term|definition|figure|caption|blockquote|alert|status|generic|separator)(?:, .*)?$/
/** Said with the words they hold, in one phrase. */
const wordsAlone = /^link, (?:visited, )?/

/**
 * The sentences of a transcript: what is said between one block's end and the next one's start, in one piece. A heading,
 * a picture or a control is a sentence of its own and keeps its role.
 */
export function sentencesOf(phrases: readonly string[]): string[] {
  const sentences: string[] = []
  let open = ''
  const close = () => {
    if (open) sentences.push(open)
    open = ''
  }
  for (const phrase of phrases) {
    if (inline.test(phrase)) continue
    if (structure.test(phrase)) close()
    else if (/^(?:heading|rowheader|image|radio|checkbox|button|textbox)\b/.test(phrase)) {
      close()
      sentences.push(phrase)
    } else open = tidy(`${open} ${phrase.replace(wordsAlone, '')}`)
  }
  close()
  return sentences
}

/** One space between words; none beside a stop, a bracket or a hyphen, where a link or a number may begin or end. */
export function tidy(text: string): string {
  return text
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ([.,:;!?)\-])/g, '$1')
    .replaceAll(/([(\-]) /g, '$1')
    .trim()
}

/** Names of groups that stand in the page as a legend: said on entering and read as a line, as everywhere on the web. */
const legends = (page: Page) => page.locator('legend').allInnerTexts()

/** A date field has no role of its own in ARIA: its label is read, and then its name alone. */
const datesOf = (page: Page) =>
  page.locator('input[type=date]').evaluateAll((fields) =>
    fields.flatMap((field) =>
      // Not innerText, which is empty while a fold is closed.
      [...((field as HTMLInputElement).labels ?? [])].map((label) => label.textContent),
    ),
  )

/** What is wrong with how a page is spoken, by kind: nothing has no name, shows code, or is read twice in a row. */
export async function spokenFaults(page: Page): Promise<Record<string, string[]>> {
  const phrases = await phrasesOf(page.getByRole('main'))
  const own = (await legends(page)).map(tidy)
  const sentences = sentencesOf(phrases)
  const dates = (await datesOf(page)).map(tidy)
  return {
    nameless: phrases.filter((phrase) => /^(?:image|img|graphic|link|button|table)$/.test(phrase)),
    code: phrases.filter((phrase) => /undefined|NaN|\[object|\{\w+\}/.test(phrase)),
    doubled: phrases.flatMap((phrase, index) => {
      const next = phrases.slice(index + 1).find((text) => text !== 'paragraph')
      const [, name] = /^(?:group|image|region), (.*)$/.exec(phrase) ?? []
      return name !== undefined && name === next && !own.includes(tidy(name)) ? [phrase] : []
    }),
    twice: sentences.filter(
      (text, index) =>
        index > 0 &&
        text.toLowerCase() === sentences[index - 1]?.toLowerCase() &&
        !dates.includes(tidy(text)),
    ),
  }
}
