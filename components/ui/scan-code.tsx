import { encode } from 'uqr'
import { squaresPath } from '@/lib/reviews/changed-address'

/** A code to scan (QR, level M); the same address must stand in words beside it. */
export function ScanCode({
  address,
  label,
  className,
}: {
  address: string
  label: string
  className?: string
}) {
  const { data, size } = encode(address, { ecc: 'M', border: 4 })
  return (
    <svg
      className={className}
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={squaresPath(data)} fill="#000" />
    </svg>
  )
}
