import { Choices } from '@/components/ui/choices'
import type { Example } from '@/components/ui/example'

type Look = Pick<React.ComponentProps<typeof Choices>, 'type' | 'look' | 'chosen'>

function example(
  name: string,
  labels: readonly string[],
  look: Look,
  more: Omit<Example, 'name' | 'show'> = {},
): Example {
  const group = name.replaceAll(' ', '-')
  return {
    name,
    ...more,
    show: () => (
      <fieldset className="ask">
        <legend>An example question?</legend>
        <Choices name={group} choices={labels.map((label, at) => ({ value: String(at), label }))} {...look} />
      </fieldset>
    ),
  }
}

const short = ['Example yes', 'Example no', 'Example not sure']
const four = ['Example much', 'Some', 'Little', 'Not sure']
const long = ['A', 'Exampleanswerthatisonesinglewordofgreatlengthandhasnoplacetobreak']

export const examples: readonly Example[] = [
  example('nothing chosen yet', short, { chosen: null }),
  example('one chosen', short, { chosen: '1' }),
  example('ticks', short, { chosen: ['0', '2'], type: 'checkbox' }),
  example('one below the other', short, { chosen: '0', look: 'tall' }),
  example('four in a row, none chosen', four, { chosen: null, look: 'row' }),
  example('four in a row, one chosen', four, { chosen: '1', look: 'row' }),
  example('long words', long, { chosen: '1' }),
  example(
    'choices from right to left',
    ['نعم للمثال', 'لا للمثال'],
    { chosen: '0' },
    { isRightToLeft: true },
  ),
]
