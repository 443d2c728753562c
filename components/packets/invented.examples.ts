import { longName, rightToLeftName } from '@/components/journey/invented.examples'
import { exampleOf, type Example } from '@/components/ui/example'
import type { Catalogue } from '@/lib/packets/route'
import type { Kit } from '@/lib/sentences/kit'

/** Choices that do not exist; `name` is written into each. */
function inventedCatalogue(name: string): Catalogue {
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
            reviewed: name,
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

/** The states of a component that shows all that can be picked, and more of it once our script runs. */
export function withInventedCatalogue(
  show: (catalogue: Catalogue, kit: Kit) => React.ReactNode,
): readonly Example[] {
  const example = exampleOf((name: string, kit) => show(inventedCatalogue(name), kit))
  return [
    example('as it comes, before our script', 'An example, not real'),
    example('all that it can show', 'An example, not real', { showsHidden: true }),
    example('long words', longName, { showsHidden: true }),
    example('right to left', rightToLeftName, { showsHidden: true, isRightToLeft: true }),
  ]
}
