/** Native radios (or ticks) with large labels. `decisions`: what a choice belongs to, for our small module. */
export function Choices({
  name,
  choices,
  chosen,
  type = 'radio',
  isTall = false,
}: {
  name: string
  choices: readonly { value: string; label: React.ReactNode; decisions?: readonly string[] }[]
  /** What was answered: nothing, one, or for ticks any number. */
  chosen: string | null | undefined | readonly string[]
  type?: 'radio' | 'checkbox'
  /** One below the other, for answers of more than a few words. */
  isTall?: boolean
}) {
  const isChosen = (value: string) => (Array.isArray(chosen) ? chosen.includes(value) : chosen === value)
  return (
    <div className={isTall ? 'choices tall' : 'choices'}>
      {choices.map(({ value, label, decisions }) => (
        <label key={value} className="choice" data-for-decisions={decisions?.join(' ')}>
          <input type={type} name={name} value={value} defaultChecked={isChosen(value)} />
          <span>{label}</span>
        </label>
      ))}
    </div>
  )
}
