import type { Kit } from '@/lib/sentences/kit'

/**
 * One state of a component, for the catalogue (`npm run catalogue`) and its tests. Files `*.examples.tsx` hold them,
 * beside the component; no page imports one. Every name and figure in them is invented and says so.
 */
export type Example = {
  /** What state it is: "a withdrawn study". */
  name: string
  /** Written from right to left, as a translation would be. */
  isRightToLeft?: boolean
  /** Shows what our scripts show by and by: all that the component can say, at once. */
  showsHidden?: boolean
  /** Shows what is folded, as after a tap. */
  isUnfolded?: boolean
  show: (kit: Kit) => React.ReactNode
}

/** For states of one component that differ in one thing: what makes an example of that thing, by name. */
export const exampleOf =
  <Thing>(show: (thing: Thing, kit: Kit) => React.ReactNode) =>
  (name: string, thing: Thing, more: Omit<Example, 'name' | 'show'> = {}): Example => ({
    name,
    ...more,
    show: (kit) => show(thing, kit),
  })
