import type { Catalogue } from '@/lib/packets/route'

/** Choices that do not exist, for the examples of this folder; `name` is written into each. */
export function inventedCatalogue(name: string): Catalogue {
  return {
    locale: 'en',
    conditions: [
      {
        id: 'example',
        name,
        situations: [{ id: 'here', name: `${name}: where they are` }],
        decisions: [
          {
            id: 'which',
            question: `${name}: which one?`,
            situations: ['here'],
            options: ['carry-on-as-now', 'comfort-care', 'another'].map((id) => ({
              id,
              name: `${name}: ${id}`,
            })),
          },
        ],
      },
    ],
  }
}
