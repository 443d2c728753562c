import { Frame } from './frame'
import { HeartShape } from './heart-shape'
import { Arrow, Label, TubeInside, TubeWalls } from './strokes'
import { Torso } from './torso'
import type { DrawingWords } from './drawing-words'

const mainArtery = 'M133 205C130 180 114 172 114 150C114 116 152 118 156 146'
const newTube = 'M140 278C112 290 66 280 64 236C62 196 78 152 108 150'

/** A pump at the tip of the heart, a tube to the main artery, and a cable out through the belly to its power. */
export function HeartPump({
  words,
}: {
  words: DrawingWords<'tube' | 'heart' | 'pump' | 'cable' | 'controller' | 'batteries'>
}) {
  const { labels } = words
  return (
    <Frame words={words} height={430}>
      <Torso bottom={400} />
      <g transform="translate(18 96) scale(.64)" strokeWidth="3.4">
        <HeartShape />
      </g>
      <TubeWalls d={newTube} width={9} />
      <TubeInside d={newTube} width={9} fill="var(--pine)" />
      <Arrow from={[64, 254]} to={[68, 200]} by={[62, 226]} ink="var(--sheet)" width={2} />
      <TubeWalls d={mainArtery} width={12} />
      <TubeInside d={`${mainArtery}M132 200L136 214`} width={12} fill="var(--sheet)" />
      <path d="M152 284C156 306 140 312 132 326" stroke="var(--pine)" strokeWidth="4" />
      <rect x="134" y="262" width="32" height="24" rx="9" fill="var(--pine)" />
      <circle cx="132" cy="328" r="5" fill="var(--sheet)" />
      <path d="M132 333C132 344 122 346 122 356M102 370H82M142 370H162" strokeWidth="3" />
      <rect x="102" y="356" width="40" height="28" rx="5" fill="var(--sheet)" />
      <rect x="60" y="352" width="22" height="36" rx="3" fill="var(--sheet)" />
      <rect x="162" y="352" width="22" height="36" rx="3" fill="var(--sheet)" />
      <Label words={labels.tube} at={[4, 62]} from={[60, 84]} to={[79, 168]} />
      <Label words={labels.heart} at={[234, 220]} from={[230, 216]} to={[178, 216]} />
      <Label words={labels.pump} at={[234, 270]} from={[230, 268]} to={[168, 274]} />
      <Label words={labels.cable} at={[234, 308]} from={[230, 318]} to={[138, 328]} />
      <Label words={labels.batteries} at={[234, 380]} from={[230, 374]} to={[186, 372]} />
      <Label words={labels.controller} at={[122, 422]} anchor="middle" from={[122, 408]} to={[122, 386]} />
    </Frame>
  )
}
