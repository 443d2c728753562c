const tidy = (length: number) => Number(length.toFixed(2))

/**
 * The same drawing with every shape after the first placed from the one before it. A picture of 1,000 people repeats
 * one shape: placed so, their text repeats too, and packs to almost nothing on the line.
 *
 * `M5 5h1v1zM18 5h1v1z` becomes `M5 5h1v1zm13 0h1v1z`.
 *
 * @param path shapes that each begin with `M` and two numbers and end closed (`z`), all else relative
 */
export function shortPath(path: string): string {
  /** Where the pen is after a closed shape: the start of its last part. */
  let pen: { x: number; y: number } | null = null
  return path.replaceAll(/M(-?[\d.]+) (-?[\d.]+)([^M]*)/g, (_, left: string, top: string, shape: string) => {
    const x = Number(left)
    const y = Number(top)
    const begin = pen ? `m${tidy(x - pen.x)} ${tidy(y - pen.y)}` : `M${left} ${top}`
    let part = { x, y }
    for (const [, dx, dy] of shape.matchAll(/m(-?[\d.]+) (-?[\d.]+)/g))
      part = { x: part.x + Number(dx), y: part.y + Number(dy) }
    pen = part
    return begin + shape
  })
}
