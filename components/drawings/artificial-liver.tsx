import { Frame } from './frame'
import { Arrow, Label, TubeInside, TubeWalls } from './strokes'
import type { DrawingWords } from './drawing-words'

/** The loop that blood takes through a machine, and the two ways a machine cleans it. */
export function ArtificialLiver({
  words,
}: {
  words: DrawingWords<
    | 'out'
    | 'back'
    | 'line'
    | 'pump'
    | 'filter'
    | 'exchange'
    | 'dialysis'
    | 'oldPlasma'
    | 'newPlasma'
    | 'cross'
    | 'fluid'
    | 'kinds'
    | 'blood'
  >
}) {
  const { labels } = words
  return (
    <Frame words={words} height={410}>
      <path d="M50 66V84C48 98 12 98 6 132L2 182H122L118 132C112 98 76 98 74 84V66" fill="var(--pale)" />
      <ellipse cx="62" cy="44" rx="24" ry="31" fill="var(--pale)" />
      <path d="M74 92C98 88 92 40 122 40H270V62M270 142V166H170C140 166 140 104 74 102" strokeWidth="4" />
      <circle cx="72" cy="97" r="8" fill="var(--pine)" stroke="none" />
      <circle cx="184" cy="40" r="22" fill="var(--sheet)" />
      <path d="M176 29V51L196 40z" fill="currentColor" strokeWidth="1" />
      <rect x="230" y="62" width="80" height="80" rx="8" fill="var(--sheet)" />
      <Arrow from={[216, 40]} to={[246, 40]} width={5} />
      <Arrow from={[230, 166]} to={[196, 166]} width={5} />
      <Label words={labels.out} at={[88, 28]} />
      <Label words={labels.back} at={[164, 188]} />
      <Label words={labels.line} at={[110, 84]} from={[106, 86]} to={[82, 96]} />
      <Label words={labels.pump} at={[184, 80]} anchor="middle" />
      <Label words={labels.filter} at={[270, 107]} anchor="middle" strong />

      <path d="M2 206H318" strokeWidth="1.25" />
      <Label words={labels.kinds} at={[2, 226]} />
      <Label words={labels.exchange} at={[2, 254]} strong />
      <TubeWalls d="M22 266V384" width={34} />
      <TubeInside d="M22 265V385" width={34} fill="var(--sheet)" />
      <Arrow from={[18, 270]} to={[18, 380]} width={4} />
      <Arrow from={[29, 296]} to={[70, 296]} ink="var(--plum)" width={4} />
      <Arrow from={[70, 350]} to={[29, 350]} ink="var(--pine)" width={4} />
      <Label words={labels.oldPlasma} at={[75, 294]} />
      <Label words={labels.newPlasma} at={[75, 338]} />
      <Label words={labels.blood} at={[3, 402]} />

      <Label words={labels.dialysis} at={[168, 254]} strong />
      <path d="M201 266H230V384H201z" fill="var(--pale)" stroke="none" />
      <path d="M169 266V384M230 266V384" strokeLinecap="butt" />
      <path d="M201 270V384" strokeDasharray="6 8" />
      <Arrow from={[182, 270]} to={[182, 380]} width={4} />
      <Arrow from={[192, 296]} to={[222, 296]} ink="var(--plum)" width={4} />
      <Arrow from={[192, 326]} to={[222, 326]} ink="var(--plum)" width={4} />
      <Label words={labels.cross} at={[238, 294]} />
      <Label words={labels.fluid} at={[238, 362]} />
      <Label words={labels.blood} at={[167, 402]} />
    </Frame>
  )
}
