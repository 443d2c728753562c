import type { Product } from '@/lib/products/schema'

type Trial = Product['trials'][number]

/** The trial of a family with the most people; null when no trial says how many took part. */
export function largestTrial<T extends Pick<Trial, 'people'>>(
  trials: readonly T[],
): (T & { people: number }) | null {
  const counted = trials.flatMap((trial) =>
    trial.people === null ? [] : [{ ...trial, people: trial.people }],
  )
  return counted.reduce<(T & { people: number }) | null>(
    (most, trial) => (most && most.people >= trial.people ? most : trial),
    null,
  )
}

/**
 * Every trial with a pretend treatment, whatever it found, the largest first: one that does not say how many took part
 * stands last. No trial is left out for its result.
 */
export function pretendTrials<T extends Pick<Trial, 'sham' | 'people'>>(trials: readonly T[]): T[] {
  return trials.filter(({ sham }) => sham).toSorted((a, b) => (b.people ?? 0) - (a.people ?? 0))
}
