import { expect, test } from 'vitest'
import { newId, scenario } from '../../../test/scenario/scenario.ts'
import { aPassage, givenCheckpoint } from './checkpoints.factory.ts'

const when = (hour: string) => `2020-02-05T${hour}:00+08:00`
const traveller = { name: '周小满', document: null, phone: null }

test(
  "a checkpoint's fever with a case ends where the case says, and is counted once",
  scenario(async (stage) => {
    const post = await givenCheckpoint(stage)
    const desk = await stage.as.countyDesk()
    const fever = () => aPassage(post.id, { temperatureC: 38.2, decision: 'medical', traveller })
    const [one, other, nobody] = [fever(), fever(), { ...fever(), traveller: null }]
    for (const passage of [one, other, nobody]) await post.shift.post(`/checkpoints/${post.id}/passages`, passage)
    const opened = await desk.post(`/hand-overs/${one.id}/case`)
    expect(opened).toMatchObject({ status: 201, body: { arrival: 'new' } })
    expect((await desk.post(`/hand-overs/${one.id}/case`)).body).toEqual({ ...opened.body, arrival: 'again' })
    const { caseId } = opened.body
    const outcome = { id: newId(), recordedAt: when('11:00'), outcome: 'excluded' }
    expect((await desk.post(`/hand-overs/${one.id}/outcomes`, outcome)).body).toMatchObject({
      code: 'checkpoints.outcome-by-case',
      params: { caseId },
    })
    const open = async () =>
      (await desk.get('/hand-overs?state=open')).body.items.map(({ id }: { id: string }) => id).sort()
    expect(await open()).toEqual([one.id, other.id, nobody.id].sort())
    const decided = { status: 'excluded', ground: 'clinical', institution: '县医院' }
    await desk.post(`/cases/${caseId}/decisions`, {
      id: newId(),
      recordedAt: when('12:00'),
      at: when('12:00'),
      ...decided,
    })
    await desk.post(`/hand-overs/${other.id}/outcomes`, { ...outcome, id: newId() })
    expect(await open()).toEqual([nobody.id])
    const closed = await desk.get('/hand-overs?state=closed')
    expect(closed.body.items.find(({ id }: { id: string }) => id === one.id)).toMatchObject({
      outcome: 'excluded',
      outcomeNote: '县医院',
      caseId,
    })
    await stage.settle()
    const figure = async (name: string, at = when('13:00')) =>
      (await desk.get(`/figures/${name}?asOf=${encodeURIComponent(at)}`)).body.value
    const figures = ['fevers', 'fevers-open', 'fevers-excluded', 'fevers-elsewhere']
    expect(await Promise.all(figures.map((name) => figure(name)))).toEqual([3, 1, 2, 0])
    expect(await Promise.all(figures.map((name) => figure(name, when('11:30'))))).toEqual([3, 2, 1, 0])
    expect((await desk.post(`/hand-overs/${nobody.id}/case`)).body.code).toBe('checkpoints.traveller-needed')
    const gone = { id: newId(), recordedAt: when('12:00'), why: '误测', temperatureC: 36.6 }
    await desk.post(`/passages/${other.id}/corrections`, gone)
    expect((await desk.post(`/hand-overs/${other.id}/case`)).body.code).toBe('checkpoints.fever-gone')
    expect((await desk.post(`/hand-overs/${newId()}/case`)).body.code).toBe('checkpoints.hand-over-unknown')
  }),
)
