/** Whether an answer makes its matter speak: "a lot" and "some" do; the rest say nothing either way. */
export function counts(answer: string | undefined): answer is 'a-lot' | 'some' {
  return answer === 'a-lot' || answer === 'some'
}

type Pointing = {
  id: string
  decisions: readonly string[]
  towards: readonly string[]
  against: readonly string[]
}

/** What one option gets from one matter, with the direction. */
export type Pointer = { matter: string; option: string; direction: 'towards' | 'against' }

/** Every pointer of the matters that belong to a decision, for options of that decision only. In the matters' order. */
export function pointersOf(
  matters: readonly Pointing[],
  decision: string,
  options: readonly string[],
): Pointer[] {
  return matters
    .filter((matter) => matter.decisions.includes(decision))
    .flatMap((matter) =>
      (['towards', 'against'] as const).flatMap((direction) =>
        matter[direction]
          .filter((option) => options.includes(option))
          .map((option) => ({ matter: matter.id, option, direction })),
      ),
    )
}
