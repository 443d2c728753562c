import { describe, expect, it } from 'vitest'
import { toTalkOver } from '@/lib/readiness/to-talk-over'

const questions = [
  { id: 'pump', right: 'cable', decisions: ['advanced'] },
  { id: 'tablets', right: 'go-on', decisions: ['arteries'] },
  { id: 'cells', right: 'not-known', decisions: [] },
]
const open = (answers: Record<string, string>, decision: string | null) =>
  toTalkOver(questions, (id) => answers[id], decision)

describe('questions to talk over before anyone is told that they feel ready', () => {
  it('are those with a wrong answer, in the order asked', () => {
    expect(open({ pump: 'no-cable', tablets: 'go-on', cells: 'cure' }, null)).toEqual(['pump', 'cells'])
  })

  it('are none when every answer given is right, or none was given', () => {
    expect(open({ pump: 'cable', tablets: 'go-on', cells: 'not-known' }, null)).toEqual([])
    expect(open({}, null)).toEqual([])
  })

  it('"I am not sure" is one of them', () => {
    expect(open({ cells: 'not-sure' }, 'advanced')).toEqual(['cells'])
  })

  it('leave out what belongs to another decision, which is not on the page', () => {
    expect(open({ pump: 'no-cable', tablets: 'stop' }, 'arteries')).toEqual(['tablets'])
  })
})
