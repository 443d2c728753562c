import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { TrialPicture } from '@/components/products/trial-picture'
import { makeKit } from '@/lib/sentences/kit'
import { book, figure } from '@/tests/unit/sentences/figures'

const words = {
  title: 'Alive without a new liver',
  bad: 'had died or had a new liver',
  good: 'were alive without a new liver',
}
const ratio = { type: 'ratioOnly', measure: 'HR', value: 1.05, low: 0.711, high: 1.551 } as const

function rowOf(counts: 'bad' | 'good'): string {
  const one = figure('one', {
    counts,
    value: ratio,
    endpointWords: words,
    followUp: { months: 3, kind: 'exact' },
  })
  const html = renderToStaticMarkup(
    createElement(TrialPicture, { figures: [one], kit: makeKit('en', book([one]), []) }),
  )
  return /<ol[\s\S]*<\/ol>/.exec(html)?.[0].replace(/<[^>]+>/g, '') ?? ''
}

test('a ratio of deaths says that it is of deaths, whatever the title of its outcome, and after how long', () => {
  expect(rowOf('bad')).toContain('People who had died or had a new liver, after 3 months: ratio 1.05')
  expect(rowOf('bad')).not.toContain('live without')
})

test('a ratio of people alive says that it is of people alive', () => {
  expect(rowOf('good')).toContain('People who were alive without a new liver, after 3 months: ratio 1.05')
})
