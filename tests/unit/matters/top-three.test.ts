import { describe, expect, it } from 'vitest'
import { aLotOf, areTooMany, asksForThree, pickedThree, topThree } from '@/lib/matters/top-three'

const five = ['long', 'feel', 'home', 'tablets', 'device']

describe('what matters most', () => {
  it('follows when three things or fewer matter a lot', () => {
    expect(topThree(['long', 'home'], [])).toEqual(['long', 'home'])
    expect(topThree(['long', 'home', 'feel'], ['home'])).toEqual(['long', 'home', 'feel'])
    expect(asksForThree(['long', 'home', 'feel'])).toBe(false)
  })

  it('is what the person picks of four or more, in the order of the page', () => {
    expect(asksForThree(five)).toBe(true)
    expect(topThree(five, ['device', 'long'])).toEqual(['long', 'device'])
  })

  it('is nothing without a pick: nobody picks for the person', () => {
    expect(topThree(five, [])).toEqual([])
  })

  it('is nothing while four are picked, and says so', () => {
    expect(areTooMany(five, five.slice(0, 4))).toBe(true)
    expect(topThree(five, five.slice(0, 4))).toEqual([])
    expect(areTooMany(five, five.slice(0, 3))).toBe(false)
  })

  it('a pick that does not matter a lot any more does not count', () => {
    const four = five.slice(0, 4)
    expect(topThree(four, ['device', 'home'])).toEqual(['home'])
    expect(areTooMany(four, ['long', 'feel', 'home', 'device'])).toBe(false)
  })
})

it('aLotOf: only "a lot" counts, in the order of the page', () => {
  const answers: Record<string, string> = { home: 'a-lot', feel: 'some', long: 'a-lot' }
  expect(aLotOf(five, (id) => answers[id])).toEqual(['long', 'home'])
})

it('pickedThree: three things that follow are not said to be picked', () => {
  const all = () => 'a-lot'
  expect(pickedThree(five.slice(0, 3), all, ['long'])).toEqual([])
  expect(pickedThree(five, all, ['long'])).toEqual(['long'])
})
