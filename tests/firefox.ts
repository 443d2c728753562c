/**
 * The way of one person in Firefox: reads a page, answers, sees the summary, prints it, leaves quickly and goes Back.
 * Playwright drives only a Firefox of its own, which cannot be had everywhere; this one drives the ordinary one by WebDriver
 * BiDi (w3.org/TR/webdriver-bidi), which Firefox speaks over a WebSocket. Run by `.ci/run`:
 * `npm run test:firefox` (the flag: Node.js 20). Firefox is LANTERN_FIREFOX, else
 * the one that is here, else Debian's. Where none can be had or none starts, it says so and ends well.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { sectionHref, stepHref } from '@/lib/journey/steps'
import { startLantern } from '@/tests/bench/running'
import { installFromDebian } from '@/tests/debian'
import { t } from '@/tests/e2e/words'
import { flat, readPdfFile } from '@/tests/pdf-file'

const word = 'quietharbour'

function findFirefox(): string | null {
  const installed = [
    '/usr/bin/firefox-esr',
    '/usr/bin/firefox',
    '/Applications/Firefox.app/Contents/MacOS/firefox',
  ]
  const find = () =>
    [process.env.LANTERN_FIREFOX, ...installed].find((file) => file && fs.existsSync(file)) ?? null
  if (!find()) installFromDebian(['firefox-esr'], 4 * 60_000)
  return find()
}

type Said = {
  id?: number
  type: string
  method?: string
  error?: string
  message?: string
  result?: unknown
  params?: unknown
}
type Evaluated = { type: string; result?: { value?: unknown }; exceptionDetails?: { text: string } }

/** Milliseconds for one command, and for what is waited for: a busy machine. */
const longest = 60_000

/** A line to the browser: commands by number, events as they come. */
async function connect(address: string, onEvent: (method: string, params: unknown) => void) {
  const socket = new WebSocket(address)
  const waiting = new Map<number, (said: Said) => void>()
  let asked = 0
  socket.addEventListener('message', ({ data }) => {
    const said = JSON.parse(String(data)) as Said
    if (said.id !== undefined) waiting.get(said.id)?.(said)
    else if (said.method) onEvent(said.method, said.params)
  })
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve)
    socket.addEventListener('error', () => reject(new Error(`Firefox does not answer at ${address}`)))
  })
  const send = <Result>(method: string, params: object): Promise<Result> =>
    new Promise((resolve, reject) => {
      const id = (asked += 1)
      const timer = setTimeout(() => reject(new Error(`${method}: no answer`)), longest)
      waiting.set(id, (said) => {
        clearTimeout(timer)
        waiting.delete(id)
        if (said.type === 'success') resolve(said.result as Result)
        else reject(new Error(`${method}: ${said.error} ${said.message}`))
      })
      socket.send(JSON.stringify({ id, method, params }))
    })
  return { send, close: () => socket.close() }
}

/** Starts Firefox without a window on a profile of its own; the address of its line. */
function startFirefox(program: string, profile: string): Promise<{ child: ChildProcess; address: string }> {
  const args = [
    '--headless',
    '--no-remote',
    '--profile',
    profile,
    '--remote-debugging-port',
    '0',
    'about:blank',
  ]
  const child = spawn(program, args, {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, MOZ_HEADLESS: '1' },
  })
  return new Promise((resolve, reject) => {
    let said = ''
    const timer = setTimeout(() => reject(new Error(`Firefox did not start:\n${said}`)), 2 * longest)
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString('utf8')
      const address = /WebDriver BiDi listening on (ws:\/\/\S+)/.exec(said)?.[1]
      if (!address) return
      clearTimeout(timer)
      resolve({ child, address })
    })
    child.once('exit', (code) => reject(new Error(`Firefox ended with ${code}:\n${said}`)))
  })
}

/** What a person does in one tab of the browser, and what is seen there. */
function fingersIn(line: Awaited<ReturnType<typeof connect>>, context: string, home: string) {
  const evaluate = async (expression: string): Promise<unknown> => {
    const { type, result, exceptionDetails } = await line.send<Evaluated>('script.evaluate', {
      expression,
      target: { context },
      awaitPromise: true,
    })
    if (type !== 'success') throw new Error(`${expression}: ${exceptionDetails?.text}`)
    return result?.value
  }
  const until = async (what: string, expression: string): Promise<void> => {
    const end = performance.now() + longest
    for (;;) {
      // The page may be on its way.
      if ((await evaluate(expression).catch(() => false)) === true) return console.log(`  ${what}`)
      if (performance.now() > end)
        throw new Error(
          `Not so: ${what}. The page says: ${String(await evaluate('document.body.innerText.slice(0, 400)'))}`,
        )
      await new Promise((resolve) => setTimeout(resolve, 200))
    }
  }
  const open = (to: string) =>
    line.send('browsingContext.navigate', { context, url: `${home}${to}`, wait: 'complete' })
  const press = async (selector: string): Promise<void> => {
    const { nodes } = await line.send<{ nodes: { sharedId: string }[] }>('browsingContext.locateNodes', {
      context,
      locator: { type: 'css', value: selector },
    })
    const origin = { type: 'element', element: { sharedId: nodes[0]?.sharedId } }
    const pointer = [
      { type: 'pointerMove', x: 0, y: 0, origin },
      { type: 'pointerDown', button: 0 },
      { type: 'pointerUp', button: 0 },
    ]
    const tap = {
      context,
      actions: [{ type: 'pointer', id: 'finger', parameters: { pointerType: 'touch' }, actions: pointer }],
    }
    for (let turn = 1; ; turn += 1) {
      await evaluate(
        `document.querySelector(${JSON.stringify(selector)}).scrollIntoView({ block: 'center', behavior: 'instant' })`,
      )
      const error: unknown = await line.send('input.performActions', tap).then(
        () => null,
        (reason: unknown) => reason,
      )
      if (!error) return
      // What comes late may move the page between the two commands: then nothing was pressed.
      if (turn === 5 || !String(error).includes('out of bounds')) throw error
    }
  }
  const type = (text: string) =>
    line.send('input.performActions', {
      context,
      actions: [
        {
          type: 'key',
          id: 'keys',
          actions: [...text].flatMap((value) => [
            { type: 'keyDown', value },
            { type: 'keyUp', value },
          ]),
        },
      ],
    })
  return { evaluate, until, open, press, type }
}

async function tryInFirefox(address: string, home: string): Promise<void> {
  const errors: string[] = []
  const strangers: string[] = []
  const line = await connect(`${address}/session`, (method, params) => {
    if (method === 'log.entryAdded') {
      const { level, text, type } = params as { level: string; text: string; type: string }
      if (level === 'error' && type === 'javascript') errors.push(text)
    }
    const url = (params as { request?: { url?: string } }).request?.url
    if (url?.startsWith('http') && !url.startsWith(`${home}/`)) strangers.push(url)
  })
  const { capabilities } = await line.send<{ capabilities: { browserVersion: string } }>('session.new', {
    capabilities: {},
  })
  await line.send('session.subscribe', { events: ['log.entryAdded', 'network.beforeRequestSent'] })
  const { contexts } = await line.send<{ contexts: { context: string }[] }>('browsingContext.getTree', {})
  const context = contexts[0]?.context ?? ''

  const { evaluate, until, open, press, type } = fingersIn(line, context, home)
  console.log(`Firefox ${capabilities.browserVersion}`)
  await open('/en/heart-failure')
  await until(
    'a page is read: one heading, the emergency signs, no clinician has reviewed it',
    `document.querySelectorAll('h1').length === 1 && document.body.innerText.includes(${JSON.stringify(t('site.notReviewed'))})`,
  )
  await open(sectionHref('en', 'heart-failure', 'tests'))
  await press('a.term')
  const at = String(await evaluate('String(scrollY)'))
  await until(
    'a marked word opens over the foot of the screen, takes the focus, and the page stays where it was',
    `document.activeElement.matches('.word:target') && String(scrollY) === '${at}' &&
      Math.abs(document.activeElement.getBoundingClientRect().bottom - innerHeight) < 1`,
  )
  await press('.word:target > a')
  await until(
    '“Close” leads back to the word, and the way back holds no step of it',
    `document.activeElement.matches('a.term') && String(scrollY) === '${at}' && location.hash === ''`,
  )
  await open(stepHref('en', 'heart-failure', 'matters'))
  await until('our module runs', `document.documentElement.classList.contains('js')`)
  await press('textarea[name=own]')
  await type(`My garden in ${word}`)
  await press('input[type=radio]')
  await until(
    'words and a tick are given',
    `document.querySelector('textarea[name=own]').value === 'My garden in ${word}' && document.querySelector('input[type=radio]').checked`,
  )
  await open(stepHref('en', 'heart-failure', 'summary'))
  await until(
    'the summary holds them',
    `document.querySelector('article.summary').innerText.includes('${word}')`,
  )

  const { data } = await line.send<{ data: string }>('browsingContext.print', {
    context,
    page: { width: 21, height: 29.7 },
  })
  const { sheets } = await readPdfFile(Uint8Array.from(Buffer.from(data, 'base64')))
  const printed = flat(sheets.join(' '))
  for (const wanted of [word, flat(t('site.notReviewed'))])
    if (!printed.includes(wanted)) throw new Error(`The print of ${sheets.length} sheets lacks “${wanted}”`)
  if (printed.includes(flat(t('leave.link')))) throw new Error('“Leave quickly” is on the print')
  if (sheets.length > 2) throw new Error(`The summary takes ${sheets.length} sheets`)
  console.log(`  it prints on ${sheets.length} sheets`)

  await press('a[href="/en/leave"]')
  await until(
    'it is left quickly',
    `document.querySelector('h1').innerText === ${JSON.stringify(t('leave.title'))}`,
  )
  await line.send('browsingContext.traverseHistory', { context, delta: -1 })
  await until(
    'Back shows no word and no tick',
    `location.pathname.endsWith('/what-matters') && document.querySelector('textarea[name=own]').value === '' &&
      document.querySelector('input:checked') === null && !document.documentElement.outerHTML.includes('${word}')`,
  )
  // The time of the last forgetting may stand in the tab, too (lib/kept-here.ts); nothing else.
  const kept = await evaluate(
    `JSON.stringify(Object.entries({ ...sessionStorage }).filter(([key]) => key !== 'lantern-forgotten'))`,
  )
  if (kept !== '[]') throw new Error(`The tab kept ${String(kept)}`)
  if (errors.length > 0) throw new Error(`Errors in pages: ${errors.join('; ')}`)
  if (strangers.length > 0) throw new Error(`Somebody else was asked: ${strangers.join(' ')}`)
  console.log('  no error of a script, and nobody else was asked')
  line.close()
}

const program = findFirefox()
if (!program) console.log('Firefox: not tried, there is none here and none could be installed')
else {
  const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'lantern-firefox-'))
  const lantern = await startLantern()
  let firefox: ChildProcess | null = null
  try {
    // One that does not start is this machine's matter (a user without a home, a missing library), not Lantern's.
    const started = await startFirefox(program, profile).catch((error: Error) => {
      console.log(`Firefox: not tried. ${error.message}`)
      return null
    })
    firefox = started?.child ?? null
    if (started) await tryInFirefox(started.address, lantern.url)
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  } finally {
    firefox?.removeAllListeners('exit')
    firefox?.kill('SIGKILL')
    await lantern.stop()
    fs.rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
  }
}
