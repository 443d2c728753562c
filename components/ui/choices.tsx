type Choice = {
  value: string
  label: React.ReactNode
  /** What it belongs to, for our small module. */
  decisions?: readonly string[]
  /** Only of what matters a lot, for our small module. */
  matter?: string
  isHidden?: boolean
}

/** Native radios (or ticks) with large labels. */
export function Choices({
  name,
  choices,
  chosen,
  type = 'radio',
  look = 'fit',
}: {
  name: string
  choices: readonly Choice[]
  /** What was answered: nothing, one, or for ticks any number. */
  chosen: string | null | undefined | readonly string[]
  type?: 'radio' | 'checkbox'
  /** `fit`: as many in a line as fit; `tall`: one below the other, for more than a few words; `row`: four short words. */
  look?: 'fit' | 'tall' | 'row'
}) {
  const isChosen = (value: string) => (Array.isArray(chosen) ? chosen.includes(value) : chosen === value)
  return (
    <div className={look === 'row' ? 'segments' : look === 'tall' ? 'choices tall' : 'choices'}>
      {choices.map(({ value, label, decisions, matter, isHidden }) => (
        <label
          key={value}
          className={look === 'row' ? 'segment' : 'choice'}
          data-for-decisions={decisions?.join(' ')}
          data-three-one={matter}
          hidden={isHidden}
        >
          <input type={type} name={name} value={value} defaultChecked={isChosen(value)} />
          <span>{label}</span>
        </label>
      ))}
    </div>
  )
}
