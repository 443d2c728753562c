/**
 * A person from the head to `bottom` (y), facing us, with the middle of the body at x 122: a free column from x 220 for words.
 * @param hasCollarbones draws the bones that devices sit under
 */
export function Torso({ bottom, hasCollarbones = false }: { bottom: number; hasCollarbones?: boolean }) {
  const skin = `M108 60V80C108 92 92 96 72 101C44 108 32 120 28 148L20 ${bottom}H224L216 148C212 120 200 108 172 101C152 96 136 92 136 80V60`
  return (
    <>
      <path d={skin} fill="var(--pale)" stroke="none" />
      <path
        d={`M108 60V80C108 92 92 96 72 101C44 108 32 120 28 148L20 ${bottom}M136 60V80C136 92 152 96 172 101C200 108 212 120 216 148L224 ${bottom}`}
      />
      <path d={`M56 168L52 ${bottom}M188 168L192 ${bottom}`} />
      <ellipse cx="122" cy="38" rx="26" ry="33" fill="var(--pale)" />
      {hasCollarbones && <path d="M114 112C98 106 84 112 64 112M130 112C146 106 160 112 180 112" />}
    </>
  )
}
