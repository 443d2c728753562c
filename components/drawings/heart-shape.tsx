import { Tissue, TubeInside, TubeWalls } from './strokes'

const blood = 'var(--sheet)'
const rightUpper =
  'M100 134C98 112 112 106 125 109C138 112 142 126 140 141C138 156 126 166 114 165C104 162 101 148 100 134z'
const rightLower =
  'M116 186C119 172 148 163 157 174C162 188 167 208 174 238C176 250 169 254 159 246C142 232 122 210 116 186z'
const leftUpper =
  'M186 128C186 114 200 110 213 112C228 114 234 124 232 138C230 150 217 154 204 152C190 150 186 142 186 128z'
const leftLower =
  'M170 178C180 161 226 159 233 177C239 212 228 252 206 266C196 269 187 261 181 240C174 216 164 194 170 178z'

/**
 * The heart from the front with its four rooms, about x 92 to 244 and y 34 to 278: the great vein from above,
 * the muscle, the rooms and the open doors (valves) between them. Devices and outgoing vessels are drawn over it.
 * @param isWeak draws the wall of the lower left room as the weak part
 * @param hasVein false where a drawing has its own great vein, which must end in the upper right room
 */
export function HeartShape({ isWeak = false, hasVein = true }: { isWeak?: boolean; hasVein?: boolean }) {
  return (
    <>
      {hasVein && <TubeWalls d="M112 34V112" width={18} />}
      <Tissue d="M92 130C88 108 104 99 124 100C150 96 200 96 220 104C240 112 247 140 245 176C243 216 232 254 206 276C196 284 184 276 170 262C150 246 124 226 108 196C98 174 94 152 92 130z" />
      <path d={rightUpper} fill={blood} />
      <path d={rightLower} fill={blood} />
      <path d={leftUpper} fill={blood} />
      {hasVein && <TubeInside d="M112 33V124" width={18} fill={blood} />}
      <path d={leftLower} fill={blood} {...(isWeak ? { stroke: 'var(--plum)', strokeWidth: 5 } : {})} />
      <TubeInside d="M122 155L128 186" width={15} fill={blood} />
      <TubeInside d="M209 144L205 172" width={20} fill={blood} />
      <path d="M116 167L121 181M132 160L134 176M197 152L199 168M221 151L213 170" />
    </>
  )
}
