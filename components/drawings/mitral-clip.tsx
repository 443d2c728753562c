import { Frame } from './frame'
import { Arrow, Label } from './strokes'
import type { DrawingWords } from './drawing-words'

/** The walls of the two left rooms, 140 wide, with the ring of the valve at y 116. */
function Rooms({ x }: { x: number }) {
  const walls = `M${x + 20} 32V104C${x + 20} 118 ${x + 8} 122 ${x + 8} 146C${x + 8} 172 ${x + 18} 188 ${x + 28} 202M${x + 120} 32V104C${x + 120} 118 ${x + 132} 122 ${x + 132} 146C${x + 132} 172 ${x + 122} 188 ${x + 112} 202`
  return (
    <>
      <path d={walls} strokeWidth="13" strokeLinecap="butt" />
      <path d={walls} strokeWidth="8" strokeLinecap="butt" stroke="var(--pale)" />
    </>
  )
}

/** A leaky valve from the side, without and with a clip, and the clipped valve from above. */
export function MitralClip({
  words,
}: {
  words: DrawingWords<
    'before' | 'after' | 'upper' | 'lower' | 'leak' | 'less' | 'flap' | 'clip' | 'above' | 'through'
  >
}) {
  const { labels } = words
  return (
    <Frame words={words} height={330}>
      <Label words={labels.before} at={[80, 16]} anchor="middle" strong />
      <Label words={labels.after} at={[240, 16]} anchor="middle" strong />
      <Rooms x={10} />
      <Rooms x={170} />
      <Arrow from={[80, 178]} to={[80, 54]} ink="var(--plum)" width={7} />
      <path d="M36 112C52 112 66 116 70 132M124 112C108 112 94 116 90 132" strokeWidth="5" />
      <Label words={labels.leak} at={[88, 88]} strong />
      <Label words={labels.flap} at={[34, 174]} from={[48, 160]} to={[55, 124]} />
      <path d="M196 112C212 112 232 118 237 144M284 112C268 112 248 118 243 144" strokeWidth="5" />
      <path
        d="M229 120L231 146Q232 153 240 153Q248 153 249 146L251 120"
        stroke="var(--pine)"
        strokeWidth="5"
      />
      <Arrow from={[240, 132]} to={[240, 92]} ink="var(--plum)" width={2} />
      <Label words={labels.upper} at={[240, 48]} anchor="middle" />
      <Label words={labels.less} at={[240, 84]} anchor="middle" strong />
      <Label words={labels.lower} at={[240, 192]} anchor="middle" />
      <Label words={labels.clip} at={[264, 166]} from={[263, 160]} to={[253, 148]} />
      <ellipse cx="80" cy="270" rx="66" ry="48" fill="var(--pale)" />
      <ellipse cx="80" cy="270" rx="54" ry="37" fill="var(--pale)" />
      <path
        d="M32 270C40 248 62 250 74 270C62 290 40 292 32 270zM128 270C120 248 98 250 86 270C98 290 120 292 128 270z"
        fill="var(--sheet)"
      />
      <path d="M80 256V284" stroke="var(--pine)" strokeWidth="11" strokeLinecap="butt" />
      <Label words={labels.above} at={[164, 246]} strong />
      <Label words={labels.through} at={[164, 266]} />
    </Frame>
  )
}
