import { Frame } from './frame'
import { Arrow, Label, TubeInside, TubeWalls } from './strokes'
import type { DrawingWords } from './drawing-words'

const mainArtery = 'M128 118V84C128 36 204 36 204 84V96'
const rightArtery = 'M122 112C96 116 84 140 90 176C94 200 106 216 122 226'
const leftArtery = 'M142 112C160 118 164 140 168 168C172 204 180 232 186 252'
const graft = 'M143 76C196 82 218 120 211 160C206 186 196 198 180 211'

/** The outside of the heart, a blocked artery on it, and a new vessel that leads blood around the block. */
export function Bypass({ words }: { words: DrawingWords<'main' | 'graft' | 'block' | 'artery'> }) {
  const { labels } = words
  return (
    <Frame words={words} height={296}>
      <path
        d="M66 134C64 112 80 102 104 102C130 98 182 98 202 106C224 114 231 142 229 178C227 220 214 258 186 280C176 288 164 280 150 266C130 248 100 228 84 198C72 176 68 154 66 134z"
        fill="var(--pale)"
      />
      <TubeWalls d={rightArtery} width={6} />
      <TubeInside d={rightArtery} width={6} fill="var(--sheet)" />
      <TubeWalls d={mainArtery} width={24} />
      <TubeInside d={mainArtery} width={24} fill="var(--sheet)" />
      <TubeWalls d={graft} width={12} />
      <TubeInside d={graft} width={12} fill="var(--pine)" />
      <TubeWalls d={leftArtery} width={8} />
      <TubeInside d={leftArtery} width={8} fill="var(--sheet)" />
      <path d="M164 148L169 176" stroke="var(--plum)" strokeWidth="11" strokeLinecap="butt" />
      <Arrow from={[128, 114]} to={[128, 66]} />
      <Arrow from={[206, 118]} to={[206, 178]} by={[215, 146]} ink="var(--sheet)" width={2.5} />
      <Label words={labels.main} at={[4, 52]} from={[86, 50]} to={[113, 62]} />
      <Label words={labels.graft} at={[244, 130]} from={[240, 132]} to={[221, 136]} />
      <Label words={labels.block} at={[4, 160]} from={[44, 156]} to={[160, 162]} />
      <Label words={labels.artery} at={[244, 236]} from={[240, 238]} to={[190, 238]} />
    </Frame>
  )
}
