import { optionAspects } from '@/lib/journey/schema'
import { daysHref, decisionHref, stepHref, studiesHref } from '@/lib/journey/steps'
import { drawnItems, glanceCells } from '@/lib/glance/glance-cell'
import { certaintyPhrase } from '@/lib/numbers/certainty-phrase'
import type { CertaintyLevel, Figure, FigureBook } from '@/lib/numbers/schema'
import { viewRow, type StudyView } from '@/lib/numbers/study-view'
import { maxTextLength } from '@/lib/summary/names'
import { filledText, writeShown, writeWhen } from '@/lib/sentences/fill'
import { writtenNumber } from '@/lib/texts/intl'
import { readContent, type ConditionContent } from '@/prisma/pipeline/read-content'
import { figureBook } from '@/prisma/pipeline/figure-book'
import { siteMap } from '@/tests/e2e/site-map'
import { phrasesOf, sentencesOf, tidy } from '@/tests/e2e/spoken'
import { fieldsOf, open, part, postForm, question, somethingToSay, unfoldQuestion } from '@/tests/e2e/steps'
import { expect, test } from '@/tests/e2e/watched'
import { t } from '@/tests/e2e/words'

// The machine may be busy with a build beside this: long enough for that, and never reached otherwise.
test.describe.configure({ timeout: 90_000 })

const read = readContent(process.env.LANTERN_CONTENT || 'prisma/content')
if (!read.ok) throw new Error('The content cannot be read.')
const { content } = read
const number = (value: number) => writtenNumber(value, 'en')

/** True when the sentences stand in the transcript one right after the other. */
function hasRun(sentences: readonly string[], wanted: readonly string[]): boolean {
  return sentences.some((_, at) => wanted.every((text, offset) => sentences[at + offset] === tidy(text)))
}

/** What must be said of each arm that is people: who, how many of how many, what of them, and then the others. */
function armSentences(study: StudyView, book: FigureBook): string[][] {
  return study.group.arms.flatMap((figure: Figure, index) => {
    const shown = study.shown[index]
    if (shown?.kind !== 'people') return []
    const { headline, endpointWords, armWordsFirst } = figure
    const rest = t('compare.rest', {
      count: number(shown.other.count),
      per: number(shown.other.per),
      words: endpointWords[headline === 'bad' ? 'good' : 'bad'],
    })
    return [
      [
        filledText(armWordsFirst, book, t, 'en'),
        writeShown(shown, t, 'en', figure.thing),
        endpointWords[headline],
        rest,
      ],
    ]
  })
}

/** What must be said of the range of each arm: its two ends in people, or why there is none. */
function rangeSentences({ group, shown, per }: StudyView): string[] {
  let place = 0
  return group.arms.flatMap((figure, index) => {
    const here = shown[index]
    if (here?.kind !== 'people') return []
    if (here.range.from === 'none') return [t(`compare.rangeNone.${here.range.reason}`)]
    place += 1
    const who = group.arms.length > 1 ? `${place}. ${figure.armWordsFirst}: ` : ''
    const { low, high } = here.range
    return [who + t('compare.range', { low: number(low), high: number(high), per: number(per) })]
  })
}

/** How sure we are, right after the question; a rating is words before it is a grade. */
function certaintySentences({ group }: StudyView): string[] {
  const figure = group.arms[0]
  if (!figure) return []
  const phrase = certaintyPhrase(figure.certainty)
  if (!phrase.rated)
    return [t('compare.sure'), `${t('certainty.notRated')}. ${t(`certainty.why.${phrase.why}`)}`]
  return [t('compare.sure'), t(`certainty.${phrase.level}`)]
}

function studiesOf(condition: ConditionContent, book: FigureBook) {
  return condition.decisions.decisions.map((decision) => ({
    decision,
    outcomes: decision.outcomes.map((outcome) => {
      const cells = decision.options.map((option) => outcome.cells[option])
      const ids = cells.flatMap((cell) => (cell && 'estimates' in cell ? cell.estimates : []))
      return { outcome, cells, studies: viewRow([...new Set(ids)], book, decision.options).studies }
    }),
  }))
}

for (const condition of content.conditions) {
  const book = figureBook(content, condition)
  const { words } = condition
  const optionName = (id: string) => words.options.options[id]?.name ?? id
  for (const { decision, outcomes } of studiesOf(condition, book)) {
    const conditionId = condition.condition.id
    const pageOf = (outcome: string) => studiesHref('en', conditionId, decision.id, outcome)
    const decisionWords = words.decisions.decisions[decision.id]

    test(`${decision.id}: people, range, time and certainty of every study are spoken in words, in that order`, async ({
      page,
    }) => {
      let people = 0
      for (const { outcome, studies } of outcomes) {
        await open(page, pageOf(outcome.id))
        const title = decisionWords?.outcomes[outcome.id]?.question ?? outcome.id
        const sentences = sentencesOf(await phrasesOf(page.getByRole('main')))
        const heading = t('glance.studiesTitle', { question: title })
        expect(sentences, 'the question is the title').toContain(`heading, ${heading}, level 1`)
        for (const study of studies) {
          const name = study.group.arms[0]?.id ?? ''
          for (const arm of armSentences(study, book)) {
            people += 1
            expect(hasRun(sentences, arm), `${name}: ${arm.join(' | ')}`).toBe(true)
          }
          for (const range of rangeSentences(study)) expect(sentences, name).toContain(tidy(range))
          const first = study.group.arms[0]
          if (first) expect(sentences, name).toContain(`${writeWhen(first, t, true)}.`)
          const sure = certaintySentences(study)
          expect(hasRun(sentences, sure), `${name}: ${sure.join(' | ')}`).toBe(true)
        }
        // A number in a picture has no unit: it must not be spoken by itself.
        expect(sentences.filter((sentence) => /^[\d.,]+$/.test(sentence))).toEqual([])
      }
      expect(people, 'arms that were counted').toBeGreaterThan(5)
    })

    test(`${decision.id}: a row of the grid is spoken as option, question, both numbers, certainty`, async ({
      page,
    }) => {
      await open(page, decisionHref('en', conditionId, decision.id))
      let pairs = 0
      for (const { outcome } of outcomes) {
        const title = decisionWords?.outcomes[outcome.id]?.question ?? outcome.id
        const sentences = sentencesOf(await phrasesOf(page.locator(`[id="${outcome.id}"]`)))
        const cells = glanceCells(outcome.cells, decision.options, book, outcome.tone)
        for (const [option, cell] of cells) {
          if (!('items' in cell) || cell.isCompared) continue
          const [item] = drawnItems(cell.items).drawn
          if (item?.kind !== 'pair') continue
          pairs += 1
          const row = page.locator(`[data-glance="${option}:${outcome.id}"]`)
          await expect(row).toHaveAttribute('data-state', cell.state)
          const said = item.arms.map(
            ({ figure, shown }) =>
              `${writeShown(shown, t, 'en', figure.thing)} ${figure.endpointWords[item.side]}`,
          )
          const begins = sentences.findIndex((sentence) =>
            sentence.includes(tidy(`${optionName(option)}. ${title}`)),
          )
          expect(begins, option).toBeGreaterThanOrEqual(0)
          // From there: two options can have the same numbers.
          const places = said.map((words) =>
            sentences.findIndex((sentence, at) => at > begins && sentence.includes(tidy(words))),
          )
          expect(places, `${option}: ${said.join(' | ')}`).not.toContain(-1)
          expect(places).toEqual(places.toSorted((a, b) => a - b))
          const level = await row.getAttribute('data-certainty')
          const sure = t(level === 'none' ? 'certainty.notRated' : `certainty.${level as CertaintyLevel}`)
          const after = sentences.findIndex((sentence, at) => at > (places.at(-1) ?? 0) && sentence === sure)
          expect(after, `${option}: ${sure}`).toBeGreaterThan(0)
        }
      }
      expect(pairs, 'rows with a pair').toBeGreaterThan(0)
    })

    test(`${decision.id}: options without numbers and the rows of the days table are spoken option by option`, async ({
      page,
    }) => {
      let blanks = 0
      for (const { outcome, cells } of outcomes) {
        await open(page, pageOf(outcome.id))
        const title = decisionWords?.outcomes[outcome.id]?.question ?? outcome.id
        const sentences = sentencesOf(await phrasesOf(part(page, t('compare.mainStudies'))))
        for (const [index, cell] of cells.entries()) {
          if (!cell || 'estimates' in cell) continue
          blanks += 1
          const at = sentences.lastIndexOf(optionName(decision.options[index] ?? ''))
          const said = t('unknown' in cell ? 'compare.unknownTitle' : 'compare.notApplicableTitle')
          const after = sentences.slice(at + 1, at + 1 + decision.options.length)
          expect(at, `${title}: the option is named`).toBeGreaterThan(0)
          expect(after, `${title}: and what is not known of it follows`).toContain(said)
        }
      }
      await open(page, daysHref('en', conditionId, decision.id))
      const phrases = await phrasesOf(page.getByRole('table', { name: t('compare.days'), exact: true }))
      const heads = phrases.filter((phrase) => phrase.startsWith('columnheader, '))
      const names = decision.options.map(optionName)
      expect(heads.slice(1)).toEqual(names.map((name) => `columnheader, ${name}`))
      const rows = phrases.filter((phrase) => phrase.startsWith('rowheader, '))
      const aspects = optionAspects.filter((aspect) => rows.includes(`rowheader, ${t(`options.${aspect}`)}`))
      expect(aspects.length, 'rows with a name').toBe(rows.length)
      for (const aspect of aspects) {
        const start = phrases.indexOf(`rowheader, ${t(`options.${aspect}`)}`)
        const row = phrases.slice(start, phrases.indexOf('rowgroup', start)).join('\n')
        const cells = row.split(/^end of row,.*$/m)[0]?.split(/^cell(?:, .*)?$/m) ?? []
        expect(cells.length - 1, `${aspect}: a cell for each option`).toBe(names.length)
        for (const [index, option] of decision.options.entries()) {
          const line = words.options.options[option]?.[aspect][0]
          if (line === undefined) continue
          const [first, second] = sentencesOf((cells[index + 1] ?? '').split('\n'))
          // More options than a table has room for beside each other: its first cell names the option, with the way to its page.
          const said = first === optionName(option) ? second : first
          expect(said, `${aspect} of ${option}`).toBe(tidy(filledText(line, book, t, 'en')))
        }
      }
      expect(blanks + rows.length).toBeGreaterThan(3)
    })
  }
}

for (const condition of siteMap.conditions) {
  const path = stepHref('en', condition.id, 'matters')

  test(`${condition.id}: every question says what it asks, and every answer its words, its state and its place`, async ({
    page,
  }) => {
    await open(page, path)
    const { situations } = condition
    const asks = t('condition.situations')
    await unfoldQuestion(page, asks)
    const radio = (name: string, index: number) =>
      `radio, ${name}, not checked, position ${index + 1}, set size ${situations.length}`
    const before = await phrasesOf(question(page, asks))
    expect(before[0]).toBe(`group, ${asks}`)
    expect(before.filter((phrase) => phrase.startsWith('radio'))).toEqual(
      situations.map(({ name }, index) => radio(name, index)),
    )
    const phrases = await phrasesOf(page.getByRole('main'))
    for (const { label } of condition.matters) {
      expect(phrases).toContain(`group, ${label}`)
      expect(phrases, 'the answers follow their question').toContain(`end of group, ${label}`)
    }
    expect(
      phrases.filter((phrase) => /^(?:radio|checkbox|textbox|button)(?:, (?:not )?checked.*)?$/.test(phrase)),
    ).toEqual([])
  })

  test(`${condition.id}: an answer that was given is spoken as chosen, and only that one`, async ({
    page,
  }) => {
    const given = somethingToSay(condition)
    await postForm(page, path, fieldsOf(given))
    await unfoldQuestion(page, t('condition.situations'))
    const asked = [
      [t('condition.situations'), given.situation.name],
      [t('matters.which'), given.decision.name],
      ...given.matters.map(({ label: asks, answer }) => [asks, t(`matters.answers.${answer}`)]),
    ] as const
    for (const [asks, answer] of asked) {
      const phrases = await phrasesOf(question(page, asks))
      const chosen = phrases.filter((phrase) => /^radio, .*, checked, /.test(phrase))
      expect(chosen.map((phrase) => phrase.replace(/, checked, position.*$/, ''))).toEqual([
        `radio, ${answer}`,
      ])
    }
  })

  for (const step of ['matters', 'check'] as const) {
    const field = step === 'matters' ? 'own' : 'ownQuestions'

    test(`${condition.id}, ${step}: what went wrong is spoken first, with the way to the field, which says it again`, async ({
      page,
    }) => {
      const fields = fieldsOf(somethingToSay(condition))
        .filter(([name]) => name !== field)
        .concat([[field, 'x'.repeat(maxTextLength + 1)]])
      await postForm(page, stepHref('en', condition.id, step), fields)
      const alert = page.getByRole('alert')
      await expect(alert).toBeFocused()
      const said = sentencesOf(await phrasesOf(alert))
      const words = t('form.tooLong', { max: maxTextLength })
      expect(said).toEqual([`heading, ${t('form.error')}, level 2`, words])
      await alert.getByRole('link', { name: words }).press('Enter')
      const text = page.locator(`#${field}`)
      await expect(text).toBeInViewport()
      await expect(text).toHaveAccessibleDescription(new RegExp(`^${escaped(words)}`))
      const box = (await phrasesOf(page.getByRole('main'))).find(
        (phrase) => phrase.startsWith('textbox') && phrase.includes(words),
      )
      expect(box).toContain('invalid')
    })
  }
}

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
