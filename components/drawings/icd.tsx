import { ChestDevice } from './chest-device'
import { Label } from './strokes'
import type { DrawingWords } from './drawing-words'

/** A box under the collarbone with one wire into the lower right room. */
export function Icd({ words }: { words: DrawingWords<'box' | 'bone' | 'wire' | 'heart' | 'tip'> }) {
  const { labels } = words
  return (
    <ChestDevice words={words} vein="M166 142C144 120 90 112 90 142V166" width={10}>
      <path
        d="M160 138C138 121 90 112 90 142V176C92 196 104 214 122 246"
        stroke="var(--pine)"
        strokeWidth="4"
      />
      <path d="M113 229L123 247" stroke="var(--pine)" strokeWidth="8" />
      <Label words={labels.wire} at={[4, 62]} from={[46, 84]} to={[88, 150]} />
      <Label words={labels.heart} at={[234, 222]} from={[230, 218]} to={[177, 218]} />
      <Label words={labels.tip} at={[64, 304]} from={[122, 290]} to={[122, 254]} />
    </ChestDevice>
  )
}
