import type { Sketch as SketchId } from '@/lib/journey/schema'

/** One line style: stroke 2, round ends, one warm tint (`t`), the paper (`s`), what was put in (`k`). No meaning by colour. */
const sketches: Record<SketchId, React.ReactNode> = {
  'carry-on': (
    <>
      <path className="t" d="M10 16h44v38H10z" />
      <path d="M10 26h44M20 10v10M44 10v10M25 41a8 8 0 1 1 2.5 5.500M24 48l3.5-1.500L29 50" />
    </>
  ),
  comfort: (
    <>
      <path className="t" d="M32 33S19 25 19 16a6.5 6.5 0 0 1 13-2 6.5 6.5 0 0 1 13 2c0 9-13 17-13 17z" />
      <path d="M4 42h7c4 0 6 3 10 3h10c4 0 4 5 0 5h-9M32 48l16-7c4-2 7 3 3 5L34 57c-3 2-5 2-9 1l-8-2H4" />
    </>
  ),
  tablets: (
    <>
      <rect className="t" x="8" y="8" width="32" height="44" rx="4" />
      <circle cx="18" cy="18" r="4" />
      <circle cx="30" cy="18" r="4" />
      <circle cx="18" cy="30" r="4" />
      <circle cx="30" cy="30" r="4" />
      <circle cx="18" cy="42" r="4" />
      <rect className="s" x="33" y="36" width="24" height="13" rx="6.5" transform="rotate(-38 45 42)" />
      <path d="m41 38 8 10" />
    </>
  ),
  exercise: (
    <>
      <circle className="t" cx="36" cy="10" r="6" />
      <path d="M34 19c-4 6-5 12-4 18M34 20l-10 6-4 9M35 21l5 9 9 3M30 37l-3 9-9 11M31 36l9 7 2 14" />
      <path d="M8 61h48" />
    </>
  ),
  stent: (
    <>
      <path d="M4 32h56" strokeWidth="26" strokeLinecap="butt" />
      <path className="tt" d="M4 32h56" strokeWidth="22" />
      <path d="M16 22h32v20H16z" strokeWidth="1.5" />
      <path d="m16 22 10.6 20L37.3 22 48 42M16 42l10.6-20 10.7 20L48 22" strokeWidth="1.5" />
    </>
  ),
  'emergency-stent': (
    <>
      <path d="M4 38h56" strokeWidth="24" strokeLinecap="butt" />
      <path className="tt" d="M4 38h56" strokeWidth="20" />
      <path d="M18 29h28v18H18zM18 29l9.3 18L36.6 29 46 47M18 47l9.3-18 9.3 18L46 29" strokeWidth="1.5" />
      <circle className="s" cx="51" cy="14" r="9" />
      <path d="M51 8.500V14l4 2" />
    </>
  ),
  bypass: (
    <>
      <path
        className="t"
        d="M21 25c-7 4-8 13-5 21 4 9 12 14 19 15 7 0 14-8 16-17 2-9-1-17-7-19-4-2-8 0-10 3-3-4-8-6-13-3z"
      />
      <path d="M21 24V11M27 22V11M33 27c0-9 0-18 8-18M34 30c-3 6-4 12-2 20" />
      <path d="M28.5 36l7 3M27.5 40l7 3" strokeWidth="2.5" />
      <path className="k" d="M41 9c15 2 17 26 6 34-5 4-11 3-15 3" strokeWidth="4" />
    </>
  ),
  icd: (
    <>
      <circle cx="32" cy="10" r="7" />
      <path d="M10 62V38c0-10 6-15 15-16h14c9 1 15 6 15 16v24" />
      <rect className="t" x="37" y="27" width="12" height="10" rx="3" />
      <path d="M37 33c-5 1-8 4-8 9M29 55c-5-3-8-6-8-10 0-4 5-5 8-1 3-4 8-3 8 1 0 4-3 7-8 10z" />
      <path className="k" d="m55 42-4 6h5l-4 6" />
    </>
  ),
  crt: (
    <>
      <path
        className="t"
        d="M21 25c-7 4-8 13-5 21 4 9 12 14 19 15 7 0 14-8 16-17 2-9-1-17-7-19-4-2-8 0-10 3-3-4-8-6-13-3z"
      />
      <path d="M21 24V11M27 22V11M33 27c0-9 0-18 8-18 6 0 8 4 8 9M39 24c0-5 0-9 2-9s3 2 3 5" />
      <rect className="s" x="50" y="3" width="12" height="10" rx="3" />
      <path className="k" d="M50 8C34 6 27 20 26 46M54 13c-6 10-10 18-11 34" />
      <circle className="kf" cx="26" cy="47" r="2.5" />
      <circle className="kf" cx="43" cy="48" r="2.5" />
    </>
  ),
  clip: (
    <>
      <path className="t" d="M6 14h52v12c-6 0-14 4-20 14l-3 4h-6l-3-4C20 30 12 26 6 26z" />
      <path d="M6 26c8 0 16 5 23 18M58 26c-8 0-16 5-23 18M22 44l-8 16M42 44l8 16" />
      <path className="k" d="M27 30v17a5 5 0 0 0 10 0V30" strokeWidth="4" />
    </>
  ),
  pump: (
    <>
      <circle cx="32" cy="10" r="7" />
      <path d="M10 62V38c0-10 6-15 15-16h14c9 1 15 6 15 16v24" />
      <path className="t" d="M27 31c-5 2-6 8-3 13 3 4 8 5 11 2 4-4 4-12 0-15-3-2-6-1-8 0z" />
      <circle className="s" cx="33" cy="48" r="4.5" />
      <path className="k" d="M36 45c6-4 6-14-2-17M31 52c-4 4-8 4-14 5" />
      <rect className="s" x="3" y="50" width="13" height="11" rx="2" />
      <path d="M7 50v-3h5v3" />
    </>
  ),
  'heart-transplant': (
    <>
      <path
        className="t"
        d="M21 25c-7 4-8 13-5 21 4 9 12 14 19 15 7 0 14-8 16-17 2-9-1-17-7-19-4-2-8 0-10 3-3-4-8-6-13-3z"
      />
      <path d="M21 24V11M27 22V11M33 27c0-9 0-18 8-18 6 0 8 4 8 9M39 24c0-5 0-9 2-9s3 2 3 5" />
      <path className="k" d="M18 22h6M24 19h6M31 22h5M37 21h5" strokeWidth="2.5" />
    </>
  ),
  ward: (
    <>
      <path d="M4 58V32M4 50h56v8M60 50v-6a6 6 0 0 0-6-6H24v12" />
      <circle className="t" cx="14" cy="42" r="5" />
      <path className="t" d="M40 6h12v14l-3 4h-6l-3-4z" />
      <path d="M46 24v8c0 3-3 4-6 6" />
    </>
  ),
  'virus-tablets': (
    <>
      <circle className="t" cx="24" cy="26" r="12" />
      <path d="M24 14V7M24 38v7M12 26H5M36 26h7M15.5 17.500l-5-5M32.5 17.500l5-5M15.5 34.500l-5 5" />
      <circle cx="21" cy="24" r="1.5" />
      <circle cx="28" cy="28" r="1.5" />
      <rect className="s" x="32" y="40" width="28" height="14" rx="7" />
      <path d="M46 40v14" />
    </>
  ),
  drip: (
    <>
      <path d="M12 60V8h22M6 60h12" />
      <path className="t" d="M26 12h18v22l-4 6h-10l-4-6z" />
      <path d="M26 24h18M35 40v5M33 45h4v6h-4zM35 51c0 8 8 9 14 7h9" />
    </>
  ),
  machine: (
    <>
      <rect className="t" x="6" y="6" width="30" height="52" rx="4" />
      <rect className="s" x="12" y="12" width="18" height="11" rx="2" />
      <path d="M14 18h3l2-3 3 5 2-2h4" />
      <rect className="s" x="17" y="30" width="8" height="20" rx="4" />
      <path d="M17 36h8M17 44h8" />
      <path className="k" d="M25 33h12c8 0 6 12 14 12h9M25 47h10c8 0 6 8 14 8h11" />
    </>
  ),
  'liver-transplant': (
    <>
      <path
        className="t"
        d="M6 28c0-9 9-14 21-14 13 0 26 2 30 6 3 4-1 8-7 10-6 2-9 5-13 11-4 7-9 12-17 12C10 53 6 41 6 28z"
      />
      <path d="M35 14c-1 8-1 13 1 19" />
      <path className="k" d="M13 22l5 5M19 19l5 5M43 19l-3 6M50 19l-3 6" strokeWidth="2.5" />
    </>
  ),
  'living-donor': (
    <>
      <circle cx="16" cy="12" r="6" />
      <path d="M4 58V34c0-7 4-11 12-11s12 4 12 11v24" />
      <circle cx="48" cy="12" r="6" />
      <path d="M36 58V34c0-7 4-11 12-11s12 4 12 11v24" />
      <path className="t" d="M8 38c0-3 4-5 9-5 4 0 7 1 7 3s-4 3-5 6c-1 2-3 4-6 4-4 0-5-4-5-8z" />
      <path className="k" d="M17 33c-1 4-1 6 1 9" />
      <path className="t" d="M41 40c0-3 3-4 6-4 2 2 1 5 3 8-1 2-2 3-4 3-3 0-5-4-5-7z" />
      <path className="k" d="M27 42h9M33 38.500l4 3.5-4 3.5" />
    </>
  ),
  'heart-attack': (
    <>
      <path
        className="t"
        d="M21 25c-7 4-8 13-5 21 4 9 12 14 19 15 7 0 14-8 16-17 2-9-1-17-7-19-4-2-8 0-10 3-3-4-8-6-13-3z"
      />
      <path d="M21 24V11M27 22V11M33 27c0-9 0-18 8-18 6 0 8 4 8 9M39 24c0-5 0-9 2-9s3 2 3 5" />
      <path className="k" d="M26 34l10 10M36 34 26 44" strokeWidth="3" />
    </>
  ),
  'weak-heart': (
    <>
      <path
        className="t"
        d="M18 22c-9 4-12 14-8 24 5 9 14 14 24 14 10 0 19-8 20-18 1-10-4-18-11-20-5-1-9 1-11 4-3-4-8-6-14-4z"
      />
      <path d="M20 21V9M27 20V9M33 25c0-9 0-17 8-17 5 0 7 4 7 8" />
      <path d="M34 34c8-2 14 3 13 10-1 6-6 10-12 11-4-6-4-15-1-21z" />
    </>
  ),
  'advanced-heart': (
    <>
      <circle className="t" cx="20" cy="14" r="6" />
      <path d="M20 22v16h16v18M20 30l10 4M12 22v26h24M12 48v10M8 22v12M44 26c4-4 0-6 4-10M54 28c4-4 0-6 4-10" />
    </>
  ),
  'stent-again': (
    <>
      <path d="M4 32h56" strokeWidth="26" strokeLinecap="butt" />
      <path className="tt" d="M4 32h56" strokeWidth="22" />
      <path d="M14 22h32v20H14z" strokeWidth="1.5" />
      <path d="m14 22 10.6 20L35.3 22 46 42M14 42l10.6-20 10.7 20L46 22" strokeWidth="1.2" />
      <path className="f" d="M20 22c6 0 7 7 11 7s4-7 10-7zM20 42c6 0 7-7 11-7s4 7 10 7z" />
    </>
  ),
  liver: (
    <>
      <path
        className="t"
        d="M6 28c0-9 9-14 21-14 13 0 26 2 30 6 3 4-1 8-7 10-6 2-9 5-13 11-4 7-9 12-17 12C10 53 6 41 6 28z"
      />
      <path d="M35 14c-1 8-1 13 1 19" />
      <path d="M24 47c0 5 1 8 4 10" />
    </>
  ),
  'liver-sudden': (
    <>
      <path
        className="t"
        d="M6 28c0-9 9-14 21-14 13 0 26 2 30 6 3 4-1 8-7 10-6 2-9 5-13 11-4 7-9 12-17 12C10 53 6 41 6 28z"
      />
      <path d="M35 14c-1 8-1 13 1 19" />
      <path className="k" d="m53 38-7 10h7l-6 10" />
    </>
  ),
  'liver-weeks': (
    <>
      <path
        className="t"
        d="M6 28c0-9 9-14 21-14 13 0 26 2 30 6 3 4-1 8-7 10-6 2-9 5-13 11-4 7-9 12-17 12C10 53 6 41 6 28z"
      />
      <path d="M35 14c-1 8-1 13 1 19" />
      <circle className="s" cx="51" cy="50" r="10" />
      <path d="M51 44v6l4 3" />
    </>
  ),
  'liver-scarred-sudden': (
    <>
      <path
        className="t"
        d="M6 28c0-9 9-14 21-14 13 0 26 2 30 6 3 4-1 8-7 10-6 2-9 5-13 11-4 7-9 12-17 12C10 53 6 41 6 28z"
      />
      <path d="M35 14c-1 8-1 13 1 19" />
      <path className="k" d="M14 26l7 4M18 38l6-4M26 24l3 6M44 22l2 5M27 41l5-4" />
      <path className="k" d="m53 38-7 10h7l-6 10" />
    </>
  ),
  'liver-scarred': (
    <>
      <path
        className="t"
        d="M6 28c0-9 9-14 21-14 13 0 26 2 30 6 3 4-1 8-7 10-6 2-9 5-13 11-4 7-9 12-17 12C10 53 6 41 6 28z"
      />
      <path d="M35 14c-1 8-1 13 1 19" />
      <path className="k" d="M14 26l7 4M18 38l6-4M26 24l3 6M44 22l2 5M27 41l5-4" />
    </>
  ),
  article: (
    <>
      <path className="t" d="M8 8h38v48H14a6 6 0 0 1-6-6z" />
      <path d="M46 20h10v30a6 6 0 0 1-6 6H14" />
      <path d="M14 16h26M14 24h10M14 30h10M14 46h26M14 38h26" />
      <path className="s" d="M29 23h11v9H29z" />
      <path d="M52 28v20" strokeWidth="1.5" />
    </>
  ),
}

/** A small drawing beside a name that says the same: left out for people who hear the page. */
export function Sketch({ id }: { id: SketchId }) {
  return (
    <svg className="sketch" viewBox="0 0 64 64" aria-hidden="true" focusable="false">
      {sketches[id]}
    </svg>
  )
}
