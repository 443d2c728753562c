import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { stepHref, steps } from '@/lib/journey/steps'
import { hashSources } from '@/lib/server/build/build'
import { copyProject } from '@/tests/copy-project'
import { freePort } from '@/lib/server/process/free-port'
import { launch, untilReady, type Launched } from '@/tests/launcher'

const root = path.resolve(import.meta.dirname, '../..')
const fixture = path.join(root, 'tests/fixtures/third-condition')
const id = 'glass-thumb'

/** The project again, its content with the invented illness beside the real ones. */
function copyWithThird(to: string): void {
  copyProject(to)
  const content = path.join(to, 'prisma/content')
  fs.cpSync(path.join(fixture, id), path.join(content, id), { recursive: true })
  fs.appendFileSync(
    path.join(content, 'sources.yaml'),
    `\n${fs.readFileSync(path.join(fixture, 'sources.yaml'), 'utf8')}`,
  )
}

describe('a new condition needs no code', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'lantern-third-'))
  let lantern: Launched
  let url = ''
  let programs = { copy: '', own: '-' }
  const settings = {
    HOST: '127.0.0.1',
    DATABASE_URL: '',
    LANTERN_DATA: '',
    LANTERN_CONTENT: '',
    NODE_ENV: '',
  }

  beforeAll(async () => {
    copyWithThird(folder)
    // Before it starts: a start makes the fonts and browser modules in public/.
    programs = { copy: hashSources(folder), own: hashSources(root) }
    const port = await freePort()
    url = `http://127.0.0.1:${port}`
    lantern = launch({ ...settings, PORT: String(port) }, [], folder)
    await untilReady(lantern, url, 580_000)
  }, 600_000)

  afterAll(async () => {
    lantern.child.kill('SIGTERM')
    await lantern.ended
    fs.rmSync(folder, { recursive: true, force: true })
  }, 120_000) // a whole project and its build are removed, beside whatever else the machine does

  const open = async (address: string) => {
    const response = await fetch(`${url}${address}`)
    return { status: response.status, html: await response.text() }
  }

  test('the program is the same, file by file', () => {
    expect(programs.copy).toBe(programs.own)
  })

  for (const { id: step } of steps) {
    test(`its step "${step}" opens`, async () => {
      const { status, html } = await open(stepHref('en', id, step))
      expect(status).toBe(200)
      expect(html).toMatch(/<h1[^>]*>[^<]+<\/h1>/)
      expect(html).toContain(`/en/${id}/summary`)
    })
  }

  test('its decision shows both options and the figures of its study', async () => {
    const { status, html } = await open(`${stepHref('en', id, 'compare')}/which-plaster`)
    expect(status).toBe(200)
    const text = html.replaceAll(/<script[\s\S]*?<\/script>/g, '').replaceAll(/<[^>]+>/g, '')
    for (const words of [
      'My thumb feels like glass. Do I want a plaster?',
      'Carry on as now',
      '75 in 100', // 150 of 200 healed with a plaster
      '50 in 100', // 100 of 200 without
      'No study tested this by itself.',
    ])
      expect(text).toContain(words)
  })

  test('the proof of a question names its study', async () => {
    const { status, html } = await open(`${stepHref('en', id, 'compare')}/which-plaster/healed/studies`)
    expect(status).toBe(200)
    expect(html.replaceAll(/<[^>]+>/g, '')).toContain('Nobody N et al, 2001')
  })

  test('its cell products are asked about its own organ', async () => {
    for (const page of ['', '/thumb-cells']) {
      const { html } = await open(`${stepHref('en', id, 'stemCells')}${page}`)
      expect(html).toContain('Will my thumb work better?')
      expect(html).not.toMatch(/heart or liver work/i)
    }
  })

  test('its words, sources and first page know it, and a form is answered with a summary', async () => {
    expect((await open('/en')).html).toContain(`href="/en/${id}"`)
    expect((await open('/en/glossary')).html).toContain('An illness that was made up for a test.')
    expect((await open('/en/sources/test-only-thumb-trial')).status).toBe(200)
    const posted = await fetch(`${url}${stepHref('en', id, 'summary')}`, {
      method: 'POST',
      body: new URLSearchParams({ decision: 'which-plaster', own: 'my piano', lean: 'plaster' }),
    })
    expect(posted.status).toBe(200)
    expect(await posted.text()).toContain('my piano')
  })

  test('a text about it is recognised, with its own claim and a way to its pages', async () => {
    const posted = await fetch(`${url}/en/check-an-article`, {
      method: 'POST',
      body: new URLSearchParams({
        text: 'A clinic tells of a stem cell treatment for glass thumb. Within weeks of the stem cells, thumbs grow back, it says.',
      }),
    })
    expect(posted.status).toBe(200)
    const html = await posted.text()
    expect(html).toContain('The text seems to be about: Glass thumb (test only).')
    expect(html).toContain('A story says that thumbs grow back.')
    expect(html).toContain(`/en/${id}/stem-cells`)
    expect((await open('/en/check-an-article/kit')).html).toContain('thumbs-regrow')
  })

  test('its handouts are made and listed, and a packet can be made about it', async () => {
    const { html } = await open('/en/handouts')
    for (const name of ['about', 'worksheet', 'stem-cells', 'compare-which-plaster']) {
      const address = `/handouts/en/${id}/${name}-a4.pdf`
      expect(html).toContain(address)
      const file = new Uint8Array(await (await fetch(`${url}${address}`)).arrayBuffer())
      expect(Buffer.from(file.subarray(0, 5)).toString()).toBe('%PDF-')
    }
    for (const page of ['/en/clinicians/packet', '/p']) {
      const { status, html: form } = await open(page)
      expect(status).toBe(200)
      expect(form).toContain(id)
      expect(form).toContain('Glass thumb (test only)')
    }
  })

  test('the real conditions stay as they were, and an unknown one is still not found', async () => {
    const real = fs.readdirSync(path.join(root, 'prisma/content'), { withFileTypes: true })
    const ids = real
      .filter((entry) => fs.existsSync(path.join(root, 'prisma/content', entry.name, 'condition.yaml')))
      .map(({ name }) => name)
    expect(ids.length).toBeGreaterThan(1)
    for (const condition of ids) expect((await open(`/en/${condition}`)).status).toBe(200)
    expect((await open('/en/no-such-illness')).status).toBe(404)
  })

  // Here because this copy has a build of its own that may be harmed.
  test('a release that cannot be built leaves the pages of the one before, and no reader without a page', async () => {
    lantern.child.kill('SIGTERM')
    await lantern.ended
    const broken = path.join(folder, 'app/globals.css')
    fs.writeFileSync(broken, `${fs.readFileSync(broken, 'utf8')}\n@import 'no-such-file.css';`)
    const port = Number(new URL(url).port)
    lantern = launch({ ...settings, PORT: String(port) }, [], folder)
    const statuses = new Set<number>()
    const end = performance.now() + 240_000
    while (!lantern.output().includes('Lantern is open') && performance.now() < end) {
      const answer = await fetch(`${url}/en/${id}`).catch(() => null) // nobody listens in its first second
      if (answer) statuses.add(answer.status)
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    expect(lantern.output()).toContain('The pages could not be built')
    expect(lantern.output()).toContain('Keeping those of the release before')
    expect([...statuses]).toEqual([200])
    expect(fs.existsSync(path.join(folder, '.next.earlier'))).toBe(false)
    const posted = await fetch(`${url}${stepHref('en', id, 'summary')}`, {
      method: 'POST',
      body: new URLSearchParams({ decision: 'which-plaster', own: 'my piano' }),
    })
    expect(await posted.text()).toContain('my piano')
  }, 300_000)
})
