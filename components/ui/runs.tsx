import { Fragment } from 'react'
import type { Run } from '@/lib/paper/schema'

/** Finished words with their figures marked: `from` is `estimate:<id>` or `fact:<id>`. */
export function Runs({ runs }: { runs: readonly Run[] }) {
  return runs.map(({ text, isStrong, from }, index) => {
    const words = from ? (
      <span className="number" data-figure={from}>
        {text}
      </span>
    ) : (
      text
    )
    return isStrong ? <strong key={index}>{words}</strong> : <Fragment key={index}>{words}</Fragment>
  })
}
