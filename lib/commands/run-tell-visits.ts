/** The child of tell-visits.ts: `server-only` modules need Node's react-server condition. Exit code 1: no such clinic. */
import { getClinic, listVisitCounts } from '@/lib/clinics/data'
import { fewestTold, toldCounts } from '@/lib/clinics/visit-counts'
import { db } from '@/lib/db/client'
import { afterAnswers, afterQuestions } from '@/lib/summary/after-visit'
import { sourceLocale, translator } from '@/lib/texts/translate'

const t = translator(sourceLocale)
const clinic = getClinic(process.argv[2] ?? '')
if (!clinic) {
  console.error(`No profile has the id “${process.argv[2] ?? ''}”; see docs/how-to/be-a-clinic.md.`)
  process.exitCode = 1
} else {
  if (!clinic.counts) console.log('Its page does not ask: the profile has no “counts: true”.')
  const told = toldCounts(await listVisitCounts(clinic.id), afterAnswers)
  if (told.length === 0) console.log(`Fewer than ${fewestTold} people have answered each question.`)
  for (const id of afterQuestions) {
    const count = told.find(({ question }) => question === id)
    if (!count) continue
    const { people, answers } = count
    const parts = answers
      ? afterAnswers.map((answer) => `${t(`visit.answer.${answer}`)} ${answers[answer] ?? 0}`).join(', ')
      : `one of the answers was given by fewer than ${fewestTold}, so they are not told apart`
    console.log(`${t(`visit.asked.${id}`)}  ${people} people: ${parts}`)
  }
}
await db.$disconnect()
