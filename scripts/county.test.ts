import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, inject, test } from 'vitest'
import { comeIn, hashLightly } from '../server/src/capabilities/access/access.factory.ts'
import { welcomeFirstPerson } from '../server/src/capabilities/access/index.ts'
import { scenario, stage } from '../server/test/scenario/scenario.ts'
import { loadCounty } from './county.mjs'

const COUNTY = '130924'

test(
  'a start killed while it was loading goes on, and the first person gets an account that is nobody’s',
  scenario(async ({ app, server }) => {
    hashLightly()
    const there = stage(app, server, Number(COUNTY))
    const url = await server.listen({ host: '127.0.0.1', port: 0 })
    const welcome = () => welcomeFirstPerson(app.kernel, Number(COUNTY), new Date())
    // What the loader had done when it was killed.
    await comeIn(there, (await welcome())?.code ?? '')
    expect(await welcome()).toBeNull()
    const dataFolder = mkdtempSync(join(tmpdir(), 'qunfang-county-'))
    const note = join(dataFolder, 'loaded.json')
    const key = `${createHash('sha256').update('here').digest('hex').slice(0, 16)}:${COUNTY}`
    writeFileSync(note, JSON.stringify({ [key]: { by: 'admin' } }))

    const env = { ...process.env, DATABASE_URL: inject('ownerUrl'), QUNFANG_DATA: inject('dataFolder') }
    await loadCounty({ url, env, dataFolder, identity: 'here', county: COUNTY, onStart: () => {} })
    expect(Date.parse(JSON.parse(readFileSync(note, 'utf8'))[key])).not.toBeNaN()
    rmSync(dataFolder, { recursive: true })
    const desk = await there.as.countyDesk()
    expect((await desk.get('/places/divisions?level=township')).body.items.length).toBeGreaterThan(5)
    const { body } = await there.as.nobody().post('/sign-in/welcome', { code: (await welcome())?.code })
    expect(body.me).toMatchObject({
      account: { signInName: 'admin' },
      secureFirst: ['password', 'second-factor'],
      security: { authenticator: false },
    })
  }),
  60_000,
)
