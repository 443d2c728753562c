/** Where a print asks whether it is still true. `address` is null when nobody said where this site is. */
export type ChangedAddress = { path: string; address: string | null }

/**
 * The address of "Has this changed?" for a version.
 * @param publicUrl LANTERN_PUBLIC_URL, e.g. "https://lantern.example.org"; undefined: only the path is known
 */
export function changedAddress(
  locale: string,
  version: string,
  publicUrl: string | undefined,
): ChangedAddress {
  const path = `/${locale}/changed/${version}`
  return { path, address: publicUrl ? publicUrl.replace(/\/+$/, '') + path : null }
}

/** The dark squares of a code as one SVG path, one unit for each square, row by row. */
export function squaresPath(rows: readonly (readonly boolean[])[]): string {
  return rows.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : []))).join('')
}
