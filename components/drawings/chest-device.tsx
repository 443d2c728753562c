import type { ReactNode } from 'react'
import { Frame } from './frame'
import { HeartShape } from './heart-shape'
import { Label, TubeInside, TubeWalls } from './strokes'
import { Torso } from './torso'
import type { DrawingWords } from './drawing-words'

/** A chest with the heart, and a box under the collarbone whose wires (`children`) run through `vein` into it. */
export function ChestDevice({
  words,
  vein,
  width,
  children,
}: {
  words: DrawingWords<'box' | 'bone'>
  vein: string
  /** Of the vein: room for one wire or for more. */
  width: number
  children: ReactNode
}) {
  const { labels } = words
  return (
    <Frame words={words} height={312}>
      <Torso bottom={280} hasCollarbones />
      <g transform="translate(18 96) scale(.64)" strokeWidth="3.4">
        <HeartShape hasVein={false} />
      </g>
      <TubeWalls d={vein} width={width} />
      <TubeInside d={`${vein}V180`} width={width} fill="var(--sheet)" />
      {children}
      <rect x="152" y="124" width="34" height="32" rx="9" fill="var(--pine)" />
      <Label words={labels.bone} at={[226, 78]} from={[222, 74]} to={[172, 108]} />
      <Label words={labels.box} at={[234, 138]} from={[230, 140]} to={[188, 140]} />
    </Frame>
  )
}
