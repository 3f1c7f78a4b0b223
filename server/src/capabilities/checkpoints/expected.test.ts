import { expect, test } from 'vitest'
import { newId, scenario } from '../../../test/scenario/scenario.ts'
import { aStandingOrder, givenVillage } from '../isolation/isolation.factory.ts'
import { aPassage, givenCheckpoint } from './checkpoints.factory.ts'

test(
  'a batch in which somebody is not as most people are is judged by what there is, each by itself, and nothing is kept twice',
  scenario(async (stage) => {
    const { id, shift } = await givenCheckpoint(stage)
    const { desk, village, members } = await givenVillage(stage, 2, '101201')
    const [kept = '', free = ''] = members
    const order = aStandingOrder(village, { personId: kept })
    expect((await desk.post('/isolation/orders', order)).status).toBe(201)
    const recordedAt = new Date().toISOString()
    const travellers = [
      { personId: free },
      { personId: newId() },
      { personId: kept },
      { name: '测试丙', document: null, phone: null },
      null,
    ]
    const items = travellers.map((traveller) => aPassage(id, { recordedAt, traveller }))
    const seen = async (sent: object[]) => {
      const { body } = await shift.post('/passages/batch', { items: sent })
      return body.verdicts.map(
        (one: { receipt?: { arrival: string; underOrder: string | null }; problem?: { code: string } }) =>
          one.problem?.code ?? [one.receipt?.arrival, one.receipt?.underOrder],
      )
    }
    const unknown = 'checkpoints.person-unknown'
    const asNew = [['new', null], unknown, ['new', 'home'], ['new', null], ['new', null]]
    const again = [['again', null], unknown, ['again', 'home'], ['again', null], ['again', null]]
    expect(await seen(items)).toEqual(asNew)
    expect(await seen(items)).toEqual(again)
    await stage.settle()
    const said = await stage.inside(
      ({ tx, actor }) => tx<{ note: string }[]>`
        select note from kernel.audit_entry where county = ${actor.county} and operation = 'checkpoints.passage.record' order by seq`,
    )
    expect(said.map(({ note }) => JSON.parse(note))).toMatchObject([
      { new: 4, again: 0, refused: 1 },
      { new: 0, again: 4, refused: 1 },
    ])
    expect((await shift.get(`/checkpoints/${id}/passages`)).body.items).toHaveLength(4)
  }),
)

test(
  'a checkpoint is remembered for the next passage, and a closing or a reopening is obeyed by it',
  scenario(async (stage) => {
    const { id, shift } = await givenCheckpoint(stage)
    const desk = await stage.as.countyDesk()
    const pass = async () => {
      const { status, body } = await shift.post(
        `/checkpoints/${id}/passages`,
        aPassage(id, { recordedAt: new Date().toISOString() }),
      )
      return body.code ?? status
    }
    const turn = (how: 'close' | 'reopen') =>
      desk.post(`/places/checkpoints/${id}/${how}`, { id: newId(), at: new Date().toISOString(), ground: '县指挥部令' })
    expect(await pass()).toBe(201)
    expect((await turn('close')).body.arrival).toBe('new')
    expect(await pass()).toBe('checkpoints.closed')
    expect((await turn('reopen')).body.arrival).toBe('new')
    expect(await pass()).toBe(201)
  }),
)

test(
  'the database keeps no passage at a checkpoint that is not there',
  scenario(async (stage) => {
    const { division } = await givenCheckpoint(stage)
    const kept = stage.inside(
      ({ tx, actor: { county }, now }) =>
        tx`insert into checkpoints.passage ${tx({
          ...{ county, id: newId(), division, checkpoint_id: newId(), digest: Buffer.alloc(32), direction: 'in' },
          ...{ recorded_at: now, occurred_at: now, received_at: now, site: 'forehead', symptoms: [], decision: 'pass' },
          ...{ profile: 'covid19-cn-ed5', fever: false },
        })}`,
    )
    await expect(kept).rejects.toMatchObject({ code: '23503' })
  }),
)
