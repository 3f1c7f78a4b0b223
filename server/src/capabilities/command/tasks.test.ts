import { expect, test } from 'vitest'
import { newId, scenario } from '../../../test/scenario/scenario.ts'
import { aContent, aSeries, ISSUED } from './documents.factory.ts'
import { remindOffices } from './jobs.reminders.ts'
import { after, aStep, DUE, GIVEN, givenTasks, giveTo, RECEIPT_BY, tasksOf } from './tasks.factory.ts'

const codeOf = async (reply: Promise<{ body: { code?: string } }>) => (await reply).body.code

test(
  'a measure goes to every place once, and each says what became of it',
  scenario(async (stage) => {
    const { desk, documentId, measureId, tasks, send } = await givenTasks(stage)
    const { county } = stage
    expect([...tasks.keys()].sort()).toEqual(
      ['100', '100201', '100202', '101', '101201'].map((one) => `${county}${one}`),
    )
    const once = await giveTo(desk, { documentId, measureId, targets: { to: 'everywhere' } })
    expect(once).toMatchObject({ given: 1, before: 5, arrival: 'new' })

    const village = `${county}100201`
    const taskId = tasks.get(village) ?? ''
    const cadre = await stage.as.role('village-cadre', { division: village })
    const done = { note: '劝退宴席两桌', recordedAt: after(9) }
    const last = aStep(taskId, 'done', done)
    const steps = [
      aStep(taskId, 'received', { recordedAt: after(0.5) }),
      aStep(taskId, 'read', { recordedAt: after(0.6) }),
      aStep(taskId, 'done', { recordedAt: after(9) }),
      last,
    ]
    // The state is as of now, whatever the order of a batch: all four were judged before it is said.
    expect(await send(cadre, ...steps)).toEqual(['done', 'done', 'command.evidence-needed', 'done'])
    expect(await send(cadre, last)).toEqual(['done'])
    expect(await send(cadre, { ...last, note: '别的' })).toEqual(['kernel.id-taken'])
    const seen = (await desk.get(`/tasks/${taskId}`)).body
    expect(seen).toMatchObject({ state: 'done', doneAt: after(9), heardAt: after(0.5), next: ['returned'] })
    expect(seen.steps.map(({ step, note }: { step: string; note: string }) => [step, note])).toEqual([
      ['received', null],
      ['read', null],
      ['done', '劝退宴席两桌'],
    ])
    expect(seen.steps[0].seat).toEqual(expect.any(String))
  }),
)

test(
  'where a task stands follows the clocks, and a moment of the past is told as it was',
  scenario(async (stage) => {
    const { desk, measureId, tasks, send } = await givenTasks(stage)
    const village = `${stage.county}100201`
    const taskId = tasks.get(village) ?? ''
    await send(
      desk,
      aStep(taskId, 'received', { recordedAt: after(10) }),
      aStep(taskId, 'doing', { recordedAt: after(20) }),
    )
    const stateAt = async (hours: number) => {
      const { body } = await desk.get(`/tasks?measureId=${measureId}&area=${village}&exact=true&asOf=${after(hours)}`)
      return body.items[0]?.state
    }
    expect(await Promise.all([-1, 1, 5, 12, 30, 57].map(stateAt))).toEqual([
      undefined,
      'not-received',
      'silent',
      'received',
      'doing',
      'late',
    ])
    const measures = (await desk.get(`/measures?asOf=${after(30)}`)).body
    expect(measures.items[0]).toMatchObject({
      tasks: 5,
      counts: { doing: 1, silent: 4 },
      dueAt: new Date(DUE).toISOString(),
    })
  }),
)

test(
  'evidence that will not do comes back with its reason and may have a later date; nobody judges their own',
  scenario(async (stage) => {
    const { tasks, send } = await givenTasks(stage, { words: false, count: '桌' })
    const { county } = stage
    const [village, township] = [`${county}100201`, `${county}100`]
    const taskId = tasks.get(village) ?? ''
    const [cadre, officer] = [
      await stage.as.role('village-cadre', { division: village }),
      await stage.as.role('township-officer', { division: township }),
    ]
    expect(await send(cadre, aStep(taskId, 'done'))).toEqual(['command.evidence-needed'])
    expect(await send(cadre, aStep(taskId, 'done', { quantity: 2, recordedAt: after(5) }))).toEqual(['done'])
    const back = aStep(taskId, 'returned', { note: '数目不符', dueAt: '2230-01-01T00:00:00Z', recordedAt: after(6) })
    expect(await send(cadre, { ...back, id: newId() })).toEqual(['command.judged-by-others'])
    expect(await send(officer, { ...back, note: null })).toEqual(['kernel.input-invalid'])
    expect(await send(officer, back)).toEqual(['returned'])
    expect(await send(cadre, aStep(taskId, 'done', { quantity: 3, recordedAt: after(7) }))).toEqual(['done'])
    const own = tasks.get(township) ?? ''
    expect(await send(officer, aStep(own, 'done', { quantity: 1 }))).toEqual(['done'])
    expect(await send(officer, aStep(own, 'returned', { note: '再查', recordedAt: after(3) }))).toEqual([
      'command.judged-by-others',
    ])
    const elsewhere = await stage.as.role('township-officer', { division: `${county}101` })
    expect(await send(elsewhere, aStep(taskId, 'received'))).toEqual(['command.task-unknown'])
    const shown = (await officer.get(`/tasks/${taskId}`)).body.steps
    expect(shown.map(({ quantity, unit }: { quantity: number; unit: string }) => [quantity, unit])).toEqual([
      [2, '桌'],
      [null, null],
      [3, '桌'],
    ])
  }),
)

test(
  'a document that ends ends its open tasks, and whoever had it is told',
  scenario(async (stage) => {
    const { desk, documentId, measureId, tasks, send } = await givenTasks(stage)
    const { county } = stage
    await giveTo(desk, { documentId, targets: { to: 'villages' } })
    const [open, ready] = [tasks.get(`${county}100202`) ?? '', tasks.get(`${county}100201`) ?? '']
    await send(desk, aStep(ready, 'done', { note: '已办' }))
    const at = after(30)
    await desk.post(`/documents/${documentId}/withdrawal`, { id: newId(), at, why: '情况变化' })
    expect((await desk.get(`/tasks/${open}`)).body).toMatchObject({ state: 'ended', next: [] })
    expect((await desk.get(`/tasks/${ready}`)).body.state).toBe('done')
    expect(await send(desk, aStep(open, 'doing', { recordedAt: after(31) }))).toEqual(['command.task-over'])
    // Done on a phone before the end, and heard of after it.
    expect(await send(desk, aStep(open, 'done', { note: '已办', recordedAt: after(29) }))).toEqual(['done'])
    const cadre = await stage.as.role('village-cadre', { division: `${county}101201` })
    const told = (await cadre.get('/tasks?state=open')).body.items
    expect(told.map(({ kind, documentId: of }: { kind: string; documentId: string }) => [kind, of])).toEqual([
      ['end', documentId],
    ])
    expect(
      await send(
        cadre,
        aStep(told[0].id, 'done', { note: '知道' }),
        aStep(told[0].id, 'read', { recordedAt: after(32) }),
      ),
    ).toEqual(['command.step-unfit', 'read'])
    const late = { id: newId(), measureId, targets: { to: 'villages' }, at, receiptBy: at, dueAt: at }
    expect(await codeOf(desk.post(`/documents/${documentId}/tasks`, late))).toBe('command.not-standing')
  }),
)

test(
  'a task is passed on: the old one is over, the new one names it',
  scenario(async (stage) => {
    const { tasks, send, desk } = await givenTasks(stage)
    const { county } = stage
    const [taskId, toTask] = [tasks.get(`${county}100201`) ?? '', newId()]
    const officer = await stage.as.role('township-officer', { division: `${county}100` })
    const said = { id: newId(), toTask, division: `${county}100001`, dueAt: '2230-01-01T00:00:00Z', note: '该户属社区' }
    const passing = (by = officer, more = {}) => by.post(`/tasks/${taskId}/reassignment`, { ...said, ...more })
    expect(await codeOf(passing(officer, { id: newId(), division: `${county}101201` }))).toBe('command.target-unknown')
    expect((await passing()).body.arrival).toBe('new')
    expect((await passing()).body.arrival).toBe('again')
    expect((await desk.get(`/tasks/${taskId}`)).body.state).toBe('reassigned')
    expect((await desk.get(`/tasks/${toTask}`)).body).toMatchObject({ state: 'not-received', follows: taskId })
    expect(await send(officer, aStep(taskId, 'received', { recordedAt: new Date().toISOString() }))).toEqual([
      'command.task-over',
    ])
  }),
)

test(
  'what a request gets wrong is told with its code, and nothing of it is kept',
  scenario(async (stage) => {
    const { desk, documentId, measureId, seriesId: _ } = await givenTasks(stage)
    const measures = (point: number) => ({ measures: [{ id: newId(), point, title: '第三条' }] })
    expect(await codeOf(desk.post(`/documents/${documentId}/measures`, measures(3)))).toBe('command.point-unknown')
    const give = (more: object) =>
      codeOf(
        desk.post(`/documents/${documentId}/tasks`, {
          ...{ id: newId(), measureId, targets: { to: 'villages' }, at: GIVEN, receiptBy: RECEIPT_BY, dueAt: DUE },
          ...more,
        }),
      )
    expect(await give({ at: '2020-01-25T08:00:00+08:00' })).toBe('command.given-out-of-time')
    expect(await give({ dueAt: GIVEN })).toBe('kernel.input-invalid')
    expect(await give({ measureId: newId() })).toBe('command.measure-unknown')
    expect(await give({ targets: { to: 'places', divisions: ['999999'] } })).toBe('command.target-unknown')
    expect(await give({ targets: { to: 'posts', postIds: [newId()] } })).toBe('command.post-unknown')
    const officer = await stage.as.role('township-officer', { division: `${stage.county}100` })
    const passed = await giveTo(officer, { documentId, targets: { to: 'villages' } })
    expect(passed).toMatchObject({ given: 2, before: 0 })
    expect((await tasksOf(desk, 'kind=document')).size).toBe(2)
    const draft = { ...aSeries(String(stage.county)), id: newId() }
    expect(await codeOf(desk.post(`/documents/${draft.id}/measures`, measures(1)))).toBe('command.document-unknown')
    expect([aContent().body?.length, ISSUED]).toEqual([4, '2020-01-25T09:00:00+08:00'])
  }),
)

test(
  'what nobody confirmed climbs from the village to the county by its clocks, and each office is told once',
  scenario(async (stage) => {
    const { tasks, send, desk } = await givenTasks(stage)
    const { county } = stage
    const heard = tasks.get(`${county}100201`) ?? ''
    await send(desk, aStep(heard, 'received'))
    const first = await stage.inside(remindOffices)
    // Five tasks, all past their date: four silent for both clocks, one for the second alone; a township has no village above it.
    expect(first).toBe((3 + 3 + 2 + 2) * 2 + 3)
    expect(await stage.inside(remindOffices)).toBe(0)
    await stage.settle()
    const officer = await stage.as.role('township-officer', { division: `${county}101` })
    const { items } = (await officer.get('/sync/feed?limit=200')).body
    const kinds = items.filter(({ kind }: { kind: string }) => kind === 'task-reminder')
    expect(kinds.map(({ division }: { division: string }) => division).sort()).toEqual([
      `${county}101`,
      `${county}101201`,
    ])
  }),
)
