import type { Claim } from '@/lib/claims/schema'
import type { Kit } from '@/lib/sentences/kit'

const marks: Record<Claim['verdict'], React.ReactNode> = {
  supported: <circle className="full" cx="11" cy="11" r="8" />,
  partly: (
    <>
      <circle cx="11" cy="11" r="8" />
      <path className="full" d="M11 3a8 8 0 0 0 0 16z" />
    </>
  ),
  uncertain: <circle cx="11" cy="11" r="8" strokeDasharray="3 3" />,
  unsupported: <circle cx="11" cy="11" r="8" />,
  contradicted: (
    <>
      <circle cx="11" cy="11" r="8" />
      <path d="M5 17 17 5" />
    </>
  ),
}

/** What the evidence says of a claim: a mark that differs in shape, and its words. */
export function Verdict({ verdict, kit }: { verdict: Claim['verdict']; kit: Kit }) {
  return (
    <span className="verdict">
      <svg viewBox="0 0 22 22" aria-hidden="true" focusable="false">
        {marks[verdict]}
      </svg>
      {kit.t(`stemCells.verdict.${verdict}`)}
    </span>
  )
}
