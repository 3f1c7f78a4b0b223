import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { findActor } from '../../src/capabilities/access/index.ts'
import { aPassage, aTally, givenCheckpoint } from '../../src/capabilities/checkpoints/checkpoints.factory.ts'
import { recordPassages } from '../../src/capabilities/checkpoints/operations.ts'
import { open } from '../../src/kernel/seal.ts'
import { newId, type Reply, type Scenario, scenario } from '../scenario/scenario.ts'

const taken = { status: 409, body: { code: 'kernel.id-taken', resend: 'never' } }
const said = ({ status, body: { requestId: _, ...body } }: Reply) => ({ status, body })

async function hashOf({ inside }: Scenario, table: string): Promise<string> {
  const rows = await inside(
    ({ tx }) => tx`select t::text as row from ${tx(table)} t where county = (select kernel.app_county()) order by 1`,
  )
  return createHash('sha256').update(JSON.stringify(rows)).digest('hex')
}
const setAside = ({ inside }: Scenario) =>
  inside(
    ({ tx }) => tx<{ id: string; operation: string; claimed: string; body: Buffer }[]>`
    select id, operation, claimed_id as claimed, body from kernel.quarantine where county = (select kernel.app_county()) order by received_at`,
  )

test(
  'one id with two contents is refused, kept sealed for the desk, and the original stays as it was',
  scenario(async (stage) => {
    const { id, shift } = await givenCheckpoint(stage)
    const first = aPassage(id)
    await shift.post(`/checkpoints/${id}/passages`, first)
    const other = { ...first, temperatureC: 36.9 }
    expect(await shift.post(`/checkpoints/${id}/passages`, other)).toMatchObject(taken)
    const batch = await shift.post('/passages/batch', {
      items: [aPassage(id), { ...first, decision: 'medical' }, first],
    })
    expect(batch.body.verdicts).toMatchObject([
      { ok: true },
      { ok: false, problem: taken.body },
      { ok: true, receipt: { arrival: 'again' } },
    ])
    const aside = await setAside(stage)
    expect(aside.map(({ operation, claimed }) => [operation, claimed])).toEqual([
      ['checkpoints.passage.record', first.id],
      ['checkpoints.passage.record', first.id],
    ])
    expect(aside.map((row) => JSON.parse(open(row.body, `quarantine:${row.id}`)))).toMatchObject([
      { temperatureC: 36.9 },
      { decision: 'medical' },
    ])
    // Sent again and again, as a phone does that has not heard the answer: nothing more is put aside.
    await shift.post(`/checkpoints/${id}/passages`, other)
    expect(await setAside(stage)).toHaveLength(2)
    const [row] = await stage.inside(
      ({ tx }) => tx`select temperature_c::float8 as t from checkpoints.passage where id = ${first.id}`,
    )
    expect(row?.['t']).toBe(36.5)
    await stage.inside(async ({ tx }) => {
      const [kept] =
        await tx`select count(*)::int as n from checkpoints.passage where county = (select kernel.app_county())`
      expect(kept?.['n']).toBe(2)
    })
  }),
)

test(
  'the same number of one device with other content is refused the same way',
  scenario(async (stage) => {
    const { id, shift } = await givenCheckpoint(stage)
    const signedIn = await findActor(stage.app.kernel, shift.token)
    if (!signedIn) throw new Error('the shift is not signed in')
    const actor = { ...signedIn, deviceId: newId() }
    const meta = { requestId: 'r09', purpose: null, now: new Date(), clockOffsetMs: 0 }
    const first = aPassage(id, { deviceSeq: 7 })
    expect(await stage.app.gather.perform(recordPassages, actor, first, meta)).toMatchObject({
      ok: true,
      arrival: 'new',
    })
    const before = await hashOf(stage, 'checkpoints.passage')
    const verdict = await stage.app.gather.perform(
      recordPassages,
      actor,
      aPassage(id, { deviceSeq: 7, temperatureC: 37 }),
      meta,
    )
    expect(verdict).toMatchObject({ ok: false, problem: taken.body })
    expect(await stage.app.gather.perform(recordPassages, actor, first, meta)).toMatchObject({
      ok: true,
      arrival: 'again',
    })
    expect(await hashOf(stage, 'checkpoints.passage')).toBe(before)
    expect(await setAside(stage)).toHaveLength(1)
  }),
)

test(
  'the same records sent on many lines at the same moment are kept once, and every line hears so',
  scenario(async (stage) => {
    const { id, shift } = await givenCheckpoint(stage)
    const items = Array.from({ length: 50 }, () => aPassage(id))
    const lines = await Promise.all(
      Array.from({ length: 12 }, () => shift.post('/passages/batch', { items: items.toReversed() })),
    )
    const arrivals = lines.flatMap(({ body }) =>
      body.verdicts.map(({ receipt }: { receipt: { arrival: string } }) => receipt.arrival),
    )
    expect(arrivals.filter((arrival) => arrival === 'new')).toHaveLength(50)
    expect(arrivals.filter((arrival) => arrival === 'again')).toHaveLength(11 * 50)
    await stage.settle()
    const { body } = await shift.get(`/checkpoint-board?asOf=${encodeURIComponent('2020-02-06T08:00:00+08:00')}`)
    expect(body.total.screened).toBe(50)
  }),
)

test(
  'an id that another township holds gets the very answer of one that can be seen',
  scenario(async (stage) => {
    const east = await givenCheckpoint(stage, '100201')
    const west = await givenCheckpoint(stage, '101201')
    const theirs = aPassage(east.id)
    const ours = aPassage(west.id)
    await east.shift.post(`/checkpoints/${east.id}/passages`, theirs)
    await west.shift.post(`/checkpoints/${west.id}/passages`, ours)
    const before = await hashOf(stage, 'checkpoints.passage')
    const hidden = await west.shift.post(`/checkpoints/${west.id}/passages`, aPassage(west.id, { id: theirs.id }))
    const seen = await west.shift.post(`/checkpoints/${west.id}/passages`, { ...ours, temperatureC: 36.1 })
    expect(hidden).toMatchObject(taken)
    expect(JSON.stringify(said(hidden)).replaceAll(theirs.id, 'ID')).toBe(
      JSON.stringify(said(seen)).replaceAll(ours.id, 'ID'),
    )
    const same = await west.shift.post('/passages/batch', { items: [{ ...theirs, checkpointId: west.id }] })
    expect(same.body.verdicts).toMatchObject([{ ok: false, problem: taken.body }])
    expect(await hashOf(stage, 'checkpoints.passage')).toBe(before)
    const tally = aTally(east.id)
    await east.shift.post('/tallies/batch', { items: [tally] })
    const stolen = await west.shift.post('/tallies/batch', { items: [{ ...tally, checkpointId: west.id }] })
    expect(stolen.body.verdicts).toMatchObject([{ ok: false, problem: taken.body }])
    // Three and not four: the second of these said what the first had said.
    expect(await setAside(stage)).toHaveLength(3)
  }),
)

test(
  'single operations put aside what they refuse, though their transaction is gone',
  scenario(async (stage) => {
    const { id, shift } = await givenCheckpoint(stage)
    const day = { id: newId(), recordedAt: '2020-02-05T08:00:00+08:00', members: 4 }
    await shift.post(`/checkpoints/${id}/shifts`, day)
    const before = await hashOf(stage, 'checkpoints.shift')
    expect(await shift.post(`/checkpoints/${id}/shifts`, { ...day, members: 5 })).toMatchObject(taken)
    expect(await hashOf(stage, 'checkpoints.shift')).toBe(before)
    expect(await setAside(stage)).toMatchObject([{ operation: 'checkpoints.shift.open', claimed: day.id }])
  }),
)

test(
  'the desk sees that something was put aside, when and by whom, and never what it said',
  scenario(async (stage) => {
    const { id, shift, division } = await givenCheckpoint(stage)
    const first = aPassage(id)
    await shift.post(`/checkpoints/${id}/passages`, first)
    await shift.post(`/checkpoints/${id}/passages`, { ...first, temperatureC: 36.9 })
    const { body } = await (await stage.as.countyDesk()).get('/quarantine')
    expect(body.items).toHaveLength(1)
    expect(Object.keys(body.items[0]).sort()).toEqual([
      'accountId',
      'claimedId',
      'deviceId',
      'division',
      'id',
      'operation',
      'receivedAt',
    ])
    expect(body.items[0]).toMatchObject({ claimedId: first.id, division, operation: 'checkpoints.passage.record' })
    expect(await shift.get('/quarantine')).toMatchObject({ status: 403 })
  }),
)
