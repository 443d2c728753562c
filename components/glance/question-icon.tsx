/** Line drawings of the questions that every decision asks: the same one wherever the question stands. */
const lines: Readonly<Record<string, React.ReactNode>> = {
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
  harm: <path d="M12 3.5 22 20.500H2zM12 10v4.5M12 17.500v.01" />,
  'later-problems': (
    <>
      <circle cx="12" cy="12" r="9" />
      <path d="M12 7v5.5l3.5 2.5" />
    </>
  ),
  'recover-own-liver': (
    <path d="M3 11c0-3 3-5 8-5 5 0 9 1 10 2.500 1 1.500-.5 3-3 3.500-2 .5-3 2-4 4-1.500 2.500-3 4-6 4-4 0-5-4-5-9zM12 6v6" />
  ),
  'clear-head': (
    <path d="M9 21v-3H7a2 2 0 0 1-2-2v-3l-1.500-1L5 9a7 7 0 0 1 14 0c0 4-2 5-2 8v4M9.500 9.500 11.500 12 15 7.500" />
  ),
  'sudden-death': <path d="M2 12h5l2-5 4 10 2.500-5H22" />,
  days: <path d="M4 11.500 12 4l8 7.500V20h-5.500v-6h-5v6H4z" />,
}

/** The drawing of a question; one that has none of its own is told by its tone: what could go wrong, or none. */
export function QuestionIcon({ id, tone }: { id: string; tone: 'benefit' | 'harm' | 'days' }) {
  const drawn = lines[id] ?? (tone === 'harm' ? lines.harm : null)
  if (!drawn) return null
  return (
    <svg className={`question-icon ${tone}`} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {drawn}
    </svg>
  )
}
