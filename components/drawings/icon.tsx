import type { Icon as IconId } from '@/lib/journey/schema'

/** Signs of questions and tools, each used for one thing only. */
const icons: Record<IconId, React.ReactNode> = {
  live: (
    <>
      <circle cx="11" cy="11" r="8" />
      <path d="M11 6.500V11l3 2M16 20h6M19 17v6" />
    </>
  ),
  feel: (
    <>
      <circle cx="12" cy="12" r="9" />
      <path d="M8 14c1 2 2.5 3 4 3s3-1 4-3M9 9.500v.01M15 9.500v.01" />
    </>
  ),
  hospital: (
    <>
      <path d="M3 19V8M3 15.500h18V19M21 15.500V13a3 3 0 0 0-3-3h-7v5.5" />
      <circle cx="7" cy="11.5" r="1.9" />
    </>
  ),
  harm: (
    <>
      <path d="M12 3.5 22 20.500H2z" />
      <path d="M12 10v4.500M12 17.500v.01" />
    </>
  ),
  days: (
    <>
      <path d="M4 11.5 12 4l8 7.500V20h-5.500v-6h-5v6H4z" />
    </>
  ),
  later: (
    <>
      <circle cx="12" cy="12" r="9" />
      <path d="M12 7v5.500l3.5 2.5" />
    </>
  ),
  head: (
    <>
      <path d="M9 21v-3H7a2 2 0 0 1-2-2v-3l-1.5-1L5 9a7 7 0 0 1 14 0c0 4-2 5-2 8v4" />
      <path d="M9.5 9.5 11.5 12 15 7.5" />
    </>
  ),
  own: (
    <>
      <path d="M3 11c0-3 3-5 8-5 5 0 9 1 10 2.5 1 1.5-.5 3-3 3.5-2 .5-3 2-4 4-1.5 2.5-3 4-6 4-4 0-5-4-5-9z" />
      <path d="M12 6v6" />
    </>
  ),
  emergency: (
    <>
      <circle cx="12" cy="12" r="9" />
      <path d="M12 7v6M12 16.500v.01" />
    </>
  ),
  read: (
    <>
      <path d="M12 6.500C9.5 5 6.5 4.5 3 4.500v14c3.5 0 6.5.5 9 2 2.5-1.5 5.5-2 9-2v-14c-3.5 0-6.5.5-9 2zM12 6.500v14" />
    </>
  ),
  cause: (
    <>
      <path d="M3 20h18M6 20V9M11 20v-6M16 20v-9M4 5l16 3" />
    </>
  ),
  search: (
    <>
      <circle cx="10.5" cy="10.5" r="6.5" />
      <path d="m15.5 15.5 5 5" />
    </>
  ),
  care: (
    <>
      <path d="M12 19S5 14.5 5 9.500A3.7 3.7 0 0 1 12 8a3.7 3.7 0 0 1 7 1.500C19 14.5 12 19 12 19z" />
    </>
  ),
  test: (
    <>
      <path d="M9 3h6M10 3v6l-5 9a2 2 0 0 0 2 3h10a2 2 0 0 0 2-3l-5-9V3M8 15h8" />
    </>
  ),
  ask: (
    <>
      <path d="M4 5h16v11h-8l-5 4v-4H4z" />
      <path d="M8 9h8M8 12.500h5" />
    </>
  ),
  operation: (
    <>
      <path d="M4 20 17 7l3-3c1 3 0 6-2 8l-3 3-4-1z" />
    </>
  ),
  device: (
    <>
      <rect x="6" y="5" width="12" height="14" rx="5" />
      <path d="M10 19v2M14 19v2M12 9l-2 3.500h4L12 16" />
    </>
  ),
  pill: (
    <>
      <rect x="2.5" y="8" width="19" height="8" rx="4" />
      <path d="M12 8v8" />
    </>
  ),
  people: (
    <>
      <circle cx="8" cy="8" r="3" />
      <circle cx="16.5" cy="9" r="2.5" />
      <path d="M2.5 20v-2a5.5 5.5 0 0 1 11 0v2M13.5 14a4.5 4.5 0 0 1 8 3v3" />
    </>
  ),
  // A dial: of any organ
  active: (
    <>
      <circle cx="13.5" cy="4.5" r="2" />
      <path d="M7 21l3.5-6 3 2.500V22M10.5 15l1.5-6-4 2v3M12 9l3 3h3.5" />
    </>
  ),
  tried: (
    <>
      <path d="M5 21V4.500h12l-2.5 4 2.5 4H5" />
    </>
  ),
  organ: <path d="M3 18a9 9 0 1 1 18 0M12 18l4.5-6.5M3 18h2M19 18h2M12 6.5V9M6.5 9.5 8 11" />,
  money: (
    <>
      <rect x="2.5" y="6" width="19" height="12" rx="2" />
      <circle cx="12" cy="12" r="2.5" />
      <path d="M6 12h.01M18 12h.01" />
    </>
  ),
  office: <path d="M3 21h18M4 10l8-6 8 6zM6.5 10v8M12 10v8M17.5 10v8M4 18h16" />,
  studies: <path d="M4 20V4M4 20h17M8 16v-5M13 16V7M18 16v-3" />,
}

/** A sign beside words that say the same: left out for people who hear the page. */
export function Icon({ id }: { id: IconId }) {
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {icons[id]}
    </svg>
  )
}
