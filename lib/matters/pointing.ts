/** Whether an answer makes its matter speak: "a lot" and "some" do; the rest say nothing either way. */
export function counts(answer: string | undefined): answer is 'a-lot' | 'some' {
  return answer === 'a-lot' || answer === 'some'
}

type Pointing = { towards: readonly string[]; against: readonly string[] }
type Placed = Pointing & { notClear: readonly string[] }

/** A matter as one decision has it: it points at no option about which that decision knows nothing clear. */
export function inDecision<Item extends Placed>(matter: Item, decision: string): Item {
  const isClear = (option: string) => !matter.notClear.includes(`${decision}/${option}`)
  return { ...matter, towards: matter.towards.filter(isClear), against: matter.against.filter(isClear) }
}

/** What a matter says of an option: it speaks for it, against it, or nobody can say. */
export type Side = 'towards' | 'against' | 'unclear'

/** On which side of a matter each option of a decision stands, in the decision's order. */
export function sidesOf(
  { towards, against }: Pointing,
  options: readonly string[],
): Record<Side, readonly string[]> {
  return {
    towards: options.filter((option) => towards.includes(option)),
    against: options.filter((option) => against.includes(option)),
    unclear: options.filter((option) => !towards.includes(option) && !against.includes(option)),
  }
}

/** What one option gets from one matter, with the direction. */
export type Pointer = { matter: string; option: string; direction: 'towards' | 'against' }

/** Every pointer of the matters that belong to a decision, for options of that decision only. In the matters' order. */
export function pointersOf(
  matters: readonly (Placed & { id: string; decisions: readonly string[] })[],
  decision: string,
  options: readonly string[],
): Pointer[] {
  return matters
    .filter((matter) => matter.decisions.includes(decision))
    .map((matter) => inDecision(matter, decision))
    .flatMap((matter) =>
      (['towards', 'against'] as const).flatMap((direction) =>
        matter[direction]
          .filter((option) => options.includes(option))
          .map((option) => ({ matter: matter.id, option, direction })),
      ),
    )
}

/** Which way an option pulls whom it pulls two ways: what matters a lot counts for more than what matters some. */
export type Pull = 'even' | 'towards' | 'against'

const weightOf = (answers: readonly (string | undefined)[]) =>
  answers.includes('a-lot') ? 2 : answers.includes('some') ? 1 : 0

/**
 * How an option is spoken for and against at once; null when it is not. One thing that matters a lot counts for more
 * than any number that matter some: things are not added up.
 * @param towards answers to what speaks for the option
 * @param against answers to what speaks against it
 */
export function pullOf(
  towards: readonly (string | undefined)[],
  against: readonly (string | undefined)[],
): Pull | null {
  const [spokenFor, spokenAgainst] = [weightOf(towards), weightOf(against)]
  if (!spokenFor || !spokenAgainst) return null
  if (spokenFor === spokenAgainst) return 'even'
  return spokenFor > spokenAgainst ? 'towards' : 'against'
}

const places = ['a-lot', 'some']

/** What matters a lot stands before what matters some; else in the order of the page. The picked three stand first. */
export function placeOf(answer: string | undefined, isTop: boolean): number {
  const at = places.indexOf(answer ?? '')
  return isTop ? -1 : at < 0 ? places.length : at
}
