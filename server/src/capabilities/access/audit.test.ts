import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { scenario } from '../../../test/scenario/scenario.ts'
import { recordAudit } from '../../kernel/audit.ts'
import { A_PASSWORD, hashLightly, makeColleague } from './access.factory.ts'

test(
  'what was done can be read by those who answer for it, newest first, and reading is recorded too',
  scenario(async ({ as, county, settle }) => {
    const admin = await as.role('administrator')
    const officer = await makeColleague(admin, { role: 'township-officer', division: `${county}100` })
    await settle()
    const auditor = await as.role('auditor')
    const { items } = (await auditor.get('/audit')).body
    expect(items[0]).toMatchObject({
      operation: 'access.account.make',
      subject: officer.id,
      role: 'administrator',
      seq: expect.any(Number),
      note: { seats: 1, roles: 'township-officer' },
    })
    expect((await auditor.get('/audit')).body.items[0]).toMatchObject({
      operation: 'access.audit.list',
      role: 'auditor',
      seq: null,
    })
    const desk = await as.countyDesk()
    const asked = `/audit?operation=access.account.make&subject=${officer.id}`
    const at = encodeURIComponent(items[0].at)
    expect((await desk.get(asked)).body.items).toHaveLength(1)
    expect((await desk.get(`${asked}&since=${at}`)).body.items).toHaveLength(1)
    expect((await desk.get(`${asked}&until=${at}`)).body.items, 'until is the moment before').toEqual([])
    expect(
      (await desk.get(`${asked}&since=${encodeURIComponent(new Date(Date.now() + 1000).toISOString())}`)).body.items,
    ).toEqual([])
  }),
)

test(
  'failed sign-ins are kept with the account they were aimed at, and never the password',
  scenario(async ({ as, county, inside }) => {
    hashLightly()
    const admin = await as.role('administrator')
    const cadre = await makeColleague(admin, {
      role: 'village-cadre',
      division: `${county}100207`,
      password: A_PASSWORD,
    })
    await as.nobody().post('/sign-in', { county, name: cadre.signInName, password: 'a wrong guess' })
    await as.nobody().post('/sign-in', { county, name: cadre.signInName, password: A_PASSWORD })
    const { items } = (await admin.get(`/audit?subject=${cadre.id}&operation=access.session.sign-in`)).body
    expect(items).toMatchObject([
      { actorKind: 'anonymous', note: { outcome: 'signed-in' } },
      { actorKind: 'anonymous', count: 0, note: { refused: 'access.sign-in-refused' } },
    ])
    const kept = await inside((ctx) => ctx.tx`select * from kernel.audit_inbox where county = ${county}`)
    expect(JSON.stringify(kept)).not.toMatch(/a wrong guess|snow on the river/)
  }),
)

test(
  'who looked at a person is found among everything else, page by page',
  scenario(async ({ as, county, inside }) => {
    const person = randomUUID()
    await inside(async (ctx) => {
      for (let look = 0; look < 7; look++) {
        const at = new Date(ctx.now.getTime() + look)
        await recordAudit({ ...ctx, now: at, purpose: 'home-visit' }, 'people.unmask', {
          subject: person,
          division: `${county}100`,
        })
        await recordAudit({ ...ctx, now: at }, 'people.unmask', { subject: randomUUID(), division: `${county}100` })
      }
    })
    const auditor = await as.role('auditor')
    const found: string[] = []
    let next: string | null = ''
    while (next !== null) {
      const query = `limit=3${next ? `&after=${encodeURIComponent(next)}` : ''}`
      const { body } = await auditor.get(`/audit/persons/${person}?${query}`)
      found.push(
        ...body.items
          .filter(({ operation }: { operation: string }) => operation === 'people.unmask')
          .map(({ at }: { at: string }) => at),
      )
      next = body.next
    }
    expect(found).toHaveLength(7)
    expect(found).toEqual([...found].sort().reverse())
  }),
)

test(
  'another county, a township and the field read none of it',
  scenario(async ({ as, county }) => {
    await makeColleague(await as.role('administrator'), { role: 'township-officer', division: `${county}100` })
    for (const role of ['township-officer', 'village-cadre', 'supplies-keeper'] as const) {
      const division = role === 'village-cadre' ? `${county}100207` : `${county}100`
      expect((await (await as.role(role, { division })).get('/audit')).status, role).toBe(403)
    }
    expect((await as.nobody().get('/audit')).status).toBe(401)
  }),
)

test(
  'whoever asks about another township is on record at home, and writes nothing into the audit of the other',
  scenario(async ({ as, county, settle }) => {
    const officer = await as.role('township-officer', { division: `${county}100` })
    const asked = await officer.get(`/households?division=${county}101`, { purpose: 'supervision' })
    const home = await officer.get(`/households?division=${county}101`, { purpose: 'home-visit' })
    expect([asked.status, home.status]).toEqual([403, 200])
    await settle()
    const auditorAt = async (division: string) => (await as.role('auditor', { division })).get('/audit')
    const seen = async (division: string) =>
      (await auditorAt(division)).body.items.filter((one: { operation: string }) => one.operation.includes('household'))
    expect(await seen(`${county}100`)).toHaveLength(1)
    expect(await seen(`${county}101`)).toEqual([])
  }),
)
