/** `npm run licences`: writes docs/for-hospitals/licences.md from package-lock.json. A unit test compares the two. */
import fs from 'node:fs'
import { licencesText, LockFile } from '@/lib/commands/licences'

const file = 'docs/for-hospitals/licences.md'
fs.writeFileSync(file, licencesText(LockFile.parse(JSON.parse(fs.readFileSync('package-lock.json', 'utf8')))))
console.log(`wrote ${file}`)
