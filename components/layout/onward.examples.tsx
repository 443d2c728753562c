import { Onward } from '@/components/layout/onward'
import { exampleOf, type Example } from '@/components/ui/example'
import { steps } from '@/lib/journey/steps'

/** An invented illness: the ways lead nowhere. */
const example = exampleOf((step: React.ComponentProps<typeof Onward>['step'], { t, locale }) => (
  <Onward locale={locale} t={t} conditionId="example" step={step} />
))

export const examples: readonly Example[] = [
  ...steps.map(({ id }) => example(`the foot of the step: ${id}`, id)),
  example('right to left', 'compare', { isRightToLeft: true }),
  {
    name: 'with a way on of its own',
    show: ({ t, locale }) => (
      <Onward locale={locale} t={t} conditionId="example" step="matters">
        <a className="go" href="#example">
          An example of the way on
        </a>
      </Onward>
    ),
  },
]
