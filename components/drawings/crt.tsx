import { ChestDevice } from './chest-device'
import { Label } from './strokes'
import type { DrawingWords } from './drawing-words'

/** A box under the collarbone with a wire to each lower room; the left one runs behind the heart (dashed). */
export function Crt({ words }: { words: DrawingWords<'box' | 'bone' | 'right' | 'left'> }) {
  const { labels } = words
  return (
    <ChestDevice words={words} vein="M168 144C144 120 90 108 90 142V166" width={14}>
      <path
        d="M158 136C138 120 87 108 87 142V176C90 196 104 214 122 246"
        stroke="var(--pine)"
        strokeWidth="4"
      />
      <path d="M158 144C140 132 94 118 94 144V176" stroke="var(--pine)" strokeWidth="4" />
      <path d="M94 176C100 200 150 206 172 200" stroke="var(--pine)" strokeWidth="4" strokeDasharray="6 7" />
      <path d="M172 200C176 210 174 222 171 234" stroke="var(--pine)" strokeWidth="4" />
      <circle cx="122" cy="246" r="6" fill="var(--pine)" stroke="none" />
      <circle cx="171" cy="236" r="6" fill="var(--pine)" stroke="none" />
      <Label words={labels.left} at={[234, 218]} from={[230, 228]} to={[180, 236]} />
      <Label words={labels.right} at={[64, 304]} from={[122, 290]} to={[122, 254]} />
    </ChestDevice>
  )
}
