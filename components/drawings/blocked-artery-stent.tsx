import { Frame } from './frame'
import { Arrow, Label } from './strokes'
import type { DrawingWords } from './drawing-words'

/** The walls of an artery cut lengthways, 280 long and 72 high; the channel is from y 10 to y 62. */
function Artery({ y, plaque }: { y: number; plaque: number }) {
  const bulge = (edge: number, way: 1 | -1) =>
    `M84 ${edge}C112 ${edge} 112 ${edge + way * plaque} 140 ${edge + way * plaque}H180C208 ${edge + way * plaque} 208 ${edge} 236 ${edge}z`
  return (
    <>
      <path
        d={`M20 ${y}H300V${y + 10}H20zM20 ${y + 62}H300V${y + 72}H20z`}
        fill="var(--pale)"
        stroke="none"
      />
      <path d={`M20 ${y}H300M20 ${y + 10}H300M20 ${y + 62}H300M20 ${y + 72}H300`} />
      <path d={`${bulge(y + 10, 1)}${bulge(y + 62, -1)}`} fill="var(--plum)" />
    </>
  )
}

/** Crossed wires from x 104 to 216 between two heights. */
function Mesh({ top, bottom }: { top: number; bottom: number }) {
  const wave = (first: number, second: number) =>
    Array.from({ length: 9 }, (_, step) => `${104 + step * 14} ${step % 2 === 0 ? first : second}`).join('L')
  return (
    <path
      d={`M${wave(top, bottom)}M${wave(bottom, top)}M104 ${top}H216M104 ${bottom}H216`}
      stroke="var(--pine)"
      strokeWidth="2.5"
    />
  )
}

/** Three stages of one artery: narrow, opened by a balloon with a mesh on it, held open by the mesh. */
export function BlockedArteryStent({
  words,
}: {
  words: DrawingWords<'before' | 'during' | 'after' | 'plaque' | 'blood' | 'less' | 'more'>
}) {
  const { labels } = words
  return (
    <Frame words={words} height={356}>
      <Label words={labels.before} at={[20, 16]} strong />
      <Artery y={26} plaque={22} />
      <Label words={labels.blood} at={[28, 51]} />
      <Label words={labels.less} at={[226, 54]} />
      <Arrow from={[28, 62]} to={[104, 62]} width={6} />
      <Arrow from={[228, 62]} to={[292, 62]} width={2} />
      <Label words={labels.during} at={[20, 142]} strong />
      <Artery y={152} plaque={8} />
      <path d="M20 188H300" strokeWidth="3" />
      <path
        d="M92 188C96 172 108 172 120 172H200C212 172 224 172 228 188C224 204 212 204 200 204H120C108 204 96 204 92 188z"
        fill="var(--pale)"
      />
      <Mesh top={171} bottom={205} />
      <Label words={labels.after} at={[20, 268]} strong />
      <Artery y={278} plaque={8} />
      <Mesh top={297} bottom={331} />
      <Label words={labels.blood} at={[28, 303]} />
      <Label words={labels.more} at={[226, 303]} />
      <Arrow from={[28, 314]} to={[96, 314]} width={6} />
      <Arrow from={[224, 314]} to={[292, 314]} width={6} />
      <Label words={labels.plaque} at={[200, 16]} from={[208, 20]} to={[190, 36]} />
    </Frame>
  )
}
