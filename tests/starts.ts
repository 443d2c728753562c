/**
 * Starts Lantern as a person does, with a data folder of its own, asks it for a page, a check of an article and a PDF,
 * and stops it: whether the Node.js that runs this can carry it. Ends with 1 when something is not as it should be.
 */
import { startLantern } from '@/tests/bench/running'

const lantern = await startLantern({ DATABASE_URL: '', LANTERN_CONTACT: '' })
const { url } = lantern
try {
  const text = 'One injection of stem cells cures heart failure. Book your place today.'
  const form = (fields: Record<string, string>) => ({ method: 'POST', body: new URLSearchParams(fields) })
  const asked: [string, RequestInit, string][] = [
    ['/en/heart-failure', {}, 'text/html'],
    ['/en/check-an-article', form({ text }), 'text/html'],
    ['/en/heart-failure/summary', form({ own: 'My garden' }), 'text/html'],
    [
      '/api/summary/pdf',
      form({ condition: 'heart-failure', locale: 'en', own: 'My garden' }),
      'application/pdf',
    ],
  ]
  for (const [address, init, type] of asked) {
    const response = await fetch(url + address, { ...init, headers: { origin: url } })
    const said = `${response.status} ${response.headers.get('content-type')}`
    console.log(`Node.js ${process.version}: ${address} ${said}`)
    if (!response.ok || !said.includes(type)) process.exitCode = 1
  }
  // One line, once, while nobody is named who can be told of a weakness.
  const warned = lantern.output().split('set LANTERN_CONTACT').length - 1
  console.log(`Node.js ${process.version}: the start warned ${warned} time(s) that nobody can be told`)
  if (warned !== 1) process.exitCode = 1
} catch (error) {
  console.error(error)
  process.exitCode = 1
} finally {
  await lantern.stop()
  const code = await lantern.ended
  if (code !== 0) console.error(`It ended with ${code}:\n${lantern.output()}`)
  if (code !== 0) process.exitCode = 1
}
