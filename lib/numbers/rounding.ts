/**
 * Rounds half away from zero ("half up" for sizes): 2.5 becomes 3, -2.5 becomes -3. Never banker's rounding.
 *
 * Printed decimals such as 1.005 are held a hair below their value in binary; twelve significant digits
 * restore what the source printed before the half is judged.
 *
 * @param decimals digits kept after the point, 0 to 6
 * @throws RangeError when `value` is not finite
 */
export function roundHalfUp(value: number, decimals = 0): number {
  if (!Number.isFinite(value)) throw new RangeError(`cannot round ${value}`)
  const scale = 10 ** decimals
  const size = Number((Math.abs(value) * scale).toPrecision(12))
  const rounded = Math.floor(size + 0.5) / scale
  // `|| 0` keeps "-0" off the page.
  return Math.sign(value) * rounded || 0
}
