import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { type Client, newId, type Scenario, scenario } from '../../../test/scenario/scenario.ts'
import { aPassage, givenCheckpoint } from '../../capabilities/checkpoints/checkpoints.factory.ts'
import { aSealed, aSealedToProve, sealBytes } from './sealed.factory.ts'

const RECORD = 'checkpoints.passage.record'
const now = () => new Date().toISOString()

async function aShift(stage: Scenario) {
  const post = await givenCheckpoint(stage)
  const me = (await post.shift.get('/me')).body
  const by = me.account.id as string
  const written = (given: Parameters<typeof aPassage>[1] = {}, more: { at?: string; aheadMs?: number } = {}) => {
    const content = aPassage(post.id, { recordedAt: now(), ...given }) as Record<string, unknown>
    return aSealed({ operation: RECORD, token: post.shift.token, by, content, ...more }, { id: String(content['id']) })
  }
  const carry = (items: unknown[], more: object = {}) =>
    stage.as.nobody().post('/sync/sealed', { county: stage.county, items, ...more })
  const passages = async (): Promise<Array<{ id: string; occurredAt: string }>> =>
    (await (await stage.as.countyDesk()).get(`/checkpoints/${post.id}/passages?limit=200`)).body.items
  return { post, me, by, written, carry, passages }
}

const quarantine = async (stage: Scenario) => (await (await stage.as.countyDesk()).get('/quarantine')).body.items

test(
  'whoever brings it, a sealed record arrives once and in its author’s name',
  scenario(async (stage) => {
    const { by, written, carry, passages } = await aShift(stage)
    const items = [await written(), await written({ temperatureC: 38.9 })]
    const first = await carry(items)
    expect(first).toMatchObject({ status: 201, body: { epoch: expect.any(String), position: expect.any(Number) } })
    expect(first.body.verdicts).toMatchObject([
      { id: items[0]?.id, ok: true, receipt: { arrival: 'new', said: { fever: false } } },
      { id: items[1]?.id, ok: true, receipt: { arrival: 'new', said: { fever: true } } },
    ])
    const second = await carry(items)
    expect(second.body.verdicts.map((one: { receipt: { arrival: string } }) => one.receipt.arrival)).toEqual([
      'again',
      'again',
    ])
    expect(await passages()).toHaveLength(2)
    const rows = await stage.inside(({ tx }) =>
      tx<{ by: string }[]>`select recorded_by as by from checkpoints.passage where county = ${stage.county}`.execute(),
    )
    expect(rows.map((row) => row.by)).toEqual([by, by])
  }),
)

test(
  'a damaged one, one for another key, one for another record, a kind and a form of a newer app wait; the rest goes through',
  scenario(async (stage) => {
    const { post, by, written, carry, passages } = await aShift(stage)
    const good = await written()
    const [damaged, swapped, strange, newer] = [await written(), await written(), newId(), newId()]
    const bytes = Buffer.from(damaged.sealed, 'base64')
    bytes[bytes.length - 3] = (bytes[bytes.length - 3] ?? 0) ^ 1
    const other = { id: '00'.repeat(8), publicKey: (await stage.as.nobody().get('/sync/key')).body.publicKey }
    const token = post.shift.token
    const kind = await aSealed({ operation: 'checkpoints.dream.record', token, by, content: {} }, { id: strange })
    const form = aPassage(post.id, { id: newer, recordedAt: now() })
    const sent = [
      { id: damaged.id, sealed: bytes.toString('base64') },
      { id: newId(), sealed: swapped.sealed },
      await aSealed({ operation: RECORD, token, by, content: aPassage(post.id) }, { key: other }),
      kind,
      await aSealed({ operation: RECORD, token, by, content: { ...form, mood: 'calm' } }, { id: newer }),
      { id: newId(), sealed: '' },
      good,
    ]
    const { body } = await carry(sent)
    expect(body.verdicts.map((one: { problem?: { code: string } }) => one.problem?.code ?? 'taken')).toEqual([
      'sync.seal-broken',
      'sync.seal-broken',
      'sync.key-unknown',
      'sync.operation-unknown',
      'sync.form-unknown',
      'sync.seal-broken',
      'taken',
    ])
    const waiting = body.verdicts.slice(0, -1)
    expect(waiting.every((one: { problem: { resend: string } }) => one.problem.resend === 'later')).toBe(true)
    expect(await passages()).toHaveLength(1)
  }),
)

test(
  'what a record says wrongly is refused for good, with the field and the reason in both languages',
  scenario(async (stage) => {
    const { written, carry } = await aShift(stage)
    const { body } = await carry([await written({ temperatureC: 52 }), await written({ decision: 'refused' })])
    expect(body.verdicts).toMatchObject([
      { ok: false, problem: { code: 'kernel.input-invalid', resend: 'never', fields: [{ path: 'temperatureC' }] } },
      {
        ok: false,
        problem: {
          code: 'checkpoints.reason-needed',
          resend: 'never',
          text: { zh: expect.stringMatching(/\p{Script=Han}/u) },
        },
      },
    ])
  }),
)

test(
  'rights lost while offline destroy nothing: written before it is taken, written after it is put aside for the desk',
  scenario(async (stage) => {
    const { me, written, carry, passages } = await aShift(stage)
    const admin = await stage.as.role('administrator')
    const before = await written({}, { at: now() })
    const seats = (await admin.get(`/access/seats?division=${me.division}`)).body.items
    const [{ occupancyId }] = seats.find((one: { id: string }) => one.id === me.seat.id).occupants
    expect((await admin.post(`/access/occupancies/${occupancyId}/end`, {})).status).toBeLessThan(300)
    const after = await written({}, { at: new Date(Date.now() + 5).toISOString() })
    // Nobody at this phone answers for a session that has ended, so both wait for a person; nothing is refused away.
    const unvouched = await carry([before, after])
    expect(unvouched.body.verdicts.map((one: { problem: { code: string } }) => one.problem.code)).toEqual([
      'sync.put-aside',
      'sync.put-aside',
    ])
    expect((await quarantine(stage)).map((one: { claimedId: string }) => one.claimedId).sort()).toEqual(
      [before.id, after.id].sort(),
    )
    expect(await carry([before, after])).toMatchObject({ status: 201 })
    expect(await quarantine(stage)).toHaveLength(2)
    expect(await passages()).toEqual([])
  }),
)

test(
  'the phone itself answers for what its people wrote while they still held the seat',
  scenario(async (stage) => {
    const post = await givenCheckpoint(stage)
    const admin = await stage.as.role('administrator')
    const invited = await admin.post('/access/devices/invite', { division: post.division, label: '一号机' })
    const phone = (await stage.as.nobody().post('/access/devices/enrol', { code: invited.body.code })).body
    expect(phone.fieldKey).toEqual((await stage.as.nobody().get('/sync/key')).body)
    const seats = [{ division: post.division, role: 'checkpoint-shift', placeId: post.id }]
    const signInName = `w${newId().slice(0, 8)}`
    const asked = { division: post.division, signInName, name: '守卡', seats, password: 'snow on the river' }
    const { account } = (await admin.post('/access/accounts', asked)).body
    const given = {
      county: stage.county,
      name: signInName,
      password: 'snow on the river',
      deviceToken: phone.deviceToken,
    }
    const { token, me } = (await stage.as.nobody().post('/sign-in', given)).body
    const write = (at: string) =>
      aSealed({ operation: RECORD, token, by: me.account.id, at, content: aPassage(post.id, { recordedAt: at }) })
    const before = await write(now())
    expect((await admin.post(`/access/accounts/${account.id}/close`, {})).status).toBeLessThan(300)
    const after = await write(new Date(Date.now() + 5).toISOString())
    const { body } = await stage.as
      .nobody()
      .post('/sync/sealed', { county: stage.county, deviceToken: phone.deviceToken, items: [before, after] })
    expect(body.verdicts).toMatchObject([{ ok: true }, { ok: false, problem: { code: 'sync.put-aside' } }])
    const stolen = await write(now())
    await admin.post(`/access/devices/${phone.deviceId}/revoke`, {})
    const refused = await stage.as
      .nobody()
      .post('/sync/sealed', { county: stage.county, deviceToken: phone.deviceToken, items: [stolen] })
    expect(refused.body.verdicts).toMatchObject([{ ok: false, problem: { code: 'sync.put-aside' } }])
  }),
)

test(
  'after a restore the session may be gone: the record waits until its author is signed in again, and nobody else will do',
  scenario(async (stage) => {
    const { post, by, carry } = await aShift(stage)
    const gone = `${stage.county}-${'g'.repeat(43)}`
    const record = await aSealed({
      operation: RECORD,
      token: gone,
      by,
      content: aPassage(post.id, { recordedAt: now() }),
    })
    const stranger = await stage.as.countyDesk()
    for (const more of [{}, { personToken: stranger.token }]) {
      const { body } = await carry([record], more)
      expect(body.verdicts).toMatchObject([{ ok: false, problem: { code: 'sync.sign-in-again', resend: 'later' } }])
    }
    expect((await carry([record], { personToken: post.shift.token })).body.verdicts).toMatchObject([{ ok: true }])
  }),
)

test(
  'nobody can write in another’s name: a token sealed with somebody else’s account is nobody’s',
  scenario(async (stage) => {
    const { post, carry, passages } = await aShift(stage)
    const forged = { operation: RECORD, token: post.shift.token, by: newId(), content: aPassage(post.id) }
    expect((await carry([await aSealed(forged)])).body.verdicts).toMatchObject([
      { ok: false, problem: { code: 'sync.sign-in-again' } },
    ])
    expect(await passages()).toEqual([])
  }),
)

test(
  'a clock that was wrong when it was written is put right by what was known then, not by what the clock says on sending',
  scenario(async (stage) => {
    const { written, carry, passages } = await aShift(stage)
    const ahead = 48 * 3_600_000
    const shown = new Date(Date.now() + ahead).toISOString()
    await carry([await written({ recordedAt: shown }, { at: shown, aheadMs: ahead })], { sentAt: now() })
    const [row] = await passages()
    expect(Math.abs(Date.parse(row?.occurredAt ?? '') - Date.now())).toBeLessThan(60_000)
  }),
)

test(
  'leaving travels last: afterwards the session is over, and what it had written is there',
  scenario(async (stage) => {
    const { post, by, written, carry, passages } = await aShift(stage)
    const leaving = { operation: 'access.session.sign-out', token: post.shift.token, by, content: {} }
    const { body } = await carry([await written(), await aSealed(leaving)])
    expect(body.verdicts).toMatchObject([{ ok: true }, { ok: true }])
    expect(await passages()).toHaveLength(1)
    const again = (await carry([await aSealed(leaving)])).body.verdicts[0]
    expect(again.ok).toBe(false)
  }),
)

test(
  'a refused record comes back to its author to be put right, and to nobody else',
  scenario(async (stage) => {
    const { post, written } = await aShift(stage)
    const record = await written({ temperatureC: 52 })
    const mine = await post.shift.post('/sync/sealed/open', record)
    expect(mine.body).toMatchObject({ id: record.id, operation: RECORD, content: { temperatureC: 52 } })
    const others: Client[] = [await stage.as.countyDesk(), await stage.as.role('administrator'), stage.as.nobody()]
    for (const other of others) expect([401, 403]).toContain((await other.post('/sync/sealed/open', record)).status)
  }),
)

test(
  'what unpacks to more than any record is refused before it fills the memory',
  scenario(async (stage) => {
    const { carry } = await aShift(stage)
    const id = newId()
    const bomb = await sealBytes(' '.repeat(60 * 1024 * 1024), id)
    const { body } = await carry([{ id, sealed: bomb.toString('base64') }])
    expect(body.verdicts).toMatchObject([{ ok: false, problem: { code: 'sync.seal-broken' } }])
  }),
)

test(
  'a call without anything to carry, without a county or with too much is refused as a whole',
  scenario(async (stage) => {
    const nobody = stage.as.nobody()
    const item = { id: newId(), sealed: 'AAAA' }
    for (const body of [
      { county: stage.county, items: [] },
      { items: [item] },
      { county: stage.county, items: Array.from({ length: 501 }, () => item) },
      { county: stage.county, items: [{ id: newId(), sealed: '<script>' }] },
    ])
      expect((await nobody.post('/sync/sealed', body)).status).toBe(422)
  }),
)

test(
  'whoever carries for another phone gets marks that only a server which opened the record can make',
  scenario(async (stage) => {
    const { post, by, carry } = await aShift(stage)
    const content = aPassage(post.id, { recordedAt: now() })
    const inside = { operation: RECORD, token: post.shift.token, by, content }
    const { sealed, receiptKey, id } = await aSealedToProve(inside, { id: content.id })
    expect((await carry([{ id, sealed }])).body.verdicts[0].proof).toBeUndefined()
    const [verdict] = (await carry([{ id, sealed }], { prove: true })).body.verdicts
    const mark = (said: string) => createHmac('sha256', receiptKey).update(said).digest().subarray(0, 16)
    const said = [id, 'ok', verdict.receipt.receivedAt, 'again', false].join('\n')
    expect(verdict.proof).toBe(mark(said).toString('base64'))
    expect(verdict.proof).not.toBe(mark(said.replace('again', 'new')).toString('base64'))
    const broken = await carry([{ id: newId(), sealed }], { prove: true })
    expect(broken.body.verdicts[0]).toMatchObject({ ok: false, problem: { resend: 'later' } })
    const short = await carry([{ id: newId(), sealed: 'AAAA' }], { prove: true })
    expect(short.body.verdicts[0].proof).toBeUndefined()
  }),
)
