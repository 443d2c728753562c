import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import messages from '@/lib/texts/messages.en.json'
import {
  classesIn,
  unusedClasses,
  unusedKeys,
  unusedNames,
  usedStrings,
  type UsedStrings,
} from '@/tests/used-strings'

const listed = (...patterns: string[]) =>
  execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', ...patterns])
    .toString()
    .split('\n')
    .filter((file) => file !== '' && fs.existsSync(file))

const code = listed('app', 'components', 'lib', 'prisma').filter(
  (file) => /\.tsx?$/.test(file) && !/\.examples\.tsx$/.test(file),
)

/** Groups that parts of the site get whole and read by the name alone; with the files that may read them. */
const wholeGroups = [
  { group: 'drawings', readers: /drawings/ },
  { group: 'sharing', readers: /sharing|share|summary\/exports|\(links\)|lib\/browser/ },
  { group: 'articleCheck.report', readers: /claims|article|warning-signs/ },
]

const keysOf = (value: object, path = ''): string[] =>
  Object.entries(value).flatMap(([key, inner]: [string, unknown]) =>
    typeof inner === 'object' && inner !== null ? keysOf(inner, `${path}${key}.`) : [`${path}${key}`],
  )

let used: UsedStrings[]
// Reads all the code with its types.
beforeAll(() => {
  used = usedStrings(code, process.cwd())
}, 240_000)

/** Keys that nothing uses, whether by the whole key or, in a group that is handed over whole, by its name. */
function unusedMessages(keys: readonly string[]): string[] {
  return unusedKeys(keys, used).filter((key) => {
    const whole = wholeGroups.find(({ group }) => key.startsWith(`${group}.`))
    if (!whole) return true
    const readers = used.filter(({ file }) => whole.readers.test(file))
    const parts = key.slice(whole.group.length + 1).split('.')
    return unusedNames(parts.slice(-1), readers).length > 0
  })
}

describe('interface words that nobody reads', () => {
  test('every message is used', () => {
    expect(unusedMessages(keysOf(messages))).toEqual([])
  })

  test('an invented message is found, whatever group it is in', () => {
    const invented = ['steps.flyAway', 'matters.flyAway', 'sharing.flyAway', 'articleCheck.report.flyAway']
    expect(unusedMessages(['site.name', ...invented])).toEqual(invented)
  })

  test('a key made of two pieces is used when the types of its gap allow it', () => {
    expect(unusedMessages(['steps.condition', 'steps.conditions'])).toEqual(['steps.conditions'])
  })
})

describe('classes that nothing wears', () => {
  const sheets = listed('app/styles/*.css', 'app/*.css').map((file) => ({
    file,
    classes: classesIn(fs.readFileSync(file, 'utf8')),
  }))

  test.each(sheets)('every class of $file is given to something', ({ classes }) => {
    expect(unusedClasses(classes, used)).toEqual([])
  })

  test('an invented class is found, in any selector', () => {
    const css =
      '.study > .fly-away:hover, .status-fly::before { margin: 0.5rem } @media print { .flown { color: red } }'
    expect(unusedClasses(classesIn(css), used)).toEqual(['fly-away', 'status-fly', 'flown'])
  })

  test.each(listed('*.module.css'))('every class of %s is read by a component', (file) => {
    const name = file.split('/').at(-1) ?? ''
    const readers = used.filter(({ file: reader }) => fs.readFileSync(reader, 'utf8').includes(name))
    const classes = classesIn(fs.readFileSync(file, 'utf8').replace(/:global\([^)]*\)/g, ''))
    expect(unusedNames(classes, readers)).toEqual([])
    expect(unusedNames([...classes, 'flyAway'], readers)).toEqual(['flyAway'])
  })
})
