import { expect, test } from 'vitest'
import { newId, type Scenario, scenario } from '../../../test/scenario/scenario.ts'
import { aPassage, givenCheckpoint } from '../checkpoints/checkpoints.factory.ts'
import { aJourney } from '../exposures/exposures.factory.ts'
import { anIdNumber } from '../people/people.factory.ts'
import { allNo, aVisit, givenRound } from '../visits/visits.factory.ts'
import { forgetNow } from './retention.factory.ts'

const DAY_MS = 86_400_000
const ago = (days: number) => new Date(Date.now() - days * DAY_MS).toISOString()

const sheetsIn = async ({ inside }: Scenario) => {
  const rows = await inside(
    ({ tx }) => tx<{ named: boolean; answered: boolean; said: boolean }[]>`
    select person_id is not null as named, answers <> '{}' as answered, said is not null as said from visits.sheet`,
  )
  return rows.map((row) => ({ ...row }))
}

test(
  'answers at the door go 21 days after their round; the visit stays, and so does the progress',
  scenario(async (stage) => {
    const { roundId, homes, cadre, desk } = await givenRound(stage)
    const [home] = homes
    const sheet = { personId: home?.members[0] ?? null, answers: { ...allNo, symptoms: ['fever'] } }
    const visit = aVisit({ roundId, householdId: home?.id ?? '', sheets: [sheet] } as never)
    const sent = await cadre.post('/visits', visit)
    expect(sent, JSON.stringify(sent.body)).toMatchObject({ status: 201 })
    await stage.settle()
    const asOf = encodeURIComponent('2020-02-17T20:00:00+08:00')
    const progress = async () => {
      const { total, children } = (await desk.get(`/visits/rounds/${roundId}/progress?asOf=${asOf}`)).body
      return { total, children }
    }
    await forgetNow(stage)
    expect(await sheetsIn(stage), 'while the round lasts').toMatchObject([{ named: true, answered: true }])
    const before = await progress()
    expect(before.total.met).toBe(1)
    await desk.post(`/visits/rounds/${roundId}/end`, { endedAt: '2020-02-18T08:00:00+08:00' })
    await forgetNow(stage)
    expect(await sheetsIn(stage)).toEqual([{ named: false, answered: false, said: false }])
    expect(await progress()).toEqual(before)
  }),
)

test(
  'when the response ends, doors are knocked at no more and nobody is traced',
  scenario(async (stage) => {
    const { roundId, homes, cadre, desk, village } = await givenRound(stage)
    const closing = { id: newId(), disease: 'covid-19', documentNo: '兴防指9号', documentDate: '2020-02-17' }
    const visitAt = (time: string) =>
      cadre.post(
        '/visits',
        aVisit({ roundId, householdId: homes[0]?.id ?? '', recordedAt: `2020-02-17T${time}:00+08:00` }),
      )
    await desk.post('/retention/events/close', { ...closing, at: '2020-02-17T10:00:00+08:00', responseEnds: true })
    expect(await visitAt('10:30')).toMatchObject({ status: 410, body: { code: 'retention.event-closed' } })
    expect(await visitAt('09:30')).toMatchObject({ status: 201 })
    const tracedAt = (time: string) =>
      desk.post('/exposures/travel', aJourney(village, { recordedAt: `2020-02-17T${time}:00+08:00` }))
    expect(await tracedAt('10:30')).toMatchObject({ status: 410, body: { code: 'retention.event-closed' } })
    expect(await tracedAt('09:30')).toMatchObject({ status: 201 })
  }),
)

test(
  'two records that are one person go together, or stay together',
  scenario(async (stage) => {
    const { id, shift } = await givenCheckpoint(stage)
    const desk = await stage.as.countyDesk()
    const cross = async (days: number) => {
      const document = { kind: 'resident-id' as const, number: anIdNumber() }
      const passage = aPassage(id, { recordedAt: ago(days), traveller: { name: '周小满', document, phone: null } })
      expect(await shift.post(`/checkpoints/${id}/passages`, passage)).toMatchObject({ status: 201 })
      const [row] = await stage.inside(
        ({ tx }) => tx<{ personId: string }[]>`
        select person_id as "personId" from checkpoints.passage where id = ${passage.id}`,
      )
      return row?.personId ?? ''
    }
    const merge = async (keptId: string, mergedId: string) => {
      const said = { id: newId(), keptId, mergedId, ground: '同一人', recordedAt: ago(3) }
      expect(await desk.post('/people/merges', said)).toMatchObject({ status: 201 })
    }
    const [old, fresh, one, other] = [await cross(40), await cross(5), await cross(41), await cross(42)]
    await merge(fresh, old)
    await merge(one, other)
    await forgetNow(stage)
    const left = await stage.inside(({ tx }) => tx<{ id: string }[]>`select id from people.person`)
    expect(left.map((row) => row.id).sort()).toEqual([old, fresh].sort())
    const [rest] = await stage.inside(
      ({ tx }) => tx<{ n: number }[]>`
      select (select count(*) from people.merge)::integer + (select count(*) from people.alias)::integer as n`,
    )
    expect(rest?.n, 'the merge that is left, and its alias').toBe(2)
  }),
)
