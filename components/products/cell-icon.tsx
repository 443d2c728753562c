import type { CellPageId } from '@/lib/journey/steps'
import type { ProductQuestion } from '@/lib/products/schema'

/** One sign for each question and each page about cells, used for nothing else on these pages. */
const signs: Record<ProductQuestion | CellPageId, React.ReactNode> = {
  'live-longer': (
    <>
      <circle cx="11" cy="11" r="8" />
      <path d="M11 6.5V11l3 2M16 20h6M19 17v6" />
    </>
  ),
  'feel-better': (
    <>
      <circle cx="12" cy="12" r="9" />
      <path d="M8 14c1 2 2.5 3 4 3s3-1 4-3M9 9.5v.01M15 9.5v.01" />
    </>
  ),
  hospital: (
    <>
      <path d="M3 19V8M3 15.5h18V19M21 15.5V13a3 3 0 0 0-3-3h-7v5.5" />
      <circle cx="7" cy="11.5" r="1.9" />
    </>
  ),
  // A dial: of any organ
  'organ-works-better': <path d="M3 18a9 9 0 1 1 18 0M12 18l4.5-6.5M3 18h2M19 18h2M12 6.5V9M6.5 9.5 8 11" />,
  harms: (
    <>
      <path d="M12 3.5 22 20.5H2z" />
      <path d="M12 10v4.5M12 17.5v.01" />
    </>
  ),
  claims: (
    <path d="M12 6.5C9.5 5 6.5 4.5 3 4.5v14c3.5 0 6.5.5 9 2 2.5-1.5 5.5-2 9-2v-14c-3.5 0-6.5.5-9 2zM12 6.5v14" />
  ),
  'before-you-pay': (
    <>
      <rect x="2.5" y="6" width="19" height="12" rx="2" />
      <circle cx="12" cy="12" r="2.5" />
      <path d="M6 12h.01M18 12h.01" />
    </>
  ),
  'find-a-trial': (
    <>
      <circle cx="10.5" cy="10.5" r="6.5" />
      <path d="m15.5 15.5 5 5" />
    </>
  ),
  'early-trials': <path d="M3 20h18M6 20V9M11 20v-6M16 20v-9M4 5l16 3" />,
  regulators: <path d="M3 21h18M4 10l8-6 8 6zM6.5 10v8M12 10v8M17.5 10v8M4 18h16" />,
  studies: <path d="M9 3h6M10 3v6l-5 9a2 2 0 0 0 2 3h10a2 2 0 0 0 2-3l-5-9V3M8 15h8" />,
}

/** A sign beside words that say the same: left out for people who hear the page. */
export function CellIcon({ of }: { of: keyof typeof signs }) {
  return (
    <svg className="cell-icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {signs[of]}
    </svg>
  )
}
