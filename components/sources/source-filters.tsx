import { useId } from 'react'
import type { LibraryChoices } from '@/lib/sources/data'
import { readLibraryQuery } from '@/lib/sources/library-query'
import type { LibraryQuery } from '@/lib/sources/library-schema'
import type { SearchWords } from './search-words'
import styles from './source-search.module.css'

type Field = Exclude<keyof LibraryQuery, 'q' | 'randomised' | 'blinded'>

function Choice({
  label,
  hint,
  value,
  any,
  isOff,
  onPick,
  children,
}: {
  label: string
  hint?: string
  value: string
  any: string
  isOff?: boolean
  onPick: (value: string) => void
  children: React.ReactNode
}) {
  const id = useId()
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={value}
        disabled={isOff}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => onPick(event.target.value)}
      >
        <option value="">{any}</option>
        {children}
      </select>
      {hint && (
        <span id={`${id}-hint`} className="note">
          {hint}
        </span>
      )}
    </div>
  )
}

const optionsOf = (names: Record<string, string>) =>
  Object.entries(names).map(([value, name]) => (
    <option key={value} value={value}>
      {name}
    </option>
  ))

/** The choices with another value in one field; null when the schema knows no such value. */
function queryWith(query: LibraryQuery, field: keyof LibraryQuery, value: string): LibraryQuery | null {
  const fields: Record<string, unknown> = { ...query, [field]: value || undefined }
  if (field === 'condition') delete fields.about // an option belongs to one condition
  const given = Object.entries(fields).flatMap(([key, held]) =>
    held === undefined ? [] : [[key, String(held)]],
  )
  // The search text keeps its spaces while it is typed; everything else is read back through the schema.
  const next = readLibraryQuery(new URLSearchParams(given), ['q'])
  const text = field === 'q' ? value.slice(0, 200) : query.q
  return next && text ? { ...next, q: text } : next
}

type Picker = (field: Field) => (value: string) => void

/** What a source is about: an illness, and an option or product of it. */
function AboutFields({
  query,
  choices,
  words,
  pick,
}: {
  query: LibraryQuery
  choices: LibraryChoices
  words: SearchWords
  pick: Picker
}) {
  const abouts = choices.conditions.find((condition) => condition.id === query.condition)?.abouts ?? []
  return (
    <>
      <Choice
        label={words.condition}
        any={words.any}
        value={query.condition ?? ''}
        onPick={pick('condition')}
      >
        {optionsOf(Object.fromEntries(choices.conditions.map((condition) => [condition.id, condition.name])))}
      </Choice>
      <Choice
        label={words.about}
        hint={words.aboutHint}
        any={words.any}
        isOff={!query.condition}
        value={query.about ?? ''}
        onPick={pick('about')}
      >
        {[false, true].map((isProduct) => (
          <optgroup key={String(isProduct)} label={isProduct ? words.products : words.options}>
            {abouts
              .filter((about) => about.isProduct === isProduct)
              .map((about) => (
                <option key={about.value} value={about.value}>
                  {about.name}
                </option>
              ))}
          </optgroup>
        ))}
      </Choice>
    </>
  )
}

/** Native fields, one for each thing the list can be narrowed by. They act at once; nothing has to be sent. */
export function SourceFilters({
  query,
  choices,
  words,
  onChange,
  onClear,
}: {
  query: LibraryQuery
  choices: LibraryChoices
  words: SearchWords
  onChange: (query: LibraryQuery) => void
  onClear: () => void
}) {
  const id = useId()
  const put = (field: keyof LibraryQuery, value: string) => {
    const next = queryWith(query, field, value)
    if (next) onChange(next)
  }
  const pick: Picker = (field) => (value) => put(field, value)
  const { first, last } = choices.years
  const years = Array.from({ length: last - first + 1 }, (_, index) => String(last - index))
  const yearOptions = years.map((year) => <option key={year}>{year}</option>)
  return (
    <form
      role="search"
      method="dialog"
      aria-label={words.legend}
      className={styles.form}
      onSubmit={(event) => event.preventDefault()}
    >
      <h2>{words.legend}</h2>
      <div className={styles.field}>
        <label htmlFor={id}>{words.search}</label>
        <input
          id={id}
          type="search"
          value={query.q ?? ''}
          maxLength={200}
          autoComplete="off"
          spellCheck={false}
          aria-describedby={`${id}-hint`}
          onChange={(event) => put('q', event.target.value)}
        />
        <span id={`${id}-hint`} className="note">
          {words.searchHint}
        </span>
      </div>
      <div className={styles.fields}>
        <AboutFields query={query} choices={choices} words={words} pick={pick} />
        <Choice label={words.kind} any={words.any} value={query.kind ?? ''} onPick={pick('kind')}>
          {optionsOf(Object.fromEntries(choices.kinds.map((kind) => [kind, words.kinds[kind] ?? kind])))}
        </Choice>
        <Choice label={words.from} any={words.any} value={String(query.from ?? '')} onPick={pick('from')}>
          {yearOptions}
        </Choice>
        <Choice label={words.to} any={words.any} value={String(query.to ?? '')} onPick={pick('to')}>
          {yearOptions}
        </Choice>
        <Choice label={words.tier} any={words.any} value={query.tier ?? ''} onPick={pick('tier')}>
          {optionsOf(words.tiers)}
        </Choice>
        <Choice label={words.status} any={words.any} value={query.status ?? ''} onPick={pick('status')}>
          {optionsOf(words.statuses)}
        </Choice>
      </div>
      <div className={styles.ticks}>
        {(['randomised', 'blinded'] as const).map((field) => (
          <label key={field} className="choice">
            <input
              type="checkbox"
              checked={query[field] === 'yes'}
              onChange={(event) => put(field, event.target.checked ? 'yes' : '')}
            />
            {words[field]}
          </label>
        ))}
      </div>
      <p>
        <button type="button" className="go second" onClick={onClear}>
          {words.clear}
        </button>
      </p>
    </form>
  )
}
