import { Frame } from './frame'
import { Arrow, Label, Tissue, TubeInside, TubeWalls } from './strokes'
import type { DrawingWords } from './drawing-words'

const gut = 'M96 360H262C300 360 300 400 262 400H130'
const veinIn = 'M235 340C238 300 230 270 212 232'
/** Small veins that gather blood from the wall of the gut. */
const branches = 'M234 336C230 350 216 352 206 362M235 336V364M235 336C240 350 254 352 264 362'
const bileOut = 'M167 252C166 292 170 320 170 349'
const bloodOut = 'M196 120V160'

/** Where the liver is, the big vein that brings blood from the gut, and the way bile takes to the gut. */
export function Liver({
  words,
}: {
  words: DrawingWords<'place' | 'liver' | 'blood' | 'bile' | 'gut' | 'heart'>
}) {
  const { labels } = words
  return (
    <Frame words={words} height={416}>
      <g transform="translate(2 4) scale(.44)" strokeWidth="5">
        <path
          d="M108 60V80C108 92 92 96 72 101C44 108 32 120 28 148L22 300H222L216 148C212 120 200 108 172 101C152 96 136 92 136 80V60"
          fill="var(--pale)"
        />
        <path d="M56 168L52 300M188 168L192 300" />
        <ellipse cx="122" cy="38" rx="26" ry="33" fill="var(--pale)" />
        <path
          d="M62 226C60 198 76 184 102 184C130 184 150 188 166 200C170 206 166 210 158 212C134 218 116 230 102 244C84 258 66 256 62 226z"
          fill="currentColor"
        />
      </g>
      <Label words={labels.place} at={[118, 62]} from={[114, 66]} to={[62, 90]} />
      <TubeWalls d={bloodOut} width={14} />
      <TubeWalls d={veinIn} width={14} />
      <TubeWalls d={bileOut} width={13} />
      <Tissue d="M78 232C74 182 104 152 156 152C212 152 262 160 298 180C310 189 304 202 286 206C244 218 218 232 186 252C152 276 106 294 88 278C80 270 79 252 78 232z" />
      <TubeInside d="M196 119V156" width={14} fill="var(--sheet)" />
      <TubeWalls d={gut} width={22} />
      <TubeInside d={gut} width={22} fill="var(--pale)" />
      <path d={branches} strokeWidth="11" />
      <path d={branches} strokeWidth="6" stroke="var(--sheet)" />
      <TubeInside d={veinIn} width={14} fill="var(--sheet)" />
      <TubeInside d={`${bileOut}V352`} width={13} fill="var(--lamp)" />
      <Arrow from={[234, 334]} to={[221, 248]} by={[236, 288]} />
      <Arrow from={[167, 286]} to={[170, 344]} by={[167, 316]} ink="var(--on-lamp)" />
      <Arrow from={[196, 158]} to={[196, 110]} />
      <Label words={labels.liver} at={[116, 214]} strong />
      <Label words={labels.heart} at={[212, 124]} />
      <Label words={labels.blood} at={[248, 290]} />
      <Label words={labels.bile} at={[98, 312]} />
      <Label words={labels.gut} at={[64, 366]} />
    </Frame>
  )
}
