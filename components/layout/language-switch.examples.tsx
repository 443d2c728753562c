import { LanguageSwitch } from '@/components/layout/language-switch'
import { exampleOf, type Example } from '@/components/ui/example'

/** An example: the site has one language yet, so its own name stands for another one, not real. */
const example = exampleOf((form: React.ComponentProps<typeof LanguageSwitch>['form'], { t }) => (
  <LanguageSwitch locale="en" t={t} form={form} others={['en']} />
))

export const examples: readonly Example[] = [
  example('a page without answers', undefined),
  example('a page that holds answers: a link with our script, a button without', {
    id: 'example-form',
    conditionId: 'example',
    step: 'summary',
    otherLanguages: ['en'],
  }),
  example('a condition that the other language does not have', {
    id: 'example-form',
    conditionId: 'example',
    step: 'summary',
    otherLanguages: [],
  }),
]
