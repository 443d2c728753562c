import { expect, it } from 'vitest'
import { figuresOnce } from '@/lib/products/figures-once'

it('a figure stands in the first place that names it, and later places lead back to it', () => {
  const places = figuresOnce([
    { id: 'live-longer', estimates: ['deaths', 'deaths-early'] },
    { id: 'harms', estimates: ['strokes', 'deaths'] },
    { id: 'trial', estimates: ['strokes', 'deaths', 'deaths-early', 'stays'] },
    { id: 'empty', estimates: [] },
  ])
  expect(Object.fromEntries(places)).toEqual({
    'live-longer': { here: ['deaths', 'deaths-early'], above: [] },
    harms: { here: ['strokes'], above: ['live-longer'] },
    trial: { here: ['stays'], above: ['harms', 'live-longer'] },
    empty: { here: [], above: [] },
  })
})

it('a figure that one place names twice stands there once', () => {
  expect(figuresOnce([{ id: 'a', estimates: ['x', 'x'] }]).get('a')).toEqual({ here: ['x'], above: [] })
})
