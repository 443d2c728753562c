import { Frame } from './frame'
import { HeartShape } from './heart-shape'
import { Label, TubeInside, TubeWalls } from './strokes'
import { Torso } from './torso'
import type { DrawingWords } from './words.en'

const vein = 'M166 142C144 120 90 112 90 142V166'

/** A box under the collarbone with one wire into the lower right room. */
export function Icd({ words }: { words: DrawingWords<'box' | 'bone' | 'wire' | 'heart' | 'tip'> }) {
  const { labels } = words
  return (
    <Frame words={words} height={312}>
      <Torso bottom={280} hasCollarbones />
      <g transform="translate(18 96) scale(.64)" strokeWidth="3.4">
        <HeartShape hasVein={false} />
      </g>
      <TubeWalls d={vein} width={10} />
      <TubeInside d={`${vein}V180`} width={10} fill="var(--sheet)" />
      <path
        d="M160 138C138 121 90 112 90 142V176C92 196 104 214 122 246"
        stroke="var(--pine)"
        strokeWidth="4"
      />
      <path d="M113 229L123 247" stroke="var(--pine)" strokeWidth="8" />
      <rect x="152" y="124" width="34" height="32" rx="9" fill="var(--pine)" />
      <Label words={labels.bone} at={[226, 78]} from={[222, 74]} to={[172, 108]} />
      <Label words={labels.box} at={[234, 138]} from={[230, 140]} to={[188, 140]} />
      <Label words={labels.wire} at={[4, 62]} from={[46, 84]} to={[88, 150]} />
      <Label words={labels.heart} at={[234, 222]} from={[230, 218]} to={[177, 218]} />
      <Label words={labels.tip} at={[64, 304]} from={[122, 290]} to={[122, 254]} />
    </Frame>
  )
}
