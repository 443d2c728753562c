import { Frame } from './frame'
import { HeartShape } from './heart-shape'
import { Arrow, Label, TubeInside, TubeWalls } from './strokes'
import type { DrawingWords } from './drawing-words'

const blood = 'var(--sheet)'
const toBody = 'M180 172C176 132 150 118 150 84C150 28 216 30 224 62'
const toLungs = 'M148 174C147 148 166 128 190 104C202 93 220 92 240 92'

/** Four rooms with a big, weak lower left room, and the way blood takes. */
export function Heart({
  words,
}: {
  words: DrawingWords<'fromBody' | 'toBody' | 'toLungs' | 'fromLungs' | 'weak'>
}) {
  const { labels } = words
  return (
    <Frame words={words} height={296}>
      <g transform="translate(-12 4)">
        <TubeWalls d="M104 150V262" width={12} />
        <TubeWalls d="M262 134H222" width={14} />
        <HeartShape isWeak />
        <TubeInside d="M105 155L104 164V264" width={12} fill={blood} />
        <TubeInside d="M264 134H216" width={14} fill={blood} />
        <TubeWalls d={toBody} width={18} />
        <TubeInside d={`${toBody}M178 164L184 190M224 60L225 66`} width={18} fill={blood} />
        <TubeWalls d={toLungs} width={16} />
        <TubeInside d={`${toLungs}M148 170V184M236 92H244`} width={16} fill={blood} />
        <Arrow from={[112, 36]} to={[112, 92]} />
        <Arrow from={[104, 260]} to={[104, 206]} />
        <Arrow from={[118, 130]} to={[138, 218]} by={[122, 164]} />
        <Arrow from={[156, 222]} to={[152, 148]} by={[145, 182]} />
        <Arrow from={[196, 99]} to={[252, 92]} by={[210, 91]} />
        <Arrow from={[270, 134]} to={[220, 134]} />
        <Arrow from={[209, 140]} to={[206, 222]} />
        <Arrow from={[191, 224]} to={[180, 166]} by={[188, 190]} />
        <Arrow from={[151, 104]} to={[151, 62]} />
        <Arrow from={[198, 44]} to={[228, 76]} by={[220, 52]} />
      </g>
      <Label words={labels.fromBody} at={[4, 52]} />
      <Label words={labels.fromBody} at={[4, 250]} />
      <Label words={labels.toBody} at={[226, 52]} />
      <Label words={labels.toLungs} at={[252, 94]} />
      <Label words={labels.fromLungs} at={[260, 134]} />
      <Label words={labels.weak} at={[248, 208]} strong from={[244, 212]} to={[224, 214]} />
    </Frame>
  )
}
