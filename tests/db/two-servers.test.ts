import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readSiteList } from '@/lib/server/build/export-site'
import { CreatedShare, ShareStatus } from '@/lib/sharing/schema'
import { freePort } from '@/lib/server/process/free-port'
import { launch, untilReady, withoutLimits, type Launched } from '@/tests/launcher'
import { encryptedFile, newManage, postJson } from '@/tests/share-kit'

/** Two Lanterns as `npm start` runs them on one PostgreSQL. The embedded database has one owner, so not there. */
describe.runIf(process.env.DATABASE_URL && process.env.LANTERN_TEST_DATABASE === 'server')(
  'two servers',
  () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'lantern-two-'))
    const servers: { url: string; launched: Launched }[] = []
    const start = async () => {
      const port = await freePort()
      const url = `http://127.0.0.1:${port}`
      const env = {
        ...withoutLimits,
        LANTERN_LIMIT_SHARES_PER_HOUR: '20',
        LANTERN_TRUST_PROXY: '1',
        LANTERN_DATA: folder,
        PORT: String(port),
        HOST: '127.0.0.1',
      }
      const launched = launch(env)
      servers.push({ url, launched })
      await untilReady(launched, url, 600_000) // the first one may have to build the pages
    }
    beforeAll(async () => {
      await start()
      await start()
    }, 900_000)
    afterAll(async () => {
      for (const { launched } of servers) launched.child.kill('SIGTERM')
      await Promise.all(servers.map(({ launched }) => launched.ended))
      fs.rmSync(folder, { recursive: true, force: true })
    })
    const urlOf = (at: number) => servers[at % 2]?.url ?? ''
    const from = (address: string) => ({ 'x-forwarded-for': address })

    test('both give the same pages and the same status under the same names', async () => {
      const list = readSiteList(path.resolve('.next'))
      const pages = Object.keys({ ...list?.pages, ...list?.live })
      const ask = async (at: number, address: string) => {
        const response = await fetch(`${urlOf(at)}${address}`)
        const body = await response.text()
        return { address, status: response.status, etag: response.headers.get('etag'), body }
      }
      expect(pages.length).toBeGreaterThan(30)
      // Every page, and the answers that come out of the database.
      for (const address of [...pages, '/api/sources/status', '/api/sources?offset=0']) {
        const first = await ask(0, address)
        expect(first).toMatchObject({ address, status: 200 })
        expect(await ask(1, address)).toEqual(first)
        if (address.startsWith('/api/sources?')) continue
        expect(first.etag, address).toBeTruthy()
        const again = { headers: { 'if-none-match': first.etag ?? '' } }
        expect((await fetch(`${urlOf(1)}${address}`, again)).status, address).toBe(304) // what one gave, the other knows
      }
    })

    test('a share made by one is opened, counted and taken back through the other', async () => {
      const { manage, manageHash } = newManage()
      const jwe = await encryptedFile()
      const body = { jwe, manageHash, days: 1 }
      const made = await Promise.all(
        [0, 1, 0, 1].map(async (at) => {
          const response = await postJson(`${urlOf(at)}/api/shares`, body, from('192.0.2.1'))
          return CreatedShare.parse(await response.json())
        }),
      )
      expect(new Set(made.map(({ id }) => id)).size).toBe(1) // a retry that reaches the other server is the same share
      const file = `/api/shares/${made[0]?.id}`
      const opened = await Promise.all(
        Array.from({ length: 200 }, async (_, at) => (await fetch(`${urlOf(at)}${file}`)).text()),
      )
      expect(new Set(opened)).toEqual(new Set([jwe]))
      for (const at of [0, 1]) {
        const status = await postJson(`${urlOf(at)}${file}/status`, { manage })
        expect(ShareStatus.parse(await status.json()).opens).toBe(200)
      }
      expect((await postJson(`${urlOf(0)}${file}/revoke`, { manage })).status).toBe(204)
      expect((await fetch(`${urlOf(1)}${file}`)).status).toBe(404)
    })

    test('20 shares an hour means 20 over both, for each address', async () => {
      const create = async (at: number, address: string) => {
        const body = { jwe: await encryptedFile(), manageHash: newManage().manageHash, days: 1 }
        return (await postJson(`${urlOf(at)}/api/shares`, body, from(address))).status
      }
      for (const address of ['192.0.2.2', '2001:db8:0:1::1']) {
        const made = await Promise.all(Array.from({ length: 30 }, (_, at) => create(at, address)))
        expect(made.filter((status) => status === 201)).toHaveLength(20)
        expect(made.filter((status) => status === 429)).toHaveLength(10)
      }
      expect(await create(0, '192.0.2.3')).toBe(201)
    })
  },
)
